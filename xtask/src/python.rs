//! Programs from PyPI, each list of them in an environment of its own.

use crate::steps::{announced, run};
use crate::tools::{cache, on_path};
use crate::{Outcome, debian, digest, project};
use std::path::PathBuf;
use std::process::Command;

/// The folder of the programs that the file `list` of the project names, made once and kept; `what` they are, for
/// whoever waits.
pub fn with(list: &str, what: &str) -> Outcome<PathBuf> {
    let list = project::root().join(list);
    let names = digest::sha256_hex(&project::read_bytes(&list)?);
    let folder = cache().join(format!("python-{}", &names[..12]));
    let (programs, done) = (folder.join("bin"), folder.join("installed"));
    if done.is_file() {
        return Ok(programs);
    }
    announced(what, || {
        let venv = || run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
        if on_path("python3").is_none() || venv().is_err() {
            debian::install(&["python3", "python3-venv"])?;
            venv()?;
        }
        let mut install = Command::new(programs.join("python"));
        install.args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&list);
        run(&mut install).map_err(|error| {
            format!(
                "{error}\nThe programs in {} were not installed. Check the connection, then try again.",
                list.display()
            )
        })?;
        project::write(&done, "")
    })?;
    Ok(programs)
}
