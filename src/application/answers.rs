//! The answers given so far, by question.

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
    /// The answer ever given to `question`, asked now or not.
    pub fn kept(&self, question: Question) -> Option<&Answer> {
        self.given.get(&question)
    }

    /// Keeps `answer` in place of any earlier one.
    pub fn set(&mut self, question: Question, answer: Answer) {
        self.given.insert(question, answer);
    }

    /// Every answer ever given, in the order of the questions.
    pub fn all(&self) -> impl Iterator<Item = (Question, &Answer)> {
        self.given.iter().map(|(question, answer)| (*question, answer))
    }
}
