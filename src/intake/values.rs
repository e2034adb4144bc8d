//! The one value that a cell means, where more stands in it: a second number, words, line breaks.

use super::words::lists;
use crate::fields::{Email, Mobile, mobile::MobileError};
use crate::text::lowercase;

/// What a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// The value, or the whole text where it cannot be told.
    pub text: String,
    /// How the value was found in the text.
    pub found: Found,
}

/// How a value was found in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// It is all there is.
    Alone,
    /// It was the only one of its kind in the text: the rest was left out.
    Among,
    /// Letters stood for digits: a person should look.
    Guessed,
}

/// The mobile number in a cell: the only one, whatever else stands beside it.
pub(super) fn mobile(text: &str) -> Value {
    let alone = || Value { text: text.to_owned(), found: Found::Alone };
    // Most cells hold digits and spaces, too few for two numbers: nothing has to be looked for.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ' || byte == b'+');
    if is_plain && text.len() < 18 {
        return alone();
    }
    match text.parse::<Mobile>() {
        Ok(_) | Err(MobileError::Empty | MobileError::ScientificNotation | MobileError::ShortSecond) => {
            return alone();
        }
        Err(_) => {}
    }
    if is_of_another(text) {
        return alone();
    }
    let numbers = numbers(text);
    let mut mobiles: Vec<&&str> = numbers.iter().filter(|number| number.parse::<Mobile>().is_ok()).collect();
    mobiles.dedup_by_key(|number| number.parse::<Mobile>().map(|mobile| mobile.comparison_key()).ok());
    match mobiles.as_slice() {
        [mobile] => Value { text: (**mobile).to_owned(), found: Found::Among },
        [] => match digits_for_letters(text) {
            Some(mobile) => Value { text: mobile, found: Found::Guessed },
            None => alone(),
        },
        _ => alone(),
    }
}

/// Whether the words beside a number say that it is a relative's: "Tunde (husband) 07700 900123".
fn is_of_another(text: &str) -> bool {
    const RELATIVES: &str =
        "husband wife partner mum mother dad father son daughter sister brother spouse nok kin ice";
    lowercase(text).split(|c: char| !c.is_alphabetic()).any(|word| !word.is_empty() && lists(RELATIVES, word))
}

/// The sequences of digits, and of what people put between them, that are long enough for a number.
fn numbers(text: &str) -> Vec<&str> {
    let is_part = |c: char| {
        c.is_ascii_digit()
            || matches!(c, ' ' | '+' | '(' | ')' | '-' | '.' | '\u{a0}' | '\u{2011}' | '\u{2013}')
    };
    text.split(|c: char| !is_part(c))
        .map(|part| part.trim_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '('))
        .filter(|part| part.bytes().filter(u8::is_ascii_digit).count() >= 9)
        .collect()
}

/// `O7700 9OO555` with the digits that its letters stand for.
fn digits_for_letters(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        'O' | 'o' => '0',
        'I' | 'l' | 'i' => '1',
        _ => c,
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let read: String = text.chars().map(digit).collect();
    (digits >= 5 && read != text && read.parse::<Mobile>().is_ok()).then_some(read)
}

/// The email address in a cell: the only one, whatever else stands beside it.
pub(super) fn email(text: &str) -> Value {
    let alone = || Value { text: text.to_owned(), found: Found::Alone };
    let is_between = |c: char| c.is_whitespace() || ",;|/<>()[]\"&".contains(c);
    let is_plain = || !text.contains(is_between) && !text.contains(':') && text.matches('@').count() == 1;
    if !text.contains('@') || is_plain() || text.parse::<Email>().is_ok() {
        return alone();
    }
    // Exchange joins addresses with a plus; Google, with colons.
    let text_apart = text.replace("+smtp:", " smtp:").replace("+SMTP:", " SMTP:").replace(":::", " ");
    let words: Vec<&str> = text_apart.split(is_between).filter(|word| word.contains('@')).collect();
    // Exchange writes the main one in capitals.
    let main = words.iter().filter_map(|word| word.strip_prefix("SMTP:")).collect::<Vec<_>>();
    let addresses = if main.len() == 1 { main } else { words };
    let plain = |word: &str| {
        let word = word.rsplit_once(':').map_or(word, |(_, address)| address);
        word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let mut addresses: Vec<String> =
        addresses.into_iter().map(plain).filter(|word| word.parse::<Email>().is_ok()).collect();
    addresses.sort();
    addresses.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
    match addresses.as_slice() {
        [address] => Value { text: address.clone(), found: Found::Among },
        _ => alone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_mobile_in_a_cell_is_taken() {
        for (text, expected, found) in [
            ("07700 900554 after 6pm", "07700 900554", Found::Among),
            ("M 07700 900553 H 01632 960553", "07700 900553", Found::Among),
            ("07700 900560 or 01632 960560", "07700 900560", Found::Among),
            ("07700900781\n01632 960781", "07700900781", Found::Among),
            ("07700 900561 / 07700 900561", "07700 900561", Found::Among),
            ("O7700 9OO555", "07700 900555", Found::Guessed),
            ("07700 900556 / 07700 900557", "07700 900556 / 07700 900557", Found::Alone),
            ("01632 960559", "01632 960559", Found::Alone),
            ("7.7009E+09", "7.7009E+09", Found::Alone),
            ("0700-1500", "0700-1500", Found::Alone),
            ("", "", Found::Alone),
        ] {
            assert_eq!(mobile(text), Value { text: expected.to_owned(), found }, "{text}");
        }
    }

    #[test]
    fn the_only_address_in_a_cell_is_taken() {
        for (text, expected) in [
            ("SMTP:anna@example.org+smtp:a.n@example.org", "anna@example.org"),
            ("anna@example.org ::: anna@example.org", "anna@example.org"),
            ("personal: anna@example.org (ask first)", "anna@example.org"),
            ("a@example.org, b@example.org", "a@example.org, b@example.org"),
            ("07700 900123 anna@example.org", "anna@example.org"),
        ] {
            assert_eq!(email(text).text, expected, "{text}");
        }
    }
}
