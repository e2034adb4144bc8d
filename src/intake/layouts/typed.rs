//! Lines as people type them, in a message or a letter.

use super::sheet::{LONGEST, numbered, sheet};
use crate::fields::Mobile;
use crate::intake::table::Sheet;
use crate::intake::values;

/// Lines as people type them: "Anna Nowak 07700 900123 anna@example.org", "1. Ben Jones - ben@example.org".
pub(super) fn typed(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.contains('\t') {
        return None;
    }
    let lines = || numbered(text).filter(|(_, line)| !line.trim().is_empty());
    // What is no person stands in a column of its own: it is left out, and shown there.
    let of_line = |(number, line): (u32, &str)| {
        let cells = typed_line(line).unwrap_or_else(|| {
            let nothing = String::new;
            vec![nothing(), nothing(), nothing(), line.trim().to_owned()]
        });
        (number, cells)
    };
    let rows: Vec<(u32, Vec<String>)> = lines().map(of_line).collect();
    let is_person = |cells: &[String]| cells.len() == TYPED.len();
    let is_whole = |cells: &[String]| is_person(cells) && cells.iter().all(|cell| !cell.is_empty());
    let count = |is: &dyn Fn(&[String]) -> bool| rows.iter().filter(|(_, cells)| is(cells)).count();
    // Most lines, and no table: cut at its commas, that would have had more cells. In a letter fewer, where
    // each has all three.
    let is_list = count(&is_person) * 10 >= rows.len() * 7 || count(&is_whole) > 1;
    if !is_list {
        return None;
    }
    let has_others = count(&is_person) < rows.len();
    let headings: Vec<&str> = TYPED.into_iter().chain(has_others.then_some("Text")).collect();
    let mut sheet = sheet(&headings, rows)?;
    for row in sheet.rows.iter_mut().skip(1) {
        row.is_other_text = row.cells.len() > TYPED.len();
    }
    Some(sheet)
}

/// What a typed line holds of a person.
const TYPED: [&str; 3] = ["Name", "Email", "Mobile"];

/// The name, the address and the number in a line: both or one of them, behind or before the name.
fn typed_line(line: &str) -> Option<Vec<String>> {
    let email =
        line.split(|c: char| c.is_whitespace() || ",;()<>|".contains(c)).find(|word| word.contains('@'));
    let mobile = values::mobile(line).text;
    let mobile = (mobile.parse::<Mobile>().is_ok() && mobile != line).then_some(mobile);
    if email.is_none() && mobile.is_none() {
        return None;
    }
    let mut rest = line.to_owned();
    if let Some(email) = email {
        rest = rest.replace(email, " ");
    }
    if let Some(mobile) = &mobile {
        rest = rest.replace(mobile.as_str(), " ");
    }
    let rest = rest
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '*' | '•' | ' '));
    let name: Vec<&str> = rest
        .split(|c: char| matches!(c, ',' | ';' | '|' | ':') || c.is_ascii_digit())
        .next()?
        .split_whitespace()
        .collect();
    let name = name.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphabetic() && c != '.');
    let words = name.split_whitespace().count();
    ((2..=4).contains(&words) && rest.split_whitespace().count() <= words + 2)
        .then(|| vec![name.to_owned(), email.unwrap_or_default().to_owned(), mobile.unwrap_or_default()])
}

/// A name in a line of its own, and below it an address, a number, or both: as in a message.
pub(super) fn blocks(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.contains('\t') {
        return None;
    }
    let is_name = |line: &str| {
        let is_of_names = |c: char| c.is_alphabetic() || " '’-.".contains(c);
        line.chars().all(is_of_names) && (2..=4).contains(&line.split_whitespace().count())
    };
    let mut people: Vec<(u32, Vec<String>)> = Vec::new();
    let mut is_open = false;
    for (number, line) in numbered(text).map(|(number, line)| (number, line.trim())) {
        let mobile = values::mobile(line).text;
        let place = match () {
            () if line.is_empty() => continue,
            () if line.contains('@') => 1,
            () if mobile.parse::<Mobile>().is_ok() => 2,
            () if is_name(line) => {
                // Two names and no address between them: nothing tells whose the next one is.
                if is_open {
                    return None;
                }
                people.push((number, vec![line.to_owned(), String::new(), String::new()]));
                is_open = true;
                continue;
            }
            () => return None,
        };
        let cell = people.last_mut().and_then(|(_, cells)| cells.get_mut(place))?;
        if !cell.is_empty() {
            return None;
        }
        line.clone_into(cell);
        is_open = false;
    }
    (people.len() > 1 && !is_open).then(|| sheet(&TYPED, people)).flatten()
}
