//! One answer to one question.

use super::Edition;
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
}
