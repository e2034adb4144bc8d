//! The notices that go with what others wrote and the site holds: made from the lock files, at each release build.

use crate::steps::run;
use crate::{Outcome, project};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the file is called.
pub const FILE: &str = "THIRD-PARTY-NOTICES.txt";

/// What a folder's licence is called, the one we go by first.
const LICENCES: [&str; 9] = [
    "LICENSE-MIT",
    "LICENSE-MIT.txt",
    "LICENSE-MIT.md",
    "LICENSE",
    "LICENSE.txt",
    "LICENSE.md",
    "license-mit",
    "LICENCE",
    "LICENSE-APACHE",
];

/// The file's text: each package that is in the site, and each licence once, under those that come with it.
pub fn notices() -> Outcome<String> {
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Package { name, licence, folder } in packages()? {
        let text = LICENCES.iter().find_map(|file| fs::read_to_string(folder.join(file)).ok());
        let text = text.unwrap_or_else(|| "(The package holds no text of its licence.)".into());
        let text = text.replace("\r\n", "\n").trim().to_owned();
        by_text.entry(text).or_default().push(format!("{name} ({licence})"));
    }
    let mut groups: Vec<_> = by_text.into_iter().map(|(text, packages)| (packages, text)).collect();
    groups.sort();
    let mut notices =
        "What others wrote and this site holds, with thanks. Where a package may be used under one of\n\
                       several licences, it is used under the one whose text stands here.\n"
            .to_owned();
    for (packages, text) in groups {
        notices.push_str(&format!("\n{}\n{}\n\n{text}\n", "=".repeat(78), packages.join("\n")));
    }
    Ok(notices)
}

struct Package {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// The crates that are compiled into the three modules, and the styles.
fn packages() -> Outcome<Vec<Package>> {
    let cargo = |arguments: &[&str]| {
        run(Command::new("cargo")
            .current_dir(project::root())
            .args(arguments)
            .env("CARGO_TERM_COLOR", "never"))
    };
    let tree = cargo(&[
        "tree",
        "--locked",
        "--package",
        "caremail",
        "--target",
        crate::tools::WASM,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ])?;
    let mut held: Vec<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .filter(|(name, _)| *name != "caremail")
        .collect();
    held.sort_unstable();
    held.dedup();

    let all = cargo(&["metadata", "--locked", "--format-version", "1", "--quiet"])?;
    let all: serde_json::Value = serde_json::from_str(all.lines().last().unwrap_or_default())
        .map_err(|error| format!("cargo metadata cannot be read: {error}."))?;
    let text = |package: &serde_json::Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let mut packages: Vec<Package> = all["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|package| {
            held.binary_search(&(text(package, "name").as_str(), text(package, "version").as_str())).is_ok()
        })
        .map(|package| Package {
            name: format!("{} {}", text(package, "name"), text(package, "version")),
            licence: text(package, "license"),
            folder: Path::new(&text(package, "manifest_path")).parent().unwrap_or(Path::new("")).to_owned(),
        })
        .collect();

    let styles = project::root().join("node_modules/nhsuk-frontend");
    let about: serde_json::Value = serde_json::from_str(&project::read(&styles.join("package.json"))?)
        .map_err(|error| format!("nhsuk-frontend's package.json cannot be read: {error}."))?;
    packages.push(Package {
        name: format!("nhsuk-frontend {}", text(&about, "version")),
        licence: text(&about, "license"),
        folder: styles,
    });
    Ok(packages)
}
