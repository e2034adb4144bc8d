//! `cargo xtask test`: every check, in the order in which a mistake shows soonest.

use crate::steps::{Steps, Verdict, run};
use crate::{Outcome, audit, browser, budgets, other_programs, packages, project, site};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::str::FromStr;

/// A part of the checks that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Area {
    /// Format, lints and Rust tests; needs no site.
    Rust,
    /// The release build, in a browser.
    Browser,
    /// The release build, in the other browsers and on real web servers.
    Browsers,
    /// The release build's sizes, and how soon its Start page is painted.
    Budgets,
}

impl FromStr for Area {
    type Err = String;

    fn from_str(name: &str) -> Outcome<Self> {
        match name {
            "rust" => Ok(Self::Rust),
            "browser" => Ok(Self::Browser),
            "browsers" => Ok(Self::Browsers),
            "budgets" => Ok(Self::Budgets),
            _ => {
                Err(format!("There is no area “{name}”. The areas are rust, browser, browsers and budgets."))
            }
        }
    }
}

/// Runs the checks, or those of one area. Goes on after a failure, and fails at the end.
pub fn test(only: Option<Area>) -> Outcome {
    let wanted = |area| only.is_none_or(|only| only == area);
    let mut steps = Steps::default();
    if wanted(Area::Rust) {
        rust(&mut steps);
    }
    if only != Some(Area::Rust) {
        site(&mut steps, wanted);
    }
    println!("\n{}", steps.table());
    if steps.all_passed() { Ok(()) } else { Err("Not everything passed.".into()) }
}

fn rust(steps: &mut Steps) {
    steps.step("format", || {
        cargo(&["fmt", "--all", "--check", "--", "--color", "never"]).map(|_| String::new())
    });
    let lints = ["--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"];
    steps.step("clippy, without the app", || {
        cargo(&[&["clippy", "--no-default-features"], &lints[..]].concat()).map(|_| String::new())
    });
    steps.step("clippy, with the app", || cargo(&[&["clippy"], &lints[..]].concat()).map(|_| String::new()));
    steps.step("clippy, workers alone", || {
        let workers = ["clippy", "--no-default-features", "--features", "reader,writer"];
        cargo(&[&workers, &lints[..]].concat()).map(|_| String::new())
    });
    steps.step("unused crates", || audit::nothing_unused().map(|()| String::new()));
    const AUDIT: &str = "licences and advisories";
    match audit::ready() {
        Ok(deny) => {
            steps.step(AUDIT, || audit::dependencies(&deny));
        }
        Err(why) => steps.leave_out(AUDIT, &why),
    }
    steps.step("Rust tests, workers", || {
        let workers = ["test", "--no-default-features", "--features", "reader,writer", "--no-fail-fast"];
        cargo(&[&workers[..], &["--lib", "--test", "workbooks"]].concat())
            .map(|output| format!("{} tests", passed(&output)))
    });
    steps.step("Rust tests", || {
        cargo(&["test", "--workspace", "--no-default-features", "--no-fail-fast"])
            .map(|output| format!("{} tests", passed(&output)))
    });
}

fn site(steps: &mut Steps, wanted: impl Fn(Area) -> bool) {
    let mut tools = None;
    let mut chromium = None;
    let ready = steps.group("tools", || {
        tools = Some(site::ready()?);
        chromium = browser::ready()?;
        Ok(String::new())
    });
    let built = match tools {
        Some(tools) if ready == Verdict::Passed => {
            steps.step("release build", || site::release(&tools).map(|()| String::new()))
        }
        _ => {
            steps.skip("release build", "a tool is missing");
            Verdict::Skipped
        }
    };
    if wanted(Area::Browser) {
        const STEP: &str = "browser and accessibility tests";
        if built == Verdict::Passed {
            steps.step(STEP, || in_browser("chromium", chromium.as_deref(), &[]));
        } else {
            steps.skip(STEP, "no release build");
        }
    }
    if wanted(Area::Browsers) {
        other_browsers(steps, built, chromium.as_deref());
    }
    if wanted(Area::Browser) {
        const STEP: &str = "documents in other programs";
        if built == Verdict::Passed {
            steps.step(STEP, || other_programs::judge().map(|output| format!("{} checks", passed(&output))));
        } else {
            steps.skip(STEP, "no release build");
        }
    }
    if wanted(Area::Budgets) {
        const STEP: &str = "budgets";
        const PAINT: &str = "largest paint of the Start page";
        if built == Verdict::Passed {
            let mut table = String::new();
            steps.step(STEP, || {
                table = budgets::check()?;
                Ok(String::new())
            });
            println!("{table}");
            steps.step(PAINT, || budgets::largest_paint(chromium.as_deref()));
        } else {
            steps.skip(STEP, "no release build");
            steps.skip(PAINT, "no release build");
        }
    }
}

/// The other browsers, and the servers; each is left out where this machine cannot have it.
fn other_browsers(steps: &mut Steps, built: Verdict, chromium: Option<&Path>) {
    for (other, project, variable) in [
        (browser::FIREFOX, "firefox", "CAREMAIL_FIREFOX"),
        (browser::WEBKIT, "webkit", "CAREMAIL_WEBKIT"),
        (browser::NGINX, "nginx", "CAREMAIL_NGINX"),
        (browser::APACHE, "apache", "CAREMAIL_APACHE"),
    ] {
        let step = format!("the site in {}", other.name);
        if built != Verdict::Passed {
            steps.skip(&step, "no release build");
            continue;
        }
        match other.ready() {
            Ok(program) => {
                steps.step(&step, || in_browser(project, chromium, &[(variable, &program)]));
            }
            Err(why) => steps.leave_out(&step, &why),
        }
    }
}

/// Runs the browser tests of one of the configuration's projects, with these programs.
fn in_browser(project: &str, chromium: Option<&Path>, programs: &[(&str, &Path)]) -> Outcome<String> {
    let mut playwright = packages::playwright();
    playwright
        .args(["test", "--config", "tests/browser/playwright.config.js"])
        .env("CAREMAIL_PORT", free_port()?.to_string())
        .env("CAREMAIL_BROWSER", project)
        .envs(programs.iter().copied())
        .envs(chromium.map(|chromium| ("CAREMAIL_CHROMIUM", chromium)));
    run(&mut playwright).map(|output| {
        let at_second = counted(&output, "flaky");
        let flaky = if at_second > 0 {
            format!(", and {at_second} only at the second attempt")
        } else {
            String::new()
        };
        format!("{} tests{flaky}", passed(&output))
    })
}

fn cargo(arguments: &[&str]) -> Outcome<String> {
    run(Command::new("cargo").current_dir(project::root()).args(arguments))
}

/// A port that no one uses, so that two copies of the project can be tested at a time.
fn free_port() -> Outcome<u16> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("No port of this machine could be used: {error}."))
}

/// How many tests a runner says have passed: the sum of its “12 passed”.
fn passed(output: &str) -> usize {
    counted(output, "passed")
}

/// The sum of the numbers that stand before `word`.
fn counted(output: &str, word: &str) -> usize {
    let words: Vec<&str> = output.split_whitespace().collect();
    words
        .windows(2)
        .filter(|pair| pair[1].trim_end_matches([';', ',']) == word)
        .filter_map(|pair| pair[0].parse::<usize>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passed_is_summed_over_cargo_s_binaries_and_read_from_playwright() {
        let cargo = "test result: ok. 12 passed; 0 failed\n\ntest result: ok. 3 passed; 0 failed";
        assert_eq!(passed(cargo), 15);
        assert_eq!(passed("  5 passed (2.6s)\n"), 5);
        assert_eq!(passed("24 passed, 0 failed"), 24);
        assert_eq!(passed("no tests"), 0);
        assert_eq!(counted("  1 flaky\n    a test\n  321 passed (9.2m)\n", "flaky"), 1);
    }

    #[test]
    fn an_area_is_one_of_four() {
        assert_eq!("browser".parse(), Ok(Area::Browser));
        assert_eq!("browsers".parse(), Ok(Area::Browsers));
        assert!("all".parse::<Area>().is_err());
    }
}
