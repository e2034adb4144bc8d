//! Why a file was not opened.

use std::error::Error;
use std::fmt::{self, Display};

/// Why a file was not opened. [`Display`] says what to do, in a sentence or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// It holds nothing.
    Empty,
    /// It has more bytes than [`super::limits::FILE_BYTES`].
    TooLarge,
    /// It holds more than the limits allow once it is opened: more bytes, parts or cells.
    HoldsTooMuch,
    /// It is a workbook that has a password.
    Password,
    /// It is a workbook, and cannot be read: a part of it is missing, or is not what it says it is.
    Damaged,
    /// It is a web page without a table.
    WebPage,
    /// It is the file that Excel or LibreOffice keeps beside a workbook while that is open.
    LockFile,
    /// It holds no more than where a sheet of Google's is kept.
    GoogleLink,
    /// It is a picture, a letter, a PDF: what it is, in a word or two.
    NoSpreadsheet(&'static str),
    /// It is neither a spreadsheet nor text, and nothing that can be named.
    Unknown,
    /// It is an old or rare kind of spreadsheet: its name.
    OtherSpreadsheet(&'static str),
}

impl Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is nothing in this file. Choose another."),
            Self::TooLarge => f.write_str(
                "This file is larger than 20 MB. Copy the rows you need into a new workbook, and choose that.",
            ),
            Self::HoldsTooMuch => f.write_str(
                "This file holds more than this page can open. Copy the rows you need and paste them here.",
            ),
            Self::Password => f.write_str(
                "This workbook has a password. Open it in Excel, remove the password, save it as .xlsx, then choose it again.",
            ),
            Self::Damaged => f.write_str(
                "This workbook is damaged, or only part of it arrived. Open it in Excel, save it as .xlsx, then choose it again.",
            ),
            Self::WebPage => f.write_str(
                "This is a web page without a list in it: perhaps the page where you sign in. Sign in, download the list again, then choose it.",
            ),
            Self::LockFile => f.write_str(
                "This is not the workbook itself, but a file that Excel keeps while the workbook is open. Choose the file whose name does not start with ~$.",
            ),
            Self::GoogleLink => f.write_str(
                "This file is only a link to a Google sheet. Open the sheet. Under File, choose Download, then Excel. Then choose the new file here.",
            ),
            Self::NoSpreadsheet(what) => {
                write!(f, "This file is {what}, and not a spreadsheet. Choose the spreadsheet itself, or copy the rows and paste them here.")
            }
            Self::Unknown => f.write_str(
                "This file is neither a spreadsheet nor text. Choose a spreadsheet, or copy its rows and paste them here.",
            ),
            Self::OtherSpreadsheet(what) => {
                write!(f, "This file is {what}. Open it where it was made, save it as .xlsx, then choose that.")
            }
        }
    }
}

impl Error for OpenError {}
