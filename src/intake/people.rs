//! The people in a sheet, each with what is to be said of their row.

use super::columns::Matching;
#[cfg(test)]
use super::links::Keys;
use super::links::{Link, squeezed};
use super::meaning::Meaning;
use super::names::NameDoubt;
use super::preview::Note;
use super::row_result::RowResult;
use super::status::is_blocked;
use super::table::{CellKind, Row, Sheet};
use super::typed::{Typed, typed};
use super::values;
use crate::application::{Person, PersonBox};
use crate::fields::person_name::PersonNameDoubt;
use crate::fields::{Doubt, Entered};
use crate::rules;
use crate::rules::finding::{Finding, Mark, Place, Severity};
use crate::settings::Settings;
use crate::text::lowercase;

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
    /// What one of the notes asks about the whole name.
    name_doubt: Option<NameDoubt>,
    /// The number, in the file, of an earlier row with the same person.
    pub repeats: Option<u32>,
}

/// Reads the row at `index` of [`Sheet::rows`], in which this is typed.
pub(super) fn read(
    sheet: &Sheet,
    matching: &Matching,
    settings: &Settings,
    (index, link): (usize, Link),
    Typed { person, odd, notes, name_doubt }: &Typed,
) -> PersonRead {
    let of_row = |row: usize| sheet.rows.get(row).map(|row| typed(row, matching)).unwrap_or_default();
    let mut others = link.shares_with.into_iter().flatten().collect::<Vec<_>>();
    others.dedup();
    let others: Vec<Person> = others.into_iter().map(|row| of_row(row).person).collect();
    let (canonical, mut findings) = rules::read_person(person, &others, settings, Entered::FromList);
    for (person_box, kind) in odd {
        explain(&mut findings, *person_box, *kind);
    }
    findings.sort_by_key(|finding| finding.severity);
    let mut notes = notes.clone();
    if let Some(headings) = matching.header.and_then(|header| sheet.rows.get(header)) {
        notes.extend(choices(headings, sheet.rows.get(index), matching, person));
    }
    if let Some(later) = link.repeated_at {
        notes.extend(differences(person, &of_row(later).person, sheet.rows.get(later)));
    }
    let name_doubt = *name_doubt;
    PersonRead { row: index, person: canonical, findings, notes, name_doubt, repeats: link.repeats }
}

impl PersonRead {
    /// What the row comes to.
    pub(super) fn result(&self) -> RowResult {
        let findings = self.findings.iter().map(Finding::mark);
        let notes = self.notes.iter().map(|note| note.mark);
        RowResult::of(findings.chain(notes), self.repeats.is_some())
    }

    /// The findings, but for those that ask what a note asks already.
    pub(super) fn findings_beside_notes(&self) -> impl Iterator<Item = &Finding> {
        let is_of_name = |finding: &Finding| {
            matches!(finding.place, Place::Person(_, PersonBox::FirstName | PersonBox::LastName))
        };
        let asks_for_two = |finding: &Finding| {
            finding.confirmation.as_ref().is_some_and(|asked| asked.doubt == PersonNameDoubt::TwoPeople.id())
        };
        self.findings.iter().filter(move |finding| match self.name_doubt {
            Some(NameDoubt::OneName) => !(is_of_name(finding) && finding.severity == Severity::Missing),
            Some(NameDoubt::TwoPeople) => {
                !(is_of_name(finding) && (finding.severity == Severity::Missing || asks_for_two(finding)))
            }
            Some(NameDoubt::WhereLastBegins) | None => true,
        })
    }
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
            notes.push(Note { mark: Mark::ToCheck, boxes: Vec::new(), message });
        }
    }
    let is_nhsmail = |text: &str| lowercase(text.trim()).ends_with("@nhs.net") && text.trim().contains('@');
    let has_nhsmail = row.cells.iter().map(|cell| cell.text.trim()).find(|text| is_nhsmail(text));
    if let Some(address) = has_nhsmail.filter(|_| !is_nhsmail(&person.email)) {
        let message =
            format!("They have an NHSmail account already: {address}. Check that they need another.");
        notes.push(Note { mark: Mark::ToCheck, boxes: vec![PersonBox::Email], message });
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
                let message = format!("There is another one in this row: {other}. Check which is right.");
                let note = Note { mark: Mark::ToCheck, boxes: vec![person_box], message };
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
    }
    notes
}

/// What a later row of the same person says otherwise.
fn differences(person: &Person, later: &Person, row: Option<&Row>) -> Vec<Note> {
    let number = row.map_or(0, |row| row.number);
    let is_other = |person_box: &PersonBox| {
        let [one, other] = [person, later].map(|person| squeezed(&person.value(*person_box)));
        !one.is_empty() && !other.is_empty() && one != other
    };
    let note = |person_box: PersonBox| {
        let message = format!(
            "Row {number} has another one for this person: {}. Check which is right.",
            later.value(person_box)
        );
        Note { mark: Mark::ToCheck, boxes: vec![person_box], message }
    };
    [PersonBox::Email, PersonBox::Mobile].into_iter().filter(is_other).map(note).collect()
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

/// Everyone in a sheet, compared with the others.
#[cfg(test)]
pub(super) fn read_all(sheet: &Sheet, matching: &Matching) -> Vec<PersonRead> {
    let rows = super::rows::sorted(sheet, matching, &[]).people;
    let links = super::links::links(sheet, &rows, &mut |row| Keys::of(&typed(row, matching).person));
    let read = |(row, link): (usize, Link)| {
        let typed = typed(&sheet.rows[row], matching);
        read(sheet, matching, &Settings::default(), (row, link), &typed)
    };
    rows.into_iter().zip(links).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::table::Cell;
    use crate::intake::{columns, delimited};

    fn read_all(text: &str) -> Vec<PersonRead> {
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        super::read_all(&sheet, &matching)
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
            let read = super::read_all(&sheet, &matching).remove(0);
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
        assert_eq!(rules::read_person(&person, &[], &Settings::default(), Entered::FromList).0, person);
        assert_eq!(person.email, "a@example.org");
        assert_eq!(person.role, Some(crate::application::MailboxRole::Owner));
    }
}
