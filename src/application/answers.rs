//! The answers given so far, by question.

use super::{Edition, Question};
use crate::day::TypedDay;
use serde::{Deserialize, Serialize};

/// One answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// "I'm not sure": a real answer, which leads to an action.
    NotSure,
    /// A care home, with or without nursing.
    CareHome,
    /// Care in people's own homes.
    HomeCare,
    /// A service the council runs itself.
    CouncilService,
    /// A hospice.
    Hospice,
    /// A service that is none of those offered.
    OtherService,
    /// The toolkit status Standards Exceeded.
    Exceeded,
    /// The toolkit status Standards Met.
    Met,
    /// The toolkit status Approaching Standards.
    Approaching,
    /// The toolkit status Standards Not Met.
    NotMet,
    /// The toolkit is not published.
    NotPublished,
    /// This site itself.
    ThisSite,
    /// The head office, for several sites.
    HeadOffice,
    /// The CQC manager's ID. Only that it is to hand is known; the ID itself is never kept.
    ManagersId,
    /// A one-time passcode. Only that it was asked for is known; the code itself is never asked.
    Passcode,
    /// Neither of the two.
    Neither,
    /// By letter.
    Post,
    /// By email.
    Email,
    /// A year of the toolkit.
    Edition(Edition),
    /// A day, as typed.
    Day(TypedDay),
}

/// The answers that have one name each; the others carry a value and are named by it.
const NAMED: [(&str, Answer); 20] = [
    ("yes", Answer::Yes),
    ("no", Answer::No),
    ("not-sure", Answer::NotSure),
    ("care-home", Answer::CareHome),
    ("home-care", Answer::HomeCare),
    ("council-service", Answer::CouncilService),
    ("hospice", Answer::Hospice),
    ("other-service", Answer::OtherService),
    ("standards-exceeded", Answer::Exceeded),
    ("standards-met", Answer::Met),
    ("approaching-standards", Answer::Approaching),
    ("standards-not-met", Answer::NotMet),
    ("not-published", Answer::NotPublished),
    ("this-site", Answer::ThisSite),
    ("head-office", Answer::HeadOffice),
    ("managers-id", Answer::ManagersId),
    ("passcode", Answer::Passcode),
    ("neither", Answer::Neither),
    ("post", Answer::Post),
    ("email", Answer::Email),
];

impl Answer {
    /// The text the answer is saved under, such as `not-sure`, `2025-26` or `27/3/2026`.
    pub fn key(&self) -> String {
        match self {
            Answer::Edition(edition) => edition.to_string(),
            Answer::Day(day) => day.to_line(),
            named => NAMED.iter().find(|(_, answer)| answer == named).map_or("", |(key, _)| key).to_owned(),
        }
    }

    /// The answer saved under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        if key.contains('/') {
            return Some(Answer::Day(TypedDay::from_line(key)));
        }
        let named = NAMED.iter().find(|(name, _)| *name == key).map(|(_, answer)| answer.clone());
        named.or_else(|| key.parse().ok().map(Answer::Edition))
    }
}

/// What has been answered. An answer stays when the question it hung on is answered another way,
/// so that going back and forth loses nothing; [`Answers::to`] shows it only while it is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// In the order of the questions.
    given: Vec<(Question, Answer)>,
}

impl Answers {
    /// The answer to `question`, if it is asked and has one.
    pub fn to(&self, question: Question) -> Option<&Answer> {
        self.kept(question).filter(|_| question.is_asked(self))
    }

    /// The answer ever given to `question`, asked now or not.
    pub fn kept(&self, question: Question) -> Option<&Answer> {
        self.given.iter().find(|(asked, _)| *asked == question).map(|(_, answer)| answer)
    }

    /// Whether `question` is asked, and answered with `answer`.
    pub fn are(&self, question: Question, answer: Answer) -> bool {
        self.to(question) == Some(&answer)
    }

    /// Keeps `answer` in place of any earlier one.
    pub fn set(&mut self, question: Question, answer: Answer) {
        match self.given.binary_search_by_key(&question, |(asked, _)| *asked) {
            Ok(place) => self.given[place].1 = answer,
            Err(place) => self.given.insert(place, (question, answer)),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_read_back_from_its_key() {
        let edition: Edition = "2025-26".parse().unwrap();
        let day = TypedDay::from_line("31/2/2026");
        let others = [Answer::Edition(edition), Answer::Day(day), Answer::Day(TypedDay::default())];
        for answer in NAMED.iter().map(|(_, answer)| answer.clone()).chain(others) {
            assert!(!answer.key().is_empty(), "{answer:?} has a key");
            assert_eq!(Answer::from_key(&answer.key()), Some(answer));
        }
        assert_eq!(Answer::from_key("perhaps"), None);
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
