//! `cargo xtask <command>`: builds, checks and packs the site.
//!
//! - [`serve`] shows the site while it is being worked on;
//! - [`test`] runs every check, and is what continuous integration runs;
//! - [`dist`] makes the folder and the archive that a host uploads;
//! - [`lists`] reads a folder of staff lists, and compares what it reads with what is right;
//! - [`reproduce`] shows that a commit makes the same bytes in any folder;
//! - [`bench`] measures many sites beside libraries, on lists that [`england`] makes;
//! - [`fuzz`] looks for what makes the readers fail;
//! - [`words`] prints the sentences on screen that are the hardest to read;
//! - [`finish`] is called by Trunk at the end of each build.
//!
//! Whatever a command needs and this machine lacks, [`tools`], [`packages`] and [`browser`] install
//! once. Every failure is a sentence that says what to do.

mod archive;
mod audit;
mod bench;
mod browser;
mod budgets;
mod debian;
mod digest;
mod dist;
mod england;
mod finish;
mod fuzz;
mod lists;
mod notices;
mod other_programs;
mod packages;
mod project;
mod python;
mod reproduce;
mod serve;
mod site;
mod steps;
mod test;
mod tools;
mod words;

use std::process::ExitCode;

/// What a command comes to; the error is a sentence for the person at the keyboard.
pub type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
cargo xtask serve                 show the site at http://127.0.0.1:8080/, rebuilt as files change
cargo xtask test                  run every check
cargo xtask test --only <area>    run the checks of one area: rust, browser, browsers or budgets
cargo xtask lists <folder>        read the staff lists of a folder, and compare with its cases.json
cargo xtask bench [csv|book|curve] measure many sites in dist/ beside libraries
cargo xtask england <sites> <file> write a list of many sites with known defects
cargo xtask fuzz <target> <seconds>   look for what makes a reader fail; needs nightly and cargo-fuzz
cargo xtask words                 print the ten sentences on screen that are the hardest to read
cargo xtask dist                  make dist/ and caremail-<version>.zip, ready to upload
cargo xtask reproduce             build the last commit twice, and compare every byte
cargo xtask finish                the end of a build; Trunk calls it";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["serve"] => serve::serve(),
        ["test"] => test::test(None),
        ["test", "--only", area] => area.parse().and_then(|area| test::test(Some(area))),
        ["dist"] => dist::dist(),
        ["bench", arguments @ ..] => bench::bench(arguments),
        ["england", sites, file] => england::england(sites, file),
        ["lists", folder] => lists::lists(folder),
        ["reproduce"] => reproduce::reproduce(),
        ["fuzz", target, seconds] => fuzz::fuzz(target, seconds),
        ["words"] => words::words(),
        ["finish"] => finish::finish(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("There is no command “{}”. The commands are:\n\n{USAGE}", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
