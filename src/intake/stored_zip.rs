//! A workbook's zip, put together anew: where calamine needs a part to be, or to hold, what it does not.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The content of one part of a zip.
pub(super) fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    zip.by_index(index).ok()?.read_to_end(&mut content).ok()?;
    Some(content)
}

/// A zip of parts that are not compressed (PKWARE, APPNOTE 6.3, 4.3.7 to 4.3.16). The one of the crate `zip`
/// brings every way to compress: a third of the reader.
#[derive(Default)]
pub(super) struct StoredZip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    parts: u16,
}

impl StoredZip {
    /// Puts a part in; `None` for what is too large for a zip of this kind.
    pub fn push(&mut self, name: &str, content: &[u8]) -> Option<()> {
        let offset = u32::try_from(self.bytes.len()).ok()?;
        let size = u32::try_from(content.len()).ok()?.to_le_bytes();
        let crc = crc32fast::hash(content).to_le_bytes();
        let name_length = u16::try_from(name.len()).ok()?.to_le_bytes();
        // Version 2.0, a name in UTF-8, stored, at no time of no day; sizes; nothing more to say.
        let header =
            [&[20, 0, 0, 8, 0, 0, 0, 0, 0, 0][..], &crc, &size, &size, &name_length, &[0, 0]].concat();
        self.bytes.extend([b"PK\x03\x04", &header[..], name.as_bytes(), content].concat());
        let place = [&[0; 10][..], &offset.to_le_bytes()].concat();
        self.directory.extend([b"PK\x01\x02\x14\x00", &header[..], &place, name.as_bytes()].concat());
        self.parts = self.parts.checked_add(1)?;
        Some(())
    }

    /// The bytes of the zip; `None` where it is too large.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        let start = u32::try_from(self.bytes.len()).ok()?.to_le_bytes();
        let size = u32::try_from(self.directory.len()).ok()?.to_le_bytes();
        let parts = self.parts.to_le_bytes();
        self.bytes.append(&mut self.directory);
        self.bytes.extend([b"PK\x05\x06\0\0\0\0", &parts[..], &parts, &size, &start, &[0, 0]].concat());
        Some(self.bytes)
    }
}

/// The workbook with its parts in the folder `xl`, where calamine looks for them; `None` where they are there, or it
/// is none. The format names no folder, and not every program chooses that one (ECMA-376, part 2, 9.3).
pub(super) fn with_folder(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names: Vec<String> = (0..zip.len())
        .map(|index| {
            zip.by_index(index).ok()?.name().ok().map(|name| name.trim_start_matches('/').to_owned())
        })
        .collect::<Option<_>>()?;
    let folder = names.iter().find_map(|name| name.strip_suffix("workbook.xml"))?.to_owned();
    if folder == "xl/" {
        return None;
    }
    let mut whole = StoredZip::default();
    for (index, name) in names.iter().enumerate() {
        let content = part(&mut zip, index)?;
        let is_of_package = name == "_rels/.rels" || name.starts_with("docProps/") || name.starts_with('[');
        let moved = name.strip_prefix(&folder).filter(|_| !is_of_package);
        let moved = moved.map_or_else(|| name.clone(), |rest| format!("xl/{rest}"));
        let content = match String::from_utf8(content) {
            Ok(relations) if name == "_rels/.rels" => relations
                .replace(&format!("Target=\"/{folder}workbook.xml"), "Target=\"xl/workbook.xml")
                .replace(&format!("Target=\"{folder}workbook.xml"), "Target=\"xl/workbook.xml")
                .into_bytes(),
            Ok(relations) if name.ends_with(".rels") => {
                relations.replace(&format!("Target=\"/{folder}"), "Target=\"/xl/").into_bytes()
            }
            Ok(text) => text.into_bytes(),
            Err(other) => other.into_bytes(),
        };
        whole.push(&moved, &content)?;
    }
    whole.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_of_parts_opens_again() {
        let mut parts = StoredZip::default();
        let given =
            [("xl/workbook.bin", b"one".to_vec()), ("xl/Łódź.bin", vec![0; 70_000]), ("empty", vec![])];
        for (name, content) in &given {
            parts.push(name, content).unwrap();
        }
        let bytes = parts.finish().unwrap();
        let mut zip = ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
        assert_eq!(zip.len(), given.len());
        for (index, (name, content)) in given.iter().enumerate() {
            assert_eq!(zip.by_index(index).unwrap().name().unwrap(), *name);
            assert_eq!(part(&mut zip, index).as_ref(), Some(content));
        }
    }
}
