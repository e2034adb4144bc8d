//! The hand-over sheet: what whoever looks after a site's NHSmail next has to know. It holds names, and of nobody
//! an own address or number, and no passwords.

use time::Date;

use super::checklist::{Block, Checklist, Part};
use super::reminders::{Reminder, timeline};
use crate::application::{AfterBox, Application, MailboxRole, Person, SiteBox};
use crate::day::in_words;
use crate::settings::Settings;

/// The name the PDF is offered under.
pub const PDF_NAME: &str = "nhsmail-hand-over.pdf";
/// The name the web page is offered under.
pub const PAGE_NAME: &str = "nhsmail-hand-over.html";

/// Room to write in.
const BLANK: &str = "…………………………………………………………";
/// The same, behind a few words.
const SHORT_BLANK: &str = "………………………………";

/// The sheet of `application`, made on `today`.
pub fn hand_over(application: &Application, settings: &Settings, today: Date) -> Checklist {
    let site = application.site.shown_name();
    let site = site.as_str();
    let title = "NHSmail hand-over sheet";
    Checklist {
        title: if site.is_empty() { title.to_owned() } else { format!("{title}: {site}") },
        brand: settings.colours.brand_rgb(),
        made_on: in_words(today),
        verdict: "For whoever looks after NHSmail here next. It holds no passwords: keep it that way."
            .to_owned(),
        deadline: None,
        warning: None,
        parts: parts(application, settings, today),
    }
}

fn parts(application: &Application, settings: &Settings, today: Date) -> Vec<Part> {
    let part = |heading: &str, blocks| Part { heading: heading.to_owned(), blocks };
    let mut parts = vec![
        part("The shared mailbox", vec![Block::Pairs(mailbox(application))]),
        part("Its owners", owners(application)),
        part("Its members", listed(application, MailboxRole::Member)),
    ];
    let dates: Vec<_> = timeline(application, settings, today)
        .into_iter()
        .map(|Reminder { day, what, .. }| (in_words(day), what))
        .collect();
    if !dates.is_empty() {
        parts.push(part("Dates", vec![Block::Pairs(dates)]));
    }
    parts.extend([
        part("When an owner leaves", vec![Block::Steps(when_an_owner_leaves(settings))]),
        part("What keeps the accounts", vec![Block::Steps(what_keeps_the_accounts(settings))]),
        part("Who can help", vec![Block::Pairs(who_can_help(settings)), Block::Sentence(
            "The helpdesk asks for: your name, email address and telephone number; the site and its ODS code; the shared mailbox; the name and NHSmail address of the person it is about.".to_owned(),
        )]),
    ]);
    parts
}

fn mailbox(application: &Application) -> Vec<(String, String)> {
    let site = &application.site;
    let issued = application.afterwards.value(AfterBox::Mailbox).trim();
    let address = match site.likely_mailbox() {
        _ if !issued.is_empty() => issued.to_owned(),
        Some(likely) => format!("{likely} (likely: check it)"),
        None => BLANK.to_owned(),
    };
    let mut pairs = vec![("Its address".to_owned(), address)];
    for site_box in SiteBox::ALL {
        let value = site.value(site_box);
        let value = if value.is_empty() { BLANK.to_owned() } else { value };
        pairs.push((site_box.label().to_owned(), value));
    }
    pairs
}

fn owners(application: &Application) -> Vec<Block> {
    let mut blocks = vec![Block::Sentence(
        "An owner decides who may use the mailbox. Always have two or more.".to_owned(),
    )];
    if application.people.iter().filter(|person| person.role == Some(MailboxRole::Owner)).count() == 1 {
        blocks
            .push(Block::Sentence("There is only one owner. Ask the helpdesk for a second now.".to_owned()));
    }
    blocks.extend(listed(application, MailboxRole::Owner));
    blocks
}

/// Those of this role, each with room for the address that only comes with the account.
fn listed(application: &Application, role: MailboxRole) -> Vec<Block> {
    let of_role = |person: &&Person| person.role == Some(role) && !person.full_name().is_empty();
    let row = |person: &Person| (person.full_name(), format!("NHSmail address: {SHORT_BLANK}"));
    let rows: Vec<_> = application.people.iter().filter(of_role).map(row).collect();
    if rows.is_empty() {
        vec![Block::Sentence("Nobody is listed.".to_owned())]
    } else {
        vec![Block::Pairs(rows)]
    }
}

fn when_an_owner_leaves(settings: &Settings) -> Vec<String> {
    vec![
        "Before their last day, see that two other people are owners of the mailbox.".to_owned(),
        "If nobody here can make somebody an owner, ask the NHS helpdesk to. Write from the shared mailbox."
            .to_owned(),
        "Tell the NHS helpdesk who leaves, and on which day. Write from the shared mailbox.".to_owned(),
        format!(
            "If nobody can open the mailbox any more, phone the NHS helpdesk on {}, from the telephone number your site has registered with CQC.",
            settings.helpdesk_telephone
        ),
        "Write the new names on this sheet, with the day.".to_owned(),
    ]
}

fn what_keeps_the_accounts(settings: &Settings) -> Vec<String> {
    let (policy, idle) = (settings.policy_days, settings.idle_days);
    vec![
        format!("Somebody new signs in and accepts the Acceptable Use Policy within {policy} days."),
        format!("Each person signs in or sends an email at least every {idle} days. After {idle} days without use an account is switched off. {idle} days later it is deleted. For {idle} days more it can be restored."),
        "Send an email from the shared mailbox every month. It is not certain that one that sends nothing is kept.".to_owned(),
        "Tell the NHS helpdesk when somebody leaves. Ask for the account to be disabled when somebody is away for long.".to_owned(),
        "Somebody who has NHSmail from another job keeps that account. It is joined to this site.".to_owned(),
    ]
}

fn who_can_help(settings: &Settings) -> Vec<(String, String)> {
    let association = &settings.association;
    let email = &settings.helpdesk_email;
    let helpdesk = if email.is_empty() {
        settings.helpdesk_telephone.clone()
    } else {
        format!("{}, {email}", settings.helpdesk_telephone)
    };
    vec![
        ("NHS helpdesk".to_owned(), helpdesk),
        (
            "If the helpdesk does not look after your site".to_owned(),
            "Ask your own organisation’s Local Administrator: the helpdesk says so where there is one."
                .to_owned(),
        ),
        (
            association.name.clone(),
            format!(
                "{}, {}, {}",
                association.contact_name, association.contact_post, association.contact_email
            ),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::html::checklist_page;
    use crate::rules::fixtures::{ready, today};

    fn page(application: &Application) -> String {
        checklist_page(&hand_over(application, &Settings::default(), today()))
    }

    #[test]
    fn it_names_owners_and_members_and_holds_nobodys_own_address_or_number() {
        let page = page(&ready());
        for told in
            ["Anna Smith", "Ben Jones", "Zoë O", "care.vllwv@nhs.net (likely: check it)", "0333 200 1133"]
        {
            assert!(page.contains(told), "{told}");
        }
        for person in ready().people {
            assert!(!page.contains(&person.email) && !page.contains(&person.mobile));
        }
    }

    #[test]
    fn an_address_that_was_issued_stands_in_place_of_the_likely_one() {
        let mut application = ready();
        application.afterwards.set(AfterBox::Mailbox, "care.other@nhs.net".into());
        let page = page(&application);
        assert!(page.contains("<dd>care.other@nhs.net</dd>") && !page.contains("likely"), "{page}");
    }

    #[test]
    fn a_single_owner_is_pointed_out() {
        let mut application = ready();
        assert!(!page(&application).contains("only one owner"));
        application.people[1].role = Some(MailboxRole::Member);
        assert!(page(&application).contains("only one owner"));
    }

    #[test]
    fn nothing_known_leaves_room_to_write() {
        let page = page(&Application::default());
        assert_eq!(page.matches(&format!("<dd>{BLANK}</dd>")).count(), 5, "{page}");
        assert_eq!(page.matches("Nobody is listed.").count(), 2);
    }
}
