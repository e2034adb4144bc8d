//! What a text reads like that stands where a name does and is nobody: a total, a note, a section, a firm.

use super::letters::without_accents;
use super::words::lists;
use crate::fields::person_name::looks_like_post;
use crate::text::{lowercase, strip_prefix_any_case};

/// "e.g. Jane", "Example: Joe Bloggs", "A N Other".
pub(super) fn is_example(text: &str) -> bool {
    const STARTS: [&str; 9] =
        ["e.g", "eg ", "eg:", "example", "sample", "for example", "np. ", "z.b.", "z. b."];
    const NAMES: [&str; 12] = [
        "joe bloggs",
        "jane bloggs",
        "fred bloggs",
        "john doe",
        "jane doe",
        "a n other",
        "a.n. other",
        "an other",
        "test",
        "test test",
        "test user",
        "test person",
    ];
    let text = text.trim_start_matches(['(', '[', '"', '\'']).trim();
    STARTS.iter().any(|start| strip_prefix_any_case(text, start).is_some())
        || NAMES.iter().any(|name| name.eq_ignore_ascii_case(text))
}

/// "(as on ID)", "11 digits", "personal, not shared", "Required".
pub(super) fn is_hint(text: &str) -> bool {
    let text = lowercase(text);
    let is_in_brackets = text.starts_with(['(', '[', '<', '{']) && text.ends_with([')', ']', '>', '}']);
    let says = [
        "required",
        "optional",
        "digits",
        "dd/mm",
        "as on ",
        "select ",
        "choose ",
        "drop down",
        "dropdown",
        "enter ",
        "format",
        "mandatory",
        "must be",
        "not shared",
        "text",
        "max ",
    ];
    is_in_brackets || says.iter().any(|word| text.contains(word))
}

/// "Bright Agency Ltd", "Oakview Surgery".
pub(super) fn is_firm(name: &str) -> bool {
    const FIRMS: [&str; 16] = [
        "ltd",
        "limited",
        "plc",
        "llp",
        "surgery",
        "pharmacy",
        "pharmacies",
        "hospital",
        "recruitment",
        "solutions",
        "plumbing",
        "plumbers",
        "catering",
        "electrical",
        "council",
        "agency",
    ];
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    (2..=5).contains(&words.clone().count())
        && words.any(|word| FIRMS.iter().any(|firm| firm.eq_ignore_ascii_case(word)))
}

/// "Total staff: 3", "Total", "Headcount".
pub(super) fn is_total(text: &str) -> bool {
    let text = without_accents(&lowercase(text));
    [
        "total",
        "grand total",
        "sub total",
        "subtotal",
        "sum of",
        "headcount",
        "head count",
        "number of staff",
        "count:",
        "no of staff",
        "no. of staff",
        "razem",
        "suma",
        "staff total",
        "average",
    ]
    .iter()
    .any(|start| text.starts_with(start))
}

/// A sentence, a remark, a signature.
pub(super) fn is_note(text: &str) -> bool {
    let lower = lowercase(text);
    let begins = [
        "note",
        "n.b",
        "nb:",
        "nb ",
        "please",
        "signed",
        "signature",
        "date:",
        "date ",
        "printed",
        "prepared by",
        "checked by",
        "approved by",
        "authorised by",
        "completed by",
        "compiled by",
        "produced by",
        "reviewed by",
        "last updated",
        "updated",
        "page ",
        "confidential",
        "source",
        "©",
        "key:",
        "end of",
        "version",
        "see ",
        "contact ",
        "exported",
        "generated",
        "report",
        "this list",
        "if ",
    ];
    text.starts_with(['*', '†', '•', '#', '%'])
        || text.contains(" = ")
        || lists("previous prev next", &lower)
        || begins.iter().any(|start| lower.starts_with(start))
        || text.split_whitespace().count() > 6
        || text
            .split_whitespace()
            .filter(|word| lists("the are is for with and of to by on in not all be from", &lowercase(word)))
            .count()
            > 1
        || (text.ends_with('.') && text.split_whitespace().count() > 3)
}

/// "DAYS", "Night staff:", "Kitchen". A single cell that reads like a person's whole name is none.
pub(super) fn is_section(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_capital = !text.chars().any(char::is_lowercase);
    // "Useful numbers": of a name, the last word would begin with a capital as the first does.
    let begins = |word: Option<&str>, is: fn(char) -> bool| word.is_some_and(|word| word.starts_with(is));
    let mut parts = text.split_whitespace();
    let is_heading = begins(parts.next(), char::is_uppercase) && begins(parts.last(), char::is_lowercase);
    // "Rose Unit". Wards, houses and courts are people's names as well.
    let is_part = text.split_whitespace().next_back().is_some_and(|word| {
        lists("unit floor wing suite team staff shift corridor annexe", &lowercase(word))
    });
    words == 1
        || is_heading
        || is_part
        || text.ends_with(':')
        || is_capital
        || text.chars().any(|c| c.is_ascii_digit())
        || looks_like_post(text, "")
}

/// "AGENCY", "VACANT": one word in capitals, where no address and no number says that it is somebody.
pub(super) fn is_one_of_a_kind(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capital =
        !name.chars().any(char::is_lowercase) && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    words.len() == 1 && (is_capital || lists("agency vacant vacancy tbc bank cover relief", &lowercase(name)))
}
