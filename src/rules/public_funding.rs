use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "public_funding";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "A site that delivers no publicly funded care checks with the NHS helpdesk before it applies.",
    basis: &[&facts::COMMISSIONED, &facts::FUNDING],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let value = match case.answers().to(Question::Funding) {
        Some(Answer::No) => "no",
        Some(Answer::NotSure) => "not-sure",
        _ => return,
    };
    let message = "Check with the NHS helpdesk that your site can apply. One page says that NHSmail is for publicly funded care. Another says that sites where everyone pays for themselves may apply too.";
    let place = Place::Question(Question::Funding);
    found.confirm(place, ("may-apply", value), message).ask(Ask::Helpdesk);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::answered;

    #[test]
    fn fires_as_a_check_and_never_as_a_refusal() {
        for answer in [Answer::No, Answer::NotSure] {
            assert_eq!(answered(ID, Question::Funding, answer), [Severity::Confirm]);
        }
    }

    #[test]
    fn is_silent_on_publicly_funded_care() {
        assert_eq!(answered(ID, Question::Funding, Answer::Yes), []);
    }
}
