//! Lists of words. They are text, with a space between one word and the next: those of a dozen languages are
//! read and added to more easily so than as lists of quoted words.

/// Whether `word` is one of those in `list`.
pub(super) fn lists(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}
