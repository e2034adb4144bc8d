//! Who is meant by a list: what its columns say of leavers and of those who need no account.

use super::preview::LeftOutReason;
use super::words::lists;
use crate::text::lowercase;

/// Whether a leaving date says that somebody has left: a day, or a yes.
pub(super) fn has_left(value: &str) -> bool {
    let is_day = value.bytes().filter(u8::is_ascii_digit).count() >= 4;
    is_day || lists("y yes true left", value)
}

/// Whether a status, under this heading, is a leaver's.
pub(super) fn is_leaver(heading: &str, value: &str) -> bool {
    let words: Vec<&str> =
        value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_no = || matches!(value, "no" | "n" | "false" | "0");
    if heading.contains("archiv") && is_yes(value) {
        return true;
    }
    let names_leaver = is_of_blocked(heading);
    let names_current = ["active", "current", "enabled", "still"].iter().any(|word| heading.contains(word));
    if names_leaver {
        return false;
    }
    if names_current && is_no() {
        return true;
    }
    const LEFT: &str = "left leaver leavers leaving inactive terminated resigned dismissed retired former ex ended deceased \
        archived deleted dormant discarded offboarded departed quit zwolniony odszedl plecat";
    let is_not_active = words
        .windows(2)
        .any(|pair| matches!(pair, ["not", "active" | "current" | "employed"] | ["no", "longer"]));
    is_not_active || words.iter().any(|word| lists(LEFT, word))
}

/// Whether a heading is about accounts that are closed: "Block credential". Their owners may have left.
fn is_of_blocked(heading: &str) -> bool {
    ["block", "suspend", "disabl"].iter().any(|word| heading.contains(word))
}

/// Whether the row says that the person's present account is closed, under which heading.
pub(super) fn is_blocked(heading: &str, value: &str) -> bool {
    let value = lowercase(value.trim());
    lists("blocked suspended disabled", &value) || is_of_blocked(&lowercase(heading)) && is_yes(&value)
}

fn is_yes(value: &str) -> bool {
    lists("yes y true 1", value)
}

/// Why an answer to "Needs an account?" is no.
pub(super) fn needs_none(value: &str) -> Option<LeftOutReason> {
    let first = value.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    match first {
        "already" | "has" | "have" | "got" | "existing" => Some(LeftOutReason::HasAccount),
        "n" | "no" | "not" | "none" | "false" | "0" | "x" if value != "x" => {
            Some(LeftOutReason::NoAccountWanted)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_a_leavers_or_not() {
        for (heading, value) in [
            ("status", "left"),
            ("status", "left - dec 2024"),
            ("status", "leaver"),
            ("employment status", "no longer employed"),
            ("active", "no"),
            ("current staff", "n"),
            ("status", "inactive"),
            ("status", "discarded"),
            ("archived", "true"),
        ] {
            assert!(is_leaver(heading, value), "{heading}: {value}");
        }
        for (heading, value) in [
            ("status", "current"),
            ("status", "on maternity leave"),
            ("active", "yes"),
            ("status", ""),
            ("status", "bank"),
        ] {
            assert!(!is_leaver(heading, value), "{heading}: {value}");
        }
    }

    #[test]
    fn a_closed_account_is_no_more_than_a_question() {
        assert!(is_blocked("Status", "Suspended") && !is_leaver("status", "suspended"));
        assert!(!is_leaver("archived", "false"));
        assert!(is_blocked("Block credential", "True") && !is_blocked("Block credential", "False"));
        assert!(!is_leaver("block credential", "true"));
    }

    #[test]
    fn who_needs_no_account_is_said_in_many_words() {
        assert_eq!(needs_none("n"), Some(LeftOutReason::NoAccountWanted));
        assert_eq!(needs_none("no - agency"), Some(LeftOutReason::NoAccountWanted));
        assert_eq!(needs_none("already has"), Some(LeftOutReason::HasAccount));
        assert!(["y", "yes", "", "x", "✓"].iter().all(|value| needs_none(value).is_none()));
    }
}
