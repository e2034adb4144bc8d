//! The shape of an address, as GOV.UK Notify checks it.

use super::punycode::{decoded, encoded_length};
use super::{EmailError, MOST_CHARACTERS, parts};
use crate::text;

/// Whether the address has the shape, or what is wrong with it.
pub(super) fn check_shape(address: &str) -> Result<(), EmailError> {
    let (local, domain) = parts(address);
    if local.is_empty() {
        return Err(EmailError::NothingBefore);
    }
    if domain.is_empty() {
        return Err(EmailError::NothingAfter);
    }
    // As the domain travels: in plain letters.
    let length = local.len() + domain.split('.').map(|label| encoded_length(label) + 1).sum::<usize>();
    if length > MOST_CHARACTERS {
        return Err(EmailError::TooLong);
    }
    let odd = local.chars().find(|&c| !stands_before_at(c));
    if let Some(c) = odd.or_else(|| domain.chars().find(|&c| !stands_after_at(c))) {
        return Err(EmailError::Character(c));
    }
    if address.contains("..") {
        return Err(EmailError::TwoDots);
    }
    if domain.starts_with('.') || domain.ends_with('.') {
        return Err(EmailError::DomainDot);
    }
    let (_, last) = domain.rsplit_once('.').ok_or(EmailError::NoDot)?;
    if !domain.split('.').all(is_domain_part) {
        return Err(EmailError::Domain);
    }
    let is_encoded = last.starts_with("xn--");
    let is_letters = last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    match is_encoded || is_letters || !last.is_ascii() {
        true => Ok(()),
        false => Err(EmailError::Ending),
    }
}

fn stands_before_at(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c)
}

/// Letters and digits of any script, hyphens, dots, and the marks that belong to letters of some scripts, for
/// which `std` has no test.
fn stands_after_at(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || matches!(c, '.' | '-'),
        '\u{300}'..='\u{36f}' | '\u{30fb}' => true,
        // From Hebrew to Mongolian: points, vowel signs, and what joins letters.
        '\u{591}'..='\u{18af}' => c.is_alphanumeric() || !is_sign(c),
        _ => c.is_alphabetic() || text::plain_digit(c).is_some(),
    }
}

/// Whether the character, in the scripts from Hebrew to Mongolian, is punctuation or another sign.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5c6}' | '\u{5f3}' | '\u{5f4}' | '\u{600}'..='\u{60f}' | '\u{61b}'..='\u{61f}'
            | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{6dd}' | '\u{6de}' | '\u{6e9}' | '\u{700}'..='\u{70f}'
            | '\u{7f6}'..='\u{7f9}' | '\u{830}'..='\u{83e}' | '\u{85e}' | '\u{964}' | '\u{965}' | '\u{970}'
            | '\u{9f2}'..='\u{9fb}' | '\u{af0}' | '\u{af1}' | '\u{bf0}'..='\u{bfa}' | '\u{df4}' | '\u{e3f}' | '\u{e4f}'
            | '\u{e5a}' | '\u{e5b}' | '\u{f01}'..='\u{f17}' | '\u{f1a}'..='\u{f1f}' | '\u{f2a}'..='\u{f34}'
            | '\u{f3a}'..='\u{f3d}' | '\u{104a}'..='\u{104f}' | '\u{1360}'..='\u{137c}' | '\u{1390}'..='\u{1400}'
            | '\u{166d}' | '\u{166e}' | '\u{1680}' | '\u{169b}' | '\u{169c}' | '\u{16eb}'..='\u{16ed}'
            | '\u{17d4}'..='\u{17db}' | '\u{1800}'..='\u{180e}'
    )
}

/// Notify's pattern for one part of a host name, which lets two hyphens stand together, not three; what begins
/// with `xn--` stands for letters of another script.
fn is_domain_part(part: &str) -> bool {
    let is_decoded = part.strip_prefix("xn--").is_none_or(|encoded| {
        decoded(encoded).is_some_and(|label| label.chars().all(|c| c != '.' && stands_after_at(c)))
    });
    !part.is_empty()
        && encoded_length(part) <= 63
        && !part.starts_with('-')
        && !part.ends_with('-')
        && !part.contains("---")
        && is_decoded
}
