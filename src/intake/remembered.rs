//! What was said of texts that come again and again.

use super::fast_hash::hash;

/// What was said of each text, by the text. A table of its own: it is asked five times for each row of a list of a whole
/// country, by texts of a few bytes.
#[derive(Debug)]
pub(super) struct Remembered<V> {
    /// For each place of the table, that of what was said, counted from 1; 0 where there is nothing.
    places: Vec<u32>,
    said: Vec<Said<V>>,
}

#[derive(Debug)]
struct Said<V> {
    hash: u64,
    text: Box<[u8]>,
    what: V,
}

/// How many texts are remembered; others are asked about each time.
const MOST: usize = 100_000;

/// How many places there are at first: a power of two.
const FEWEST_PLACES: usize = 1024;

impl<V> Default for Remembered<V> {
    fn default() -> Self {
        Remembered { places: vec![0; FEWEST_PLACES], said: Vec::new() }
    }
}

impl<V: Copy> Remembered<V> {
    /// What was said of the text, if anything.
    pub(super) fn get(&self, text: &[u8]) -> Option<V> {
        self.find(hash(text), text).ok()
    }

    /// What was said of the text; what `ask` says of it, where it is new.
    pub(super) fn of(&mut self, text: &[u8], ask: impl FnOnce(&[u8]) -> V) -> V {
        let hash = hash(text);
        let at = match self.find(hash, text) {
            Ok(what) => return what,
            Err(at) => at,
        };
        let what = ask(text);
        if self.said.len() < MOST {
            self.said.push(Said { hash, text: text.into(), what });
            self.put(at, self.said.len());
            if self.said.len() * 2 > self.places.len() {
                self.grow();
            }
        }
        what
    }

    /// What was said of the text with this hash, or the free place for it.
    fn find(&self, hash: u64, text: &[u8]) -> Result<V, usize> {
        let mut at = self.place(hash);
        while let Some(said) = self.said_at(at) {
            if said.hash == hash && same(&said.text, text) {
                return Ok(said.what);
            }
            at = (at + 1) & (self.places.len() - 1);
        }
        Err(at)
    }

    fn place(&self, hash: u64) -> usize {
        // The bits that are kept are the lowest.
        (hash as usize) & (self.places.len() - 1)
    }

    fn said_at(&self, at: usize) -> Option<&Said<V>> {
        let place = self.places.get(at)?.checked_sub(1)?;
        self.said.get(place as usize)
    }

    fn put(&mut self, at: usize, count: usize) {
        if let (Some(place), Ok(count)) = (self.places.get_mut(at), u32::try_from(count)) {
            *place = count;
        }
    }

    fn grow(&mut self) {
        self.places = vec![0; self.places.len() * 4];
        for index in 0..self.said.len() {
            let Some(hash) = self.said.get(index).map(|said| said.hash) else { continue };
            let mut at = self.place(hash);
            while self.said_at(at).is_some() {
                at = (at + 1) & (self.places.len() - 1);
            }
            self.put(at, index + 1);
        }
    }
}

/// Whether the two are the same: in WebAssembly, eight bytes at a time are quicker than what `==` does.
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let ((words, rest), (other_words, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    words.iter().zip(other_words).all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[test]
    fn each_text_is_asked_about_once() {
        let mut remembered = Remembered::default();
        for round in 0..2 {
            for number in 0..20_000_u32 {
                let said = remembered.of(number.to_string().as_bytes(), |_| {
                    assert_eq!(round, 0);
                    number
                });
                assert_eq!(said, number);
            }
        }
    }

    #[test]
    fn more_than_are_remembered_are_asked_about_each_time() {
        let mut remembered = Remembered::default();
        for number in 0..MOST + 10 {
            remembered.of(number.to_string().as_bytes(), |_| number);
        }
        let late = (MOST + 5).to_string();
        assert_eq!(remembered.of(late.as_bytes(), |_| 7), 7);
        assert_eq!(remembered.of(b"5", |_| 7), 5);
    }

    proptest! {
        #[test]
        fn it_says_what_a_map_would_say(texts in prop::collection::vec("[ab]{0,9}", 0..200)) {
            let mut map: HashMap<String, usize> = HashMap::new();
            let mut remembered = Remembered::default();
            for (index, text) in texts.iter().enumerate() {
                let said = *map.entry(text.clone()).or_insert(index);
                prop_assert_eq!(remembered.of(text.as_bytes(), |_| index), said);
            }
        }

        #[test]
        fn texts_are_the_same_where_they_are_equal(one in "[ab]{0,20}", other in "[ab]{0,20}") {
            prop_assert_eq!(same(one.as_bytes(), other.as_bytes()), one == other);
            prop_assert!(same(one.as_bytes(), one.clone().as_bytes()));
        }
    }
}
