//! The completed checklist: one model, from which each form of the document is made.

use time::Date;

use super::evidence::evidence;
use super::letters::locked_out;
use super::next_steps::{next_steps, opens_mailbox};
use super::reminders::reminders;
use super::summary::{Action, Deadline, actions, deadline, verdict, warning};
use crate::application::{Application, Person, PersonBox, Site, SiteBox};
use crate::day::in_words;
use crate::rules::finding::{AlternativeRoute, Finding, Place, Severity};
use crate::rules::{Outcome, Report};
use crate::settings::Settings;

/// The words that stand on every page and in every document.
pub const INDEPENDENCE: &str = "An independent checker. Not part of, or endorsed by, the NHS or CQC.";

/// The name the PDF is offered under.
pub const PDF_NAME: &str = "nhsmail-checklist.pdf";

/// A checklist, ready to be written in one form or another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// What it is, and for which site.
    pub title: String,
    /// The colour of the rules between its parts: red, green, blue.
    pub brand: [u8; 3],
    /// The day it was made, in words.
    pub made_on: String,
    /// What it comes to, in one sentence.
    pub verdict: String,
    /// The day by which to apply, in a sentence, if there is one.
    pub deadline: Option<String>,
    /// That something is outstanding, if it is.
    pub warning: Option<String>,
    /// What it says, part by part.
    pub parts: Vec<Part>,
}

/// One part of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// Something under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A sentence.
    Sentence(String),
    /// What to do, in order, each with a box to tick.
    Actions(Vec<Action>),
    /// What happens, in order.
    Steps(Vec<String>),
    /// Names and their values.
    Pairs(Vec<(String, String)>),
    /// One person: never parted by the end of a page.
    Card(Card),
    /// What comes next begins a page of its own.
    NewPage,
}

/// One person, with what is to be known about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Their name.
    pub name: String,
    /// Names and values of their boxes.
    pub pairs: Vec<(String, String)>,
    /// What to do or to know about them.
    pub notes: Vec<String>,
}

/// The checklist of `application`, made on `today`.
pub fn checklist(application: &Application, report: &Report, settings: &Settings, today: Date) -> Checklist {
    let site = application.site.shown_name();
    let site = site.as_str();
    let title =
        if site.is_empty() { "NHSmail checklist".to_owned() } else { format!("NHSmail checklist: {site}") };
    Checklist {
        title,
        brand: settings.colours.brand_rgb(),
        made_on: in_words(today),
        verdict: verdict(report),
        deadline: deadline(application, settings, today).map(Deadline::in_words),
        warning: warning(report),
        parts: parts(application, report, settings, today),
    }
}

fn parts(application: &Application, report: &Report, settings: &Settings, today: Date) -> Vec<Part> {
    let part = |heading: &str, blocks| Part { heading: heading.to_owned(), blocks };
    let route = match report.outcome {
        Outcome::AnotherRoute(route) => Some(route),
        Outcome::Ready | Outcome::ReadyOnceDone => None,
    };
    // Nobody is told of the site and its people on these routes: what is entered is shown, and nothing asked for.
    let is_told = !matches!(route, Some(AlternativeRoute::Feedback | AlternativeRoute::ThirdParty));
    let mut parts = vec![part("For your files", vec![Block::Pairs(filing(application, settings, route))])];
    let actions = actions(application, report, settings);
    if !actions.is_empty() {
        let heading = match report.outcome {
            Outcome::AnotherRoute(_) => "To do before you ask",
            _ => "To do before you apply",
        };
        parts.push(part(heading, vec![Block::Actions(actions)]));
    }
    if route.is_none() {
        parts.push(part("Evidence to attach", vec![Block::Actions(evidence(application, settings))]));
    }
    let notes = notes(application, report);
    if !notes.is_empty() {
        parts.push(part("Good to know", vec![Block::Pairs(notes)]));
    }
    parts.push(part("Your answers", vec![Block::Pairs(answers(application, today))]));
    if is_told || application.site != Site::default() {
        parts.push(part("Your site", vec![Block::Pairs(site(application))]));
    }
    if is_told || !application.people.is_empty() {
        parts.push(part("People who need accounts", people(application, report)));
    }
    let reminders = reminders(application, settings, today);
    if is_told && !reminders.is_empty() {
        let pairs = reminders.into_iter().map(|reminder| (in_words(reminder.day), reminder.what)).collect();
        parts.push(part("Dates", vec![Block::Pairs(pairs)]));
    }
    let steps = next_steps(report.outcome, application, settings);
    parts.push(part("What comes next", vec![Block::Steps(steps)]));
    if route == Some(AlternativeRoute::Helpdesk) && !opens_mailbox(application) {
        let script = locked_out::script(application);
        parts.push(part("What to say on the telephone", vec![Block::Steps(script)]));
    }
    let association = &settings.association;
    let help = vec![
        (
            association.name.clone(),
            format!(
                "{}, {}, {}",
                association.contact_name, association.contact_post, association.contact_email
            ),
        ),
        ("NHS helpdesk".to_owned(), settings.helpdesk_telephone.clone()),
    ];
    parts.push(part("Who can help", vec![Block::Pairs(help)]));
    parts
}

/// Where a line is to be written on.
const TO_WRITE_ON: &str = "______________________________";

/// What whoever files it looks for, with room for whoever prepared it.
fn filing(
    application: &Application,
    settings: &Settings,
    route: Option<AlternativeRoute>,
) -> Vec<(String, String)> {
    let name = application.site.shown_name();
    let mut pairs = vec![
        ("Site", if name.is_empty() { TO_WRITE_ON.to_owned() } else { name }),
        ("Prepared by", TO_WRITE_ON.to_owned()),
    ];
    if route.is_none() {
        pairs.push(("Where to apply", settings.links.portal.clone()));
        pairs.push(("Applied on", TO_WRITE_ON.to_owned()));
    }
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Hints that are not about one person, and what somebody's word has settled.
fn notes(application: &Application, report: &Report) -> Vec<(String, String)> {
    let worth = |finding: &&Finding| {
        let is_of_person = matches!(finding.place, Place::Person(..));
        finding.confirmed || (finding.severity == Severity::Hint && finding.repair.is_none() && !is_of_person)
    };
    let note = |finding: &Finding| {
        let settled = if finding.confirmed { format!("{}: ", finding.mark().label()) } else { String::new() };
        (finding.place.name(application), format!("{settled}{}", finding.message))
    };
    report.findings.iter().filter(worth).map(note).collect()
}

fn answers(application: &Application, today: Date) -> Vec<(String, String)> {
    let asked = application.answers.asked();
    asked
        .map(|question| {
            let answer = application.answers.to(question);
            let words = answer
                .map_or_else(|| "Not answered yet".to_owned(), |answer| question.in_words(answer, today));
            (question.entry().asks.to_owned(), words)
        })
        .collect()
}

fn site(application: &Application) -> Vec<(String, String)> {
    let site = &application.site;
    let value = |site_box: SiteBox| match site.value(site_box) {
        value if !value.is_empty() => value,
        _ if site_box == SiteBox::OdsCode && site.ods_unknown => "Not known: the portal finds it".to_owned(),
        _ => "Not given yet".to_owned(),
    };
    let mut pairs: Vec<_> =
        SiteBox::ALL.map(|site_box| (site_box.label().to_owned(), value(site_box))).into();
    if let Some(mailbox) = site.likely_mailbox() {
        pairs.push(("Likely shared mailbox".to_owned(), format!("{mailbox} (certain once it is issued)")));
    }
    pairs
}

fn people(application: &Application, report: &Report) -> Vec<Block> {
    if application.people.is_empty() {
        return vec![Block::Sentence("Nobody is listed yet.".to_owned())];
    }
    let card = |(index, person): (usize, &Person)| {
        let given = |value: String| if value.is_empty() { "Not given yet".to_owned() } else { value };
        let pairs =
            PersonBox::ALL.map(|person_box| (person_box.label().to_owned(), given(person.value(person_box))));
        let findings =
            PersonBox::ALL.into_iter().flat_map(|person_box| report.at(Place::Person(index, person_box)));
        let notes = findings
            .filter(|finding| {
                !finding.confirmed && finding.severity != Severity::Missing && finding.repair.is_none()
            })
            .map(|finding| finding.message.clone())
            .collect();
        Block::Card(Card { name: application.call_person(index), pairs: pairs.into(), notes })
    };
    application.people.iter().enumerate().map(card).collect()
}
