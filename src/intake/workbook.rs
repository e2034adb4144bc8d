//! Workbooks: xlsx, xlsm, xlsb and xls through calamine, which believes what it is told, and ods. What it
//! is handed has been measured first, and its cells are taken one by one where it offers them so: a
//! single cell in the last corner of a sheet must not cost the sheet.

use std::io::{self, Cursor, Read};

use calamine::{
    Data, DataRef, ExcelDateTime, Reader, Sheet as SheetName, SheetType, SheetVisible, Xls, Xlsb, Xlsx,
};
use zip::ZipArchive;

use super::cells::{Cells, Room, written_out};
use super::open_error::OpenError;
use super::table::{Cell, CellKind, Table};
use super::{limits, ods, stored_zip, xls, xlsb, xlsx};

type Bytes<'a> = Cursor<&'a [u8]>;

/// The workbook in a zip.
///
/// # Errors
/// Says what it is, if it is no workbook, and why it cannot be opened.
pub(super) fn open_zip(bytes: &[u8]) -> Result<Table, OpenError> {
    match measured(bytes)? {
        Parts::Xlsx => {
            let whole = stored_zip::with_folder(bytes);
            let bytes = whole.as_deref().unwrap_or(bytes);
            let mut book: Xlsx<Bytes> =
                calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
            let mut table = sheets(book.sheets_metadata().to_vec().as_slice(), |name, cells| {
                let mut reader = book.worksheet_cells_reader(name).map_err(damaged)?;
                put_all(cells, || reader.next_cell())
            })?;
            let mut scan = xlsx::scan(bytes);
            for sheet in &mut table.sheets {
                if let Some(appearance) = scan.sheets.remove(&sheet.name) {
                    appearance.apply(sheet);
                }
            }
            table.active_sheet =
                table.sheets.iter().position(|sheet| Some(&sheet.name) == scan.active_sheet.as_ref());
            Ok(table)
        }
        Parts::Xlsb => {
            let whole = xlsb::with_columns(bytes);
            let bytes = whole.as_deref().unwrap_or(bytes);
            let mut book: Xlsb<Bytes> =
                calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
            sheets(book.sheets_metadata().to_vec().as_slice(), |name, cells| {
                let mut reader = book.worksheet_cells_reader(name).map_err(damaged)?;
                put_all(cells, || reader.next_cell())
            })
        }
        Parts::Ods => {
            let mut content = String::new();
            let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
            let mut part = zip.by_name("content.xml").map_err(damaged)?;
            part.read_to_string(&mut content).map_err(damaged)?;
            drop(part);
            let mut table = ods::read(&content)?;
            let mut settings = String::new();
            if let Ok(mut part) = zip.by_name("settings.xml")
                && part.read_to_string(&mut settings).is_ok()
            {
                let active = ods::active_sheet(&settings);
                table.active_sheet =
                    table.sheets.iter().position(|sheet| Some(&sheet.name) == active.as_ref());
            }
            Ok(table)
        }
    }
}

/// The workbook of Excel 97 to 2003.
///
/// # Errors
/// Says why it cannot be opened.
pub(super) fn open_xls(bytes: &[u8]) -> Result<Table, OpenError> {
    let scan = xls::scan(bytes)?;
    let mut book: Xls<Bytes> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| match error {
            calamine::XlsError::Password => OpenError::Password,
            error => damaged(error),
        })?;
    let names = book.sheets_metadata().to_vec();
    let mut table = whole_sheets(&mut book)?;
    // The records count every sheet; those that are no worksheets, charts among them, were passed over.
    let of_worksheets = names.iter().zip(scan.sheets).filter(|(name, _)| name.typ == SheetType::WorkSheet);
    for ((_, appearance), sheet) in of_worksheets.zip(&mut table.sheets) {
        appearance.apply(sheet);
    }
    let active = names.get(scan.active_sheet).map(|name| name.name.as_str());
    table.active_sheet = table.sheets.iter().position(|sheet| Some(sheet.name.as_str()) == active);
    Ok(table)
}

fn damaged<E>(_: E) -> OpenError {
    OpenError::Damaged
}

enum Parts {
    Xlsx,
    Xlsb,
    Ods,
}

/// What the zip is, by its parts, each of which is inflated once and counted: what their headers say of
/// their size is not believed.
fn measured(bytes: &[u8]) -> Result<Parts, OpenError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if zip.len() > limits::ENTRIES {
        return Err(OpenError::HoldsTooMuch);
    }
    let names: Vec<String> = zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let parts = parts(&names)?;
    let mut left = limits::INFLATED_BYTES;
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                OpenError::Password
            }
            error => damaged(error),
        })?;
        let most = if names.get(index).is_some_and(|name| holds_cells(name)) {
            left
        } else {
            left.min(limits::PART_BYTES)
        };
        let mut part = part.take(most + 1);
        let inflated = io::copy(&mut part, &mut io::sink()).map_err(damaged)?;
        if inflated > most {
            return Err(OpenError::HoldsTooMuch);
        }
        left -= inflated;
    }
    match parts {
        Parts::Ods if is_sealed(&mut zip) => Err(OpenError::Password),
        parts => Ok(parts),
    }
}

fn parts(names: &[String]) -> Result<Parts, OpenError> {
    let has = |part: &str| names.iter().any(|name| name.trim_start_matches('/').eq_ignore_ascii_case(part));
    let has_folder = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    if has("xl/workbook.bin") {
        Ok(Parts::Xlsb)
    } else if has_folder("xl/") || has("[Content_Types].xml") && names.iter().any(|name| is_workbook(name)) {
        Ok(Parts::Xlsx)
    } else if has_folder("word/") {
        Err(OpenError::NoSpreadsheet("a Word document"))
    } else if has_folder("ppt/") {
        Err(OpenError::NoSpreadsheet("a PowerPoint presentation"))
    } else if has("mimetype") && has("content.xml") {
        Ok(Parts::Ods)
    } else if has_folder("Index/") || has("Index.zip") {
        Err(OpenError::OtherSpreadsheet("an Apple Numbers file"))
    } else {
        Err(OpenError::NoSpreadsheet("a zip of other files"))
    }
}

/// Whether a part may well be large: one of cells, of words that cells share, of pictures. Others are read whole, and
/// more than once.
fn holds_cells(name: &str) -> bool {
    const SMALL: [&str; 6] =
        ["workbook.xml", "workbook.bin", "styles.xml", "styles.bin", "settings.xml", "manifest.xml"];
    let file = name.rsplit('/').next().unwrap_or(name);
    !SMALL.iter().any(|small| small.eq_ignore_ascii_case(file))
        && !file.ends_with(".rels")
        && file != "[Content_Types].xml"
}

/// Whether a part is the one that names the sheets, in whatever folder.
fn is_workbook(name: &str) -> bool {
    name.trim_start_matches('/').rsplit('/').next() == Some("workbook.xml")
}

/// Whether the parts of an OpenDocument file are under a password.
fn is_sealed(zip: &mut ZipArchive<Bytes>) -> bool {
    let mut manifest = String::new();
    zip.by_name("META-INF/manifest.xml").is_ok_and(|mut part| {
        part.read_to_string(&mut manifest).is_ok() && manifest.contains("encryption-data")
    })
}

/// Every sheet that has cells, read by `read`.
fn sheets(
    names: &[SheetName],
    mut read: impl FnMut(&str, &mut Cells) -> Result<(), OpenError>,
) -> Result<Table, OpenError> {
    let mut room = Room::default();
    let mut table = Table::default();
    let worksheets = || names.iter().filter(|name| name.typ == SheetType::WorkSheet);
    table.has_more_sheets = worksheets().nth(limits::SHEETS).is_some();
    for name in worksheets().take(limits::SHEETS) {
        let mut cells = Cells::with_room_for(room);
        read(&name.name, &mut cells)?;
        room = cells.room();
        table.sheets.push(cells.into_sheet(name.name.clone(), name.visible != SheetVisible::Visible));
    }
    if table.sheets.iter().all(|sheet| sheet.rows.is_empty()) { Err(OpenError::Empty) } else { Ok(table) }
}

/// Puts the cells that come one by one, for as long as there is room.
fn put_all<'a, E>(
    cells: &mut Cells,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, E>,
) -> Result<(), OpenError> {
    while let Some(cell) = next().map_err(damaged)? {
        if !cells.put(cell.get_position(), of_ref(cell.get_value())) {
            break;
        }
    }
    Ok(())
}

/// The sheets of a workbook whose cells come all at once.
fn whole_sheets<'a, B: Reader<Bytes<'a>>>(book: &mut B) -> Result<Table, OpenError> {
    let names = book.sheets_metadata().to_vec();
    sheets(&names, |name, cells| {
        let range = book.worksheet_range(name).map_err(damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let position = (first_row.saturating_add(row as u32), first_column.saturating_add(column as u32));
            if !cells.put(position, of_data(value)) {
                break;
            }
        }
        Ok(())
    })
}

fn of_ref(value: &DataRef) -> Option<Cell> {
    match value {
        DataRef::SharedString(text) => words(text),
        other => of_data(&Data::from(other.clone())),
    }
}

/// The cell that holds `value`; `None` for one that holds nothing.
fn of_data(value: &Data) -> Option<Cell> {
    let cell = |text: String, kind| Some(Cell { text, kind });
    match value {
        Data::Empty => None,
        Data::String(text) => words(text),
        Data::Int(number) => cell(number.to_string(), CellKind::Number),
        Data::Float(number) => cell(written_out(*number), CellKind::Number),
        Data::Bool(is) => cell(if *is { "TRUE" } else { "FALSE" }.to_owned(), CellKind::Text),
        // No day is so far away: it is a number, such as a telephone's, under a format for days.
        Data::DateTime(date) if date.as_f64() > LAST_DAY => {
            cell(written_out(date.as_f64()), CellKind::Number)
        }
        Data::DateTime(date) => cell(day(date), CellKind::Date),
        Data::DateTimeIso(text) => cell(text.chars().take(10).collect(), CellKind::Date),
        Data::DurationIso(text) => cell(text.clone(), CellKind::Date),
        Data::Error(error) => cell(error.to_string(), CellKind::Error),
    }
}

/// The last day that Excel knows, 31 December 9999, as it counts days.
const LAST_DAY: f64 = 2_958_465.0;

fn words(text: &str) -> Option<Cell> {
    (!text.is_empty()).then(|| Cell::text(text))
}

fn day(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return written_out(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let (day, time) =
        (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}:{second:02}"));
    // A time of no day is counted from the day before the first one.
    match (date.as_f64() < 1.0, time == "00:00:00") {
        (true, _) => time,
        (false, true) => day,
        (false, false) => format!("{day} {time}"),
    }
}
