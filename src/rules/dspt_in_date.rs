use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::day::in_words;
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "dspt_in_date";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The DSPT status is in date on the day you apply.",
    basis: &[&facts::DSPT_YEARLY],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let message = match case.answers().to(Question::DsptEdition) {
        Some(Answer::Edition(edition)) if edition.last_day() < case.today => format!(
            "Publish your DSPT again before you apply: a status for {edition} seems to have ended on {}.",
            in_words(edition.last_day())
        ),
        Some(Answer::NotSure) => {
            "Look up the year of your DSPT status: it is part of the status, for example 2025-26 Standards Met."
                .to_owned()
        }
        _ => return,
    };
    found.blocker(Place::Question(Question::DsptEdition), message).ask(Ask::Association);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::answered;

    fn published_for(edition: &str) -> Vec<Severity> {
        answered(ID, Question::DsptEdition, Answer::Edition(edition.parse().unwrap()))
    }

    #[test]
    fn fires_on_a_status_that_has_ended_or_has_no_known_year() {
        assert_eq!(published_for("2024-25"), [Severity::Blocker]);
        assert_eq!(answered(ID, Question::DsptEdition, Answer::NotSure), [Severity::Blocker]);
    }

    #[test]
    fn is_silent_on_this_year_and_the_last() {
        assert_eq!(published_for("2025-26"), []);
        assert_eq!(published_for("2026-27"), []);
    }
}
