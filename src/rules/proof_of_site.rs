use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "proof_of_site";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The person who applies has the CQC manager’s ID, or a one-time passcode. The passcode stands in for whichever ID is missing.",
    basis: &[
        &facts::PROOF,
        &facts::PASSCODE_STANDS_IN,
        &facts::MANAGERS_ID,
        &facts::MANAGERS_ID_PLACES,
        &facts::NEW_MANAGER,
        &facts::PASSCODE_BY_POST,
    ],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Question(Question::Proof);
    match case.answers().to(Question::Proof) {
        Some(Answer::Neither) => {
            let (soonest, latest) = case.settings.letter_days;
            let message = format!(
                "Ask for a one-time passcode on the NHS Portal, and choose post. The letter can take {soonest} to {latest} days."
            );
            found.blocker(place, message);
        }
        Some(Answer::NotSure) => {
            let message = "Look for the CQC manager’s ID. It is on the manager’s registration details, and in the CQC Provider Portal. If you cannot find it, or the manager changed recently, ask for a one-time passcode by post.";
            found.blocker(place, message).ask(Ask::Manager);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::answered;

    #[test]
    fn fires_without_either_of_the_two() {
        for proof in [Answer::Neither, Answer::NotSure] {
            assert_eq!(answered(ID, Question::Proof, proof), [Severity::Blocker]);
        }
    }

    #[test]
    fn is_silent_with_one_of_them() {
        for proof in [Answer::ManagersId, Answer::Passcode] {
            assert_eq!(answered(ID, Question::Proof, proof), []);
        }
    }
}
