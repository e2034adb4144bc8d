//! Rows with a cell too many: a comma in a name, in a file that puts no quotation marks around it.

use super::columns::Matching;
use super::header_row::is_header;
use super::meaning::Meaning;
use super::table::{Cell, Row, Sheet};
use crate::fields::Mobile;

/// Puts together the two cells that a comma made of one, in each row whose address and number then stand in their
/// columns. Whether any row was changed.
pub(super) fn mend(sheet: &mut Sheet, matching: &Matching) -> bool {
    let headings = matching.header.and_then(|header| sheet.rows.get(header..)).unwrap_or_default();
    let below = headings.iter().skip(1).take_while(|row| is_header(row));
    let Some(width) = headings.iter().take(1).chain(below).map(filled).max() else {
        return false;
    };
    let mut is_any_mended = false;
    for row in sheet.rows.iter_mut().skip(matching.first).filter(|row| filled(row) > width) {
        if fits(row, matching) {
            continue;
        }
        if let Some(cells) = places(matching)
            .filter_map(|place| joined(row, place))
            .find(|cells| fits(&Row { cells: cells.clone(), ..Row::default() }, matching))
        {
            row.cells = cells;
            row.is_mended = true;
            is_any_mended = true;
        } else {
            row.is_too_wide = true;
        }
    }
    is_any_mended
}

/// How many cells a row has, without the empty ones at its end.
fn filled(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1)
}

/// Whether what stands in the columns of addresses and of mobiles are such, or nothing.
fn fits(row: &Row, matching: &Matching) -> bool {
    let mut columns = matching.columns.iter().enumerate();
    columns.all(|(column, meaning)| {
        let text = row.text(column).trim();
        match meaning {
            Meaning::Email => text.is_empty() || text.contains('@'),
            Meaning::Mobile => {
                text.is_empty()
                    || (!text.contains('@')
                        && (text.parse::<Mobile>().is_ok() || text.contains(|c: char| c.is_ascii_digit())))
            }
            _ => true,
        }
    })
}

/// Where two cells may have been one: the columns of names first.
fn places(matching: &Matching) -> impl Iterator<Item = usize> {
    let columns = || matching.columns.iter().enumerate();
    let names = columns().filter(|(_, meaning)| **meaning == Meaning::FullName).map(|(column, _)| column);
    let others = columns().filter(|(_, meaning)| **meaning == Meaning::Ignored).map(|(column, _)| column);
    names.chain(others)
}

fn joined(row: &Row, place: usize) -> Option<Vec<Cell>> {
    let mut cells = row.cells.clone();
    if place + 1 >= cells.len() {
        return None;
    }
    let behind = cells.remove(place + 1);
    let cell = cells.get_mut(place)?;
    *cell = Cell::text(&format!("{}, {}", cell.text.trim(), behind.text.trim()));
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{columns, delimited};

    #[track_caller]
    fn check(text: &str, row: usize, expected: &[&str]) {
        let mut sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        mend(&mut sheet, &matching);
        let cells: Vec<&str> = sheet.rows[row].cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(cells, expected);
    }

    #[test]
    fn a_comma_in_a_name_is_put_back() {
        let text = "Name,Email,Mobile\nNowak, Anna,a@example.org,07700 900371\nGrace Mensah,g@example.org,07700 900373";
        check(text, 1, &["Nowak, Anna", "a@example.org", "07700 900371"]);
        check(text, 2, &["Grace Mensah", "g@example.org", "07700 900373"]);
    }

    #[test]
    fn a_comma_in_a_job_is_put_back_there() {
        let text = "First name,Surname,Job,Email\nAnna,Nowak,Carer, nights,a@example.org\nBen,Jones,Cook,b@example.org\nCleo,Ward,Cook,c@example.org";
        check(text, 1, &["Anna", "Nowak", "Carer, nights", "a@example.org"]);
    }
}
