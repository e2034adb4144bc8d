//! `cargo xtask words`: the sentences on screen that are the hardest to read.

#[path = "../../tests/words/reading.rs"]
mod reading;

use crate::Outcome;
use crate::project;

/// How many are printed.
const PRINTED: usize = 10;

/// Prints the hardest sentences, each with the age of those who read it with ease. Fails where that is above what
/// a sentence may need.
pub fn words() -> Outcome {
    let sentences = reading::sentences(project::root());
    for sentence in sentences.iter().take(PRINTED) {
        println!("{:4.1}  {}\n      {}", sentence.age, sentence.text, sentence.file);
    }
    println!("\n{} sentences; the measure is the Flesch–Kincaid grade level, and 5.", sentences.len());
    match sentences.first() {
        Some(hardest) if hardest.age.floor() > reading::OLDEST => {
            Err(format!("Some need a reader older than {}. Write them more simply.", reading::OLDEST))
        }
        Some(_) => Ok(()),
        None => Err("No sentence was found.".to_owned()),
    }
}
