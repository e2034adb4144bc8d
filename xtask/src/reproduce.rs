//! `cargo xtask reproduce`: whether the same commit makes the same bytes in two folders. It builds twice from nothing,
//! some ten minutes, and so is no part of `cargo xtask test`.

use crate::steps::{announced, run};
use crate::{Outcome, project};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the last commit in two new folders, and compares every file of the two sites.
pub fn reproduce() -> Outcome {
    let folders = ["one", "another-with-a-longer-name"]
        .map(|name| std::env::temp_dir().join(format!("caremail-{name}")));
    let mut sites = Vec::new();
    for folder in &folders {
        announced(&format!("build in {}", folder.display()), || build(folder))?;
        sites.push(folder.join("dist"));
    }
    let differing = differing(&sites[0], &sites[1])?;
    if differing.is_empty() {
        println!("\nThe two are the same, byte for byte: {} files.", project::files_below(&sites[0])?.len());
        for folder in &folders {
            let _ = fs::remove_dir_all(folder);
        }
        Ok(())
    } else {
        Err(format!(
            "These files differ, below {} and {}:\n{}",
            sites[0].display(),
            sites[1].display(),
            differing.join("\n")
        ))
    }
}

fn build(folder: &Path) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    let mut clone = Command::new("git");
    clone.args(["clone", "--quiet", "--no-hardlinks"]).arg(project::root()).arg(folder);
    run(&mut clone)?;
    let mut dist = Command::new("cargo");
    dist.current_dir(folder).args(["xtask", "dist"]).env_remove("CARGO_TARGET_DIR");
    run(&mut dist).map(drop)
}

/// The files that are in one folder alone, or hold other bytes there.
fn differing(one: &Path, other: &Path) -> Outcome<Vec<String>> {
    let mut files = [project::files_below(one)?, project::files_below(other)?].concat();
    files.sort();
    files.dedup();
    let bytes = |folder: &Path, file: &str| fs::read(PathBuf::from(folder).join(file)).ok();
    Ok(files
        .into_iter()
        .filter(|file| bytes(one, file).is_none() || bytes(one, file) != bytes(other, file))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::tests::folder;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let one = folder("same-one", &[("a", "A"), ("b", "B"), ("c", "C")]);
        let other = folder("same-other", &[("a", "A"), ("b", "x")]);
        assert_eq!(differing(&one, &other), Ok(vec!["b".into(), "c".into()]));
        assert_eq!(differing(&one, &one), Ok(vec![]));
    }
}
