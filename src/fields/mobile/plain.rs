//! Mobiles that need no closer look, told from their bytes alone.

use super::range::Range;

/// The number that `typed` is, its eleven digits read as one, where reading it as a [`Mobile`](super::Mobile) finds
/// nothing that is to be seen to: a British mobile in digits and single spaces, with its 0, with +44 in place of it, or
/// without it, as a spreadsheet leaves it. `None` for every other text, right or wrong.
///
/// A list of a whole country has a million of these. A text that is `Some` here parses to this number, without a
/// doubt; a test holds it.
pub fn plain(typed: &[u8]) -> Option<u64> {
    let mut national = [b'0'; 10];
    let mut places = national.iter_mut();
    let mut number = 0;
    for byte in after_trunk(typed)? {
        match byte {
            b' ' => {}
            b'0'..=b'9' => {
                *places.next()? = *byte;
                number = number * 10 + u64::from(byte - b'0');
            }
            _ => return None,
        }
    }
    let is_whole = places.next().is_none() && typed.len() < LONGEST;
    let national = std::str::from_utf8(&national).ok().filter(|_| is_whole)?;
    (Range::of(national) == Ok(Range::Uk)).then_some(number)
}

/// More bytes than a mobile has with a space behind each pair of its digits: there may be more in them.
const LONGEST: usize = 18;

/// What stands behind the 0 or the +44; all of it, where it begins as a number that lost its 0.
fn after_trunk(typed: &[u8]) -> Option<&[u8]> {
    match typed {
        [b'0', rest @ ..] if rest.starts_with(b"7") => Some(rest),
        [b'+', b'4', b'4', rest @ ..] => {
            let rest = rest.strip_prefix(b" ").unwrap_or(rest);
            rest.starts_with(b"7").then_some(rest)
        }
        [b'7', ..] => Some(typed),
        _ => None,
    }
}
