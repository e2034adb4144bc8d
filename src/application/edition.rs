//! The year a Data Security and Protection Toolkit status belongs to.

use serde::{Deserialize, Serialize};
use std::fmt::{self, Display};
use std::str::FromStr;

use time::{Date, Month};

/// A year of the toolkit, named as its statuses name it: the edition of 2025-26 is published by
/// 30 June 2026.
///
/// ```
/// use caremail::application::Edition;
/// let edition: Edition = "2025-26".parse().unwrap();
/// assert_eq!(edition.to_string(), "2025-26");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Edition {
    first_year: i32,
}

impl Edition {
    /// The edition providers are working on at `today`: it turns on 1 July.
    pub fn open_on(today: Date) -> Self {
        let turned = today.month() as u8 >= Month::July as u8;
        Edition { first_year: if turned { today.year() } else { today.year() - 1 } }
    }

    /// The edition before this one.
    pub fn before(self) -> Self {
        Edition { first_year: self.first_year - 1 }
    }

    /// The last day to publish it: 30 June.
    pub fn deadline(self) -> Date {
        end_of_june(self.first_year + 1)
    }

    /// The last day its status counts: a year after the deadline, by which the next one is due.
    pub fn last_day(self) -> Date {
        end_of_june(self.first_year + 2)
    }
}

fn end_of_june(year: i32) -> Date {
    Date::from_calendar_date(year, Month::June, 30).unwrap_or(Date::MAX)
}

impl Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.first_year, (self.first_year + 1).rem_euclid(100))
    }
}

/// The text does not name an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchEdition;

impl FromStr for Edition {
    type Err = NoSuchEdition;

    fn from_str(text: &str) -> Result<Self, NoSuchEdition> {
        let year = text.get(..4).and_then(|year| year.parse().ok()).ok_or(NoSuchEdition)?;
        let edition = Edition { first_year: year };
        let in_range = (2000..=9000).contains(&year);
        if in_range && edition.to_string() == text { Ok(edition) } else { Err(NoSuchEdition) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::in_words;

    fn on(year: i32, month: Month, day: u8) -> Date {
        Date::from_calendar_date(year, month, day).unwrap()
    }

    #[test]
    fn the_edition_turns_on_the_first_of_july() {
        assert_eq!(Edition::open_on(on(2026, Month::June, 30)).to_string(), "2025-26");
        assert_eq!(Edition::open_on(on(2026, Month::July, 1)).to_string(), "2026-27");
    }

    #[test]
    fn the_published_example_of_2022_23_ended_on_30_june_2024() {
        let edition: Edition = "2022-23".parse().unwrap();
        assert_eq!(in_words(edition.deadline()), "30 June 2023");
        assert_eq!(in_words(edition.last_day()), "30 June 2024");
    }

    #[test]
    fn only_two_years_that_follow_each_other_are_an_edition() {
        assert_eq!("1999-00".parse::<Edition>(), Err(NoSuchEdition));
        for text in ["", "2025", "2025-27", "2025/26", "éé25-26", "2099-100"] {
            assert_eq!(text.parse::<Edition>(), Err(NoSuchEdition), "{text}");
        }
        assert_eq!("2099-00".parse::<Edition>().unwrap().to_string(), "2099-00");
    }
}
