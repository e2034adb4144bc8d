//! From the bytes of a text file to its text, whatever program wrote it.

/// The text that `bytes` hold, without a byte order mark; `None` where they are no text at all.
///
/// In order: UTF-8 or UTF-16 with a byte order mark; UTF-16 without one, known by the NUL in every
/// other place; UTF-8, where the bytes are just that; else Windows-1252, in which every byte stands
/// for something: a program from before Unicode wrote it. A NUL here or there, which some exports leave, is
/// nothing.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let pairs = bytes.len().min(LOOKED_AT) / 2;
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8_or_windows_1252(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match nuls(bytes) {
            (0, 0) => utf8_or_windows_1252(bytes),
            (even, odd) if odd > 8 * even && odd * 4 > pairs => utf16(bytes, u16::from_le_bytes),
            (even, odd) if even > 8 * odd && even * 4 > pairs => utf16(bytes, u16::from_be_bytes),
            (even, odd) if even + odd <= 2 + pairs / 25 => utf8_or_windows_1252(bytes),
            _ => return None,
        },
    };
    // Signs for devices that no text file of today holds, in number: pictures and programs have them.
    let start = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or(&text);
    let odd = start.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    let is_text = odd * 50 <= start.chars().count();
    is_text.then(|| if text.bytes().any(|byte| byte == 0) { text.replace('\0', "") } else { text })
}

/// How many bytes are looked at to see how a text is written.
const LOOKED_AT: usize = 4096;

/// How many bytes are 0 in even and in odd places.
fn nuls(bytes: &[u8]) -> (usize, usize) {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = start.iter().enumerate().filter(|(_, byte)| **byte == 0);
    zeros.fold((0, 0), |(even, odd), (at, _)| if at % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn utf8_or_windows_1252(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

/// What the bytes 0x80 to 0x9f stand for in Windows-1252 (WHATWG, Encoding Standard); elsewhere it is
/// Unicode's own first 256.
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_way_to_write_a_text_is_known_by_its_look() {
        let text = "First name,Mobile\r\nZoë,07700 900123\r\n";
        let with_mark = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with_mark(&[0xef, 0xbb, 0xbf], text.as_bytes().to_vec()),
            with_mark(&[0xff, 0xfe], utf16_bytes(text, u16::to_le_bytes)),
            with_mark(&[0xfe, 0xff], utf16_bytes(text, u16::to_be_bytes)),
            utf16_bytes(text, u16::to_le_bytes),
            utf16_bytes(text, u16::to_be_bytes),
            text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(text), "{bytes:?}");
        }
    }

    #[test]
    fn the_signs_that_windows_added_are_read() {
        assert_eq!(decode(b"O\x92Brien \x96 \x80").as_deref(), Some("O’Brien – €"));
    }

    #[test]
    fn a_stray_nul_is_nothing() {
        let text = format!("{}\0", "Anna,07700 900123\n".repeat(5));
        assert_eq!(decode(text.as_bytes()).as_deref(), Some(text.trim_end_matches('\0')));
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        let program: Vec<u8> = (0..=255).cycle().take(2000).collect();
        assert_eq!(decode(&program), None);
        assert_eq!(decode(&[0, 1, 0, 2, 1, 0, 0, 0]), None);
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(decode(b"").as_deref(), Some(""));
        assert_eq!(decode(&[0xff, 0xfe, 0x41]).as_deref(), Some(""), "half a character is left");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn every_text_of_letters_comes_back(text in "[ -~à-ſа-я一-十\n]{0,80}") {
            prop_assert_eq!(decode(text.as_bytes()).unwrap(), text);
        }
    }
}
