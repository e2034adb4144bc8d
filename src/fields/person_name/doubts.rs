//! What looks odd in a name.

use super::post::{reads_as_post, stands_for_name, words};
use super::{MANY_CHARACTERS, PersonNameDoubt};
use crate::text;

/// Everything that only a person can settle about the name.
pub(super) fn doubts(name: &str) -> Vec<PersonNameDoubt> {
    let words = words(name);
    if stands_for_name(&words) || name.eq_ignore_ascii_case("n/a") {
        return vec![PersonNameDoubt::NotAName];
    }
    let mut doubts = Vec::new();
    if is_initials(name) {
        doubts.push(PersonNameDoubt::Initial);
    }
    if reads_as_post(&words) {
        doubts.push(PersonNameDoubt::LooksLikePost);
    }
    let has_and =
        matches!(words.as_slice(), [_, between @ .., _] if between.iter().any(|word| word == "and"));
    if has_and || name.contains(" or ") || name.contains(['&', '/', '+']) {
        doubts.push(PersonNameDoubt::TwoPeople);
    }
    if has_digits(name) {
        doubts.push(PersonNameDoubt::Digits);
    }
    let comma = has_comma_between_names(name).then_some(',');
    if let Some(sign) = name.chars().find(|&c| is_sign(c)).or(comma) {
        doubts.push(PersonNameDoubt::Sign(sign));
    }
    if !name.chars().any(char::is_alphabetic) {
        doubts.push(PersonNameDoubt::NoLetters);
    }
    if name.chars().count() > MANY_CHARACTERS {
        doubts.push(PersonNameDoubt::Long);
    }
    doubts
}

/// Whether a name is only initials: "J", "C.E.". A letter of a script without capitals may be a whole name: "김".
pub fn is_initials(name: &str) -> bool {
    let is_letter = |c: char| c.is_uppercase() || c.is_lowercase();
    let mut parts =
        name.split(|c: char| c == '.' || c.is_whitespace()).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(is_letter) && letters.next().is_none()
        })
}

/// Whether a comma is followed by anything but what is written behind a name: `Smith, Anna`.
fn has_comma_between_names(name: &str) -> bool {
    name.split(',').skip(1).any(|after| {
        let words = words(after);
        !words.first().is_some_and(|word| AFTER_COMMA.contains(&word.as_str()))
    })
}

/// Titles, degrees and the like, which are written behind a name and a comma, as the Dutch and the
/// Germans list their particles.
const AFTER_COMMA: &[&str] = &[
    "ba", "bem", "bn", "bsc", "cbe", "dame", "de", "den", "der", "dr", "en", "esq", "frcn", "hons", "ii",
    "iii", "iv", "jnr", "jr", "junior", "lady", "lord", "ma", "mba", "mbe", "md", "miss", "mr", "mrs", "ms",
    "msc", "mx", "nd", "nvq", "obe", "phd", "prof", "rd", "rev", "rgn", "rmn", "rn", "rnld", "senior", "sir",
    "snr", "sr", "srn", "van", "von",
];

/// Digits other than those of "2nd", "3rd" or "4th".
fn has_digits(name: &str) -> bool {
    let is_digit = |c: char| text::plain_digit(c).is_some();
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(is_digit)).any(|word| {
        let ending = word.trim_start_matches(|c: char| c.is_ascii_digit()).to_lowercase();
        !matches!(ending.as_str(), "st" | "nd" | "rd" | "th")
    })
}

/// Signs that no name has. Marks that belong to letters cannot be told from signs by `std`, so what
/// is not ASCII counts only within the blocks of signs.
fn is_sign(c: char) -> bool {
    match c {
        '&' | '/' | '+' => false,
        ' ' | '-' | '\'' | '.' | ',' | '(' | ')' | '"' => false,
        _ if c.is_ascii() => !c.is_ascii_alphanumeric(),
        'ª' | '·' | 'º' => false,
        '\u{80}'..='\u{bf}' | '×' | '÷' => true,
        '\u{200c}' | '\u{200d}' | '\u{2022}' | '\u{2027}' => false,
        '\u{2010}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{214f}' => true,
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fffd}' => true,
        _ => false,
    }
}
