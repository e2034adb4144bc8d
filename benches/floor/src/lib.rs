//! The floor of the benchmark of many sites: what a program in WebAssembly cannot do without. The csv crate cuts the
//! same bytes into cells, each field is looked at with the barest of checks, and hash tables find what comes twice. It
//! mends nothing, doubts nothing, and keeps nothing that could be shown.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use csv::{ByteRecord, ReaderBuilder};
use wasm_bindgen::prelude::wasm_bindgen;

/// Counts the rows of a list with the columns of `tests/sites/england.rs`: how many there are, how many have a value
/// that is not bare and right, how many have an address or a mobile that came before, and how many sites there are.
#[wasm_bindgen]
pub fn floor(bytes: &[u8]) -> Vec<u32> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
    let mut record = ByteRecord::new();
    let (mut rows, mut wrong, mut shared) = (0, 0, 0);
    let (mut emails, mut mobiles, mut sites) = (Table::default(), Table::default(), Table::default());
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let mobile = digits(cell(8));
        let is_right = is_location_id(cell(1))
            && is_postcode(cell(2))
            && is_ods_code(cell(3))
            && !cell(4).is_empty()
            && !cell(5).is_empty()
            && is_email(cell(7))
            && (7_000_000_000..8_000_000_000).contains(&mobile);
        let is_known = emails.insert(hash(cell(7)), rows).is_some() | mobiles.insert(mobile, rows).is_some();
        *sites.entry(hash(cell(0)) ^ hash(cell(2)).rotate_left(1)).or_default() += 1;
        wrong += u32::from(!is_right);
        shared += u32::from(is_known);
        rows += 1;
    }
    vec![rows, wrong, shared, u32::try_from(sites.len()).unwrap_or(u32::MAX)]
}

/// The digits of a mobile, without its 0 or its 44, as one number.
fn digits(cell: &[u8]) -> u64 {
    let cell = cell.strip_prefix(b"+44").unwrap_or(cell);
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit());
    digits.fold(0, |number: u64, digit| number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0')))
}

fn is_email(cell: &[u8]) -> bool {
    let at = cell.iter().position(|byte| *byte == b'@');
    at.and_then(|at| cell.get(at + 1..))
        .is_some_and(|domain| domain.contains(&b'.') && !domain.contains(&b'@'))
}

fn is_location_id(cell: &[u8]) -> bool {
    cell.strip_prefix(b"1-").is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
}

fn is_ods_code(cell: &[u8]) -> bool {
    cell.len() == 5 && cell.starts_with(b"V")
}

fn is_postcode(cell: &[u8]) -> bool {
    (6..=8).contains(&cell.len()) && cell.iter().rev().nth(2).is_some_and(u8::is_ascii_digit)
}

type Table = HashMap<u64, u32, BuildHasherDefault<Same>>;

fn hash(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let words = words.iter().chain([&last]).map(|word| u64::from_le_bytes(*word));
    words.fold(bytes.len() as u64, |hash, word| {
        (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// What is hashed already.
#[derive(Default)]
struct Same(u64);

impl Hasher for Same {
    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, word: u64) {
        self.0 = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
