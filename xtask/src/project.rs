//! Where the project's files are, and what they say of the versions in use.

use crate::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the project")
}

/// The folder Trunk leaves a finished build in.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The file's text.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// The file's bytes.
pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// Writes the file, replacing what was there.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, bytes)
        .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

/// Every file below the folder, as paths from it with forward slashes, sorted: one order on every
/// machine.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{name}/"), found)?;
            } else {
                found.push(name);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found)
        .map_err(|error| format!("{} cannot be listed: {error}.", folder.display()))?;
    found.sort();
    Ok(found)
}

/// The product's version: the library's, from `Cargo.lock`.
pub fn version() -> Outcome<String> {
    locked_version(&read(&root().join("Cargo.lock"))?, "caremail")
}

/// The version of wasm-bindgen that the site is built with; its tool must be of the very same.
pub fn wasm_bindgen_version() -> Outcome<String> {
    locked_version(&read(&root().join("Cargo.lock"))?, "wasm-bindgen")
}

/// The version of Trunk that `Trunk.toml` asks for.
pub fn trunk_version() -> Outcome<String> {
    pinned_trunk(&read(&root().join("Trunk.toml"))?)
}

fn locked_version(lock: &str, package: &str) -> Outcome<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines
        .find(|line| *line == name)
        .and_then(|_| lines.next())
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            format!("Cargo.lock does not name {package}. Run cargo build, then try again.")
        })
}

fn pinned_trunk(settings: &str) -> Outcome<String> {
    settings
        .lines()
        .find_map(|line| line.strip_prefix("trunk-version = \"=")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            "Trunk.toml must pin one version, in a line such as trunk-version = \"=0.21.14\"."
                .into()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.9\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_lock_gives_the_version_of_the_package_asked_for_and_not_of_one_named_alike() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Ok("0.2.130".into()));
        assert!(locked_version(LOCK, "wasm").is_err());
    }

    #[test]
    fn the_project_pins_the_tools_it_is_built_with() {
        assert!(trunk_version().is_ok());
        assert!(wasm_bindgen_version().is_ok());
    }

    #[test]
    fn an_open_version_of_trunk_is_not_taken_for_a_pin() {
        assert!(pinned_trunk("trunk-version = \"^0.21\"").is_err());
    }
}
