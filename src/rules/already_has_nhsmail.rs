use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{AlternativeRoute, Ask, Place};

pub(super) const ID: &str = "already_has_nhsmail";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "A site that has NHSmail, or has had it, asks the NHS helpdesk for accounts and does not use the portal. Another site’s NHSmail does not count.",
    basis: &[&facts::PORTAL_IS_FOR_NEW_PROVIDERS, &facts::HELPDESK_REQUEST],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Question(Question::AlreadyHas);
    match case.answers().to(Question::AlreadyHas) {
        Some(Answer::Yes) => {
            found.blocker(place, how_to_ask(case)).ask(Ask::Helpdesk).route(AlternativeRoute::Helpdesk);
        }
        Some(Answer::NotSure) => {
            let message = "Find out whether anyone at this site has, or had, NHSmail. Ask your colleagues, and whoever managed it before.";
            found.blocker(place, message).ask(Ask::Association);
        }
        _ => {}
    }
}

/// How to reach the helpdesk, which hangs on the shared mailbox.
fn how_to_ask(case: &Case) -> String {
    let telephone = &case.settings.helpdesk_telephone;
    if case.answers().are(Question::OpensMailbox, Answer::Yes) {
        "Ask the NHS helpdesk for the accounts you need, by email from your site’s shared mailbox.".to_owned()
    } else {
        format!(
            "Phone the NHS helpdesk on {telephone}, from the telephone number your site has registered with CQC. If somebody can open your site’s shared mailbox, send an email from it instead."
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{answered, found};

    #[test]
    fn fires_when_the_organisation_has_nhsmail_or_may_have() {
        assert_eq!(answered(ID, Question::AlreadyHas, Answer::NotSure), [Severity::Blocker]);
        let findings = found(ID, |application| application.answers.set(Question::AlreadyHas, Answer::Yes));
        assert_eq!(findings[0].route, Some(AlternativeRoute::Helpdesk));
    }

    #[test]
    fn the_shared_mailbox_decides_between_email_and_telephone() {
        let message = |answer| {
            let findings = found(ID, |application| {
                application.answers.set(Question::AlreadyHas, Answer::Yes);
                application.answers.set(Question::OpensMailbox, answer);
            });
            findings[0].message.clone()
        };
        assert!(!message(Answer::Yes).contains("0333"));
        assert!(message(Answer::No).contains("0333 200 1133"));
        assert!(message(Answer::NotSure).contains("0333 200 1133"));
    }

    #[test]
    fn is_silent_on_an_organisation_new_to_nhsmail() {
        assert_eq!(answered(ID, Question::AlreadyHas, Answer::No), []);
    }
}
