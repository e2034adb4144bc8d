//! A long list that comes in pieces: its rows are read while the rest of it is on its way.
//!
//! That is so for a text in columns, in UTF-8, whose quotation marks are sound. Of any other file, and of one that turns
//! out to be another, the bytes are handed back, to be opened once all are there.

use super::decode;
use super::named_columns::NamedColumn;
use super::site_list::SiteList;
use super::site_rows::{Carried, ListedRow};
use crate::settings::Settings;

/// A list of which pieces are still to come.
#[derive(Debug)]
pub struct ListInPieces {
    list: SiteList,
    carried: Carried,
    /// What came and is no text: the beginning of a character, or more where the list is no such list.
    rest: Vec<u8>,
}

impl ListInPieces {
    /// A list that begins with these bytes.
    ///
    /// # Errors
    /// Gives the bytes back where the list has to be whole to be read.
    pub fn begin(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        let (text, rest) = decode::beginning(bytes)?;
        match SiteList::beginning(text) {
            Ok((list, first)) => Ok(ListInPieces { list, carried: Carried::new(first), rest }),
            Err(text) => Err([text.into_bytes(), rest].concat()),
        }
    }

    /// Takes the next bytes. False where the list has to be whole to be read.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        let joined;
        let bytes = if self.rest.is_empty() {
            bytes
        } else {
            joined = [&self.rest, bytes].concat();
            &joined
        };
        let (text, is_sound) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, true),
            Err(error) => {
                let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
                // What is no UTF-8 yet may be, with the bytes that follow.
                (std::str::from_utf8(sound).unwrap_or_default(), error.error_len().is_none())
            }
        };
        let rest = bytes.get(text.len()..).unwrap_or_default().to_vec();
        let is_sound = is_sound && !text.contains('\0');
        self.list.push(text);
        self.rest = rest;
        is_sound
    }

    /// Reads the rows that are there as a whole and were not read yet; every one that is left, where nothing more comes.
    /// False where the list has to be whole to be read.
    pub fn read(&mut self, settings: &Settings, take: impl FnMut(ListedRow), is_last: bool) -> bool {
        self.list.read_on(settings, &mut self.carried, take, is_last) && (!is_last || self.rest.is_empty())
    }

    /// Takes the columns for what was `chosen`: to be said before any row is read.
    pub fn choose_columns(&mut self, chosen: &[NamedColumn]) {
        self.list.choose_columns(chosen);
    }

    /// The list, as far as it has come.
    pub fn list(&self) -> &SiteList {
        &self.list
    }

    /// The list, once all of it was read.
    pub fn into_list(self) -> SiteList {
        self.list
    }

    /// The bytes that came.
    pub fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.list.into_bytes();
        bytes.extend(self.rest);
        bytes
    }
}
