//! The Chromium that the browser tests run in.

use crate::Outcome;
use crate::packages::playwright;
use crate::steps::{announced, run};
use crate::tools::on_path;
use std::path::PathBuf;
use std::process::Command;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A Chromium to drive, installed if there is none. `None` stands for Playwright's own, which it
/// finds by itself.
pub fn ready() -> Outcome<Option<PathBuf>> {
    if let Some(found) = found() {
        return Ok(Some(found));
    }
    if on_path("apt-get").is_some()
        && is_root()
        && announced("Chromium, from Debian", || install_from_debian(&["chromium"])).is_ok()
    {
        return Ok(found());
    }
    announced("Chromium, from Playwright", || {
        run(playwright().args(["install", "chromium"])).map(drop).map_err(|error| {
            format!("{error}\nInstall Chromium or Chrome so that it is on PATH, then try again.")
        })
    })?;
    Ok(None)
}

fn found() -> Option<PathBuf> {
    NAMES.into_iter().find_map(on_path)
}

/// Installs packages of Debian.
pub fn install_from_debian(packages: &[&str]) -> Outcome {
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages)).map(drop)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this is the account that may install packages.
fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.trim_ascii() == b"0")
}
