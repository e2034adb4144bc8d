//! What a person is told about a postcode.

use super::Nation;
use crate::fields::{Doubt, FieldError};
use std::error::Error;
use std::fmt::{self, Display};

/// Why a box holds no postcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostcodeError {
    /// Nothing was typed.
    Empty,
    /// It has a postcode's shape, but no area in the UK starts with these letters.
    NoSuchArea(String),
    /// Only the first part was typed, or the end is missing.
    Incomplete,
    /// The last two letters include one that never stands there.
    LastLetters,
    /// It does not have the shape of a postcode.
    NotAPostcode,
}

impl Display for PostcodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Enter a postcode, like LN1 1AA."),
            Self::NoSuchArea(area) => {
                write!(f, "No UK postcode starts with {area}. Check the letters at the start.")
            }
            Self::Incomplete => f.write_str("Enter the whole postcode, like LN1 1AA."),
            Self::LastLetters => {
                f.write_str("The last two letters of a postcode are never C, I, K, M, O or V. Check the end.")
            }
            Self::NotAPostcode => f.write_str("Enter a full UK postcode, like LN1 1AA, and nothing else."),
        }
    }
}

impl Error for PostcodeError {}

impl FieldError for PostcodeError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about a postcode. CQC registers services in England only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostcodeDoubt {
    /// The whole area lies outside England.
    OutsideEngland(Nation),
    /// A British forces post office.
    Forces,
    /// A postcode of an organisation, not of a place: BX and GIR 0AA.
    NoPlace,
}

impl Display for PostcodeDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideEngland(nation) => write!(
                f,
                "This postcode is in {nation}, and CQC covers England only. \
                 Check it against the site’s page on the CQC website."
            ),
            Self::Forces => f.write_str(
                "This is a forces postcode. \
                 Check it against the site’s page on the CQC website.",
            ),
            Self::NoPlace => f.write_str(
                "This postcode belongs to a company’s post, not to a place. \
                 Check it against the site’s page on the CQC website.",
            ),
        }
    }
}

impl Doubt for PostcodeDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::OutsideEngland(_) => "outside-england",
            Self::Forces => "forces",
            Self::NoPlace => "no-place",
        }
    }
}
