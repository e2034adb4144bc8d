//! The people in a sheet, each with what is to be said of their row.

use std::collections::HashMap;

use super::columns::Matching;
use super::headings;
use super::letters;
use super::meaning::Meaning;
use super::names::{self, NameDoubt};
use super::preview::Note;
use super::status::is_blocked;
use super::table::{CellKind, Row, Sheet};
use super::values::{self, Found};
use crate::application::{Person, PersonBox};
use crate::fields::Mobile;
use crate::rules;
use crate::rules::finding::{Finding, Mark, Place, Severity};
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
    /// How the values were found in the row, and what only a person can say about that.
    pub notes: Vec<Note>,
    /// The number, in the file, of an earlier row with the same person.
    pub repeats: Option<u32>,
}

/// What each of these rows has to do with the others.
pub fn links(sheet: &Sheet, matching: &Matching, rows: &[usize]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::with_capacity(rows.len());
    let mut seen: HashMap<String, usize> = HashMap::new();
    // Who first gave an address or a number: their place in `rows`, and their name.
    let mut first: [HashMap<String, (usize, String)>; 2] = Default::default();
    for (at, index) in rows.iter().enumerate() {
        let Some(row) = sheet.rows.get(*index) else { continue };
        let person = typed(row, matching).person;
        let mut link = Link::default();
        let name = squeezed(&person.full_name());
        let contacts = contacts(&person);
        for key in identities(&name, &contacts) {
            let earlier = *seen.entry(key).or_insert(*index);
            let number = || sheet.rows.get(earlier).map(|row| row.number);
            link.repeats = link.repeats.or_else(|| (earlier != *index).then(number).flatten());
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
    let Typed { person, odd, mut notes, .. } = of_row(index);
    let mut others = link.shares_with.into_iter().flatten().collect::<Vec<_>>();
    others.dedup();
    let others: Vec<Person> = others.into_iter().map(|row| of_row(row).person).collect();
    let mut findings = rules::check_person(&person, &others, settings);
    for (person_box, kind) in odd {
        explain(&mut findings, person_box, kind);
    }
    findings.sort_by_key(|finding| finding.severity);
    if let Some(headings) = matching.header.and_then(|header| sheet.rows.get(header)) {
        notes.extend(choices(headings, sheet.rows.get(index), matching, &person));
    }
    PersonRead { row: index, person: canonical(&person), findings, notes, repeats: link.repeats }
}

/// What stands in the matched columns of a row.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// The person, as typed.
    pub person: Person,
    /// The boxes for which a spreadsheet keeps something else than words or a number.
    odd: Vec<(PersonBox, CellKind)>,
    /// How the values were found.
    notes: Vec<Note>,
}

/// What stands in the matched columns of a row.
pub(super) fn typed(row: &Row, matching: &Matching) -> Typed {
    let mut typed = Typed::default();
    let of_row = |mark, message: &str| Note { mark, person_box: None, message: message.to_owned() };
    if row.is_mended {
        let message = "A comma had cut a cell of this row in two: it was put together again.";
        typed.notes.push(of_row(Mark::Repaired, message));
    }
    if row.is_too_wide {
        let message = "This row has a cell too many. Check what stands where.";
        typed.notes.push(of_row(Mark::ToCheck, message));
    }
    let mut preferred = String::new();
    let mut full_name = None;
    let (mut emails, mut mobiles) = (Vec::new(), Vec::new());
    for (cell, meaning) in row.cells.iter().zip(&matching.columns) {
        let text = cell.text.trim();
        let person_box = match meaning {
            Meaning::FirstName | Meaning::FullName => PersonBox::FirstName,
            Meaning::LastName => PersonBox::LastName,
            Meaning::Email => PersonBox::Email,
            Meaning::Mobile => PersonBox::Mobile,
            Meaning::PreferredName => {
                text.clone_into(&mut preferred);
                continue;
            }
            Meaning::SecondEmail => {
                emails.push(text);
                continue;
            }
            Meaning::SecondMobile => {
                mobiles.push(text);
                continue;
            }
            Meaning::Role => {
                typed.person.role = headings::role(text);
                continue;
            }
            Meaning::Status | Meaning::LeavingDate | Meaning::NeedsAccount | Meaning::Ignored => continue,
        };
        if matches!(cell.kind, CellKind::Date | CellKind::Error) {
            typed.odd.push((person_box, cell.kind));
        }
        match meaning {
            // An error is no name.
            _ if cell.kind == CellKind::Error => {}
            Meaning::FullName => full_name = Some(text),
            Meaning::Email => typed.put_email(text),
            Meaning::Mobile => typed.put_mobile(text),
            _ => typed.put_name_part(person_box, text),
        }
    }
    if typed.person.email.is_empty()
        && let Some(email) = emails.into_iter().find(|text| text.contains('@'))
    {
        typed.put_email(email);
        typed.note(
            Mark::GoodToKnow,
            PersonBox::Email,
            "This stands in another column of addresses.".to_owned(),
        );
    }
    if typed.person.mobile.is_empty() {
        let is_mobile = |text: &&&str| values::mobile(text).text.parse::<Mobile>().is_ok();
        if let Some(mobile) =
            mobiles.iter().find(is_mobile).or_else(|| mobiles.iter().find(|text| !text.is_empty()))
        {
            typed.put_mobile(mobile);
            typed.note(
                Mark::GoodToKnow,
                PersonBox::Mobile,
                "This stands in another column of numbers.".to_owned(),
            );
        }
    }
    // One cell may hold both: "07700 900123 anna@example.org".
    let contacts = || {
        let cells = row.cells.iter().zip(&matching.columns);
        cells
            .filter(|(_, meaning)| matches!(meaning, Meaning::Email | Meaning::Mobile))
            .map(|(cell, _)| cell.text.trim())
    };
    if typed.person.email.is_empty()
        && let Some(email) = contacts().find(|text| text.contains('@'))
    {
        typed.put_email(email);
    }
    if typed.person.mobile.is_empty()
        && let Some(mobile) = contacts().find(|text| values::mobile(text).found == Found::Among)
    {
        typed.put_mobile(mobile);
    }
    if let Some(text) = full_name {
        typed.put_full_name(text, matching);
    }
    if matching.is_swapped && !(full_name.is_some() && matching.is_order_unknown) {
        let person = &mut typed.person;
        std::mem::swap(&mut person.first_name, &mut person.last_name);
    }
    typed.prefer(&preferred);
    let last = typed.person.last_name.clone();
    if names::is_initials(&last) {
        let message = format!("“{last}” is only an initial. Enter the whole last name.");
        typed.note(Mark::ToCheck, PersonBox::LastName, message);
    }
    typed
}

impl Typed {
    fn note(&mut self, mark: Mark, person_box: PersonBox, message: String) {
        self.notes.push(Note { mark, person_box: Some(person_box), message });
    }

    fn put_email(&mut self, text: &str) {
        let value = values::email(text);
        if value.found != Found::Alone {
            let message =
                format!("{} → {}: the rest of the cell was left out.", on_one_line(text), value.text);
            self.note(Mark::Repaired, PersonBox::Email, message);
        }
        self.person.email = value.text;
    }

    fn put_mobile(&mut self, text: &str) {
        let value = values::mobile(text);
        match value.found {
            Found::Alone => {}
            Found::Among => {
                let message =
                    format!("{} → {}: the rest of the cell was left out.", on_one_line(text), value.text);
                self.note(Mark::Repaired, PersonBox::Mobile, message);
            }
            Found::Guessed => {
                let message =
                    format!("{text} → {}: letters stood in place of digits. Check the number.", value.text);
                self.note(Mark::ToCheck, PersonBox::Mobile, message);
            }
        }
        self.person.mobile = value.text;
    }

    /// The text with letters that were spoilt put right, and what there is to say about that.
    fn put_right(&mut self, text: &str, boxes: &[PersonBox]) -> String {
        if let Some(right) = letters::reread(text) {
            for person_box in boxes {
                let message =
                    format!("{text} → {right}: another program spoilt the letters. Check the name.");
                self.note(Mark::ToCheck, *person_box, message);
            }
            return right;
        }
        if letters::oddities(text) > 0 {
            for person_box in boxes {
                let message = format!("Check the letters of “{text}”: another program may have spoilt them.");
                self.note(Mark::ToCheck, *person_box, message);
            }
        }
        text.to_owned()
    }

    fn put_name_part(&mut self, person_box: PersonBox, text: &str) {
        let text = self.put_right(text, &[person_box]);
        let (name, left_out) = names::part(&text);
        self.say_what_was_left_out(person_box, &left_out);
        self.person.set(person_box, name);
    }

    fn put_full_name(&mut self, text: &str, matching: &Matching) {
        const BOTH: [PersonBox; 2] = [PersonBox::FirstName, PersonBox::LastName];
        let text = self.put_right(text, &BOTH);
        // Turned the other way round, a name of three words is cut in another place.
        let is_turned = matching.is_swapped && matching.is_order_unknown;
        let order = if is_turned { matching.order.turned() } else { matching.order };
        let name = names::split(&text, order, &self.person.email);
        self.say_what_was_left_out(PersonBox::FirstName, &name.left_out);
        let message = match name.doubt {
            None => None,
            Some(NameDoubt::OneName) => {
                Some(format!("“{text}” is one name. Enter the first and the last name."))
            }
            Some(NameDoubt::WhereLastBegins) => Some(format!(
                "Check where the last name begins: first “{}”, last “{}”.",
                name.first, name.last
            )),
            Some(NameDoubt::TwoPeople) => {
                Some(format!("“{text}” looks like two people. Give each a place of their own in the list."))
            }
        };
        for person_box in BOTH {
            if let Some(message) = &message {
                self.note(Mark::ToCheck, person_box, message.clone());
            }
        }
        self.person.first_name = name.first;
        self.person.last_name = name.last;
    }

    fn say_what_was_left_out(&mut self, person_box: PersonBox, left_out: &[String]) {
        if !left_out.is_empty() {
            let message = format!("“{}” was left out of the name.", left_out.join("”, “"));
            self.note(Mark::Repaired, person_box, message);
        }
    }

    /// Takes the preferred name where the first one is missing or no more than an initial, which is asked about.
    fn prefer(&mut self, preferred: &str) {
        let first = self.person.first_name.clone();
        let is_initial = names::is_initials(&first);
        if !(first.is_empty() || is_initial) {
            return;
        }
        if !preferred.is_empty() {
            let message =
                format!("“{preferred}” is the preferred name. Check that the account is to have it.");
            self.note(Mark::ToCheck, PersonBox::FirstName, message);
            preferred.clone_into(&mut self.person.first_name);
        } else if is_initial {
            let message = format!("“{first}” is only an initial. Enter the whole first name.");
            self.note(Mark::ToCheck, PersonBox::FirstName, message);
        }
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Values that might have been taken in place of those that were: two columns with one heading hold different ones.
fn choices(headings: &Row, row: Option<&Row>, matching: &Matching, person: &Person) -> Vec<Note> {
    let Some(row) = row else { return Vec::new() };
    let mut notes = Vec::new();
    for (column, _) in matching.columns.iter().enumerate().filter(|(_, meaning)| **meaning == Meaning::Status)
    {
        let (heading, value) = (headings.text(column).trim(), row.text(column).trim());
        if is_blocked(heading, value) {
            let message = format!("The list says “{heading}: {value}”. Check that they still work for you.");
            notes.push(Note { mark: Mark::ToCheck, person_box: None, message });
        }
    }
    for (first, second, person_box) in [
        (Meaning::Email, Meaning::SecondEmail, PersonBox::Email),
        (Meaning::Mobile, Meaning::SecondMobile, PersonBox::Mobile),
    ] {
        let columns = || matching.columns.iter().enumerate();
        let Some((taken, _)) = columns().find(|(_, meaning)| **meaning == first) else { continue };
        let heading = |column: usize| squeezed(headings.text(column));
        let is_like = |column: usize| heading(column) == heading(taken);
        let value = |text: &str| match person_box {
            PersonBox::Email => values::email(text).text,
            _ => values::mobile(text).text,
        };
        let key = |text: &str| {
            squeezed(&Person { email: text.to_owned(), ..Person::default() }.value(PersonBox::Email))
        };
        for (column, _) in columns().filter(|(column, meaning)| **meaning == second && is_like(*column)) {
            let other = value(row.text(column).trim());
            if !other.is_empty() && key(&other) != key(person.typed(person_box)) {
                notes.push(Note {
                    mark: Mark::ToCheck,
                    person_box: Some(person_box),
                    message: format!("There is another one in this row: {other}. Check which is right."),
                });
            }
        }
    }
    notes
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::table::Cell;
    use crate::intake::{columns, delimited, rows};

    fn read_all(text: &str) -> Vec<PersonRead> {
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        all_of(&sheet, &matching)
    }

    fn all_of(sheet: &Sheet, matching: &Matching) -> Vec<PersonRead> {
        let rows = rows::sorted(sheet, matching, &[]).people;
        let links = links(sheet, matching, &rows);
        rows.into_iter().zip(links).map(|row| read(sheet, matching, &Settings::default(), row)).collect()
    }

    fn messages(read: &PersonRead) -> Vec<&str> {
        read.findings.iter().map(|finding| finding.message.as_str()).collect()
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
