//! `cargo xtask fuzz <target> <seconds>`: looks for what makes a target of `fuzz/` fail.

use std::fs;
use std::process::Command;

use crate::{Outcome, project};

/// Every target, as `fuzz/Cargo.toml` names it.
const TARGETS: [&str; 7] = ["fields", "csv", "workbook", "columns", "save", "messages", "fragments"];

/// The longest that one input may take, in seconds: as long as the page gives the reader.
const SECONDS_EACH: u32 = 30;

/// The most memory that an input may take, in MB: what the reader may, and the fuzzer's own.
const MEMORY_MB: u32 = 2_048;

/// Fuzzes `target` for so many seconds. What makes it fail is kept in `fuzz/crashes`, which `tests/fuzzed.rs` reads.
pub fn fuzz(target: &str, seconds: &str) -> Outcome {
    if !TARGETS.contains(&target) {
        return Err(format!("There is no target “{target}”. The targets are {}.", TARGETS.join(", ")));
    }
    let seconds: u32 = seconds
        .parse()
        .map_err(|_| format!("“{seconds}” is no number of seconds: say 600 for ten minutes."))?;
    let is_there = Command::new("cargo").args(["+nightly", "fuzz", "--version"]).output();
    if !is_there.is_ok_and(|output| output.status.success()) {
        return Err("Fuzzing needs nightly Rust and cargo-fuzz: rustup toolchain install nightly, then \
                    cargo +nightly install cargo-fuzz. The same is asked of the seeds, without either, by \
                    cargo test --test fuzzed --features reader."
            .to_owned());
    }
    let root = project::root();
    let crashes = format!("fuzz/crashes/{target}/");
    let corpus = format!("target/fuzz/{target}");
    for folder in [&crashes, &corpus] {
        fs::create_dir_all(root.join(folder))
            .map_err(|error| format!("{folder} cannot be made: {error}."))?;
    }
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["+nightly", "fuzz", "run", "--target-dir", "target/fuzz-build"]);
    if target == "fragments" {
        command.args(["--features", "app"]);
    }
    command.args([target, &corpus, &format!("fuzz/seeds/{target}"), &crashes, "--"]);
    command.args([
        format!("-max_total_time={seconds}"),
        format!("-timeout={SECONDS_EACH}"),
        format!("-rss_limit_mb={MEMORY_MB}"),
        format!("-artifact_prefix={crashes}"),
        "-max_len=65536".to_owned(),
        "-print_final_stats=1".to_owned(),
    ]);
    // What cargo-fuzz says is what the person came for: it goes to the screen as it comes.
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("Something made {target} fail: it is in {crashes}.")),
        Err(error) => Err(format!("cargo did not start: {error}.")),
    }
}
