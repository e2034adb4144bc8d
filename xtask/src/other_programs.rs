//! Other programs, which open the documents that the browser tests have made.

use crate::debian;
use crate::steps::{announced, run};
use crate::tools::{cache, on_path};
use crate::{Outcome, digest, project};
use std::path::PathBuf;
use std::process::Command;

/// Has them judge the documents in `target/made`.
pub fn judge() -> Outcome<String> {
    let python = ready()?;
    let mut judge = Command::new(python);
    judge.arg(project::root().join("tests/other_programs.py"));
    if let Some(office) = office() {
        judge.env("CAREMAIL_OFFICE", office);
    }
    run(&mut judge)
}

/// LibreOffice, installed if it is not there and can be. Without it, the other programs judge alone.
fn office() -> Option<PathBuf> {
    on_path("soffice").or_else(|| {
        let _ = debian::can_install()
            && announced("LibreOffice, from Debian", || debian::install(&["libreoffice-calc"])).is_ok();
        on_path("soffice")
    })
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
            debian::install(&["python3", "python3-venv"])?;
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
