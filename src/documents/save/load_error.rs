//! Why a file is not opened.

use std::fmt::{self, Display};

use crate::application::{MOST_PEOPLE, MOST_SITES};

/// Why a file was not opened. [`Display`] is the sentence to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadError {
    /// It is far larger than any file the checker saves.
    TooLarge,
    /// It lists more people than [`MOST_PEOPLE`].
    TooManyPeople,
    /// It lists more sites than [`MOST_SITES`].
    TooManySites,
    /// It holds a text that is longer than any that is typed into a box.
    TooLongText,
    /// It is not whole, or was changed by hand.
    Damaged,
    /// It is a file of something else.
    Foreign,
    /// A later release of the checker saved it.
    Newer,
    /// It is sealed, and not with this password.
    WrongPassword,
    /// It is sealed, and its end is missing.
    CutShort,
    /// It is sealed, and something in it is not as it was saved.
    Changed,
    /// It is sealed, and asks for more work than any file the checker seals.
    TooCostly,
}

impl Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::TooLarge => {
                write!(
                    f,
                    "That file is too large to be one this checker saved. Its name begins with nhsmail-application."
                )
            }
            LoadError::TooManyPeople => {
                write!(
                    f,
                    "That file lists more than {MOST_PEOPLE} people, so nothing was opened. Choose a file for one site."
                )
            }
            LoadError::TooManySites => write!(f, "That file holds more than {MOST_SITES} sites, so nothing was opened."),
            LoadError::TooLongText => f.write_str(
                "That file holds a text that is far too long for its box, so nothing was opened. Choose another copy of it.",
            ),
            LoadError::Damaged => f.write_str(
                "That file is damaged, so nothing was opened. Choose another copy of it, or start again.",
            ),
            LoadError::Foreign => {
                write!(f, "That file was not saved by this checker. Its name begins with nhsmail-application.")
            }
            LoadError::Newer => f.write_str(
                "That file was saved by a newer version of this checker. Reload this page, then open the file again.",
            ),
            LoadError::WrongPassword => f.write_str(
                "That is not the password of this file. Check capital letters, then type it again. Nobody can open the file without it.",
            ),
            LoadError::CutShort => f.write_str(
                "The end of that file is missing, so nothing was opened. Copy or download it again, or choose another copy.",
            ),
            LoadError::Changed => f.write_str(
                "Something in that file has changed since it was saved, so nothing was opened. Choose another copy of it.",
            ),
            LoadError::TooCostly => f.write_str(
                "That file asks for far more work than a file from this checker, so nothing was opened.",
            ),
        }
    }
}

impl std::error::Error for LoadError {}
