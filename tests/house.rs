//! What always holds, over the whole house: see the crate's documentation.

use std::fs;
use std::path::{Path, PathBuf};

use caremail::rules::RULES;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `folder`, with the part of it that is not tests.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("it can be read");
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
                files.push((path, code));
            }
        }
    }
    assert!(!files.is_empty(), "{folder} has files");
    files
}

/// The lines of `code` that are not comments.
fn lines(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn is_below(path: &Path, folder: &str) -> bool {
    path.starts_with(root().join(folder))
}

#[test]
fn only_the_browser_module_of_the_app_and_the_workers_own_end_name_web_sys() {
    for (path, code) in sources("src") {
        if !is_below(&path, "src/app/browser") && !path.ends_with("src/worker.rs") {
            assert!(!lines(&code).any(|line| line.contains("web_sys")), "{}", path.display());
        }
    }
}

#[test]
fn what_is_not_the_app_knows_no_browser_no_clock_and_no_chance() {
    let barred = [
        "leptos",
        "reactive_graph",
        "tachys",
        "wasm_bindgen",
        "js_sys",
        "SystemTime",
        "Instant",
        "random",
        "std::fs",
        "std::net",
    ];
    for (path, code) in sources("src") {
        // `worker.rs` is the workers' end of the page's post.
        if is_below(&path, "src/app") || is_below(&path, "src/bin") || path.ends_with("src/worker.rs") {
            continue;
        }
        for line in lines(&code) {
            assert!(!barred.iter().any(|word| line.contains(word)), "{}: {line}", path.display());
        }
    }
}

/// What Clippy refuses outside the tests of each module but the app: whatever may panic on what a user brings.
const PANIC_LINTS: &str = "\
    #![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, \
    clippy::indexing_slicing, clippy::string_slice))]";

#[test]
fn every_module_but_the_app_has_clippy_refuse_what_may_panic() {
    let packed = |text: &str| text.split_whitespace().collect::<String>();
    let (_, map) =
        sources("src").into_iter().find(|(path, _)| path.ends_with("src/lib.rs")).expect("is there");
    let modules = lines(&map)
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .filter(|module| *module != "app");
    for module in modules {
        let text = ["src/{}.rs", "src/{}/mod.rs"]
            .iter()
            .find_map(|path| fs::read_to_string(root().join(path.replace("{}", module))).ok())
            .expect("the module has a root");
        assert!(packed(&text).contains(&packed(PANIC_LINTS)), "{module} denies the lints");
    }
}

#[test]
fn what_is_not_the_app_leaves_nothing_to_be_unreachable_or_done_later() {
    for (path, code) in sources("src") {
        if is_below(&path, "src/app") || is_below(&path, "src/bin") || path.ends_with("rules/fixtures.rs") {
            continue;
        }
        for line in lines(&code) {
            let is_left =
                ["unreachable!(", "todo!(", "unimplemented!("].iter().any(|word| line.contains(word));
            assert!(!is_left, "{}: {line}", path.display());
        }
    }
}

#[test]
fn every_rule_has_a_file_a_source_a_test_that_fires_it_and_one_that_does_not() {
    for rule in RULES {
        let file = root().join("src/rules").join(rule.id).with_extension("rs");
        let text = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} has a file", rule.id));
        assert!(!rule.basis.is_empty(), "{} stands on a fact", rule.id);
        let tests = text.split("mod tests").nth(1).unwrap_or_default();
        assert!(tests.contains("fn fires_"), "{} has a test that fires it", rule.id);
        assert!(tests.contains("fn is_silent_"), "{} has a test that does not", rule.id);
    }
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len(), "no two rules share a name");
}

#[test]
fn facts_are_stated_in_one_file() {
    let telephone = caremail::facts::HELPDESK_TELEPHONE;
    for (path, code) in sources("src") {
        if path.ends_with("facts.rs") {
            continue;
        }
        assert!(!code.contains(telephone), "{} has the helpdesk's telephone", path.display());
        let is_of_addresses = path.ends_with("settings.rs") || is_below(&path, "src/fields");
        if !is_of_addresses {
            let address = lines(&code).find(|line| line.contains("https://") || line.contains("http://"));
            assert_eq!(address, None, "{} has an address", path.display());
        }
    }
    let page = fs::read_to_string(root().join("index.html")).expect("the page is there");
    assert!(
        !page.contains(telephone) && !page.contains("https://"),
        "the page takes its facts from the library"
    );
}

#[test]
fn every_fact_is_shown_or_stood_on() {
    let (_, facts) =
        sources("src").into_iter().find(|(path, _)| path.ends_with("facts.rs")).expect("is there");
    let names = facts.lines().filter_map(|line| line.strip_prefix("pub static ")?.split(':').next());
    let elsewhere: String = sources("src")
        .into_iter()
        .filter(|(path, _)| !path.ends_with("facts.rs"))
        .map(|(_, code)| code)
        .collect();
    for name in names {
        let within = facts.matches(&format!("&{name}")).count();
        assert!(within > 0 || elsewhere.contains(&format!("facts::{name}")), "{name} is used");
    }
}
