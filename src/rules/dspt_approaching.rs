use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "dspt_approaching";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Approaching Standards is enough to apply, but can be published once only.",
    basis: &[&facts::APPROACHING_ONCE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    if case.answers().are(Question::DsptStatus, Answer::Approaching) {
        let message = "Approaching Standards can be published once only. The next time you publish, you need Standards Met. You need it now too, if you published Approaching in an earlier year.";
        found.hint(Place::Question(Question::DsptStatus), message).ask(Ask::Association);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::answered;

    #[test]
    fn fires_as_a_hint() {
        assert_eq!(answered(ID, Question::DsptStatus, Answer::Approaching), [Severity::Hint]);
    }

    #[test]
    fn is_silent_on_standards_met() {
        assert_eq!(answered(ID, Question::DsptStatus, Answer::Met), []);
    }
}
