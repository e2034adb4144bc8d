//! What a person types into one box, read into a value that can be trusted.
//!
//! Each field is one type, in a folder of its own: [`FromStr`] reads whatever was typed or pasted, [`Display`]
//! writes the one canonical form. Four outcomes are kept apart, because a person must do something
//! different about each:
//!
//! - **empty**: the box holds nothing; [`FieldError::is_empty`] says so, and the words are "Enter …";
//! - **repaired**: the value is certain, but was written another way; [`Field::repair`] shows both;
//! - **to confirm**: the value may be right, and only a person can say; [`Field::doubts`] asks;
//! - **refused**: no such value can exist; the error says what to do.
//!
//! Every canonical form parses to itself, without repair.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod email;
pub mod location_id;
pub mod mobile;
pub mod ods_code;
pub mod person_name;
pub mod postcode;
pub mod secret;
pub mod title_case;

pub use email::Email;
pub use location_id::LocationId;
pub use mobile::Mobile;
pub use ods_code::OdsCode;
pub use person_name::PersonName;
pub use postcode::Postcode;

pub use crate::text::{Entered, Mend, Repair};

use std::error::Error;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// One box of the form, read.
pub trait Field: FromStr<Err: FieldError + Clone + PartialEq> + Display + Clone + PartialEq + Debug {
    /// What needs a person's word about a value of this field.
    type Doubt: Doubt + Clone + PartialEq + Debug;

    /// What was mended to reach the canonical form; `None` when it was typed as it is kept.
    fn repair(&self) -> Option<&Repair>;

    /// What only a person can settle. Empty when the value needs no one's word.
    fn doubts(&self) -> &[Self::Doubt];
}

/// Implements [`Display`] and [`Field`] for a type with members `repair` and `doubts`. `kept` names the member
/// that holds the canonical form.
macro_rules! field {
    ($field:ident, kept: $kept:ident, doubts: $doubt:ty) => {
        impl std::fmt::Display for $field {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.$kept)
            }
        }

        impl $crate::fields::Field for $field {
            type Doubt = $doubt;

            fn repair(&self) -> Option<&$crate::fields::Repair> {
                self.repair.as_ref()
            }

            fn doubts(&self) -> &[$doubt] {
                &self.doubts
            }
        }
    };
}
use field;

/// Why a box could not be read. [`Display`] is a sentence that says what to do.
pub trait FieldError: Error {
    /// Whether the box holds nothing at all.
    fn is_empty(&self) -> bool;
}

/// A question that only a person can answer. [`Display`] says what looks odd, and what to check.
pub trait Doubt: Display {
    /// A short name of the doubt that stays the same from one release to the next, such as
    /// `head-office`: an answer is remembered under it.
    fn id(&self) -> &'static str;

    /// The value that was probably meant, where one is likely: `anna@gmail.com` for `anna@gmial.com`.
    fn suggestion(&self) -> Option<String> {
        None
    }
}
