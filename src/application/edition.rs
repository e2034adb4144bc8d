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
    /// The newest edition at `today`: a new one opens in September, and none is open before.
    pub fn open_on(today: Date) -> Self {
        let turned = today.month() as u8 >= OPENS as u8;
        Edition { first_year: if turned { today.year() } else { today.year() - 1 } }
    }

    /// The next 30 June from `day` on, by which a toolkit is to be published.
    pub fn next_deadline(day: Date) -> Date {
        let open = Edition::open_on(day);
        // In July and August, that of the edition that is not open yet.
        if open.deadline() >= day { open.deadline() } else { open.last_day() }
    }

    /// The edition before this one.
    pub fn before(self) -> Self {
        Edition { first_year: self.first_year - 1 }
    }

    /// The last day to publish it: 30 June.
    pub fn deadline(self) -> Date {
        end_of_june(self.first_year + 1)
    }

    /// The first day on which its status may have ended: twelve months after the first day it could be published.
    pub fn may_end_from(self) -> Date {
        Date::from_calendar_date(self.first_year + 1, OPENS, 1).unwrap_or(Date::MAX)
    }

    /// The last day its status can count: a year after the deadline, by which the next one is due.
    pub fn last_day(self) -> Date {
        end_of_june(self.first_year + 2)
    }
}

/// The month in which a new edition opens.
const OPENS: Month = Month::September;

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
    fn a_new_edition_is_offered_from_september_and_not_before() {
        for (month, day, newest) in [
            (Month::January, 1, "2025-26"),
            (Month::July, 1, "2025-26"),
            (Month::August, 31, "2025-26"),
            (Month::September, 1, "2026-27"),
            (Month::December, 31, "2026-27"),
        ] {
            assert_eq!(Edition::open_on(on(2026, month, day)).to_string(), newest, "{month} {day}");
        }
    }

    #[test]
    fn the_next_deadline_is_the_30_june_that_is_not_over() {
        for (month, day, next) in [
            (Month::January, 1, "30 June 2026"),
            (Month::June, 30, "30 June 2026"),
            (Month::July, 1, "30 June 2027"),
            (Month::August, 31, "30 June 2027"),
            (Month::September, 1, "30 June 2027"),
            (Month::December, 31, "30 June 2027"),
        ] {
            assert_eq!(in_words(Edition::next_deadline(on(2026, month, day))), next, "{month} {day}");
        }
    }

    #[test]
    fn the_published_example_of_2022_23_ended_on_30_june_2024() {
        let edition: Edition = "2022-23".parse().unwrap();
        assert_eq!(in_words(edition.deadline()), "30 June 2023");
        assert_eq!(in_words(edition.may_end_from()), "1 September 2023");
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
