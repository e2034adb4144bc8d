//! Cleaning typed and pasted text, before a field reads it.
//!
//! Everything here is about *characters*, never about what a field means: what cannot be seen, the
//! many ways to write a digit, a dash or an apostrophe. A field says which of these it wants by
//! calling [`Draft`]'s methods in order, and each records its own [`Mend`], so that a repair can
//! never go unreported.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod formula;
mod repair;

pub use repair::{Entered, Mend, Repair};

use std::borrow::Cow;

/// Text on its way from what was typed to what is kept, with what has been mended so far.
///
/// ```
/// use caremail::text::{Draft, Mend};
///
/// let mut draft = Draft::new("\u{feff} ０７７ ");
/// draft.remove_invisible();
/// draft.plain_digits();
/// draft.trim();
/// assert_eq!(draft.text(), "077");
/// assert_eq!(draft.mends(), [Mend::Invisible, Mend::Digits, Mend::Layout]);
/// ```
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    typed: &'a str,
    text: Cow<'a, str>,
    mends: Vec<Mend>,
}

impl<'a> Draft<'a> {
    /// Starts from the text exactly as it was typed.
    pub fn new(typed: &'a str) -> Self {
        Draft { typed, text: Cow::Borrowed(typed), mends: Vec::new() }
    }

    /// The text as it stands now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was mended so far, in order, each once.
    pub fn mends(&self) -> &[Mend] {
        &self.mends
    }

    /// Records a mend, once.
    pub fn note(&mut self, mend: Mend) {
        if !self.mends.contains(&mend) {
            self.mends.push(mend);
        }
    }

    /// Puts other text in place of this one, and records why if that changes anything.
    pub fn replace(&mut self, text: String, mend: Mend) {
        if text != self.text {
            self.text = Cow::Owned(text);
            self.note(mend);
        }
    }

    /// Keeps a part of the text alone, and records why if that is not all of it.
    pub fn keep(&mut self, part: impl FnOnce(&str) -> &str, mend: Mend) {
        let kept = part(&self.text);
        if kept.len() != self.text.len() {
            self.text = Cow::Owned(kept.to_owned());
            self.note(mend);
        }
    }

    /// Changes or drops each character, and records why if that changes anything.
    pub fn map(&mut self, mend: Mend, change: fn(char) -> Option<char>) {
        // Most texts stay as they are: none is written anew before a character changes.
        if self.text.chars().any(|c| change(c) != Some(c)) {
            self.replace(self.text.chars().filter_map(change).collect(), mend);
        }
    }

    /// The same, for changes to characters that are not ASCII: most texts have none.
    fn map_beyond_ascii(&mut self, mend: Mend, change: fn(char) -> Option<char>) {
        if !self.text.is_ascii() {
            self.map(mend, change);
        }
    }

    /// Removes every character of [`INVISIBLE`] and every control character but white space.
    pub fn remove_invisible(&mut self) {
        if !is_plain(&self.text) {
            self.map(Mend::Invisible, |c| (!is_invisible(c)).then_some(c));
        }
    }

    /// Writes the decimal digits of other scripts as 0 to 9.
    pub fn plain_digits(&mut self) {
        self.map_beyond_ascii(Mend::Digits, |c| Some(plain_digit(c).unwrap_or(c)));
    }

    /// Writes full-width letters and signs as plain ones. Digits are left to [`Draft::plain_digits`].
    pub fn plain_width(&mut self) {
        self.map_beyond_ascii(Mend::FullWidth, |c| match c {
            '０'..='９' => Some(c),
            _ => Some(plain_width(c).unwrap_or(c)),
        });
    }

    /// Writes every kind of dash as a hyphen.
    pub fn plain_dashes(&mut self) {
        self.map_beyond_ascii(Mend::Layout, |c| Some(if is_dash(c) { '-' } else { c }));
    }

    /// Writes a to z in upper case.
    pub fn uppercase(&mut self) {
        self.map(Mend::Case, |c| Some(c.to_ascii_uppercase()));
    }

    /// Removes white space of any kind from both ends.
    pub fn trim(&mut self) {
        self.keep(str::trim, Mend::Layout);
    }

    /// Makes every run of white space one plain space, and removes it from both ends.
    pub fn single_spaces(&mut self) {
        let is_spaced = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
        if !self.text.split(' ').all(is_spaced) {
            let words: Vec<&str> = self.text.split_whitespace().collect();
            self.replace(words.join(" "), Mend::Layout);
        }
    }

    /// The report of what was done, or `None` when the text was typed as it is kept.
    pub fn into_repair(mut self, kept: &str) -> Option<Repair> {
        if self.typed == kept {
            return None;
        }
        if self.mends.is_empty() {
            // Only the field's own spacing is left to differ: all else is recorded as it is done.
            self.mends.push(Mend::Layout);
        }
        Some(Repair { typed: self.typed.to_owned(), kept: kept.to_owned(), mends: self.mends })
    }
}

/// Whether the text is nothing but ASCII that can be seen, and spaces.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Characters that are not white space and yet cannot be seen, as ranges.
///
/// The names are Unicode's. All have arrived in real forms: copied from web pages, chat programs,
/// PDF files and phone books.
pub const INVISIBLE: &[(char, char)] = &[
    ('\u{00ad}', '\u{00ad}'),   // soft hyphen
    ('\u{034f}', '\u{034f}'),   // combining grapheme joiner
    ('\u{061c}', '\u{061c}'),   // Arabic letter mark
    ('\u{115f}', '\u{1160}'),   // Hangul fillers
    ('\u{17b4}', '\u{17b5}'),   // Khmer inherent vowels
    ('\u{180b}', '\u{180f}'),   // Mongolian variation selectors and vowel separator
    ('\u{200b}', '\u{200f}'),   // zero width space and joiners, direction marks
    ('\u{202a}', '\u{202e}'),   // direction embeddings and overrides
    ('\u{2060}', '\u{206f}'),   // word joiner, invisible operators, direction isolates
    ('\u{2800}', '\u{2800}'),   // blank braille pattern
    ('\u{3164}', '\u{3164}'),   // Hangul filler
    ('\u{fe00}', '\u{fe0f}'),   // variation selectors
    ('\u{feff}', '\u{feff}'),   // byte order mark
    ('\u{ffa0}', '\u{ffa0}'),   // half-width Hangul filler
    ('\u{fff9}', '\u{fffb}'),   // annotation marks
    ('\u{e0000}', '\u{e007f}'), // language tags
    ('\u{e0100}', '\u{e01ef}'), // ideographic variation selectors
];

/// Whether the character takes no room and leaves no mark.
pub fn is_invisible(c: char) -> bool {
    // No ASCII character is in the table, and most text is nothing else.
    (c.is_control() && !c.is_whitespace())
        || !c.is_ascii() && INVISIBLE.iter().any(|&(first, last)| (first..=last).contains(&c))
}

/// Whether the character, though it cannot be seen, changes how the letters beside it are written:
/// Persian and the scripts of India need joiners, Japanese and Chinese names variation selectors.
pub fn shapes_letters(c: char) -> bool {
    matches!(
        c,
        '\u{200c}' | '\u{200d}' | '\u{180b}'..='\u{180d}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// `text` for people to read: each line break, tab and other control character as a space, and without the
/// characters that would turn what stands behind them round, or hide in it. What letters need to be written
/// rightly stays.
pub fn visible(text: &str) -> String {
    let shown = |c: char| match c {
        _ if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => Some(' '),
        _ if is_invisible(c) && !shapes_letters(c) => None,
        _ => Some(c),
    };
    text.chars().filter_map(shown).collect()
}

/// The first of each row of ten decimal digits, other than 0 to 9 and the mathematical ones.
const ZEROS: &[char] = &[
    '\u{0660}',
    '\u{06f0}',
    '\u{07c0}',
    '\u{0966}',
    '\u{09e6}',
    '\u{0a66}',
    '\u{0ae6}',
    '\u{0b66}',
    '\u{0be6}',
    '\u{0c66}',
    '\u{0ce6}',
    '\u{0d66}',
    '\u{0de6}',
    '\u{0e50}',
    '\u{0ed0}',
    '\u{0f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{ff10}',
    '\u{1e950}',
];

/// The digit 0 to 9 that a decimal digit of any script stands for.
pub fn plain_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let value = match c {
        '\u{1d7ce}'..='\u{1d7ff}' => (code - 0x1d7ce) % 10,
        _ => ZEROS.iter().find_map(|&zero| code.checked_sub(zero.into()).filter(|&v| v < 10))?,
    };
    char::from_digit(value, 10)
}

/// The plain character that a full-width one stands for: `Ａ` is A, `＠` is @.
pub fn plain_width(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

/// Whether the character is a hyphen, dash or minus of any kind.
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{058a}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2796}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}

/// Whether the character is an apostrophe, or one of the marks typed for it. The letters that look
/// like one, such as the ʻokina (U+02BB), are letters and stay.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{00b4}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{ff07}')
}

/// Whether the character is a double quotation mark of any kind.
pub fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{00ab}' | '\u{00bb}' | '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ff02}')
}

/// What follows `prefix`, whose letters a to z may be in either case.
pub fn strip_prefix_any_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// A number and what it counts: "1 person", "3 people".
pub fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Names as a sentence has them: `Anna, Ben and Zoë`.
pub fn with_and(names: &[String]) -> String {
    match names {
        [some @ .., before, last] => {
            some.iter().map(|name| format!("{name}, ")).collect::<String>() + &format!("{before} and {last}")
        }
        _ => names.concat(),
    }
}

/// A number with a comma before each three digits: "20,000".
pub fn in_thousands(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", in_thousands(number / 1000), number % 1000),
    }
}

/// Some names, with commas between: of many, the first ten and how many more.
pub fn listed(names: &[String]) -> String {
    match names.split_at_checked(10) {
        Some((first, more @ [_, ..])) => format!("{} and {} more", first.join(", "), more.len()),
        _ => names.join(", "),
    }
}

/// The text in lower case, with the Turkish İ as a plain i. Unicode's own mapping adds a combining dot
/// to the i, so that `İPEK` and `ipek` would be two names.
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.replace('İ', "i").to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zero_begins_ten_digits() {
        for &zero in ZEROS {
            for value in 0..10 {
                let c = char::from_u32(u32::from(zero) + value).unwrap();
                assert!(c.is_numeric(), "{c:?} of the row of {zero:?}");
                assert_eq!(plain_digit(c), char::from_digit(value, 10));
            }
        }
    }

    #[test]
    fn what_is_shown_turns_nothing_round_and_hides_nothing() {
        assert_eq!(visible("Anna\u{202e}htimS\u{200b}\u{feff}"), "AnnahtimS");
        assert_eq!(visible("Oak\r\nBcc: a\tb\0c\u{85}d\u{2028}e"), "Oak  Bcc: a b c d e");
        assert_eq!(visible("علی\u{200c}رضا Zoë"), "علی\u{200c}رضا Zoë");
        for c in '\0'..=char::MAX {
            let shown = visible(&c.to_string());
            assert!(shown.chars().all(|c| !c.is_control() && (!is_invisible(c) || shapes_letters(c))));
        }
    }

    #[test]
    fn letters_and_fractions_are_no_digits() {
        for c in ['A', 'O', '½', '²', 'Ⅷ', '一', '〇'] {
            assert_eq!(plain_digit(c), None, "{c}");
        }
    }

    #[test]
    fn mathematical_digits_are_digits() {
        assert_eq!(plain_digit('𝟎'), Some('0'));
        assert_eq!(plain_digit('𝟿'), Some('9'));
    }

    #[test]
    fn white_space_is_not_invisible() {
        for c in [' ', '\t', '\n', '\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}'] {
            assert!(!is_invisible(c), "{c:?}");
            assert!(c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn what_shapes_letters_is_invisible() {
        for c in '\0'..=char::MAX {
            assert!(!shapes_letters(c) || is_invisible(c), "{c:?}");
        }
    }

    #[test]
    fn no_ascii_character_but_controls_is_invisible() {
        assert!((' '..='~').all(|c| !is_invisible(c)));
        assert!(is_invisible('\0') && is_invisible('\u{7f}'));
    }

    #[test]
    fn a_mend_is_noted_once_and_only_where_it_changed_something() {
        let mut draft = Draft::new("a\u{200b}b\u{200b}");
        draft.remove_invisible();
        draft.remove_invisible();
        draft.plain_digits();
        assert_eq!(draft.mends(), [Mend::Invisible]);
    }

    #[test]
    fn a_repair_keeps_both_texts_exactly() {
        let mut draft = Draft::new(" x ");
        draft.trim();
        let repair = draft.into_repair("x").unwrap();
        assert_eq!((repair.typed.as_str(), repair.kept.as_str()), (" x ", "x"));
        assert!(Draft::new("x").into_repair("x").is_none());
    }

    #[test]
    fn a_difference_no_step_recorded_is_still_reported() {
        assert_eq!(Draft::new("LN11AA").into_repair("LN1 1AA").unwrap().mends, [Mend::Layout]);
    }

    #[test]
    fn the_turkish_dotted_capital_loses_no_dot_and_gains_none() {
        assert_eq!(lowercase("İPEK"), "ipek");
    }

    #[test]
    fn a_sigma_at_the_end_of_a_word_is_the_same_from_either_case() {
        assert_eq!(lowercase("ΠΑΠΑΔΟΠΟΥΛΟΣ"), lowercase("Παπαδοπουλος"));
    }

    #[test]
    fn a_prefix_is_found_in_any_case_and_never_splits_a_letter() {
        assert_eq!(strip_prefix_any_case("TEL:07", "tel:"), Some("07"));
        assert_eq!(strip_prefix_any_case("té", "te"), None);
        assert_eq!(strip_prefix_any_case("", "te"), None);
    }
}
