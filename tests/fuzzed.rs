//! What the fuzz targets ask, asked of their seeds, of everything they ever found, and of both with bytes changed.
#![cfg(feature = "reader")]

#[path = "../fuzz/src/properties.rs"]
mod properties;

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

/// The files a target begins from, and those that once made it fail.
fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut inputs = Vec::new();
    for folder in ["seeds", "crashes"] {
        let Ok(files) = fs::read_dir(fuzz.join(folder).join(target)) else { continue };
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        inputs.extend(files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())));
    }
    assert!(!inputs.is_empty(), "{target} has no seeds");
    inputs
}

/// Asks `property` of each input as it is, and `times` over with some bytes changed, cut or doubled.
fn ask(target: &str, times: usize, property: fn(&[u8])) {
    let mut number = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        number ^= number << 13;
        number ^= number >> 7;
        number ^= number << 17;
        usize::try_from(number >> 33).unwrap() % below.max(1)
    };
    for (path, bytes) in inputs(target) {
        let mut asked = vec![bytes.clone()];
        for _ in 0..times {
            let mut bytes = bytes.clone();
            for _ in 0..=next(4) {
                let at = next(bytes.len());
                match next(4) {
                    0 => bytes.truncate(at),
                    1 => bytes.extend_from_within(at..),
                    _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = next(256) as u8),
                }
            }
            asked.push(bytes);
        }
        for bytes in asked {
            let is_kept = panic::catch_unwind(|| property(&bytes)).is_ok();
            assert!(is_kept, "{}, changed to {:?}", path.display(), String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn fields_read_any_text() {
    ask("fields", 300, properties::fields);
}

#[test]
fn any_text_is_a_list_or_a_sentence() {
    ask("csv", 40, properties::csv);
}

#[test]
fn columns_keep_one_meaning_each_whatever_is_asked() {
    ask("columns", 100, properties::columns);
}

#[test]
fn what_is_saved_opens_as_it_was() {
    ask("save", 60, properties::save);
}

#[test]
fn messages_arrive_as_they_were_sent() {
    ask("messages", 200, properties::messages);
}

/// As they are only: changed, they are `tests/workbooks/damage.rs`, which tells a library's panic from ours.
#[test]
fn workbooks_are_read_or_refused() {
    ask("workbook", 0, properties::workbook);
}

#[cfg(feature = "app")]
#[test]
fn any_address_is_a_screen() {
    ask("fragments", 300, properties::fragments);
}
