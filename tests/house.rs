//! What always holds, over the whole house: see the crate's documentation.

use std::collections::BTreeSet;
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
        // `worker.rs` is the workers' end of the page's post; `browser_json.rs` has the browser read JSON for both.
        let is_of_browser = path.ends_with("src/worker.rs") || path.ends_with("src/browser_json.rs");
        if is_below(&path, "src/app") || is_below(&path, "src/bin") || is_of_browser {
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
fn what_is_wrong_and_the_boxes_of_a_day_are_drawn_by_one_component_each() {
    for class in [
        "nhsuk-error-summary__list",
        "nhsuk-error-message",
        "nhsuk-form-group--error",
        "nhsuk-date-input__item",
    ] {
        let drawn =
            sources("src/app").into_iter().filter(|(_, code)| lines(code).any(|line| line.contains(class)));
        let files: Vec<_> = drawn.map(|(path, _)| path).collect();
        assert_eq!(files.len(), 1, "{class}: {files:?}");
        assert!(is_below(&files[0], "src/app/components"), "{class}: {files:?}");
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
        let is_of_addresses = is_below(&path, "src/settings") || is_below(&path, "src/fields");
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
fn the_style_falls_back_on_the_built_in_colour() {
    let brand = caremail::settings::Settings::default().colours.brand;
    for (file, line) in [("main.scss", "$app-teal: {};"), ("_parts.scss", "$brand: var(--app-brand, {});")] {
        let style = fs::read_to_string(root().join("style").join(file)).expect("it is there");
        assert!(style.contains(&line.replace("{}", &brand)), "{file} has {brand}");
    }
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

/// The modules that `code`, of the module `of`, names by `crate::…` and `super::…`: in `use` lines and elsewhere.
fn named(code: &str, of: &[String]) -> Vec<Vec<String>> {
    let code: String = lines(code).flat_map(|line| [line, "\n"]).collect();
    let mut found = Vec::new();
    for (start, root) in code.match_indices("crate::").chain(code.match_indices("super::")) {
        let is_end_of_other = code[..start].ends_with(|c: char| c.is_alphanumeric() || "_:$".contains(c));
        if !is_end_of_other {
            let parent = of.iter().take(of.len().saturating_sub(1));
            let from = if root == "crate::" { Vec::new() } else { parent.cloned().collect() };
            branches(&code[start + root.len()..], &from, &mut found);
        }
    }
    found
}

/// Reads one path, such as `a::{b, c::d}`, below `from`, and adds each of its ends. Returns the text behind it.
fn branches<'a>(path: &'a str, from: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let length = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    let (name, mut rest) = path.split_at(length);
    let mut here = from.to_vec();
    match name {
        "" | "self" => {}
        "super" => drop(here.pop()),
        name => here.push(name.to_owned()),
    }
    if let Some(list) = path.strip_prefix('{') {
        rest = list.trim_start();
        while !rest.is_empty() && !rest.starts_with('}') {
            rest = branches(rest, from, found);
            rest =
                rest.trim_start_matches(|c: char| c != ',' && c != '}').trim_start_matches(',').trim_start();
        }
        return rest.strip_prefix('}').unwrap_or(rest);
    }
    match rest.strip_prefix("::") {
        Some(below) => branches(below, &here, found),
        None => {
            found.push(here);
            rest
        }
    }
}

/// The items that `code`, of the module `of`, hands on from the files in it: `pub use found::Found`.
fn handed_on(code: &str, of: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (start, words) in code.match_indices("pub use ") {
        let path = &code[start + words.len()..];
        if !path.starts_with("crate::") && !path.starts_with("super::") {
            branches(path, of, &mut found);
        }
    }
    found
}

/// The name of the module in the file at `path`, from the crate down: `["rules", "found"]`.
fn module(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix(root().join("src")).expect("is below src").with_extension("");
    let mut names: Vec<String> = inside.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|last| ["mod", "lib"].contains(&last.as_str()));
    names
}

/// Each pair of modules side by side of which one, or what is in it, names the other.
fn imports(files: &[(Vec<String>, String)]) -> BTreeSet<(Vec<String>, Vec<String>)> {
    let mut pairs = BTreeSet::new();
    let handed_on: Vec<Vec<String>> =
        files.iter().flat_map(|(module, code)| handed_on(code, module)).collect();
    for (from, code) in files {
        for mut to in named(code, from) {
            // A path may end in an item, or a variant of one: up to the module it is in.
            while !files.iter().any(|(module, _)| *module == to) {
                let item = to.pop();
                // Or in one that the module hands on, from the file in it that has it.
                let is_it = |path: &&Vec<String>| path.last() == item.as_ref() && path.starts_with(&to);
                if let Some(path) = handed_on.iter().find(is_it) {
                    to.clone_from(path);
                    to.pop();
                }
            }
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            // A folder's own file and those in it may name each other: they are one module to the others.
            if shared < from.len() && shared < to.len() {
                pairs.insert((from[..=shared].to_vec(), to[..=shared].to_vec()));
            }
        }
    }
    pairs
}

#[test]
fn no_two_modules_side_by_side_import_each_other() {
    let is_part = |path: &Path| !is_below(path, "src/bin") && !path.ends_with("rules/fixtures.rs");
    let files: Vec<_> = sources("src")
        .into_iter()
        .filter(|(path, _)| is_part(path))
        .map(|(path, code)| (module(&path), code))
        .collect();
    let imports = imports(&files);
    assert!(imports.contains(&(vec!["documents".into()], vec!["rules".into()])), "{imports:?}");
    let both_ways: Vec<_> =
        imports.iter().filter(|(a, b)| a < b && imports.contains(&(b.clone(), a.clone()))).collect();
    assert!(both_ways.is_empty(), "{both_ways:#?}");
}

#[test]
fn imports_are_read_however_they_are_written() {
    let file = |name: &str, code: &str| {
        (name.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect(), code.to_owned())
    };
    let read = imports(&[
        file("", "mod a; mod b;"),
        file("a", "pub use kept::{Kept, Other};"),
        file("a::kept", ""),
        file("a::deep", "use super::{side::Item, other};\nuse crate::b::{self, C};\n// use crate::c::D;\n"),
        file("a::side", "fn f() { super::super::c::run(); }"),
        file("a::other", "use std::fmt; use super::side::{\n    One,\n    Two,\n};\nuse super::Kept;"),
        file("b", ""),
        file("c", "use crate::Top;"),
    ]);
    let written: Vec<String> =
        read.iter().map(|(from, to)| format!("{}>{}", from.join("::"), to.join("::"))).collect();
    assert_eq!(
        written,
        ["a>b", "a>c", "a::deep>a::other", "a::deep>a::side", "a::other>a::kept", "a::other>a::side"]
    );
}
