//! Sheets whose people do not stand one below the other: tables on their side, and tables side by side.

use super::header_row::{groups, header};
use super::headings::{Owner, heading};
use super::meaning::Meaning;
use super::table::{Cell, Row, Sheet};
use crate::text::lowercase;

/// The sheet with its people one below the other.
pub(super) fn straightened(sheet: Sheet) -> Sheet {
    turned(&sheet).or_else(|| stacked(&sheet)).unwrap_or(sheet)
}

/// The rows of a table whose headings stand in its first column, as columns.
fn turned(sheet: &Sheet) -> Option<Sheet> {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let headings = header(sheet).and_then(|header| sheet.rows.get(header));
    // "Person 1", "Person 2" above the columns are one meaning, and no headings of an upright table.
    let known = headings.map(|row| row.cells.iter().filter_map(|cell| heading(&cell.text).meaning));
    let is_upright = known.is_some_and(|mut known| {
        let first = known.next();
        known.any(|meaning| Some(meaning) != first)
    });
    if is_upright || sheet.rows.len() > 40 || width < 2 {
        return None;
    }
    let mut meanings: Vec<Meaning> =
        sheet.rows.iter().filter_map(|row| heading(row.text(0)).meaning).collect();
    meanings.retain(|meaning| meaning.is_of_person());
    let all = meanings.len();
    meanings.dedup();
    if meanings.len() < 3 || meanings.len() != all || all * 2 < sheet.rows.len() {
        return None;
    }
    let row = |column: usize| Row {
        number: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1),
        cells: sheet.rows.iter().map(|row| row.cells.get(column).cloned().unwrap_or_default()).collect(),
        ..Row::default()
    };
    let is_filled = |row: &Row| row.cells.iter().any(|cell| !cell.text.trim().is_empty());
    Some(Sheet { rows: (0..width).map(row).filter(is_filled).collect(), ..sheet.clone() })
}

/// The tables of a sheet that stand side by side, under the same headings, one below the other.
fn stacked(sheet: &Sheet) -> Option<Sheet> {
    let header = header(sheet)?;
    let headings = sheet.rows.get(header)?;
    let name = |column: usize| lowercase(headings.text(column).trim());
    let is_name = |column: &usize| {
        let found = heading(headings.text(*column));
        matches!(found.meaning, Some(Meaning::FullName | Meaning::FirstName)) && found.owner == Owner::Person
    };
    let first = (0..headings.cells.len()).find(is_name)?;
    let starts: Vec<usize> =
        (first..headings.cells.len()).filter(|column| name(*column) == name(first)).collect();
    let [one, two, ..] = starts.as_slice() else { return None };
    let width = two - one;
    let block = |start: usize| -> Vec<String> {
        let mut names: Vec<String> = (start..start + width).map(name).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        names
    };
    let groups = groups(sheet, header, headings.cells.len());
    let is_of_another =
        |start: &usize| groups.get(*start).is_some_and(|group| heading(group).owner == Owner::Another);
    if block(*one).len() < 2
        || starts.iter().any(|start| block(*start) != block(*one) || is_of_another(start))
    {
        return None;
    }
    let part = |row: &Row, start: usize, from: usize| -> Row {
        let before = row.cells.iter().take(*one).cloned();
        let cells: Vec<Cell> = row.cells.iter().skip(start).take(width).cloned().collect();
        let before: Vec<Cell> = if from == 0 { before.collect() } else { vec![Cell::default(); *one] };
        Row { cells: before.into_iter().chain(cells).collect(), ..row.clone() }
    };
    let mut rows: Vec<Row> = sheet.rows.iter().take(header + 1).map(|row| part(row, *one, 0)).collect();
    for (from, start) in starts.iter().enumerate() {
        let below = sheet.rows.iter().skip(header + 1).map(|row| part(row, *start, from));
        rows.extend(below.filter(|row| row.cells.iter().any(|cell| !cell.text.trim().is_empty())));
    }
    Some(Sheet { rows, ..sheet.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::delimited;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let sheet = straightened(delimited::read(text));
        let rows: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_table_on_its_side_is_turned() {
        check(
            "First name,Anna,Ben\nLast name,Nowak,Jones\nEmail,a@example.org,b@example.org",
            &[
                &["First name", "Last name", "Email"],
                &["Anna", "Nowak", "a@example.org"],
                &["Ben", "Jones", "b@example.org"],
            ],
        );
    }

    #[test]
    fn tables_side_by_side_are_put_below_each_other() {
        check(
            "Name,Mobile,,Name,Mobile\nAnna Nowak,1,,Ben Jones,2\nCleo Ward,3,,,",
            &[
                &["Name", "Mobile", ""],
                &["Anna Nowak", "1", ""],
                &["Cleo Ward", "3", ""],
                &["Ben Jones", "2"],
            ],
        );
    }

    #[test]
    fn the_names_of_next_of_kin_are_no_second_table() {
        let text = "Employee,,Next of kin,\nName,Mobile,Name,Mobile\nAnna Nowak,1,Piotr Nowak,2";
        assert_eq!(straightened(delimited::read(text)), delimited::read(text));
    }
}
