//! What stands around an address that was pasted: links, labels, quotation marks, names.

use super::parts;
use crate::fields::Mend;
use crate::text;

/// Removes one layer of what is around an address. Each layer makes the text shorter.
pub(super) fn peel(text: &str) -> Option<(&str, Mend)> {
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        return Some((trimmed, Mend::Layout));
    }
    if let Some(link) = without_scheme(text) {
        return Some((link.split('?').next().unwrap_or(link), Mend::PastedAddress));
    }
    if let Some(rest) = without_label(text) {
        return Some((rest, Mend::SurroundingText));
    }
    if let Some(rest) = text.strip_suffix(['.', ',', ';', ':']) {
        return Some((rest, Mend::TrailingPunctuation));
    }
    if let Some(inner) = without_quotes(text) {
        return Some((inner, Mend::Quotes));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return Some((inner, Mend::Layout));
        }
    }
    if let Some(address) = repeated(text) {
        return Some((address, Mend::SurroundingText));
    }
    // `Anna Smith <anna@example.org>`, as mail programs write it.
    let (name, link) = text.rsplit_once('<')?;
    let inner = link.strip_suffix('>')?;
    (!name.contains('@')).then_some((inner, Mend::SurroundingText))
}

fn without_scheme(text: &str) -> Option<&str> {
    let link = text::strip_prefix_any_case(text, "mailto:")?;
    Some(link.strip_prefix("//").unwrap_or(link))
}

/// The address, of a text that holds one several times and nothing else, as programs write links:
/// `[anna@example.org](mailto:anna@example.org)`.
fn repeated(text: &str) -> Option<&str> {
    let (mut address, mut times) = ("", 0);
    for piece in text.split(separates) {
        let piece = without_scheme(piece).unwrap_or(piece);
        if times == 0 {
            address = piece;
        } else if !piece.is_empty() && !piece.eq_ignore_ascii_case(address) {
            return None;
        }
        times += usize::from(!piece.is_empty());
    }
    (times > 1).then_some(address)
}

/// Whether addresses in one box may stand on either side of the character.
pub(super) fn separates(c: char) -> bool {
    matches!(c, ' ' | ',' | ';' | '/' | '|' | '&' | '<' | '>' | '(' | ')' | '[' | ']')
}

fn without_label(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    ["email", "e-mail", "email address", "e-mail address", "mail", "e"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(label.trim()))
        .then_some(rest)
}

fn without_quotes(text: &str) -> Option<&str> {
    let is_quote = |c: char| text::is_double_quote(c) || text::is_apostrophe(c) && c != '`';
    if let Some(inner) = text.strip_prefix(is_quote).and_then(|rest| rest.strip_suffix(is_quote)) {
        return Some(inner);
    }
    // A curly or double mark at one end alone is half of a pair. A straight ' may begin an address, but
    // is more likely a spreadsheet's, which marks text with one.
    let is_stray = |c: char| is_quote(c) && c != '\'';
    if let Some(rest) = text.strip_prefix(['\'', '`'])
        && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !parts(rest).0.contains(text::is_apostrophe)
    {
        return Some(rest);
    }
    text.strip_prefix(is_stray).or_else(|| text.strip_suffix(is_stray))
}
