//! Which row of a sheet holds the headings, and what stands around it.

use super::headings::{Heading, Owner, heading, is_day};
use super::held::{is_mobile, is_nothing};
use super::table::{Cell, Row, Sheet};

/// How many rows may stand above the headings: titles, dates, an address.
const ROWS_ABOVE: usize = 15;

/// How many rows are looked at to see what a column holds.
pub(super) const ROWS_LOOKED_AT: usize = 200;

/// The row among the first whose cells read most like headings.
pub(super) fn header(sheet: &Sheet) -> Option<usize> {
    let above = sheet.rows.get(..ROWS_ABOVE).unwrap_or(&sheet.rows);
    let mut best = (None, HEADER_ENOUGH - 1);
    for (index, row) in above.iter().enumerate() {
        let weight = header_weight(row);
        if weight > best.1 {
            best = (Some(index), weight);
        }
    }
    best.0.or_else(|| unknown_header(sheet))
}

/// The first row, where it reads like headings in words that are not known: in the column in which every other row
/// has an address it has a word.
fn unknown_header(sheet: &Sheet) -> Option<usize> {
    let is_filled = |row: &&Row| row.cells.iter().any(|cell| !cell.text.trim().is_empty());
    let index = sheet.rows.iter().take(ROWS_ABOVE).position(|row| is_filled(&row))?;
    let (top, below) = sheet.rows.get(index..)?.split_first()?;
    let is_value = |text: &str| text.contains('@') || text.contains(|c: char| c.is_numeric());
    if top.cells.iter().any(|cell| is_value(&cell.text)) {
        return None;
    }
    let is_headed = |(column, cell): (usize, &Cell)| {
        let texts = || {
            let rows = below.iter().take(ROWS_LOOKED_AT).map(|row| row.text(column).trim());
            rows.filter(|text| !text.is_empty())
        };
        let is_word = cell.text.contains(char::is_alphabetic) && !is_nothing(cell.text.trim());
        is_word && texts().count() > 1 && texts().all(|text| text.contains('@'))
    };
    top.cells.iter().enumerate().any(is_headed).then_some(index)
}

/// How much the cells of a row read like headings; 0 where they hold values.
fn header_weight(row: &Row) -> i32 {
    let has_values = row.cells.iter().any(|cell| cell.text.contains('@') || is_mobile(&cell.text));
    let of_cell = |found: Heading| match found.owner {
        Owner::Person => found.weight.max(0),
        _ if found.meaning.is_some() => OF_ANOTHER_ENOUGH,
        _ => 0,
    };
    if has_values {
        return 0;
    }
    let days = row.cells.iter().filter(|cell| is_day(&cell.text)).count();
    let of_days = if days >= 3 { HEADER_ENOUGH } else { 0 };
    row.cells.iter().map(|cell| of_cell(heading(&cell.text))).sum::<i32>() + of_days
}

/// Whether the row reads like headings, as the one at the top does.
pub(super) fn is_header(row: &Row) -> bool {
    header_weight(row) >= HEADER_ENOUGH
        && row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count() > 1
}

/// From this weight of all its cells on, a row is one of headings: one sure heading.
const HEADER_ENOUGH: i32 = 60;
/// What a heading about another person weighs for its row.
const OF_ANOTHER_ENOUGH: i32 = 40;

/// Without headings, what stands above the first row as wide as most is a title.
pub(super) fn first_without_header(sheet: &Sheet) -> usize {
    let width = |row: &Row| row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count();
    let widest = sheet.rows.iter().take(ROWS_LOOKED_AT).map(width).max().unwrap_or(0);
    let above = sheet.rows.iter().take(ROWS_ABOVE);
    above.take_while(|row| widest > 1 && width(row) == 1).count()
}

/// The headings that stand in a row, and in the one below it where that goes on with them: "Contact" above "Email"
/// and "Mobile".
pub(super) fn headings_of(sheet: &Sheet, header: usize) -> Option<Row> {
    let row = sheet.rows.get(header)?;
    let Some(below) = sheet.rows.get(header + 1).filter(|below| is_header(below)) else {
        return Some(row.clone());
    };
    let width = row.cells.len().max(below.cells.len());
    let cell = |column| {
        let of_row =
            |row: &Row| row.cells.get(column).filter(|cell: &&Cell| !cell.text.trim().is_empty()).cloned();
        of_row(below).or_else(|| of_row(row)).unwrap_or_default()
    };
    Some(Row { cells: (0..width).map(cell).collect(), ..row.clone() })
}

/// What stands above each heading, in a row that names groups of columns: "Employee", "Next of kin".
pub(super) fn groups(sheet: &Sheet, header: usize, width: usize) -> Vec<&str> {
    let Some(above) = header.checked_sub(1).and_then(|above| sheet.rows.get(above)) else {
        return Vec::new();
    };
    let filled = above.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count();
    // A single one at the left is the title of the list.
    if filled < 2 && !above.text(0).trim().is_empty() {
        return Vec::new();
    }
    let mut group = "";
    let of_column = |column| {
        let text = above.text(column).trim();
        if !text.is_empty() {
            group = text;
        }
        group
    };
    (0..width).map(of_column).collect()
}
