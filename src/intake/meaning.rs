//! What a column of a list is taken for.

use serde::{Deserialize, Serialize};

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// First names.
    FirstName,
    /// Last names.
    LastName,
    /// Whole names: "Anna Smith", "SMITH, Anna".
    FullName,
    /// Email addresses.
    Email,
    /// Mobile numbers.
    Mobile,
    /// Owner or member of the shared mailbox.
    Role,
    /// Nothing that is needed.
    Ignored,
}

impl Meaning {
    /// Every meaning, in the order they are offered.
    pub const ALL: [Meaning; 7] = [
        Meaning::FirstName,
        Meaning::LastName,
        Meaning::FullName,
        Meaning::Email,
        Meaning::Mobile,
        Meaning::Role,
        Meaning::Ignored,
    ];

    /// A name for it that stays the same.
    pub fn key(self) -> &'static str {
        match self {
            Meaning::FirstName => "first-name",
            Meaning::LastName => "last-name",
            Meaning::FullName => "full-name",
            Meaning::Email => "email",
            Meaning::Mobile => "mobile",
            Meaning::Role => "role",
            Meaning::Ignored => "ignored",
        }
    }

    /// The meaning called `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Meaning::ALL.into_iter().find(|meaning| meaning.key() == key)
    }

    /// Whether a column with this meaning leaves no room for another column with the meaning `other`.
    pub(super) fn leaves_out(self, other: Meaning) -> bool {
        let is_part = |meaning| matches!(meaning, Meaning::FirstName | Meaning::LastName);
        self == other
            || (self == Meaning::FullName && is_part(other))
            || (is_part(self) && other == Meaning::FullName)
    }

    /// What it is called on screen.
    pub fn label(self) -> &'static str {
        match self {
            Meaning::FirstName => "First name",
            Meaning::LastName => "Last name",
            Meaning::FullName => "First and last name together",
            Meaning::Email => "Email address",
            Meaning::Mobile => "Mobile number",
            Meaning::Role => "Shared mailbox: owner or member",
            Meaning::Ignored => "Leave this column out",
        }
    }
}
