//! What the cells of a column look like.

use super::headings;
use super::meaning::Meaning;
use super::names::is_title;
use super::table::Row;
use super::values;
use super::words::lists;
use crate::fields::Mobile;
use crate::fields::person_name::looks_like_post;
use crate::text::lowercase;

/// What the cells of a column look like, in hundredths of those that hold anything.
pub(super) struct Held {
    /// How many hundredths of the rows hold anything at all.
    pub(super) filled: i32,
    pub(super) emails: i32,
    pub(super) mobiles: i32,
    pub(super) names: i32,
    pub(super) whole_names: i32,
    roles: i32,
    /// Titles such as "Mrs", and words that name a post.
    pub(super) no_names: i32,
    /// Whether several rows hold one value, the same: it may be the home's name, and is no person's.
    pub(super) is_one_value: bool,
}

impl Held {
    pub(super) fn of(rows: &[&Row], column: usize) -> Self {
        let texts = || rows.iter().map(|row| row.text(column).trim()).filter(|text| !is_nothing(text));
        let count = texts().count();
        let hundredths = |found: usize, of: usize| i32::try_from(found * 100 / of.max(1)).unwrap_or(0);
        let share = |is: fn(&str) -> bool| hundredths(texts().filter(|text| is(text)).count(), count);
        Held {
            filled: hundredths(count, rows.len()),
            emails: share(|text| text.contains('@')),
            mobiles: share(holds_mobile),
            names: share(is_name),
            whole_names: share(|text| is_name(text) && text.contains([' ', ','])),
            roles: share(is_role),
            is_one_value: count > 1 && texts().all(|text| Some(text) == texts().next()),
            no_names: share(|text| is_title(text) || looks_like_post(text, "")),
        }
    }

    /// How much the cells tell for a meaning, or against it, in points.
    pub(super) fn evidence_for(&self, meaning: Meaning, is_named_so: bool) -> i32 {
        let is_empty = self.filled == 0;
        // Of two columns that are named alike, the fuller.
        let fullness = if is_named_so { self.filled / 4 } else { 0 };
        match meaning {
            // "E-mail Type" holds no address.
            Meaning::Email if self.emails == 0 && !is_empty => -100,
            Meaning::Email => self.emails - 20 + fullness,
            Meaning::Mobile => self.mobiles - 20 + fullness,
            Meaning::Role => self.roles - 60,
            // Words alone make no names: jobs, towns and days are words too.
            Meaning::FirstName | Meaning::LastName | Meaning::PreferredName => (self.names - 80) / 2,
            Meaning::FullName => (self.whole_names - 60) / 2,
            _ => 0,
        }
    }
}

/// What people write where there is no address.
const NOTHING: &str = "none n/a na nil no tbc tba unknown pending missing blank";

/// Whether the cell is empty, or says that there is nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    text.is_empty() || text.len() <= "unknown".len() && lists(NOTHING, &lowercase(text))
}

/// Whether the cell is a mobile, and nothing else.
pub(super) fn is_mobile(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 9 && text.parse::<Mobile>().is_ok() || (text.contains("E+") && text.starts_with('7'))
}

/// Whether a mobile stands in the cell, among whatever else.
fn holds_mobile(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    is_mobile(text) || (digits >= 9 && values::mobile(text).text.parse::<Mobile>().is_ok())
}

/// Letters, and no more than four words of them: not a sentence, and no address.
fn is_name(text: &str) -> bool {
    let is_of_names = |c: char| c.is_alphabetic() || !c.is_ascii() || " -'.,:()\"&/".contains(c);
    text.chars().any(char::is_alphabetic)
        && text.chars().all(is_of_names)
        && text.split_whitespace().count() <= 6
}

/// Whether the cell says which of the two one is.
fn is_role(text: &str) -> bool {
    headings::role(text).is_some()
}
