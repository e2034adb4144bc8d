//! Text with a separator between cells: CSV, TSV, what a spreadsheet puts on the clipboard
//! (RFC 4180, and the ways in which programs stray from it).

use std::borrow::Cow;
use std::cmp::Reverse;

use super::limits;
use super::table::{Cell, Row, Sheet};
use crate::text::formula;

/// The sheet that `text` holds. It never fails: whatever is there is a cell of some row.
pub fn read(text: &str) -> Sheet {
    let (text, separator, first_number) = match declared(text) {
        Some((separator, rest)) => (rest, separator, 2),
        None => (text, likeliest_separator(text), 1),
    };
    let mut sheet = Sheet::default();
    let mut cells_left = limits::CELLS;
    let mut empty_since = 0;
    let mut rest = text;
    let mut number = first_number;
    while !rest.is_empty() {
        let (row, behind) = record(rest, separator);
        rest = behind;
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            empty_since += 1;
        } else if row.len() > cells_left {
            sheet.cut_short = true;
            break;
        } else {
            cells_left -= row.len();
            // Rows at the very end with nothing in them are no gap: they are not counted.
            sheet.empty_rows += empty_since;
            empty_since = 0;
            sheet.rows.push(Row { number, cells: row });
        }
        number += 1;
    }
    sheet
}

/// The separators that are looked for.
const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// Excel's own first line that names the separator, `sep=;`, and what stands behind it.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let named = line.trim_end_matches('\r').strip_prefix("sep=")?;
    SEPARATORS.into_iter().find(|known| named.as_bytes() == [*known]).map(|known| (known, rest))
}

/// The separator that cuts the first rows into the most alike numbers of cells, and leaves the fewest
/// quotation marks that close nothing.
fn likeliest_separator(text: &str) -> u8 {
    let even = |separator: u8| {
        let mut rest = text;
        let mut counts = Vec::new();
        let mut stray = 0;
        while !rest.is_empty() && counts.len() < 20 {
            let (row, behind) = record(rest, separator);
            rest = behind;
            stray += row.iter().filter(|cell| cell.text.starts_with('"')).count();
            if row.iter().any(|cell| !cell.text.is_empty()) {
                counts.push(row.len());
            }
        }
        // A title above the header has one cell, and says nothing.
        let cut: Vec<usize> = counts.iter().copied().filter(|count| *count > 1).collect();
        let most_alike = cut.iter().map(|count| cut.iter().filter(|other| *other == count).count()).max();
        (most_alike.is_some(), Reverse(stray), most_alike, cut.iter().sum::<usize>())
    };
    let mut best = (SEPARATORS[1], (false, Reverse(0), None, 0));
    for separator in SEPARATORS {
        let found = even(separator);
        // Of two that are alike, the one named first: a tab is typed by nobody, a comma by many.
        if found > best.1 {
            best = (separator, found);
        }
    }
    best.0
}

/// The cells of the first record of `text`, and what stands behind it.
fn record(text: &str, separator: u8) -> (Vec<Cell>, &str) {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, end, behind) = next_cell(rest, separator);
        if cells.len() < limits::COLUMNS {
            cells.push(Cell::text(shortened(formula::unescaped(&cell))));
        }
        rest = behind;
        if end == End::OfRow {
            return (cells, rest);
        }
    }
}

#[derive(PartialEq)]
enum End {
    OfCell,
    OfRow,
}

fn next_cell(text: &str, separator: u8) -> (Cow<'_, str>, End, &str) {
    if let Some((cell, rest)) = quoted(text, separator) {
        let (end, behind) = ended(rest, separator);
        return (cell, end, behind);
    }
    let at = text.bytes().position(|b| b == separator || b == b'\n' || b == b'\r').unwrap_or(text.len());
    let (cell, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let (end, behind) = ended(rest, separator);
    (cell.into(), end, behind)
}

/// What ended a cell, and what stands behind that.
fn ended(rest: &str, separator: u8) -> (End, &str) {
    match rest.as_bytes() {
        [first, ..] if *first == separator => (End::OfCell, rest.get(1..).unwrap_or_default()),
        [b'\r', b'\n', ..] => (End::OfRow, rest.get(2..).unwrap_or_default()),
        [_, ..] => (End::OfRow, rest.get(1..).unwrap_or_default()),
        [] => (End::OfRow, ""),
    }
}

/// The longest cell that quotation marks may hold, in bytes. A mark that is not closed by then was no
/// mark: it must not swallow the rest of the file.
const LONGEST_QUOTED: usize = 32_767;

/// The cell in quotation marks that `text` begins with. `None` where it begins with none, or where
/// what closes it is not followed by a separator or an end: then the marks are part of the text.
fn quoted(text: &str, separator: u8) -> Option<(Cow<'_, str>, &str)> {
    let inner = text.strip_prefix('"')?;
    let bytes = inner.as_bytes();
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().take(LONGEST_QUOTED).position(|b| *b == b'"')?;
        match bytes.get(at + 1) {
            Some(b'"') if at < LONGEST_QUOTED => from = at + 2,
            None | Some(b'\n' | b'\r') => break Some(at),
            Some(next) if *next == separator => break Some(at),
            _ => return None,
        }
    }
    .and_then(|at| {
        let cell = inner.get(..at)?;
        let cell = if cell.contains("\"\"") { cell.replace("\"\"", "\"").into() } else { cell.into() };
        Some((cell, inner.get(at + 1..)?))
    })
}

/// The text, as far as it is kept.
pub(super) fn shortened(text: &str) -> String {
    // No text has more characters than bytes.
    let end = if text.len() <= limits::CELL_CHARACTERS {
        None
    } else {
        text.char_indices().nth(limits::CELL_CHARACTERS)
    };
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let cells = |row: Row| row.cells.into_iter().map(|cell| cell.text).collect();
        read(text).rows.into_iter().map(|row| (row.number, cells(row))).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let expected: Vec<(u32, Vec<String>)> =
            expected.iter().map(|(n, cells)| (*n, cells.iter().map(|c| (*c).to_owned()).collect())).collect();
        assert_eq!(rows(text), expected, "{text:?}");
    }

    #[test]
    fn each_separator_is_found_by_looking() {
        for separator in [",", ";", "\t", "|"] {
            let text = ["Name", "Mobile"].join(separator) + "\n" + &["Anna", "07700 900123"].join(separator);
            check(&text, &[(1, &["Name", "Mobile"]), (2, &["Anna", "07700 900123"])]);
        }
    }

    #[test]
    fn a_comma_in_a_name_does_not_outweigh_the_tabs() {
        check(
            "Smith, Anna\ta@example.org\nJones, Ben\tb@example.org",
            &[(1, &["Smith, Anna", "a@example.org"]), (2, &["Jones, Ben", "b@example.org"])],
        );
    }

    #[test]
    fn quotation_marks_hold_separators_line_ends_and_each_other() {
        check(
            "\"Smith, Anna\",\"two\r\nlines\",\"the \"\"boss\"\"\"\nx,y,z",
            &[(1, &["Smith, Anna", "two\r\nlines", "the \"boss\""]), (2, &["x", "y", "z"])],
        );
    }

    #[test]
    fn a_mark_that_is_never_closed_is_part_of_the_text() {
        check("\"Anna,1\nBen,2", &[(1, &["\"Anna", "1"]), (2, &["Ben", "2"])]);
        check("6\" pipe,1\nBen \"B\" Jones,2", &[(1, &["6\" pipe", "1"]), (2, &["Ben \"B\" Jones", "2"])]);
        check("\"Anna\" Smith,1\nBen,2", &[(1, &["\"Anna\" Smith", "1"]), (2, &["Ben", "2"])]);
    }

    #[test]
    fn rows_keep_their_own_numbers_and_empty_ones_are_counted() {
        let sheet = read("Staff list\n\n,,\nAnna,1\r\rBen,2\n\n\n");
        let numbers: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 4, 6]);
        assert_eq!(sheet.empty_rows, 3);
    }

    #[test]
    fn the_line_that_names_the_separator_is_a_row_and_no_data() {
        check("sep=;\r\nAnna;1,5\r\nBen;2", &[(2, &["Anna", "1,5"]), (3, &["Ben", "2"])]);
    }

    #[test]
    fn a_text_without_separators_is_one_column() {
        check("anna@example.org\nben@example.org", &[(1, &["anna@example.org"]), (2, &["ben@example.org"])]);
        assert_eq!(read(""), Sheet::default());
    }

    #[test]
    fn what_our_own_list_made_harmless_is_read_as_it_was() {
        check("'+44 7700 900123,'=1,'tis", &[(1, &["+44 7700 900123", "=1", "'tis"])]);
    }

    #[test]
    fn a_long_cell_and_a_wide_row_are_cut() {
        let long = "é".repeat(limits::CELL_CHARACTERS + 1);
        assert_eq!(rows(&long)[0].1[0].chars().count(), limits::CELL_CHARACTERS);
        assert_eq!(rows(&",x".repeat(limits::COLUMNS + 9))[0].1.len(), limits::COLUMNS);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail_and_every_row_is_one_of_the_text(text in "[a-c\",;\t|\r\n=é ]{0,60}") {
            let sheet = read(&text);
            let ends = text.split('\n').map(|line| line.split('\r').count()).sum::<usize>();
            prop_assert!(sheet.rows.iter().all(|row| (1..=ends as u32).contains(&row.number)));
        }

        #[test]
        fn well_formed_text_reads_as_another_reader_reads_it(
            cells in proptest::collection::vec(proptest::collection::vec("[a-cé ][a-c,;é \"\n]{0,5}", 3), 2..6),
            separator in proptest::sample::select(&SEPARATORS[..]),
        ) {
            let mut writer = csv::WriterBuilder::new()
                .delimiter(separator)
                .quote_style(csv::QuoteStyle::Always)
                .from_writer(Vec::new());
            for row in &cells {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut reader =
                csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes());
            let other: Vec<Vec<String>> =
                reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
            let holds_any = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            let other: Vec<Vec<String>> = other.iter().filter(holds_any).cloned().collect();
            let ours: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(ours, other);
        }
    }
}
