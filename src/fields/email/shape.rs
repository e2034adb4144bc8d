//! The shape of an address, as GOV.UK Notify checks it.

use super::{EmailError, MOST_CHARACTERS, parts};

/// Whether the address has the shape, or what is wrong with it.
pub(super) fn check_shape(address: &str) -> Result<(), EmailError> {
    let (local, domain) = parts(address);
    if local.is_empty() {
        return Err(EmailError::NothingBefore);
    }
    if domain.is_empty() {
        return Err(EmailError::NothingAfter);
    }
    if address.chars().count() > MOST_CHARACTERS {
        return Err(EmailError::TooLong);
    }
    let odd = local.chars().find(|&c| !stands_before_at(c));
    if let Some(c) = odd.or_else(|| domain.chars().find(|&c| !stands_after_at(c))) {
        return Err(EmailError::Character(c));
    }
    if address.contains("..") {
        return Err(EmailError::TwoDots);
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

/// Letters of any script, and marks such as vowel signs, which `std` has no test for: so whatever
/// is not ASCII counts, but for the blocks of signs and punctuation.
fn stands_after_at(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || matches!(c, '.' | '-'),
        'ª' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' => false,
        '\u{3008}'..='\u{3020}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff65}' => false,
        _ => !c.is_whitespace(),
    }
}

/// Notify's pattern for one part of a host name, which lets two hyphens stand together, not three.
fn is_domain_part(part: &str) -> bool {
    let most = if part.is_ascii() { 63 } else { 59 };
    !part.is_empty()
        && part.chars().count() <= most
        && !part.starts_with('-')
        && !part.ends_with('-')
        && !part.contains("---")
}
