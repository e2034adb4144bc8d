//! What to do once the list is done, for each outcome, in the order in which it happens.

use crate::application::{Answer, Application, Question};
use crate::day::{after, in_words};
use crate::rules::Outcome;
use crate::rules::finding::AlternativeRoute;
use crate::settings::Settings;

/// The steps from here to working accounts, each in a sentence or two.
pub fn next_steps(outcome: Outcome, application: &Application, settings: &Settings) -> Vec<String> {
    match outcome {
        Outcome::Ready | Outcome::ReadyOnceDone => portal(application, settings),
        Outcome::AnotherRoute(AlternativeRoute::Helpdesk) => helpdesk(application, settings),
        Outcome::AnotherRoute(AlternativeRoute::Feedback) => vec![
            "Write to the NHS.net Connect feedback team. Use the subject “Hospice NHSmail Application Query”.".to_owned(),
            format!("If you do not know where to write, ask the NHS helpdesk on {}.", settings.helpdesk_telephone),
            own_email(),
        ],
        Outcome::AnotherRoute(AlternativeRoute::ThirdParty) => vec![
            format!("Ask the NHS helpdesk on {} about the third-party route.", settings.helpdesk_telephone),
            own_email(),
        ],
    }
}

fn own_email() -> String {
    "Another way is to have your own email accredited to the secure email standard, DCB1596.".to_owned()
}

fn portal(application: &Application, settings: &Settings) -> Vec<String> {
    let mut steps = Vec::new();
    if let Some(last_day) = passcode_ends(application, settings) {
        steps.push(format!("Apply before {last_day}: the one-time passcode ends then."));
    }
    steps.extend([
        "Choose one person to apply, once, for this site. They have this list and the CQC manager’s ID or the passcode beside them.".to_owned(),
        "Fill in the form on the NHS Portal with the values on this list.".to_owned(),
        format!("Wait for a reply. It can take up to {} hours.", settings.reply_hours),
        "Each person gets a username by email and a temporary password on their mobile.".to_owned(),
        format!(
            "Each person signs in and accepts the Acceptable Use Policy within {} days.",
            settings.policy_days
        ),
    ]);
    steps.extend(keeping(settings));
    steps
}

fn helpdesk(application: &Application, settings: &Settings) -> Vec<String> {
    let from = format!(
        "{} from the telephone number your site has registered with CQC.",
        settings.helpdesk_telephone
    );
    let mut steps = if application.answers.are(Question::OpensMailbox, Answer::No) {
        vec![format!("Phone the NHS helpdesk, {from} What to say is in the email below.")]
    } else {
        vec![
            "Copy the email to the NHS helpdesk and send it from your site’s shared mailbox.".to_owned(),
            format!("If nobody can open that mailbox, phone {from}"),
        ]
    };
    steps.push(
        "Anyone who has an NHSmail account from another job is joined to your site, and keeps that account."
            .to_owned(),
    );
    steps.extend(keeping(settings));
    steps
}

/// What keeps the accounts once they are there.
fn keeping(settings: &Settings) -> [String; 3] {
    let idle = settings.idle_days;
    [
        format!(
            "Each person signs in or sends an email at least every {idle} days. After {idle} idle days an account becomes inactive, and {idle} days later it is deleted."
        ),
        "Tell the NHS helpdesk when somebody leaves, or is away for long.".to_owned(),
        format!("Ask for more accounts later from the NHS helpdesk, {}.", settings.helpdesk_telephone),
    ]
}

/// The last day of the one-time passcode in words, if there is one and its day of issue is known.
fn passcode_ends(application: &Application, settings: &Settings) -> Option<String> {
    match application.answers.to(Question::PasscodeIssued)? {
        Answer::Day(day) => Some(in_words(after(day.parse().ok()?, settings.passcode_days))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    fn first_for(answer: Answer) -> String {
        let mut application = ready();
        application.answers.set(Question::AlreadyHas, Answer::Yes);
        application.answers.set(Question::OpensMailbox, answer);
        next_steps(Outcome::AnotherRoute(AlternativeRoute::Helpdesk), &application, &Settings::default())
            .remove(0)
    }

    #[test]
    fn where_nobody_can_open_the_mailbox_the_telephone_comes_first() {
        assert!(
            first_for(Answer::No).starts_with("Phone the NHS helpdesk, 0333"),
            "{}",
            first_for(Answer::No)
        );
        for answer in [Answer::Yes, Answer::NotSure] {
            assert!(first_for(answer.clone()).starts_with("Copy the email"), "{answer:?}");
        }
    }
}
