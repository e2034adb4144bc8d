//! Small files that say large things: what is read of them is bounded, and so is what is said of it.
#![cfg(feature = "reader")]

use std::fs;
use std::path::Path;

use caremail::intake::import_session::ImportSession;
use caremail::intake::limits;
use caremail::intake::preview::{Preview, PreviewRequest};
use caremail::intake::{OpenError, open};
use caremail::settings::Settings;

fn case(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/hostile").join(name)).unwrap()
}

fn checked(bytes: &[u8]) -> Preview {
    let mut session = ImportSession::open(bytes, Settings::default()).unwrap();
    session.check(&PreviewRequest::default(), &mut |_| ())
}

/// How much there is to draw: characters, and places for them.
fn drawn(preview: &Preview) -> (usize, usize) {
    let said = serde_json::to_string(preview).unwrap();
    (said.len(), preview.sheets.len() + preview.columns.len() + preview.rows.len() + preview.left_out.len())
}

#[test]
fn a_workbook_of_thousands_of_sheets_is_read_up_to_a_number_and_says_so() {
    for name in ["22-tables-65000.ods", "22-tables-300000.ods"] {
        let preview = checked(&case(name));
        assert_eq!(preview.sheets.len(), limits::SHEETS);
        assert!(preview.summary.iter().any(|line| line.contains("500 sheets")), "{:?}", preview.summary);
        let (characters, places) = drawn(&preview);
        assert!(characters < 100_000 && places < 1_000, "{characters} characters, {places} places");
    }
}

#[test]
fn a_long_cell_that_stands_everywhere_is_kept_up_to_a_number_of_bytes() {
    let table = open(&case("20-repeat-cells-1000-chars.ods")).unwrap();
    let cells = table.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    assert!(cells.map(|cell| cell.text.len()).sum::<usize>() <= limits::TEXT_BYTES);
    assert!(table.sheets.iter().any(|sheet| sheet.cut_short));
    let preview = checked(&case("20-repeat-cells-1000-chars.ods"));
    let (characters, _) = drawn(&preview);
    assert!(characters < 1_000_000, "{characters} characters");
    assert!(
        preview.columns.iter().all(|column| column.heading.chars().count() <= limits::SHOWN_CHARACTERS + 1)
    );
}

#[test]
fn a_far_cell_on_every_sheet_is_refused() {
    assert_eq!(open(&case("80-far-cell-4-sheets.xls")).unwrap_err(), OpenError::HoldsTooMuch);
}

#[test]
fn a_long_name_of_a_sheet_is_cut() {
    let text = |name: &str| {
        format!(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"{name}\"><Table>\
             <Row><Cell><Data ss:Type=\"String\">Name</Data></Cell><Cell><Data ss:Type=\"String\">Email</Data></Cell></Row>\
             <Row><Cell><Data ss:Type=\"String\">Anna Smith</Data></Cell><Cell><Data ss:Type=\"String\">a@example.org</Data></Cell></Row>\
             </Table></Worksheet></Workbook>"
        )
    };
    let preview = checked(text(&"é".repeat(5_000)).as_bytes());
    assert_eq!(preview.people, 1);
    assert_eq!(preview.sheets[0].name.chars().count(), limits::SHEET_NAME_CHARACTERS);
}
