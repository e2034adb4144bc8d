//! The calendar on the wall.

use time::{Date, Month};

/// Today, where the user is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).ok().and_then(|month| Month::try_from(month).ok());
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    let year = i32::try_from(now.get_full_year()).unwrap_or(0);
    Date::from_calendar_date(year, month.unwrap_or(Month::January), day).unwrap_or(Date::MIN)
}
