//! The two parts of a postcode, and the letters and digits typed for one another in them.

use super::area::is_area;
use super::{PostcodeError, leading_letters};

/// The two parts of a postcode, from its letters and digits run together.
pub(super) fn parse_parts(packed: &str) -> Result<(String, String), PostcodeError> {
    if !packed.is_ascii() {
        return Err(PostcodeError::NotAPostcode);
    }
    if !(5..=7).contains(&packed.len()) {
        return Err(why_not(packed));
    }
    let (outward, inward) = packed.split_at_checked(packed.len() - 3).ok_or(PostcodeError::NotAPostcode)?;
    match (parse_outward(outward), parse_inward(inward)) {
        (Some(outward), Some(inward)) => Ok((outward, inward)),
        _ => Err(why_not(packed)),
    }
}

fn parse_inward(inward: &str) -> Option<String> {
    let mut letters = inward.chars();
    let digit = letters.next().map(as_digit).filter(char::is_ascii_digit)?;
    let letters = letters.as_str();
    letters.bytes().all(is_last_letter).then(|| format!("{digit}{letters}"))
}

/// Whether this is a second part as it is kept.
pub(super) fn is_inward(inward: &[u8]) -> bool {
    matches!(inward, [digit, one, other]
        if digit.is_ascii_digit() && is_last_letter(*one) && is_last_letter(*other))
}

fn is_last_letter(byte: u8) -> bool {
    byte.is_ascii_uppercase() && !b"CIKMOV".contains(&byte)
}

/// The first part with its look-alikes mended: of all ways to read it, the one that mends least.
fn parse_outward(outward: &str) -> Option<String> {
    let readings = (1..=2).filter_map(|letters| {
        let area: String = outward.get(..letters)?.chars().map(as_letter).collect();
        let mut district = outward.get(letters..)?.chars();
        let (typed_first, second) = (district.next()?, district.next().map(as_digit));
        let first = as_digit(typed_first);
        if district.next().is_some() || !first.is_ascii_digit() || !is_area(&area) {
            return None;
        }
        // `SO 1AA` is SO with its district missing, rather than S0.
        if typed_first.is_ascii_alphabetic() && is_area(&format!("{area}{typed_first}")) {
            return None;
        }
        // Nor is O a 0 where no district has one: `NO3` is a slip, but not for N03.
        if typed_first == 'O' && second.is_some() {
            return None;
        }
        let starts_with_zero = first == '0' && second.is_some();
        let reading: String = area.chars().chain([first]).chain(second).collect();
        let changes = reading.chars().zip(outward.chars()).filter(|(a, b)| a != b).count();
        Some((starts_with_zero, changes, reading))
    });
    readings.min().map(|(_, _, reading)| reading)
}

/// O and I never stand in a district, nor where a digit must.
fn as_digit(c: char) -> char {
    match c {
        'O' => '0',
        'I' => '1',
        other => other,
    }
}

fn as_letter(c: char) -> char {
    match c {
        '0' => 'O',
        '1' => 'I',
        other => other,
    }
}

/// Which of the ways to be wrong this is, as near as can be told.
fn why_not(packed: &str) -> PostcodeError {
    let area = leading_letters(packed);
    let rest = packed.strip_prefix(area).unwrap_or_default().as_bytes();
    if packed == "BFPO" {
        return PostcodeError::Incomplete;
    }
    match (is_area(area), rest) {
        // Nothing else can be wrong where the area and the shape are right.
        (true, rest) if has_whole_shape(rest) => PostcodeError::LastLetters,
        (false, rest) if has_whole_shape(rest) && matches!(area.len(), 1..=2) => {
            PostcodeError::NoSuchArea(area.to_owned())
        }
        (true, rest) if starts_the_shape(rest) => PostcodeError::Incomplete,
        // `SO 1AA`: the district's number is missing.
        (true, [digit, last @ ..])
            if digit.is_ascii_digit() && last.len() == 2 && last.iter().all(|&b| is_last_letter(b)) =>
        {
            PostcodeError::Incomplete
        }
        _ => PostcodeError::NotAPostcode,
    }
}

/// What follows the area in a whole postcode, whichever its last two letters.
fn has_whole_shape(rest: &[u8]) -> bool {
    let [district @ .., sector, a, b] = rest else {
        return false;
    };
    starts_the_shape(district)
        && matches!(district.len(), 1..=2)
        && sector.is_ascii_digit()
        && a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
}

/// Whether something put behind it could make it the end of a whole postcode.
fn starts_the_shape(rest: &[u8]) -> bool {
    let digit = |b: &u8| b.is_ascii_digit();
    let letter = |b: &u8| b.is_ascii_uppercase();
    match rest {
        [] => true,
        [a] | [a, _] => digit(a),
        [a, b, c] => digit(a) && (digit(c) || digit(b) && letter(c)),
        [a, _, b, c] => digit(a) && digit(b) && letter(c),
        _ => false,
    }
}
