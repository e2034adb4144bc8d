//! Workbooks of today (ECMA-376), as far as calamine does not tell: which sheet was open, and what is hidden or
//! struck out.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::appearance::Appearance;

/// What a workbook says beside its cells.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    /// The name of the sheet that was open when the file was saved.
    pub active_sheet: Option<String>,
    /// How its sheets look, by their names. Those without anything hidden or struck out are not among them.
    pub sheets: HashMap<String, Appearance>,
}

/// Reads what the workbook in this zip says beside its cells; as much of it as can be read.
pub(super) fn scan(bytes: &[u8]) -> Workbook {
    let mut workbook = Workbook::default();
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return workbook };
    let mut part = |name: &str| {
        let mut content = String::new();
        zip.by_name(name.trim_start_matches('/')).ok()?.read_to_string(&mut content).ok()?;
        Some(content)
    };
    let Some(book) = part("xl/workbook.xml") else { return workbook };
    let relations = part("xl/_rels/workbook.xml.rels").unwrap_or_default();
    let struck_formats = part("xl/styles.xml").map(|styles| struck_formats(&styles)).unwrap_or_default();
    let targets = targets(&relations);
    let mut names = Vec::new();
    let mut active = 0;
    each_tag(&book, |tag| match tag.local_name().into_inner() {
        "workbookView" => active = attribute(tag, "activeTab").parse().unwrap_or(0),
        "sheet" => names.push((attribute(tag, "name"), attribute(tag, "id"))),
        _ => {}
    });
    workbook.active_sheet = names.get(active).map(|(name, _): &(String, String)| name.clone());
    for (name, id) in names {
        let Some(target) = targets.get(&id) else { continue };
        let path = if target.starts_with('/') { target.clone() } else { format!("xl/{target}") };
        // Most sheets say nothing of the kind: they are not read a second time.
        let says_any = |content: &String| {
            ["hidden=", "<hyperlink "].iter().any(|word| content.contains(word)) || !struck_formats.is_empty()
        };
        if let Some(content) = part(&path).filter(says_any) {
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
            let links = part(&format!("{folder}/_rels/{file}.rels")).map(|links| self::targets(&links));
            workbook.sheets.insert(name, appearance(&content, &struck_formats, &links.unwrap_or_default()));
        }
    }
    workbook
}

/// What the relations of a part lead to, by their ids.
fn targets(relations: &str) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    each_tag(relations, |tag| {
        if tag.local_name().into_inner() == "Relationship" {
            targets.insert(attribute(tag, "Id"), attribute(tag, "Target"));
        }
    });
    targets
}

fn appearance(content: &str, struck_formats: &[usize], links: &HashMap<String, String>) -> Appearance {
    let mut appearance = Appearance::default();
    let mut row = 0_u32;
    let mut column = 0_u32;
    each_tag(content, |tag| match tag.local_name().into_inner() {
        "col" if is_on(&attribute(tag, "hidden")) => {
            let place = |name| attribute(tag, name).parse::<u32>().unwrap_or(0).saturating_sub(1);
            appearance.hidden_columns.push((place("min"), place("max")));
        }
        "row" => {
            row = attribute(tag, "r").parse().unwrap_or(row.saturating_add(1));
            column = 0;
            if is_on(&attribute(tag, "hidden")) {
                appearance.hidden_rows.insert(row.saturating_sub(1));
            }
        }
        "hyperlink" => {
            let cell = attribute(tag, "ref");
            let row = cell.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse::<u32>();
            let place = row.ok().and_then(|row| Some((row.checked_sub(1)?, column_of(&cell)?)));
            appearance.links.extend(place.zip(links.get(&attribute(tag, "id")).cloned()));
        }
        "c" if !struck_formats.is_empty() => {
            column = column_of(&attribute(tag, "r")).unwrap_or(column);
            if attribute(tag, "s").parse().is_ok_and(|format| struck_formats.contains(&format)) {
                appearance.struck.insert((row.saturating_sub(1), column));
            }
            column = column.saturating_add(1);
        }
        _ => {}
    });
    appearance
}

/// The formats of cells, by their places, whose font strikes out.
fn struck_formats(styles: &str) -> Vec<usize> {
    let mut is_struck: Vec<bool> = Vec::new();
    let mut formats = Vec::new();
    let mut list = String::new();
    let mut place = 0_usize;
    each_tag(styles, |tag| match (list.as_str(), tag.local_name().into_inner()) {
        (_, name @ ("fonts" | "cellXfs" | "cellStyleXfs" | "dxfs" | "fills" | "borders")) => {
            name.clone_into(&mut list);
        }
        ("fonts", "font") => is_struck.push(false),
        ("fonts", "strike") => {
            let is_on = !matches!(attribute(tag, "val").as_str(), "0" | "false");
            is_struck.last_mut().into_iter().for_each(|struck| *struck = is_on);
        }
        ("cellXfs", "xf") => {
            let font: usize = attribute(tag, "fontId").parse().unwrap_or(0);
            if is_struck.get(font) == Some(&true) {
                formats.push(place);
            }
            place = place.saturating_add(1);
        }
        _ => {}
    });
    formats
}

/// The column that a cell's name begins with, counted from 0: 2 for `C7`.
fn column_of(name: &str) -> Option<u32> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.saturating_sub(b'A')).saturating_add(1))
    });
    number.checked_sub(1)
}

fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Shows each tag that opens to `see`, up to where the text is no more XML.
fn each_tag(xml: &str, mut see: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => see(&tag),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// The value of an attribute, whatever its namespace is called.
fn attribute(tag: &BytesStart, name: &str) -> String {
    let is_wanted = |key: &str| key.rsplit(':').next() == Some(name);
    let found = tag.attributes().with_checks(false).flatten().find(|attribute| is_wanted(attribute.key.0));
    let value = found
        .and_then(|attribute| Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
    value.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_and_struck_cells_are_found() {
        let styles = "<styleSheet><fonts><font><sz/></font><font><strike/></font><font><strike val=\"0\"/></font></fonts><cellStyleXfs><xf fontId=\"1\"/></cellStyleXfs><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs></styleSheet>";
        let formats = struck_formats(styles);
        assert_eq!(formats, [1]);
        let sheet = "<worksheet><cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData><row r=\"2\" hidden=\"1\"><c r=\"A2\"/></row><row><c r=\"B3\" s=\"1\"/><c s=\"1\"/><c s=\"2\"/></row></sheetData><hyperlinks><hyperlink ref=\"C7\" r:id=\"rId1\"/></hyperlinks></worksheet>";
        let links = HashMap::from([("rId1".to_owned(), "mailto:a@example.org".to_owned())]);
        let appearance = appearance(sheet, &formats, &links);
        assert_eq!(appearance.links[&(6, 2)], "mailto:a@example.org");
        assert_eq!(appearance.hidden_columns, [(2, 3)]);
        assert_eq!(appearance.hidden_rows, [1].into());
        assert_eq!(appearance.struck, [(2, 1), (2, 2)].into());
    }

    #[test]
    fn columns_are_named_as_in_a_workbook() {
        assert_eq!(["A1", "Z9", "AA1", "", "7"].map(column_of), [Some(0), Some(25), Some(26), None, None]);
    }
}
