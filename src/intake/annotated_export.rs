//! A list on its way back to whoever sent it: as it was, with what there is to say about each row.

use super::columns::Matching;
use super::people::PersonRead;
use super::row_result::{BOXES, HEADINGS};
use super::secrets::{TAKEN_OUT, is_secret};
use super::table::{Cell, Sheet};
use crate::rules::finding::{Finding, Mark};

/// The sheet's own rows and columns in their places, and behind them the corrected values, "Result" and "What to do".
pub(super) fn rows(sheet: &Sheet, matching: &Matching, people: &[PersonRead]) -> Vec<Vec<String>> {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let headings = matching.header.and_then(|header| sheet.rows.get(header));
    let mut people = people.iter().peekable();
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for (index, row) in sheet.rows.iter().enumerate() {
        let place = row.number.saturating_sub(1) as usize;
        if place.saturating_sub(rows.len()) <= WIDEST_GAP {
            rows.resize(place.max(rows.len()), vec![String::new(); width + HEADINGS.len()]);
        }
        let heading = |column| headings.map(|row| row.text(column)).unwrap_or_default();
        let given_back = |(column, cell): (usize, &Cell)| match is_secret(heading(column), &cell.text) {
            true => TAKEN_OUT.to_owned(),
            false => cell.text.clone(),
        };
        let mut cells: Vec<String> = row.cells.iter().enumerate().map(given_back).collect();
        cells.resize(width, String::new());
        match people.next_if(|read| read.row == index) {
            _ if matching.header == Some(index) => cells.extend(HEADINGS.map(str::to_owned)),
            Some(read) => {
                cells.extend(BOXES.map(|person_box| read.person.typed(person_box).to_owned()));
                cells.extend([read.result().label().to_owned(), what_to_do(read)]);
            }
            None => cells.resize(width + HEADINGS.len(), String::new()),
        }
        rows.push(cells);
    }
    rows
}

/// The most empty rows that are given back between two others: so far, each row keeps its number.
const WIDEST_GAP: usize = 1_000;

fn what_to_do(read: &PersonRead) -> String {
    let repeats = read.repeats.map(|number| format!("This person is in row {number} too."));
    // Nothing is to be said of the looks of a row that is not wanted.
    let is_told = |finding: &&Finding| repeats.is_none() || finding.is_outstanding();
    let notes = read.notes.iter().filter(|note| note.mark == Mark::ToCheck).map(|note| note.message.clone());
    let findings = read.findings_beside_notes().filter(is_told);
    let messages = notes.chain(findings.map(|finding| finding.message.clone()));
    repeats.iter().cloned().chain(messages).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{columns, delimited, people};

    #[test]
    fn every_row_and_column_comes_back_with_its_result_behind_it() {
        let text = "Oak House staff\n\nName,Post,Email,Mobile\nAnna Smith,Carer,a@example.org,07700900123\nBen Jones,Cook,,0770090012\nanna smith,=1+1,a@example.org,07700900123";
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        let people = people::read_all(&sheet, &matching);
        let back = rows(&sheet, &matching, &people);
        assert_eq!(back[0][0], "Oak House staff");
        assert_eq!(back[1], [""; 10], "an empty row keeps its place");
        assert_eq!(back[2][..4], ["Name", "Post", "Email", "Mobile"]);
        assert_eq!(back[2][4..], HEADINGS);
        assert_eq!(back[3][..4], ["Anna Smith", "Carer", "a@example.org", "07700900123"]);
        assert_eq!(back[3][4..], ["Anna", "Smith", "a@example.org", "07700 900123", "Ready", ""]);
        assert_eq!(back[4][8], "To mend");
        assert!(back[4][9].contains("Enter an email address"), "{:?}", back[4]);
        assert_eq!(back[5][8..], ["Repeated", "This person is in row 4 too."]);
    }

    #[test]
    fn a_managers_id_or_a_passcode_is_not_given_back() {
        let text = "Name,Email,Mobile,Manager ID,Notes\nAnna Smith,a@example.org,passcode 83715264,1-1234567890,C0N1-1234567890\nBen Jones,b@example.org,07700900124,,";
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        let people = people::read_all(&sheet, &matching);
        assert_eq!(people[0].person.mobile, "");
        let back = rows(&sheet, &matching, &people);
        let all = format!("{back:?} {people:?}");
        assert!(!all.contains("83715264") && !all.contains("1234567890"), "{all}");
        assert!(back[1][10].contains("works as a password"), "{:?}", back[1]);
    }

    #[test]
    fn a_list_that_was_given_back_is_brought_in_again_with_its_corrected_values() {
        let text = "Name,Email,Mobile\n\"Smith, Anna (Mrs)\",a@example.org,7700900123\nBen Jones,b@example.org,07700 900124 after 6pm";
        let read_all = |text: &str| {
            let sheet = delimited::read(text);
            let matching = columns::matching(&sheet);
            let people = people::read_all(&sheet, &matching);
            (rows(&sheet, &matching, &people), people)
        };
        let (back, before) = read_all(text);
        let mut writer = csv::Writer::from_writer(Vec::new());
        back.iter().for_each(|row| writer.write_record(row).unwrap());
        let (_, again) = read_all(&String::from_utf8(writer.into_inner().unwrap()).unwrap());
        let people = |read: &[PersonRead]| read.iter().map(|read| read.person.clone()).collect::<Vec<_>>();
        assert_eq!(people(&again), people(&before));
        assert!(again.iter().all(|read| read.notes.is_empty()), "{again:?}");
    }
}
