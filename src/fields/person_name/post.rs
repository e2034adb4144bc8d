//! Words that name a post or a place of work, and words that stand where no name is known.

use super::post_words::{NAMES_TOO, NO_ONES_NAME, POSTS};
use crate::text;

/// Whether a first and a last name together read as a post or a place: "Care" "Office", "Night"
/// "Staff", "The" "Manager"; or as words that stand for a name, "A N" "Other". People called House,
/// Nurse or Lead have first names that are no post, and "Hall" "Cook" may well be one.
pub fn looks_like_post(first: &str, last: &str) -> bool {
    let (first_words, last_words) = (words(first), words(last));
    let all: Vec<String> = first_words.iter().chain(&last_words).cloned().collect();
    reads_as_post(&first_words)
        || reads_as_post(&last_words)
        || reads_as_post(&all)
        // No one's first name is Head.
        || first_words == ["head"] && last_words.iter().any(|word| is_work_word(word))
        // Three letters are too few to tell from initials: T Ba.
        || all.iter().map(String::len).sum::<usize>() > 3 && stands_for_name(&all)
}

/// The words of a name in lower case, without what stands between them, and each without the s
/// of an owner: `the nurse's station`.
pub(super) fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && !text::is_apostrophe(c))
        .map(|word| word.trim_matches(|c| text::plain_digit(c).is_some() || text::is_apostrophe(c)))
        .map(|word| {
            let owner = word.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(text::is_apostrophe));
            text::lowercase(owner.unwrap_or(word))
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether what stands in one box is a post by itself.
pub(super) fn reads_as_post(words: &[String]) -> bool {
    let is_post = |word: &String| lists(POSTS, word);
    words.iter().any(is_post)
        || words.len() >= 2
            && words.iter().all(|word| is_work_word(word))
            && words.iter().any(|word| lists(NO_ONES_NAME, word))
}

fn is_work_word(word: &str) -> bool {
    [POSTS, NO_ONES_NAME, NAMES_TOO].iter().any(|list| lists(list, word))
}

/// Whether the word is one of the list, which is in order.
fn lists(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// Whether this is written where no name is known, or nobody has the post. Null and None are names.
pub(super) fn stands_for_name(words: &[String]) -> bool {
    let together: String = words.iter().map(String::as_str).collect();
    ["another", "fnu", "lnu", "notknown", "tba", "tbc", "tobeconfirmed", "unknown", "vacancy", "vacant"]
        .contains(&together.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for list in [POSTS, NO_ONES_NAME, NAMES_TOO] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn a_post_in_two_boxes_is_found() {
        for (first, last) in [
            ("Care", "Office"),
            ("Night", "Staff"),
            ("Care", "Home"),
            ("Nurse", "Lead"),
            ("House", "Manager"),
            ("The", "Office"),
            ("Oakview", "Manager"),
            ("Oakview", "Nurses Station"),
            ("Manager", "Smith"),
            ("Duty", "Nurse"),
            ("NIGHT", "STAFF"),
            ("Night", "Staff 2"),
            ("Head", "Office"),
            ("Ward", "Sister"),
            ("Senior", "Carer"),
            ("On", "Call"),
            ("Team", "Lead"),
            ("Reception", "Desk"),
            ("Nursing", "Home"),
            ("Head", "Cook"),
            ("Head", "Chef"),
            ("Manor", "House"),
            ("The", "Cook"),
            ("Main", "Contact"),
            ("Bank", "Staff"),
            ("Bank", "Nurse"),
            ("Bank", "Carer"),
            ("Relief", "Staff"),
            ("Care", "Co-ordinator"),
            ("Nurse's", "Station"),
            ("Carer’s", "Office"),
            ("Carers'", "Office"),
            ("Matron's", "Office"),
            ("Care", "Assistants"),
            ("Care", "Coordinators"),
            ("Team", "Leaders"),
            ("Service", "Users"),
            ("Staff", "Room"),
            ("Treatment", "Room"),
            ("Meds", "Room"),
            ("Laundry", "Room"),
            ("First", "Floor"),
            ("Ground", "Floor"),
            ("2nd", "Floor"),
            ("IT", "Support"),
            ("Human", "Resources"),
            ("Customer", "Services"),
            ("Business", "Support"),
            ("Compliance", "Officer"),
            ("Regional", "Director"),
            ("Ward", "Clerk"),
            ("Maintenance", "Man"),
            ("Healthcare", "Assistant"),
            ("Student", "Nurse"),
            ("Dementia", "Team"),
            ("Wellbeing", "Lead"),
            ("Quality", "Lead"),
            ("Nominated", "Individual"),
            ("Our", "Team"),
            ("All", "Staff"),
            ("New", "Starter"),
            ("Test", "User"),
            ("Shared", "Account"),
            ("Supported", "Living"),
            ("Respite", "Unit"),
            ("Help", "Desk"),
        ] {
            assert!(looks_like_post(first, last), "{first} {last}");
        }
    }

    #[test]
    fn words_that_stand_for_a_name_in_two_boxes_are_found() {
        for (first, last) in
            [("A N", "Other"), ("A.N.", "Other"), ("AN", "Other"), ("To be", "Confirmed"), ("Not", "Known")]
        {
            assert!(looks_like_post(first, last), "{first} {last}");
        }
    }

    #[test]
    fn people_are_not_taken_for_posts() {
        for (first, last) in [
            ("Anna", "Smith"),
            ("Holly", "House"),
            ("Danny", "Care"),
            ("Michael", "Kitchen"),
            ("Rose", "Hall"),
            ("Jamie", "Staff"),
            ("David", "Lodge"),
            ("Nurse", "Smith"),
            ("Alec", "Douglas-Home"),
            ("", "House"),
            ("Grace", "Nightingale"),
            ("Manu", "Lead"),
            ("Anna", "Hall Ward"),
            ("O", "Ng"),
            ("Anna", "Office"),
            ("", ""),
            ("House", ""),
            ("张", "伟"),
            // Two words that are both names, first or last.
            ("Hall", "Cook"),
            ("Ward", "Hall"),
            ("Court", "Day"),
            ("Day", "Ward"),
            ("Porter", "Ward"),
            ("Anna", "Day-Ward"),
            ("Anna", "Cook-Hall"),
            ("Anna", "Head-Cook"),
            // First names of Vietnam, China, Korea and Zimbabwe.
            ("An", "Hall"),
            ("Be", "Ward"),
            ("Man", "Cook"),
            ("On", "Hall"),
            ("In", "Day"),
            ("To", "Head"),
            ("Relief", "Moyo"),
            ("Quality", "Ncube"),
            ("Precious", "Home"),
            // Initials in the place of a first name.
            ("A", "Senior"),
            ("N", "Nurse"),
            ("A N", "Lead"),
            ("T", "Ba"),
            // Surnames in the United Kingdom that are words of work.
            ("Anna", "Bank"),
            ("Anna", "Room"),
            ("Anna", "Clerk"),
            ("Anna", "Ground"),
            ("Anna", "Human"),
            ("Anna", "First"),
            ("Anna", "Student"),
            ("Anna", "Man"),
            ("Anna", "New"),
            ("Anna", "Test"),
            ("Anna", "All"),
            ("Anna", "Other"),
            ("Anna", "Living"),
            ("Anna", "Senior"),
            ("Anna", "Service"),
            ("Mary", "O'Care"),
        ] {
            assert!(!looks_like_post(first, last), "{first} {last}");
        }
    }
}
