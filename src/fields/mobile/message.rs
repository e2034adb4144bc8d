//! What a person is told about a mobile number.

use super::island::Island;
use crate::fields::{Doubt, FieldError};
use std::error::Error;
use std::fmt::{self, Display};

/// Why a box holds no UK mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MobileError {
    /// Nothing was typed.
    Empty,
    /// A number starting 01, 02 or 03.
    Landline,
    /// A number starting 08 or 09: freephone, shared or premium rate.
    SpecialRate,
    /// A number starting 070, which forwards calls and costs the caller.
    Personal,
    /// A number starting 076, other than 07624.
    Pager,
    /// A number with another country's code.
    Foreign,
    /// A number that starts with none of the beginnings a UK mobile has.
    NotMobile,
    /// Digits are missing.
    TooShort {
        /// How many digits there are, with the leading 0.
        digits: usize,
    },
    /// There are digits too many.
    TooLong {
        /// How many digits there are, with the leading 0.
        digits: usize,
    },
    /// Letters or signs among the digits that no number holds.
    NotDigits,
    /// Words around the digits that may be of more than one meaning.
    Words,
    /// A number with an extension.
    Extension,
    /// More than one number in the box.
    TwoNumbers,
    /// A number and the end of a second one: `07700 900123/4`.
    ShortSecond,
    /// A spreadsheet wrote the number as `7.7009E+09` and cut its last digits.
    ScientificNotation,
}

impl Display for MobileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Empty => "Enter a mobile number, like 07700 900123.",
            Self::Landline => "This is a landline number. Enter a UK mobile number, starting 07.",
            Self::SpecialRate => {
                "Numbers starting 08 or 09 are not mobiles. Enter a UK mobile number, starting 07."
            }
            Self::Personal => {
                "Numbers starting 070 pass calls on and are not mobiles. \
                 Enter the person’s own mobile number."
            }
            Self::Pager => "Numbers starting 076 belong to pagers. Enter the person’s own mobile number.",
            Self::Foreign => {
                "This number is from another country. NHSmail needs a UK mobile number, \
                 starting 07 or +44."
            }
            Self::NotMobile => "UK mobile numbers start with 07. Check the first digits.",
            Self::TooShort { digits } => {
                return write!(
                    f,
                    "A UK mobile number has 11 digits, and this one has {digits}. \
                     Check for a missing digit."
                );
            }
            Self::TooLong { digits } => {
                return write!(
                    f,
                    "A UK mobile number has 11 digits, and this one has {digits}. \
                     Check for an extra digit."
                );
            }
            Self::NotDigits => {
                "Enter a mobile number in digits, like 07700 900123. Each person needs one of their own."
            }
            Self::Words => "Enter the number alone, like 07700 900123. Take out the words around it.",
            Self::Extension => "A mobile number has no extension. Enter the 11 digits only.",
            Self::TwoNumbers => "There is more than one number in this box. Give one.",
            Self::ShortSecond => {
                "There seem to be two numbers in this box, the second cut short. Give one, in full."
            }
            Self::ScientificNotation => {
                "A spreadsheet has cut the end off this number. \
                 Type it again in full, like 07700 900123."
            }
        };
        f.write_str(words)
    }
}

impl Error for MobileError {}

impl FieldError for MobileError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about a mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MobileDoubt {
    /// The number belongs to a Crown Dependency; whether NHSmail takes it is not published.
    CrownDependency(Island),
    /// No network is known to use numbers that start like this.
    UnusedRange,
}

impl Display for MobileDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CrownDependency(island) => write!(
                f,
                "This is a number from {island}, and we are unsure whether NHSmail takes it. \
                 Use a UK number if the person has one."
            ),
            Self::UnusedRange => f.write_str(
                "We know of no network whose numbers start like this. Check the first six digits.",
            ),
        }
    }
}

impl Doubt for MobileDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::CrownDependency(_) => "crown-dependency",
            Self::UnusedRange => "unused-range",
        }
    }
}
