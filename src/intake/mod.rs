//! What people bring: from the bytes of any list to people, with what is to be said of each.
//!
//! ```text
//! bytes ─ open ─▶ Table ─ sheets ─▶ Sheet ─ columns ─▶ Matching ─ rows ─▶ people and rows left out ─ people ─▶ people,
//!                                                                                         each with findings and notes
//! ```
//!
//! [`import_session`] holds one list and answers for it; [`preview`] is what it and the page say to each other.
//!
//! | what is decided | where |
//! |---|---|
//! | what a file is, and how its text is written | `file_kind`, `decode`, `letters` |
//! | how one kind of file is read | `delimited`, `layouts`, `markup`, `workbook` with `xlsx`, `xls` in a `compound_file`, `xlsb`, `ods` |
//! | which sheets list the staff; tables on their side or side by side | `sheets`, `tables` |
//! | what a column means, and in which languages | `columns`, `header_row`, `headings`, `heading_names`, `held`, [`meaning`] |
//! | which rows are people, and who is meant | `rows`, `nobody`, `status`, `shifted` |
//! | what a cell means: a name, an address, a number | `names`, `values` |
//! | who stands in a row, and what is said of the row | `typed`, `people` |
//! | which rows say others again, or share with them | `links` |
//! | which of two names is the first | `name_order`, `first_names` |
//! | what a row comes to | [`row_result`] |
//! | what is said and asked of the whole list, and of its columns | `summary`, `list_questions`, `column_previews` |
//! | a list of many sites: its columns, its rows as a stream | `site_columns`, [`named_columns`], [`site_list`], `plain_rows`, [`fast_hash`] |
//!
//! Nothing is taken in silence that may be wrong: a value is right, or has a [`Note`](preview::Note) beside it; a row
//! is a person, or is [left out](preview::LeftOut) with its reason and can be put back.
//!
//! Nothing here panics on what a user brings, and nothing fails on part of it: what could be read is
//! returned, with findings for the rest.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod annotated_export;
#[cfg(feature = "reader")]
mod appearance;
#[cfg(feature = "reader")]
mod cells;
mod column_previews;
mod columns;
#[cfg(feature = "reader")]
mod compound_file;
mod cutter;
mod decode;
mod delimited;
pub mod fast_hash;
mod file_kind;
mod first_names;
mod header_row;
mod heading_names;
mod headings;
mod held;
pub mod import_session;
mod layouts;
mod letters;
pub mod limits;
mod links;
pub mod list_in_pieces;
mod list_questions;
mod markup;
pub mod meaning;
mod name_order;
pub mod named_columns;
mod names;
mod nobody;
#[cfg(feature = "reader")]
mod ods;
mod open_error;
mod people;
mod plain_rows;
pub mod preview;
mod remembered;
pub mod row_result;
mod rows;
mod secrets;
mod sheets;
mod shifted;
mod site_columns;
pub mod site_list;
mod site_rows;
mod status;
#[cfg(feature = "reader")]
mod stored_zip;
pub mod suggestions;
mod summary;
pub mod table;
mod tables;
mod typed;
mod values;
mod words;
#[cfg(feature = "reader")]
mod workbook;
#[cfg(feature = "reader")]
mod xls;
#[cfg(feature = "reader")]
mod xlsb;
#[cfg(feature = "reader")]
mod xlsx;

pub use open_error::OpenError;
pub use secrets::TAKEN_OUT;

use file_kind::{FileKind, file_kind};
use table::Table;

/// The file with these bytes, opened: what it is, is seen in the bytes and not in its name.
///
/// # Errors
/// Says why it cannot be opened, and what to do.
pub fn open(bytes: &[u8]) -> Result<Table, OpenError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    let mut table = open_any(bytes)?;
    table.has_more_sheets |= table.sheets.len() > limits::SHEETS;
    table.sheets.truncate(limits::SHEETS);
    for sheet in &mut table.sheets {
        sheet.name = table::shortened(&sheet.name, limits::SHEET_NAME_CHARACTERS).to_owned();
    }
    table.sheets = table.sheets.into_iter().map(tables::straightened).collect();
    Ok(table)
}

fn open_any(bytes: &[u8]) -> Result<Table, OpenError> {
    match file_kind(bytes)? {
        FileKind::Text => open_text(bytes),
        FileKind::Markup => markup::read(&decode::decode(bytes).ok_or(OpenError::Unknown)?),
        #[cfg(feature = "reader")]
        FileKind::Zip => workbook::open_zip(bytes),
        #[cfg(feature = "reader")]
        FileKind::Xls => workbook::open_xls(bytes),
        #[cfg(not(feature = "reader"))]
        _ => Err(OpenError::OtherSpreadsheet("a workbook")),
    }
}

/// Whether the cells of most rows that were cut stand in columns, under headings or above each other.
fn is_table(sheet: &table::Sheet) -> bool {
    let widths = || sheet.rows.iter().take(50).map(|row| row.cells.len());
    let are_most = |wanted: usize| widths().filter(|width| *width == wanted).count() * 2 > widths().count();
    widths().any(|width| width > 2 && are_most(width))
}

fn open_text(bytes: &[u8]) -> Result<Table, OpenError> {
    let text = decode::decode(bytes).ok_or(OpenError::Unknown)?;
    if let Some(sheet) = layouts::of_marked_text(&text) {
        return Ok(Table { sheets: vec![sheet], ..Table::default() });
    }
    // What has separators is a table; what has none may be laid out in another way.
    let table = delimited::read(&text);
    let sheet = if is_table(&table) { table } else { layouts::laid_out(&text).unwrap_or(table) };
    if sheet.rows.is_empty() {
        Err(OpenError::Empty)
    } else {
        Ok(Table { sheets: vec![sheet], ..Table::default() })
    }
}
