//! The email that asks the NHS helpdesk for accounts, for those the portal is not for.

use super::in_one_line;
use crate::application::{Application, Person, PersonBox, SiteBox};
use crate::fields::Email;
use crate::fields::email::EmailError;

/// The subject line: one line, whatever stands in the site's name, so that none of it can become another
/// header of the email.
pub fn subject(application: &Application) -> String {
    let site = in_one_line(&application.site.shown_name());
    if site.is_empty() {
        "New NHSmail accounts".to_owned()
    } else {
        format!("New NHSmail accounts for {site}")
    }
}

/// The email as plain text. What is outstanding is said beside it, and not to the helpdesk.
pub fn text(application: &Application) -> String {
    let mut lines = vec!["Hello,".to_owned()];
    lines.push(
        "\nOur site already uses NHSmail, or has used it before. We need accounts for the people below."
            .to_owned(),
    );
    lines.extend(site_and_people(application));
    lines.push("\nThank you".to_owned());
    lines.join("\n") + "\n"
}

/// The site and each person, in lines: what the helpdesk needs of them.
pub(super) fn site_and_people(application: &Application) -> Vec<String> {
    let mut lines = vec!["\nOur site".to_owned()];
    for site_box in SiteBox::ALL {
        let value = application.site.value(site_box);
        if !value.is_empty() {
            lines.push(format!("{}: {}", site_box.label(), in_one_line(&value)));
        }
    }
    for (index, person) in application.people.iter().enumerate() {
        lines.push(format!("\nPerson {}", index + 1));
        lines.extend(person_lines(person));
    }
    lines
}

fn person_lines(person: &Person) -> Vec<String> {
    let mut lines: Vec<String> = PersonBox::ALL
        .into_iter()
        .map(|person_box| (person_box.label(), person.value(person_box)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| format!("{label}: {}", in_one_line(&value)))
        .collect();
    if person.email.parse::<Email>().is_err_and(|error| matches!(error, EmailError::AlreadyNhsMail { .. })) {
        lines.push("Has an NHSmail account already: join it to our site.".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Answer, Question};
    use crate::documents::save;
    use crate::json::testing::BrowserJson;
    use crate::rules::fixtures::ready;

    fn text_after(change: impl FnOnce(&mut Application)) -> String {
        let mut application = ready();
        application.answers.set(Question::AlreadyHas, Answer::Yes);
        application.answers.set(Question::OpensMailbox, Answer::Yes);
        change(&mut application);
        text(&application)
    }

    #[test]
    fn it_names_the_site_and_each_person() {
        let text = text_after(|_| ());
        assert!(text.starts_with("Hello,"), "{text}");
        assert!(text.contains("ODS code: VLLWV") && text.contains("Last name: O'Neill"), "{text}");
    }

    #[test]
    fn somebody_who_has_an_account_is_to_be_joined() {
        let text = text_after(|application| application.people[0].email = "a.smith@nhs.net".into());
        assert!(text.contains("join it to our site"), "{text}");
    }

    #[test]
    fn a_shared_mailbox_is_not_written_up_as_somebodys_account() {
        let text = text_after(|application| application.people[0].email = "care.vllwv@nhs.net".into());
        assert!(!text.contains("join it"), "{text}");
    }

    #[test]
    fn line_breaks_in_a_name_reach_neither_the_subject_nor_the_lines_below() {
        let file = include_str!("../../../tests/cases/hostile/62-newlines-in-site-name.json");
        let mut application = save::open::<BrowserJson>(file).unwrap().open;
        assert_eq!(
            subject(&application),
            "New NHSmail accounts for Oak Bcc: evil@example.org Please reset all"
        );
        application.people[0].last_name = "Smith\u{2028}\nBcc: evil@example.org".into();
        assert!(!text(&application).lines().any(|line| line.starts_with("Bcc")), "{}", text(&application));
    }

    #[test]
    fn what_is_outstanding_is_not_told_to_the_helpdesk() {
        assert!(text_after(|application| application.people[0].mobile.clear()).starts_with("Hello,"));
    }
}
