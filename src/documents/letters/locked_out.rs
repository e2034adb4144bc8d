//! For a site whose shared mailbox nobody can open: what to say on the telephone, and the same as a letter.
//!
//! What is not known stands between [ and ], to be filled in by hand.

use super::in_one_line;
use super::new_accounts::site_and_people;
use crate::application::{Application, MailboxRole, SiteBox};
use crate::text::with_and;

/// What to say to the helpdesk, in order, a sentence or two each.
pub fn script(application: &Application) -> Vec<String> {
    let site = &application.site;
    let known = |site_box: SiteBox| {
        let value = in_one_line(&site.value(site_box));
        if value.is_empty() { format!("[{}]", site_box.label()) } else { value }
    };
    vec![
        format!("I am calling for {}, from the telephone that is registered with CQC.", known(SiteBox::Name)),
        format!(
            "Our Location ID is {}. Our ODS code is {}. Our postcode is {}.",
            known(SiteBox::LocationId),
            known(SiteBox::OdsCode),
            known(SiteBox::Postcode)
        ),
        format!("Nobody here can open our shared mailbox{}.", named(application)),
        "The last person who could open it was [their name]. They left on [the day].".to_owned(),
        format!("The new owners should be {}.", owners(application)),
        accounts(application),
        "What do you need from us? When can we expect an answer? What is the reference number?".to_owned(),
    ]
}

/// The subject line of the letter.
pub fn subject(application: &Application) -> String {
    let site = in_one_line(&application.site.shown_name());
    let of = if site.is_empty() { String::new() } else { format!(" of {site}") };
    format!("Nobody can open the shared mailbox{of}")
}

/// The letter as plain text, with the site and each person as the email to the helpdesk has them.
pub fn letter(application: &Application) -> String {
    let mut lines = vec![
        "Hello,".to_owned(),
        format!(
            "\nOur site has, or had, NHSmail. Nobody here can open its shared mailbox{}, so we cannot write to you from it.",
            named(application)
        ),
        "\nThe last person who could open it was [their name]. They left on [the day].".to_owned(),
        format!("\nPlease let us in again. The new owners should be {}.", owners(application)),
        format!("\n{}", accounts(application)),
    ];
    lines.extend(site_and_people(application));
    lines.push("\nYou can reach us on the telephone that is registered with CQC: [telephone].".to_owned());
    lines.push("\nThank you".to_owned());
    lines.push("[your name and post]".to_owned());
    lines.join("\n") + "\n"
}

/// The address of the mailbox, where it is likely.
fn named(application: &Application) -> String {
    let mailbox = application.site.likely_mailbox();
    mailbox.map_or_else(String::new, |mailbox| format!(" (it is probably {mailbox})"))
}

/// Who is to own the mailbox, by name.
fn owners(application: &Application) -> String {
    let people = application.people.iter().filter(|person| person.role == Some(MailboxRole::Owner));
    let names: Vec<String> =
        people.map(|person| in_one_line(&person.full_name())).filter(|name| !name.is_empty()).collect();
    match names.as_slice() {
        [] => "[two people who work here]".to_owned(),
        [only] => format!("{only} and [one more person]"),
        several => with_and(several),
    }
}

fn accounts(application: &Application) -> String {
    match application.people.len() {
        0 => "We also need accounts for [who needs one].".to_owned(),
        1 => "We also need an account for one person. If they have one from another job or site, join it to ours.".to_owned(),
        count => format!("We also need accounts for {count} people. Where somebody has one from another job or site, join it to ours."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    #[test]
    fn it_says_that_nobody_can_open_it_who_left_and_who_should_own_it() {
        for text in [script(&ready()).join("\n"), letter(&ready())] {
            for words in
                ["Nobody here can open", "care.vllwv@nhs.net", "[their name]", "Anna Smith and Ben Jones"]
            {
                assert!(text.contains(words), "{words}: {text}");
            }
        }
        assert_eq!(subject(&ready()), "Nobody can open the shared mailbox of Oak House Care Home");
    }

    #[test]
    fn what_is_not_known_is_left_to_fill_in() {
        let script = script(&Application::default()).join("\n");
        for words in ["[CQC Location ID]", "[ODS code]", "[two people who work here]", "[who needs one]"] {
            assert!(script.contains(words), "{words}: {script}");
        }
        let mut application = ready();
        application.people.truncate(1);
        assert!(
            letter(&application).contains("Anna Smith and [one more person]"),
            "{}",
            letter(&application)
        );
    }

    #[test]
    fn a_line_break_in_a_name_starts_no_line_of_its_own() {
        let mut application = ready();
        application.site.name = "Oak\nBcc: evil@example.org".into();
        application.people[0].last_name = "Smith\nBcc: evil@example.org".into();
        for text in [script(&application).join("\n"), letter(&application), subject(&application)] {
            assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
        }
    }
}
