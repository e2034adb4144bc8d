//! The digits of a number, however they are written, and the national number among them.

use super::MobileError;
use super::surroundings::around_number;
use crate::fields::Mend;
use crate::text;

/// The digits in the text, and whether a plus stands before them.
pub(super) fn parse_digits(text: &str) -> Result<(bool, String), MobileError> {
    // Too few for two numbers, and nothing else that could be wrong.
    if is_digits_and_spaces(text) && text.len() < 20 {
        return Ok((false, text.replace(' ', "")));
    }
    if is_scientific(text) {
        return Err(MobileError::ScientificNotation);
    }
    if holds_two_numbers(text) {
        return Err(MobileError::TwoNumbers);
    }
    if has_extension(text) {
        return Err(MobileError::Extension);
    }
    if ends_in_short_second(text) {
        return Err(MobileError::ShortSecond);
    }
    if has_words(text) {
        return Err(MobileError::Words);
    }
    let mut plus = false;
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            // `00+44` and `0+44`: the zeros meant the same as the plus.
            '+' if digits.bytes().all(|b| b == b'0') => {
                plus = true;
                digits.clear();
            }
            _ if is_layout(c) => {}
            _ => return Err(MobileError::NotDigits),
        }
    }
    match digits.is_empty() {
        true => Err(MobileError::NotDigits),
        false => Ok((plus, digits)),
    }
}

/// Whether the text is a digit and what else stands there is digits and spaces.
pub(super) fn is_digits_and_spaces(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
}

/// Whether letters stand only before the digits or behind them, and at least two together: no O for a 0.
fn has_words(text: &str) -> bool {
    let Some((before, within, after)) = around_number(text, |c| c.is_ascii_digit()) else { return false };
    let is_word = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    !within.contains(char::is_alphabetic) && (is_word(before) || is_word(after))
}

/// What people put between the digits of a number.
fn is_layout(c: char) -> bool {
    c.is_whitespace()
        || text::is_dash(c)
        || text::is_apostrophe(c)
        || matches!(c, '.' | ',' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' | '_' | ':' | ';')
        || matches!(c, '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{2044}' | '\u{30fb}')
}

/// `7.7009E+09`, as spreadsheets show a number too wide for its cell.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_digits(power) && number.split(['.', ',']).all(is_digits)
}

/// No country's number has twenty digits; nine are the fewest a whole UK number has.
fn holds_two_numbers(text: &str) -> bool {
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let separates = |c: char| c.is_alphabetic() || matches!(c, '/' | ',' | ';' | '|' | '&' | '\n');
    digits(text) >= 20 || text.split(separates).filter(|part| digits(part) >= 9).count() >= 2
}

/// Whether at most six digits follow a number that may be whole without them, and something that parts two:
/// `07700 900123/4`, `07700 900123 or 456`. A dash parts numbers only where fewer than three digits follow.
fn ends_in_short_second(text: &str) -> bool {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let parts = |c: char| {
        c.is_alphabetic() || text::is_dash(c) || matches!(c, '/' | '\\' | ',' | ';' | '|' | '&' | '\u{2044}')
    };
    let Some((before, after)) = text.rsplit_once(parts) else { return false };
    let mark = text.get(before.len()..).and_then(|rest| rest.chars().next());
    let most = if mark.is_some_and(text::is_dash) { 2 } else { 6 };
    let (before, after) = (digits(before), digits(after));
    let country = ["0044", "044", "44", "0"].iter().find_map(|code| before.strip_prefix(code));
    let national = country.unwrap_or(&before).trim_start_matches('0');
    (1..=most).contains(&after.len()) && national.starts_with('7') && (9..=10).contains(&national.len())
}

/// Whether the text holds `x`, `ext`, `extn`, `extension` or `#`, with digits on both sides.
fn has_extension(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_mark = |c: char| c.is_alphabetic() || c == '#';
    let from_first_digit = text.trim_start_matches(|c| !is_digit(c));
    let from_mark = from_first_digit.trim_start_matches(|c| !is_mark(c));
    let mark = from_mark.split(|c| !is_mark(c)).next().unwrap_or_default();
    ["x", "ext", "extn", "extension", "#"].iter().any(|known| known.eq_ignore_ascii_case(mark))
        && from_mark.contains(is_digit)
}

/// The digits after the leading 0 or the country code, and what had to be mended to find them.
pub(super) fn national_number(plus: bool, digits: &str) -> Result<(&str, Option<Mend>), MobileError> {
    fn uk(after_country_code: &str) -> Result<(&str, Option<Mend>), MobileError> {
        let national = after_country_code.strip_prefix('0').unwrap_or(after_country_code);
        Ok((national, Some(Mend::CountryCode)))
    }

    if plus {
        let number = digits.trim_start_matches('0');
        return match (number.strip_prefix("44"), digits.len() - number.len()) {
            (Some(rest), _) => uk(rest),
            // `+07700 900123`: a national number with a plus too many.
            (None, 1) => Ok((number, Some(Mend::Layout))),
            (None, _) => Err(MobileError::Foreign),
        };
    }
    if let Some(rest) = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44")) {
        return uk(rest);
    }
    // `044 7700 900123`. No UK number starts 04.
    if let Some(rest) = digits.strip_prefix("044").filter(|rest| rest.len() == 10) {
        return uk(rest);
    }
    if let Some(national) = digits.strip_prefix('0') {
        return match national.strip_prefix('0') {
            // One 0 too many. No country's code has a 0 in front.
            Some(number) if number.starts_with('7') && number.len() == 10 => {
                Err(MobileError::TooLong { digits: digits.len() })
            }
            Some(number) if number.starts_with('0') => Err(MobileError::NotMobile),
            Some(abroad) if !abroad.is_empty() => Err(MobileError::Foreign),
            _ => Ok((national, None)),
        };
    }
    match (digits.as_bytes().first(), digits.len()) {
        (Some(b'7'), _) | (_, 9..=10) => Ok((digits, Some(Mend::LostZero))),
        (_, ..9) => Err(MobileError::TooShort { digits: digits.len() }),
        _ => Err(MobileError::NotMobile),
    }
}
