//! What a heading says of its column, and how cells say who owns a mailbox.

use super::heading_names::{
    DESCRIPTION, NAMES, OF_ANOTHER, OF_ANOTHER_TOGETHER, OF_NO_PERSON, OF_PLACE, PERHAPS_OF_ANOTHER, WITHIN,
};
use super::letters;
use super::meaning::Meaning;
use super::words::lists;
use crate::application::MailboxRole;
use crate::text::lowercase;

/// What a heading says its column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Heading {
    /// What it is called, if it is something we look for.
    pub meaning: Option<Meaning>,
    /// How surely, in points: 100 for the very name of it.
    pub weight: i32,
    /// Whose values its column holds.
    pub owner: Owner,
}

/// Whose values a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Owner {
    /// The person's own.
    #[default]
    Person,
    /// The person's, at home or at work: a number may be a landline's.
    Place,
    /// Perhaps somebody else's: in a list of managers, "Manager email" is the person's. Taken where no
    /// other column is there.
    Perhaps,
    /// Another person's, or nobody's. Never taken.
    Another,
}

/// What `text` says as a heading.
pub(super) fn heading(text: &str) -> Heading {
    let mended = letters::reread(text);
    let text = mended.as_deref().unwrap_or(text).trim();
    if text.is_empty() || text.len() > 120 {
        return Heading::default();
    }
    // "(required)" and what else is said in brackets seldom names anything.
    let outside = without_brackets(text);
    let all = words(text);
    let spaced = all.join(" ");
    let is_remark =
        ["as on", "as in", "as per", "not ", "if ", "e g"].iter().any(|word| spaced.contains(word));
    let words = if is_remark { words(&outside) } else { all.clone() };
    let squeezed = squeezed(&outside);
    let (whole, outside) = (named(&all.concat(), &all), named(&squeezed, &words));
    let is_surer = whole.1 > outside.1 && (outside.0.is_none() || whole.0 == outside.0);
    let told = needs_account(&spaced).or_else(|| leaving_date(&words));
    let (meaning, weight) = told.unwrap_or(if is_surer { whole } else { outside });
    // Those that this page gave back are surer than what they were made of.
    let weight = if words.first().is_some_and(|word| word == "corrected") { weight + 60 } else { weight };
    let has_word = |list: &str| words.iter().any(|word| lists(list, word));
    let is_of_account =
        matches!(meaning, Some(Meaning::Status | Meaning::NeedsAccount | Meaning::LeavingDate));
    match () {
        () if is_of_account => Heading { meaning, weight, owner: Owner::Person },
        () if (has_word(OF_ANOTHER) && !is_only_other(&words))
            || OF_ANOTHER_TOGETHER.iter().any(|together| spaced.contains(together)) =>
        {
            Heading { meaning, weight: -60, owner: Owner::Another }
        }
        () if meaning.is_some()
            && words.len() > 1
            && has_word(DESCRIPTION)
            && !squeezed.contains("displayname") =>
        {
            Heading { meaning: None, weight: -60, owner: Owner::Another }
        }
        () if has_word(PERHAPS_OF_ANOTHER) => Heading { meaning, weight: -25, owner: Owner::Perhaps },
        () if meaning == Some(Meaning::Mobile) && weight < 95 && (has_word(OF_PLACE) || has_word("work")) => {
            Heading { meaning, weight: -25, owner: Owner::Place }
        }
        () => Heading { meaning, weight, owner: Owner::Person },
    }
}

/// Whether the heading is about somebody's relative, or whoever is called in an emergency.
pub(super) fn is_of_kin(text: &str) -> bool {
    let words = words(text);
    let spaced = words.join(" ");
    words.iter().any(|word| lists("kin nok emergency ice spouse partner husband wife", word))
        || ["contact person", "who to call", "who to contact"]
            .iter()
            .any(|together| spaced.contains(together))
}

/// Whether the heading says that its column is the person's own.
pub(super) fn says_own(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| lists("own personal staff employee employees carer carers worker work", word))
}

/// A heading that only says "Bank" or "Agency" names no owner of a value.
fn is_only_other(words: &[String]) -> bool {
    words.len() == 1 && words.iter().all(|word| lists("bank agency account other", word))
}

/// The words of a heading, in small letters and without accents; `firstName` and `first_name` are two.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    let folded = letters::without_accents(&lowercase(&spaced));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn squeezed(text: &str) -> String {
    letters::without_accents(&lowercase(text)).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = text.chars().filter(|c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    });
    outside.collect()
}

/// "NHSmail needed?", "Needs an account", "Account required Y/N".
fn needs_account(spaced: &str) -> Option<(Option<Meaning>, i32)> {
    let is_about =
        ["nhsmail", "nhs mail", "nhs net", "account", "email"].iter().any(|word| spaced.contains(word));
    let is_need = ["need", "required", "wanted", "wants", "include", "set up", "create"]
        .iter()
        .any(|word| spaced.contains(word));
    let is_value = ["address", "number", "name", "bank"].iter().any(|word| spaced.contains(word));
    // "Email (required)" says what has to be filled in.
    let is_mark = spaced.ends_with("email required") || spaced == "required";
    (is_about && is_need && !is_value && !is_mark).then_some((Some(Meaning::NeedsAccount), 100))
}

/// Whether a heading names something that is needed of a person.
pub(super) fn is_meant(text: &str) -> bool {
    let found = heading(text);
    found.owner != Owner::Another && found.meaning.is_some_and(Meaning::is_of_person)
}

/// "Final working date", "Employment termination date", and no end of a probation or a training.
fn leaving_date(words: &[String]) -> Option<(Option<Meaning>, i32)> {
    let has = |list: &str| words.iter().any(|word| lists(list, word));
    let is_of_work = |word: &String| {
        lists("date day on of the employment employee staff work working contract service company", word)
            || lists(LEAVING, word)
    };
    let is_leaving = has("date day on") && has(LEAVING) && words.iter().all(is_of_work);
    is_leaving.then_some((Some(Meaning::LeavingDate), 100))
}

/// Words for the end of somebody's work.
const LEAVING: &str = "left leave leaving leaver end ended termination terminated final last finish finished exit \
    resignation departure";

/// Whether a heading is a day of the week, as above the columns of a rota.
pub(super) fn is_day(text: &str) -> bool {
    let first = words(text).into_iter().next().unwrap_or_default();
    lists(
        "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday",
        &first,
    )
}

/// Whether `text`, as a heading, says that its column holds no names of people.
pub(super) fn is_of_no_person(text: &str) -> bool {
    let spaced = letters::without_accents(&lowercase(text));
    let is_sum = lists("hrs hours total totals", spaced.trim());
    is_sum
        || is_day(text)
        || OF_NO_PERSON.iter().any(|word| spaced.contains(word))
        || heading(text).owner == Owner::Another
}

fn named(squeezed: &str, words: &[String]) -> (Option<Meaning>, i32) {
    // A number behind a name counts columns: "Email 2".
    let numbered = squeezed.trim_end_matches(|c: char| c.is_ascii_digit());
    for (meaning, sure, likely) in NAMES {
        if lists(sure, numbered) {
            return (Some(meaning), 100);
        }
        if lists(likely, numbered) {
            return (Some(meaning), 55);
        }
    }
    // A second first name is no first name.
    if words.iter().any(|word| lists("middle drugie second harmadik deuxieme zweiter segundo", word))
        && !squeezed.contains("mail")
        && !squeezed.contains("phone")
    {
        return (None, 0);
    }
    for (meaning, weight, within) in WITHIN {
        if within.split_ascii_whitespace().any(|word| squeezed.contains(word)) {
            return (Some(meaning), weight);
        }
    }
    match squeezed {
        "role" | "owner" | "access" => (Some(Meaning::Role), 40),
        _ => (None, 0),
    }
}

/// Owner or member, as a cell says it; `None` where it says neither.
pub(super) fn role(text: &str) -> Option<MailboxRole> {
    let value = text.trim();
    // Nearly every cell of a list is neither, and is ruled out by its first letter.
    if value.len() > OWNER_AT_MOST || !value.starts_with(['o', 'O', 'm', 'M', 'u', 'U']) {
        return None;
    }
    let value = lowercase(value);
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
    fn headings_are_known_however_programs_write_them() {
        for (text, meaning) in [
            ("firstName", Meaning::FirstName),
            ("last_name", Meaning::LastName),
            ("Email Address [Required]", Meaning::Email),
            ("First name *", Meaning::FirstName),
            ("What is your mobile number?", Meaning::Mobile),
            ("User principal name", Meaning::Email),
            ("Primary Contact Number", Meaning::Mobile),
            ("E-mail 2 Address", Meaning::Email),
            ("NHSmail needed?", Meaning::NeedsAccount),
            ("Date left", Meaning::LeavingDate),
            ("Final working date", Meaning::LeavingDate),
            ("Block credential", Meaning::Status),
            ("Known as", Meaning::PreferredName),
            ("First name (as on passport)", Meaning::FirstName),
        ] {
            let found = heading(text);
            assert_eq!((found.meaning, found.owner), (Some(meaning), Owner::Person), "{text}");
        }
    }

    #[test]
    fn headings_are_known_in_the_languages_of_the_workforce() {
        for (headings, meaning) in [
            (
                "Imię,Prenume,Keresztnév,Prénom,Vorname,Enw cyntaf,Nombre,Nome,Vardas,Собствено име",
                Meaning::FirstName,
            ),
            (
                "Nazwisko,Nume,Vezetéknév,Nom,Nachname,Cyfenw,Apellidos,Cognome,Pavardė,Фамилия,Apelyido",
                Meaning::LastName,
            ),
            (
                "Imię i nazwisko,Nume și prenume,Név,Nom et prénom,Име и фамилия,Nombre y apellidos,Pangalan",
                Meaning::FullName,
            ),
            ("Adres e-mail,Correo electrónico,Courriel,Имейл,El. paštas,E-bost,Poczta", Meaning::Email),
            (
                "Telefon komórkowy,Telefon mobil,Mobilszám,Téléphone portable,Móvil,Telemóvel,Cellulare,Handy,Ffôn symudol,Мобилен телефон",
                Meaning::Mobile,
            ),
        ] {
            for text in headings.split(',') {
                assert_eq!(heading(text).meaning, Some(meaning), "{text}");
            }
        }
    }

    #[test]
    fn what_is_another_persons_is_never_taken() {
        for text in [
            "Next of kin email",
            "NOK Tel",
            "Emergency contact",
            "Recovery Email",
            "GP phone",
            "Spouse",
            "Line manager email",
            "Doctor's telephone",
            "Mobile (next of kin)",
            "Kontakt w nagłych wypadkach telefon",
            "Assistant's Phone",
            "Fax",
        ] {
            assert_eq!(heading(text).owner, Owner::Another, "{text}");
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
            assert_eq!(heading(text).meaning, None, "{text}");
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
