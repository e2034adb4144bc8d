//! OpenDocument spreadsheets (OASIS, OpenDocument 1.3, part 3), as far as a list needs them.
//!
//! Read here, cell by cell, because a cell may say that it stands a million times over: nothing is
//! written out more often than there is room for.

use std::collections::HashSet;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::appearance::Appearance;
use super::cells::{Cells, Room, written_out};
use super::limits;
use super::open_error::OpenError;
use super::table::{Cell, CellKind, Table};

/// The sheets in `content`, the `content.xml` of the file.
///
/// # Errors
/// It is not XML, or holds nothing.
pub(super) fn read(content: &str) -> Result<Table, OpenError> {
    let mut xml = Reader::from_str(content);
    let mut book = Book::default();
    loop {
        match xml.read_event().map_err(|_| OpenError::Damaged)? {
            Event::Start(tag) => book.begin(&tag),
            Event::Empty(tag) => {
                book.begin(&tag);
                book.end(tag.name().0);
            }
            Event::End(tag) => book.end(tag.name().0),
            Event::Text(text) => book.add_text(&text.xml10_content()),
            Event::CData(text) => book.add_text(&text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => book.add_text(c.encode_utf8(&mut [0; 4])),
                _ => book.add_text(resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    let table = Table { sheets: book.sheets, has_more_sheets: book.has_more_sheets, ..Table::default() };
    if table.sheets.iter().all(|sheet| sheet.rows.is_empty()) { Err(OpenError::Empty) } else { Ok(table) }
}

/// The name of the sheet that was open when the file was saved, by its `settings.xml`.
pub(super) fn active_sheet(settings: &str) -> Option<String> {
    let mut xml = Reader::from_str(settings);
    let mut is_named = false;
    loop {
        match xml.read_event().ok()? {
            Event::Start(tag) => is_named = attribute(&tag, "config:name") == "ActiveTable",
            Event::Text(text) if is_named => return Some(text.xml10_content().trim().to_owned()),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// What has been read, and where in it the reader stands.
#[derive(Default)]
struct Book {
    sheets: Vec<super::table::Sheet>,
    /// The styles of tables that are not shown, by name, and the style that is being read.
    hidden_styles: HashSet<String>,
    /// The styles of cells whose text is struck out, by name.
    struck_styles: HashSet<String>,
    style: String,
    /// How the sheet that is being read looks.
    appearance: Appearance,
    is_row_hidden: bool,
    /// The sheet that is being read: its name, whether it is hidden, its cells.
    sheet: Option<(String, bool, Cells)>,
    room: Room,
    has_more_sheets: bool,
    row: u32,
    column: u32,
    /// How often the row and the cell that are being read stand there.
    row_times: u32,
    cell_times: u32,
    cells: Vec<(u32, Cell)>,
    cell: Option<Cell>,
    paragraphs: u32,
    /// How deep the reader is in a note on a cell, which is no part of it.
    in_note: u32,
}

impl Book {
    fn begin(&mut self, tag: &BytesStart) {
        match tag.name().0 {
            "style:style" => self.style = attribute(tag, "style:name"),
            "style:table-properties" if attribute(tag, "table:display") == "false" => {
                self.hidden_styles.insert(self.style.clone());
            }
            "style:text-properties"
                if !matches!(attribute(tag, "style:text-line-through-style").as_str(), "" | "none") =>
            {
                self.struck_styles.insert(self.style.clone());
            }
            "table:table-column" => {
                let times = times(tag, "table:number-columns-repeated");
                if is_hidden(tag) {
                    let last = self.column.saturating_add(times).saturating_sub(1);
                    self.appearance.hidden_columns.push((self.column, last));
                }
                self.column = self.column.saturating_add(times);
            }
            "table:table" => {
                // Those behind are passed over, cell by cell.
                if self.sheets.len() >= limits::SHEETS {
                    self.has_more_sheets = true;
                    self.sheet = None;
                    return;
                }
                self.appearance = Appearance::default();
                self.column = 0;
                let hidden = self.hidden_styles.contains(&attribute(tag, "table:style-name"));
                let cells = Cells::with_room_for(self.room);
                self.sheet = Some((attribute(tag, "table:name"), hidden, cells));
                self.row = 0;
            }
            "table:table-row" => {
                self.row_times = times(tag, "table:number-rows-repeated");
                self.is_row_hidden = is_hidden(tag);
                self.column = 0;
                self.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell_times = times(tag, "table:number-columns-repeated");
                self.paragraphs = 0;
                self.cell = Some(of_value(tag));
                if self.struck_styles.contains(&attribute(tag, "table:style-name")) {
                    self.appearance.struck.insert((self.row, self.column));
                }
            }
            "office:annotation" => self.in_note += 1,
            "text:p" | "text:h" if self.in_note == 0 => {
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    self.add_text("\n");
                }
            }
            "text:s" => {
                for _ in 0..times(tag, "text:c").min(100) {
                    self.add_text(" ");
                }
            }
            "text:tab" => self.add_text("\t"),
            "text:line-break" => self.add_text("\n"),
            _ => {}
        }
    }

    fn end(&mut self, tag: &str) {
        match tag {
            "office:annotation" => self.in_note = self.in_note.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" => {
                let cell = self.cell.take().filter(|cell| !cell.text.is_empty());
                if let Some(cell) = cell {
                    let cell = Cell { kind: cell.kind, ..Cell::text(&cell.text) };
                    let end = self.column.saturating_add(self.cell_times).min(limits::COLUMNS as u32);
                    self.cells.extend((self.column..end).map(|column| (column, cell.clone())));
                }
                self.column = self.column.saturating_add(self.cell_times);
            }
            "table:table-row" => {
                let Some((_, _, cells)) = &mut self.sheet else { return };
                let times = if self.cells.is_empty() { 0 } else { self.row_times };
                for row in self.row..self.row.saturating_add(times) {
                    let is_put =
                        self.cells.iter().all(|(column, cell)| cells.put((row, *column), Some(cell.clone())));
                    if self.is_row_hidden {
                        self.appearance.hidden_rows.insert(row);
                    }
                    if !is_put {
                        break;
                    }
                }
                self.row = self.row.saturating_add(self.row_times);
            }
            "table:table" => {
                if let Some((name, hidden, cells)) = self.sheet.take() {
                    self.room = cells.room();
                    let mut sheet = cells.into_sheet(name, hidden);
                    std::mem::take(&mut self.appearance).apply(&mut sheet);
                    self.sheets.push(sheet);
                }
            }
            _ => {}
        }
    }

    /// Words that stand in the cell. One whose value is given apart from its look keeps to the value.
    fn add_text(&mut self, words: &str) {
        if let Some(cell) = &mut self.cell
            && self.in_note == 0
            && self.paragraphs > 0
            && matches!(cell.kind, CellKind::Text | CellKind::Error)
            && cell.text.len() < 4 * limits::CELL_CHARACTERS
        {
            cell.text.push_str(words);
        }
    }
}

/// What the cell is kept as, apart from what it shows.
fn of_value(tag: &BytesStart) -> Cell {
    let number = || attribute(tag, "office:value").parse().map(written_out).unwrap_or_default();
    let (text, kind) = match attribute(tag, "office:value-type").as_str() {
        _ if attribute(tag, "calcext:value-type") == "error" => (String::new(), CellKind::Error),
        "float" | "percentage" | "currency" => (number(), CellKind::Number),
        "date" => (attribute(tag, "office:date-value").chars().take(10).collect(), CellKind::Date),
        _ => (String::new(), CellKind::Text),
    };
    // A number without a value is what it shows.
    if text.is_empty() && kind != CellKind::Error { Cell::default() } else { Cell { text, kind } }
}

fn attribute(tag: &BytesStart, name: &str) -> String {
    let found = tag.try_get_attribute(name).ok().flatten();
    found
        .and_then(|a| a.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned()))
        .unwrap_or_default()
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_hidden(tag: &BytesStart) -> bool {
    matches!(attribute(tag, "table:visibility").as_str(), "collapse" | "filter")
}

fn times(tag: &BytesStart, name: &str) -> u32 {
    attribute(tag, name).parse().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> String {
        format!(
            "<office:document-content><office:automatic-styles><style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\n<table:table table:name=\"Staff &amp; bank\">{rows}</table:table><table:table table:name=\"Old\" table:style-name=\"ta2\"/></office:spreadsheet></office:body></office:document-content>"
        )
    }

    fn texts(rows: &str) -> Vec<(u32, Vec<String>)> {
        let table = read(&sheet(rows)).unwrap();
        let cells = |row: &super::super::table::Row| row.cells.iter().map(|cell| cell.text.clone()).collect();
        table.sheets[0].rows.iter().map(|row| (row.number, cells(row))).collect()
    }

    const WORDS: &str =
        "<table:table-cell office:value-type=\"string\"><text:p>O&apos;Brien</text:p></table:table-cell>";

    #[test]
    fn cells_say_what_they_are() {
        let rows = "<table:table-row>
            <table:table-cell office:value-type=\"string\"><text:p>two <text:span>parts</text:span><text:s text:c=\"2\"/>x</text:p><text:p>lines</text:p></table:table-cell>
            <table:table-cell office:value-type=\"float\" office:value=\"7700900123\"><text:p>7.7E+09</text:p></table:table-cell>
            <table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-23T00:00:00\"><text:p>23/11/26</text:p></table:table-cell>
            <table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation><text:p>&#x141;ucja</text:p></table:table-cell>
        </table:table-row>";
        assert_eq!(
            texts(rows),
            [(1, ["two parts  x\nlines", "7700900123", "2026-11-23", "Łucja"].map(str::to_owned).to_vec())]
        );
    }

    #[test]
    fn what_stands_many_times_keeps_its_place_and_is_not_written_out_without_end() {
        let many = |rows: &str| {
            format!("<table:table-row table:number-rows-repeated=\"1048000\">{rows}</table:table-row>")
        };
        let gap = "<table:table-cell table:number-columns-repeated=\"3\"/>";
        let rows = format!("{}<table:table-row>{gap}{WORDS}</table:table-row>", many("<table:table-cell/>"));
        assert_eq!(texts(&rows)[0].0, 1_048_001);
        assert_eq!(texts(&rows)[0].1[3], "O'Brien");

        let bomb = many(
            &WORDS.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"16384\""),
        );
        let table = read(&sheet(&bomb)).unwrap();
        assert!(table.sheets[0].cut_short);
        assert!(table.sheets[0].rows.len() <= limits::CELLS);
    }

    #[test]
    fn hidden_rows_and_columns_and_struck_cells_are_known() {
        let rows = format!(
            "<table:table-column/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>\
             <table:table-row>{WORDS}</table:table-row>\
             <table:table-row table:visibility=\"filter\">{WORDS}</table:table-row>\
             <table:table-row>{}</table:table-row>",
            WORDS.replace("<table:table-cell", "<table:table-cell table:style-name=\"ce1\"")
        );
        let content = sheet(&rows).replace(
            "<office:automatic-styles>",
            "<office:automatic-styles><style:style style:name=\"ce1\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>",
        );
        let read = read(&content).unwrap().sheets.remove(0);
        assert_eq!(
            read.rows.iter().map(|row| (row.is_hidden, row.is_struck)).collect::<Vec<_>>(),
            [(false, false), (true, false), (false, true)]
        );
        assert_eq!(read.hidden_columns, [(1, 2)]);
    }

    #[test]
    fn the_sheet_that_was_open_is_known() {
        let settings = "<office:settings><config:config-item config:name=\"VisibleAreaTop\">0</config:config-item><config:config-item config:name=\"ActiveTable\" config:type=\"string\">Bank</config:config-item></office:settings>";
        assert_eq!(active_sheet(settings).as_deref(), Some("Bank"));
        assert_eq!(active_sheet("<office:settings/>"), None);
    }

    #[test]
    fn sheets_have_their_names_and_hidden_ones_are_known() {
        let table = read(&sheet(&format!("<table:table-row>{WORDS}</table:table-row>"))).unwrap();
        let sheets: Vec<(&str, bool)> = table.sheets.iter().map(|s| (s.name.as_str(), s.hidden)).collect();
        assert_eq!(sheets, [("Staff & bank", false), ("Old", true)]);
    }

    #[test]
    fn what_is_no_xml_is_damaged_and_no_cells_are_nothing() {
        assert_eq!(read("<a><b></a>"), Err(OpenError::Damaged));
        assert_eq!(read(&sheet("")), Err(OpenError::Empty));
    }
}
