//! The encodings that staff lists in England come in, behind the part of encoding_rs' interface that this project,
//! calamine, codepage and quick-xml call.
//!
//! encoding_rs holds every encoding of the web, and what it decodes Chinese, Japanese and Korean by is a third of all
//! that a person fetches before their list is opened. No list met so far was written in those older encodings: people
//! with such names save UTF-8, or workbooks, which are Unicode. Here they are known by name, and what is not ASCII in
//! them is U+FFFD, which the reader asks about. The tables are those of the Encoding Standard
//! (<https://encoding.spec.whatwg.org/>).

mod decoder;
mod tables;

use std::borrow::Cow;
use std::fmt;

pub use decoder::{Decoder, DecoderResult};

/// An encoding.
pub struct Encoding {
    name: &'static str,
    kind: Kind,
}

/// How bytes are read.
#[derive(Clone, Copy)]
enum Kind {
    Utf8,
    Utf16 {
        is_big_endian: bool,
    },
    /// A byte a character: those from 128 on.
    Table(&'static str),
    /// One whose table is left out.
    Unheld,
}

impl PartialEq for Encoding {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Encoding {}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoding {{ {} }}", self.name)
    }
}

impl Encoding {
    /// Its name in the Encoding Standard.
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// The encoding called `label`, in any case: its name in the Encoding Standard, or another that XML uses.
    pub fn for_label(label: &[u8]) -> Option<&'static Encoding> {
        let label = label.trim_ascii();
        let is = |name: &str| label.eq_ignore_ascii_case(name.as_bytes());
        let other = |name: &&str| ALIASES.iter().any(|(alias, of)| of == name && is(alias));
        ALL.iter().copied().find(|encoding| is(encoding.name) || other(&encoding.name))
    }

    /// The encoding that the bytes begin by naming, and the length of its mark.
    pub fn for_bom(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((UTF_8, 3)),
            [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
            [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
            _ => None,
        }
    }

    /// The text of the bytes in this encoding, or in that which they begin by naming; which of them it was; and
    /// whether anything could not be read.
    pub fn decode<'b>(&'static self, bytes: &'b [u8]) -> (Cow<'b, str>, &'static Encoding, bool) {
        let (encoding, mark) = Self::for_bom(bytes).unwrap_or((self, 0));
        let (text, is_spoilt) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        (text, encoding, is_spoilt)
    }

    /// The text of the bytes in this encoding, with U+FFFD for what could not be read; and whether there is any.
    pub fn decode_without_bom_handling<'b>(&'static self, bytes: &'b [u8]) -> (Cow<'b, str>, bool) {
        if let Some(text) = self.unchanged(bytes) {
            return (text.into(), false);
        }
        let mut decoder = self.new_decoder_without_bom_handling();
        let mut text = String::new();
        let mut is_spoilt = false;
        let mut rest = bytes;
        loop {
            let (result, read) = decoder.decode_all(rest, &mut text, true);
            rest = rest.get(read..).unwrap_or_default();
            match result {
                DecoderResult::Malformed(..) => {
                    text.push('\u{fffd}');
                    is_spoilt = true;
                }
                DecoderResult::InputEmpty | DecoderResult::OutputFull => return (text.into(), is_spoilt),
            }
        }
    }

    /// The text of the bytes in this encoding; `None` where anything cannot be read.
    pub fn decode_without_bom_handling_and_without_replacement<'b>(
        &'static self,
        bytes: &'b [u8],
    ) -> Option<Cow<'b, str>> {
        if let Some(text) = self.unchanged(bytes) {
            return Some(text.into());
        }
        let mut text = String::new();
        let (result, _) = self.new_decoder_without_bom_handling().decode_all(bytes, &mut text, true);
        (result == DecoderResult::InputEmpty).then(|| text.into())
    }

    /// The text in this encoding, or in UTF-8 where that is all it can be written in; which it is; and whether a
    /// character had to be left out, with a question mark in its place.
    pub fn encode<'t>(&'static self, text: &'t str) -> (Cow<'t, [u8]>, &'static Encoding, bool) {
        let Kind::Table(table) = self.kind else { return (text.as_bytes().into(), UTF_8, false) };
        let byte = |c: char| match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => Some(byte),
            _ => u8::try_from(table.chars().position(|above| above == c)? + 128).ok(),
        };
        let bytes: Vec<Option<u8>> = text.chars().map(byte).collect();
        let is_lossy = bytes.contains(&None);
        (bytes.into_iter().map(|byte| byte.unwrap_or(b'?')).collect(), self, is_lossy)
    }

    /// What reads the bytes piece by piece.
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::new(self)
    }

    /// The bytes as text, where they are that as they stand.
    fn unchanged<'b>(&self, bytes: &'b [u8]) -> Option<&'b str> {
        let is_as_it_stands = match self.kind {
            Kind::Utf8 => true,
            Kind::Utf16 { .. } => false,
            Kind::Table(_) | Kind::Unheld => bytes.is_ascii(),
        };
        if is_as_it_stands { std::str::from_utf8(bytes).ok() } else { None }
    }
}

/// Other names by which XML and old workbooks call them.
const ALIASES: [(&str, &str); 12] = [
    ("utf8", "UTF-8"),
    ("utf-16", "UTF-16LE"),
    ("us-ascii", "windows-1252"),
    ("ascii", "windows-1252"),
    ("iso-8859-1", "windows-1252"),
    ("latin1", "windows-1252"),
    ("iso-8859-9", "windows-1254"),
    ("cp1250", "windows-1250"),
    ("cp1251", "windows-1251"),
    ("cp1252", "windows-1252"),
    ("gb2312", "GBK"),
    ("mac", "macintosh"),
];

/// Names each encoding twice, as encoding_rs does: itself, and a reference to it.
macro_rules! encodings {
    ($($itself:ident $reference:ident $name:literal $kind:expr;)*) => {
        $(
            #[doc = $name]
            pub static $itself: Encoding = Encoding { name: $name, kind: $kind };
            #[doc = $name]
            pub static $reference: &Encoding = &$itself;
        )*

        static ALL: &[&Encoding] = &[$(&$itself),*];
    };
}

encodings! {
    UTF_8_INIT UTF_8 "UTF-8" Kind::Utf8;
    UTF_16LE_INIT UTF_16LE "UTF-16LE" Kind::Utf16 { is_big_endian: false };
    UTF_16BE_INIT UTF_16BE "UTF-16BE" Kind::Utf16 { is_big_endian: true };
    WINDOWS_1250_INIT WINDOWS_1250 "windows-1250" Kind::Table(tables::WINDOWS_1250);
    WINDOWS_1251_INIT WINDOWS_1251 "windows-1251" Kind::Table(tables::WINDOWS_1251);
    WINDOWS_1252_INIT WINDOWS_1252 "windows-1252" Kind::Table(tables::WINDOWS_1252);
    WINDOWS_1253_INIT WINDOWS_1253 "windows-1253" Kind::Table(tables::WINDOWS_1253);
    WINDOWS_1254_INIT WINDOWS_1254 "windows-1254" Kind::Table(tables::WINDOWS_1254);
    WINDOWS_1255_INIT WINDOWS_1255 "windows-1255" Kind::Table(tables::WINDOWS_1255);
    WINDOWS_1256_INIT WINDOWS_1256 "windows-1256" Kind::Table(tables::WINDOWS_1256);
    WINDOWS_1257_INIT WINDOWS_1257 "windows-1257" Kind::Table(tables::WINDOWS_1257);
    WINDOWS_1258_INIT WINDOWS_1258 "windows-1258" Kind::Table(tables::WINDOWS_1258);
    WINDOWS_874_INIT WINDOWS_874 "windows-874" Kind::Table(tables::WINDOWS_874);
    ISO_8859_2_INIT ISO_8859_2 "ISO-8859-2" Kind::Table(tables::ISO_8859_2);
    ISO_8859_3_INIT ISO_8859_3 "ISO-8859-3" Kind::Table(tables::ISO_8859_3);
    ISO_8859_4_INIT ISO_8859_4 "ISO-8859-4" Kind::Table(tables::ISO_8859_4);
    ISO_8859_5_INIT ISO_8859_5 "ISO-8859-5" Kind::Table(tables::ISO_8859_5);
    ISO_8859_6_INIT ISO_8859_6 "ISO-8859-6" Kind::Table(tables::ISO_8859_6);
    ISO_8859_7_INIT ISO_8859_7 "ISO-8859-7" Kind::Table(tables::ISO_8859_7);
    ISO_8859_8_INIT ISO_8859_8 "ISO-8859-8" Kind::Table(tables::ISO_8859_8);
    ISO_8859_10_INIT ISO_8859_10 "ISO-8859-10" Kind::Table(tables::ISO_8859_10);
    ISO_8859_13_INIT ISO_8859_13 "ISO-8859-13" Kind::Table(tables::ISO_8859_13);
    ISO_8859_14_INIT ISO_8859_14 "ISO-8859-14" Kind::Table(tables::ISO_8859_14);
    ISO_8859_15_INIT ISO_8859_15 "ISO-8859-15" Kind::Table(tables::ISO_8859_15);
    ISO_8859_16_INIT ISO_8859_16 "ISO-8859-16" Kind::Table(tables::ISO_8859_16);
    KOI8_R_INIT KOI8_R "KOI8-R" Kind::Table(tables::KOI8_R);
    KOI8_U_INIT KOI8_U "KOI8-U" Kind::Table(tables::KOI8_U);
    IBM866_INIT IBM866 "IBM866" Kind::Table(tables::IBM866);
    MACINTOSH_INIT MACINTOSH "macintosh" Kind::Table(tables::MACINTOSH);
    X_MAC_CYRILLIC_INIT X_MAC_CYRILLIC "x-mac-cyrillic" Kind::Table(tables::X_MAC_CYRILLIC);
    ISO_8859_8_I_INIT ISO_8859_8_I "ISO-8859-8-I" Kind::Table(tables::ISO_8859_8);
    GBK_INIT GBK "GBK" Kind::Unheld;
    GB18030_INIT GB18030 "gb18030" Kind::Unheld;
    BIG5_INIT BIG5 "Big5" Kind::Unheld;
    SHIFT_JIS_INIT SHIFT_JIS "Shift_JIS" Kind::Unheld;
    EUC_JP_INIT EUC_JP "EUC-JP" Kind::Unheld;
    ISO_2022_JP_INIT ISO_2022_JP "ISO-2022-JP" Kind::Unheld;
    EUC_KR_INIT EUC_KR "EUC-KR" Kind::Unheld;
    REPLACEMENT_INIT REPLACEMENT "replacement" Kind::Unheld;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_a_character_a_byte() {
        for encoding in ALL {
            if let Kind::Table(table) = encoding.kind {
                assert_eq!(table.chars().count(), 128, "{}", encoding.name);
            }
        }
    }

    #[test]
    fn names_are_read_as_they_were_written() {
        for (encoding, bytes, expected) in [
            (WINDOWS_1252, &b"Zo\xeb O\x92Neill"[..], "Zoë O’Neill"),
            (WINDOWS_1250, b"\xa3ucja Wi\x9cniewska", "Łucja Wiśniewska"),
            (WINDOWS_1251, b"\xc8\xe2\xe0\xed", "Иван"),
            (WINDOWS_1253, b"\xc5\xeb\xdd\xed\xe7", "Ελένη"),
            (WINDOWS_1257, b"R\xfbta", "Rūta"),
            (MACINTOSH, b"Zo\x91", "Zoë"),
            (UTF_16LE, b"Z\0o\0\xeb\0\x3d\xd8\x00\xde", "Zoë😀"),
            (UTF_16BE, b"\0Z\0o\0\xeb", "Zoë"),
            (UTF_8, "Zoë 张伟".as_bytes(), "Zoë 张伟"),
        ] {
            assert_eq!(encoding.decode_without_bom_handling(bytes), (expected.into(), false), "{encoding:?}");
            if matches!(encoding.kind, Kind::Table(_)) {
                assert_eq!(encoding.encode(expected), (bytes.into(), encoding, false));
            }
        }
        assert_eq!(WINDOWS_1252.encode("a\u{142}"), (b"a?"[..].into(), WINDOWS_1252, true));
    }

    #[test]
    fn what_cannot_be_read_is_marked() {
        for (encoding, bytes, expected) in [
            (UTF_8, &b"a\xffb\xe2\x82"[..], "a\u{fffd}b\u{fffd}"),
            (UTF_8, b"\xe2\x82a\xf0\x9f\x98", "\u{fffd}a\u{fffd}"),
            (UTF_8, b"\xed\xa0\x80", "\u{fffd}\u{fffd}\u{fffd}"),
            (UTF_16LE, b"a\0\x3d\xd8b\0", "a\u{fffd}b"),
            (UTF_16LE, b"\x00\xdea\0b", "\u{fffd}a\u{fffd}"),
            (WINDOWS_1253, b"a\xaa", "a\u{fffd}"),
            (SHIFT_JIS, b"a\x93\xfab", "a\u{fffd}\u{fffd}b"),
        ] {
            assert_eq!(encoding.decode_without_bom_handling(bytes), (expected.into(), true), "{encoding:?}");
            assert_eq!(encoding.decode_without_bom_handling_and_without_replacement(bytes), None);
        }
    }

    #[test]
    fn a_mark_in_front_tells_the_encoding() {
        assert_eq!(WINDOWS_1252.decode(b"\xff\xfea\0"), ("a".into(), UTF_16LE, false));
        assert_eq!(WINDOWS_1252.decode("\u{feff}ë".as_bytes()), ("ë".into(), UTF_8, false));
        assert_eq!(WINDOWS_1252.decode(b"\xeb"), ("ë".into(), WINDOWS_1252, false));
    }

    #[test]
    fn an_encoding_is_known_by_its_names() {
        for (label, expected) in
            [("UTF-8", UTF_8), ("utf8", UTF_8), (" ISO-8859-1", WINDOWS_1252), ("Windows-1250", WINDOWS_1250)]
        {
            assert_eq!(Encoding::for_label(label.as_bytes()), Some(expected));
        }
        assert_eq!(Encoding::for_label(b"x-nothing"), None);
    }

    #[test]
    fn text_in_pieces_reads_as_it_does_whole() {
        for (encoding, bytes) in [
            (UTF_8, "Zoë 张伟 😀".as_bytes().to_vec()),
            (UTF_16BE, "Zoë 😀".encode_utf16().flat_map(u16::to_be_bytes).collect()),
            (WINDOWS_1250, b"\xa3ucja".to_vec()),
        ] {
            let whole = encoding.decode_without_bom_handling(&bytes).0.into_owned();
            for piece in 1..=bytes.len() {
                let mut decoder = encoding.new_decoder_without_bom_handling();
                let mut read = Vec::new();
                let mut out = [0; 8];
                let pieces: Vec<&[u8]> = bytes.chunks(piece).collect();
                for (at, part) in pieces.iter().enumerate() {
                    let mut rest = *part;
                    loop {
                        let is_last = at + 1 == pieces.len();
                        let (result, taken, written) =
                            decoder.decode_to_utf8_without_replacement(rest, &mut out, is_last);
                        read.extend(&out[..written]);
                        rest = &rest[taken..];
                        match result {
                            DecoderResult::InputEmpty => break,
                            DecoderResult::OutputFull => {}
                            DecoderResult::Malformed(..) => panic!("{encoding:?} in pieces of {piece}"),
                        }
                    }
                }
                assert_eq!(String::from_utf8(read).unwrap(), whole, "{encoding:?} in pieces of {piece}");
            }
        }
    }
}
