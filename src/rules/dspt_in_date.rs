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
    basis: &[&facts::DSPT_YEARLY, &facts::DSPT_ENDS, &facts::DSPT_OPENS, &facts::APPROACHING_ONCE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Question(Question::DsptEdition);
    let edition = match case.answers().to(Question::DsptEdition) {
        Some(Answer::Edition(edition)) => *edition,
        Some(Answer::NotSure) => {
            let message =
                "Look up the year of your DSPT status: it is part of the status, for example 2025-26 Standards Met.";
            found.blocker(place, message).ask(Ask::Association);
            return;
        }
        _ => return,
    };
    let last_day = in_words(edition.last_day());
    if edition.last_day() < case.today {
        let again = if case.answers().are(Question::DsptStatus, Answer::Approaching) {
            "Publish your DSPT again before you apply, this time at Standards Met"
        } else {
            "Publish your DSPT again before you apply"
        };
        let message = format!("{again}: a status for {edition} seems to have ended on {last_day}.");
        found.blocker(place, message).ask(Ask::Association);
    } else if edition.may_end_from() <= case.today {
        let message = format!(
            "Look up the day your DSPT was published. Your {edition} status may end twelve months after that day, and ends by {last_day}."
        );
        found.hint(place, message).ask(Ask::Association);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{answered, found};

    fn published_for(edition: &str) -> Vec<Severity> {
        answered(ID, Question::DsptEdition, Answer::Edition(edition.parse().unwrap()))
    }

    #[test]
    fn fires_on_a_status_that_has_ended_or_has_no_known_year() {
        assert_eq!(published_for("2024-25"), [Severity::Blocker]);
        assert_eq!(answered(ID, Question::DsptEdition, Answer::NotSure), [Severity::Blocker]);
    }

    #[test]
    fn warns_from_twelve_months_after_the_edition_opened() {
        assert_eq!(published_for("2025-26"), [Severity::Hint]);
    }

    #[test]
    fn approaching_is_not_published_a_second_time() {
        let findings = found(ID, |application| {
            application.answers.set(Question::DsptStatus, Answer::Approaching);
            application.answers.set(Question::DsptEdition, Answer::Edition("2024-25".parse().unwrap()));
        });
        assert!(findings[0].message.contains("at Standards Met"), "{}", findings[0].message);
    }

    #[test]
    fn is_silent_on_this_year() {
        assert_eq!(published_for("2026-27"), []);
    }
}
