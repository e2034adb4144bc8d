//! A hash that is quick on short texts, for tables of a million of them.

use std::hash::{BuildHasherDefault, Hasher};

/// The hash of these bytes: the same in every run, spread over all 64 bits. No defence against texts that are made to
/// have the same one.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = FastHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// What builds [`FastHasher`]s.
pub type FastHash = BuildHasherDefault<FastHasher>;

/// See [`hash`].
#[derive(Debug, Clone, Default)]
pub struct FastHasher(u64);

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl FastHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for FastHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        // The length, so that a text and the same with zeros behind it differ.
        self.add(u64::from_le_bytes(last) ^ (bytes.len() as u64).rotate_right(8));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(FACTOR);
        mixed ^ (mixed >> 29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn texts_that_are_nearly_the_same_have_hashes_of_their_own() {
        let texts = (0..200_000).map(|n| format!("person{n}@example.org"));
        let hashes: HashSet<u64> = texts.map(|text| hash(text.as_bytes())).collect();
        assert_eq!(hashes.len(), 200_000);
        assert_ne!(hash(b"a"), hash(b"a\0"));
        assert_ne!(hash(b""), hash(b"\0"));
    }
}
