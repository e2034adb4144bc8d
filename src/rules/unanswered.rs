use super::found::Found;
use super::{Case, Rule};
use crate::application::Answer;
use crate::day::DayError;
use crate::facts;
use crate::rules::finding::Place;

pub(super) const ID: &str = "unanswered";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Every question that applies to you has an answer. “I’m not sure” is one.",
    basis: &[&facts::NO_FAST_TRACK],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let answers = case.answers();
    for question in answers.asked().filter(|question| !answers.is_answered(*question)) {
        let place = Place::Question(question);
        let unreadable = match answers.to(question) {
            Some(Answer::Day(day)) => day.parse().err().filter(|error| *error != DayError::Empty),
            _ => None,
        };
        match unreadable {
            Some(error) => found.blocker(place, error.to_string()),
            None => found.missing(place, question.entry().missing),
        }
        .hold_form();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Answers, Question};
    use crate::day::TypedDay;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{found, severities};

    #[test]
    fn fires_on_each_question_asked_and_not_answered() {
        let findings = found(ID, |application| application.answers = Answers::default());
        let asked: Vec<_> = Answers::default().asked().map(Place::Question).collect();
        assert_eq!(findings.iter().map(|finding| finding.place).collect::<Vec<_>>(), asked);
        assert!(findings.iter().all(|finding| finding.severity == Severity::Missing));
    }

    #[test]
    fn fires_on_a_day_that_cannot_be_read() {
        let day = |line| {
            severities(ID, |application| {
                application.answers.set(Question::Proof, Answer::Passcode);
                application.answers.set(Question::PasscodeRoute, Answer::Post);
                application.answers.set(Question::PasscodeIssued, Answer::Day(TypedDay::from_line(line)));
            })
        };
        assert_eq!(day("31/2/2026"), [Severity::Blocker]);
        assert_eq!(day("//"), [Severity::Missing]);
    }

    #[test]
    fn is_silent_once_all_is_answered() {
        assert_eq!(found(ID, |_| ()), []);
    }
}
