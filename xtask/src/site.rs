//! Calling Trunk so that the same sources make the same site on every machine.

use crate::steps::run;
use crate::tools::{self, Tools};
use crate::{Outcome, packages, project};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Everything a build needs, installed if missing.
pub fn ready() -> Outcome<Tools> {
    let tools = tools::ready()?;
    packages::ready()?;
    tools::crates()?;
    Ok(tools)
}

/// The site as it is uploaded, in `dist/`.
pub fn release(tools: &Tools) -> Outcome {
    run(trunk(tools).args(["build", "--release"])).map(drop)
}

/// Trunk, with what it looks for in its environment.
pub fn trunk(tools: &Tools) -> Command {
    let mut command = Command::new(&tools.trunk);
    command
        .current_dir(project::root())
        .env("PATH", &tools.path)
        // Sass finds `@use "nhsuk-frontend/…"` here.
        .env("SASS_PATH", project::root().join("node_modules"))
        // For the site's target alone: RUSTFLAGS would also hold for programs of this machine, and
        // each `cargo test` after a build would begin by compiling everything again.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rustflags(&folders()))
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        // A failed build is a sentence; where in Trunk it was said is no help.
        .env("RUST_BACKTRACE", "0");
    // Trunk takes true and false for this variable, and stops at the customary 1.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// What the compiler is told when it builds the site.
///
/// `erase_components` has Leptos compile a view once for all the places it stands in, which takes a sixth
/// off the module: <https://book.leptos.dev/deployment/binary_size.html>. No code here asks for it, so
/// that what is checked and tested on this machine does without.
///
/// The rest puts the same names in panic messages whoever builds: without it the module holds the builder's
/// home folder, and differs from machine to machine.
fn rustflags(folders: &[(PathBuf, &str)]) -> String {
    let remapped = folders
        .iter()
        // The variable's options are parted by spaces, and a folder with one cannot be written.
        .filter(|(folder, _)| !folder.to_string_lossy().contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    ["--cfg erase_components".to_owned()].into_iter().chain(remapped).collect::<Vec<_>>().join(" ")
}

/// Folders whose names are the builder's own. Of several that fit, the compiler takes the last.
fn folders() -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home?.join(".cargo")));
    let mut folders = vec![(project::root().to_owned(), "/caremail")];
    if let Some(cargo) = cargo {
        folders.push((cargo.clone(), "/cargo"));
        folders.extend(registries(&cargo).into_iter().map(|folder| (folder, "/crates")));
    }
    if let Ok(sysroot) = run(Command::new("rustc").current_dir(project::root()).args(["--print", "sysroot"]))
    {
        folders.push((sysroot.trim().into(), "/rust"));
    }
    folders
}

/// Cargo names these folders after the address it fetched from, so they differ between mirrors.
fn registries(cargo: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_given_their_public_names() {
        let folders = [("/home/a/.cargo".into(), "/cargo"), ("/home/a b".into(), "/caremail")];
        let flags = rustflags(&folders);
        assert_eq!(flags, "--cfg erase_components --remap-path-prefix=/home/a/.cargo=/cargo");
    }
}
