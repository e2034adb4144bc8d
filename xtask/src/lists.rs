//! `cargo xtask lists FOLDER`: what is read of the lists in a folder, held against its `cases.json`.

#[path = "../../tests/lists/score.rs"]
mod score;

use std::path::Path;

use crate::Outcome;

/// Prints what is read of each list, and fails if any value or any row is wrong without a question.
pub fn lists(folder: &str) -> Outcome {
    let folder = Path::new(folder);
    let cases = score::cases(folder)?;
    let scores = cases.iter().map(|case| score::score(folder, case)).collect::<Outcome<Vec<_>>>()?;
    for score in &scores {
        println!("{score}");
        for line in &score.summary {
            println!("           > {line}");
        }
    }
    println!("\n{}", score::table(&scores).lines().last().unwrap_or_default());
    match scores.iter().filter(|score| !score.faults.is_empty()).count() {
        0 => Ok(()),
        wrong => Err(format!("Something of {wrong} lists is taken wrongly without a question.")),
    }
}
