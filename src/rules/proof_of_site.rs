use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::finding::{Ask, Finding, Place};

const ID: &str = "proof_of_site";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: |_| "The person who applies has the CQC manager’s ID, or a one-time passcode.".to_owned(),
    basis: &[&facts::PROOF, &facts::MANAGERS_ID, &facts::PASSCODE_BY_POST],
};

pub(super) fn check(case: &Case) -> Vec<Finding> {
    let (soonest, latest) = case.settings.letter_days;
    let finding = match case.answers().to(Question::Proof) {
        Some(Answer::Neither) => Finding::blocker(
            ID,
            Place::Question(Question::Proof),
            format!(
                "Ask for a one-time passcode on the NHS Portal, and choose post. The letter can take {soonest} to {latest} days."
            ),
        ),
        Some(Answer::NotSure) => Finding::blocker(
            ID,
            Place::Question(Question::Proof),
            "Ask whether the CQC manager’s ID is to hand: it is on the manager’s registration details. If it is not, ask for a one-time passcode by post.",
        )
        .ask(Ask::Manager),
        _ => return Vec::new(),
    };
    vec![finding]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::bench::answered;

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
