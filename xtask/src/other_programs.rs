//! Other programs, which open the documents that the browser tests have made.

use crate::debian;
use crate::steps::{announced, run};
use crate::tools::on_path;
use crate::{Outcome, project, python};
use std::path::PathBuf;
use std::process::Command;

/// Has them judge the documents in `target/made`.
pub fn judge() -> Outcome<String> {
    let python = python::with("tests/other_programs.txt", "programs that open documents")?;
    let mut judge = Command::new(python.join("python"));
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
