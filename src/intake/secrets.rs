//! What works as a password in a stranger's list: it is neither shown nor given back.

use crate::fields::secret::{Secret, secret_in};
use crate::text::visible;

/// What is shown and given back in place of a manager's ID or a passcode.
pub const TAKEN_OUT: &str = "(taken out: it works as a password)";

/// Whether the cell `text` below `heading` holds a manager's ID or a passcode, by its own words or by those above
/// it. An ID of CQC without a word that says whose it is may be that of the location, and is none.
pub(super) fn is_secret(heading: &str, text: &str) -> bool {
    let has_digits = || text.chars().filter(|c| c.is_numeric()).count() >= 4;
    let named = |secret| matches!(secret, Some(Secret::ManagersId | Secret::Passcode));
    has_digits() && named(secret_in(&format!("{heading}: {text}")))
}

/// The cell `text` below `heading` for people to see.
pub(super) fn shown(heading: &str, text: &str) -> String {
    if is_secret(heading, text) { TAKEN_OUT.to_owned() } else { visible(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_by_its_own_words_or_its_heading() {
        for (heading, text) in [
            ("Notes", "CON1-1234567890"),
            ("Manager ID", "1-1234567890"),
            ("Manager's ID", "1234567890"),
            ("CQC contact ID", "1-1234567890"),
            ("One-time passcode", "83715264"),
            ("Mobile", "passcode 83715264"),
        ] {
            assert!(is_secret(heading, text), "{heading}: {text}");
            assert_eq!(shown(heading, text), TAKEN_OUT);
        }
        for (heading, text) in [
            ("Location ID", "1-1234567890"),
            ("Registered manager", "Anna Smith"),
            ("Manager phone", "07700 900123"),
            ("Mobile", "07700900123"),
            ("", "1-123456789"),
        ] {
            assert!(!is_secret(heading, text), "{heading}: {text}");
            assert_eq!(shown(heading, text), text);
        }
    }
}
