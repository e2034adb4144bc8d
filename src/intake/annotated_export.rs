//! A list on its way back to whoever sent it: as it was, with what there is to say about each row.

use super::columns::Matching;
use super::people::PersonRead;
use super::table::Sheet;
use crate::rules::finding::{Mark, Severity};

/// The sheet's own rows and columns in their places, and behind them "Result" and "What to do".
pub(super) fn rows(sheet: &Sheet, matching: &Matching, people: &[PersonRead]) -> Vec<Vec<String>> {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut people = people.iter().peekable();
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for (index, row) in sheet.rows.iter().enumerate() {
        let place = row.number.saturating_sub(1) as usize;
        if place.saturating_sub(rows.len()) <= WIDEST_GAP {
            rows.resize(place.max(rows.len()), vec![String::new(); width + 2]);
        }
        let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.text.clone()).collect();
        cells.resize(width, String::new());
        let (result, what_to_do) = match people.next_if(|read| read.row == index) {
            _ if matching.header == Some(index) => ("Result".to_owned(), "What to do".to_owned()),
            Some(read) => (result(read).label().to_owned(), what_to_do(read)),
            None => (String::new(), String::new()),
        };
        cells.extend([result, what_to_do]);
        rows.push(cells);
    }
    rows
}

/// The most empty rows that are given back between two others: so far, each row keeps its number.
const WIDEST_GAP: usize = 1_000;

/// What a row comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowResult {
    /// A value will not do.
    ToMend,
    /// A value is missing.
    Incomplete,
    /// An earlier row says the same.
    Repeated,
    /// Only a person can say whether a value is right.
    ToCheck,
    /// There is nothing to do.
    Ready,
}

impl RowResult {
    fn label(self) -> &'static str {
        match self {
            RowResult::ToMend => "To mend",
            RowResult::Incomplete => "Incomplete",
            RowResult::Repeated => "Repeated",
            RowResult::ToCheck => "To check",
            RowResult::Ready => "Ready",
        }
    }
}

/// What the row comes to.
pub(super) fn result(read: &PersonRead) -> RowResult {
    let has = |severity| read.findings.iter().any(|finding| finding.severity == severity);
    let is_asked = read.notes.iter().any(|note| note.mark == Mark::ToCheck);
    if has(Severity::Blocker) {
        RowResult::ToMend
    } else if has(Severity::Missing) {
        RowResult::Incomplete
    } else if read.repeats.is_some() {
        RowResult::Repeated
    } else if has(Severity::Confirm) || is_asked {
        RowResult::ToCheck
    } else {
        RowResult::Ready
    }
}

fn what_to_do(read: &PersonRead) -> String {
    let repeats = read.repeats.map(|number| format!("This person is in row {number} too."));
    let notes = read.notes.iter().filter(|note| note.mark == Mark::ToCheck).map(|note| note.message.clone());
    let messages = notes.chain(read.findings.iter().map(|finding| finding.message.clone()));
    repeats.into_iter().chain(messages).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{columns, delimited, people};
    use crate::settings::Settings;

    #[test]
    fn every_row_and_column_comes_back_with_its_result_behind_it() {
        let text = "Oak House staff\n\nName,Post,Email,Mobile\nAnna Smith,Carer,a@example.org,07700900123\nBen Jones,Cook,,0770090012\nanna smith,=1+1,a@example.org,07700900123";
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        let listed = crate::intake::rows::sorted(&sheet, &matching, &[]).people;
        let links = people::links(&sheet, &matching, &listed);
        let read = |row| people::read(&sheet, &matching, &Settings::default(), row);
        let people: Vec<_> = listed.into_iter().zip(links).map(read).collect();
        let back = rows(&sheet, &matching, &people);
        assert_eq!(back[0], ["Oak House staff", "", "", "", "", ""]);
        assert_eq!(back[1], [""; 6], "an empty row keeps its place");
        assert_eq!(back[2], ["Name", "Post", "Email", "Mobile", "Result", "What to do"]);
        assert_eq!(back[3], ["Anna Smith", "Carer", "a@example.org", "07700900123", "Ready", ""]);
        assert_eq!(back[4][4], "To mend");
        assert!(back[4][5].contains("Enter an email address"), "{:?}", back[4]);
        assert_eq!(back[5][4..], ["Repeated", "This person is in row 4 too."]);
    }
}
