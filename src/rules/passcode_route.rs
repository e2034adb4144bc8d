use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "passcode_route";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "A one-time passcode comes by post, or to a mailbox that somebody can open.",
    basis: &[&facts::PASSCODE_BY_POST],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let (value, message) = match case.answers().to(Question::PasscodeRoute) {
        Some(Answer::Email) => (
            "email",
            "Check that you can open the mailbox registered with CQC: the passcode is sent there. If nobody can, ask for one by post.",
        ),
        Some(Answer::NotSure) => (
            "not-sure",
            "Find out how the passcode was asked for. If it was by email, check that you can open the mailbox registered with CQC.",
        ),
        _ => return,
    };
    let place = Place::Question(Question::PasscodeRoute);
    found.confirm(place, ("can-be-opened", value), message).ask(Ask::Manager);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    fn sent_by(route: Answer) -> Vec<Severity> {
        severities(ID, |application| {
            application.answers.set(Question::Proof, Answer::Passcode);
            application.answers.set(Question::PasscodeRoute, route);
        })
    }

    #[test]
    fn fires_when_it_comes_by_email_or_nobody_knows() {
        assert_eq!(sent_by(Answer::Email), [Severity::Confirm]);
        assert_eq!(sent_by(Answer::NotSure), [Severity::Confirm]);
    }

    #[test]
    fn is_silent_on_a_letter() {
        assert_eq!(sent_by(Answer::Post), []);
    }
}
