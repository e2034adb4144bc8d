//! Mobiles that need no closer look, told from their bytes alone.

use super::range::Range;

/// The number that `typed` is, its eleven digits read as one, where reading it as a [`Mobile`](super::Mobile) finds
/// nothing to say: a British mobile, as digits alone or in its canonical form. `None` for every other text, right or
/// wrong.
///
/// A list of a whole country has a million of these. A text that is `Some` here parses, without a repair but for
/// layout and without a doubt; a test holds it.
pub fn plain(typed: &[u8]) -> Option<u64> {
    let mut digits = [b'0'; 11];
    let (first, rest) = match typed.len() {
        11 => typed.split_at_checked(5)?,
        12 => {
            let (first, rest) = typed.split_at_checked(5)?;
            (first, rest.strip_prefix(b" ")?)
        }
        _ => return None,
    };
    let mut number = 0;
    for (digit, byte) in digits.iter_mut().zip(first.iter().chain(rest)) {
        if !byte.is_ascii_digit() {
            return None;
        }
        *digit = *byte;
        number = number * 10 + u64::from(byte - b'0');
    }
    let [b'0', national @ ..] = &digits else { return None };
    let national = std::str::from_utf8(national).ok()?;
    (Range::of(national) == Ok(Range::Uk)).then_some(number)
}
