use super::{Case, Rule};
use crate::application::Answer;
use crate::day::DayError;
use crate::facts;
use crate::finding::{Finding, Place};

pub(super) const ID: &str = "unanswered";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: |_| "Every question that applies to you has an answer. “I’m not sure” is one.".to_owned(),
    basis: &[&facts::NO_FAST_TRACK],
};

pub(super) fn check(case: &Case) -> Vec<Finding> {
    let answers = case.answers();
    let open = answers.asked().filter(|question| !answers.is_answered(*question));
    open.map(|question| {
        let place = Place::Question(question);
        match answers.to(question) {
            Some(Answer::Day(day)) if day.read() != Err(DayError::Empty) => {
                let problem = day.read().err().map(|error| error.to_string()).unwrap_or_default();
                Finding::blocker(ID, place, problem)
            }
            _ => Finding::missing(ID, place, question.wording().missing),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Answers, Question};
    use crate::day::TypedDay;
    use crate::finding::Severity;
    use crate::rules::bench::{found, severities};

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
