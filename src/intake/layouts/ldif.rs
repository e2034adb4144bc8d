//! Address books as Thunderbird and directories hand them out (LDIF, RFC 2849).

use super::sheet::{numbered, sheet};
use crate::intake::table::Sheet;

/// The people in a text of records, a line for each value: "givenName: Anna", or in Base64 "givenName:: QW5uYQ==".
pub(super) fn ldif(text: &str) -> Option<Sheet> {
    let start = text.trim_start();
    if !["dn:", "version: 1"].iter().any(|first| start.starts_with(first)) || !text.contains("\ncn:") {
        return None;
    }
    // A line that begins with a space goes on with the one before.
    let text = text.replace("\r\n ", "").replace("\n ", "");
    let mut people = Vec::new();
    let mut record: [String; 5] = Default::default();
    let mut from = 1;
    let mut is_group = false;
    for (number, line) in numbered(&text).chain([(u32::MAX, "")]) {
        let Some((name, value)) = line.split_once(':') else {
            let [first, last, whole, email, mobile] = std::mem::take(&mut record);
            if !is_group && (!whole.is_empty() || !email.is_empty()) {
                let is_in_parts = !(first.is_empty() && last.is_empty());
                let (one, other) = whole.rsplit_once(' ').unwrap_or((&whole, ""));
                let [first, last] =
                    if is_in_parts { [first, last] } else { [one.to_owned(), other.to_owned()] };
                people.push((from, vec![first, last, email, mobile]));
            }
            (from, is_group) = (number.saturating_add(1), false);
            continue;
        };
        let value = match value.strip_prefix(':') {
            Some(coded) => String::from_utf8_lossy(&base64(coded)).into_owned(),
            None => value.to_owned(),
        };
        let place = match name.to_ascii_lowercase().as_str() {
            "givenname" => 0,
            "sn" => 1,
            "cn" => 2,
            "mail" => 3,
            "mobile" => 4,
            "objectclass" => {
                is_group |= value.to_ascii_lowercase().contains("group");
                continue;
            }
            _ => continue,
        };
        if let Some(cell) = record.get_mut(place).filter(|cell| cell.is_empty()) {
            value.trim().clone_into(cell);
        }
    }
    sheet(&["First name", "Last name", "Email", "Mobile"], people)
}

/// The bytes that a text in Base64 (RFC 4648) stands for, up to where it is none.
fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text.trim().chars().map_while(|c| DIGITS.find(c));
    let mut bytes = Vec::new();
    let (mut kept, mut bits) = (0_usize, 0);
    for digit in digits {
        kept = (kept << 6 | digit) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((kept >> bits & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read() {
        assert_eq!(base64("Wm/Dqw=="), "Zoë".as_bytes());
        assert_eq!(base64(" QW5uYQ=="), b"Anna");
        assert_eq!(base64(""), b"");
    }
}
