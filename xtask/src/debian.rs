//! Programs that Debian packages, for the tests.

use crate::Outcome;
use crate::steps::run;
use crate::tools::on_path;
use std::process::Command;

/// Whether this machine is a Debian, and this the account that may install packages.
pub fn can_install() -> bool {
    on_path("apt-get").is_some() && is_root()
}

/// Installs packages.
pub fn install(packages: &[&str]) -> Outcome {
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages)).map(drop)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    // Nothing asks anything, and no server that is installed is started.
    command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
    command
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
