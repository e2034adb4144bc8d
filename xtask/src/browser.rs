//! The browsers that the tests run in, and the web servers that the site is put on.

use crate::packages::playwright;
use crate::steps::{announced, run};
use crate::tools::on_path;
use crate::{Outcome, debian};
use std::path::{Path, PathBuf};

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

/// A program that tests run in beside Chromium. A machine may do without.
pub struct Other {
    /// What it is called in the table.
    pub name: &'static str,
    /// Debian's packages of it.
    packages: &'static [&'static str],
    /// The names of the programs it takes: the first is what is run, the others stand beside it.
    programs: &'static [&'static str],
}

/// Firefox, which Playwright drives by WebDriver BiDi.
pub const FIREFOX: Other = Other { name: "Firefox", packages: &["firefox-esr"], programs: &["firefox-esr"] };

/// WebKitGTK, the engine of Safari, by WebDriver and on a screen that nobody sees.
pub const WEBKIT: Other = Other {
    name: "WebKit",
    packages: &["webkit2gtk-driver", "xvfb"],
    programs: &["WebKitWebDriver", "Xvfb"],
};

/// nginx, to put the site on.
pub const NGINX: Other = Other { name: "nginx", packages: &["nginx-light"], programs: &["nginx"] };

/// Apache, to put the site on.
pub const APACHE: Other = Other { name: "Apache", packages: &["apache2"], programs: &["apache2"] };

impl Other {
    /// The program, installed where Debian and the account allow.
    ///
    /// # Errors
    /// Why this machine has to do without.
    pub fn ready(&self) -> Outcome<PathBuf> {
        let missing = || format!("{} is not there; Debian calls it {}", self.name, self.packages.join(", "));
        self.found()
            .or_else(|| {
                let what = format!("{}, from Debian", self.name);
                let _ = debian::can_install() && announced(&what, || debian::install(self.packages)).is_ok();
                self.found()
            })
            .ok_or_else(missing)
    }

    fn found(&self) -> Option<PathBuf> {
        let programs: Option<Vec<_>> =
            self.programs.iter().map(|program| on_path(program).or_else(|| of_root(program))).collect();
        programs?.into_iter().next()
    }
}

/// Servers stand where only root's PATH looks.
fn of_root(program: &str) -> Option<PathBuf> {
    let file = Path::new("/usr/sbin").join(program);
    file.is_file().then_some(file)
}
