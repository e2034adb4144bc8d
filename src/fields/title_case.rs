//! Names typed in capitals, or without any, as their owners would write them: offered, never forced.

use crate::text;

/// What a name is of, which decides about its small words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A person's first name.
    First,
    /// A person's last name, which may begin with *van der* or *de la*.
    Last,
    /// A home or branch, whose name may have *of the* in it.
    Site,
}

/// `name` with capitals where its words begin. `None` where it has small letters and capitals already (van der
/// Berg, McDonald and d'Souza stay as their owners write them), where its script has none, or where it is not
/// known which letter is meant: Turkish writes the small I without a dot.
pub fn in_title_case(name: &str, kind: NameKind) -> Option<String> {
    let is_lower = !name.contains(char::is_uppercase);
    let is_turkish = name.contains(['İ', 'Ğ', 'Ş']) && name.contains('I')
        || is_lower
            && name.contains(['ı', 'ğ', 'ş'])
            && name.split(between).any(|word| word.starts_with('i'));
    // Georgian has no capitals at the start of a name.
    let is_georgian = name.contains(|c| matches!(c, '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}'));
    let is_capitals = || name.split(between).all(|word| !after_mac(word).1.contains(char::is_lowercase));
    if is_turkish || is_georgian || !(is_lower || is_capitals()) {
        return None;
    }
    let mut titled = String::new();
    let mut is_start = true;
    let mut words = name.split_inclusive(between).peekable();
    while let Some(word) = words.next() {
        let letters = text::lowercase(word.trim_end_matches(between));
        let is_last = words.peek().is_none();
        let is_small = !is_last
            && match kind {
                NameKind::First => false,
                // Behind a first word they are more likely names: Nguyen Van Minh.
                NameKind::Last => is_start && PARTICLES.contains(&letters.as_str()),
                NameKind::Site => !titled.is_empty() && SMALL_WORDS.contains(&letters.as_str()),
            };
        if is_small {
            titled.push_str(&text::lowercase(word));
        } else {
            titled.push_str(&title_word(word, kind));
            is_start = false;
        }
    }
    (titled != name).then_some(titled)
}

/// What stands between the words of a name.
fn between(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '(' | '"' | '/' | '&')
}

/// What begins last names in small letters, in the languages of Europe and in Arabic.
const PARTICLES: &[&str] = &[
    "ab", "af", "ap", "av", "bin", "bint", "da", "dal", "das", "de", "degli", "dei", "del", "della", "den",
    "der", "di", "do", "dos", "du", "ibn", "la", "las", "los", "ten", "ter", "van", "vom", "von", "zu",
    "zum", "zur",
];

/// What stands in small letters within the names of places.
const SMALL_WORDS: &[&str] = &[
    "and", "at", "by", "cum", "for", "in", "le", "near", "next", "of", "on", "the", "under", "upon", "with",
];

/// Letters that stand for words in the names of services.
const ABBREVIATIONS: &[&str] = &["CIC", "CIO", "LLP", "MHA", "NHS", "PLC", "UK", "YMCA", "YWCA"];

/// What stands before the apostrophe in names whose next letter is a capital: O'Brien, D'Angelo.
const BEFORE_APOSTROPHE: &[&str] = &["o", "d", "l", "m", "n", "dall", "dell"];

fn title_word(word: &str, kind: NameKind) -> String {
    let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
    let capitals = letters.to_ascii_uppercase();
    let is_numeral = matches!(letters, "II" | "III" | "IV" | "VI" | "VII" | "VIII" | "ii" | "iii" | "viii");
    let is_abbreviation = kind == NameKind::Site && ABBREVIATIONS.contains(&capitals.as_str());
    let is_mixed = letters.contains(char::is_lowercase) && letters.contains(char::is_uppercase);
    if is_numeral || is_abbreviation || !is_mixed && are_initials(&capitals) {
        return word.replacen(letters, &capitals, 1);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return with_number(word);
    }
    if let Some((before, after)) = word.split_once(text::is_apostrophe)
        && BEFORE_APOSTROPHE.contains(&before.to_lowercase().as_str())
        && after.chars().filter(|c| c.is_alphabetic()).count() >= 2
    {
        let mark = word.chars().find(|&c| text::is_apostrophe(c)).unwrap_or('\'');
        return format!("{}{mark}{}", first_capital(before), title_word(after, kind));
    }
    let (mac, rest) = after_mac(word);
    if !mac.is_empty() {
        return format!("{mac}{}", first_capital(rest));
    }
    match text::strip_prefix_any_case(word, "mc") {
        Some(rest) if rest.chars().filter(|c| c.is_alphabetic()).count() >= 3 => {
            format!("Mc{}", first_capital(rest))
        }
        _ => first_capital(word),
    }
}

/// A Mc or Mac that has its small letters already, as in McDONALD, and the rest of the word.
fn after_mac(word: &str) -> (&str, &str) {
    let after = |mac: &'static str| word.strip_prefix(mac).map(|rest| (mac, rest));
    after("Mac").or_else(|| after("Mc")).unwrap_or(("", word))
}

/// Whether two capitals are more likely the names AJ or JD than a word: they end in J or have no
/// vowel, and are neither Ng, the surname, nor a title, nor Md, as Mohammed is shortened.
fn are_initials(letters: &str) -> bool {
    let is_vowel = |letter: &u8| matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y');
    match letters.as_bytes() {
        [b'A'..=b'Z', b'J'] => true,
        [one @ b'A'..=b'Z', other @ b'A'..=b'Z'] => {
            !is_vowel(one)
                && !is_vowel(other)
                && !["DR", "FR", "JR", "MD", "MR", "MS", "NG", "RD", "SR", "ST"].contains(&letters)
        }
        _ => false,
    }
}

/// `1ST` as 1st; a code such as LN1 or 2B as it is.
fn with_number(word: &str) -> String {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let small = text::lowercase(ending);
    match small.trim_end_matches(between) {
        "st" | "nd" | "rd" | "th" => word.replacen(ending, &small, 1),
        _ => word.to_owned(),
    }
}

/// A word with only its first letter as a capital; what stands before it, as it is.
fn first_capital(word: &str) -> String {
    let Some(first) = word.chars().position(char::is_alphabetic) else {
        return word.to_owned();
    };
    // The whole word in lower case, as how a sigma is written depends on what stands before it.
    let small = text::lowercase(word);
    let capital = |c: char| {
        let mut upper = c.to_uppercase();
        // A letter whose capital is two, such as ß, begins no name.
        if upper.len() == 1 { upper.next().unwrap_or(c) } else { c }
    };
    let begins = word.chars().take(first + 1).enumerate();
    let begins = begins.map(|(at, c)| if at == first { capital(c) } else { c });
    begins.chain(small.chars().skip(first + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::NameKind::{First, Last, Site};
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(kind: NameKind, names: &[(&str, Option<&str>)]) {
        for (typed, expected) in names {
            assert_eq!(in_title_case(typed, kind).as_deref(), *expected, "{typed:?}");
        }
    }

    #[test]
    fn capitals_are_offered_in_title_case() {
        check(
            First,
            &[
                ("ANNA", Some("Anna")),
                ("O'BRIEN", Some("O'Brien")),
                ("O’BRIEN", Some("O’Brien")),
                ("SMITH-JONES", Some("Smith-Jones")),
                ("ANNA MARIA", Some("Anna Maria")),
                ("MCDONALD", Some("McDonald")),
                ("MACDONALD", Some("Macdonald")),
                ("MACK", Some("Mack")),
                ("D'ANGELO", Some("D'Angelo")),
                ("SA'AD", Some("Sa'ad")),
                ("ZOË", Some("Zoë")),
                ("ÉLODIE", Some("Élodie")),
                ("NG", Some("Ng")),
                ("MD", Some("Md")),
                ("ИВАНОВ", Some("Иванов")),
                ("ΠΑΠΑΔΟΠΟΥΛΟΣ", Some("Παπαδοπουλος")),
                ("ALİ", Some("Ali")),
                ("İPEK", Some("İpek")),
                ("ΠΑΠΑΣ", Some("Παπας")),
                ("HENRY VIII", Some("Henry VIII")),
                ("JOHN 3RD", Some("John 3rd")),
                ("McDONALD", Some("McDonald")),
                ("MacDONALD", Some("MacDonald")),
                ("ANNA McDONALD-SMITH", Some("Anna McDonald-Smith")),
                ("Mac GIOLLA", Some("Mac Giolla")),
                ("ST. JOHN", Some("St. John")),
                ("JONES JR", Some("Jones Jr")),
                ("LY", Some("Ly")),
                ("AJ SMITH", Some("AJ Smith")),
                ("VAN MINH", Some("Van Minh")),
            ],
        );
    }

    #[test]
    fn small_letters_are_offered_in_title_case() {
        check(
            First,
            &[
                ("priya", Some("Priya")),
                ("priya shah", Some("Priya Shah")),
                ("o'neill", Some("O'Neill")),
                ("o’neill", Some("O’Neill")),
                ("d'souza", Some("D'Souza")),
                ("mcdonald", Some("McDonald")),
                ("macdonald", Some("Macdonald")),
                ("mack", Some("Mack")),
                ("smith-jones", Some("Smith-Jones")),
                ("élodie", Some("Élodie")),
                ("иванов", Some("Иванов")),
                ("παπαδοπουλος", Some("Παπαδοπουλος")),
                ("ng", Some("Ng")),
                ("md", Some("Md")),
                ("j", Some("J")),
                ("j.p.", Some("J.P.")),
                ("aj", Some("AJ")),
                ("henry viii", Some("Henry VIII")),
                ("vi", Some("Vi")),
                ("ayşe", Some("Ayşe")),
                ("ismail", Some("Ismail")),
            ],
        );
    }

    #[test]
    fn the_small_words_that_begin_a_last_name_stay_small() {
        check(
            Last,
            &[
                ("VAN DER BERG", Some("van der Berg")),
                ("van der berg", Some("van der Berg")),
                ("de la cruz", Some("de la Cruz")),
                ("DE SILVA", Some("de Silva")),
                ("VAN", Some("Van")),
                ("de", Some("De")),
                ("smith de la cruz", Some("Smith De La Cruz")),
                ("al-hassan", Some("Al-Hassan")),
                ("ap rhys", Some("ap Rhys")),
                ("LE", Some("Le")),
            ],
        );
    }

    #[test]
    fn a_name_that_has_both_or_cannot_be_told_is_left_as_it_is() {
        for kind in [First, Last, Site] {
            check(
                kind,
                &[
                    ("van der Berg", None),
                    ("d'Souza", None),
                    ("McDonald", None),
                    ("MacDonald", None),
                    ("McDonald SMITH", None),
                    ("Mc", None),
                    ("MacD", None),
                    ("Mack", None),
                    ("O", None),
                    ("Anna", None),
                    ("IŞIK", None),
                    ("işık", None),
                    ("张伟", None),
                    ("محمد", None),
                    ("დავით", None),
                    ("ß", None),
                    ("", None),
                ],
            );
        }
        check(
            First,
            &[
                ("J.P.", None),
                ("AJ", None),
                ("JJ", None),
                ("TJ", None),
                ("PJ", None),
                ("DJ", None),
                ("CJ", None),
                ("OJ", None),
                ("JD", None),
                ("KC", None),
                ("(AJ)", None),
            ],
        );
    }

    #[test]
    fn a_site_keeps_its_small_words_abbreviations_and_numbers() {
        check(
            Site,
            &[
                ("the willows care home", Some("The Willows Care Home")),
                ("THE WILLOWS CARE HOME", Some("The Willows Care Home")),
                ("house of the good shepherd", Some("House of the Good Shepherd")),
                ("st mary's", Some("St Mary's")),
                ("ST MARY’S HOUSE", Some("St Mary’s House")),
                ("1ST CHOICE CARE LTD", Some("1st Choice Care Ltd")),
                ("oaks & elms cic", Some("Oaks & Elms CIC")),
                ("HOUGHTON-LE-SPRING HOUSE", Some("Houghton-le-Spring House")),
                ("24/7 care", Some("24/7 Care")),
                ("The Willows", None),
                ("HC-One Oakview", None),
                ("№ 7", None),
            ],
        );
    }

    proptest! {
        #[test]
        fn what_is_offered_is_not_offered_again_and_has_the_same_letters(name in "\\PC{0,12}|[a-zA-Z' .-]{0,16}") {
            for kind in [First, Last, Site] {
                if let Some(better) = in_title_case(&name, kind) {
                    let plain = |text: &str| text::lowercase(&text.to_uppercase());
                    prop_assert_eq!(plain(&better), plain(&name));
                    prop_assert_eq!(in_title_case(&better, kind), None, "{}", better);
                }
            }
        }
    }
}
