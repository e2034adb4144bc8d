//! Days of the calendar, as people type them and as the checker writes them.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use serde::{Deserialize, Serialize};
use std::fmt::{self, Display};

use time::{Date, Month, Weekday};

/// A day as it stands in three boxes. Holds whatever was typed, so that nothing typed is lost;
/// [`TypedDay::parse`] says whether it is a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedDay {
    /// Day of the month.
    pub day: String,
    /// Month, as a number or a name: `3`, `Mar`, `march`.
    pub month: String,
    /// Year, with four digits.
    pub year: String,
}

/// Why three boxes are not a day. [`Display`] says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayError {
    /// All three boxes are empty.
    Empty,
    /// One or two boxes are empty.
    Incomplete,
    /// The year has two digits: `26`.
    ShortYear,
    /// There is no such day.
    NoSuchDay,
}

impl Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DayError::Empty => "Enter the date.",
            DayError::Incomplete => "Enter the day, the month and the year.",
            DayError::ShortYear => "Enter the year with four digits, like 2026.",
            DayError::NoSuchDay => "Enter a real date, like 27 3 2026.",
        })
    }
}

impl TypedDay {
    /// The three boxes for `date`.
    pub fn of(date: Date) -> Self {
        TypedDay {
            day: date.day().to_string(),
            month: u8::from(date.month()).to_string(),
            year: date.year().to_string(),
        }
    }

    /// The day that was typed, in the Gregorian calendar.
    pub fn parse(&self) -> Result<Date, DayError> {
        let boxes = [&self.day, &self.month, &self.year].map(|text| text.trim());
        if boxes.iter().all(|text| text.is_empty()) {
            return Err(DayError::Empty);
        }
        if boxes.iter().any(|text| text.is_empty()) {
            return Err(DayError::Incomplete);
        }
        let [day, month, year] = boxes;
        if year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DayError::ShortYear);
        }
        let date = || {
            let four_digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
            let year = four_digits.then(|| year.parse().ok()).flatten()?;
            Date::from_calendar_date(year, month_of(month)?, day.parse().ok()?).ok()
        };
        date().ok_or(DayError::NoSuchDay)
    }

    /// One line that keeps all three boxes, for saving: `27/3/2026`.
    pub fn to_line(&self) -> String {
        format!("{}/{}/{}", self.day, self.month, self.year)
    }

    /// The boxes [`TypedDay::to_line`] wrote, or a day that was typed as words: `4 December 2026`. Never fails: what
    /// is missing is empty.
    pub fn from_line(line: &str) -> Self {
        let are_words = !line.contains('/') && line.split(' ').count() == 3;
        let mut parts = line.splitn(3, if are_words { ' ' } else { '/' }).map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        TypedDay { day: next(), month: next(), year: next() }
    }
}

const MONTHS: [Month; 12] = [
    Month::January,
    Month::February,
    Month::March,
    Month::April,
    Month::May,
    Month::June,
    Month::July,
    Month::August,
    Month::September,
    Month::October,
    Month::November,
    Month::December,
];

/// The month a number or a name stands for; a name may be cut to its first three letters.
fn month_of(text: &str) -> Option<Month> {
    if let Ok(number) = text.parse::<u8>() {
        return Month::try_from(number).ok();
    }
    let text = text.to_ascii_lowercase();
    let named = |month: &Month| text.len() >= 3 && name_of(*month).to_ascii_lowercase().starts_with(&text);
    MONTHS.into_iter().find(named)
}

fn name_of(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

/// The day in words, as GOV.UK writes it: `27 March 2026`.
pub fn in_words(date: Date) -> String {
    format!("{} {} {}", date.day(), name_of(date.month()), date.year())
}

/// The day `days` after `date`; the last day of the calendar where there is none.
pub fn after(date: Date, days: u16) -> Date {
    date.checked_add(time::Duration::days(days.into())).unwrap_or(Date::MAX)
}

/// `date`, or the Friday before it where it is a Saturday or a Sunday.
pub fn working_day_before(date: Date) -> Date {
    match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => date.prev_occurrence(Weekday::Friday),
        _ => date,
    }
}

/// `date`, or the Monday after it where it is a Saturday or a Sunday.
pub fn working_day_from(date: Date) -> Date {
    match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => date.next_occurrence(Weekday::Monday),
        _ => date,
    }
}

/// How many days lie from `from` to `to`; below zero when `to` is the earlier.
pub fn between(from: Date, to: Date) -> i64 {
    (to - from).whole_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(day: &str, month: &str, year: &str, expected: Result<&str, DayError>) {
        let typed = TypedDay { day: day.into(), month: month.into(), year: year.into() };
        assert_eq!(typed.parse().map(in_words), expected.map(str::to_owned), "{typed:?}");
    }

    #[test]
    fn a_day_is_read_as_people_type_it() {
        check("27", "3", "2026", Ok("27 March 2026"));
        check(" 01", "09 ", "2026", Ok("1 September 2026"));
        check("5", "Sept", "2026", Ok("5 September 2026"));
        check("5", "DECEMBER", "2026", Ok("5 December 2026"));
        check("29", "2", "2028", Ok("29 February 2028"));
    }

    #[test]
    fn what_is_not_a_day_says_so() {
        check("", " ", "", Err(DayError::Empty));
        check("27", "", "2026", Err(DayError::Incomplete));
        check("29", "2", "2026", Err(DayError::NoSuchDay));
        check("1", "13", "2026", Err(DayError::NoSuchDay));
        check("1", "ju", "2026", Err(DayError::NoSuchDay));
        check("1", "1", "26", Err(DayError::ShortYear));
        check("1", "1", "2x", Err(DayError::NoSuchDay));
        check("1", "1", "-2026", Err(DayError::NoSuchDay));
    }

    #[test]
    fn a_line_keeps_what_was_typed() {
        for line in ["27/3/2026", "//2026", "x/ /y/z", "//"] {
            assert_eq!(TypedDay::from_line(line).to_line(), line);
        }
        assert_eq!(TypedDay::from_line(""), TypedDay::default());
    }

    #[test]
    fn a_weekend_has_a_working_day_on_either_side() {
        let november = |day| Date::from_calendar_date(2026, Month::November, day).unwrap();
        for (day, before, from) in [(20, 20, 20), (21, 20, 23), (22, 20, 23), (23, 23, 23)] {
            assert_eq!(working_day_before(november(day)), november(before));
            assert_eq!(working_day_from(november(day)), november(from));
        }
    }

    #[test]
    fn days_are_counted_over_the_end_of_a_month() {
        let start = Date::from_calendar_date(2026, Month::February, 20).unwrap();
        assert_eq!(in_words(after(start, 28)), "20 March 2026");
        assert_eq!(between(start, after(start, 28)), 28);
    }
}
