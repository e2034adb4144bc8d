use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Answers, Question};
use crate::day::{after, between, in_words};
use crate::facts;
use crate::rules::finding::Place;
use crate::settings::Settings;
use time::Date;

pub(super) const ID: &str = "passcode_in_time";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "A one-time passcode is used within {passcode_days} days of its issue.",
    basis: &[&facts::PASSCODE_LASTS],
};

/// The last day of the one-time passcode; `None` where there is none, or its day of issue is not known. Rule,
/// result, checklist and calendar all have it from here.
pub fn passcode_ends(answers: &Answers, settings: &Settings) -> Option<Date> {
    match answers.to(Question::PasscodeIssued)? {
        Answer::Day(day) => Some(after(day.parse().ok()?, settings.passcode_days)),
        _ => None,
    }
}

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Question(Question::PasscodeIssued);
    let days = case.settings.passcode_days;
    match case.answers().to(Question::PasscodeIssued) {
        Some(Answer::Day(day)) => {
            if let Ok(issued) = day.parse() {
                by_age(case, found, issued);
            }
        }
        Some(Answer::NotSure) => {
            let message = format!(
                "Find the date on the letter or the email: the passcode can be used for {days} days from its issue."
            );
            found.blocker(place, message);
        }
        _ => {}
    }
}

fn by_age(case: &Case, found: &mut Found, issued: Date) {
    let place = Place::Question(Question::PasscodeIssued);
    let last_day = in_words(after(issued, case.settings.passcode_days));
    let age = between(issued, case.today);
    if age < 0 {
        let message = "Enter the day the passcode was issued or asked for. It cannot be after today.";
        found.blocker(place, message).hold_form();
    } else if age > i64::from(case.settings.passcode_days) {
        let message = format!("Ask for a new passcode, by post: this one ended on {last_day}.");
        found.blocker(place, message);
    } else if age >= i64::from(case.settings.passcode_warning_days) {
        let message = format!(
            "Apply today: the passcode ends on {last_day} or the day before. Guidance does not say whether the day of issue counts."
        );
        found.hint(place, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{severities, today};

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
