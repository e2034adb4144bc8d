//! Whether letters look as they do in names: the measure by which one reading of a file's bytes is preferred to
//! another, and by which letters that were spoilt before are known.

use std::sync::LazyLock;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1252};

use crate::text::{is_apostrophe, is_dash};

/// How many places of `text` look as no name does: a sign in the middle of a word, a capital behind a small letter
/// that is not a to z, letters of two scripts side by side.
pub(super) fn oddities(text: &str) -> usize {
    if text.is_ascii() {
        return 0;
    }
    triples(text).filter(|(before, c, after)| is_odd(*before, *c, *after)).count()
}

/// Each character that is no a to z, with its neighbours; a space stands for none.
fn triples(text: &str) -> impl Iterator<Item = (char, char, char)> {
    let before = std::iter::once(' ').chain(text.chars());
    let after = text.chars().skip(1).chain(std::iter::once(' '));
    before
        .zip(text.chars())
        .zip(after)
        .map(|((before, c), after)| (before, c, after))
        .filter(|(before, c, _)| !c.is_ascii() || !before.is_ascii())
}

fn is_odd(before: char, c: char, after: char) -> bool {
    let is_beside_letter = is_letter(before) || is_letter(after);
    if c.is_ascii() {
        // "OíBrien": an apostrophe was read as a letter.
        return c.is_uppercase() && before.is_lowercase() && is_letter(before);
    }
    match c {
        '\u{fffd}' | '\u{80}'..='\u{9f}' => true,
        '‘' | '“' => is_letter(before),
        '‚' | '„' => is_beside_letter,
        '”' => is_letter(after),
        _ if is_dash(c) => is_letter(before) && after.is_lowercase(),
        _ if is_apostrophe(c) || c.is_whitespace() => false,
        _ if !is_letter(c) => is_beside_letter,
        _ if is_letter(before) && script(before) != script(c) => true,
        _ if is_letter(after) && script(after) != script(c) => true,
        _ if c.is_uppercase() => is_letter(before) && (before.is_lowercase() || after.is_lowercase()),
        // Three in a row: another script, read as Western.
        _ => {
            (before.is_uppercase() && after.is_uppercase())
                || [before, c, after].iter().all(is_western_accented)
        }
    }
}

/// Letters, without the signs that Unicode counts among them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'ƒ' | 'ˆ')
}

fn is_western_accented(c: &char) -> bool {
    is_letter(*c) && matches!(c, '\u{c0}'..='\u{ff}')
}

/// A number for the script of a letter, as far as scripts are mixed up by reading bytes in the wrong way.
fn script(c: char) -> u8 {
    match c {
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => 0,
        '\u{370}'..='\u{3ff}' => 1,
        '\u{400}'..='\u{52f}' => 2,
        _ => 3,
    }
}

/// Where Western and Central European Windows write different letters by one byte: how many of those in
/// `western` could not stand there in a name of the West, and how many could not in one of Central Europe.
/// A Western vowel among vowels, or a sign in a word, is a consonant of the other.
pub(super) fn misplaced(western: &str) -> (usize, usize) {
    let mut misplaced = (0, 0);
    for (before, c, after) in triples(western) {
        match is_western(before, c, after) {
            Some(true) => misplaced.1 += 1,
            Some(false) => misplaced.0 += 1,
            None => {}
        }
    }
    misplaced
}

/// Whether the letter can stand there in a Western name; `None` where its place says nothing.
fn is_western(before: char, c: char, after: char) -> Option<bool> {
    let is_vowel =
        |c: char| "aeiouyáéíóúýäëïöüâêîôûàèìòùãõåæøœ".contains(c.to_lowercase().next().unwrap_or(c));
    let is_in_word = is_letter(before) || is_letter(after);
    let is_last = !is_letter(after);
    let is_first = !is_letter(before);
    match c {
        // ą, Ą, ł, Ł, ş, Ş, ż, Ż, Ľ, ľ.
        '¹' | '¥' | '³' | '£' | 'º' | 'ª' | '¿' | '¯' | '¼' | '¾' => is_in_word.then_some(false),
        // ś and Ś: sœur, but not Wiœniewski.
        'œ' | 'Œ' => Some(after == 'u' || after == 'U'),
        // ź and Ź.
        'Ÿ' => Some(false),
        // ć and Ć: Kjær, Ælfred.
        'æ' | 'Æ' => Some(!is_last && !is_vowel(before)),
        // ń: Muñoz.
        'ñ' | 'Ñ' => Some(is_vowel(after)),
        // č: Hélène, but not Kovaèová.
        'è' | 'È' => Some(!is_vowel(before) && !is_vowel(after)),
        // ř: Sørensen, but not Dvoøák.
        'ø' | 'Ø' => Some(!is_vowel(before) && !is_vowel(after)),
        // ě and ů: in Italian these end a word.
        'ì' | 'Ì' | 'ù' | 'Ù' => Some(is_last),
        // ő: Simões.
        'õ' | 'Õ' => Some(matches!(after, 'e' | 'E' | 'n' | 'N')),
        // ă: João, Magalhães.
        'ã' | 'Ã' => Some(matches!(after, 'o' | 'O' | 'e' | 'E')),
        // ţ: Þór.
        'þ' | 'Þ' => Some(is_first),
        _ => None,
    }
}

/// `text` with what was UTF-8 and was read by another program as something older put right: `ZoÃ«` is Zoë.
/// `None` where nothing looks so.
pub(super) fn reread(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut read: Option<String> = None;
    // A file may have gone through the same program twice.
    for _ in 0..2 {
        let now = read.as_deref().unwrap_or(text);
        let once = WRONG.iter().find_map(|(wrong, letters)| reread_from(now, wrong, letters));
        match once {
            Some(once) => read = Some(once),
            None => break,
        }
    }
    read
}

/// The encodings that UTF-8 is taken for, each with what it makes of the bytes from 128 on.
static WRONG: LazyLock<[(&Encoding, Vec<char>); 3]> = LazyLock::new(|| {
    // Not by the encoder: with it come those of every encoding there is.
    let above: [u8; 128] = std::array::from_fn(|index| u8::try_from(index + 128).unwrap_or(u8::MAX));
    [WINDOWS_1252, WINDOWS_1250, MACINTOSH]
        .map(|wrong| (wrong, wrong.decode_without_bom_handling(&above).0.chars().collect()))
});

fn reread_from(text: &str, wrong: &Encoding, letters: &[char]) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let byte = |c: char| u8::try_from(letters.iter().position(|letter| *letter == c)? + 128).ok();
    let mut read = String::with_capacity(text.len());
    let mut is_changed = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| c.is_ascii() != first.is_ascii()).unwrap_or(rest.len());
        let (run, behind) = rest.split_at_checked(end)?;
        rest = behind;
        let bytes: Option<Vec<u8>> = if first.is_ascii() { None } else { run.chars().map(byte).collect() };
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(right) => {
                read.push_str(&right);
                is_changed = true;
            }
            None => read.push_str(run),
        }
    }
    // By Western letters no name makes such a run; by others, one may.
    let is_better = || wrong == WINDOWS_1252 || oddities(&read) < oddities(text);
    (is_changed && is_better()).then_some(read)
}

/// `text`, in small letters, with a letter from a to z for each one of Latin script that has a sign of its own:
/// for comparing words, not for showing them.
pub(super) fn without_accents(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match PLAIN.iter().find(|(_, letters)| letters.contains(c)) {
            Some((letter, _)) => plain.push_str(letter),
            // A mark that stands behind its letter.
            None if matches!(c, '\u{300}'..='\u{36f}') => {}
            None => plain.push(c),
        }
    }
    plain
}

/// The letters with a sign that are written for one without.
const PLAIN: [(&str, &str); 24] = [
    ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŋ"),
    ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưụủứừửữự"),
    ("w", "ŵẁẃẅ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
    ("", "’'‘`´"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_europe_have_nothing_odd() {
        for name in [
            "Zoë Bélanger",
            "Siân O’Neill",
            "ŁUKASZ WIŚNIEWSKI",
            "Żółkowska",
            "Jiří Dvořák",
            "Muñoz-Sørensen",
            "João Conceição",
            "Иван Петров",
            "Ελένη",
            "Smith–Jones",
            "“Bob” Smith",
            "Ștefan Mălina",
            "محمد",
        ] {
            assert_eq!(oddities(name), 0, "{name}");
        }
    }

    #[test]
    fn letters_read_in_the_wrong_way_are_odd() {
        for name in
            ["Zo‘", "BŽlanger", "£ukasz", "¯ó³kowska", "Èâàí", "ZoÃ«", "Zo\u{fffd}", "OíBrien", "Renйe"]
        {
            assert!(oddities(name) > 0, "{name}");
        }
    }

    #[test]
    fn utf8_that_was_read_twice_is_put_right() {
        for (spoilt, right) in [
            ("ZoÃ«", "Zoë"),
            ("BÃ©langer", "Bélanger"),
            ("Oâ€™Neill", "O’Neill"),
            ("SiÃ¢n", "Siân"),
            ("Å\u{81}ukasz", "Łukasz"),
            ("ImiÄ™", "Imię"),
            ("Ĺ‚ukasz", "łukasz"),
            ("Zo√´", "Zoë"),
            ("ZoÃƒÂ«", "Zoë"),
        ] {
            assert_eq!(reread(spoilt).as_deref(), Some(right), "{spoilt}");
        }
    }

    #[test]
    fn what_was_not_spoilt_is_left_alone() {
        for name in
            ["Anna", "Zoë", "João", "Łukasz Wiśniewski", "Иван", "CĂŞTIG", "Hélène Noël-Désirée", "O’Neill"]
        {
            assert_eq!(reread(name), None, "{name}");
        }
    }
}
