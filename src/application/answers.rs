//! The answers given so far, by question, and which questions they lead to.

use std::collections::BTreeMap;

use super::{Answer, Question};
use serde::{Deserialize, Serialize};

/// What has been answered. An answer stays when the question it hung on is answered another way,
/// so that going back and forth loses nothing; [`Answers::to`] shows it only while it is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    given: BTreeMap<Question, Answer>,
}

impl Answers {
    /// The answer to `question`, if it is asked and has one.
    pub fn to(&self, question: Question) -> Option<&Answer> {
        self.kept(question).filter(|_| question.is_asked(self))
    }

    /// The answer ever given to `question`, asked now or not.
    pub fn kept(&self, question: Question) -> Option<&Answer> {
        self.given.get(&question)
    }

    /// Whether `question` is asked, and answered with `answer`.
    pub fn are(&self, question: Question, answer: Answer) -> bool {
        self.to(question) == Some(&answer)
    }

    /// Keeps `answer` in place of any earlier one.
    pub fn set(&mut self, question: Question, answer: Answer) {
        self.given.insert(question, answer);
    }

    /// Every answer ever given, in the order of the questions.
    pub fn all(&self) -> impl Iterator<Item = (Question, &Answer)> {
        self.given.iter().map(|(question, answer)| (*question, answer))
    }

    /// The questions that these answers lead to, in order, answered or not.
    pub fn asked(&self) -> impl Iterator<Item = Question> + '_ {
        Question::ALL.into_iter().filter(|question| question.is_asked(self))
    }

    /// The first question asked that has no answer yet; a day that cannot be read is none.
    pub fn next_open(&self) -> Option<Question> {
        self.asked().find(|question| !self.is_answered(*question))
    }

    /// Whether `question` has an answer that can be used.
    pub fn is_answered(&self, question: Question) -> bool {
        match self.to(question) {
            Some(Answer::Day(day)) => day.parse().is_ok(),
            answer => answer.is_some(),
        }
    }
}

impl Question {
    /// Whether these answers lead to this question.
    pub fn is_asked(self, answers: &Answers) -> bool {
        let given = |question: Question, answer: Answer| answers.are(question, answer);
        match self {
            Question::AlreadyHas => true,
            Question::OpensMailbox => given(Question::AlreadyHas, Answer::Yes),
            Question::Service => !given(Question::AlreadyHas, Answer::Yes),
            Question::Registered => {
                Question::Service.is_asked(answers) && !given(Question::Service, Answer::Hospice)
            }
            Question::Funding | Question::DsptStatus | Question::Proof => {
                Question::Registered.is_asked(answers) && !given(Question::Registered, Answer::No)
            }
            Question::DsptEdition | Question::DsptPublisher => matches!(
                answers.to(Question::DsptStatus),
                Some(Answer::Exceeded | Answer::Met | Answer::Approaching)
            ),
            Question::PasscodeRoute => given(Question::Proof, Answer::Passcode),
            Question::PasscodeIssued => given(Question::Proof, Answer::Passcode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The questions asked when `given` has been answered.
    fn asked(given: &[(Question, Answer)]) -> Vec<Question> {
        let mut answers = Answers::default();
        for (question, answer) in given {
            answers.set(*question, answer.clone());
        }
        answers.asked().collect()
    }

    #[test]
    fn a_provider_new_to_nhsmail_is_asked_the_whole_journey() {
        assert_eq!(
            asked(&[(Question::AlreadyHas, Answer::No)]),
            [
                Question::AlreadyHas,
                Question::Service,
                Question::Registered,
                Question::Funding,
                Question::DsptStatus,
                Question::Proof
            ]
        );
    }

    #[test]
    fn a_provider_with_nhsmail_is_asked_only_about_its_mailbox() {
        let journey = asked(&[(Question::AlreadyHas, Answer::Yes)]);
        assert_eq!(journey, [Question::AlreadyHas, Question::OpensMailbox]);
    }

    #[test]
    fn a_hospice_is_asked_no_further() {
        let journey = asked(&[(Question::AlreadyHas, Answer::No), (Question::Service, Answer::Hospice)]);
        assert_eq!(journey, [Question::AlreadyHas, Question::Service]);
    }

    #[test]
    fn not_being_sure_is_never_the_end() {
        for question in Question::ALL {
            let before = asked(&[]);
            let after = asked(&[(question, Answer::NotSure)]);
            assert!(after.len() >= before.len(), "{question:?}");
        }
    }

    #[test]
    fn changing_an_earlier_answer_keeps_the_later_ones() {
        let mut answers = Answers::default();
        answers.set(Question::AlreadyHas, Answer::No);
        answers.set(Question::Proof, Answer::Passcode);
        answers.set(Question::PasscodeRoute, Answer::Post);
        answers.set(Question::Proof, Answer::ManagersId);
        assert_eq!(answers.to(Question::PasscodeRoute), None);
        answers.set(Question::Proof, Answer::Passcode);
        assert_eq!(answers.to(Question::PasscodeRoute), Some(&Answer::Post));
    }
}
