use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::day::{after, between, in_words};
use crate::facts;
use crate::finding::{Finding, Place};

const ID: &str = "passcode_in_time";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: |settings| {
        format!("A one-time passcode is used within {} days of its issue.", settings.passcode_days)
    },
    basis: &[&facts::PASSCODE_LASTS],
};

pub(super) fn check(case: &Case) -> Vec<Finding> {
    let place = Place::Question(Question::PasscodeIssued);
    let issued = match case.answers().to(Question::PasscodeIssued) {
        Some(Answer::Day(day)) => match day.read() {
            Ok(issued) => issued,
            Err(_) => return Vec::new(),
        },
        Some(Answer::NotSure) => {
            let message = format!(
                "Find the date on the letter or the email: the passcode can be used for {} days from its issue.",
                case.settings.passcode_days
            );
            return vec![Finding::blocker(ID, place, message)];
        }
        _ => return Vec::new(),
    };
    let last_day = in_words(after(issued, case.settings.passcode_days));
    let age = between(issued, case.today);
    let finding = if age < 0 {
        Finding::blocker(
            ID,
            place,
            "Enter the day the passcode was issued or asked for. It cannot be after today.",
        )
    } else if age > i64::from(case.settings.passcode_days) {
        let message = format!("Ask for a new passcode, by post: this one ended on {last_day}.");
        Finding::blocker(ID, place, message)
    } else if age >= i64::from(case.settings.passcode_warning_days) {
        let message = format!(
            "Apply today: the passcode ends on {last_day} or the day before. Guidance does not say whether the day of issue counts."
        );
        Finding::hint(ID, place, message)
    } else {
        return Vec::new();
    };
    vec![finding]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::finding::Severity;
    use crate::rules::bench::{severities, today};

    fn issued(answer: Answer) -> Vec<Severity> {
        severities(ID, |application| {
            application.answers.set(Question::Proof, Answer::Passcode);
            application.answers.set(Question::PasscodeIssued, answer);
        })
    }

    fn issued_days_ago(days: i64) -> Vec<Severity> {
        issued(Answer::Day(TypedDay::of(today() - time::Duration::days(days))))
    }

    #[test]
    fn fires_from_the_26th_day_and_blocks_after_the_28th() {
        assert_eq!(issued_days_ago(26), [Severity::Hint]);
        assert_eq!(issued_days_ago(28), [Severity::Hint]);
        assert_eq!(issued_days_ago(29), [Severity::Blocker]);
    }

    #[test]
    fn fires_on_a_day_to_come_and_on_a_day_not_known() {
        assert_eq!(issued_days_ago(-1), [Severity::Blocker]);
        assert_eq!(issued(Answer::NotSure), [Severity::Blocker]);
    }

    #[test]
    fn is_silent_on_a_fresh_passcode() {
        assert_eq!(issued_days_ago(0), []);
        assert_eq!(issued_days_ago(25), []);
    }
}
