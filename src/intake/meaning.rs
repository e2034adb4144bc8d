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
    /// What somebody is called; taken where the first name is missing or only an initial.
    PreferredName,
    /// Email addresses.
    Email,
    /// Other email addresses, taken where the first is missing.
    SecondEmail,
    /// Mobile numbers.
    Mobile,
    /// Other telephone numbers, taken where the mobile is missing and they are mobiles.
    SecondMobile,
    /// Owner or member of the shared mailbox.
    Role,
    /// Whether somebody works there: "Current", "Left".
    Status,
    /// The day on which somebody left.
    LeavingDate,
    /// Whether an account is wanted for somebody.
    NeedsAccount,
    /// Nothing that is needed.
    Ignored,
}

impl Meaning {
    /// Every meaning, in the order they are offered.
    pub const ALL: [Meaning; 13] = [
        Meaning::FirstName,
        Meaning::LastName,
        Meaning::FullName,
        Meaning::PreferredName,
        Meaning::Email,
        Meaning::SecondEmail,
        Meaning::Mobile,
        Meaning::SecondMobile,
        Meaning::Role,
        Meaning::Status,
        Meaning::LeavingDate,
        Meaning::NeedsAccount,
        Meaning::Ignored,
    ];

    /// A name for it that stays the same.
    pub fn key(self) -> &'static str {
        match self {
            Meaning::FirstName => "first-name",
            Meaning::LastName => "last-name",
            Meaning::FullName => "full-name",
            Meaning::PreferredName => "preferred-name",
            Meaning::Email => "email",
            Meaning::SecondEmail => "second-email",
            Meaning::Mobile => "mobile",
            Meaning::SecondMobile => "second-mobile",
            Meaning::Role => "role",
            Meaning::Status => "status",
            Meaning::LeavingDate => "leaving-date",
            Meaning::NeedsAccount => "needs-account",
            Meaning::Ignored => "ignored",
        }
    }

    /// The meaning called `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Meaning::ALL.into_iter().find(|meaning| meaning.key() == key)
    }

    /// Whether more than one column may have it.
    pub fn may_repeat(self) -> bool {
        matches!(self, Meaning::SecondEmail | Meaning::SecondMobile | Meaning::Ignored)
    }

    /// Whether a column with it holds something of the person: a name, an address, a number.
    pub fn is_of_person(self) -> bool {
        !matches!(
            self,
            Meaning::Ignored | Meaning::Role | Meaning::Status | Meaning::LeavingDate | Meaning::NeedsAccount
        )
    }

    /// Whether a column with this meaning leaves no room for another column with the meaning `other`.
    pub(super) fn leaves_out(self, other: Meaning) -> bool {
        let is_part = |meaning| matches!(meaning, Meaning::FirstName | Meaning::LastName);
        (self == other && !self.may_repeat())
            || (self == Meaning::FullName && is_part(other))
            || (is_part(self) && other == Meaning::FullName)
    }

    /// What it is called on screen.
    pub fn label(self) -> &'static str {
        match self {
            Meaning::FirstName => "First name",
            Meaning::LastName => "Last name",
            Meaning::FullName => "First and last name together",
            Meaning::PreferredName => "Preferred name",
            Meaning::Email => "Email address",
            Meaning::SecondEmail => "Other email address",
            Meaning::Mobile => "Mobile number",
            Meaning::SecondMobile => "Other phone number",
            Meaning::Role => "Shared mailbox: owner or member",
            Meaning::Status => "Whether they work for you",
            Meaning::LeavingDate => "Leaving date",
            Meaning::NeedsAccount => "Whether they need an account",
            Meaning::Ignored => "Leave this column out",
        }
    }
}
