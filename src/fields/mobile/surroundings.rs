//! What stands around a number that was pasted or exported: quotation marks, links, words, decimals.

use crate::fields::Mend;
use crate::text::{self, Draft};

/// Removes quotation marks, and the `="…"` with which exports keep spreadsheets from guessing.
pub(super) fn unwrap_quotes(draft: &mut Draft) {
    draft.keep(|text| text.trim_start_matches('='), Mend::Layout);
    let is_mark = |c: char| c.is_whitespace() || text::is_apostrophe(c) || text::is_double_quote(c);
    draft.keep(|text| text.trim_matches(is_mark), Mend::Quotes);
}

/// Takes the number out of a `tel:` link (RFC 3966). An `;ext=` stays, to be refused by name.
pub(super) fn unwrap_link(draft: &mut Draft) {
    let link = ["tel:", "sms:", "callto:"]
        .iter()
        .find_map(|scheme| text::strip_prefix_any_case(draft.text(), scheme))
        // With a space it is no link, but what a person typed.
        .filter(|rest| !rest.contains(char::is_whitespace));
    if let Some(link) = link {
        let number = link.split_once(";phone-context").map_or(link, |(number, _)| number);
        draft.replace(without_percents(number.trim_start_matches('/')), Mend::PastedAddress);
    }
}

/// The two signs of a number that links write as `%20` and `%2B`: a space, a plus.
fn without_percents(link: &str) -> String {
    let mut parts = link.split('%');
    let mut number = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match (part.strip_prefix("20"), part.strip_prefix("2B")) {
            (Some(rest), _) => number.extend([" ", rest]),
            (_, Some(rest)) => number.extend(["+", rest]),
            _ => number.extend(["%", part]),
        }
    }
    number
}

/// Words that stand beside a number in signatures and forms.
const LABELS: &[&str] = &[
    "mobile",
    "mob",
    "m",
    "tel",
    "telephone",
    "phone",
    "ph",
    "t",
    "cell",
    "number",
    "no",
    "contact",
    "home",
    "work",
    "personal",
    "private",
    "own",
    "main",
    "uk",
    "whatsapp",
];

/// Removes the words before the number and those behind it, where they say no more than that it is one.
pub(super) fn drop_words(draft: &mut Draft) {
    let text = draft.text();
    let Some((before, number, after)) = around_number(text, |c| c.is_ascii_digit() || c == '+') else {
        return;
    };
    let number = match (is_label(before), is_label(after)) {
        (true, true) => Some(number),
        (true, false) => text.strip_prefix(before),
        (false, true) => text.strip_suffix(after),
        (false, false) => None,
    };
    if let Some(number) = number.map(str::to_owned) {
        draft.replace(number, Mend::SurroundingText);
    }
}

/// The text before the first character that may start a number, the text from there to the last digit,
/// and the text after it.
pub(super) fn around_number(text: &str, starts: fn(char) -> bool) -> Option<(&str, &str, &str)> {
    let start = text.find(starts)?;
    let (before, rest) = text.split_at_checked(start)?;
    let (number, after) = rest.split_at_checked(rest.rfind(|c: char| c.is_ascii_digit())? + 1)?;
    Some((before, number, after))
}

/// Whether the text is one or more of [`LABELS`], and what stands between them.
fn is_label(text: &str) -> bool {
    let is_layout =
        |c: char| c.is_whitespace() || text::is_dash(c) || matches!(c, ':' | '.' | '(' | ')' | '#' | '/');
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && text.chars().all(|c| c.is_alphabetic() || is_layout(c))
        && words.all(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// Removes the `.0` of a number that a program kept as a decimal fraction.
pub(super) fn drop_decimals(draft: &mut Draft) {
    let Some((whole, fraction)) = draft.text().split_once(['.', ',']) else {
        return;
    };
    let digits = whole.strip_prefix('+').unwrap_or(whole);
    // Eleven digits with their 0, ten without: fewer may be a number with dots in it.
    let is_whole = digits.len() >= if digits.starts_with('0') { 11 } else { 10 };
    if is_whole && digits.bytes().all(|b| b.is_ascii_digit()) && matches!(fraction, "0" | "00") {
        draft.replace(whole.to_owned(), Mend::Layout);
    }
}
