//! What holds whatever comes in. The fuzz targets ask it of what a fuzzer makes up, and `tests/fuzzed.rs` of their
//! seeds and past findings, on stable Rust.

use std::io::{Cursor, Write};

use caremail::documents::save;
use caremail::fields::{Email, Field, FieldError, LocationId, Mobile, OdsCode, PersonName, Postcode};
use caremail::intake::import_session::ImportSession;
use caremail::intake::limits;
use caremail::intake::meaning::Meaning;
use caremail::intake::preview::{Preview, PreviewRequest};
use caremail::json::Json;
use caremail::protocol::{
    FromWorker, ReaderRequest, ReaderResponse, ToWorker, WriterRequest, decode_table, encode_table,
};
use caremail::settings::Settings;
use serde::Serialize;
use serde::de::DeserializeOwned;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Every field reads any text, and what it keeps reads as itself, without repair.
pub fn fields(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    field::<Email>(text);
    field::<LocationId>(text);
    field::<Mobile>(text);
    field::<OdsCode>(text);
    field::<PersonName>(text);
    field::<Postcode>(text);
}

fn field<F: Field>(text: &str) {
    match text.parse::<F>() {
        Ok(value) => {
            let kept = value.to_string();
            let again = kept.parse::<F>().unwrap_or_else(|error| panic!("{kept:?} of {text:?}: {error}"));
            assert_eq!(again.to_string(), kept, "{text:?}");
            assert!(again.repair().is_none(), "{text:?} is repaired twice");
            assert_eq!(again.doubts(), value.doubts(), "{text:?}");
        }
        Err(error) => assert!(error.is_empty() || !error.to_string().is_empty()),
    }
}

/// Any text is a list of people, or a sentence that says why not.
pub fn csv(bytes: &[u8]) {
    list(bytes, None);
}

/// Any bytes are a workbook, or a sentence. The first byte says what the others are made into: the cells of a
/// workbook of today, those of an OpenDocument one, or the file itself.
pub fn workbook(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind {
        b'x' => list(&xlsx(rest), None),
        b'o' => list(&zipped(&[("mimetype", ODS), ("content.xml", rest)]), None),
        _ => list(bytes, None),
    }
}

/// Whatever the page asks of a list, columns keep one meaning each, and only people are taken. The first line says
/// what is asked, the others are the list.
pub fn columns(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (asked, text) = bytes.split_at(end);
    let at = |index: usize| asked.get(index).copied().unwrap_or(0);
    let number = |index| usize::from(at(index) % 40);
    let columns = asked.iter().skip(4).map(|byte| Meaning::ALL[usize::from(*byte) % Meaning::ALL.len()]);
    let request = PreviewRequest {
        sheets: if at(0) % 4 == 3 { vec![number(0)] } else { Vec::new() },
        columns: columns.collect(),
        swap_names: at(1) % 2 == 1,
        add: vec![number(2)],
        from: number(3),
        rows: (0..40).collect(),
    };
    list(text, Some(request));
}

fn list(bytes: &[u8], request: Option<PreviewRequest>) {
    let mut session = match ImportSession::open(bytes, Settings::default()) {
        Ok(session) => session,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let first = session.preview(&PreviewRequest::default());
    is_bounded(&first);
    let request = request.unwrap_or_else(|| PreviewRequest { rows: (0..40).collect(), ..first.request() });
    let checked = session.check(&request, &mut |_| ());
    is_bounded(&checked);
    for meaning in Meaning::ALL.into_iter().filter(|meaning| !meaning.may_repeat()) {
        let count = checked.columns.iter().filter(|column| column.meaning == meaning).count();
        assert!(count <= 1, "{count} columns are {meaning:?}");
    }
    let taken = session.take(&request);
    assert!(taken.len() <= request.rows.len());
    assert!(taken.iter().all(|taken| taken.number > 0));
    session.annotated(&request, &mut |_| ());
}

/// What the page has to draw stays within bounds.
fn is_bounded(preview: &Preview) {
    assert!(preview.sheets.len() <= limits::SHEETS);
    assert!(preview.sheets.iter().all(|sheet| sheet.name.chars().count() <= limits::SHEET_NAME_CHARACTERS));
    assert!(preview.columns.len() <= limits::COLUMNS.max(45));
    assert!(
        preview.columns.iter().all(|column| column.heading.chars().count() <= limits::SHOWN_CHARACTERS + 1)
    );
    let notes = preview.rows.iter().flat_map(|row| &row.notes);
    assert!(notes.into_iter().all(|note| note.message.chars().count() <= limits::SENTENCE_CHARACTERS + 1));
    assert!(preview.proposed.len() <= preview.people);
}

/// Any text is a saved file, or a sentence; what it holds is saved and opened again as it is.
pub fn save(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match save::open::<Text>(text) {
        Ok(application) => {
            let once = serde_json::to_string(&save::SaveFile::of(&application)).unwrap();
            let again = save::open::<Text>(&once).unwrap_or_else(|error| panic!("{once}: {error}"));
            let twice = serde_json::to_string(&save::SaveFile::of(&again)).unwrap();
            assert_eq!(once, twice);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// JSON, as the page's own parser reads it.
struct Text(serde_json::Value);

impl Json for Text {
    fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Text)
    }

    fn read<T: DeserializeOwned>(&self) -> Result<T, String> {
        serde_json::from_value(self.0.clone()).map_err(|error| error.to_string())
    }

    // Of saved files nobody asks it.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

/// What page and workers say to each other is read or refused, and arrives as it was sent.
pub fn messages(bytes: &[u8]) {
    if let Some(rows) = decode_table(bytes) {
        assert_eq!(encode_table(&rows).and_then(|bytes| decode_table(&bytes)), Some(rows));
    }
    message::<ToWorker<ReaderRequest>>(bytes);
    message::<ToWorker<WriterRequest>>(bytes);
    message::<FromWorker<ReaderResponse>>(bytes);
}

fn message<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(bytes: &[u8]) {
    if let Ok(message) = serde_json::from_slice::<T>(bytes) {
        let sent = serde_json::to_string(&message).unwrap();
        assert_eq!(serde_json::from_str::<T>(&sent).unwrap(), message);
    }
}

/// Any address is a screen, whose own address leads to it.
#[cfg(feature = "app")]
pub fn fragments(bytes: &[u8]) {
    use caremail::app::router::Route;
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(route) = Route::parse(text) {
        assert_eq!(Route::parse(&route.href()), Some(route), "{text:?}");
    }
}

const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A workbook of today with this sheet.
fn xlsx(sheet: &[u8]) -> Vec<u8> {
    let types = b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let book = b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Staff\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let relations = b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", types),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
