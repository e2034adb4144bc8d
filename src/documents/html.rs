//! `nhsmail-checklist.html`: the checklist as one page that needs nothing else, and prints well.

use std::fmt::Write;

use super::checklist::{Block, Card, Checklist, INDEPENDENCE, Part};
use super::summary::Action;
use crate::settings::in_hex;

/// The name the page is offered under.
pub const FILE_NAME: &str = "nhsmail-checklist.html";

/// The page. It runs nothing and asks nothing of anyone; its own policy says so.
pub fn checklist_page(checklist: &Checklist) -> String {
    let mut page = String::new();
    let title = escaped(&checklist.title);
    page.push_str("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    let brand = in_hex(checklist.brand);
    let _ = write!(page, "<title>{title}</title>\n<style>\n{STYLE}h2 {{ border-top: 2px solid {brand}; }}\n");
    page.push_str("</style>\n</head>\n<body>\n<main>\n");
    let _ = writeln!(page, "<h1>{title}</h1>\n<p>Made on {}</p>", escaped(&checklist.made_on));
    if let Some(warning) = &checklist.warning {
        let _ = writeln!(page, "<p class=\"warning\"><strong>{}</strong></p>", escaped(warning));
    }
    let _ = writeln!(page, "<p class=\"verdict\">{}</p>", escaped(&checklist.verdict));
    if let Some(deadline) = &checklist.deadline {
        let _ = writeln!(page, "<p><strong>{}</strong></p>", escaped(deadline));
    }
    for part in &checklist.parts {
        write_part(&mut page, part);
    }
    let _ = write!(page, "</main>\n<footer><p>{INDEPENDENCE}</p></footer>\n</body>\n</html>\n");
    page
}

fn write_part(page: &mut String, part: &Part) {
    let _ = writeln!(page, "<section>\n<h2>{}</h2>", escaped(&part.heading));
    for block in &part.blocks {
        match block {
            Block::Sentence(sentence) => {
                let _ = writeln!(page, "<p>{}</p>", escaped(sentence));
            }
            Block::Actions(actions) => write_list(page, "ol class=\"actions\"", actions, write_action),
            Block::Steps(steps) => write_list(page, "ol", steps, |page, step| page.push_str(&escaped(step))),
            Block::Pairs(pairs) => write_pairs(page, pairs),
            Block::Card(card) => write_card(page, card),
            Block::NewPage => page.push_str("<div class=\"new-page\"></div>\n"),
        }
    }
    page.push_str("</section>\n");
}

fn write_list<T>(page: &mut String, tag: &str, items: &[T], write_item: fn(&mut String, &T)) {
    let _ = writeln!(page, "<{tag}>");
    for item in items {
        page.push_str("<li>");
        write_item(page, item);
        page.push_str("</li>\n");
    }
    page.push_str("</ol>\n");
}

fn write_action(page: &mut String, action: &Action) {
    let _ = write!(page, "<b>{}</b><br>{}", escaped(&action.about), escaped(&action.message));
    if let Some(ask) = &action.ask {
        let _ = write!(page, "<br>Ask: {}", escaped(ask));
    }
}

fn write_pairs(page: &mut String, pairs: &[(String, String)]) {
    page.push_str("<dl>\n");
    for (name, value) in pairs {
        let _ = writeln!(page, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(name), escaped(value));
    }
    page.push_str("</dl>\n");
}

fn write_card(page: &mut String, card: &Card) {
    let _ = writeln!(page, "<article>\n<h3>{}</h3>", escaped(&card.name));
    write_pairs(page, &card.pairs);
    if !card.notes.is_empty() {
        page.push_str("<ul>\n");
        for note in &card.notes {
            let _ = writeln!(page, "<li>{}</li>", escaped(note));
        }
        page.push_str("</ul>\n");
    }
    page.push_str("</article>\n");
}

/// `text` as HTML shows it, and never as markup. Characters that HTML cannot hold become U+FFFD.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(c),
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

const STYLE: &str = "\
@page { size: A4; margin: 18mm; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; background: #fff; color: #1d2a2b; font: 1.0625rem/1.5 system-ui, Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; padding-top: .5rem; margin: 1.5rem 0 .5rem; break-after: avoid; }
h3 { font-size: 1.0625rem; margin: 0 0 .25rem; break-after: avoid; }
p { margin: .5rem 0; }
.verdict { font-size: 1.25rem; font-weight: 600; }
.warning { border: 3px solid currentColor; padding: .5rem .75rem; }
ol, ul { margin: .5rem 0; padding-left: 1.5rem; }
li { margin: .4rem 0; break-inside: avoid; }
.actions { list-style: none; padding: 0; }
.actions > li { position: relative; padding-left: 2rem; }
.actions > li::before { content: \"\"; position: absolute; left: 0; top: .25rem; width: 1rem; height: 1rem; border: 2px solid currentColor; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; padding: .35rem 0; border-bottom: 1px solid #c3cccc; break-inside: avoid; }
dt { font-weight: 600; }
dd { margin: 0; }
article { border: 1px solid #5b6b6c; padding: .75rem 1rem; margin: .75rem 0; break-inside: avoid; }
article dl > div:last-child { border-bottom: 0; }
.new-page { break-after: page; }
footer { border-top: 1px solid #c3cccc; margin-top: 2rem; font-size: .9375rem; }
@media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } }
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::checklist::checklist;
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today};
    use crate::settings::Settings;

    #[test]
    fn whatever_was_typed_stands_there_as_text() {
        let mut application = ready();
        application.site.name = "<script>alert('&')</script>".into();
        application.people[0].first_name = "\"><img src=x>\u{1}محمد".into();
        let settings = Settings::default();
        let report = check(&application, &settings, today());
        let page = checklist_page(&checklist(&application, &report, &settings, today()));
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains('\u{1}'));
        assert!(page.contains("&lt;script&gt;alert('&amp;')&lt;/script&gt;"));
        assert!(page.contains("&quot;&gt;&lt;img src=x&gt; محمد"));
    }

    #[test]
    fn it_has_the_hosts_own_colour_and_people_to_ask() {
        let mut settings = Settings::default();
        settings.colours.brand = "#7A1F5c".into();
        settings.association.name = "Surrey Care".into();
        settings.helpdesk_telephone = "01632 960001".into();
        let report = check(&ready(), &settings, today());
        let page = checklist_page(&checklist(&ready(), &report, &settings, today()));
        assert!(page.contains("h2 { border-top: 2px solid #7a1f5c; }") && !page.contains("#0f5257"));
        assert!(page.contains("Surrey Care") && !page.contains("Lincolnshire"));
        assert!(page.contains("01632 960001") && !page.contains("0333"));
    }

    #[test]
    fn it_says_at_the_top_what_is_outstanding() {
        let mut application = ready();
        application.people.truncate(1);
        let settings = Settings::default();
        let report = check(&application, &settings, today());
        let page = checklist_page(&checklist(&application, &report, &settings, today()));
        let (warning, first_part) = (page.find("Not ready yet").unwrap(), page.find("<h2>").unwrap());
        assert!(warning < first_part);
    }
}
