//! What a row of a list comes to, and the columns that say so in a list that is given back.

use crate::application::PersonBox;
use crate::rules::finding::Mark;

/// What stands above the columns behind a list's own. Those of the values are taken in place of the list's own when it
/// is brought in again.
pub const HEADINGS: [&str; 6] = [
    "Corrected first name",
    "Corrected last name",
    "Corrected email",
    "Corrected mobile",
    "Result",
    "What to do",
];

/// The values that are given back.
pub const BOXES: [PersonBox; 4] =
    [PersonBox::FirstName, PersonBox::LastName, PersonBox::Email, PersonBox::Mobile];

/// What a row comes to, what comes first the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowResult {
    /// An earlier row says the same: whatever else is wrong with it, it is not wanted.
    Repeated,
    /// A value will not do.
    ToMend,
    /// A value is missing.
    Incomplete,
    /// Only a person can say whether a value is right.
    ToCheck,
    /// There is nothing to do.
    Ready,
}

impl RowResult {
    /// What a row comes to of which this is said.
    pub fn of(marks: impl Iterator<Item = Mark>, is_repeated: bool) -> Self {
        let repeated = is_repeated.then_some(RowResult::Repeated);
        marks.map(RowResult::of_mark).chain(repeated).min().unwrap_or(RowResult::Ready)
    }

    fn of_mark(mark: Mark) -> Self {
        match mark {
            Mark::ToDo => RowResult::ToMend,
            Mark::Missing => RowResult::Incomplete,
            Mark::ToCheck => RowResult::ToCheck,
            Mark::Repeated => RowResult::Repeated,
            Mark::Confirmed | Mark::Checked | Mark::Repaired | Mark::GoodToKnow => RowResult::Ready,
        }
    }

    /// What stands under "Result".
    pub fn label(self) -> &'static str {
        match self {
            RowResult::ToMend => "To mend",
            RowResult::Incomplete => "Incomplete",
            RowResult::Repeated => "Repeated",
            RowResult::ToCheck => "To check",
            RowResult::Ready => "Ready",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_to_the_gravest_that_is_said_of_it() {
        for (marks, is_repeated, expected) in [
            (&[][..], false, RowResult::Ready),
            (&[Mark::Repaired, Mark::GoodToKnow], false, RowResult::Ready),
            (&[Mark::Repaired, Mark::ToCheck], false, RowResult::ToCheck),
            (&[Mark::ToCheck, Mark::Missing], false, RowResult::Incomplete),
            (&[Mark::Missing, Mark::ToDo, Mark::ToCheck], false, RowResult::ToMend),
            (&[Mark::ToDo], true, RowResult::Repeated),
        ] {
            assert_eq!(RowResult::of(marks.iter().copied(), is_repeated), expected, "{marks:?}");
        }
    }
}
