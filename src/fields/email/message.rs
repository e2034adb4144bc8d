//! What a person is told about an email address.

use crate::fields::{Doubt, FieldError};
use std::error::Error;
use std::fmt::{self, Display};

/// Why a box holds no email address that can be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailError {
    /// Nothing was typed.
    Empty,
    /// There is no @.
    NoAt,
    /// There is more than one @ in a single address.
    TwoAts,
    /// More than one address in the box.
    TwoAddresses,
    /// Spaces inside that may stand for anything.
    Spaces,
    /// Nothing before the @.
    NothingBefore,
    /// Nothing after the @.
    NothingAfter,
    /// A character that cannot stand where it is.
    Character(char),
    /// Two dots in a row.
    TwoDots,
    /// The part after the @ has no dot.
    NoDot,
    /// The part after the @ begins or ends with a dot.
    DomainDot,
    /// The part after the @ has an empty part, one with a hyphen at its end, too long a one, or one that stands
    /// for no letters.
    Domain,
    /// The address does not end in letters, such as .com.
    Ending,
    /// More than [`MOST_CHARACTERS`](super::MOST_CHARACTERS).
    TooLong,
    /// The person already has an NHSmail account: it must be joined to the site, not created again.
    AlreadyNhsMail {
        /// The address, in lower case.
        address: String,
    },
    /// An NHSmail address that is a site's shared mailbox: no one's account, nor a way to reach one.
    SharedNhsMail,
}

impl Display for EmailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter an email address, like anna@example.org.",
            Self::NoAt => "Enter a whole email address with an @, like anna@example.org.",
            Self::TwoAts => "This address has more than one @. Check it.",
            Self::TwoAddresses => "There is more than one address in this box. Give one.",
            Self::Spaces => "Take the spaces out of this address, and any words around it.",
            Self::NothingBefore => "The part before the @ is missing. Enter the whole address.",
            Self::NothingAfter => "The part after the @ is missing. Enter the whole address.",
            Self::Character(c) => {
                return write!(f, "An email address cannot have “{c}” here. Check it.");
            }
            Self::TwoDots => "This address has two dots in a row. Take one out.",
            Self::NoDot => "The part after the @ has no dot. Enter the whole address, like anna@example.org.",
            Self::DomainDot => "There is a dot at the start or the end of the part after the @. Take it out.",
            Self::Domain => "Check the part after the @. It should look like example.org.",
            Self::Ending => "Check the end of this address. It should be letters, like .com or .org.uk.",
            Self::TooLong => "An email address has at most 254 characters. Check this one.",
            Self::AlreadyNhsMail { .. } => {
                "This person already has an NHSmail account. \
                 Ask the NHS helpdesk to join it to the site, and take this person off the list."
            }
            Self::SharedNhsMail => {
                "This is a shared NHSmail mailbox, not a person’s account. Enter the person’s own \
                 address; if the mailbox is your site's, check your answer to the first question."
            }
        })
    }
}

impl Error for EmailError {}

impl FieldError for EmailError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about an email address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailDoubt {
    /// The part before the @ begins or ends with a dot, which most mail systems refuse.
    DotAtEnd {
        /// The address without it.
        meant: String,
    },
    /// It looks like a post's or a shared mailbox, where NHSmail wants each person's own.
    Shared,
    /// The domain is nearly that of a large mail provider.
    Typo {
        /// The address that was probably meant.
        meant: String,
    },
}

impl Display for EmailDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DotAtEnd { meant } => {
                write!(f, "The part before the @ begins or ends with a dot. Did you mean {meant}?")
            }
            Self::Shared => f.write_str(
                "This looks like an address that several people read. \
                 Check that only this person uses it, or give their own.",
            ),
            Self::Typo { meant } => write!(f, "Check the part after the @. Did you mean {meant}?"),
        }
    }
}

impl Doubt for EmailDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::DotAtEnd { .. } => "dot-at-end",
            Self::Shared => "shared-address",
            Self::Typo { .. } => "domain-typo",
        }
    }

    fn suggestion(&self) -> Option<String> {
        match self {
            Self::Shared => None,
            Self::DotAtEnd { meant } | Self::Typo { meant } => Some(meant.clone()),
        }
    }
}
