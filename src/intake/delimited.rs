//! Text with a separator between cells: CSV, TSV, what a spreadsheet puts on the clipboard.
//!
//! The `csv` crate reads the cells. What is ours is what it has no setting for: finding the separator;
//! quotation marks that close nothing, which would swallow the rest of the file, and are quoted anew before it
//! sees them ([`with_sound_quotes`]); row numbers as a spreadsheet counts them, since it passes blank lines over
//! and counts line ends inside a cell; and the limits.

use std::borrow::Cow;
use std::cmp::Reverse;

use csv::{ReaderBuilder, StringRecord};

use super::limits;
use super::table::{Cell, Row, Sheet};
use crate::text::formula;

/// The sheet that `text` holds. It never fails: whatever is there is a cell of some row.
pub fn read(text: &str) -> Sheet {
    let (text, separator, first_number) = match declared(text) {
        Some((separator, rest)) => (rest, separator, 2),
        None => (text, likeliest_separator(text), 1),
    };
    let text = with_sound_quotes(text, separator);
    let mut sheet = Sheet::default();
    let mut cells_left = limits::CELLS;
    let mut bytes_left = limits::TEXT_BYTES;
    let mut empty_since = 0;
    let mut number = first_number;
    let mut records = Records::new(&text, separator);
    while let Some((blank_lines, record)) = records.next_record() {
        empty_since += blank_lines;
        number += u32::try_from(blank_lines).unwrap_or(u32::MAX);
        let width = record.len().min(limits::COLUMNS);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            empty_since += 1;
        } else if let (Some(cells), Some(bytes)) =
            (cells_left.checked_sub(width), bytes_left.checked_sub(record.as_slice().len()))
        {
            (cells_left, bytes_left) = (cells, bytes);
            // Rows at the very end with nothing in them are no gap: they are not counted.
            sheet.empty_rows += empty_since;
            empty_since = 0;
            let cells = record.iter().take(width);
            let cells = cells.map(|cell| Cell::text(&formula::unescaped(cell))).collect();
            sheet.rows.push(Row { number, cells, ..Row::default() });
        } else {
            sheet.cut_short = true;
            break;
        }
        number += 1;
    }
    sheet
}

/// The records of a text, each with the number of blank lines before it.
pub(super) struct Records<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    record: StringRecord,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, separator: u8) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Records { text, reader, record: StringRecord::new() }
    }

    fn next_record(&mut self) -> Option<(usize, &StringRecord)> {
        let from = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        // It fails where the bytes are no UTF-8 or cannot be read, and these are a `str`.
        let is_record = self.reader.read_record(&mut self.record).unwrap_or(false);
        is_record.then(|| (blank_lines(self.text, from), &self.record))
    }
}

/// How many blank lines stand in `text` from the byte `from` on, where a record has just ended.
pub(super) fn blank_lines(text: &str, from: usize) -> usize {
    let (before, rest) = text.as_bytes().split_at_checked(from).unwrap_or_default();
    // A record ends with the CR of its CRLF.
    let mut rest = if before.ends_with(b"\r") { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
    let mut count = 0;
    while let Some(behind) = line_end(rest) {
        rest = behind;
        count += 1;
    }
    count
}

fn line_end(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// The separators that are looked for.
const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// Excel's own first line that names the separator, `sep=;`, and what stands behind it.
pub(super) fn declared(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let named = line.trim_end_matches('\r').strip_prefix("sep=")?;
    SEPARATORS.into_iter().find(|known| named.as_bytes() == [*known]).map(|known| (known, rest))
}

/// How many bytes are looked at to find the separator.
const LOOKED_AT: usize = 64 * 1024;

/// The separator that cuts the first rows into the most alike numbers of cells, and leaves the fewest
/// quotation marks that close nothing.
pub(super) fn likeliest_separator(text: &str) -> u8 {
    let start = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or(text);
    let even = |separator: u8| {
        let start = with_sound_quotes(start, separator);
        let mut records = Records::new(&start, separator);
        let mut counts = Vec::new();
        let mut stray = 0;
        while counts.len() < 20
            && let Some((_, record)) = records.next_record()
        {
            stray += record.iter().filter(|cell| cell.starts_with('"')).count();
            if record.iter().any(|cell| !cell.is_empty()) {
                counts.push(record.len());
            }
        }
        // A title above the header has one cell, and says nothing.
        let cut: Vec<usize> = counts.iter().copied().filter(|count| *count > 1).collect();
        let most_alike = cut.iter().map(|count| cut.iter().filter(|other| *other == count).count()).max();
        // A tab that cuts most rows is no accident, whatever commas stand in dates and names.
        let is_sure = separator == b'\t' && cut.len() * 2 > counts.len();
        let most_alike = if is_sure { Some(usize::MAX) } else { most_alike };
        (most_alike.is_some(), Reverse(stray), most_alike, cut.iter().sum::<usize>())
    };
    let mut best = (b',', (false, Reverse(0), None, 0));
    for separator in SEPARATORS {
        let found = even(separator);
        // Of two that are alike, the one named first: a tab is typed by nobody, a comma by many.
        if found > best.1 {
            best = (separator, found);
        }
    }
    best.0
}

/// `text` with each cell quoted anew whose first quotation mark is never closed, or closed in the middle of the
/// cell: there, the marks are part of what was typed.
pub(super) fn with_sound_quotes(text: &str, separator: u8) -> Cow<'_, str> {
    let mut sound = String::new();
    // Up to where `text` has been copied into `sound`, and up to where it has been looked at.
    let mut copied = 0;
    let mut from = 0;
    let is_end = |byte: u8| byte == separator || byte == b'\n' || byte == b'\r';
    while let Some(mark) = text.get(from..).and_then(|rest| rest.find('"')).map(|at| from + at) {
        let begins_cell = mark
            .checked_sub(1)
            .is_none_or(|before| text.as_bytes().get(before).is_some_and(|byte| is_end(*byte)));
        let cell = text.get(mark..).unwrap_or_default();
        if !begins_cell {
            // Elsewhere than at its beginning, a mark is a character of the cell like any other.
            from = mark + 1;
        } else if let Some(length) = length_in_quotes(cell, separator) {
            from = mark + length;
        } else {
            let length = cell.bytes().position(is_end).unwrap_or(cell.len());
            sound.push_str(text.get(copied..mark).unwrap_or_default());
            sound.push('"');
            sound.push_str(&cell.get(..length).unwrap_or_default().replace('"', "\"\""));
            sound.push('"');
            from = mark + length;
            copied = from;
        }
    }
    if sound.is_empty() {
        return text.into();
    }
    sound.push_str(text.get(copied..).unwrap_or_default());
    sound.into()
}

/// The longest cell that quotation marks may hold, in bytes. A mark that is not closed by then was no
/// mark: it must not swallow the rest of the file.
const LONGEST_QUOTED: usize = 32_767;

/// The length of the cell in quotation marks that `cell` begins with, both marks among it. `None` where what
/// closes it is not followed by a separator or an end.
fn length_in_quotes(cell: &str, separator: u8) -> Option<usize> {
    let bytes = cell.as_bytes();
    let mut from = 1;
    loop {
        let at = from + bytes.get(from..)?.iter().take(LONGEST_QUOTED).position(|b| *b == b'"')?;
        match bytes.get(at + 1) {
            Some(b'"') if at <= LONGEST_QUOTED => from = at + 2,
            None | Some(b'\n' | b'\r') => return Some(at + 1),
            Some(next) if *next == separator => return Some(at + 1),
            _ => return None,
        }
    }
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
    fn commas_in_dates_do_not_outweigh_the_tabs() {
        let text = "1. Summary\nTitle\tBriefing\nStart\t18/11/26, 14:00\nEnd\t18/11/26, 14:45\nName\tJoin\tEmail\nAnna\t18/11/26, 13:58\ta@example.org\n";
        assert_eq!(rows(text).last().unwrap().1, ["Anna", "18/11/26, 13:58", "a@example.org"]);
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
    fn a_blank_line_and_a_line_end_inside_a_cell_count_as_a_spreadsheet_counts_them() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = ["a,b", "", "\"two", "lines\",c", "", "", "d,e"];
            let text = lines.join(end);
            let inside = format!("two{end}lines");
            check(&text, &[(1, &["a", "b"]), (3, &[&inside, "c"]), (6, &["d", "e"])]);
        }
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
        fn well_formed_text_is_handed_on_as_it_is_and_reads_as_it_was_written(
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
            prop_assert!(matches!(with_sound_quotes(&text, separator), Cow::Borrowed(_)), "nothing to mend");
            let holds_any = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            let written: Vec<Vec<String>> = cells.iter().filter(holds_any).cloned().collect();
            let ours: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(ours, written);
        }
    }
}
