//! Addresses that need no closer look, told from their bytes alone.
//!
//! An address of [`plain_shape`] whose [words](is_plain_word) and whose [domain](is_plain_domain) are plain parses as
//! an [`Email`](super::Email) as it stands, without a repair and without a doubt; a test holds it. Words and domains
//! come again and again in a long list, so whoever reads one can remember what was said of each.

use super::MOST_CHARACTERS;
use super::meant_domain::meant_domain;
use super::shared;

/// Where the @ stands in an address in small letters whose shape is beyond doubt. `None` for every other text, right
/// or wrong.
pub fn plain_shape(typed: &[u8]) -> Option<usize> {
    let at = typed.iter().position(|byte| *byte == b'@')?;
    let (local, domain) = typed.split_at_checked(at)?;
    let domain = domain.get(1..)?;
    let is_of_local = |byte: &u8| is_small(*byte) || matches!(byte, b'.' | b'-' | b'_');
    let has_two_dots = typed.windows(2).any(|pair| pair == b"..");
    let begins = local.first().is_some_and(|byte| is_small(*byte));
    let ends = local.last().is_some_and(|byte| is_small(*byte));
    let is_plain = begins
        && ends
        && local.iter().all(is_of_local)
        && !has_two_dots
        && typed.len() <= MOST_CHARACTERS
        && domain != b"nhs.net"
        && is_domain(domain);
    is_plain.then_some(at)
}

fn is_small(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn is_domain(domain: &[u8]) -> bool {
    let mut count = 0;
    let mut last: &[u8] = &[];
    for part in domain.split(|byte| *byte == b'.') {
        count += 1;
        last = part;
        let is_part = (1..=63).contains(&part.len())
            && part.iter().all(|byte| is_small(*byte) || *byte == b'-')
            && !part.starts_with(b"-")
            && !part.ends_with(b"-")
            // It has to be decoded.
            && !part.starts_with(b"xn--")
            && !part.windows(3).any(|three| three == b"---");
        if !is_part {
            return false;
        }
    }
    count > 1 && last.len() > 1 && last.iter().all(u8::is_ascii_lowercase)
}

/// Whether the word, a run of letters a to z before an @, is none that is in the addresses of posts and of places.
/// Where each word is plain, and there is one, the address is not taken for a shared one.
pub fn is_plain_word(word: &str) -> bool {
    shared::is_plain_word(word)
}

/// Whether no other domain was probably meant.
pub fn is_plain_domain(domain: &str) -> bool {
    meant_domain(domain).is_none()
}
