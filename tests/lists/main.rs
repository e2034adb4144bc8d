//! Staff lists as people bring them: what is read, held against what a careful person reads.
//!
//! `cargo xtask lists FOLDER` prints the same for any folder of lists with a `cases.json`.

#![cfg(feature = "reader")]

mod score;

use std::path::PathBuf;

/// Every list of the folder comes in right, without a fault and without a question that is asked in vain.
fn check(folder: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let cases = score::cases(&folder).unwrap();
    assert!(!cases.is_empty());
    let scores: Vec<score::Score> = cases.iter().map(|case| score::score(&folder, case).unwrap()).collect();
    print!("{}", score::table(&scores));
    let wrong: Vec<&str> =
        scores.iter().filter(|score| !score.is_right()).map(|score| score.file.as_str()).collect();
    assert_eq!(wrong, [""; 0], "{}", score::table(&scores));
}

#[test]
fn lists_as_people_have_them_are_read_as_a_careful_person_reads_them() {
    check("lists");
}

#[test]
fn more_lists_of_each_kind_are_read_so_too() {
    check("more_lists");
}
