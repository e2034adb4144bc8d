//! What was read out of a file, before anyone asks what it means: sheets, rows, cells.

use super::limits;

/// A file, opened.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its sheets, in the file's order. A text file has one, without a name.
    pub sheets: Vec<Sheet>,
    /// Whether it has more sheets than [`limits::SHEETS`], and the others were left unread.
    pub has_more_sheets: bool,
    /// The sheet that was open when the file was saved, where it says so.
    pub active_sheet: Option<usize>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name, as its tab shows it; empty for a text file.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// The rows that hold anything, in the file's order.
    pub rows: Vec<Row>,
    /// The columns that the file hides, counted from 0: the first and the last of each run.
    pub hidden_columns: Vec<(u32, u32)>,
    /// How many rows before the last one with anything in it hold nothing.
    pub empty_rows: usize,
    /// Whether there was more than the limits allow, and the rest was left unread.
    pub cut_short: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its number in the file, counted from 1, as a spreadsheet shows it.
    pub number: u32,
    /// Its cells from the first column on; what stands behind the last one is empty.
    pub cells: Vec<Cell>,
    /// Which of [`Table::sheets`] it stands in, where several are read as one.
    pub sheet: usize,
    /// Whether the file hides it, by hand or by a filter.
    pub is_hidden: bool,
    /// Whether its text is struck out.
    pub is_struck: bool,
    /// Whether it is a line of a letter, or of another text, that names nobody.
    pub is_other_text: bool,
    /// Whether two of its cells were put together again that a separator had made of one.
    pub is_mended: bool,
    /// Whether it has more cells than there are headings, and what belongs where is unknown.
    pub is_too_wide: bool,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What it shows, as near as can be known. A whole number is written out in full.
    pub text: String,
    /// What it is kept as.
    pub kind: CellKind,
}

/// What a spreadsheet keeps a cell as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellKind {
    /// Words, or anything from a text file.
    #[default]
    Text,
    /// A number: leading zeros are lost.
    Number,
    /// A number that the spreadsheet shows as a day or a time; the text is the day, `2026-11-23`.
    Date,
    /// A formula that came to nothing: `#N/A`, `#REF!`.
    Error,
}

impl Table {
    /// What a sheet is called on screen: its name, or its number where it has none, as the tables of a web page.
    pub(super) fn sheet_label(&self, index: usize) -> String {
        let name = self.sheets.get(index).map(|sheet| sheet.name.as_str()).filter(|name| !name.is_empty());
        name.map_or_else(|| format!("Table {}", index + 1), str::to_owned)
    }
}

impl Sheet {
    /// Whether the file hides this column, counted from 0.
    pub fn hides_column(&self, column: usize) -> bool {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

impl Row {
    /// The text of the cell in `column`, counted from 0; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }
}

impl Cell {
    /// A cell of words, as many of them as are kept ([`limits::CELL_CHARACTERS`]).
    pub fn text(text: &str) -> Self {
        Cell { text: shortened(text, limits::CELL_CHARACTERS).to_owned(), kind: CellKind::Text }
    }
}

/// The text, up to so many characters, with a sign where it goes on.
pub(super) fn cut(text: &str, characters: usize) -> String {
    let cut = shortened(text, characters);
    if cut.len() == text.len() { text.to_owned() } else { format!("{cut}…") }
}

/// The text, up to so many characters.
pub(super) fn shortened(text: &str, characters: usize) -> &str {
    // No text has more characters than bytes.
    if text.len() <= characters {
        return text;
    }
    let end = text.char_indices().nth(characters).map(|(at, _)| at);
    end.and_then(|at| text.get(..at)).unwrap_or(text)
}
