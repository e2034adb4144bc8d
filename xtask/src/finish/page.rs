//! `index.html`: its placeholders, its settings and its scripts.

use crate::Outcome;
use caremail::settings::Settings;

/// The placeholder that the content policy goes into, in a `<meta http-equiv>` of the page.
pub const POLICY: &str = "{{content-policy}}";

/// Puts each piece of HTML in place of its `{{name}}`.
pub fn fill(page: &str, words: &[(&'static str, String)]) -> Outcome<String> {
    let mut filled = page.to_owned();
    for (name, html) in words {
        let placeholder = format!("{{{{{name}}}}}");
        if !filled.contains(&placeholder) {
            return Err(format!(
                "index.html has no {placeholder}. Put it where that belongs, or take it out of the library."
            ));
        }
        filled = filled.replace(&placeholder, html);
    }
    Ok(filled)
}

/// The settings as JSON for people to read and change, to stand in a `<script>` of the page: nothing in them
/// ends it.
pub fn settings_block(settings: &Settings) -> Outcome<String> {
    let json = serde_json::to_string_pretty(settings)
        .map_err(|error| format!("The settings cannot be written: {error}."))?;
    // JSON has this character in texts only, and there it may be written by its number.
    Ok(format!("\n{}\n", json.replace('<', "\\u003c")))
}

/// Puts the content policy in its place, which every page must have.
pub fn fill_policy(page: &str, policy: &str) -> Outcome<String> {
    if page.contains(POLICY) {
        Ok(page.replace(POLICY, policy))
    } else {
        Err(format!(
            "index.html needs <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"> as the \
             first thing in its head but for the character set."
        ))
    }
}

/// Refuses a page that still holds a placeholder.
pub fn nothing_left_to_fill(page: &str) -> Outcome {
    let left: Vec<&str> = page
        .match_indices("{{")
        .filter_map(|(start, _)| {
            let length = page[start..].find("}}")? + 2;
            let name = &page[start + 2..start + length - 2];
            let is_name = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
            (!name.is_empty() && name.chars().all(is_name)).then(|| &page[start..start + length])
        })
        .collect();
    if left.is_empty() {
        Ok(())
    } else {
        Err(format!("index.html asks for {}, which nothing fills.", left.join(", ")))
    }
}

/// Trunk's development server writes the address to reload from into a script of the page, each time
/// it is asked for, so no hash of that script could hold. The page's own address is the same one.
pub fn settle_reload_script(page: &str) -> String {
    page.replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host").replace("{{__TRUNK_WS_BASE__}}", "/")
}

/// What the page's own scripts hold, in order: those that run, and have no `src`.
pub fn inline_scripts(page: &str) -> Vec<&str> {
    let runs = |tag: &str| !has_attribute(tag, "src") && !tag.contains("json");
    inside(page, "script").into_iter().filter(|(tag, _)| runs(tag)).map(|(_, script)| script).collect()
}

/// What the page's own styles hold, in order.
pub fn inline_styles(page: &str) -> Vec<&str> {
    inside(page, "style").into_iter().map(|(_, style)| style).collect()
}

/// Each element called `name`, whose text is read to its end tag: its tag, and the text.
fn inside<'p>(page: &'p str, name: &str) -> Vec<(&'p str, &'p str)> {
    let (open_tag, close_tag) = (format!("<{name}"), format!("</{name}"));
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end..]);
        } else if is_tag(rest, &open_tag) {
            let Some(open) = tag_length(rest) else { break };
            let (tag, body) = rest.split_at(open);
            let end = (0..body.len())
                .find(|&at| body.is_char_boundary(at) && is_tag(&body[at..], &close_tag))
                .unwrap_or(body.len());
            found.push((tag, &body[..end]));
            rest = &body[end..];
        } else {
            rest = &rest[1..];
        }
    }
    found
}

fn is_tag(text: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > name.len()
        && bytes[..name.len()].eq_ignore_ascii_case(name.as_bytes())
        && matches!(bytes[name.len()], b'>' | b'/' | b' ' | b'\n' | b'\r' | b'\t')
}

/// The length of the tag the text begins with, up to its `>` that is not in quotes.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    text.char_indices().find_map(|(at, c)| {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return Some(at + 1),
            _ => {}
        }
        None
    })
}

fn has_attribute(tag: &str, name: &str) -> bool {
    tag.to_ascii_lowercase().contains(&format!(" {name}="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_in_wherever_they_are_named() {
        let filled = fill("<p title=\"{{who}}\">{{who}}</p>", &[("who", "A &amp; B".into())]);
        assert_eq!(filled, Ok("<p title=\"A &amp; B\">A &amp; B</p>".into()));
    }

    #[test]
    fn no_setting_ends_the_block_that_it_stands_in() {
        let mut settings = Settings::default();
        settings.association.name = "</script><script>alert('<!--')</script>".into();
        let block = settings_block(&settings).expect("is written");
        assert!(!block.contains('<'), "{block}");
        assert_eq!(serde_json::from_str(&block).ok(), Some(settings));
    }

    #[test]
    fn a_word_that_the_page_has_no_place_for_is_refused() {
        assert!(fill("<p></p>", &[("who", "A".into())]).is_err());
    }

    #[test]
    fn a_placeholder_left_over_is_named() {
        let said =
            nothing_left_to_fill("<p>{{some.days}} {{__TRUNK NONCE__}}</p>").expect_err("two are left");
        assert!(said.contains("{{some.days}}, {{__TRUNK NONCE__}}"), "{said}");
        assert_eq!(nothing_left_to_fill("<script>f({a:{b:{}}})</script>"), Ok(()));
    }

    #[test]
    fn a_page_without_a_place_for_its_policy_is_refused() {
        assert!(fill_policy("<html></html>", "default-src 'none'").is_err());
    }

    #[test]
    fn the_reload_script_no_longer_changes_between_build_and_browser() {
        let script = "const address = '{{__TRUNK_ADDRESS__}}'; const base = '{{__TRUNK_WS_BASE__}}';";
        assert_eq!(settle_reload_script(script), "const address = window.location.host; const base = '/';");
    }

    #[test]
    fn scripts_are_read_as_a_browser_reads_them() {
        let cases: [(&str, &[&str]); 8] = [
            ("<p>none</p>", &[]),
            ("<script>a()</script><SCRIPT type=\"module\">\nb()\n</SCRIPT>", &["a()", "\nb()\n"]),
            ("<script src=\"./a.js\"></script><script>b()</script>", &["b()"]),
            ("<script data-note=\"a > b\">c()</script>", &["c()"]),
            ("<!-- <script>a()</script> --><script>b()</script>", &["b()"]),
            ("<script type=\"application/json\">{}</script>", &[]),
            ("<script>if (a < b) c('</p>é')</script >", &["if (a < b) c('</p>é')"]),
            ("<scripted>no</scripted>", &[]),
        ];
        for (page, scripts) in cases {
            assert_eq!(inline_scripts(page), scripts, "{page}");
        }
    }
}
