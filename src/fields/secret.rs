//! What works as a password, and was typed where it does not belong.

use crate::text::Draft;
use std::fmt::{self, Display};

/// What a text holds that no box and no list may keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// The CQC manager's ID, also called contact ID.
    ManagersId,
    /// A one-time passcode of the NHS Portal.
    Passcode,
    /// `1-` and digits, in a box that is not for the Location ID: a manager's ID looks the same.
    CqcId,
}

impl Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Secret::ManagersId => {
                "This is the CQC manager’s ID, which works as a password. Take it out: it is for the NHS Portal only."
            }
            Secret::Passcode => {
                "This is a one-time passcode, which works as a password. Take it out: it is for the NHS Portal only."
            }
            Secret::CqcId => {
                "This is an ID from CQC. It may be the manager’s ID, which works as a password. Take it out of this box."
            }
        })
    }
}

/// The secret in `text`, which stands in any box or cell but that of the Location ID.
///
/// How the two secrets look is published by examples only, `1-xxxxxx` and `CON1-xxxxxx` (support.nhs.net), and
/// of the passcode not at all. So they are known by what stands around them too. A telephone number is neither.
pub fn secret_in(text: &str) -> Option<Secret> {
    let text = plain(text)?;
    secret_with_a_name(&text).or_else(|| has_cqc_id(&text).then_some(Secret::CqcId))
}

/// The secret in `text`, which stands in the box of the Location ID: one that has the shape of a Location ID is
/// taken for it, unless it is called another.
pub fn secret_in_location_id(text: &str) -> Option<Secret> {
    let text = plain(text)?;
    match secret_with_a_name(&text) {
        // With other words between, the field judges whose ID it is: "registered manager Jo, location 1-…".
        Some(Secret::ManagersId) if !has_con_number(&text) && !is_called_managers(&text) => None,
        secret => secret,
    }
}

/// `text` with plain letters in capitals, digits and dashes. `None` where it has too few digits for a secret.
fn plain(text: &str) -> Option<String> {
    if text.chars().filter(|c| c.is_numeric()).count() < FEWEST_DIGITS {
        return None;
    }
    let mut draft = Draft::new(text);
    draft.remove_invisible();
    draft.plain_width();
    draft.plain_digits();
    draft.plain_dashes();
    let letter = |c: char| match c {
        'С' | 'с' => 'C',
        'О' | 'о' => 'O',
        'Ν' => 'N',
        '\u{131}' => 'I',
        _ => c.to_ascii_uppercase(),
    };
    Some(draft.text().chars().map(letter).collect())
}

/// The digits that a passcode or the end of an ID has at the least.
const FEWEST_DIGITS: usize = 4;

fn secret_with_a_name(text: &str) -> Option<Secret> {
    if has_con_number(text) {
        return Some(Secret::ManagersId);
    }
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if has_passcode(&words) {
        return Some(Secret::Passcode);
    }
    (names_a_manager(&words) && has_id_number(text)).then_some(Secret::ManagersId)
}

/// Whether `CON`, however its O is written, is followed by a 1, or what looks like it, and digits.
fn has_con_number(text: &str) -> bool {
    let is_part = |c: char| !c.is_alphanumeric() && c != '|';
    text.match_indices(['O', '0']).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let Some(before) = before.strip_suffix('C') else { return false };
        let Some(rest) = rest.get(1..).and_then(|rest| rest.strip_prefix('N')) else { return false };
        let is_word = !before.ends_with(char::is_alphanumeric);
        let number = rest.trim_start_matches(is_part);
        let number = number.strip_prefix("ID").map_or(number, |number| number.trim_start_matches(is_part));
        let Some(digits) = number.strip_prefix(['1', 'I', 'L', '|']) else { return false };
        let digits = digits.trim_start_matches(is_part).chars().take_while(char::is_ascii_digit).count();
        // Within a word, as in Falcon 1, only what is written without a gap.
        digits >= 3 && is_word || digits >= 5 && number.len() == rest.len()
    })
}

/// Whether `1-` and six digits or more stand in the text, and neither in an email nor in a web address.
fn has_cqc_id(text: &str) -> bool {
    text.match_indices('1').any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let Some(dash) = rest.get(1..).and_then(|rest| rest.trim_start().strip_prefix(['-', '_'])) else {
            return false;
        };
        let number = dash.trim_start_matches(['-', '_', ' ']);
        let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_apart = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '@'));
        let is_in_address = behind.split(char::is_whitespace).next().is_some_and(|word| word.contains('@'));
        is_apart && !is_in_address && number.len() - behind.len() >= 6
    })
}

/// Whether these words name a manager's ID, or a manager.
fn names_a_manager(words: &[&str]) -> bool {
    let is_contact_id = words.windows(2).any(|pair| pair == ["CONTACT", "ID"]);
    is_contact_id || words.iter().any(|word| word.starts_with("MANAGER"))
}

/// Whether a number stands right behind "manager", or behind "manager's ID" and its like.
fn is_called_managers(text: &str) -> bool {
    text.split("MANAGER").skip(1).any(|behind| {
        let mut words = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let number = words.find(|word| !["S", "ID", "NO", "NUMBER", "IS"].contains(word));
        number.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether a number of seven digits or more stands in the text that is no telephone number, nor in an address.
fn has_id_number(text: &str) -> bool {
    let is_address = |word: &&str| word.contains('@') || word.contains("//") || word.contains("/LOCATION");
    let text: String =
        text.split_whitespace().filter(|word| !is_address(word)).flat_map(|word| [word, " "]).collect();
    text.split(|c: char| !c.is_ascii_digit() && !" -().+".contains(c)).any(|run| {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        digits.len() >= 7 && !is_telephone(&digits)
    })
}

/// Whether the digits are those of a telephone number of the United Kingdom.
fn is_telephone(digits: &str) -> bool {
    match digits.len() {
        10 => digits.starts_with(['0', '7']),
        11 => digits.starts_with('0'),
        12.. => digits.starts_with("44") || digits.starts_with("0044"),
        _ => false,
    }
}

/// Whether a passcode is named, with a code beside it.
fn has_passcode(words: &[&str]) -> bool {
    const NAMES: [&[&str]; 7] = [
        &["PASSCODE"],
        &["OTP"],
        &["PASS", "CODE"],
        &["ONE", "TIME", "CODE"],
        &["ONE", "TIME", "PASSWORD"],
        &["ONE", "TIME", "PIN"],
        &["ONETIME", "CODE"],
    ];
    let has_digit = |word: &&&str| word.contains(|c: char| c.is_ascii_digit());
    let is_code = |code: &str| code.len() >= FEWEST_DIGITS && !is_telephone(code);
    (0..words.len()).any(|at| {
        let Some(rest) = words.get(at..) else { return false };
        let Some(name) = NAMES.iter().find(|name| rest.starts_with(name)) else {
            // Run together with its name.
            let joined =
                rest.first().and_then(|word| word.strip_prefix("PASSCODE").or(word.strip_prefix("OTP")));
            return joined
                .is_some_and(|code| is_code(code) && code.starts_with(|c: char| c.is_ascii_digit()));
        };
        let behind = rest.iter().skip(name.len()).skip_while(|word| BETWEEN.contains(word));
        let behind: String = behind.take_while(has_digit).copied().collect();
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let before = before.filter(|word| has_digit(word) && word.len() >= 6);
        is_code(&behind) || before.is_some_and(|code| is_code(code))
    })
}

/// What may stand between the name of a passcode and the code.
const BETWEEN: [&str; 8] = ["CODE", "FOR", "IS", "NO", "NUMBER", "PORTAL", "THE", "NHS"];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_managers_id_is_known_however_it_is_written() {
        for typed in [
            "CON1-1234567890",
            "con1-123456",
            "C0N1-1234567890",
            "CONI-1234567890",
            "c0ni-1234567890",
            "CONl-1234567890",
            "CON|-1234567890",
            "CON 1-1234567890",
            "CON-1-1234567890",
            "CON1 1234567890",
            "CON11234567890",
            "Con ID: 1-1234567890",
            "ID:CON1-1234567890",
            "IDCON1-1234567890",
            "Smith CON1-1234567890",
            "CON1-1234567890@example.org",
            "CON1\u{2013}1234567890",
            "C\u{200b}ON1-1234567890",
            "ＣＯＮ１－１２３４５６７８９０",
            "СОN1-1234567890",
            "CON1-١٢٣٤٥٦٧٨٩٠",
            "manager 1-1234567890",
            "Manager's ID 1234567890",
            "manager’s id: 1 1234567890",
            "Registered manager ID 1-123456789",
            "contact ID 1-1234567890",
            "1-1234567890 (manager)",
            "manager id 1234567",
        ] {
            assert_eq!(secret_in(typed), Some(Secret::ManagersId), "{typed}");
        }
    }

    #[test]
    fn a_passcode_is_known_by_its_name() {
        for typed in [
            "passcode 83715264",
            "Passcode: 8371 5264",
            "PASSCODE AB12CD34",
            "pass code 83715264",
            "one-time passcode 83715264",
            "One-time code is 837152",
            "one time password: 8371",
            "OTP 837152",
            "otp837152",
            "passcode83715264",
            "83715264 (passcode)",
            "passcode for the NHS portal: 83715264",
        ] {
            assert_eq!(secret_in(typed), Some(Secret::Passcode), "{typed}");
            assert_eq!(secret_in_location_id(typed), Some(Secret::Passcode), "{typed}");
        }
    }

    #[test]
    fn an_id_of_cqc_by_itself_may_be_a_managers() {
        for typed in ["1-1234567890", "1-123456", " 1 - 1234567890 ", "The Limes 1-123456789", "1–123456789"]
        {
            assert_eq!(secret_in(typed), Some(Secret::CqcId), "{typed}");
        }
        for typed in
            ["1-123456789", "1-1234567890", "1-12345678901", "Registered manager Jo, location 1-123456789"]
        {
            assert_eq!(secret_in_location_id(typed), None, "{typed}");
        }
        for typed in [
            "CONI-1234567890",
            "manager 1-1234567890",
            "Manager's ID: 1-1234567890",
            "manager id 1-123456789",
        ] {
            assert_eq!(secret_in_location_id(typed), Some(Secret::ManagersId), "{typed}");
        }
    }

    #[test]
    fn what_people_type_is_no_secret() {
        for typed in [
            "07700 900123",
            "+44 7700 900123",
            "7700900123",
            "Manager 07700 900123",
            "manager: +44 (0)7700 900123",
            "manager 7700900123",
            "01522 811582 (manager)",
            "passcode 07700900123",
            "1-800-555-0199",
            "077 00 90 01 23",
            "anna.1234567@example.org",
            "manager1234567@example.org",
            "1-1234567@example.org",
            "con.smith1990@example.org",
            "Conlon 1234",
            "Falcon House 1",
            "Coniston House 12345",
            "Falcon 1-23",
            "Con O'Brien",
            "LN1 1AA",
            "VM9X7",
            "G7H8J",
            "https://www.cqc.org.uk/location/1-123456789",
            "24 The Manager",
            "One Time Care 2024",
            "Passcode House",
            "one-time passcode by post",
            "27/3/2026",
            "",
        ] {
            assert_eq!(secret_in(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn no_mobile_is_a_secret(digits in "[0-9]{9}", form in 0..5) {
            let typed = match form {
                0 => format!("07{digits}"),
                1 => format!("7{digits}"),
                2 => format!("+447{digits}"),
                3 => format!("+44 (0)7{digits}"),
                _ => format!("07{} {}", &digits[..3], &digits[3..]),
            };
            prop_assert_eq!(secret_in(&typed), None);
            prop_assert_eq!(secret_in(&format!("Manager {typed}")), None);
        }

        #[test]
        fn no_text_brings_it_down(text in "\\PC{0,40}|[CON01IL| -]{0,30}[0-9]{0,12}") {
            let _ = (secret_in(&text), secret_in_location_id(&text));
        }
    }
}
