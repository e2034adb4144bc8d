//! What a person is told about an ODS code.

use crate::fields::{Doubt, FieldError};
use std::error::Error;
use std::fmt::{self, Display};

/// Why a box holds no ODS code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OdsCodeError {
    /// Nothing was typed.
    Empty,
    /// Fewer than 3 letters and digits.
    TooShort,
    /// More than 9 letters and digits.
    TooLong,
    /// A character that no code holds.
    Character(char),
    /// More than one code in the box.
    TwoCodes,
    /// Words around what may be a code.
    Words,
    /// Words that say that it is not known.
    Unknown,
    /// It is the CQC Location ID.
    LocationId,
    /// It is the registered manager's ID, `CON1-…`, which works as a password.
    ManagerId,
}

impl Display for OdsCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter the site’s ODS code, like VM9X7, or say that you do not know it.",
            Self::TooShort => {
                "This is too short for an ODS code. A site’s code has 5 characters, like VM9X7."
            }
            Self::TooLong => "This is too long for an ODS code. A site’s code has 5 characters, like VM9X7.",
            Self::Character(c) => {
                return write!(f, "An ODS code holds only letters A to Z and digits. Take out “{c}”.");
            }
            Self::TwoCodes => "There is more than one code in this box. Give the one of this site.",
            Self::Words => "Enter only the site’s code, like VM9X7, without the words around it.",
            Self::Unknown => "If you do not know the ODS code, say so below this box.",
            Self::LocationId => {
                "This looks like the CQC Location ID. Enter the site’s ODS code, like VM9X7, or say that you do \
                 not know it."
            }
            Self::ManagerId => {
                "This is the manager’s ID, which works as a password. Take it out and enter the site’s ODS \
                 code, like VM9X7."
            }
        })
    }
}

impl Error for OdsCodeError {}

impl FieldError for OdsCodeError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about an ODS code that is not a site's by its shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OdsCodeDoubt {
    /// Four characters starting A or C: a head office.
    HeadOffice,
    /// V and five digits: a dental practice.
    Dental,
    /// Five characters starting 8, which are not used for NHSmail.
    NotForNhsmail,
    /// Any other shape.
    Unusual {
        /// The site's code that it would be with another letter or digit of the same look, when that is all
        /// that differs.
        meant: Option<String>,
    },
}

impl Display for OdsCodeDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HeadOffice => f.write_str(
                "This looks like the code of a head office. The portal needs the site’s own code, \
                 which has 5 characters.",
            ),
            Self::Dental => f.write_str(
                "This looks like the code of a dental practice. \
                 Check the code of the care site, which has 5 characters.",
            ),
            Self::NotForNhsmail => f.write_str(
                "Codes of 5 characters that start with 8 are not used for NHSmail. \
                 Check the code of the care site.",
            ),
            Self::Unusual { meant: Some(meant) } => write!(
                f,
                "This does not look like the code of a care site. \
                 Check each O and 0, I and 1: did you mean {meant}?"
            ),
            Self::Unusual { meant: None } => f.write_str(
                "This does not look like the code of a care site, such as VM9X7 or G7H8J. \
                 Check it with the letter or page it came from.",
            ),
        }
    }
}

impl Doubt for OdsCodeDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::HeadOffice => "head-office",
            Self::Dental => "dental-practice",
            Self::NotForNhsmail => "not-for-nhsmail",
            Self::Unusual { .. } => "unusual-code",
        }
    }

    fn suggestion(&self) -> Option<String> {
        match self {
            Self::Unusual { meant } => meant.clone(),
            _ => None,
        }
    }
}
