//! How much a person waits for: the sizes that the site keeps within, its requests, and its largest paint.
//!
//! A KB is 1,024 bytes, and sizes are of the file compressed by brotli at its highest quality (11),
//! as a host that compresses sends it.

use crate::finish::compress;
use crate::steps::run;
use crate::{Outcome, project};
use std::path::Path;
use std::process::Command;

/// Where the browser tests note which files the page asked for before its first question worked:
/// one path a line, from the page's own folder; the page itself is an empty line's worth, `./`.
const REQUESTS: &str = "tests/browser/results/requests.txt";

const KB: u64 = 1024;

/// The app's module and its script: what a manager waits for while reading the Start page.
const APP: u64 = 250 * KB;

/// How far the app may be over its budget, which it is: so that the figure does not grow unseen.
const APP_OVER: u64 = 156 * KB;

/// The same for a worker: the reader is over its budget.
const ON_DEMAND_OVER: u64 = 24 * KB;

struct Budget {
    what: &'static str,
    limit: Figure,
    /// How far over its limit the figure may be and still be let through, though it is said.
    tolerance: u64,
    figure: u64,
}

enum Figure {
    Bytes(u64),
    Count(u64),
}

/// Measures the release build in `dist/`; the error is the table, when something is over.
pub fn check() -> Outcome<String> {
    let requests = project::root().join(REQUESTS);
    let again = "Run cargo xtask test --only browser: it counts what the page asks for.";
    let requests = project::read(&requests).map_err(|_| again.to_owned())?;
    let files: Vec<&str> = requests.lines().map(file_of).collect();
    let dist = project::dist();
    if let Some(gone) = files.iter().find(|file| !dist.join(file).is_file()) {
        return Err(format!("{gone} was counted in another build. {again}"));
    }
    let mut budgets = budgets(&files, |file| sent_size(&dist.join(file)))?;
    budgets.push(on_demand("reader, on demand", "reader", 400 * KB)?);
    budgets.push(on_demand("many sites, on demand", "sites", 700 * KB)?);
    budgets.push(on_demand("writer and its type, on demand", "writer", 800 * KB)?);
    let table = table(&budgets);
    if budgets.iter().all(Budget::is_let_through) { Ok(table) } else { Err(table) }
}

/// Has Lighthouse measure the largest paint of the Start page, with its scripts and without. Returns both
/// figures and their ratio, on one line; the error holds them too, when the ratio is over.
pub fn largest_paint(chromium: Option<&Path>) -> Outcome<String> {
    let mut node = Command::new("node");
    node.current_dir(project::root()).arg("tests/browser/largest_paint.js");
    if let Some(chromium) = chromium {
        node.env("CAREMAIL_CHROMIUM", chromium);
    }
    run(&mut node).map(|output| output.trim().replace('\n', "; "))
}

/// A worker's module and scripts: fetched by those who need it, when they do.
fn on_demand(what: &'static str, worker: &str, limit: u64) -> Outcome<Budget> {
    let dist = project::dist();
    let mut figure = 0;
    for file in project::files_below(&dist)? {
        let is_its =
            file.starts_with(&format!("{worker}-")) || file.starts_with(&format!("{worker}_loader-"));
        if is_its && (file.ends_with(".js") || file.ends_with(".wasm")) {
            figure += sent_size(&dist.join(file))?;
        }
    }
    if figure == 0 {
        Err(format!("dist/ has no {worker}."))
    } else {
        Ok(Budget { what, limit: Figure::Bytes(limit), tolerance: ON_DEMAND_OVER, figure })
    }
}

fn file_of(request: &str) -> &str {
    match request {
        "./" => "index.html",
        other => other.trim_start_matches("./"),
    }
}

fn sent_size(file: &Path) -> Outcome<u64> {
    Ok(compress::brotli(&project::read_bytes(file)?).len() as u64)
}

fn budgets(files: &[&str], size: impl Fn(&str) -> Outcome<u64>) -> Outcome<Vec<Budget>> {
    let sum = |wanted: &[&str]| -> Outcome<u64> {
        let of_kind = |file: &&&str| wanted.is_empty() || wanted.iter().any(|end| file.ends_with(end));
        files.iter().filter(of_kind).map(|file| size(file)).sum()
    };
    Ok(vec![
        Budget {
            what: "app, WebAssembly and script",
            limit: Figure::Bytes(APP),
            tolerance: APP_OVER,
            figure: sum(&[".wasm", ".js"])?,
        },
        Budget { what: "style", limit: Figure::Bytes(16 * KB), tolerance: 0, figure: sum(&[".css"])? },
        Budget {
            what: "all before the first question",
            limit: Figure::Bytes(APP + 30 * KB),
            tolerance: APP_OVER,
            figure: sum(&[])?,
        },
        Budget {
            what: "requests before the first question",
            limit: Figure::Count(5),
            tolerance: 0,
            figure: files.len() as u64,
        },
    ])
}

impl Budget {
    fn limit(&self) -> u64 {
        let (Figure::Bytes(limit) | Figure::Count(limit)) = self.limit;
        limit
    }

    fn is_kept(&self) -> bool {
        self.figure <= self.limit()
    }

    fn is_let_through(&self) -> bool {
        self.figure <= self.limit() + self.tolerance
    }
}

fn table(budgets: &[Budget]) -> String {
    let mut table = String::new();
    for budget in budgets {
        let kb = |bytes: u64| format!("{:.1} KB", bytes as f64 / KB as f64);
        let (figure, limit) = match budget.limit {
            Figure::Bytes(limit) => (kb(budget.figure), format!("{} KB", limit / KB)),
            Figure::Count(limit) => (budget.figure.to_string(), limit.to_string()),
        };
        let verdict = if budget.is_kept() { "" } else { "  OVER" };
        table.push_str(&format!("    {:36}{figure:>10}  of {limit}{verdict}\n", budget.what));
    }
    table.push_str("    (1 KB is 1,024 bytes; brotli, quality 11)");
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(wasm: u64) -> Vec<Budget> {
        let files = ["index.html", "app-1.js", "app-2.wasm", "main-3.css"];
        budgets(&files, |file| {
            Ok(match file {
                "index.html" => 2 * KB,
                "app-1.js" => 4 * KB,
                "app-2.wasm" => wasm,
                _ => KB / 2,
            })
        })
        .expect("every size is known")
    }

    #[test]
    fn each_figure_stands_against_its_budget() {
        assert_eq!(
            table(&measured(246 * KB)),
            "    app, WebAssembly and script           250.0 KB  of 250 KB\n    \
                 style                                   0.5 KB  of 16 KB\n    \
                 all before the first question         252.5 KB  of 280 KB\n    \
                 requests before the first question           4  of 5\n    \
                 (1 KB is 1,024 bytes; brotli, quality 11)"
        );
    }

    #[test]
    fn a_byte_over_is_over() {
        let app = |wasm| measured(wasm).swap_remove(0);
        assert!(!table(&[app(246 * KB)]).contains("OVER"));
        assert!(table(&[app(246 * KB + 1)]).contains("of 250 KB  OVER\n"));
        assert!(app(246 * KB).is_kept() && !app(246 * KB + 1).is_kept());
    }

    #[test]
    fn the_app_may_be_over_so_far_and_no_further() {
        let app = |wasm| measured(wasm).swap_remove(0);
        assert!(app(246 * KB + APP_OVER).is_let_through() && !app(246 * KB + APP_OVER + 1).is_let_through());
        let style = |size| Budget { what: "", limit: Figure::Bytes(KB), tolerance: 0, figure: size };
        assert!(style(KB).is_let_through() && !style(KB + 1).is_let_through());
    }

    #[test]
    fn the_page_itself_is_one_of_the_files() {
        assert_eq!(file_of("./"), "index.html");
        assert_eq!(file_of("./main-3.css"), "main-3.css");
    }
}
