//! Office's file of files from before 2007 (MS-CFB), as far as one stream needs it, and as calamine reads it: only
//! what leads to the stream is looked at. What says which sector follows which is longer than the file where SheetJS
//! wrote it, and ends chains where no sector is: who holds a file to the whole standard refuses it.

use encoding_rs::UTF_16LE;

/// The stream that is called by the first of these names that there is; `None` where the file is damaged or holds
/// no such stream.
///
/// What calamine follows without end, a chain of sectors that leads back into itself, is damage here.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let shift = u16_at(bytes, 30)?;
    if !matches!(shift, 9 | 12) {
        return None;
    }
    let sectors = Sectors { bytes: bytes.get(1 << shift..)?, size: 1 << shift };
    let table = sectors.table(bytes)?;
    let directory = sectors.chain(u32_at(bytes, 48)?, &table, usize::MAX)?;
    let entries = || directory.chunks_exact(128);
    let entry = names.iter().find_map(|name| entries().find(|entry| is_called(entry, name)))?;
    let (start, length) = (u32_at(entry, 116)?, length(entry)?);
    let (root, starts_small) = (entries().next()?, u32_at(bytes, 60)?);
    let holds_small = u32_at(bytes, 64)? > 0;
    let small_table =
        if holds_small { numbers(&sectors.chain(starts_small, &table, usize::MAX)?) } else { Vec::new() };
    let small_bytes = if holds_small {
        sectors.chain(u32_at(root, 116)?, &table, self::length(root)?)?
    } else {
        Vec::new()
    };
    if length < SMALL {
        Sectors { bytes: &small_bytes, size: 64 }.chain(start, &small_table, length)
    } else {
        sectors.chain(start, &table, length)
    }
}

/// Streams that are shorter stand in sectors of their own size, within a stream of the first entry.
const SMALL: usize = 4096;

/// A chain ends here.
const END: u32 = 0xffff_fffe;

/// From here on, numbers of sectors say what there is in place of one.
const NO_SECTOR: u32 = 0xffff_fffa;

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl Sectors<'_> {
    /// The sector; the last one of a file may be cut short.
    fn get(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_mul(self.size)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.size)?))
    }

    fn count(&self) -> usize {
        self.bytes.len().div_ceil(self.size)
    }

    /// Which sector follows which: the sectors that say so are listed in the header, and behind that in a chain.
    fn table(&self, header: &[u8]) -> Option<Vec<u32>> {
        let mut listed = numbers(header.get(76..512)?);
        let mut next = u32_at(header, 68)?;
        // Some programs write 0 where there is no such chain.
        let mut left = u32_at(header, 72)?;
        while next < NO_SECTOR && left > 0 {
            listed.extend(numbers(self.get(next)?));
            next = listed.pop()?;
            left -= 1;
            if listed.len() > 109 + self.count() + self.size {
                return None;
            }
        }
        let mut table = Vec::new();
        for number in listed.into_iter().filter(|number| *number < NO_SECTOR) {
            table.extend(numbers(self.get(number)?));
        }
        Some(table)
    }

    /// What the sectors from `start` on hold, up to `length` bytes.
    fn chain(&self, start: u32, table: &[u32], length: usize) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        let mut next = start;
        let mut left = self.count();
        while next != END && content.len() < length {
            left = left.checked_sub(1)?;
            content.extend(self.get(next)?.iter().take(length - content.len()));
            next = *table.get(next as usize)?;
        }
        Some(content)
    }
}

fn is_called(entry: &[u8], name: &str) -> bool {
    let text = UTF_16LE.decode(entry.get(..64).unwrap_or_default()).0;
    text.split('\0').next().is_some_and(|text| text.eq_ignore_ascii_case(name))
}

fn length(entry: &[u8]) -> Option<usize> {
    usize::try_from(u32_at(entry, 120)?).ok()
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_le_bytes(*pair))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
