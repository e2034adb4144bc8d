//! `cargo xtask bench`: many sites in the released page, beside what a JavaScript developer would write, and beside the
//! floor: the least that a program in WebAssembly does with the same bytes.

use std::path::PathBuf;
use std::process::Command;

use crate::steps::{announced, run};
use crate::tools::{self, WASM};
use crate::{Outcome, browser, packages, project};

/// Measures the site in `dist/`, and prints the tables.
pub fn bench(arguments: &[&str]) -> Outcome {
    if !project::dist().join("index.html").is_file() {
        return Err("There is no dist/ to measure. Run cargo xtask dist first.".to_owned());
    }
    let floor = announced("the floor, benches/floor", floor)?;
    let mut node = Command::new("node");
    node.current_dir(project::root()).arg("benches/sites.js").args(arguments).env("CAREMAIL_FLOOR", floor);
    if let Some(chromium) = browser::ready()? {
        node.env("CAREMAIL_CHROMIUM", chromium);
    }
    let status = node.status().map_err(|error| format!("node did not start: {error}."))?;
    if status.success() { Ok(()) } else { Err("The benchmark did not end as it should.".to_owned()) }
}

/// Builds the floor as the worker of many sites is built, and says where it is.
fn floor() -> Outcome<PathBuf> {
    let tools = tools::ready()?;
    packages::ready()?;
    let target = project::root().join("target");
    let output = target.join("floor");
    let build = ["build", "--quiet", "--profile", "sites", "--package", "floor", "--target", WASM];
    run(Command::new("cargo").current_dir(project::root()).args(build))?;
    let module = target.join(WASM).join("sites").join("floor.wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.env("PATH", &tools.path).args(["--target", "no-modules", "--no-typescript", "--out-dir"]);
    run(bindgen.arg(&output).arg(&module))?;
    let module = output.join("floor_bg.wasm");
    run(Command::new("wasm-opt").env("PATH", &tools.path).arg("-O3").arg(&module).arg("-o").arg(&module))?;
    Ok(output)
}
