//! `cargo xtask england SITES FILE`: a list of many care sites with known numbers of each defect, for benchmarks.

#[path = "../../tests/sites/england.rs"]
mod lists;

use std::collections::BTreeMap;

use crate::Outcome;

/// The seed of the list that is measured.
const SEED: u64 = 1;

/// Writes the list, and prints as JSON what was planted in it.
pub fn england(sites: &str, file: &str) -> Outcome {
    let sites = sites.parse().map_err(|_| format!("“{sites}” is no number of sites."))?;
    let list = lists::england(sites, SEED);
    std::fs::write(file, &list.csv).map_err(|error| format!("{file} cannot be written: {error}."))?;
    let planted: BTreeMap<&str, usize> = list.planted.iter().copied().collect();
    let report = serde_json::json!({
        "sites": sites,
        "rows": list.rows,
        "ready": list.ready,
        "lostZeros": list.lost_zeros,
        "planted": planted,
    });
    println!("{report}");
    Ok(())
}
