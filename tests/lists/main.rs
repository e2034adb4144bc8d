//! Staff lists as people bring them: what is read, held against what a careful person reads.

#![cfg(feature = "reader")]

mod score;

use std::path::PathBuf;

#[test]
fn nothing_of_a_list_is_taken_wrongly_without_a_question() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/lists");
    let scores: Vec<_> =
        score::cases(&folder).unwrap().iter().map(|case| score::score(&folder, case).unwrap()).collect();
    for score in &scores {
        println!("{score}");
        if std::env::var("SUMMARY").is_ok() {
            for line in &score.summary {
                println!("         > {line}");
            }
        }
    }
    let right = scores.iter().filter(|score| score.is_right()).count();
    println!(
        "{right} of {} right, {} people of {}",
        scores.len(),
        scores.iter().map(|s| s.right).sum::<usize>(),
        scores.iter().map(|s| s.expected).sum::<usize>()
    );
    assert!(scores.iter().all(|score| score.faults.is_empty()));
}
