//! What to do once the list is done, for each outcome, in the order in which it happens.

use crate::application::{Answer, Application, Question};
use crate::rules::Outcome;
use crate::rules::finding::AlternativeRoute;
use crate::settings::Settings;

/// The steps from here to working accounts, each in a sentence or two.
pub fn next_steps(outcome: Outcome, application: &Application, settings: &Settings) -> Vec<String> {
    match outcome {
        Outcome::Ready | Outcome::ReadyOnceDone => portal(settings),
        Outcome::AnotherRoute(AlternativeRoute::Helpdesk) => helpdesk(application, settings),
        Outcome::AnotherRoute(AlternativeRoute::Feedback) => vec![
            format!(
                "Send an email to the NHS.net Connect feedback team, {}. Use the subject “Hospice NHSmail Application Query”.",
                settings.feedback_email
            ),
            format!(
                "If it comes back, ask the NHS helpdesk on {} where to write.",
                settings.helpdesk_telephone
            ),
            own_email(),
        ],
        Outcome::AnotherRoute(AlternativeRoute::ThirdParty) => vec![
            format!(
                "Phone the NHS helpdesk on {}. Ask how a service that is not registered with CQC can apply. They call it the third-party route.",
                settings.helpdesk_telephone
            ),
            own_email(),
        ],
    }
}

/// Whether the site can write to the helpdesk as the helpdesk wants it: from its shared mailbox.
pub fn opens_mailbox(application: &Application) -> bool {
    application.answers.are(Question::OpensMailbox, Answer::Yes)
}

fn own_email() -> String {
    "Or keep your own email, if it meets the NHS standard for secure email. The standard’s number is DCB1596."
        .to_owned()
}

fn portal(settings: &Settings) -> Vec<String> {
    let mut steps = vec![
        "Choose one person to apply, once, for this site. They have this list and the CQC manager’s ID or the passcode beside them.".to_owned(),
        "Fill in the form on the NHS Portal with the values on this list.".to_owned(),
        format!("Wait for a reply. It can take up to {} hours.", settings.reply_hours),
        "Each person gets a username by email and a temporary password on their mobile.".to_owned(),
        format!(
            "Each person signs in and accepts the Acceptable Use Policy within {} days.",
            settings.policy_days
        ),
        "Somebody who works at two sites needs one account. List them at one site. Then ask the NHS helpdesk to join them to the other."
            .to_owned(),
    ];
    steps.extend(keeping(settings));
    steps
}

fn helpdesk(application: &Application, settings: &Settings) -> Vec<String> {
    let Settings { helpdesk_telephone: telephone, helpdesk_email: address, .. } = settings;
    let mut steps = if opens_mailbox(application) {
        let mut steps = if address.is_empty() {
            vec![
                format!(
                    "Phone the NHS helpdesk on {telephone}. Ask which address to write to: it has changed before."
                ),
                "Send the email there, from your site’s shared mailbox.".to_owned(),
            ]
        } else {
            vec![
                format!("Send the email to the NHS helpdesk, {address}, from your site’s shared mailbox."),
                format!("If it comes back, or nobody answers, phone {telephone}."),
            ]
        };
        steps.push(format!(
            "If nobody can open that mailbox, phone {telephone} from the telephone that is registered with CQC."
        ));
        steps
    } else {
        vec![
            format!(
                "Phone the NHS helpdesk on {telephone}, from the telephone that is registered with CQC. What to say is written down for you."
            ),
            "If they ask you to write, send the letter to the address they give you.".to_owned(),
        ]
    };
    steps.extend([
        "If you are told that a Local Administrator looks after your site, ask your head office who that is.".to_owned(),
        "Somebody who has an NHSmail account from another job or site keeps it. The helpdesk joins it to your site.".to_owned(),
    ]);
    steps.extend(keeping(settings));
    steps
}

/// What keeps the accounts once they are there.
fn keeping(settings: &Settings) -> [String; 4] {
    let idle = settings.idle_days;
    [
        format!(
            "Each person signs in or sends an email at least every {idle} days. After {idle} days without use an account is switched off, and {idle} days later it is deleted."
        ),
        "Send an email from the shared mailbox every month. It is not certain that one that sends nothing is kept.".to_owned(),
        "Tell the NHS helpdesk when somebody leaves, or is away for long.".to_owned(),
        format!("Ask for more accounts later from the NHS helpdesk, {}.", settings.helpdesk_telephone),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    fn first_for(answer: Answer, address: &str) -> String {
        let mut application = ready();
        application.answers.set(Question::AlreadyHas, Answer::Yes);
        application.answers.set(Question::OpensMailbox, answer);
        let settings = Settings { helpdesk_email: address.into(), ..Settings::default() };
        next_steps(Outcome::AnotherRoute(AlternativeRoute::Helpdesk), &application, &settings).remove(0)
    }

    #[track_caller]
    fn begins(step: &str, words: &str) {
        assert!(step.starts_with(words), "{step}");
    }

    #[test]
    fn where_nobody_can_open_the_mailbox_the_telephone_comes_first() {
        let address = "desk@example.org";
        begins(
            &first_for(Answer::Yes, address),
            "Send the email to the NHS helpdesk, desk@example.org, from",
        );
        for answer in [Answer::No, Answer::NotSure] {
            begins(&first_for(answer, address), "Phone the NHS helpdesk on 0333 200 1133, from");
        }
    }

    #[test]
    fn where_no_address_is_sure_it_is_asked_for_first() {
        begins(&first_for(Answer::Yes, ""), "Phone the NHS helpdesk on 0333 200 1133. Ask which address");
    }
}
