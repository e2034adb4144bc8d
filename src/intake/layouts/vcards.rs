//! Cards of people, as telephones and mail programs hand them out.

use super::sheet::{numbered, sheet};
use crate::fields::Mobile;
use crate::intake::table::Sheet;
use crate::text::strip_prefix_any_case;

/// Cards of people (RFC 6350, and 2.1 and 3.0 before it).
pub(super) fn vcards(text: &str) -> Option<Sheet> {
    strip_prefix_any_case(text.trim_start(), "BEGIN:VCARD")?;
    // A line that begins with a space goes on with the one before.
    let text = text.replace("\r\n ", "").replace("\n ", "").replace("=\r\n", "").replace("=\n", "");
    let mut people = Vec::new();
    let mut card: [String; 6] = Default::default();
    let mut start = 1;
    for (number, line) in numbered(&text) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let mut parts = name.rsplit('.').next().unwrap_or(name).split(';').map(str::to_ascii_uppercase);
        let kind = parts.next().unwrap_or_default();
        let parameters: Vec<String> = parts.collect();
        let has = |word: &str| parameters.iter().any(|parameter| parameter.contains(word));
        let value = if has("QUOTED-PRINTABLE") {
            unquoted(value)
        } else {
            value.replace("\\,", ",").replace("\\;", ";")
        };
        let [first, last, whole, email, mobile, organisation] = &mut card;
        match kind.as_str() {
            "BEGIN" => {
                card = Default::default();
                start = number;
            }
            "N" => {
                let mut names = value.split(';');
                *last = names.next().unwrap_or_default().trim().to_owned();
                *first = names.next().unwrap_or_default().trim().to_owned();
            }
            "FN" => *whole = value,
            "ORG" => value.trim_end_matches(';').clone_into(organisation),
            "EMAIL" if email.is_empty() || has("PREF") => *email = value,
            "TEL" => {
                let value = value.trim_start_matches("tel:").to_owned();
                let is_mobile = has("CELL") || value.parse::<Mobile>().is_ok() && !has("FAX");
                if mobile.is_empty() && (is_mobile || !has("FAX"))
                    || has("CELL") && mobile.parse::<Mobile>().is_err()
                {
                    *mobile = value;
                }
            }
            "END" => {
                // A card that bears the organisation's name and no person's is not a person's.
                let is_of_organisation = first.is_empty() && last.is_empty() && whole == organisation;
                if first.is_empty() && last.is_empty() && !is_of_organisation {
                    let (one, other) = whole.rsplit_once(' ').unwrap_or((whole, ""));
                    (*first, *last) = (one.to_owned(), other.to_owned());
                }
                let organisation = if is_of_organisation { organisation.clone() } else { String::new() };
                let cells = vec![first.clone(), last.clone(), email.clone(), mobile.clone(), organisation];
                people.push((start, cells));
            }
            _ => {}
        }
    }
    const HEADINGS: [&str; 5] = ["First name", "Last name", "Email", "Mobile", "Organisation"];
    let has_organisation = people.iter().any(|(_, cells)| cells.iter().skip(4).any(|cell| !cell.is_empty()));
    let width = if has_organisation { 5 } else { 4 };
    for (_, cells) in &mut people {
        cells.truncate(width);
    }
    sheet(HEADINGS.get(..width).unwrap_or(&HEADINGS), people)
}

/// Text whose letters beyond ASCII are written `=C5=81` (RFC 2045, 6.7).
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.filter(|_| *first == b'=').and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
