//! The Crown Dependencies, whose mobiles look like British ones.

use std::fmt::{self, Display};

/// A Crown Dependency, whose numbers share the UK's country code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Island {
    /// Jersey.
    Jersey,
    /// Guernsey, with Alderney and Sark.
    Guernsey,
    /// The Isle of Man.
    IsleOfMan,
}

impl Display for Island {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jersey => "Jersey",
            Self::Guernsey => "Guernsey",
            Self::IsleOfMan => "the Isle of Man",
        })
    }
}
