//! Workbooks that were damaged: whatever comes of them, nothing of ours may panic.

use std::cell::Cell;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic;
use std::path::Path;
use std::sync::Once;
use std::thread;

use caremail::intake::{OpenError, open};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{staff, zip};

/// The workbook `book` with what stands in `part` replaced.
pub fn with_part(book: &[u8], part: &str, bytes: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let file = old.by_index(index).unwrap();
        if file.name().unwrap() == part {
            new.start_file(part, SimpleFileOptions::default()).unwrap();
            new.write_all(bytes).unwrap();
        } else {
            new.raw_copy_file(file).unwrap();
        }
    }
    new.finish().unwrap().into_inner()
}

thread_local! {
    /// Whether the last panic on this thread was in the project's own code.
    static IS_OURS: Cell<bool> = const { Cell::new(false) };
}

/// What became of damaged bytes.
enum Opened {
    /// They were read to the end.
    Whole,
    /// They were refused.
    Refused,
    /// A library panicked, far enough inside for that.
    BrokeLibrary,
}

/// Opens damaged bytes. Whatever comes of it, nothing of ours may panic. A library that they bring down takes
/// the reader with it, which the page is ready for.
fn open_damaged(bytes: Vec<u8>) -> Opened {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // Paths of our own are from the project's root; those of libraries begin elsewhere.
            IS_OURS.set(info.location().is_some_and(|at| at.file().starts_with("src")));
            if IS_OURS.get() || thread::current().name() != Some(DAMAGED) {
                before(info);
            }
        }));
    });
    let opening = move || match panic::catch_unwind(|| open(&bytes)) {
        Ok(Ok(_) | Err(OpenError::Empty)) => (Opened::Whole, false),
        Ok(Err(_)) => (Opened::Refused, false),
        Err(_) => (Opened::BrokeLibrary, IS_OURS.get()),
    };
    let opening = thread::Builder::new().name(DAMAGED.to_owned()).spawn(opening).unwrap();
    let (opened, is_our_panic) = opening.join().unwrap();
    assert!(!is_our_panic, "a panic of our own");
    opened
}

/// The thread that opens damaged bytes: what a library says there as it breaks is nobody's news.
const DAMAGED: &str = "damaged bytes";

/// One change to the bytes of a part.
#[derive(Debug, Clone)]
enum Change {
    /// Another byte in place of one.
    Byte(Index, u8),
    /// Another digit in place of one: a column, a count, a length.
    Digit(Index, u8),
    /// What stands between two of the marks taken out.
    Drop(Index, Index),
    /// The same, once more in another place.
    Repeat(Index, Index, Index),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let index = any::<Index>;
    let change = prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (index(), b'0'..=b'9').prop_map(|(at, digit)| Change::Digit(at, digit)),
        (index(), index()).prop_map(|(from, to)| Change::Drop(from, to)),
        (index(), index(), index()).prop_map(|(from, to, at)| Change::Repeat(from, to, at)),
    ];
    proptest::collection::vec(change, 1..5)
}

/// The bytes with these changes. `marks` finds where something begins: an element, a record.
fn changed(mut bytes: Vec<u8>, changes: &[Change], marks: fn(&[u8]) -> Vec<usize>) -> Vec<u8> {
    for change in changes {
        let marks = marks(&bytes);
        if marks.is_empty() {
            break;
        }
        // Neighbours: whole sheets are seldom lost, and rows often.
        let between = |from: &Index, to: &Index| {
            let from = from.index(marks.len());
            let to = (from + to.index(6)).min(marks.len() - 1);
            marks[from]..marks[to]
        };
        match change {
            Change::Byte(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Change::Digit(at, digit) => {
                let digits: Vec<usize> =
                    (0..bytes.len()).filter(|index| bytes[*index].is_ascii_digit()).collect();
                if !digits.is_empty() {
                    bytes[digits[at.index(digits.len())]] = *digit;
                }
            }
            Change::Drop(from, to) => drop(bytes.drain(between(from, to))),
            Change::Repeat(from, to, at) => {
                let again = bytes[between(from, to)].to_vec();
                let at = marks[at.index(marks.len())];
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

/// Where the elements of an XML text begin.
fn elements(xml: &[u8]) -> Vec<usize> {
    (0..xml.len()).filter(|index| xml[*index] == b'<').collect()
}

/// Where the records of a part of a binary workbook begin (MS-XLSB 2.1.4).
fn xlsb_records(part: &[u8]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    while at < part.len() {
        starts.push(at);
        at += if part[at] & 0x80 == 0 { 1 } else { 2 };
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let Some(byte) = part.get(at) else { break };
            at += 1;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        at += length;
    }
    starts
}

fn part(book: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// Damages workbooks by `damaged`, and returns of how many in a hundred the cells were reached: they were read to
/// the end, or brought a library down.
fn reached<S: Strategy>(strategy: S, damaged: impl Fn(S::Value) -> Vec<u8>) -> usize {
    const CASES: u32 = 300;
    let reached = Cell::new(0);
    let mut runner = TestRunner::new(Config::with_cases(CASES));
    runner
        .run(&strategy, |changes| {
            if !matches!(open_damaged(damaged(changes)), Opened::Refused) {
                reached.set(reached.get() + 1);
            }
            Ok(())
        })
        .unwrap();
    reached.get() * 100 / CASES as usize
}

#[test]
fn a_part_of_an_xlsx_damaged_inside_ends_with_a_table_or_a_reason() {
    let book = staff();
    let parts = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
    let strategy = (proptest::sample::select(parts.to_vec()), changes());
    let reached = reached(strategy, |(name, changes)| {
        with_part(&book, name, &changed(part(&book, name), &changes, elements))
    });
    assert!(reached >= 25, "{reached} of 100 reach the cells");
}

#[test]
fn the_content_of_an_ods_damaged_inside_ends_with_a_table_or_a_reason() {
    let book = include_bytes!("../cases/workbooks/staff.ods");
    let name = "content.xml";
    let reached =
        reached(changes(), |changes| with_part(book, name, &changed(part(book, name), &changes, elements)));
    assert!(reached >= 15, "{reached} of 100 reach the cells");
}

#[test]
fn a_part_of_an_xlsb_damaged_inside_ends_with_a_table_or_a_reason() {
    let book = xlsb();
    let table = open(&book).unwrap();
    assert_eq!(table.sheets[0].rows.len(), 3, "the sound one is read");
    let parts = ["xl/worksheets/sheet1.bin", "xl/workbook.bin"];
    let strategy = (proptest::sample::select(parts.to_vec()), changes());
    let reached = reached(strategy, |(name, changes)| {
        with_part(&book, name, &changed(part(&book, name), &changes, xlsb_records))
    });
    assert!(reached >= 50, "{reached} of 100 reach the cells");
}

#[test]
fn the_records_of_an_xls_damaged_inside_end_with_a_table_or_a_reason() {
    let book = include_bytes!("../cases/workbooks/staff.xls");
    let records = xls_records(book);
    assert!(records.len() > 50, "{}", records.len());
    let change = (any::<Index>(), any::<Index>(), any::<u8>());
    let reached = reached(proptest::collection::vec(change, 1..8), |changes| {
        let mut book = book.to_vec();
        for (record, at, byte) in changes {
            let content = records[record.index(records.len())].clone();
            if !content.is_empty() {
                book[content.start + at.index(content.len())] = byte;
            }
        }
        book
    });
    assert!(reached >= 80, "{reached} of 100 reach the cells");
}

#[test]
fn what_is_reported_of_calamine_ends_the_reader_at_most_and_takes_neither_memory_nor_time() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/upstream-calamine");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut broken = Vec::new();
    let mut refused = Vec::new();
    for path in files.filter(|path| path.extension().is_some_and(|end| end != "py")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match open_damaged(fs::read(&path).unwrap()) {
            Opened::BrokeLibrary => broken.push(name),
            Opened::Refused => refused.push(name),
            Opened::Whole => {}
        }
    }
    // What would end the whole program, or never end, is seen before calamine is.
    for number in ["01", "06", "07"] {
        assert!(refused.iter().any(|name| name.starts_with(number)), "{number}: {refused:?}");
    }
    // What is left is to be reported; once it is mended there, the report goes.
    assert!(!broken.is_empty(), "{refused:?}");
    let report = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/upstream-calamine.md"));
    let report = report.unwrap();
    assert!(broken.iter().chain(&refused).all(|name| report.contains(name.as_str())));
}

/// Where the contents of the records of the stream "Workbook" stand in the file (MS-XLS 2.1.4). It lies in one
/// piece there.
fn xls_records(book: &[u8]) -> Vec<std::ops::Range<usize>> {
    const BOF: &[u8] = &[0x09, 0x08, 0x10, 0x00, 0x00, 0x06];
    let mut at = book.windows(BOF.len()).position(|here| here == BOF).unwrap();
    let mut records = Vec::new();
    let mut ends = 0;
    // The globals of the workbook end with an EOF, and the sheet with another.
    while ends < 2 {
        let length = usize::from(u16::from_le_bytes([book[at + 2], book[at + 3]]));
        ends += usize::from(book[at..at + 2] == [0x0a, 0x00]);
        records.push(at + 4..at + 4 + length);
        at += 4 + length;
    }
    records
}

/// A binary workbook of one sheet (MS-XLSB), made here: few programs write one.
fn xlsb() -> Vec<u8> {
    fn record(kind: u16, content: &[u8]) -> Vec<u8> {
        let mut bytes =
            if kind < 0x80 { vec![kind as u8] } else { vec![(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8] };
        assert!(content.len() < 0x80);
        bytes.push(content.len() as u8);
        bytes.extend(content);
        bytes
    }
    fn wide(text: &str) -> Vec<u8> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let length = (units.len() as u32).to_le_bytes();
        length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
    }
    let cell = |column: u32| [column.to_le_bytes(), [0; 4]].concat();
    let words = |column, text: &str| record(6, &[cell(column), wide(text)].concat());
    let number = |column, number: f64| record(5, &[cell(column), number.to_le_bytes().to_vec()].concat());
    let row = |row: u32| record(0, &[row.to_le_bytes().to_vec(), vec![0; 13]].concat());

    let bundle = [&[0, 0, 0, 0, 1, 0, 0, 0][..], &wide("rId1"), &wide("Staff")].concat();
    let workbook =
        [record(131, &[]), record(143, &[]), record(156, &bundle), record(144, &[]), record(132, &[])];
    let mut sheet = [record(129, &[]), record(148, &[0; 16]), record(145, &[])].concat();
    sheet.extend([row(0), words(0, "Name"), words(1, "Mobile"), words(2, "Email")].concat());
    sheet.extend(
        [row(1), words(0, "Łucja O’Brien"), number(1, 7_700_900_123.0), words(2, "l@example.org")].concat(),
    );
    // A short cell stands right behind the one before it (BrtShortReal).
    sheet.extend(
        [
            row(2),
            words(0, "Ben Jones"),
            record(16, &[&[0; 4][..], &7_700_900_124_f64.to_le_bytes()].concat()),
        ]
        .concat(),
    );
    sheet.extend([record(146, &[]), record(130, &[])].concat());
    let relations =
        br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    zip(&[
        ("xl/workbook.bin", &workbook.concat()),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

proptest! {
    #![proptest_config(Config::with_cases(300))]

    #[test]
    fn a_workbook_with_bytes_changed_ends_with_a_table_or_a_reason(
        changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..20),
    ) {
        let mut book = staff();
        for (at, byte) in changes {
            let at = at.index(book.len());
            book[at] = byte;
        }
        open_damaged(book);
    }

    #[test]
    fn bytes_at_random_end_with_a_table_or_a_reason(
        start in proptest::sample::select(vec![&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]),
        bytes in proptest::collection::vec(any::<u8>(), 0..2000),
    ) {
        open_damaged([start, &bytes].concat());
    }
}
