//! The programs that turn Rust into a site: Trunk, wasm-bindgen and the WebAssembly target.

use crate::steps::{announced, run};
use crate::{Outcome, project};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The triple the site is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the tools are.
pub struct Tools {
    /// The Trunk of the pinned version.
    pub trunk: PathBuf,
    /// PATH with each tool's folder before the machine's own.
    pub path: OsString,
}

/// Finds each tool in its pinned version, and installs those that are missing.
pub fn ready() -> Outcome<Tools> {
    wasm_target()?;
    let trunk = Tool { package: "trunk", program: "trunk", version: project::trunk_version()? };
    let wasm_bindgen = Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: project::wasm_bindgen_version()?,
    };
    let wasm_bindgen = wasm_bindgen.ready(&[])?;
    // Without its default features Trunk builds without OpenSSL; it downloads nothing for us.
    let trunk = trunk.ready(&["--locked", "--no-default-features", "--features", "rustls"])?;
    let _ = std::fs::remove_dir_all(cache().join("build"));

    let machine = env::var_os("PATH").unwrap_or_default();
    let own = [&wasm_bindgen, &trunk].map(|tool| tool.parent().unwrap_or(Path::new("")).to_owned());
    let packages = project::root().join("node_modules/.bin");
    let path = env::join_paths([packages].into_iter().chain(own).chain(env::split_paths(&machine)))
        .map_err(|error| format!("PATH cannot hold the tools' folders: {error}."))?;
    Ok(Tools { trunk, path })
}

/// Fetches the crates the site is built from, because Trunk builds without the network.
pub fn crates() -> Outcome {
    let mut fetch = Command::new("cargo");
    fetch.current_dir(project::root()).args(["fetch", "--quiet", "--target", WASM]);
    run(&mut fetch).map(drop).map_err(|error| {
        format!("{error}\nThe crates in Cargo.lock were not fetched. Check the connection, then try again.")
    })
}

fn wasm_target() -> Outcome {
    let mut asked = Command::new("rustc");
    asked.current_dir(project::root()).args(["--print", "target-libdir", "--target", WASM]);
    if run(&mut asked).is_ok_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    announced("Rust for WebAssembly", || {
        let mut add = Command::new("rustup");
        add.current_dir(project::root()).args(["target", "add", WASM]);
        run(&mut add).map(drop).map_err(|error| {
            format!(
                "{error}\nInstall Rust by rustup (https://rustup.rs), which can add {WASM}, then try again."
            )
        })
    })
}

/// One program from crates.io, in one version.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
}

impl Tool {
    /// The program: the machine's own where its version is right, else one built once and kept.
    fn ready(&self, options: &[&str]) -> Outcome<PathBuf> {
        let kept = self.folder().join("bin").join(self.file_name());
        if let Some(found) = on_path(self.program).into_iter().chain([kept.clone()]).find(|p| self.is(p)) {
            return Ok(found);
        }
        let what = format!("{} {}, built once and kept: some minutes", self.program, self.version);
        announced(&what, || {
            if self.prebuilt().is_err() {
                self.build(options)?;
            }
            if self.is(&kept) {
                Ok(kept)
            } else {
                Err(format!(
                    "{} was installed, but is not version {}. Delete {} and try again.",
                    kept.display(),
                    self.version,
                    self.folder().display()
                ))
            }
        })
    }

    /// Whether the program is there and says that it is of the version wanted.
    fn is(&self, program: &Path) -> bool {
        Command::new(program)
            .arg("--version")
            .output()
            .is_ok_and(|output| names_version(&String::from_utf8_lossy(&output.stdout), &self.version))
    }

    fn folder(&self) -> PathBuf {
        cache().join(format!("{}-{}", self.program, self.version))
    }

    fn file_name(&self) -> String {
        format!("{}{}", self.program, env::consts::EXE_SUFFIX)
    }

    /// A binary that someone else built, where cargo-binstall is installed and finds one.
    fn prebuilt(&self) -> Outcome {
        let mut install = Command::new("cargo");
        install
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(self.folder())
            .arg(format!("{}@{}", self.package, self.version));
        run(&mut install).map(drop)
    }

    fn build(&self, options: &[&str]) -> Outcome {
        let mut install = Command::new("cargo");
        install
            .args(["install", self.package, "--version", &self.version, "--root"])
            .arg(self.folder())
            .arg("--target-dir")
            .arg(cache().join("build"))
            .args(options)
            // These tools run for seconds at a time, so quick to build beats quick to run: their
            // own settings take 14 minutes on two cores, these take three.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("RUSTFLAGS");
        run(&mut install).map(drop).map_err(|error| {
            format!(
                "{error}\n{} {} was not built. It needs a C compiler (Debian: apt-get install \
                 build-essential) and crates.io.",
                self.package, self.version
            )
        })
    }
}

/// The person's cache folder, and in it the one for this project's tools.
pub fn cache() -> PathBuf {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(|| project::root().join("target"))
        .join("caremail-tools")
}

/// The first file of that name in the folders of PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

/// Whether what a program prints of itself names this very version: `trunk 0.21.14`.
fn names_version(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_of_a_version_that_only_begins_alike_is_not_taken() {
        assert!(names_version("wasm-bindgen 0.2.130\n", "0.2.130"));
        assert!(!names_version("wasm-bindgen 0.2.130\n", "0.2.13"));
        assert!(!names_version("", "0.2.130"));
    }
}
