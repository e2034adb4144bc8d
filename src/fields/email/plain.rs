//! Addresses that need no closer look, told from their bytes alone.
//!
//! An address of [`plain_shape`] whose [words](is_plain_word) and whose [domain](is_plain_domain) are plain parses as
//! an [`Email`](super::Email) as it stands, without a repair and without a doubt; a test holds it. Words and domains
//! come again and again in a long list, so whoever reads one can remember what was said of each.

use super::MOST_CHARACTERS;
use super::meant_domain::meant_domain;
use super::shared;

/// Where the @ stands in an address in small letters, if the shape of what is before it is beyond doubt. `None` for every
/// other text, right or wrong.
pub fn plain_shape(typed: &[u8]) -> Option<usize> {
    let mut before = None;
    for (at, byte) in (0..).zip(typed) {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            b'@' => return (before.is_some_and(is_small) && typed.len() <= MOST_CHARACTERS).then_some(at),
            b'.' if before == Some(b'.') => return None,
            b'.' | b'-' | b'_' if before.is_some() => {}
            _ => return None,
        }
        before = Some(*byte);
    }
    None
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

/// Whether the domain, in small letters, is one beyond doubt: no other was probably meant, and it is not the one whose
/// people have accounts already.
pub fn is_plain_domain(domain: &str) -> bool {
    is_domain(domain.as_bytes()) && domain != "nhs.net" && meant_domain(domain).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Email, Field};
    use proptest::prelude::*;

    /// Whether nothing is to be said of the address, by what is told from its bytes.
    fn is_plain(typed: &str) -> bool {
        let Some(at) = plain_shape(typed.as_bytes()) else { return false };
        let (local, domain) = typed.split_at(at);
        let words = || local.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty());
        words().next().is_some() && words().all(is_plain_word) && is_plain_domain(&domain[1..])
    }

    #[test]
    fn most_addresses_are_plain_and_odd_ones_are_none() {
        for typed in ["anna.smith@example.org", "a-b_c.d1@x.co.uk", "1a@gmail.com"] {
            assert!(is_plain(typed), "{typed}");
        }
        for typed in [
            "",
            "@x.org",
            "anna",
            "anna@",
            ".a@x.org",
            "a.@x.org",
            "a..b@x.org",
            "-a@x.org",
            "a@x",
            "a@x..org",
            "a@nhs.net",
            "a@gmial.com",
            "a@b@x.org",
            "A@x.org",
            "a@xn--a.org",
            "info@x.org",
            "1@x.org",
            "a b@x.org",
            "a@x.o1",
        ] {
            assert!(!is_plain(typed), "{typed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn a_plain_address_is_read_as_it_stands_without_a_doubt(
            typed in "[a-z0-9._-]{1,12}@([a-z0-9-]{1,6}[.]){1,2}(com|org|net|uk|[a-z0-9-]{1,3})|(care|team|night|staff|anna|the)[.]?(care|team|office|b)@(gmail|gmal|nhs|x)[.](com|net)",
        ) {
            if is_plain(&typed) {
                let email: Email = typed.parse().unwrap();
                prop_assert_eq!(email.as_str(), &typed);
                prop_assert!(email.doubts().is_empty(), "{:?}", email.doubts());
            }
        }
    }
}
