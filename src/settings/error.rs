//! Why a host's settings cannot be gone by.

use std::error::Error;
use std::fmt::{self, Display};

use super::{LEAST_CONTRAST, TEAL, in_hex};

/// Why settings cannot be gone by. [`Display`] tells a host what to change.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingsError {
    /// The block is not JSON.
    NotJson,
    /// This name in the block is none of the settings.
    UnknownName(String),
    /// A value is of another kind: the parser's words.
    NotSettings(String),
    /// The text of this name is empty.
    Empty(&'static str),
    /// The text of this name is no email address.
    NotAnEmail(&'static str),
    /// The number of this name is out of this range.
    OutOfRange(&'static str, usize, usize),
    /// The first of these two numbers is larger than the second.
    WrongOrder(&'static str, &'static str),
    /// The text of this name is no address that begins with https.
    NotALink(&'static str),
    /// The text of this name is no address of a whole site.
    NotASite(&'static str),
    /// The text of this name is no colour written `#rrggbb`.
    NotAColour(&'static str),
    /// The colour of this name is hard to read on white, and white on it: their contrast, of 21.
    LowContrast(&'static str, f64),
}

impl Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettingsError::NotJson => f.write_str(
                "The settings in index.html are not JSON. Look for a comma or a quotation mark that is missing, or one too many.",
            ),
            SettingsError::UnknownName(name) => {
                write!(f, "There is no setting called {name}. Check how it is spelt in the settings in index.html.")
            }
            SettingsError::NotSettings(why) => write!(f, "Check the values of the settings in index.html: {why}."),
            SettingsError::Empty(name) => write!(f, "Give {name} a value in the settings in index.html."),
            SettingsError::NotAnEmail(name) => {
                write!(f, "Write one email address for {name} in the settings in index.html, like anna@example.org.")
            }
            SettingsError::OutOfRange(name, least, most) => {
                write!(f, "Write a number from {least} to {most} for {name} in the settings in index.html.")
            }
            SettingsError::WrongOrder(lower, upper) => {
                write!(f, "Make {lower} no more than {upper} in the settings in index.html.")
            }
            SettingsError::NotALink(name) => {
                write!(f, "Write a web address that begins with https:// for {name} in the settings in index.html.")
            }
            SettingsError::NotASite(name) => {
                write!(f, "Write {name} in the settings in index.html as the address of a site alone, like https://www.example.org. Or leave it empty.")
            }
            SettingsError::NotAColour(name) => {
                write!(f, "Write {name} in the settings in index.html as a # and six digits or letters a to f, like {}.", in_hex(TEAL))
            }
            SettingsError::LowContrast(name, contrast) => {
                write!(f, "Choose a darker colour for {name} in the settings in index.html: its contrast with white is {contrast:.1} to 1, and has to be {LEAST_CONTRAST} to 1.")
            }
        }
    }
}

impl Error for SettingsError {}
