use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "dspt_head_office";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "A DSPT published by the head office includes this site.",
    basis: &[&facts::HEAD_OFFICE_DSPT],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let (value, ask) = match case.answers().to(Question::DsptPublisher) {
        Some(Answer::HeadOffice) => ("head-office", Ask::HeadOffice),
        Some(Answer::NotSure) => ("not-sure", Ask::Association),
        _ => return,
    };
    let message = "Check that the published DSPT includes this site. A head office chooses which of its sites it includes.";
    let place = Place::Question(Question::DsptPublisher);
    found.confirm(place, ("site-included", value), message).ask(ask);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::answered;

    #[test]
    fn fires_when_somebody_else_published_it_or_may_have() {
        for publisher in [Answer::HeadOffice, Answer::NotSure] {
            assert_eq!(answered(ID, Question::DsptPublisher, publisher), [Severity::Confirm]);
        }
    }

    #[test]
    fn is_silent_when_the_site_published_its_own() {
        assert_eq!(answered(ID, Question::DsptPublisher, Answer::ThisSite), []);
    }
}
