//! A saved file sealed with a password. The keys are the browser's work; here is what the file says.
//!
//! ```json
//! {
//!   "format": "caremail-sealed",
//!   "version": 1,
//!   "iterations": 600000,
//!   "salt": "…", "iv": "…", "sealed": "…",
//!   "checksum": "…"
//! }
//! ```
//!
//! The key is PBKDF2 with SHA-256 over the password, as UTF-8 in Unicode's form NFC, with `salt` (16 bytes) and
//! `iterations`: 256 bits. `sealed` is the UTF-8 of a saved file under AES-GCM with `iv` (12 bytes) and a tag of
//! 128 bits, which stands at its end. Bytes are in Base64. `checksum` is the SHA-256 of what
//! [`SealedFile::summed`] returns: by it, a file that was cut or changed is told from a wrong password.

use serde::{Deserialize, Serialize};

use super::header::Header;
use super::load_error::LoadError;
use super::values::{count, text};
use crate::json::Json;

/// How often the password is worked through for a file that is sealed now: as many times as OWASP's password
/// storage guidance asks for PBKDF2 with SHA-256.
pub const ITERATIONS: usize = 600_000;

/// A file that asks for more is not opened: it would hold the browser up for minutes.
pub const MOST_ITERATIONS: usize = 5_000_000;

/// Texts larger than this, in bytes, are no sealed file: Base64 makes four characters of three bytes.
pub const LARGEST_FILE: usize = super::LARGEST_FILE / 3 * 4 + 1_000;

const FORMAT: &str = "caremail-sealed";
const NEWEST: u8 = 1;

/// A sealed file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedFile {
    #[serde(skip_deserializing, default = "format")]
    format: &'static str,
    #[serde(skip_deserializing, default = "version")]
    version: u8,
    /// How often the password is worked through.
    #[serde(deserialize_with = "count")]
    pub iterations: usize,
    /// The salt of the key, in Base64.
    #[serde(deserialize_with = "text")]
    pub salt: String,
    /// What AES-GCM begins with, in Base64.
    #[serde(deserialize_with = "text")]
    pub iv: String,
    /// The saved file, in Base64.
    #[serde(deserialize_with = "text")]
    pub sealed: String,
    /// The sum over the rest, in Base64.
    #[serde(deserialize_with = "text")]
    pub checksum: String,
}

fn format() -> &'static str {
    FORMAT
}

fn version() -> u8 {
    NEWEST
}

impl SealedFile {
    /// A file with these parts. It has no checksum yet.
    pub fn new(salt: String, iv: String, sealed: String) -> Self {
        let checksum = String::new();
        SealedFile { format: FORMAT, version: NEWEST, iterations: ITERATIONS, salt, iv, sealed, checksum }
    }

    /// What the checksum is taken over.
    pub fn summed(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.iterations, self.salt, self.iv, self.sealed)
    }
}

/// The sealed file whose text is `text`, parsed by `J`; `None` where it is none. Its checksum is still to be
/// compared.
///
/// # Errors
/// Says why it cannot be opened whatever the password.
pub fn open<J: Json>(text: &str) -> Option<Result<SealedFile, LoadError>> {
    if !text.contains(FORMAT) {
        return None;
    }
    if text.len() > LARGEST_FILE {
        return Some(Err(LoadError::TooLarge));
    }
    let Some(json) = J::parse(text.trim_start_matches('\u{feff}')) else {
        let is_whole = text.trim_end().ends_with('}');
        return Some(Err(if is_whole { LoadError::Changed } else { LoadError::CutShort }));
    };
    let header = json.read::<Header>().unwrap_or_default();
    if !header.is_of(FORMAT) {
        return None;
    }
    Some(read(&json, &header))
}

fn read<J: Json>(json: &J, header: &Header) -> Result<SealedFile, LoadError> {
    match header.version(NEWEST) {
        Err(LoadError::Newer) => return Err(LoadError::Newer),
        Err(_) => return Err(LoadError::Changed),
        Ok(_) => {}
    }
    let file = json.read::<SealedFile>().map_err(|_| LoadError::Changed)?;
    match file.iterations {
        0 => Err(LoadError::Changed),
        1..=MOST_ITERATIONS => Ok(file),
        _ => Err(LoadError::TooCostly),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::testing::BrowserJson;

    const SEALED: &str = include_str!("../../../tests/cases/saves/sealed-version-1.json");

    fn opened(text: &str) -> Option<Result<SealedFile, LoadError>> {
        open::<BrowserJson>(text)
    }

    #[test]
    fn a_sealed_file_is_known_and_read_whole() {
        let file = opened(SEALED).unwrap().unwrap();
        assert_eq!(file.iterations, ITERATIONS);
        assert_eq!(serde_json::to_string_pretty(&file).unwrap() + "\n", SEALED);
        assert!(file.summed().starts_with("600000\n"));
        assert!(file.summed().ends_with(&file.sealed));
    }

    #[test]
    fn what_is_not_sealed_is_none() {
        let one = include_str!("../../../tests/cases/saves/version-1-ready.json");
        for text in ["", "{}", one, "{\"format\": \"caremail-application\", \"note\": \"caremail-sealed\"}"] {
            assert_eq!(opened(text), None, "{text}");
        }
    }

    #[test]
    fn a_file_cut_anywhere_behind_its_name_is_said_to_be_cut() {
        let end = SEALED.trim_end().len();
        for length in (SEALED.find("\"version\"").unwrap()..end).step_by(7) {
            assert_eq!(opened(&SEALED[..length]), Some(Err(LoadError::CutShort)), "{length}");
        }
    }

    #[test]
    fn parameters_that_were_changed_are_refused_and_costly_ones_are_not_worked_through() {
        let with = |from: &str, to: &str| opened(&SEALED.replace(from, to)).unwrap();
        assert_eq!(with("600000", "5000001"), Err(LoadError::TooCostly));
        assert_eq!(with("600000", "1e300"), Err(LoadError::Changed));
        for iterations in ["0", "-1", "1.5", "\"600000\"", "null", "[]"] {
            assert_eq!(with("600000", iterations), Err(LoadError::Changed), "{iterations}");
        }
        assert_eq!(with("\"version\": 1", "\"version\": 2"), Err(LoadError::Newer));
        assert_eq!(with("\"version\": 1", "\"version\": 1.9"), Err(LoadError::Changed));
        assert_eq!(with("\"salt\"", "\"sale\""), Err(LoadError::Changed));
        assert_eq!(with("\"salt\"", "\"sal\"t"), Err(LoadError::Changed));
    }
}
