//! The line of addresses of a mail.

use super::sheet::{LONGEST, numbered, sheet};
use crate::fields::Email;
use crate::intake::table::Sheet;
use crate::text::strip_prefix_any_case;

/// The line of addresses of a mail: `Anna Nowak <anna@example.org>; Ben Jones <ben@example.org>`.
pub(super) fn addresses(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.matches('<').count() < 1 || text.trim_start().starts_with('<') {
        return None;
    }
    let mut people = Vec::new();
    for (number, line) in numbered(text) {
        for entry in line.split_inclusive('>') {
            let entry = entry.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
            if entry.is_empty() {
                continue;
            }
            // Behind the last address in brackets, or between two of them, one may stand by itself.
            let is_part = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
            let mut entry = entry;
            while let Some((alone, rest)) = entry.split_once(is_part).or(Some((entry, "")))
                && alone.parse::<Email>().is_ok()
            {
                people.push((number, vec![String::new(), alone.to_owned()]));
                entry = rest.trim_start_matches(is_part);
            }
            if entry.is_empty() {
                continue;
            }
            let (name, address) = entry.strip_suffix('>')?.split_once('<')?;
            let name = ["to:", "cc:", "from:", "bcc:"]
                .iter()
                .find_map(|label| strip_prefix_any_case(name, label))
                .unwrap_or(name);
            address.parse::<Email>().ok()?;
            people.push((number, vec![name.trim().trim_matches(['"', '\'']).to_owned(), address.to_owned()]));
        }
    }
    sheet(&["Name", "Email"], people)
}
