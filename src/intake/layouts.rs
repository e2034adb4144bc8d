//! Texts that hold people and are no table with separators: blocks of "label: value", columns made of spaces, vCards,
//! addresses copied from a mail, lines as people type them. Each is laid out as a sheet, with headings.

use super::columns::is_header;
use super::headings::heading;
use super::meaning::Meaning;
use super::table::{Cell, Row, Sheet};
use super::values;
use crate::fields::{Email, Mobile};
use crate::text::strip_prefix_any_case;

/// The sheet that such a text makes, whatever separators stand in it; `None` for any other.
pub(super) fn of_marked_text(text: &str) -> Option<Sheet> {
    vcards(text).or_else(|| labelled_lines(text)).or_else(|| addresses(text))
}

/// The sheet that a text without separators makes; `None` where it is laid out in none of these ways.
pub(super) fn laid_out(text: &str) -> Option<Sheet> {
    labelled(text)
        .or_else(|| spaced(text))
        .or_else(|| stacked(text))
        .or_else(|| typed(text))
        .or_else(|| blocks(text))
}

/// Texts of more bytes are tables.
const LONGEST: usize = 512 * 1024;

fn sheet(headings: &[&str], people: Vec<(u32, Vec<String>)>) -> Option<Sheet> {
    if people.is_empty() {
        return None;
    }
    let row = |(number, cells): (u32, Vec<String>)| Row {
        number,
        cells: cells.iter().map(|text| Cell::text(text.trim())).collect(),
        ..Row::default()
    };
    let headings = row((0, headings.iter().map(|heading| (*heading).to_owned()).collect()));
    // Labels that do not read as headings, such as one with an address in it, would be taken for a person.
    is_header(&headings).then(|| Sheet {
        rows: std::iter::once(headings).chain(people.into_iter().map(row)).collect(),
        ..Sheet::default()
    })
}

fn numbered(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(text.lines().flat_map(|line| line.split('\r')))
}

/// Cards of people (RFC 6350, and 2.1 and 3.0 before it).
fn vcards(text: &str) -> Option<Sheet> {
    strip_prefix_any_case(text.trim_start(), "BEGIN:VCARD")?;
    // A line that begins with a space goes on with the one before.
    let text = text.replace("\r\n ", "").replace("\n ", "").replace("=\r\n", "").replace("=\n", "");
    let mut people = Vec::new();
    let mut card: [String; 5] = Default::default();
    let mut start = 1;
    for (number, line) in numbered(&text) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let mut parts = name.rsplit('.').next().unwrap_or(name).split(';').map(str::to_ascii_uppercase);
        let kind = parts.next().unwrap_or_default();
        let parameters: Vec<String> = parts.collect();
        let has = |word: &str| parameters.iter().any(|parameter| parameter.contains(word));
        let value = if has("QUOTED-PRINTABLE") {
            unquoted(value)
        } else {
            value.replace("\\,", ",").replace("\\;", ";")
        };
        let [first, last, whole, email, mobile] = &mut card;
        match kind.as_str() {
            "BEGIN" => {
                card = Default::default();
                start = number;
            }
            "N" => {
                let mut names = value.split(';');
                *last = names.next().unwrap_or_default().trim().to_owned();
                *first = names.next().unwrap_or_default().trim().to_owned();
            }
            "FN" => *whole = value,
            "EMAIL" if email.is_empty() || has("PREF") => *email = value,
            "TEL" => {
                let value = value.trim_start_matches("tel:").to_owned();
                let is_mobile = has("CELL") || value.parse::<Mobile>().is_ok() && !has("FAX");
                if mobile.is_empty() && (is_mobile || !has("FAX"))
                    || has("CELL") && mobile.parse::<Mobile>().is_err()
                {
                    *mobile = value;
                }
            }
            "END" => {
                if first.is_empty() && last.is_empty() {
                    let (one, other) = whole.rsplit_once(' ').unwrap_or((whole, ""));
                    (*first, *last) = (one.to_owned(), other.to_owned());
                }
                people.push((start, vec![first.clone(), last.clone(), email.clone(), mobile.clone()]));
            }
            _ => {}
        }
    }
    sheet(&["First name", "Last name", "Email", "Mobile"], people)
}

/// Text whose letters beyond ASCII are written `=C5=81` (RFC 2045, 6.7).
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.filter(|_| *first == b'=').and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Blocks of lines "label: value", or of a label and a value with a tab or a comma between them.
fn labelled(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST {
        return None;
    }
    let pair = |line| {
        let (label, value): (&str, &str) = str::split_once(line, [':', '\t', ',', ';', '='])?;
        let meaning = heading(label).meaning?;
        (meaning.is_of_person() && heading(value).meaning.is_none()).then_some((
            meaning,
            label.trim(),
            value.trim(),
        ))
    };
    let lines = || numbered(text).filter(|(_, line)| !line.trim().is_empty());
    let labelled = lines().filter(|(_, line)| pair(line).is_some()).count();
    let mut meanings: Vec<Meaning> = Vec::new();
    let mut headings: Vec<&str> = Vec::new();
    for (meaning, label, _) in lines().filter_map(|(_, line)| pair(line)) {
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
            headings.push(label);
        }
    }
    if labelled * 2 <= lines().count() || meanings.len() < 2 || labelled < 3 {
        return None;
    }
    let mut people: Vec<(u32, Vec<String>)> = Vec::new();
    for (number, line) in lines() {
        let Some((meaning, _, value)) = pair(line) else { continue };
        let Some(place) = meanings.iter().position(|known| *known == meaning) else { continue };
        let is_taken =
            |(_, cells): &(u32, Vec<String>)| cells.get(place).is_some_and(|cell| !cell.is_empty());
        // The block ends where a label comes again.
        if people.last().is_none_or(is_taken) || place == 0 {
            people.push((number, vec![String::new(); meanings.len()]));
        }
        if let Some(cell) = people.last_mut().and_then(|(_, cells)| cells.get_mut(place)) {
            value.trim_end_matches([',', ';', '"']).trim_start_matches('"').clone_into(cell);
        }
    }
    sheet(&headings, people)
}

/// A line a person, each value with its label: "Name: Anna Nowak, Mobile: 07700 900123".
fn labelled_lines(text: &str) -> Option<Sheet> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    if text.len() > LONGEST || first.matches(':').count() < 2 {
        return None;
    }
    let is_end = |c: char| matches!(c, ',' | ';' | '|' | '\t');
    let is_labelled =
        |part: &str| part.split_once(':').is_some_and(|(label, _)| heading(label).meaning.is_some());
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let is_of_pairs = |line: &str| line.split(is_end).filter(|part| is_labelled(part)).count() >= 2;
    if !lines().all(is_of_pairs) {
        return None;
    }
    labelled(&lines().map(|line| line.replace(is_end, "\n")).collect::<Vec<_>>().join("\n\n"))
}

/// Columns made of spaces, as a PDF gives them.
fn spaced(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.contains('\t') {
        return None;
    }
    let cut = |line: &str| -> Vec<String> {
        let parts = line.split("  ").map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let lines: Vec<(u32, &str)> = numbered(text).filter(|(_, line)| !line.trim().is_empty()).collect();
    let (top, headings) = lines.iter().take(10).enumerate().find_map(|(index, (_, line))| {
        let headings = cut(line);
        let known = headings.iter().filter(|text| heading(text).meaning.is_some()).count();
        (headings.len() > 1 && known > 1).then_some((index, headings))
    })?;
    let (_, top_line) = lines.get(top)?;
    // Where each heading begins, in characters.
    let mut from = 0;
    let starts: Vec<usize> = headings
        .iter()
        .filter_map(|heading| {
            let behind = top_line.get(from..)?;
            let at = from + behind.find(heading.as_str())?;
            from = at + heading.len();
            Some(top_line.get(..at)?.chars().count())
        })
        .collect();
    let by_place = |line: &str| -> Vec<String> {
        let ends = starts.iter().skip(1).copied().chain(std::iter::once(usize::MAX));
        let part = |(start, end): (&usize, usize)| {
            line.chars().skip(*start).take(end.saturating_sub(*start)).collect()
        };
        starts.iter().zip(ends).map(part).collect()
    };
    let people: Vec<(u32, Vec<String>)> = lines
        .iter()
        .skip(top + 1)
        .map(|(number, line)| {
            let cells = cut(line);
            (*number, if cells.len() == headings.len() { cells } else { by_place(line) })
        })
        .collect();
    // A comma would cut these lines elsewhere: then they are no columns of spaces.
    let is_cut = people
        .iter()
        .filter(|(_, cells)| cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1)
        .count();
    let names: Vec<&str> = headings.iter().map(String::as_str).collect();
    (is_cut * 2 >= people.len()).then(|| sheet(&names, people)).flatten()
}

/// One cell a line, as a table comes out of Word: the headings, if there are any, and then each person in as many
/// lines.
fn stacked(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST {
        return None;
    }
    let lines: Vec<(u32, &str)> = numbered(text)
        .map(|(number, line)| (number, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let is_in_period = |period: usize, from: usize| {
        let people = lines.get(from..).unwrap_or_default().chunks(period);
        let place = lines.iter().skip(from).take(period).position(|(_, line)| line.contains('@'))?;
        let is_alike = |person: &[(u32, &str)]| {
            person.len() == period
                && person.iter().enumerate().all(|(at, (_, line))| (at == place) == line.contains('@'))
                && person
                    .iter()
                    .any(|(_, line)| line.chars().all(|c| c.is_alphabetic() || " '’-.".contains(c)))
        };
        (people.len() > 1 || from > 0).then_some(()).filter(|()| people.clone().all(is_alike))
    };
    let names: Vec<&str> =
        lines.iter().map(|(_, line)| *line).take_while(|line| !line.contains('@')).collect();
    let known =
        |count: usize| names.iter().take(count).filter(|line| heading(line).meaning.is_some()).count();
    let (period, from) = (2..=8).find_map(|period| {
        let is_headed = known(period) >= 2 && period <= names.len();
        let from = if is_headed { period } else { 0 };
        is_in_period(period, from).map(|()| (period, from))
    })?;
    let headings = if from > 0 { names.get(..period)? } else { &[] };
    let people = lines.get(from..)?.chunks(period).filter_map(|person| {
        Some((person.first()?.0, person.iter().map(|(_, line)| (*line).to_owned()).collect()))
    });
    sheet(headings, people.collect())
}

/// The line of addresses of a mail: `Anna Nowak <anna@example.org>; Ben Jones <ben@example.org>`.
fn addresses(text: &str) -> Option<Sheet> {
    if text.len() > LONGEST || text.matches('<').count() < 1 || text.trim_start().starts_with('<') {
        return None;
    }
    let mut people = Vec::new();
    for (number, line) in numbered(text) {
        for entry in line.split_inclusive('>') {
            let entry = entry.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
            if entry.is_empty() {
                continue;
            }
            // Behind the last address in brackets, or between two of them, one may stand by itself.
            let is_part = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
            let mut entry = entry;
            while let Some((alone, rest)) = entry.split_once(is_part).or(Some((entry, "")))
                && alone.parse::<Email>().is_ok()
            {
                people.push((number, vec![String::new(), alone.to_owned()]));
                entry = rest.trim_start_matches(is_part);
            }
            if entry.is_empty() {
                continue;
            }
            let (name, address) = entry.strip_suffix('>')?.split_once('<')?;
            let name = ["to:", "cc:", "from:", "bcc:"]
                .iter()
                .find_map(|label| strip_prefix_any_case(name, label))
                .unwrap_or(name);
            address.parse::<Email>().ok()?;
            people.push((number, vec![name.trim().trim_matches(['"', '\'']).to_owned(), address.to_owned()]));
        }
    }
    sheet(&["Name", "Email"], people)
}

/// Lines as people type them: "Anna Nowak 07700 900123 anna@example.org", "1. Ben Jones - ben@example.org".
fn typed(text: &str) -> Option<Sheet> {
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
fn blocks(text: &str) -> Option<Sheet> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let sheet = of_marked_text(text).or_else(|| laid_out(text)).unwrap_or_default();
        let rows: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(rows, expected, "{text}");
    }

    #[test]
    fn labelled_blocks_are_a_table() {
        check(
            "First name: Anna\r\nSurname: Nowak\r\nEmail: a@example.org\r\n\r\nFirst name: Ben\r\nSurname: Jones\r\nEmail: b@example.org\r\n",
            &[
                &["First name", "Surname", "Email"],
                &["Anna", "Nowak", "a@example.org"],
                &["Ben", "Jones", "b@example.org"],
            ],
        );
    }

    #[test]
    fn lines_with_labels_are_a_table() {
        check(
            "Name: Anna Nowak, Mobile: 07700 900811, Email: a@example.org\nName: Ben Jones, Mobile: 07700 900812, Email: b@example.org\n",
            &[
                &["Name", "Mobile", "Email"],
                &["Anna Nowak", "07700 900811", "a@example.org"],
                &["Ben Jones", "07700 900812", "b@example.org"],
            ],
        );
    }

    #[test]
    fn columns_of_spaces_are_a_table() {
        check(
            "Name            Mobile          Email\nAnna Nowak      07700 900811    a@example.org\nBen Jones                       b@example.org\n",
            &[
                &["Name", "Mobile", "Email"],
                &["Anna Nowak", "07700 900811", "a@example.org"],
                &["Ben Jones", "", "b@example.org"],
            ],
        );
    }

    #[test]
    fn cards_are_a_table() {
        check(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C4=85browska;Ewa;;;\r\nTEL;HOME:01632 960123\r\nTEL;CELL:07700 900123\r\nEMAIL:e@example.org\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Ben Jones\r\nitem1.EMAIL;type=WORK:b@example.org\r\nEND:VCARD\r\n",
            &[
                &["First name", "Last name", "Email", "Mobile"],
                &["Ewa", "Dąbrowska", "e@example.org", "07700 900123"],
                &["Ben", "Jones", "b@example.org", ""],
            ],
        );
    }

    #[test]
    fn one_cell_a_line_is_a_table() {
        check(
            "Name\nMobile\nEmail\nAnna Nowak\n07700 900811\na@example.org\nBen Jones\n07700 900812\nb@example.org\n",
            &[
                &["Name", "Mobile", "Email"],
                &["Anna Nowak", "07700 900811", "a@example.org"],
                &["Ben Jones", "07700 900812", "b@example.org"],
            ],
        );
        check(
            "Anna Nowak\na@example.org\n\nBen Jones\nb@example.org\n",
            &[
                &["Name", "Email", "Mobile"],
                &["Anna Nowak", "a@example.org", ""],
                &["Ben Jones", "b@example.org", ""],
            ],
        );
    }

    #[test]
    fn the_addresses_of_a_mail_are_a_table() {
        check(
            "Anna Nowak <a@example.org>; \"Jones, Ben\" <b@example.org>",
            &[&["Name", "Email"], &["Anna Nowak", "a@example.org"], &["Jones, Ben", "b@example.org"]],
        );
    }

    #[test]
    fn lines_as_people_type_them_are_a_table() {
        check(
            "1. Anna Nowak 07700 900811 a@example.org\n2. Ben Jones - b@example.org\n",
            &[
                &["Name", "Email", "Mobile"],
                &["Anna Nowak", "a@example.org", "07700 900811"],
                &["Ben Jones", "b@example.org", ""],
            ],
        );
    }

    #[test]
    fn other_texts_are_left_to_their_separators() {
        for text in [
            "",
            "Name,Email\nAnna,a@example.org",
            "Anna\tSmith\ta@example.org\nBen\tJones\tb@example.org",
            "Anna Smith\nBen Jones",
            "a@example.org\nb@example.org",
            "Dear all,\nthe rota is in the office.\n",
        ] {
            assert_eq!(of_marked_text(text).or_else(|| laid_out(text)), None, "{text}");
        }
    }
}
