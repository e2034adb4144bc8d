//! A page for each person who gets an account: what is asked of them, why, and what will come. It holds what is
//! theirs alone, so that nobody sees a colleague's mobile number, and no passwords.

use time::Date;

use super::checklist::{Block, Checklist, INDEPENDENCE, Part};
use super::summary::Action;
use crate::application::{AfterBox, Application, MailboxRole, Person, PersonBox};
use crate::day::{after, in_words};
use crate::settings::Settings;

/// The name the PDF is offered under.
pub const PDF_NAME: &str = "nhsmail-slips.pdf";
/// The name the web page is offered under.
pub const PAGE_NAME: &str = "nhsmail-slips.html";

/// The slips of `application`, made on `today`: a page for whoever hands them out, then one a person.
pub fn slips(application: &Application, settings: &Settings, today: Date) -> Checklist {
    let site = application.site.shown_name();
    let site = site.as_str();
    let title = "NHSmail: a page for each person";
    let mut parts = vec![hand_out(application)];
    let count = application.people.len();
    for (index, person) in application.people.iter().enumerate() {
        let mut slip = slip(index, person, application, settings);
        if index + 1 < count {
            // The last page ends with it as the document does.
            slip.blocks.extend([Block::Sentence(INDEPENDENCE.to_owned()), Block::NewPage]);
        }
        parts.push(slip);
    }
    Checklist {
        title: if site.is_empty() { title.to_owned() } else { format!("{title}: {site}") },
        brand: settings.colours.brand_rgb(),
        made_on: in_words(today),
        verdict: "Print this on one side of the paper. Keep this first page. Give each person their own page, and nobody else’s.".to_owned(),
        deadline: None,
        warning: None,
        parts,
    }
}

fn hand_out(application: &Application) -> Part {
    let given = |index: usize| Action {
        about: application.call_person(index),
        message: "Page given, and name, email address and mobile number checked.".to_owned(),
        ask: None,
    };
    let people: Vec<Action> = (0..application.people.len()).map(given).collect();
    let blocks = if people.is_empty() {
        vec![Block::Sentence("Nobody is listed yet.".to_owned())]
    } else {
        vec![Block::Actions(people), Block::NewPage]
    };
    Part { heading: "Tick when it is done".to_owned(), blocks }
}

fn slip(index: usize, person: &Person, application: &Application, settings: &Settings) -> Part {
    let site = application.site.shown_name();
    let site = site.as_str();
    let site = if site.is_empty() { "Your home or branch" } else { site };
    let mut blocks = vec![
        Block::Sentence(format!(
            "{site} asks for an NHSmail account for you. NHSmail is secure email for health and care."
        )),
        Block::Pairs(boxes(person)),
    ];
    blocks.extend(
        [
            "Why your own email address and mobile number? They are used only to make your account and, later, to check that it is you. Nobody else may have the same ones. Personal ones will do.",
            "What to do:",
        ]
        .map(|text| Block::Sentence(text.to_owned())),
    );
    blocks.push(Block::Steps(steps(application, settings)));
    blocks.push(Block::Sentence(
        "Your password is yours alone. Nobody needs it, at work or at the helpdesk. Never write it on this page."
            .to_owned(),
    ));
    Part { heading: format!("NHSmail for {}", application.call_person(index)), blocks }
}

fn boxes(person: &Person) -> Vec<(String, String)> {
    let told = |person_box| {
        let value = person.value(person_box);
        if value.is_empty() {
            "…………………………………………………………".to_owned()
        } else {
            value
        }
    };
    let role = match person.role {
        Some(MailboxRole::Owner) => "You are an owner: you read, send, and decide who else may.",
        Some(MailboxRole::Member) => "You are a member: you read and send.",
        None => "Ask whether you are an owner or a member.",
    };
    vec![
        ("First name".to_owned(), told(PersonBox::FirstName)),
        ("Last name".to_owned(), told(PersonBox::LastName)),
        ("Your username comes to".to_owned(), told(PersonBox::Email)),
        ("Your temporary password comes to".to_owned(), told(PersonBox::Mobile)),
        ("The site’s shared mailbox".to_owned(), role.to_owned()),
    ]
}

fn steps(application: &Application, settings: &Settings) -> Vec<String> {
    let (policy, idle) = (settings.policy_days, settings.idle_days);
    let by = application
        .afterwards
        .day(AfterBox::AccountsCame)
        .map(|came| format!(": by {}", in_words(after(came, policy))))
        .unwrap_or_default();
    vec![
        "Check what stands above. If something is wrong, say so now.".to_owned(),
        "If you have an NHSmail address from another job, say so now. You keep that one, and get no second."
            .to_owned(),
        "Wait for an email with your username and a text with your temporary password.".to_owned(),
        format!(
            "Sign in, choose your own password, and accept the Acceptable Use Policy within {policy} days{by}."
        ),
        format!(
            "After that, sign in or send an email at least every {idle} days. An account that is not used is switched off, then deleted."
        ),
        "Before you leave, or go on long leave, tell whoever gave you this page.".to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::documents::html::checklist_page;
    use crate::rules::fixtures::{ready, today};

    #[test]
    fn each_page_holds_what_is_one_persons_and_nothing_of_the_others() {
        let application = ready();
        let page = checklist_page(&slips(&application, &Settings::default(), today()));
        let pages: Vec<&str> = page.split("class=\"new-page\"").collect();
        assert_eq!(pages.len(), 1 + application.people.len());
        for (index, person) in application.people.iter().enumerate() {
            for (at, page) in pages.iter().enumerate() {
                let is_theirs = at == index + 1;
                assert_eq!(page.contains(&person.email), is_theirs, "{at}");
                assert_eq!(page.contains(&person.mobile), is_theirs, "{at}");
            }
        }
    }

    #[test]
    fn the_last_day_to_sign_in_is_told_once_the_accounts_are_there() {
        let mut application = ready();
        let told = |application: &Application| {
            checklist_page(&slips(application, &Settings::default(), today()))
                .contains("30 days: by 19 December 2026.")
        };
        assert!(!told(&application));
        application.afterwards.set_day(AfterBox::AccountsCame, &TypedDay::from_line("19/11/2026"));
        assert!(told(&application));
    }
}
