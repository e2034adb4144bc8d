//! Bytes into text, piece by piece.

use crate::{Encoding, Kind};

/// Reads bytes that come in pieces.
pub struct Decoder {
    encoding: &'static Encoding,
    /// The characters of a table, those from 128 on.
    above: Vec<char>,
    /// The beginning of a character whose other bytes have not come yet.
    begun: Vec<u8>,
}

/// Where a piece of text ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecoderResult {
    /// All bytes are read.
    InputEmpty,
    /// There was no room for more text.
    OutputFull,
    /// Bytes that are no character: how many they were, and how many behind them are read.
    Malformed(u8, u8),
}

/// What stands at the beginning of some bytes.
enum Next {
    Character(char, usize),
    /// No character, of so many bytes.
    Nothing(usize),
    /// A character that goes on behind the bytes.
    Begun,
}

impl Decoder {
    pub(crate) fn new(encoding: &'static Encoding) -> Self {
        let above = match encoding.kind {
            Kind::Table(table) => table.chars().collect(),
            _ => Vec::new(),
        };
        Decoder { encoding, above, begun: Vec::new() }
    }

    /// What the bytes are in.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// The most bytes of text that so many bytes may come to.
    pub fn max_utf8_buffer_length_without_replacement(&self, bytes: usize) -> Option<usize> {
        bytes.checked_add(4)?.checked_mul(3)
    }

    /// Puts the text of `bytes` behind `text`, up to what is no character. Also how many bytes were read.
    pub fn decode_to_string_without_replacement(
        &mut self,
        bytes: &[u8],
        text: &mut String,
        is_last: bool,
    ) -> (DecoderResult, usize) {
        self.decode_all(bytes, text, is_last)
    }

    /// Puts the text of `bytes` into `out`, up to what is no character. Also how many bytes were read, and written.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        bytes: &[u8],
        out: &mut [u8],
        is_last: bool,
    ) -> (DecoderResult, usize, usize) {
        let mut written = 0;
        let (result, read) = self.each(bytes, is_last, &mut |c| {
            let Some(room) = out.get_mut(written..written + c.len_utf8()) else { return false };
            written += c.encode_utf8(room).len();
            true
        });
        (result, read, written)
    }

    pub(crate) fn decode_all(
        &mut self,
        bytes: &[u8],
        text: &mut String,
        is_last: bool,
    ) -> (DecoderResult, usize) {
        self.each(bytes, is_last, &mut |c| {
            text.push(c);
            true
        })
    }

    /// Hands each character on, until one is not taken or there is none.
    fn each(
        &mut self,
        bytes: &[u8],
        is_last: bool,
        take: &mut dyn FnMut(char) -> bool,
    ) -> (DecoderResult, usize) {
        let mut read = 0;
        // What was begun is made whole a byte at a time.
        while !self.begun.is_empty() {
            match self.next(&self.begun) {
                Next::Character(c, length) if take(c) => drop(self.begun.drain(..length)),
                Next::Character(..) => return (DecoderResult::OutputFull, read),
                Next::Nothing(length) => {
                    self.begun.drain(..length);
                    return (DecoderResult::Malformed(length as u8, 0), read);
                }
                Next::Begun => match bytes.get(read) {
                    Some(byte) => {
                        self.begun.push(*byte);
                        read += 1;
                    }
                    None if is_last => {
                        let length = self.begun.len();
                        self.begun.clear();
                        return (DecoderResult::Malformed(length as u8, 0), read);
                    }
                    None => return (DecoderResult::InputEmpty, read),
                },
            }
        }
        while let Some(rest @ [_, ..]) = bytes.get(read..) {
            match self.next(rest) {
                Next::Character(c, length) if take(c) => read += length,
                Next::Character(..) => return (DecoderResult::OutputFull, read),
                Next::Nothing(length) => return (DecoderResult::Malformed(length as u8, 0), read + length),
                Next::Begun if is_last => {
                    return (DecoderResult::Malformed(rest.len() as u8, 0), bytes.len());
                }
                Next::Begun => {
                    self.begun.extend(rest);
                    return (DecoderResult::InputEmpty, bytes.len());
                }
            }
        }
        (DecoderResult::InputEmpty, read)
    }

    fn next(&self, bytes: &[u8]) -> Next {
        match self.encoding.kind {
            Kind::Utf8 => next_of_utf8(bytes),
            Kind::Utf16 { is_big_endian } => next_of_utf16(bytes, is_big_endian),
            Kind::Table(_) | Kind::Unheld => match bytes.first() {
                None => Next::Begun,
                Some(byte) if byte.is_ascii() => Next::Character(char::from(*byte), 1),
                Some(byte) => match self.above.get(usize::from(*byte & 0x7f)) {
                    None | Some('\u{fffd}') => Next::Nothing(1),
                    Some(c) => Next::Character(*c, 1),
                },
            },
        }
    }
}

fn next_of_utf8(bytes: &[u8]) -> Next {
    let start = bytes.get(..4).unwrap_or(bytes);
    let (valid, error) = match std::str::from_utf8(start) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = start.get(..error.valid_up_to()).unwrap_or_default();
            (std::str::from_utf8(valid).unwrap_or_default(), Some(error.error_len()))
        }
    };
    match (valid.chars().next(), error) {
        (Some(c), _) => Next::Character(c, c.len_utf8()),
        (None, Some(Some(length))) => Next::Nothing(length),
        (None, _) => Next::Begun,
    }
}

fn next_of_utf16(bytes: &[u8], is_big_endian: bool) -> Next {
    let unit = |at: usize| {
        let pair = [*bytes.get(at)?, *bytes.get(at + 1)?];
        Some(if is_big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let Some(first) = unit(0) else { return Next::Begun };
    match (first, unit(2)) {
        (0xd800..=0xdbff, None) => Next::Begun,
        (0xd800..=0xdbff, Some(second @ 0xdc00..=0xdfff)) => {
            let code = 0x10000 + ((u32::from(first) - 0xd800) << 10) + (u32::from(second) - 0xdc00);
            char::from_u32(code).map_or(Next::Nothing(4), |c| Next::Character(c, 4))
        }
        _ => char::from_u32(first.into()).map_or(Next::Nothing(2), |c| Next::Character(c, 2)),
    }
}
