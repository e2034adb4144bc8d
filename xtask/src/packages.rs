//! What comes from npm: sass, wasm-opt, nhsuk-frontend, Playwright and Lighthouse.

use crate::steps::{announced, run};
use crate::tools::on_path;
use crate::{Outcome, digest, project};
use std::fs;
use std::process::Command;

/// Installs the packages of `package-lock.json`, unless they are there already.
pub fn ready() -> Outcome {
    let lock = project::read_bytes(&project::root().join("package-lock.json"))?;
    let lock = digest::sha256_hex(&lock);
    let installed = project::root().join("node_modules/.installed-from");
    if fs::read_to_string(&installed).is_ok_and(|from| from == lock) {
        return Ok(());
    }
    if on_path("npm").is_none() && !cfg!(windows) {
        return Err(
            "Install Node.js 20 or newer (https://nodejs.org), which brings npm, then try again.".into()
        );
    }
    announced("npm packages", || {
        run(npm().args(["ci", "--no-audit", "--no-fund"])).map_err(|error| {
            format!("{error}\nThe npm packages were not installed. Check the connection, then try again.")
        })?;
        project::write(&installed, &lock)
    })
}

/// npm, in the project's folder. On Windows it is a script.
fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(project::root());
    command
}

/// The Playwright of `package-lock.json`.
pub fn playwright() -> Command {
    let mut command = Command::new("node");
    command.current_dir(project::root()).arg("node_modules/@playwright/test/cli.js");
    command
}
