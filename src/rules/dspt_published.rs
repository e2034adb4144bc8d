use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "dspt_published";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The DSPT is published at Approaching Standards or better before you apply.",
    basis: &[&facts::DSPT_FIRST, &facts::DSPT_SEARCH, &facts::APPROACHING_ONCE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let message = match case.answers().to(Question::DsptStatus) {
        Some(Answer::NotPublished) => "Publish your DSPT at Approaching Standards or better, then apply. If it was at Approaching in an earlier year, you need Standards Met.",
        Some(Answer::NotMet) => {
            "Bring your DSPT to Approaching Standards or better and publish it again, then apply. If it was at Approaching before, you need Standards Met."
        }
        Some(Answer::NotSure) => {
            "Look up your DSPT status by your site’s name or ODS code in the toolkit’s public search."
        }
        _ => return,
    };
    found.blocker(Place::Question(Question::DsptStatus), message).ask(Ask::Association);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::answered;

    #[test]
    fn fires_below_approaching_standards_and_when_not_known() {
        for status in [Answer::NotPublished, Answer::NotMet, Answer::NotSure] {
            assert_eq!(answered(ID, Question::DsptStatus, status), [Severity::Blocker]);
        }
    }

    #[test]
    fn is_silent_from_approaching_standards_up() {
        for status in [Answer::Approaching, Answer::Met, Answer::Exceeded] {
            assert_eq!(answered(ID, Question::DsptStatus, status), []);
        }
    }
}
