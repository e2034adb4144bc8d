//! Binary workbooks (MS-XLSB), made ready for calamine. Some libraries leave the column out of a cell that
//! stands right behind another, as the format allows; Excel never does, and calamine passes such cells
//! over without a word. Here each is given its column.

use std::collections::HashMap;
use std::io::Cursor;

use zip::ZipArchive;

use super::stored_zip::{StoredZip, part};

/// The workbook with every cell saying its column; `None` where every cell does already, and where it
/// cannot be read, which calamine then says.
pub(super) fn with_columns(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut sheets = HashMap::new();
    for index in 0..zip.len() {
        let name = zip.by_index(index).ok()?.name().ok()?.into_owned();
        if name.starts_with("xl/worksheets/") {
            sheets.extend(written_out(&part(&mut zip, index)?).map(|records| (index, records)));
        }
    }
    if sheets.is_empty() {
        return None;
    }
    let mut whole = StoredZip::default();
    for index in 0..zip.len() {
        let name = zip.by_index(index).ok()?.name().ok()?.into_owned();
        let content = sheets.remove(&index).or_else(|| part(&mut zip, index))?;
        whole.push(&name, &content)?;
    }
    whole.finish()
}

/// A cell that says its column, up to the ones with a formula: BrtCellBlank to BrtFmlaError.
const WHOLE: std::ops::RangeInclusive<usize> = 1..=11;
/// A cell that does not: BrtShortBlank to BrtShortIsst. Each stands for one of [`WHOLE`], in order.
const SHORT: std::ops::RangeInclusive<usize> = 12..=18;

/// The records of a sheet with each short cell written out; `None` where there is none.
fn written_out(records: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(records.len());
    let mut column = 0_u32;
    let mut is_changed = false;
    let mut rest = records;
    while let Some((kind, behind)) = number_in_sevens(rest, 2) {
        let (length, behind) = number_in_sevens(behind, 4)?;
        let (content, behind) = behind.split_at_checked(length)?;
        if SHORT.contains(&kind) {
            column = column.wrapping_add(1);
            // BrtShortBlank, 12, is BrtCellBlank, 1, without its column.
            push_in_sevens(&mut whole, kind - 11);
            push_in_sevens(&mut whole, length + 4);
            whole.extend(column.to_le_bytes());
            whole.extend(content);
            is_changed = true;
        } else {
            if let (true, Some(number)) = (WHOLE.contains(&kind), content.first_chunk()) {
                column = u32::from_le_bytes(*number);
            }
            whole.extend(rest.get(..rest.len() - behind.len())?);
        }
        rest = behind;
    }
    is_changed.then_some(whole)
}

/// A number written in at most `most` bytes of seven bits each, and what stands behind it.
fn number_in_sevens(bytes: &[u8], most: usize) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (at, byte) in bytes.iter().take(most).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 || at + 1 == most {
            return Some((number, bytes.get(at + 1..)?));
        }
    }
    None
}

fn push_in_sevens(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record of this kind and content.
    fn record(kind: usize, content: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        push_in_sevens(&mut bytes, kind);
        push_in_sevens(&mut bytes, content.len());
        [bytes, content.to_vec()].concat()
    }

    #[test]
    fn a_cell_without_its_column_stands_behind_the_one_before() {
        let style = [0; 4];
        let long = [7; 200];
        let records = [
            record(0, &[1; 25]),
            record(7, &[3, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0]),
            record(18, &[style, [8, 0, 0, 0]].concat()),
            record(17, &[&style[..], &long].concat()),
            record(0x92, &[]),
        ]
        .concat();
        let whole = [
            record(0, &[1; 25]),
            record(7, &[3, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0]),
            record(7, &[4, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0]),
            record(6, &[&[5, 0, 0, 0, 0, 0, 0, 0], &long[..]].concat()),
            record(0x92, &[]),
        ]
        .concat();
        assert_eq!(written_out(&records), Some(whole.clone()));
        assert_eq!(written_out(&whole), None, "nothing is left to write out");
        assert_eq!(written_out(&records[..records.len() - 60]), None, "it breaks off");
    }
}
