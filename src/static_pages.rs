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

use crate::documents::checklist::INDEPENDENCE;
use crate::documents::html::escaped;
use crate::documents::save::LARGEST_FILE;
use crate::facts::{self, Fact};
use crate::intake::limits;
use crate::rules::{GROUPS, Group, Rule};
use crate::settings::{Settings, tel};
use crate::sites::problem::{AcrossRule, Problem};
use crate::text::in_thousands;

/// The settings that `index.html` shows, each at a `{{path}}`.
const SHOWN: [&str; 9] = [
    "association.contact_name",
    "association.contact_post",
    "association.name",
    "fewest_accounts",
    "helpdesk_telephone",
    "letter_days.0",
    "letter_days.1",
    "most_accounts",
    "passcode_days",
];

/// What stands for each `{{name}}` in `index.html`, as HTML.
///
/// What a host may change stands in an element that names the setting, so that `boot.js` finds it:
/// `data-setting` is the path of the one that is its text, `data-setting-href` its address with the path
/// between { and }, and `data-setting-count` the path of how many children it has.
pub fn words(settings: &Settings) -> Vec<(&'static str, String)> {
    let association = &settings.association;
    let shown = SHOWN.map(|path| match path {
        "helpdesk_telephone" => (path, telephone_link(settings)),
        _ => (path, span(settings, path).unwrap_or_default()),
    });
    let source = &facts::ASSOCIATION_PAGE;
    let mut words: Vec<_> = shown.into();
    words.extend([
        ("association-link", link(settings, "association.name", "{association.page}", &association.page)),
        ("blank-people", blank_people(settings)),
        ("brand-colour", escaped(&settings.colours.brand)),
        ("contact-link", contact_link(settings)),
        (
            "cqc-search-link",
            page_link("Find your site’s page", "links.cqc_search", &settings.links.cqc_search),
        ),
        ("facts-read", source.read_in()),
        ("independence", escaped(INDEPENDENCE)),
        ("largest-save", format!("{} MB", LARGEST_FILE / 1_000_000)),
        ("limits", limits()),
        ("other-facts", other_facts()),
        (
            "page-it-grew-from",
            format!(
                "<a href=\"{}\" {NEW_TAB}>{}{SAYS_SO}</a>",
                escaped(source.address),
                escaped(source.title)
            ),
        ),
        (
            "resources-link",
            page_link(
                "Read about NHSmail for social care providers",
                "links.starter_guide",
                &settings.links.starter_guide,
            ),
        ),
        ("rules", rules(settings)),
        ("rules-contents", contents()),
        (
            "toolkit-help-link",
            page_link("Get help with the toolkit", "links.dspt_help", &settings.links.dspt_help),
        ),
    ]);
    words
}

/// The setting at `path`, as it is shown. `None` where there is none, or none that is shown.
fn value(settings: &Settings, path: &str) -> Option<String> {
    let Settings { association, letter_days: (soonest, latest), .. } = settings;
    Some(match path {
        "association.contact_email" => association.contact_email.clone(),
        "association.contact_name" => association.contact_name.clone(),
        "association.contact_post" => association.contact_post.clone(),
        "association.name" => association.name.clone(),
        "fewest_accounts" => settings.fewest_accounts.to_string(),
        "helpdesk_telephone" => settings.helpdesk_telephone.clone(),
        "letter_days.0" => soonest.to_string(),
        "letter_days.1" => latest.to_string(),
        "most_accounts" => settings.most_accounts.to_string(),
        "passcode_days" => settings.passcode_days.to_string(),
        _ => return None,
    })
}

fn span(settings: &Settings, path: &str) -> Option<String> {
    let value = escaped(&value(settings, path)?);
    Some(format!("<span data-setting=\"{path}\">{value}</span>"))
}

/// What a link to another website has: it opens beside the page, so that what is typed there stays as it is.
const NEW_TAB: &str = "target=\"_blank\" rel=\"noopener noreferrer\"";
/// What such a link says of it.
const SAYS_SO: &str = " (opens in a new tab)";

/// A link to the website at `address`, which `template` makes of settings, with the one at `path` in its text.
fn link(settings: &Settings, path: &str, template: &str, address: &str) -> String {
    let text = span(settings, path).unwrap_or_default();
    format!("<a data-setting-href=\"{template}\" href=\"{}\" {NEW_TAB}>{text}{SAYS_SO}</a>", escaped(address))
}

/// A link with the words `text` to the website at `address`, the setting at `path`.
fn page_link(text: &str, path: &str, address: &str) -> String {
    let address = escaped(address);
    format!("<a data-setting-href=\"{{{path}}}\" href=\"{address}\" {NEW_TAB}>{text}{SAYS_SO}</a>")
}

/// A link to `address` that leaves the page where it is, with the setting at `path` as its text.
fn reach(settings: &Settings, path: &str, template: &str, address: &str) -> String {
    let text = escaped(&value(settings, path).unwrap_or_default());
    format!(
        "<a data-setting=\"{path}\" data-setting-href=\"{template}\" href=\"{}\">{text}</a>",
        escaped(address)
    )
}

fn telephone_link(settings: &Settings) -> String {
    reach(settings, "helpdesk_telephone", "tel:{helpdesk_telephone}", &tel(&settings.helpdesk_telephone))
}

fn contact_link(settings: &Settings) -> String {
    let path = "association.contact_email";
    let address = format!("mailto:{}", settings.association.contact_email);
    reach(settings, path, "mailto:{association.contact_email}", &address)
}

/// `text` as HTML, with a setting in place of each path between { and }.
fn with_settings(settings: &Settings, text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some((before, (path, after))) =
        rest.split_once('{').and_then(|(before, behind)| Some((before, behind.split_once('}')?)))
    {
        html.push_str(&escaped(before));
        html.push_str(&span(settings, path).unwrap_or_else(|| escaped(&format!("{{{path}}}"))));
        rest = after;
    }
    html + &escaped(rest)
}

/// The form to print, with room for as many people as a site may ask accounts for.
fn blank_people(settings: &Settings) -> String {
    let people = BLANK_PERSON.repeat(settings.most_accounts);
    format!("<ol class=\"app-form\" data-setting-count=\"most_accounts\">\n{people}</ol>\n")
}

/// Room for one person on the form to print.
const BLANK_PERSON: &str = "\
<li><h2 class=\"nhsuk-heading-s\">Your NHSmail account</h2>\
<p>You need NHSmail for your work: secure email for health and care. Fill this in about yourself. Give it back to the person who gave it to you, and show it to nobody else.</p>\
<div class=\"app-form__boxes\"><span>Home or branch</span><span>Give this back to</span><span>First name</span><span>Last name</span><span>Your own email address</span><span>Your own UK mobile number</span></div>\
<p>Your username comes to that email address, a temporary password to that mobile. They are used only for that, and to check later that it is you. Personal ones will do. Nobody else at work may give the same ones. An account is for one person: “Office” or “Night staff” cannot have one.</p>\
<p>☐ I have an NHSmail address from another job. I keep that one: <span class=\"app-form__line\"></span></p>\
<p>Shared mailbox, to be ticked by the person who gave you this: ☐ owner ☐ member</p></li>\n";

/// How much is read of what a user brings.
fn limits() -> String {
    const MB: usize = 1024 * 1024;
    let limits = [
        format!("a file of {} MB", limits::FILE_BYTES / MB),
        format!("a CSV file of {} MB, where many sites are checked", limits::SITES_TEXT_BYTES / MB),
        format!("{} MB of content, counted as a workbook is unpacked", limits::INFLATED_BYTES / MB as u64),
        format!("{} parts in a workbook", in_thousands(limits::ENTRIES)),
        format!("{} sheets", in_thousands(limits::SHEETS)),
        format!("{} filled cells, with {} MB of text", in_thousands(limits::CELLS), limits::TEXT_BYTES / MB),
        format!("{} columns", in_thousands(limits::COLUMNS)),
        format!("{} characters in a cell", in_thousands(limits::CELL_CHARACTERS)),
        format!("{} seconds", limits::SECONDS),
    ];
    limits.map(|limit| format!("<li>{limit}</li>\n")).concat()
}

/// What the pages and documents state besides the rules: the portal, what comes after it, the other
/// ways.
const OTHER_FACTS: [&Fact; 16] = [
    &facts::ACCREDITED,
    &facts::NEW_NAME,
    &facts::NO_FAST_TRACK,
    &facts::LIKELY_MAILBOX,
    &facts::REPLY,
    &facts::CREDENTIALS,
    &facts::POLICY,
    &facts::IDLE,
    &facts::SILENT_MAILBOX,
    &facts::SILENT_MAILBOX_KEPT,
    &facts::LOCAL_ADMINISTRATOR,
    &facts::MORE_LATER,
    &facts::ALTERNATIVE,
    &facts::LOCKED_OUT,
    &facts::HELPDESK_ADDRESS,
    &facts::FEEDBACK_ADDRESS,
];

fn other_facts() -> String {
    let mut html = String::new();
    OTHER_FACTS.iter().for_each(|fact| of_fact(&mut html, fact));
    html
}

/// The id of a group's heading: not a screen's address, but a place within one.
fn group_id(group: Group) -> &'static str {
    match group {
        Group::Applying => "rules-applying",
        Group::Toolkit => "rules-toolkit",
        Group::Proof => "rules-proof",
        Group::Site => "rules-site",
        Group::People => "rules-people",
        Group::Alike => "rules-alike",
    }
}

/// A link to each group of rules.
fn contents() -> String {
    let line = |(group, _): &(Group, _)| {
        format!("<li><a href=\"#{}\">{}</a></li>\n", group_id(*group), escaped(group.heading()))
    };
    let across = format!("<li><a href=\"#{ACROSS_ID}\">{ACROSS}</a></li>\n");
    GROUPS.iter().map(line).chain([across]).collect()
}

/// The rules across sites: their place on the page, and what they are called.
const ACROSS_ID: &str = "rules-across";
const ACROSS: &str = "Where many sites are checked";

/// Every rule of the registry by its group, with the facts it stands on, where each was read, and when.
fn rules(settings: &Settings) -> String {
    let mut html = String::new();
    let mut group = |id: &str, heading: &str, rows: String| {
        let _ = write!(
            html,
            "<h2 class=\"nhsuk-heading-m\" id=\"{id}\" tabindex=\"-1\">{heading}</h2>\n<ul class=\"app-rules\">\n{rows}</ul>\n"
        );
    };
    for (of_group, rules) in GROUPS {
        let rows = rules.iter().map(|rule| of_rule(rule, settings)).collect();
        group(group_id(*of_group), &escaped(of_group.heading()), rows);
    }
    let across = |rule: AcrossRule| row(Problem::Across(rule).id(), rule.says(), rule.basis());
    group(ACROSS_ID, ACROSS, AcrossRule::ALL.into_iter().map(across).collect());
    html
}

fn of_rule(rule: &Rule, settings: &Settings) -> String {
    row(rule.id, &with_settings(settings, rule.says), rule.basis)
}

fn row(id: &str, says: &str, basis: &[&Fact]) -> String {
    let mut html = String::new();
    let _ = write!(html, "<li id=\"rule-{id}\"><h3 class=\"nhsuk-heading-s\">{says}</h3><ul>");
    for fact in basis {
        of_fact(&mut html, fact);
    }
    html.push_str("</ul></li>\n");
    html
}

fn of_fact(html: &mut String, fact: &Fact) {
    let (says, title, address) =
        (escaped(fact.says), escaped(fact.source.title), escaped(fact.source.address));
    let read = fact.source.read_in();
    let unsure = if fact.unsure { " The source leaves room for doubt." } else { "" };
    let _ = write!(
        html,
        "<li>{says} <span class=\"app-source\">Source: <a href=\"{address}\" {NEW_TAB}>{title}<span class=\"nhsuk-u-visually-hidden\">{SAYS_SO}</span></a>, as published, read in {read}.{unsure}</span></li>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RULES;

    #[test]
    fn every_rule_has_a_row_with_its_source_and_the_month_it_was_read_in() {
        let html = rules(&Settings::default());
        for (group, _) in GROUPS {
            let id = group_id(*group);
            assert!(html.contains(&format!("id=\"{id}\"")), "{id} is there");
            assert!(contents().contains(&format!("href=\"#{id}\"")), "{id} is in the contents");
        }
        for rule in RULES {
            let row = html.split(&format!("id=\"rule-{}\"", rule.id)).nth(1).expect("a row");
            let row = row.split("</ul></li>").next().unwrap_or_default();
            assert!(!rule.basis.is_empty(), "{} stands on something", rule.id);
            for fact in rule.basis {
                assert!(row.contains(&escaped(fact.source.address)), "{}: {row}", rule.id);
                let read = format!("</a>, as published, read in {}.", fact.source.read_in());
                assert!(row.contains(&read), "{}: {row}", rule.id);
            }
        }
    }

    #[test]
    fn every_limit_is_said() {
        let said = limits();
        for limit in [
            "20 MB",
            "200 MB",
            "2,000 parts",
            "500 sheets",
            "2,000,000 filled",
            "64 MB",
            "200 columns",
            "1,000 char",
            "30 s",
        ] {
            assert!(
                said.contains(&format!(" {limit}")) || said.contains(&format!(">{limit}")),
                "{limit}: {said}"
            );
        }
        assert_eq!(said.matches("<li>").count(), 9);
    }

    #[test]
    fn a_hosts_own_words_are_text_and_never_markup() {
        let mut settings = Settings::default();
        settings.association.name = "Care & <Co>".into();
        settings.association.page = "https://example.org/?a=\"&b".into();
        let words = words(&settings);
        let word = |wanted| words.iter().find(|(name, _)| *name == wanted).unwrap().1.as_str();
        let name = "<span data-setting=\"association.name\">Care &amp; &lt;Co&gt;</span>";
        assert_eq!(word("association.name"), name);
        assert_eq!(
            word("association-link"),
            format!(
                "<a data-setting-href=\"{{association.page}}\" href=\"https://example.org/?a=&quot;&amp;b\" \
                 target=\"_blank\" rel=\"noopener noreferrer\">{name} (opens in a new tab)</a>"
            )
        );
        let telephone = "<a data-setting=\"helpdesk_telephone\" data-setting-href=\"tel:{helpdesk_telephone}\" \
                         href=\"tel:03332001133\">0333 200 1133</a>";
        assert_eq!(word("helpdesk_telephone"), telephone);
    }

    #[test]
    fn what_is_shown_of_the_settings_is_what_the_block_has_there() {
        let settings = Settings::default();
        let block = serde_json::to_value(&settings).unwrap();
        for path in SHOWN.into_iter().chain(["association.contact_email"]) {
            let in_block = block.pointer(&format!("/{}", path.replace('.', "/"))).unwrap();
            let text = in_block.as_str().map_or_else(|| in_block.to_string(), str::to_owned);
            assert_eq!(value(&settings, path), Some(text), "{path}");
        }
    }

    #[test]
    fn a_rule_says_the_host_s_own_numbers_where_boot_js_finds_them() {
        let settings = Settings { most_accounts: 12, ..Settings::default() };
        let said = with_settings(&settings, "{fewest_accounts} to {most_accounts} & more");
        assert_eq!(
            said,
            "<span data-setting=\"fewest_accounts\">2</span> to <span data-setting=\"most_accounts\">12</span> &amp; more"
        );
        for rule in RULES {
            let html = with_settings(&settings, rule.says);
            assert!(!html.contains(['{', '}']), "{}: {html}", rule.id);
        }
        assert_eq!(blank_people(&settings).matches("First name").count(), 12);
    }
}
