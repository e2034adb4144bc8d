//! The words on screen, and the age of those who read them with ease.

mod reading;

use reading::{OLDEST, reading_age, sentences};
use std::path::Path;

#[test]
fn no_sentence_needs_a_reader_older_than_eleven() {
    let sentences = sentences(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(sentences.len() > 500, "the sentences are found: {}", sentences.len());
    let hard: Vec<String> = sentences
        .iter()
        .take_while(|sentence| sentence.age.floor() > OLDEST)
        .map(|sentence| format!("{:.1} {} ({})", sentence.age, sentence.text, sentence.file))
        .collect();
    assert!(hard.is_empty(), "{} sentences are too hard:\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn sentences_are_found_wherever_they_stand() {
    let sentences = sentences(Path::new(env!("CARGO_MANIFEST_DIR")));
    let has = |text: &str| sentences.iter().any(|sentence| sentence.text == text);
    assert!(has("Nothing you enter leaves this page."), "on the Start page");
    assert!(has("There is more than one number in this box."), "in a field's error");
    assert!(has("Does this site have NHSmail, or has it had it before?"), "in a question");
}

#[test]
fn the_measure_is_that_of_flesch_and_kincaid() {
    let age = |text: &str| reading_age(text).unwrap();
    // 6 words, 6 syllables: 0.39 × 6 + 11.8 − 15.59, and 5.
    assert!((age("The cat sat on the mat.") - 3.55).abs() < 0.01);
    // 4 words, 14 syllables.
    assert!((age("Administrative reorganisation necessitates collaboration.") - 5.0) > 30.0);
    // A term is one syllable, also in the plural.
    assert_eq!(age("Ask for two shared mailboxes now."), age("Ask for two mats now."));
    assert_eq!(reading_age("Enter the postcode."), None);
}
