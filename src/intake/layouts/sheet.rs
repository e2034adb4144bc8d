//! The sheet that a laid-out text makes.

use crate::intake::header_row::is_header;
use crate::intake::table::{Cell, Row, Sheet};

/// Texts of more bytes are tables.
pub(super) const LONGEST: usize = 512 * 1024;

/// Of people with the numbers of their lines; `None` where there are none, or what stands above them are no headings.
pub(super) fn sheet(headings: &[&str], people: Vec<(u32, Vec<String>)>) -> Option<Sheet> {
    if people.is_empty() {
        return None;
    }
    let row = |(number, cells): (u32, Vec<String>)| Row {
        number,
        cells: cells.iter().map(|text| Cell::text(text.trim())).collect(),
        ..Row::default()
    };
    let headings = row((0, headings.iter().map(|heading| (*heading).to_owned()).collect()));
    // Labels that do not read as headings, such as one with an address in it, would be taken for a person.
    is_header(&headings).then(|| Sheet {
        rows: std::iter::once(headings).chain(people.into_iter().map(row)).collect(),
        ..Sheet::default()
    })
}

/// The lines of a text with their numbers.
pub(super) fn numbered(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(text.lines().flat_map(|line| line.split('\r')))
}
