//! Other programs, which open the documents that the browser tests have made.

use crate::browser::install_from_debian;
use crate::steps::{announced, run};
use crate::tools::{cache, on_path};
use crate::{Outcome, digest, project};
use std::path::PathBuf;
use std::process::Command;

/// Has them judge the documents in `target/made`.
pub fn judge() -> Outcome<String> {
    let python = ready()?;
    run(Command::new(python).arg(project::root().join("tests/other_programs.py")))
}

/// A Python with the programs of `tests/other_programs.txt`, made once and kept.
fn ready() -> Outcome<PathBuf> {
    let list = project::root().join("tests/other_programs.txt");
    let names = digest::sha256_hex(&project::read_bytes(&list)?);
    let folder = cache().join(format!("python-{}", &names[..12]));
    let (python, done) = (folder.join("bin/python"), folder.join("installed"));
    if done.is_file() {
        return Ok(python);
    }
    announced("programs that open documents", || {
        let venv = || run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
        if on_path("python3").is_none() || venv().is_err() {
            install_from_debian(&["python3", "python3-venv"])?;
            venv()?;
        }
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&list);
        run(&mut install).map_err(|error| {
            format!(
                "{error}\nThe programs in {} were not installed. Check the connection, then try again.",
                list.display()
            )
        })?;
        project::write(&done, "")
    })?;
    Ok(python)
}
