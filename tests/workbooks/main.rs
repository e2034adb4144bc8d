//! Workbooks, made by other programs and by nobody's program: what is read, and what is refused.

#![cfg(all(feature = "reader", feature = "writer"))]

mod damage;

use std::io::{Cursor, Write};

use caremail::intake::table::{CellKind, Table};
use caremail::intake::{OpenError, limits, open};
use damage::with_part;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn staff() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Staff").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Oak House staff", &Format::new()).unwrap();
    for (column, heading) in ["Name", "Mobile", "Started", "Left"].into_iter().enumerate() {
        sheet.write(2, column as u16, heading).unwrap();
    }
    sheet.write(3, 0, "Łucja O’Brien").unwrap();
    sheet.write(3, 1, 7_700_900_123_f64).unwrap();
    let day = ExcelDateTime::parse_from_str("2024-02-29").unwrap();
    sheet.write_with_format(3, 2, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    sheet.write(3, 3, 0.5).unwrap();
    sheet.write(5, 0, "Ben Jones").unwrap();
    sheet.write(5, 1, "07700 900124").unwrap();
    let rota = book.add_worksheet().set_name("Rota").unwrap();
    rota.write(0, 0, "Monday").unwrap();
    rota.set_hidden(true);
    book.save_to_buffer().unwrap()
}

/// A zip of these parts.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn texts(table: &Table, sheet: usize) -> Vec<(u32, Vec<&str>)> {
    table.sheets[sheet]
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(|cell| cell.text.as_str()).collect()))
        .collect()
}

#[test]
fn a_time_is_read_as_a_time_and_stays_with_its_day() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (number, format)) in
        [(0.5, "hh:mm"), (45_351.75, "dd/mm/yyyy hh:mm"), (45_351.0, "dd/mm/yyyy")].into_iter().enumerate()
    {
        sheet.write_with_format(row as u32, 0, number, &Format::new().set_num_format(format)).unwrap();
    }
    let table = open(&book.save_to_buffer().unwrap()).unwrap();
    let read: Vec<&str> = texts(&table, 0).into_iter().map(|(_, cells)| cells[0]).collect();
    assert_eq!(read, ["12:00:00", "2024-02-29 18:00:00", "2024-02-29"]);
}

#[test]
fn cells_are_read_where_they_stand_and_as_they_show() {
    let table = open(&staff()).unwrap();
    assert_eq!(
        texts(&table, 0),
        [
            (1, vec!["Oak House staff"]),
            (3, vec!["Name", "Mobile", "Started", "Left"]),
            (4, vec!["Łucja O’Brien", "7700900123", "2024-02-29", "0.5"]),
            (6, vec!["Ben Jones", "07700 900124"]),
        ]
    );
    let kinds: Vec<CellKind> = table.sheets[0].rows[2].cells.iter().map(|cell| cell.kind).collect();
    assert_eq!(kinds, [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Number]);
    assert_eq!(table.sheets[0].empty_rows, 2);
    let sheets: Vec<(&str, bool)> = table.sheets.iter().map(|s| (s.name.as_str(), s.hidden)).collect();
    assert_eq!(sheets, [("Staff", false), ("Rota", true)]);
}

#[test]
fn one_cell_in_the_last_corner_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Name").unwrap();
    sheet.write(1_048_575, 0, "Anna").unwrap();
    sheet.write(1_048_575, 16_383, "far away").unwrap();
    let table = open(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(texts(&table, 0), [(1, vec!["Name"]), (1_048_576, vec!["Anna"])]);
}

#[test]
fn a_cell_far_away_in_an_old_workbook_is_refused_and_makes_no_room_for_all_between() {
    let mut book = include_bytes!("../cases/workbooks/staff.xls").to_vec();
    // The record of the dimensions: kind, length, then the first row and the one behind the last.
    let at = book.windows(4).position(|here| here == [0x00, 0x02, 14, 0]).unwrap();
    assert!(open(&book).is_ok());
    book[at + 8..at + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(open(&book), Err(OpenError::HoldsTooMuch));
}

#[test]
fn an_old_workbook_of_other_programs_is_read() {
    let books: [(&str, &[u8]); 2] = [
        ("SheetJS", include_bytes!("../cases/workbooks/sheetjs.xls")),
        ("LibreOffice", include_bytes!("../cases/workbooks/libreoffice.xls")),
    ];
    for (program, book) in books {
        let table = open(book).unwrap_or_else(|error| panic!("{program}: {error}"));
        assert_eq!(
            texts(&table, 0),
            [
                (1, vec!["Surname", "Forename", "E-mail address", "Mob no."]),
                (2, vec!["Smith", "Anna", "anna@example.org", "7700900123"]),
                (3, vec!["O’Brien", "Łucja", "lucja@example.org", "07700 900124"]),
                (5, vec!["Jones", "Ben", "ben@example.org", "0770090012"]),
            ],
            "{program}"
        );
    }
}

#[test]
fn a_chain_of_sectors_that_leads_back_into_itself_is_damage() {
    let mut book = include_bytes!("../cases/workbooks/libreoffice.xls").to_vec();
    let first = u32::from_le_bytes(*book[48..].first_chunk().unwrap());
    let table = u32::from_le_bytes(*book[76..].first_chunk().unwrap());
    // The sector of the directory is followed by itself.
    let at = 512 * (table as usize + 1) + 4 * first as usize;
    book[at..at + 4].copy_from_slice(&first.to_le_bytes());
    assert_eq!(open(&book), Err(OpenError::Damaged));
}

#[test]
fn a_telephone_number_under_a_format_for_days_is_a_number() {
    let mut book = Workbook::new();
    let format = Format::new().set_num_format("dd/mm/yyyy");
    book.add_worksheet().write_with_format(0, 0, 7_700_900_123_f64, &format).unwrap();
    let table = open(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(texts(&table, 0), [(1, vec!["7700900123"])]);
    assert_eq!(table.sheets[0].rows[0].cells[0].kind, CellKind::Number);
}

#[test]
fn a_workbook_without_its_usual_folder_is_read() {
    let book = staff();
    let mut old = zip::ZipArchive::new(Cursor::new(&book)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let mut content = Vec::new();
        std::io::copy(&mut file, &mut content).unwrap();
        let name = file.name().unwrap().replacen("xl/", "", 1);
        let content = String::from_utf8(content).unwrap().replace("Target=\"xl/", "Target=\"");
        new.start_file(&name, SimpleFileOptions::default()).unwrap();
        new.write_all(content.as_bytes()).unwrap();
    }
    let moved = new.finish().unwrap().into_inner();
    assert_eq!(open(&moved), open(&book));
}

#[test]
fn the_address_that_a_link_leads_to_is_read_where_its_text_is_none() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Email").unwrap();
    sheet.write_url_with_text(1, 0, "mailto:anna@example.org?subject=Hello", "Email Anna").unwrap();
    sheet.write_url_with_text(2, 0, "https://example.org/", "Website").unwrap();
    let table = open(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(texts(&table, 0), [(1, vec!["Email"]), (2, vec!["anna@example.org"]), (3, vec!["Website"])]);
}

#[test]
fn what_a_workbook_hides_and_strikes_out_is_known_in_each_kind() {
    let books: [(&str, &[u8]); 3] = [
        ("xlsx", include_bytes!("../cases/workbooks/hidden.xlsx")),
        ("xls", include_bytes!("../cases/workbooks/hidden.xls")),
        ("ods", include_bytes!("../cases/workbooks/hidden.ods")),
    ];
    for (kind, book) in books {
        let table = open(book).unwrap();
        // The program that made the last one had no window, and says of no sheet that it was open.
        assert_eq!(table.active_sheet, (kind != "ods").then_some(1), "{kind}");
        let sheet = &table.sheets[1];
        let rows: Vec<(bool, bool)> = sheet.rows.iter().map(|row| (row.is_hidden, row.is_struck)).collect();
        let shown = (false, false);
        assert_eq!(rows, [shown, shown, (true, false), (false, true), shown], "{kind}");
        let hidden: Vec<usize> = (0..4).filter(|column| sheet.hides_column(*column)).collect();
        assert_eq!(hidden, [1], "{kind}");
    }
}

#[test]
fn a_sheet_without_end_is_read_up_to_the_limit() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..12_000 {
        sheet.write(row, 199, 1).unwrap();
    }
    let table = open(&book.save_to_buffer().unwrap()).unwrap();
    assert!(table.sheets[0].cut_short);
    assert_eq!(table.sheets[0].rows.len(), limits::CELLS / 200);
}

#[test]
fn a_part_that_swells_is_not_swallowed() {
    let zeros = vec![b' '; 1 << 20];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default().large_file(true)).unwrap();
    for _ in 0..=limits::INFLATED_BYTES >> 20 {
        zip.write_all(&zeros).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 2_000_000);
    assert_eq!(open(&bomb), Err(OpenError::HoldsTooMuch));
}

#[test]
fn too_many_parts_are_too_many() {
    let names: Vec<String> = (0..=limits::ENTRIES).map(|n| format!("xl/{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(open(&zip(&parts)), Err(OpenError::HoldsTooMuch));
}

#[test]
fn what_is_no_workbook_says_what_it_is() {
    let letter = zip(&[("word/document.xml", b"<w/>")]);
    assert_eq!(open(&letter), Err(OpenError::NoSpreadsheet("a Word document")));
    let other = zip(&[("holiday.jpg", b"...")]);
    assert_eq!(open(&other), Err(OpenError::NoSpreadsheet("a zip of other files")));
    let sealed = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\x12\x34"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
    ]);
    assert_eq!(open(&sealed), Err(OpenError::Password));
}

#[test]
fn a_workbook_in_part_is_damaged() {
    let book = staff();
    for length in [30, 100, book.len() / 2, book.len() - 30] {
        assert_eq!(open(&book[..length]), Err(OpenError::Damaged), "{length} bytes of it");
    }
    let torn =
        with_part(&book, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"");
    assert_eq!(open(&torn), Err(OpenError::Damaged));
    assert_eq!(open(&with_part(&book, "xl/workbook.xml", b"")), Err(OpenError::Damaged));
}

#[test]
fn a_workbook_with_nothing_in_it_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(open(&book.save_to_buffer().unwrap()), Err(OpenError::Empty));
}
