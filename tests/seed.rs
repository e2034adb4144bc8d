//! The table of the page this grew from: whatever it says the product has is there.

use std::fs;
use std::path::Path;

use caremail::application::Question;
use caremail::rules::RULES;
use caremail::settings::Settings;

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("it can be read")
}

/// The rows of the table: the words on the page, what they say, where the product has it.
fn rows() -> Vec<[String; 3]> {
    let text = read("docs/seed.md");
    let cells = |line: &str| {
        let mut cells = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
        [(); 3].map(|()| cells.next().unwrap_or_default())
    };
    text.lines().filter(|line| line.starts_with("| “")).map(cells).collect()
}

/// Whether `name`, as the table gives it, names something of the product.
fn is_there(name: &str, facts: &str, settings: &serde_json::Value) -> bool {
    let is_fact = facts.contains(&format!("pub static {name}: Fact"));
    let is_rule = RULES.iter().any(|rule| rule.id == name);
    let is_setting = settings.pointer(&format!("/{}", name.replace('.', "/"))).is_some();
    is_fact || is_rule || is_setting || Question::from_key(name).is_some() || name.starts_with("#/")
}

#[test]
fn every_sentence_has_a_place_and_every_place_is_there() {
    let (facts, page) = (read("src/facts.rs"), read("index.html"));
    let settings = serde_json::to_value(Settings::default()).expect("settings are JSON");
    let start = page.split("id=\"/\"").nth(1).and_then(|start| start.split("</section>").next());
    let start = start.expect("the page has a Start screen");
    let rows = rows();
    assert_eq!(rows.len(), 28, "the page has that many sentences");
    for [sentence, says, places] in &rows {
        assert!(!says.is_empty() && !places.is_empty(), "{sentence}");
        for name in places.split('`').skip(1).step_by(2) {
            assert!(is_there(name, &facts, &settings), "{sentence}: there is no {name}");
        }
        for heading in places.split('*').skip(1).step_by(2) {
            assert!(start.contains(&format!(">{heading}")), "{sentence}: the Start page has no {heading}");
        }
    }
}

#[test]
fn the_form_to_print_can_be_reached_from_the_start_page_without_scripts() {
    let page = read("index.html");
    let start = page.split("id=\"/\"").nth(1).and_then(|start| start.split("</section>").next());
    assert!(start.expect("it is there").contains("<a href=\"#/form\">"));
    assert!(page.contains("<section class=\"app-screen\" id=\"/form\">"));
}
