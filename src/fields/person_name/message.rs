//! What a person is told about a name.

use crate::fields::{Doubt, FieldError};
use std::error::Error;
use std::fmt::{self, Display};

/// Why a box holds no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNameError {
    /// Nothing was typed.
    Empty,
}

impl Display for PersonNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Enter a name, like Anna or O'Brien.")
    }
}

impl Error for PersonNameError {}

impl FieldError for PersonNameError {
    fn is_empty(&self) -> bool {
        true
    }
}

/// What only a person can say about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNameDoubt {
    /// It stands where no name is known: `TBC`, `n/a`, `Vacant`.
    NotAName,
    /// It is no more than initials: `J`, `C.E.`
    Initial,
    /// It reads like a post or a place.
    LooksLikePost,
    /// It reads like the names of two people.
    TwoPeople,
    /// It holds digits, other than in "3rd" and the like.
    Digits,
    /// It holds a sign that names do not have, or a comma between names.
    Sign(char),
    /// It holds no letter at all.
    NoLetters,
    /// It has more than [`MANY_CHARACTERS`](super::MANY_CHARACTERS).
    Long,
}

impl Display for PersonNameDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAName => {
                "This does not look like a person’s name. \
                 Check it, or take this person off the list until you know the name."
            }
            Self::Initial => "Is this the name in full? If not, enter the whole name.",
            Self::LooksLikePost => {
                "This looks like a post or a place. NHSmail accounts are for people: \
                 check that it is a person’s name."
            }
            Self::TwoPeople => "This looks like two people. Give each person their own place in the list.",
            Self::Digits => "This name has a number in it. Check that it is a person’s name.",
            Self::Sign(c) => {
                return write!(f, "This name has “{c}” in it. Check that it is right.");
            }
            Self::NoLetters => "This has no letters in it. Check that it is a person’s name.",
            Self::Long => "This is a long name. Check that nothing else is in the box.",
        })
    }
}

impl Doubt for PersonNameDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::NotAName => "not-a-name",
            Self::Initial => "initial",
            Self::LooksLikePost => "looks-like-post",
            Self::TwoPeople => "two-people",
            Self::Digits => "digits-in-name",
            Self::Sign(_) => "sign-in-name",
            Self::NoLetters => "no-letters",
            Self::Long => "long-name",
        }
    }
}
