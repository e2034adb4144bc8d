//! A person's first name, or last name.

mod doubts;
mod invisible;
mod message;
mod post;
mod post_words;

pub use doubts::is_initials;
pub use message::{PersonNameDoubt, PersonNameError};
pub use post::looks_like_post;

use self::doubts::doubts;
use self::invisible::remove_invisible;
use super::{Mend, Repair, field};
use crate::text::{self, Draft};
use std::str::FromStr;

/// A first or a last name, as its owner writes it.
///
/// Nothing but an empty box is refused (W3C, *Personal names around the world*): every letter,
/// accent and capital stays as it was typed, and so do the signs without which some scripts cannot be
/// read, though they cannot be seen. Only what no name means is tidied: white space, other invisible
/// characters, a comma at the end, and the many signs that stand for an apostrophe or a hyphen, which
/// become `'` and `-` so that two spellings of one name compare as equal. Letters that look like an
/// apostrophe, such as the ʻokina, are letters.
///
/// What reads like a post, a place or two people is a [doubt](PersonNameDoubt). As "Care" and
/// "Office" come in two boxes, [`looks_like_post`] judges the pair.
///
/// ```
/// use caremail::fields::{Field, PersonName};
///
/// let name: PersonName = " O’BRIEN".parse()?;
/// assert_eq!(name.as_str(), "O'BRIEN");
/// assert!(name.doubts().is_empty());
/// # Ok::<(), caremail::fields::person_name::PersonNameError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    name: String,
    repair: Option<Repair>,
    doubts: Vec<PersonNameDoubt>,
}

/// More characters than this are a doubt: more than a name has been put in the box.
pub const MANY_CHARACTERS: usize = 60;

impl PersonName {
    /// The name as it is kept.
    pub fn as_str(&self) -> &str {
        &self.name
    }
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    fn from_str(typed: &str) -> Result<Self, PersonNameError> {
        let mut draft = Draft::new(typed);
        remove_invisible(&mut draft);
        draft.plain_width();
        draft.single_spaces();
        draft.map(Mend::Quotes, |c| Some(plain_quote(c)));
        draft.plain_dashes();
        drop_outer_marks(&mut draft);
        if draft.text().is_empty() {
            return Err(PersonNameError::Empty);
        }
        let name = draft.text().to_owned();
        Ok(PersonName { doubts: doubts(&name), repair: draft.into_repair(&name), name })
    }
}

field!(PersonName, kept: name, doubts: PersonNameDoubt);

fn plain_quote(c: char) -> char {
    match c {
        _ if text::is_apostrophe(c) => '\'',
        _ if text::is_double_quote(c) => '"',
        _ => c,
    }
}

/// Removes a pair of quotation marks around the whole, and commas at the end.
fn drop_outer_marks(draft: &mut Draft) {
    draft.keep(|text| text.trim_end_matches([',', ';', ' ']), Mend::TrailingPunctuation);
    let inner = draft.text().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(inner) = inner.filter(|inner| !inner.contains('"')).map(|inner| inner.trim().to_owned()) {
        draft.replace(inner, Mend::Quotes);
        let bare = draft.text().trim_end_matches([',', ';', ' ']).to_owned();
        draft.replace(bare, Mend::TrailingPunctuation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Doubt, Field};

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(typed.parse::<PersonName>().unwrap().as_str(), expected, "{typed:?}");
    }

    #[track_caller]
    fn doubt_ids(typed: &str, expected: &[&str]) {
        let name: PersonName = typed.parse().unwrap();
        let ids: Vec<_> = name.doubts().iter().map(Doubt::id).collect();
        assert_eq!(ids, expected, "{typed:?}");
    }

    #[test]
    fn names_of_the_world_are_kept_as_typed_without_doubt() {
        for name in [
            "Anna",
            "Ng",
            "Jo",
            "O'Brien",
            "D'Angelo",
            "van der Berg",
            "d'",
            "Smith-Jones",
            "Jr.",
            "St. John",
            "Zoë",
            "José María",
            "Åsa",
            "Łukasz",
            "Nguyễn",
            "Siân",
            "Mac Giolla Phádraig",
            "Øyvind",
            "Ðuro",
            "Zoe\u{308}",
            "Kaʻiulani",
            "Ha\u{2bc}ili",
            "محمد",
            "علی\u{200c}رضا",
            "अनिल",
            "क\u{94d}\u{200d}ष",
            "ஸ்ரீ",
            "张伟",
            "葛\u{e0100}",
            "田中",
            "Иванов",
            "Παπαδόπουλος",
            "დავით",
            "אברהם",
            "שרה־לאה",
            "김",
            "Ɔkɔ",
            "Ọlá",
            "John 3rd",
            "Louis-Philippe",
            "Al·lot",
            "marvin",
            "de la Cruz",
            "McDonald",
            "MacDonald",
            "ジョン・スミス",
            "Maria (Mia)",
            "William \"Bill\"",
            "Ann, Lady Smith",
        ] {
            check(name, name);
            doubt_ids(name, &[]);
            assert!(name.parse::<PersonName>().unwrap().repair().is_none(), "{name}");
        }
    }

    #[test]
    fn no_more_than_initials_is_a_doubt() {
        for name in ["J", "j", "J.", "C.E.", "N. A.", "A B", "O", "X Æ", "Ł", "И."] {
            doubt_ids(name, &["initial"]);
        }
        for name in ["Jo", "Al B", "김", "田", "Łucja", "J Smith"] {
            doubt_ids(name, &[]);
        }
    }

    #[test]
    fn surnames_that_are_also_words_raise_no_doubt() {
        for name in [
            "House",
            "Nurse",
            "Lead",
            "Null",
            "Holmes",
            "Office",
            "Nightingale",
            "Ward",
            "Cook",
            "Baker",
            "Carer",
            "Care",
            "Home",
            "Hall",
            "Head",
            "Staff",
            "Day",
            "Kitchen",
            "Lodge",
            "Court",
            "Hall Ward",
            "Matron",
            "And",
            "Sanders",
            "Anderson",
            "Nan",
            "None",
            "Test",
            "True",
            "Undefined",
            "Major",
            "Bishop",
        ] {
            check(name, name);
            doubt_ids(name, &[]);
            for first in ["Anna", "Danny", "J", "محمد", "Nan"] {
                assert!(!looks_like_post(first, name), "{first} {name}");
            }
        }
    }

    #[test]
    fn a_post_in_one_box_is_a_doubt() {
        for name in [
            "Care Office",
            "Night Staff",
            "Manager",
            "Reception",
            "Care Home",
            "The Manager",
            "Duty Manager",
            "Nurses Station",
            "Nurse Station",
            "Front Desk",
            "Registered Manager",
            "Senior Carer",
            "Day Staff",
            "Office Staff",
            "Care Team",
            "Nursing Home",
            "HR",
            "Deputy Manager",
            "Team Leader",
            "Head of Care",
            "Nurse in Charge",
            "ADMIN",
            "Staff Nurse",
            "Manager 2",
            "Co-ordinator",
            "Activities Co-ordinator",
            "The Nurse's Station",
            "Nurse’s Station",
            "Coordinators",
            "Administrators",
            "Supervisors",
            "2nd Floor",
            "Ground Floor",
            "NightStaff",
            "CareHome",
            "Homemanager",
            "Acme Care Ltd",
        ] {
            let name: PersonName = name.parse().unwrap();
            let found = name.doubts().contains(&PersonNameDoubt::LooksLikePost);
            assert!(found, "{name}");
        }
    }

    #[test]
    fn what_no_name_means_is_tidied() {
        check("  Anna ", "Anna");
        check("Anna\u{a0} \t Maria", "Anna Maria");
        check("An\u{200b}na\u{feff}", "Anna");
        check("An\u{200d}na", "Anna");
        check("\u{200f}محمد\u{200e}", "محمد");
        check("O’Brien", "O'Brien");
        check("O`Brien", "O'Brien");
        check("Smith\u{2013}Jones", "Smith-Jones");
        check("Smith\u{2011}Jones", "Smith-Jones");
        check("Smith,", "Smith");
        check("“Anna”", "Anna");
        check("Ａｎｎａ", "Anna");
        check("Jones Jr.", "Jones Jr.");
    }

    #[test]
    fn each_repair_says_what_was_done() {
        let mends = |typed: &str| typed.parse::<PersonName>().unwrap().repair().unwrap().mends.clone();
        assert_eq!(mends(" Anna"), [Mend::Layout]);
        assert_eq!(mends("An\u{200b}na"), [Mend::Invisible]);
        assert_eq!(mends("O’Brien"), [Mend::Quotes]);
        assert_eq!(mends("Smith,"), [Mend::TrailingPunctuation]);
    }

    #[test]
    fn only_nothing_is_refused() {
        for typed in ["", " ", "\u{200b}", "\t\u{a0}\n", "\u{200d}", ",", "\"\""] {
            assert_eq!(typed.parse::<PersonName>(), Err(PersonNameError::Empty), "{typed:?}");
        }
        doubt_ids("---", &["no-letters"]);
        doubt_ids("123", &["digits-in-name", "no-letters"]);
        doubt_ids("?", &["sign-in-name", "no-letters"]);
        doubt_ids("Anna2", &["digits-in-name"]);
        doubt_ids("Anna & Bob", &["two-people"]);
        doubt_ids("Anna and Bob", &["two-people"]);
        doubt_ids("Anna/Bob", &["two-people"]);
        doubt_ids("anna@example.org", &["sign-in-name"]);
        doubt_ids("Anna 👩", &["sign-in-name"]);
        doubt_ids("Anna €", &["sign-in-name"]);
        doubt_ids(&"a".repeat(60), &[]);
        doubt_ids(&"a".repeat(61), &["long-name"]);
    }

    #[test]
    fn what_stands_for_a_name_is_a_doubt_of_its_own() {
        for typed in [
            "TBC",
            "tbc.",
            "(T.B.C.)",
            "tba",
            "n/a",
            "N/A",
            "Unknown",
            "Not known",
            "Vacant",
            "vacancy",
            "To be confirmed",
            "LNU",
            "A. N. Other",
        ] {
            doubt_ids(typed, &["not-a-name"]);
        }
        for typed in ["Null", "None", "Na", "Tab", "Anna Unknown", "Other"] {
            doubt_ids(typed, &[]);
        }
        assert!(!looks_like_post("T", "Ba") && !looks_like_post("N", "A"));
    }

    #[test]
    fn a_comma_between_words_is_a_doubt_but_for_what_follows_a_name() {
        for typed in ["Anna, Bob", "Smith, Anna", "Smith,Anna", "Smith, Bob Jones", "Smith, Jr, Bob"] {
            doubt_ids(typed, &["sign-in-name"]);
        }
        for typed in [
            "Smith, Jr.",
            "Smith, Jnr",
            "Smith, Sr",
            "Reyes, III",
            "Smith, Dr",
            "Smith, RGN",
            "Smith, BSc, MBE",
            "Smith, BA (Hons)",
            "Smith, PhD",
            "Berg, van den",
            "Smith,",
        ] {
            doubt_ids(typed, &[]);
        }
    }

    #[test]
    fn two_people_are_found_at_a_small_or_between_names() {
        doubt_ids("Anna or Bob", &["two-people"]);
        doubt_ids("Anna Smith or Bob Jones", &["two-people"]);
        for typed in ["Or", "or", "Or Cohen", "Ben Or", "Anna Or Cohen", "or Cohen", "Gregor"] {
            doubt_ids(typed, &[]);
        }
    }

    #[test]
    fn capitals_and_small_letters_are_kept_as_typed() {
        check("ANNA", "ANNA");
        check("anna", "anna");
    }
}
