//! Workbooks of Excel 97 to 2003 (MS-XLS), as far as calamine does not tell: how far their cells reach, before it
//! makes room for all between them, and what is hidden or struck out.

use super::appearance::Appearance;
use super::compound_file::{self, u16_at, u32_at};
use super::limits;
use super::open_error::OpenError;

/// What the records of a workbook say beside its cells.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    /// Which sheet was open when the file was saved.
    pub active_sheet: usize,
    /// Its sheets, in the order of their tabs.
    pub sheets: Vec<Appearance>,
}

/// Reads the records of the workbook in these bytes.
///
/// # Errors
/// It is damaged; or its cells reach further than there is room for: calamine keeps every cell between the first
/// and the last.
pub(super) fn scan(bytes: &[u8]) -> Result<Workbook, OpenError> {
    let stream = compound_file::stream(bytes, &["Workbook", "Book"]).ok_or(OpenError::Damaged)?;
    let mut workbook = Workbook::default();
    // Which fonts strike out, and which font each format of a cell has.
    let mut fonts: Vec<bool> = Vec::new();
    let mut formats: Vec<u16> = Vec::new();
    let mut starts = Vec::new();
    for (kind, content) in records(&stream, 0) {
        match kind {
            WINDOW1 => workbook.active_sheet = u16_at(content, 10).unwrap_or(0).into(),
            FONT => fonts.push(u16_at(content, 2).is_some_and(|flags| flags & 0x08 != 0)),
            XF => formats.push(u16_at(content, 0).unwrap_or(0)),
            BOUND_SHEET => starts.push(u32_at(content, 0).unwrap_or(0) as usize),
            EOF => break,
            _ => {}
        }
    }
    let is_struck = |format: u16| {
        let font = usize::from(formats.get(usize::from(format)).copied().unwrap_or(0));
        // There is no font 4: those from 5 on stand one place further left (MS-XLS 2.5.129).
        fonts.get(if font > 4 { font - 1 } else { font }).copied().unwrap_or(false)
    };
    let mut room = limits::CELLS_BETWEEN;
    for start in starts {
        let (sheet, cells) = worksheet(records(&stream, start), is_struck);
        room = room.checked_sub(cells).ok_or(OpenError::HoldsTooMuch)?;
        workbook.sheets.push(sheet);
    }
    Ok(workbook)
}

/// One sheet, and how many cells lie in the rectangle around its own, and in the one that it says it has.
fn worksheet<'a>(
    records: impl Iterator<Item = (u16, &'a [u8])>,
    is_struck: impl Fn(u16) -> bool,
) -> (Appearance, u64) {
    let mut sheet = Appearance::default();
    let mut around = Rectangle::default();
    let mut dimensions = 0;
    // Charts stand inside a sheet as sheets of their own.
    let mut depth = 0_usize;
    for (kind, content) in records {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => dimensions = dimensions.max(self::dimensions(content)),
            ROW if u16_at(content, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                sheet.hidden_rows.extend(u16_at(content, 0).map(u32::from));
            }
            COL_INFO if u16_at(content, 8).is_some_and(|flags| flags & 1 != 0) => {
                let (first, last) = (u16_at(content, 0), u16_at(content, 2));
                sheet.hidden_columns.extend(first.zip(last).map(|(first, last)| (first.into(), last.into())));
            }
            NUMBER | LABEL | RICH_STRING | BOOL_OR_ERROR | RK | LABEL_SST | FORMULA | MUL_RK => {
                let (Some(row), Some(column)) = (u16_at(content, 0), u16_at(content, 2)) else { continue };
                around.include(row, column);
                if kind == MUL_RK {
                    let last = content.len().checked_sub(2).and_then(|at| u16_at(content, at));
                    around.include(row, last.unwrap_or(column).max(column));
                } else if u16_at(content, 4).is_some_and(&is_struck) {
                    sheet.struck.insert((row.into(), column.into()));
                }
            }
            _ => {}
        }
    }
    (sheet, around.cells().max(dimensions))
}

/// How many cells a sheet says it has, as calamine makes room for them. In Excel 95 and before, rows were counted in two
/// bytes.
fn dimensions(content: &[u8]) -> u64 {
    let (rows, columns) = if content.len() >= 14 {
        ((u32_at(content, 0), u32_at(content, 4)), (u16_at(content, 8), u16_at(content, 10)))
    } else {
        let wide = |at| u16_at(content, at).map(u32::from);
        ((wide(0), wide(2)), (u16_at(content, 4), u16_at(content, 6)))
    };
    let (first_row, last_row) = (u64::from(rows.0.unwrap_or(0)), u64::from(rows.1.unwrap_or(0)));
    let (first_column, last_column) = (columns.0.unwrap_or(0), columns.1.unwrap_or(0));
    if last_row == 0 || last_column == 0 {
        return 1;
    }
    // Rows that end before they begin are counted round the end of the numbers.
    if last_row < first_row {
        return u64::MAX;
    }
    let is_from_the_first = first_column > MOST_COLUMN || last_column < first_column;
    let columns = last_column - if is_from_the_first { 0 } else { first_column };
    (last_row - first_row + 1) * (u64::from(columns) + 1)
}

/// The last column there may be.
const MOST_COLUMN: u16 = 0xff;

/// The rectangle around some cells.
#[derive(Default)]
struct Rectangle {
    /// The first and the last row, and the first and the last column.
    corners: Option<[u16; 4]>,
}

impl Rectangle {
    fn include(&mut self, row: u16, column: u16) {
        let [top, bottom, left, right] = self.corners.unwrap_or([row, row, column, column]);
        self.corners = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
    }

    fn cells(&self) -> u64 {
        let Some([top, bottom, left, right]) = self.corners else { return 0 };
        (u64::from(bottom.abs_diff(top)) + 1) * (u64::from(right.abs_diff(left)) + 1)
    }
}

/// The records from the byte `start` on: their kind, and what they hold.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (header, behind) = rest.split_at_checked(4)?;
        let (content, behind) = behind.split_at_checked(u16_at(header, 2)?.into())?;
        rest = behind;
        Some((u16_at(header, 0)?, content))
    })
}

// The kinds of records (MS-XLS 2.3).
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const BOUND_SHEET: u16 = 0x0085;
const WINDOW1: u16 = 0x003d;
const FONT: u16 = 0x0031;
const XF: u16 = 0x00e0;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const COL_INFO: u16 = 0x007d;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const RICH_STRING: u16 = 0x00d6;
const BOOL_OR_ERROR: u16 = 0x0205;
const RK: u16 = 0x027e;
const LABEL_SST: u16 = 0x00fd;
const FORMULA: u16 = 0x0006;
const MUL_RK: u16 = 0x00bd;
