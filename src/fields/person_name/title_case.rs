//! Names in capitals, as their owners would write them.

use crate::text;

/// The name with only its first letters as capitals, if it is all in capitals, or all but a Mac.
pub(super) fn title_case(name: &str) -> Option<String> {
    // Turkish writes the small I without a dot, and Georgian has no capitals at the start of a name.
    let is_unsure = name.chars().any(|c| matches!(c, 'İ' | 'Ğ' | 'Ş')) && name.contains('I')
        || name.contains(|c| ('\u{1c90}'..='\u{1cbf}').contains(&c));
    let between = |c: char| c == ' ' || c == '-' || c == '.' || c == '(' || c == '"' || c == '/';
    let mut titled = String::new();
    for word in name.split_inclusive(between) {
        if is_unsure || after_mac(word).1.chars().any(char::is_lowercase) {
            return None;
        }
        titled.push_str(&title_word(word));
    }
    (titled != name).then_some(titled)
}

/// What stands before the apostrophe in names whose next letter is a capital: O'Brien, D'Angelo.
const BEFORE_APOSTROPHE: &[&str] = &["o", "d", "l", "m", "n", "dall", "dell"];

fn title_word(word: &str) -> String {
    let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
    if matches!(letters, "II" | "III" | "IV" | "VI" | "VII" | "VIII") || are_initials(letters) {
        return word.to_owned();
    }
    if let Some((before, after)) = word.split_once('\'')
        && BEFORE_APOSTROPHE.contains(&before.to_lowercase().as_str())
        && after.chars().filter(|c| c.is_alphabetic()).count() >= 2
    {
        return format!("{}'{}", first_capital(before), title_word(after));
    }
    let (mac, rest) = after_mac(word);
    if !mac.is_empty() {
        return format!("{mac}{}", first_capital(rest));
    }
    match word.strip_prefix("MC") {
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
/// vowel, and are neither Ng, the surname, nor a title.
fn are_initials(letters: &str) -> bool {
    let is_vowel = |letter: &u8| matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y');
    match letters.as_bytes() {
        [_, b'J'] => true,
        [one, other] => {
            !is_vowel(one)
                && !is_vowel(other)
                && !["DR", "FR", "JR", "MR", "MS", "NG", "SR", "ST"].contains(&letters)
        }
        _ => false,
    }
}

/// A word all in capitals with only its first letter as one; what stands before it, as it is.
fn first_capital(capitals: &str) -> String {
    let Some(first) = capitals.chars().position(char::is_alphabetic) else {
        return capitals.to_owned();
    };
    // The whole word in lower case, as how a sigma is written depends on what stands before it.
    let small = text::lowercase(capitals);
    capitals.chars().take(first + 1).chain(small.chars().skip(first + 1)).collect()
}
