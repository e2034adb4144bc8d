//! A [`Book`] as an Excel workbook: every cell text, so that zeros and plus signs stay; headings that
//! stay in view, on screen and on paper.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Table, TableColumn,
    TableStyle, Workbook, Worksheet, XlsxError,
};

use super::book::{Book, BookSheet};

/// A cell holds no more characters, says Excel's specification of limits.
const LONGEST_CELL: usize = 32_767;
/// Columns are no wider than this many characters: longer text goes on in a second line.
const WIDEST: usize = 60;
/// The grey of the lines between rows.
const LINE: u32 = 0xC9_D3_D3;
/// A4, in the numbering of the file format (ECMA-376 part 1, 18.3.1.63).
const A4: u8 = 9;

/// The file. `None` for what no workbook holds: more rows or columns than a sheet has, or two sheets
/// of one name.
pub fn xlsx(book: &Book) -> Option<Vec<u8>> {
    write(book).ok()
}

fn write(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut file = workbook(&book.title)?;
    for (number, sheet) in book.sheets.iter().enumerate() {
        write_sheet(file.add_worksheet(), sheet, number)?;
    }
    file.save_to_buffer()
}

/// An empty workbook of this title. It says nothing of when it was made: the checker reads no clock
/// for what nobody asked.
pub(super) fn workbook(title: &str) -> Result<Workbook, XlsxError> {
    let mut file = Workbook::new();
    let properties = DocProperties::new().set_title(title);
    file.set_properties(&properties.set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    Ok(file)
}

/// Sets `sheet` up to be printed: as wide as a page of A4 on its side, with its headings on each.
pub(super) fn set_up_printing(sheet: &mut Worksheet, headings: u32) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_footer("&L&A&RPage &P of &N").set_repeat_rows(headings, headings)?;
    Ok(())
}

/// Text as it stands, which a spreadsheet takes for nothing else even when it is typed over.
pub(super) fn text_format() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap()
}

/// How headings are set.
pub(super) fn heading_format() -> Format {
    text_format().set_bold().set_background_color(0xE3_EE_EE).set_border_bottom(FormatBorder::Medium)
}

fn write_sheet(sheet: &mut Worksheet, from: &BookSheet, number: usize) -> Result<(), XlsxError> {
    sheet.set_name(&from.name)?;
    let text = text_format().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
    let bold = Format::new().set_bold();
    let mut row = 0;
    for line in &from.lines {
        sheet.write_string_with_format(row, 0, line, &bold)?;
        row += 1;
    }
    let top = row;
    for cells in &from.rows {
        for (column, cell) in (0..).zip(cells) {
            let format = if row == top { &heading_format() } else { &text };
            let cell: String = cell.chars().take(LONGEST_CELL).collect();
            // An empty text becomes a blank cell.
            sheet.write_string_with_format(row, column, &cell, format)?;
        }
        row += 1;
    }
    let width = from.rows.iter().map(Vec::len).max().unwrap_or(0);
    for (at, column) in (0..width).zip(0..) {
        let lengths = from.rows.iter().filter_map(|cells| Some(cells.get(at)?.chars().count()));
        let widest = lengths.max().unwrap_or(0).clamp(8, WIDEST);
        #[allow(clippy::cast_precision_loss, reason = "it is at most 60")]
        sheet.set_column_width(column, widest as f64 + 2.0)?;
    }
    if let (Some(last_row), Some(last_column)) = (row.checked_sub(1), (0..width).zip(0..).last()) {
        let last_column = last_column.1;
        if last_row >= top {
            sheet.set_freeze_panes(top + 1, 0)?;
            set_up_printing(sheet, top)?;
            // Mobiles are numbers on purpose stored as text: Excel need not mark each of them.
            sheet.ignore_error_range(top, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
        }
        if last_row > top
            && let Some(table) = table(from, number)
        {
            sheet.add_table(top, 0, last_row, last_column, &table)?;
        }
    }
    Ok(())
}

/// A table that names its columns, for those who go through it by ear. A list that is somebody else's
/// may have headings that cannot name columns: then there is none.
fn table(from: &BookSheet, number: usize) -> Option<Table> {
    let headings = from.rows.first()?;
    let mut named: Vec<String> = headings.iter().map(|heading| heading.to_lowercase()).collect();
    named.sort();
    named.dedup();
    let can_name = named.len() == headings.len() && named.first().is_some_and(|first| !first.is_empty());
    let all_as_wide = from.rows.iter().all(|cells| cells.len() == headings.len());
    let fits = headings.iter().all(|heading| heading.chars().count() < 256);
    if !(can_name && all_as_wide && fits) {
        return None;
    }
    let columns: Vec<TableColumn> = headings
        .iter()
        .map(|heading| TableColumn::new().set_header(heading).set_header_format(heading_format()))
        .collect();
    let name = format!("Table{}", number + 1);
    let table = Table::new().set_name(name).set_columns(&columns).set_style(TableStyle::None);
    Some(table.set_autofilter(false))
}
