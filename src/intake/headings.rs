//! What people write above their columns, and how they say who owns a mailbox.

use super::meaning::Meaning;
use crate::application::MailboxRole;

/// What a heading says its column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Heading {
    /// What it is called, if it is something we look for.
    pub meaning: Option<Meaning>,
    /// How surely, in points: 100 for the very name of it.
    pub weight: i32,
}

/// Names of each meaning, without spaces, punctuation and capitals; the surer list first.
const NAMES: [(Meaning, &str, &str); 4] = [
    (
        Meaning::FirstName,
        "firstname firstnames forename forenames givenname givennames christianname fname",
        "first given knownas preferredname preferredfirstname",
    ),
    (
        Meaning::LastName,
        "lastname lastnames surname surnames familyname secondname lname",
        "last family second",
    ),
    (
        Meaning::FullName,
        "fullname name names staffname nameofstaff employeename nameofemployee personname staffmember \
         staffmembername membername nameofperson workername carername colleaguename nameinfull",
        "staff employee person worker colleague carer member individual who",
    ),
    (
        Meaning::Mobile,
        "mobile mobiles mob mobno mobnumber mobnum mobtel mobphone cell cellphone cellnumber telmob",
        "phone phonenumber phoneno telephone telephonenumber telephoneno tel telno telnumber contactnumber \
         contactno contactphone contacttel contact number",
    ),
];

/// Words in a heading that say the column is about another person, or another thing.
const OF_ANOTHER: [&str; 14] = [
    "kin",
    "nok",
    "emergency",
    "line manager",
    "supervisor",
    "doctor",
    "gp",
    "parent",
    "partner",
    "spouse",
    "reference",
    "referee",
    "resident",
    "maiden",
];

/// Words that say so of most columns; but in a list of managers, theirs are the addresses, and a "Home phone"
/// can be a mobile. Where the values say so and no other column does, it is taken.
const PERHAPS_OF_ANOTHER: [&str; 7] =
    ["manager", "landline", "home", "house", "office", "work phone", "provider"];

/// What `text` says as a heading.
pub(super) fn heading(text: &str) -> Heading {
    let spaced = text.trim().to_lowercase();
    let squeezed: String = spaced.chars().filter(|c| c.is_alphanumeric()).collect();
    if squeezed.is_empty() || spaced.len() > 80 {
        return Heading::default();
    }
    let (meaning, weight) = named(&squeezed);
    let says_any = |words: &[&str]| words.iter().any(|word| spaced.contains(word));
    let against = match () {
        () if says_any(&OF_ANOTHER) => 60,
        () if says_any(&PERHAPS_OF_ANOTHER) => 25,
        () => return Heading { meaning, weight },
    };
    Heading { meaning, weight: weight.min(0) - against }
}

/// Words in a heading that say its column holds words, but no one's name.
const OF_NO_PERSON: [&str; 20] = [
    "home",
    "site",
    "branch",
    "service",
    "company",
    "organisation",
    "provider",
    "town",
    "city",
    "county",
    "address",
    "job",
    "title",
    "position",
    "department",
    "team",
    "status",
    "note",
    "comment",
    "country",
];

/// Whether `text`, as a heading, says that its column holds no names of people.
pub(super) fn is_of_no_person(text: &str) -> bool {
    let spaced = text.to_lowercase();
    OF_NO_PERSON.iter().any(|word| spaced.contains(word))
}

fn named(squeezed: &str) -> (Option<Meaning>, i32) {
    for (meaning, sure, likely) in NAMES {
        if sure.split_ascii_whitespace().any(|name| name == squeezed) {
            return (Some(meaning), 100);
        }
        if likely.split_ascii_whitespace().any(|name| name == squeezed) {
            return (Some(meaning), 55);
        }
    }
    // Longer headings hold the word that counts: "Email address (not shared)", "Mobile tel. no.".
    if squeezed.contains("email") || squeezed == "mail" || squeezed == "mailaddress" {
        (Some(Meaning::Email), 100)
    } else if squeezed.contains("mailbox") || squeezed.contains("ownerormember") {
        (Some(Meaning::Role), 100)
    } else if squeezed == "role" || squeezed == "owner" || squeezed == "access" {
        (Some(Meaning::Role), 40)
    } else if squeezed.contains("mobile") {
        (Some(Meaning::Mobile), 95)
    } else if squeezed.contains("phone") {
        (Some(Meaning::Mobile), 50)
    } else if squeezed.contains("surname") || squeezed.contains("lastname") || squeezed.contains("familyname")
    {
        (Some(Meaning::LastName), 90)
    } else if squeezed.contains("forename")
        || squeezed.contains("firstname")
        || squeezed.contains("givenname")
    {
        (Some(Meaning::FirstName), 90)
    } else {
        (None, 0)
    }
}

/// Owner or member, as a cell says it; `None` where it says neither.
pub(super) fn role(text: &str) -> Option<MailboxRole> {
    let value = text.trim();
    // Nearly every cell of a list is neither, and is ruled out by its first letter.
    if value.len() > OWNER_AT_MOST || !value.starts_with(['o', 'O', 'm', 'M', 'u', 'U']) {
        return None;
    }
    let value = value.to_lowercase();
    match value.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default() {
        "owner" | "owners" => Some(MailboxRole::Owner),
        "member" | "members" | "user" => Some(MailboxRole::Member),
        _ => None,
    }
}

/// "Owner of the mailbox", and nothing much longer, in bytes.
const OWNER_AT_MOST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_whatever_their_case_space_and_punctuation() {
        for (text, meaning) in [
            ("FORENAME(S)", Meaning::FirstName),
            ("Given Name", Meaning::FirstName),
            ("sur-name", Meaning::LastName),
            ("Last  Name:", Meaning::LastName),
            ("Staff name", Meaning::FullName),
            ("E-mail address", Meaning::Email),
            ("Email (personal, not shared)", Meaning::Email),
            ("Mob no.", Meaning::Mobile),
            ("Tel (mobile)", Meaning::Mobile),
            ("Shared mailbox owner or member", Meaning::Role),
        ] {
            let found = heading(text);
            assert_eq!((found.meaning, found.weight >= 60), (Some(meaning), true), "{text}");
        }
    }

    #[test]
    fn a_heading_about_somebody_else_weighs_against_its_column() {
        for text in ["Next of kin mobile", "Home phone", "Emergency contact number", "Manager's email"] {
            assert!(heading(text).weight < 0, "{text}");
        }
    }

    #[test]
    fn other_columns_say_nothing() {
        for text in
            ["Date of birth", "Job title", "NI number", "Start date", "", "DBS", "Address", "Postcode"]
        {
            assert_eq!(heading(text), Heading::default(), "{text}");
        }
    }

    #[test]
    fn owner_and_member_are_read_and_posts_are_not() {
        assert_eq!(role(" Owner "), Some(MailboxRole::Owner));
        assert_eq!(role("MEMBER"), Some(MailboxRole::Member));
        assert_eq!(role("Owner/manager of the home"), None);
        assert_eq!(role("Care assistant"), None);
    }
}
