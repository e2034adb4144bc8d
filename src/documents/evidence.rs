//! What to attach to the checklist, for whoever files it: each as a thing to do, with a box to tick.

use super::help::Help;
use super::summary::Action;
use crate::application::{Answer, Application, Question};
use crate::settings::Settings;

/// What to attach for this application, in the order of the portal. Nothing that works as a password is among it.
pub fn evidence(application: &Application, settings: &Settings) -> Vec<Action> {
    let answers = &application.answers;
    let item = |about: &str, message: String| Action { about: about.to_owned(), message, ask: None };
    let address = |help: Help| help.address(application, settings);
    let mut items = vec![
        item(
            "The site’s page on the CQC website",
            format!("Print it. It shows the Location ID and the postcode. {}", address(Help::CqcSearch)),
        ),
        item(
            "The DSPT status",
            format!(
                "Print what the toolkit’s search says of this site, with the year. {}",
                address(Help::DsptSearch)
            ),
        ),
    ];
    if answers.are(Question::DsptPublisher, Answer::HeadOffice) {
        let message = "Attach the email or letter that says this site is in its DSPT.".to_owned();
        items.push(item("The head office’s word", message));
    }
    let is_asked_about = answers.are(Question::Funding, Answer::No)
        || answers.are(Question::Funding, Answer::NotSure)
        || answers.are(Question::Service, Answer::OtherService);
    if is_asked_about {
        let message = "Write down the day, who you spoke to and what they said.".to_owned();
        items.push(item("The call to the NHS helpdesk", message));
    }
    match answers.to(Question::Proof) {
        Some(Answer::Passcode) => items.push(item(
            "The one-time passcode",
            "Have its letter or email beside you when you apply. Do not attach it or copy it: it works as a password.".to_owned(),
        )),
        Some(Answer::ManagersId) => items.push(item(
            "The manager’s registration details",
            "Have them beside you when you apply. Do not attach or copy the manager’s ID: it works as a password.".to_owned(),
        )),
        _ => {}
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{ready, with_passcode};

    fn about(application: &Application) -> Vec<String> {
        evidence(application, &Settings::default()).into_iter().map(|item| item.about).collect()
    }

    #[test]
    fn what_to_attach_follows_from_the_answers() {
        assert_eq!(about(&ready()).len(), 3);
        let mut application = with_passcode();
        application.answers.set(Question::DsptPublisher, Answer::HeadOffice);
        application.answers.set(Question::Funding, Answer::No);
        let about = about(&application);
        for wanted in ["The head office’s word", "The call to the NHS helpdesk", "The one-time passcode"] {
            assert!(about.iter().any(|about| about == wanted), "{about:?}");
        }
        assert!(!about.iter().any(|about| about.contains("registration details")), "{about:?}");
    }
}
