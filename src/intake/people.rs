//! The people in a sheet, each with what is to be said of their row.

use std::collections::HashMap;

use super::columns::Matching;
use super::headings;
use super::meaning::Meaning;
use super::table::{CellKind, Row, Sheet};
use crate::application::{Person, PersonBox};
use crate::rules;
use crate::rules::finding::{Finding, Place, Severity};
use crate::settings::Settings;
use crate::text::{lowercase, plain_digit};

/// What a row has to do with the others of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Link {
    /// The number, in the file, of an earlier row with the same person.
    pub repeats: Option<u32>,
    /// Where, in [`Sheet::rows`], somebody else has the same email address, and the same mobile.
    pub shares_with: [Option<usize>; 2],
}

/// What one row says of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRead {
    /// Its place in [`Sheet::rows`].
    pub row: usize,
    /// The person, each value in its canonical form where it could be read, else as it stands.
    pub person: Person,
    /// What the rules say of the values as they stood in the file, the gravest first.
    pub findings: Vec<Finding>,
    /// The number, in the file, of an earlier row with the same person.
    pub repeats: Option<u32>,
}

/// The places in [`Sheet::rows`] of those that hold a person, in its order: something in a matched column.
pub fn listed(sheet: &Sheet, matching: &Matching) -> Vec<usize> {
    let is_needed = |column: usize| matching.columns.get(column).is_some_and(|m| *m != Meaning::Ignored);
    let holds_any = |row: &Row| {
        row.cells.iter().enumerate().any(|(column, cell)| is_needed(column) && !cell.text.trim().is_empty())
    };
    let rows = sheet.rows.iter().enumerate().skip(matching.first);
    rows.filter(|(_, row)| holds_any(row)).map(|(index, _)| index).collect()
}

/// What each of these rows has to do with the others.
pub fn links(sheet: &Sheet, matching: &Matching, rows: &[usize]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::with_capacity(rows.len());
    let mut seen: HashMap<String, u32> = HashMap::new();
    // Who first gave an address or a number: their place in `rows`, and their name.
    let mut first: [HashMap<String, (usize, String)>; 2] = Default::default();
    for (at, index) in rows.iter().enumerate() {
        let Some(row) = sheet.rows.get(*index) else { continue };
        let (typed, _) = typed(row, matching);
        let mut link = Link::default();
        let name = squeezed(&typed.full_name());
        let contacts = contacts(&typed);
        for key in identities(&name, &contacts) {
            let number = *seen.entry(key).or_insert(row.number);
            link.repeats = link.repeats.or(Some(number).filter(|number| *number != row.number));
        }
        for (which, (contact, first)) in contacts.into_iter().zip(&mut first).enumerate() {
            let Some(contact) = contact.filter(|_| link.repeats.is_none()) else { continue };
            let (other, other_name) = first.entry(contact).or_insert_with(|| (at, name.clone())).clone();
            if let (Some(other_link), Some(mine)) = (links.get_mut(other), link.shares_with.get_mut(which))
                && other_name != name
            {
                *mine = rows.get(other).copied();
                other_link.shares_with.iter_mut().skip(which).take(1).for_each(|other| {
                    other.get_or_insert(*index);
                });
            }
        }
        links.push(link);
    }
    links
}

/// Reads the row at `index` of [`Sheet::rows`].
pub fn read(
    sheet: &Sheet,
    matching: &Matching,
    settings: &Settings,
    (index, link): (usize, Link),
) -> PersonRead {
    let of_row = |row: usize| sheet.rows.get(row).map(|row| typed(row, matching)).unwrap_or_default();
    let (person, odd) = of_row(index);
    let mut others = link.shares_with.into_iter().flatten().collect::<Vec<_>>();
    others.dedup();
    let others: Vec<Person> = others.into_iter().map(|row| of_row(row).0).collect();
    let mut findings = rules::check_person(&person, &others, settings);
    for (person_box, kind) in odd {
        explain(&mut findings, person_box, kind);
    }
    findings.sort_by_key(|finding| finding.severity);
    PersonRead { row: index, person: canonical(&person), findings, repeats: link.repeats }
}

/// What stands in the matched columns of a row, and the boxes for which a spreadsheet keeps something
/// else than words or a number.
fn typed(row: &Row, matching: &Matching) -> (Person, Vec<(PersonBox, CellKind)>) {
    let mut person = Person::default();
    let mut odd = Vec::new();
    for (cell, meaning) in row.cells.iter().zip(&matching.columns) {
        let text = cell.text.trim();
        let person_box = match meaning {
            Meaning::FirstName => PersonBox::FirstName,
            Meaning::LastName => PersonBox::LastName,
            Meaning::Email => PersonBox::Email,
            Meaning::Mobile => PersonBox::Mobile,
            Meaning::FullName => {
                (person.first_name, person.last_name) = parted(text);
                continue;
            }
            Meaning::Role => {
                person.role = headings::role(text);
                continue;
            }
            Meaning::Ignored => continue,
        };
        if matches!(cell.kind, CellKind::Date | CellKind::Error) {
            odd.push((person_box, cell.kind));
        }
        person.set(person_box, text.to_owned());
    }
    (person, odd)
}

/// Says what the spreadsheet did to the value, in place of what the rules made of the remains.
fn explain(findings: &mut [Finding], person_box: PersonBox, kind: CellKind) {
    let message = match kind {
        CellKind::Date => "The spreadsheet made a date of this. Enter it again.",
        _ => "The spreadsheet shows an error here. Enter the value itself.",
    };
    let place = Place::Person(0, person_box);
    let mut found = findings.iter_mut().filter(|finding| finding.place == place);
    if let Some(finding) = found.next() {
        finding.severity = Severity::Blocker;
        message.clone_into(&mut finding.message);
        finding.repair = None;
    }
}

fn canonical(typed: &Person) -> Person {
    let mut person = typed.clone();
    for person_box in [PersonBox::FirstName, PersonBox::LastName, PersonBox::Email, PersonBox::Mobile] {
        person.set(person_box, typed.value(person_box));
    }
    person
}

/// The email address and the mobile, each as it was typed less what people type in more ways than one:
/// capitals, spaces, and what stands before a mobile's last ten digits. Near enough to look closer: the
/// rules say whether two are the same.
fn contacts(typed: &Person) -> [Option<String>; 2] {
    let email = squeezed(&typed.email).replace("@googlemail.com", "@gmail.com");
    let mut digits: Vec<char> = typed.mobile.chars().rev().filter_map(plain_digit).take(10).collect();
    digits.reverse();
    let mobile = String::from_iter(digits);
    [email, mobile].map(|contact| Some(contact).filter(|contact| !contact.is_empty()))
}

/// What no two rows about different people have in common: the name with the email address, the name
/// with the mobile; without either, the name alone.
fn identities(name: &str, [email, mobile]: &[Option<String>; 2]) -> impl Iterator<Item = String> {
    let with = |contact: &Option<String>| contact.as_ref().map(|contact| format!("{name} {contact}"));
    let alone = (email.is_none() && mobile.is_none()).then(|| name.to_owned());
    [with(email), with(mobile), alone].into_iter().flatten()
}

/// `text` in small letters, without spaces.
fn squeezed(text: &str) -> String {
    lowercase(text).split_whitespace().collect()
}

/// What may stand before a name and is no part of it.
const TITLES: [&str; 8] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"];

/// What begins a last name of several words.
const PARTICLES: [&str; 22] = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin",
    "ibn", "st", "st.", "mac", "ter", "ten",
];

/// A whole name in two: the first name or names, and the last one. "SMITH, Anna" is turned round; a
/// particle belongs to what follows it.
fn parted(name: &str) -> (String, String) {
    if let Some((last, first)) = name.split_once(',') {
        return (without_title(first).join(" "), without_title(last).join(" "));
    }
    let words = without_title(name);
    let is_particle = |word: &&str| PARTICLES.contains(&lowercase(word).as_str());
    let begins = words.iter().skip(1).position(is_particle).map(|at| at + 1);
    let cut = match begins {
        Some(at) if at + 1 < words.len() => at,
        _ => words.len().saturating_sub(1).max(1),
    };
    let (first, last) = words.split_at_checked(cut).unwrap_or((&words, &[]));
    (first.join(" "), last.join(" "))
}

fn without_title(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let is_title = |word: &&str| TITLES.contains(&lowercase(word.trim_end_matches('.')).as_str());
    if words.len() > 1 && words.first().is_some_and(is_title) {
        words.remove(0);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::table::Cell;
    use crate::intake::{columns, delimited};

    fn read_all(text: &str) -> Vec<PersonRead> {
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        all_of(&sheet, &matching)
    }

    fn all_of(sheet: &Sheet, matching: &Matching) -> Vec<PersonRead> {
        let rows = listed(sheet, matching);
        let links = links(sheet, matching, &rows);
        rows.into_iter().zip(links).map(|row| read(sheet, matching, &Settings::default(), row)).collect()
    }

    fn messages(read: &PersonRead) -> Vec<&str> {
        read.findings.iter().map(|finding| finding.message.as_str()).collect()
    }

    #[test]
    fn a_whole_name_is_parted_as_its_owner_would() {
        for (name, first, last) in [
            ("Anna Smith", "Anna", "Smith"),
            ("SMITH, Anna", "Anna", "SMITH"),
            ("Mrs Anna Smith", "Anna", "Smith"),
            ("Dr. Anna Smith", "Anna", "Smith"),
            ("Anna Maria Smith", "Anna Maria", "Smith"),
            ("Anna van der Berg", "Anna", "van der Berg"),
            ("Maria de la Cruz", "Maria", "de la Cruz"),
            ("Van Nguyen", "Van", "Nguyen"),
            ("Anna", "Anna", ""),
            ("Mr", "Mr", ""),
            ("", "", ""),
        ] {
            assert_eq!(parted(name), (first.to_owned(), last.to_owned()), "{name}");
        }
    }

    #[test]
    fn a_dropped_zero_is_mended_and_shown() {
        let read = read_all("Name,Email,Mobile\nAnna Smith,a@example.org,7700900123");
        assert_eq!(read[0].person.mobile, "07700 900123");
        assert_eq!(messages(&read[0]), ["7700900123 → 07700 900123: the spreadsheet dropped the 0."]);
    }

    #[test]
    fn digits_that_are_lost_are_not_guessed() {
        let read = read_all("Name,Email,Mobile\nAnna Smith,a@example.org,7.7009E+09");
        assert_eq!(read[0].person.mobile, "7.7009E+09");
        assert_eq!(read[0].findings[0].severity, Severity::Blocker);
    }

    #[test]
    fn a_date_or_an_error_in_place_of_a_mobile_is_explained() {
        for (kind, word) in [(CellKind::Date, "date"), (CellKind::Error, "error")] {
            let mut sheet = delimited::read("Name,Email,Mobile\nAnna Smith,a@example.org,07700900123");
            let matching = columns::matching(&sheet);
            sheet.rows[1].cells[2] = Cell { text: "2145-03-11".into(), kind };
            let read = all_of(&sheet, &matching).remove(0);
            assert!(messages(&read).iter().any(|message| message.contains(word)), "{:?}", read.findings);
        }
    }

    #[test]
    fn a_row_that_says_an_earlier_one_again_names_it() {
        let read = read_all(
            "Name,Email,Mobile\nAnna Smith,a@example.org,07700900123\n\nanna smith,A@example.org,07700900124\nBen Jones,b@example.org,07700900125\nAnna Smith,c@example.org,7700900123\nAnna Smith,d@example.org,07700900126",
        );
        let repeats: Vec<Option<u32>> = read.iter().map(|read| read.repeats).collect();
        assert_eq!(repeats, [None, Some(2), None, Some(2), None]);
        assert!(
            read.iter().all(|read| read.findings.iter().all(|found| found.severity != Severity::Blocker))
        );
    }

    #[test]
    fn two_people_with_one_address_or_one_mobile_are_both_shown_it() {
        let read = read_all(
            "Name,Email,Mobile\nAnna Smith,Home@googlemail.com,07700900123\nBen Jones,home@gmail.com,07700900124\nCleo Ward,c@example.org,+44 7700 900123\nDan Poe,d@example.org,01522 811582\nEve Roe,e@example.org,07522 811582\nFlo Lee,f@example.org,7522811582",
        );
        let shown: Vec<Vec<&str>> = read.iter().map(messages).collect();
        assert!(read.iter().all(|read| read.repeats.is_none()));
        let anna = [
            "Give Anna Smith an email address of their own: Ben Jones has the same one.",
            "Give Anna Smith a mobile number of their own: Cleo Ward has the same one.",
        ];
        assert!(anna.iter().all(|message| shown[0].contains(message)), "{:?}", shown[0]);
        assert!(
            shown[1].contains(&"Give Ben Jones an email address of their own: Anna Smith has the same one.")
        );
        assert!(
            shown[2].contains(&"Give Cleo Ward a mobile number of their own: Anna Smith has the same one.")
        );
        assert!(shown[3].iter().all(|message| !message.contains("the same one")), "{:?}", shown[3]);
        // A landline with the same end is another number, and stands in nobody's way.
        assert_eq!(shown[4], ["Give Eve Roe a mobile number of their own: Flo Lee has the same one."]);
    }

    #[test]
    fn a_row_without_a_person_is_none() {
        let read = read_all("Name,Email,Notes\nAnna Smith,a@example.org,\n,,left in May");
        assert_eq!(read.len(), 1);
    }

    #[test]
    fn what_is_read_reads_the_same_again() {
        let text =
            "First name,Last name,Email,Mobile,Mailbox\n anna ,O’BRIEN,A@Example.org,+44 7700 900123,Owner";
        let person = read_all(text).remove(0).person;
        assert_eq!(canonical(&person), person);
        assert_eq!(person.email, "a@example.org");
        assert_eq!(person.role, Some(crate::application::MailboxRole::Owner));
    }
}
