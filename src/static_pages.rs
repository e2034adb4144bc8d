//! What the screens that stand in `index.html` take from facts, rules and settings: the Start page,
//! the rules, privacy, accessibility. They are written out when the site is built, so that they can
//! be read before, and without, the checker, and do not weigh on it.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use std::fmt::Write;

use crate::day::in_words;
use crate::documents::checklist::INDEPENDENCE;
use crate::documents::html::escaped;
use crate::documents::save::LARGEST_FILE;
use crate::facts::{self, Fact};
use crate::intake::limits;
use crate::rules::{RULES, Rule};
use crate::settings::Settings;

/// What stands for each `{{name}}` in `index.html`, as HTML.
pub fn words(settings: &Settings) -> Vec<(&'static str, String)> {
    let association = &settings.association;
    let (soonest, latest) = settings.letter_days;
    let text = [
        ("association-name", association.name.clone()),
        ("association-page", association.page.clone()),
        ("association-page-title", facts::ASSOCIATION_PAGE.title.to_owned()),
        ("contact-name", association.contact_name.clone()),
        ("contact-post", association.contact_post.clone()),
        ("contact-email", association.contact_email.clone()),
        ("facts-checked", in_words(facts::HOW_MANY.checked)),
        ("fewest-accounts", settings.fewest_accounts.to_string()),
        ("helpdesk-telephone", settings.helpdesk_telephone.clone()),
        ("independence", INDEPENDENCE.to_owned()),
        ("largest-save", format!("{} MB", LARGEST_FILE / 1_000_000)),
        ("letter-days", format!("{soonest} to {latest}")),
        ("most-accounts", settings.most_accounts.to_string()),
        ("passcode-days", settings.passcode_days.to_string()),
    ];
    let escape = |(name, text): (&'static str, String)| (name, escaped(&text));
    let mut words: Vec<_> = text.into_iter().map(escape).collect();
    words.push(("blank-people", BLANK_PERSON.repeat(settings.most_accounts)));
    words.push(("limits", limits()));
    words.push(("rules", rules(settings)));
    words.push(("other-facts", other_facts()));
    words
}

/// Room for one person on the form to print.
const BLANK_PERSON: &str = "<li><div class=\"app-form__boxes\"><span>First name</span><span>Last name</span><span>Email address</span><span>Mobile number</span><span class=\"app-form__tick\">Shared mailbox: ☐ owner ☐ member</span></div></li>\n";

/// How much is read of what a user brings.
fn limits() -> String {
    const MB: usize = 1024 * 1024;
    let limits = [
        format!("a file of {} MB", limits::FILE_BYTES / MB),
        format!("{} MB of content, counted as a workbook is unpacked", limits::INFLATED_BYTES / MB as u64),
        format!("{} parts in a workbook", in_thousands(limits::ENTRIES)),
        format!("{} filled cells", in_thousands(limits::CELLS)),
        format!("{} columns", in_thousands(limits::COLUMNS)),
        format!("{} characters in a cell", in_thousands(limits::CELL_CHARACTERS)),
        format!("{} seconds", limits::SECONDS),
    ];
    limits.map(|limit| format!("<li>{limit}</li>\n")).concat()
}

/// A number with a comma before each three digits.
fn in_thousands(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", in_thousands(number / 1000), number % 1000),
    }
}

/// What the pages and documents state besides the rules: the portal, what comes after it, the other
/// ways.
const OTHER_FACTS: [&Fact; 9] = [
    &facts::NEW_NAME,
    &facts::NO_FAST_TRACK,
    &facts::LIKELY_MAILBOX,
    &facts::REPLY,
    &facts::CREDENTIALS,
    &facts::POLICY,
    &facts::IDLE,
    &facts::MORE_LATER,
    &facts::ALTERNATIVE,
];

fn other_facts() -> String {
    let mut html = String::new();
    OTHER_FACTS.iter().for_each(|fact| of_fact(&mut html, fact));
    html
}

/// Every rule of the registry, with the facts it stands on, where each was read, and when.
fn rules(settings: &Settings) -> String {
    RULES.iter().map(|rule| of_rule(rule, settings)).collect()
}

fn of_rule(rule: &Rule, settings: &Settings) -> String {
    let mut html = String::new();
    let says = escaped(&(rule.says)(settings));
    let _ = write!(html, "<li id=\"rule-{}\"><h2 class=\"nhsuk-heading-s\">{says}</h2><ul>", rule.id);
    for fact in rule.basis {
        of_fact(&mut html, fact);
    }
    html.push_str("</ul></li>\n");
    html
}

fn of_fact(html: &mut String, fact: &Fact) {
    let (says, title, address) =
        (escaped(fact.says), escaped(fact.source.title), escaped(fact.source.address));
    let checked = in_words(fact.checked);
    let unsure = if fact.unsure { " The source leaves room for doubt." } else { "" };
    let _ = write!(
        html,
        "<li>{says} <span class=\"app-source\">Source: <a href=\"{address}\">{title}</a>, checked {checked}.{unsure}</span></li>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_row_with_its_source_and_the_day_it_was_checked() {
        let html = rules(&Settings::default());
        for rule in RULES {
            let row = html.split(&format!("id=\"rule-{}\"", rule.id)).nth(1).expect("a row");
            let row = row.split("</ul></li>").next().unwrap_or_default();
            assert!(!rule.basis.is_empty(), "{} stands on something", rule.id);
            for fact in rule.basis {
                assert!(row.contains(&escaped(fact.source.address)), "{}: {row}", rule.id);
                assert!(row.contains(&in_words(fact.checked)), "{}: {row}", rule.id);
            }
        }
    }

    #[test]
    fn every_limit_is_said() {
        let said = limits();
        for limit in
            ["20 MB", "200 MB", "2,000 parts", "2,000,000 filled", "200 columns", "1,000 char", "30 s"]
        {
            assert!(
                said.contains(&format!(" {limit}")) || said.contains(&format!(">{limit}")),
                "{limit}: {said}"
            );
        }
        assert_eq!(said.matches("<li>").count(), 7);
    }

    #[test]
    fn a_hosts_own_words_are_text_and_never_markup() {
        let mut settings = Settings::default();
        settings.association.name = "Care & <Co>".into();
        let words = words(&settings);
        let name = words.iter().find(|(name, _)| *name == "association-name").unwrap();
        assert_eq!(name.1, "Care &amp; &lt;Co&gt;");
    }
}
