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
        let (words, _) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        // What is left, by reading some of what is before it once more: it costs less than to read byte by byte.
        let last = match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(last), ..) => u64::from_le_bytes(*last),
            (None, Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
            }
            _ => bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)),
        };
        self.add(last);
        // The length, so that a text and the same with zeros behind it differ.
        self.0 ^= bytes.len() as u64;
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(FACTOR);
        mixed ^ (mixed >> 29)
    }
}

/// A hash of a text that can be told from those of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartHash {
    hash: u64,
    /// [`FACTOR`] to the power of the length.
    power: u64,
}

impl PartHash {
    /// The hash of these bytes.
    pub fn of(bytes: impl IntoIterator<Item = u8>) -> Self {
        bytes.into_iter().fold(PartHash { hash: 0, power: 1 }, |PartHash { hash, power }, byte| PartHash {
            hash: hash.wrapping_mul(FACTOR).wrapping_add(u64::from(byte) + 1),
            power: power.wrapping_mul(FACTOR),
        })
    }

    /// The hash of this with `other` behind it.
    pub fn followed_by(self, other: PartHash) -> Self {
        PartHash {
            hash: self.hash.wrapping_mul(other.power).wrapping_add(other.hash),
            power: self.power.wrapping_mul(other.power),
        }
    }

    /// The hash of the whole, spread over all 64 bits.
    pub fn whole(self) -> u64 {
        FastHasher(self.hash).finish()
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

    #[test]
    fn texts_of_every_length_that_differ_in_one_byte_have_hashes_of_their_own() {
        let mut hashes = HashSet::new();
        for length in 0..40 {
            let text = vec![b'a'; length];
            assert!(hashes.insert(hash(&text)));
            for at in 0..length {
                let mut other = text.clone();
                other[at] = b'b';
                assert!(hashes.insert(hash(&other)), "{length} {at}");
            }
        }
    }

    #[test]
    fn the_hash_of_parts_is_that_of_the_whole() {
        let of = |text: &str| PartHash::of(text.bytes());
        for (one, other) in [("anna ", "smith"), ("", "smith"), ("anna", ""), ("a\0", "\0")] {
            assert_eq!(of(one).followed_by(of(other)), of(&format!("{one}{other}")));
        }
        let texts = (0..200_000).map(|n| format!("person{n}"));
        let hashes: HashSet<u64> = texts.map(|text| of(&text).whole()).collect();
        assert_eq!(hashes.len(), 200_000);
        assert_ne!(of("\0").whole(), of("").whole());
    }
}
