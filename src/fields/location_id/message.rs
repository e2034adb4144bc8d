//! What a person is told about a Location ID.

use crate::fields::{Doubt, FieldError};
use std::error::Error;
use std::fmt::{self, Display};

/// Why a box holds no Location ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocationIdError {
    /// Nothing was typed.
    Empty,
    /// The address or the words say that it is the provider's own ID.
    ProviderId,
    /// It is the registered manager's ID, `CON1-…`, which works as a password.
    ManagerId,
    /// More than one ID in the box.
    TwoIds,
    /// Digits with no dash after the first.
    NoDash,
    /// Too few digits after `1-`, or too many.
    WrongLength {
        /// How many digits there are after `1-`.
        digits: usize,
    },
    /// Nothing in it looks like a Location ID.
    NotAnId,
}

impl Display for LocationIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter the CQC Location ID, like 1-123456789.",
            Self::ProviderId => {
                "This is the Provider ID. Open the site’s own page on the CQC website \
                 and copy the ID at the end of its address."
            }
            Self::ManagerId => {
                "This is the manager’s ID, which works as a password. Take it out and enter \
                 the Location ID, like 1-123456789."
            }
            Self::TwoIds => "There is more than one ID in this box. Give the one of this site.",
            Self::NoDash => "Enter the Location ID with its dash, like 1-123456789.",
            Self::WrongLength { digits } => {
                return write!(
                    f,
                    "A Location ID has 9 to 11 digits after 1-, and this one has {digits}. \
                     Check it on the CQC website."
                );
            }
            Self::NotAnId => {
                "A Location ID is 1, a dash and 9 to 11 digits, like 1-123456789. \
                 Find it at the end of the address of the location’s page on the CQC website."
            }
        })
    }
}

impl Error for LocationIdError {}

impl FieldError for LocationIdError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about a Location ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocationIdDoubt {
    /// 8 or 12 digits after `1-`.
    UnusualLength {
        /// How many digits there are after `1-`.
        digits: usize,
    },
}

impl Display for LocationIdDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::UnusualLength { digits } = self;
        write!(
            f,
            "Most Location IDs have 9 to 11 digits after 1-, and this one has {digits}. \
             Check it on the CQC website."
        )
    }
}

impl Doubt for LocationIdDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::UnusualLength { .. } => "unusual-length",
        }
    }
}
