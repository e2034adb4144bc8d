//! The Chromium that the browser tests run in.

use crate::packages::playwright;
use crate::steps::{announced, run};
use crate::tools::on_path;
use crate::{Outcome, debian};
use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A Chromium to drive, installed if there is none. `None` stands for Playwright's own, which it
/// finds by itself.
pub fn ready() -> Outcome<Option<PathBuf>> {
    if let Some(found) = found() {
        return Ok(Some(found));
    }
    if debian::can_install() && announced("Chromium, from Debian", || debian::install(&["chromium"])).is_ok()
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
