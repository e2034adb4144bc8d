//! What a file is, by its first bytes: names lie, and the ends of names more so.

use super::open_error::OpenError;

/// What kind of file can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A zip: a workbook of today, if its parts are those of one.
    Zip,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A web page, or a workbook in the XML of Excel 2003.
    Markup,
    /// Anything else is taken for a text until it turns out to be none.
    Text,
}

/// What `bytes` are.
///
/// # Errors
/// Says what they are, where that is no list.
pub(super) fn file_kind(bytes: &[u8]) -> Result<FileKind, OpenError> {
    const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let is_picture = |start: &[u8]| {
        [&b"\x89PNG"[..], b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"]
            .iter()
            .any(|m| start.starts_with(m))
            || start.get(8..12) == Some(b"WEBP")
            || start.get(4..8) == Some(b"ftyp")
    };
    match bytes {
        [] => Err(OpenError::Empty),
        _ if bytes.starts_with(b"PK\x03\x04") => Ok(FileKind::Zip),
        _ if bytes.starts_with(b"PK") && bytes.get(2).is_some_and(|b| *b < 9) => Err(OpenError::Damaged),
        _ if bytes.starts_with(COMPOUND) => compound(bytes),
        _ if bytes.starts_with(b"%PDF") => Err(OpenError::NoSpreadsheet("a PDF")),
        _ if bytes.starts_with(b"{\\rtf") => Err(OpenError::NoSpreadsheet("a letter")),
        _ if is_google_link(bytes) => Err(OpenError::GoogleLink),
        _ if is_picture(bytes) => Err(OpenError::NoSpreadsheet("a picture")),
        // Workbooks from before 1997 are a bare stream of records.
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, _, 0x00, ..] => {
            Err(OpenError::OtherSpreadsheet("a workbook of a very old Excel"))
        }
        _ if is_lock_file(bytes) => Err(OpenError::LockFile),
        _ => markup(bytes),
    }
}

/// What Google Drive keeps on a computer in place of a sheet: a few words in JSON.
fn is_google_link(bytes: &[u8]) -> bool {
    let has = |word: &[u8]| bytes.windows(word.len()).any(|here| here == word);
    bytes.len() < 2048 && bytes.trim_ascii_start().starts_with(b"{") && has(b"\"doc_id\"")
}

/// What Office keeps beside a document while that is open: the name of who opened it, once in one byte a letter and
/// once in two. LibreOffice writes a line of names and ends it with a day.
fn is_lock_file(bytes: &[u8]) -> bool {
    let is_of_office = |length: u8| {
        let length = usize::from(length);
        (1..=54).contains(&length)
            && (100..=600).contains(&bytes.len())
            && bytes.get(55..).is_some_and(|twice| {
                twice.iter().take(2 * length).filter(|byte| **byte == 0).count() >= length
            })
            && bytes.get(1..=length).is_some_and(|name| name.iter().all(|byte| *byte >= b' '))
    };
    let is_of_libre_office = bytes.len() < 600
        && bytes.starts_with(b",")
        && bytes.ends_with(b";")
        && bytes.iter().filter(|b| **b == b',').count() >= 4;
    bytes.first().is_some_and(|length| *length < b' ' && is_of_office(*length)) || is_of_libre_office
}

/// Office's file of files from before 2007, known by the names of what it holds.
fn compound(bytes: &[u8]) -> Result<FileKind, OpenError> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|here| here == name)
    };
    if holds("EncryptedPackage") {
        Err(OpenError::Password)
    } else if holds("Workbook") || holds("Book") {
        Ok(FileKind::Xls)
    } else if holds("WordDocument") {
        Err(OpenError::NoSpreadsheet("a Word document"))
    } else if holds("PowerPoint Document") {
        Err(OpenError::NoSpreadsheet("a PowerPoint presentation"))
    } else {
        Err(OpenError::Damaged)
    }
}

/// Web pages and XML that go by a spreadsheet's name: programs export them so.
fn markup(bytes: &[u8]) -> Result<FileKind, OpenError> {
    let start = bytes.get(..2048).unwrap_or(bytes);
    let start =
        String::from_utf8_lossy(start).trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    // A list may well begin with an address or a note in tags: then there are cells beside it.
    let first_line = start.lines().next().unwrap_or_default();
    let is_list =
        !start.starts_with("<?") && !start.starts_with("<!") && first_line.contains([',', ';', '\t']);
    if !start.starts_with('<') {
        Ok(FileKind::Text)
    } else if start.contains("schemas-microsoft-com:office:spreadsheet")
        || ["<!doctype html", "<html", "<table", "<meta", "<head"].iter().any(|tag| start.starts_with(tag))
    {
        Ok(FileKind::Markup)
    } else if is_list {
        Ok(FileKind::Text)
    } else {
        Err(OpenError::NoSpreadsheet("XML"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compound_file(name: &str) -> Vec<u8> {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    }

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        assert_eq!(file_kind(b"PK\x03\x04..."), Ok(FileKind::Zip));
        assert_eq!(file_kind(&compound_file("Workbook")), Ok(FileKind::Xls));
        assert_eq!(file_kind(b"Name,Mobile"), Ok(FileKind::Text));
        assert_eq!(file_kind(b"\xff\xfeN\0a\0"), Ok(FileKind::Text));
        assert_eq!(file_kind(b"<anna@example.org>,Anna\n"), Ok(FileKind::Text));
        assert_eq!(file_kind(b" <html><table>"), Ok(FileKind::Markup));
        assert_eq!(file_kind(b"<meta content=\"text/html; charset=utf-8\">"), Ok(FileKind::Markup));
        let xml = b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        assert_eq!(file_kind(xml), Ok(FileKind::Markup));
    }

    #[test]
    fn the_file_beside_an_open_workbook_is_known() {
        let mut bytes = vec![b' '; 55];
        bytes[0] = 12;
        bytes[1..13].copy_from_slice(b"Helen Dawson");
        bytes.extend([12, 0]);
        bytes.extend(
            "Helen Dawson                                          "
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        assert_eq!(file_kind(&bytes), Err(OpenError::LockFile));
        assert_eq!(
            file_kind(b",helen,PC,25.11.2026 12:00,file:///home/helen/.config;"),
            Err(OpenError::LockFile)
        );
    }

    #[test]
    fn what_is_no_list_is_named() {
        for (bytes, expected) in [
            (&b""[..], OpenError::Empty),
            (b"PK\x05\x06", OpenError::Damaged),
            (b"%PDF-1.7", OpenError::NoSpreadsheet("a PDF")),
            (b"\x89PNG\r\n", OpenError::NoSpreadsheet("a picture")),
            (b"\0\0\0\x18ftypheic", OpenError::NoSpreadsheet("a picture")),
            (b"{\"url\":\"https://docs.google.com\",\"doc_id\":\"1AbC\"}", OpenError::GoogleLink),
            (b"<note/>", OpenError::NoSpreadsheet("XML")),
        ] {
            assert_eq!(file_kind(bytes), Err(expected));
        }
        assert_eq!(file_kind(&compound_file("EncryptedPackage")), Err(OpenError::Password));
        assert_eq!(
            file_kind(&compound_file("WordDocument")),
            Err(OpenError::NoSpreadsheet("a Word document"))
        );
    }
}
