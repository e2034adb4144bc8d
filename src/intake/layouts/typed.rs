//! Lines as people type them, in a message or a letter.

use super::sheet::{LONGEST, numbered, sheet};
use crate::fields::person_name::looks_like_post;
use crate::fields::{Email, Mobile};
use crate::intake::table::Sheet;
use crate::intake::{names, values};

/// Lines as people type them: "Anna Nowak 07700 900123 anna@example.org", "1. Ben Jones - ben@example.org".
pub(super) fn typed(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.contains('\t') {
        return None;
    }
    let lines = || numbered(text).filter(|(_, line)| !line.trim().is_empty());
    let of_line = |(number, line): (u32, &str)| match typed_line(line) {
        Some(cells) => (number, cells),
        None => other_text((number, line)),
    };
    let rows: Vec<Line> = lines().map(of_line).collect();
    let is_person = |cells: &[String]| cells.len() == TYPED.len();
    let is_whole = |cells: &[String]| is_person(cells) && cells.iter().all(|cell| !cell.is_empty());
    let count = |is: &dyn Fn(&[String]) -> bool| rows.iter().filter(|(_, cells)| is(cells)).count();
    // Half of the lines, and no table: cut at its commas, that would have had more cells. In a letter fewer, where
    // each has all three.
    let people = count(&is_person);
    let is_list = people > 1 && people * 2 >= rows.len() || people == rows.len() || count(&is_whole) > 1;
    if !is_list {
        return None;
    }
    let has_others = count(&is_person) < rows.len();
    let headings: Vec<&str> = TYPED.into_iter().chain(has_others.then_some("Text")).collect();
    with_other_text(sheet(&headings, rows)?)
}

/// The number of a line, and the cells that are made of it.
type Line = (u32, Vec<String>);

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

/// People named in sentences, each with the address in brackets: "… are Anna Nowak (anna@example.org, 07700 900123)
/// and …".
pub(super) fn mentions(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.contains('\t') {
        return None;
    }
    let mut rows: Vec<Line> = Vec::new();
    let mut people = 0;
    for (number, line) in numbered(text).filter(|(_, line)| !line.trim().is_empty()) {
        let of_line = mentioned(line);
        people += of_line.len();
        if of_line.is_empty() {
            rows.push(other_text((number, line)));
        }
        rows.extend(of_line.into_iter().map(|cells| (number, cells)));
    }
    let has_others = people < rows.len();
    let headings: Vec<&str> = TYPED.into_iter().chain(has_others.then_some("Text")).collect();
    // An address outside of brackets would be lost.
    let is_whole = people > 0 && people == text.matches('@').count();
    is_whole.then(|| with_other_text(sheet(&headings, rows)?)).flatten()
}

/// Those who are named in a line, each before the brackets with their address.
fn mentioned(line: &str) -> Vec<Vec<String>> {
    let mut people = Vec::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('(') {
        let (inside, after) = behind.split_once(')').unwrap_or((behind, ""));
        rest = after;
        let is_of_name = |word: &&str| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c))
        };
        let mut name: Vec<&str> = before.split_whitespace().rev().take_while(is_of_name).take(3).collect();
        name.reverse();
        if let Some(email) = email(inside)
            && name.len() > 1
        {
            let mobile = values::mobile(inside).text;
            let mobile = if mobile.parse::<Mobile>().is_ok() { mobile } else { String::new() };
            people.push(vec![name.join(" "), email.to_owned(), mobile]);
        }
    }
    people
}

/// A name in a line of its own, and below it an address, a number, or both, perhaps with a post or an address
/// between them: as in a message, or in a signature.
pub(super) fn blocks(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.contains('\t') {
        return None;
    }
    let mut rows: Vec<Line> = Vec::new();
    let mut is_any_named = false;
    let mut block = Block::default();
    for (number, line) in numbered(text).map(|(number, line)| (number, line.trim())) {
        if line.is_empty() {
            continue;
        }
        let (email, mobile) = (email(line), values::mobile(line).text);
        match (email, mobile.parse::<Mobile>()) {
            (Some(email), _) => block.emails.push((number, email, line)),
            (None, Ok(_)) => block.mobiles.push((number, mobile)),
            (None, Err(_)) => {
                // What stands behind an address or a number is of the next person, if it is a name.
                if is_name(line) && block.has_contacts() {
                    let (is_named, of_block) = std::mem::take(&mut block).rows()?;
                    is_any_named |= is_named;
                    rows.extend(of_block);
                }
                block.lines.push((number, line));
            }
        }
    }
    if block.has_contacts() {
        let (is_named, of_block) = block.rows()?;
        is_any_named |= is_named;
        rows.extend(of_block);
    } else {
        rows.extend(block.lines.into_iter().map(other_text));
    }
    rows.sort_by_key(|(number, _)| *number);
    let people = rows.iter().filter(|(_, cells)| cells.len() == TYPED.len()).count();
    let has_others = people < rows.len();
    let headings: Vec<&str> = TYPED.into_iter().chain(has_others.then_some("Text")).collect();
    // Of one name only an address that bears it tells that it is one.
    (people > 1 || is_any_named).then(|| with_other_text(sheet(&headings, rows)?)).flatten()
}

/// What stands between one name and the next.
#[derive(Default)]
struct Block<'a> {
    lines: Vec<(u32, &'a str)>,
    /// Addresses, with the whole of their lines.
    emails: Vec<(u32, &'a str, &'a str)>,
    mobiles: Vec<(u32, String)>,
}

impl<'a> Block<'a> {
    fn has_contacts(&self) -> bool {
        !self.emails.is_empty() || !self.mobiles.is_empty()
    }

    /// The person, and the lines beside; whether the address bears the name. `None` where nothing tells whose the
    /// address or the number is.
    fn rows(self) -> Option<(bool, Vec<Line>)> {
        let names = || self.lines.iter().filter(|(_, line)| is_name(line) && !looks_like_post(line, ""));
        let is_of = |name: &str, email: &str| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let (first, last) = (words.first().unwrap_or(&""), words.last().unwrap_or(&""));
            names::is_first_by_address(first, last, email).is_some()
        };
        let named = names().find_map(|name| {
            let email = self.emails.iter().find(|(_, email, _)| is_of(name.1, email))?;
            Some((name, Some(email)))
        });
        let only_email = || match self.emails.as_slice() {
            [] => Some(None),
            [email] => Some(Some(email)),
            _ => None,
        };
        let is_named = named.is_some();
        let (name, email) = match named {
            Some(found) => found,
            None => {
                let mut names = names();
                let name = names.next().filter(|_| names.next().is_none())?;
                (name, only_email()?)
            }
        };
        let mobile = match self.mobiles.as_slice() {
            [] => String::new(),
            [(_, mobile)] => mobile.clone(),
            _ => return None,
        };
        let address = email.map(|(_, email, _)| (*email).to_owned()).unwrap_or_default();
        let others = self.lines.iter().filter(|line| *line != name).copied();
        let emails = self.emails.iter().filter(|other| Some(*other) != email);
        let others = others.chain(emails.map(|(number, _, line)| (*number, *line))).map(other_text);
        let person = (name.0, vec![name.1.to_owned(), address, mobile]);
        Some((is_named, std::iter::once(person).chain(others).collect()))
    }
}

fn is_name(line: &str) -> bool {
    let is_of_names = |c: char| c.is_alphabetic() || " '’-.".contains(c);
    line.chars().all(is_of_names) && (2..=4).contains(&line.split_whitespace().count())
}

/// The address in a line.
fn email(line: &str) -> Option<&str> {
    line.split(|c: char| c.is_whitespace() || ",;:()<>|".contains(c))
        .find(|word| word.parse::<Email>().is_ok())
}

/// The cells of a line that names nobody: it is left out, and shown in a column of its own.
fn other_text((number, line): (u32, &str)) -> Line {
    let nothing = String::new;
    (number, vec![nothing(), nothing(), nothing(), line.trim().to_owned()])
}

/// The sheet, with the lines that name nobody marked as such.
fn with_other_text(mut sheet: Sheet) -> Option<Sheet> {
    for row in sheet.rows.iter_mut().skip(1) {
        row.is_other_text = row.cells.len() > TYPED.len();
    }
    Some(sheet)
}
