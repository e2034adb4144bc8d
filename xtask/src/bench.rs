//! `cargo xtask bench`: many sites in the released page, beside what a JavaScript developer would write.

use std::process::Command;

use crate::{Outcome, browser, project};

/// Measures the site in `dist/`, and prints the tables.
pub fn bench(arguments: &[&str]) -> Outcome {
    if !project::dist().join("index.html").is_file() {
        return Err("There is no dist/ to measure. Run cargo xtask dist first.".to_owned());
    }
    let mut node = Command::new("node");
    node.current_dir(project::root()).arg("benches/sites.js").args(arguments);
    if let Some(chromium) = browser::ready()? {
        node.env("CAREMAIL_CHROMIUM", chromium);
    }
    let status = node.status().map_err(|error| format!("node did not start: {error}."))?;
    if status.success() { Ok(()) } else { Err("The benchmark did not end as it should.".to_owned()) }
}
