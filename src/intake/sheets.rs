//! Which sheets of a workbook list the people: what the person who brings it sees, and no archive of it.

use std::collections::HashSet;

use super::columns::{self, Matching};
use super::meaning::Meaning;
use super::rows;
use super::table::{Row, Sheet, Table};
use super::words::lists;
use crate::text::lowercase;

/// A sheet, as it was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Judged {
    /// How many rows hold a person.
    pub people: usize,
    /// Whether it is one that would be taken.
    pub is_taken: bool,
    /// Whether it holds what others are filled in with, or explains them: nobody is looked for there.
    pub is_reference: bool,
}

/// Judges each sheet. At least one is taken, if there is any.
pub(super) fn judged(table: &Table) -> Vec<Judged> {
    // Where there is no choice, nothing has to be judged; whoever reads the only sheet counts its people.
    if table.sheets.len() == 1 {
        return vec![Judged { is_taken: true, ..Judged::default() }];
    }
    let sheets: Vec<(&Sheet, Matching, usize)> = table
        .sheets
        .iter()
        .map(|sheet| {
            let matching = columns::matching(sheet);
            let people = people(sheet, &matching);
            (sheet, matching, people)
        })
        .collect();
    let score = |(index, (sheet, matching, people)): (usize, &(&Sheet, Matching, usize))| {
        let useful = matching.columns.iter().filter(|meaning| meaning.is_of_person()).count();
        let purpose = Purpose::of(&sheet.name);
        (
            !sheet.hidden && !matches!(purpose, Purpose::Other | Purpose::Reference) && *people > 0,
            !sheet.hidden,
            *people > 0,
            purpose == Purpose::Staff,
            table.active_sheet == Some(index),
            useful,
            (*people).min(50),
        )
    };
    let mut best = None;
    for (index, sheet) in sheets.iter().enumerate() {
        let score = Some(score((index, sheet)));
        if best.is_none_or(|(_, before)| score > before) {
            best = Some((index, score));
        }
    }
    let best = best.map(|(index, _)| index);
    let first = best.and_then(|best| sheets.get(best));
    let is_alike = |sheet: &Sheet, matching: &Matching| {
        first.is_some_and(|(one, one_matching, _)| {
            let headings = headings(one, one_matching);
            headings.is_some() && headings == self::headings(sheet, matching)
        })
    };
    // Another sheet with half of the same people is an earlier or a later version, and no other part of the list.
    let of_first: HashSet<String> =
        first.map(|(sheet, matching, _)| names(sheet, matching).collect()).unwrap_or_default();
    let is_version = |sheet: &Sheet, matching: &Matching| {
        let (shared, others): (Vec<_>, Vec<_>) =
            names(sheet, matching).partition(|name| of_first.contains(name));
        !shared.is_empty() && shared.len() >= others.len()
    };
    sheets
        .iter()
        .enumerate()
        .map(|(index, (sheet, matching, people))| {
            let purpose = Purpose::of(&sheet.name);
            // Without headings, addresses and numbers, its rows are people only where there is nothing better.
            let has = |meaning| matching.columns.contains(&meaning);
            let is_bare = matching.header.is_none() && !has(Meaning::Email) && !has(Meaning::Mobile);
            let people = if is_bare && best != Some(index) { &0 } else { people };
            let is_for_staff =
                !sheet.hidden && !matches!(purpose, Purpose::Other | Purpose::Reference) && *people > 0;
            Judged {
                people: *people,
                is_taken: best == Some(index)
                    || is_for_staff && is_alike(sheet, matching) && !is_version(sheet, matching),
                is_reference: purpose == Purpose::Reference,
            }
        })
        .collect()
}

/// How many rows of the sheet hold a person: none, where nothing in it could be one.
fn people(sheet: &Sheet, matching: &Matching) -> usize {
    let has = |meaning| matching.columns.contains(&meaning);
    let names = [Meaning::FullName, Meaning::FirstName, Meaning::LastName].into_iter().any(has);
    if names || has(Meaning::Email) { rows::sorted(sheet, matching, &[]).people.len() } else { 0 }
}

/// The names of the people of a sheet, as they are compared.
fn names(sheet: &Sheet, matching: &Matching) -> impl Iterator<Item = String> {
    let is_name =
        |meaning: &Meaning| matches!(meaning, Meaning::FullName | Meaning::FirstName | Meaning::LastName);
    let name = move |index: usize| {
        let row = sheet.rows.get(index)?;
        let cells = row.cells.iter().zip(&matching.columns).filter(|(_, meaning)| is_name(meaning));
        Some(cells.map(|(cell, _)| lowercase(cell.text.trim())).collect::<Vec<_>>().join(" "))
    };
    rows::sorted(sheet, matching, &[])
        .people
        .into_iter()
        .filter_map(name)
        .filter(|name| !name.trim().is_empty())
}

/// The headings of a sheet, as they are compared.
fn headings(sheet: &Sheet, matching: &Matching) -> Option<Vec<String>> {
    let row = sheet.rows.get(matching.header?)?;
    let mut cells: Vec<String> = row.cells.iter().map(|cell| lowercase(cell.text.trim())).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    Some(cells)
}

/// What a sheet is for, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// "Current staff".
    Staff,
    /// "Leavers", "Rota": people, and not these.
    Other,
    /// "Lists", "READ ME": nobody.
    Reference,
    /// It does not say.
    Unnamed,
}

impl Purpose {
    fn of(name: &str) -> Self {
        let name = lowercase(name);
        let words: Vec<&str> =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        const OTHER: &str = "leaver leavers left archive archived archives old former ex previous agency residents clients \
            suppliers families relatives rota rotas training matrix supervision deleted terminated inactive applicants \
            candidates starters zwolnieni archiwum";
        const REFERENCE: &str = "lists lookup lookups dropdown dropdowns validation readme instructions instruction guidance \
            guide help example examples template notes summary";
        const STAFF: &str =
            "current staff employees employee people active team carers users pracownicy personal";
        let has = |list: &str| words.iter().any(|word| lists(list, word));
        let is_read_me = words
            .windows(2)
            .any(|pair| matches!(pair, ["read", "me"] | ["how", "to"] | ["drop", "downs" | "down"]));
        let are_service_users = words.windows(2).any(|pair| pair == ["service", "users"]);
        if has(REFERENCE) || is_read_me {
            Purpose::Reference
        } else if has(OTHER) || are_service_users {
            Purpose::Other
        } else if has(STAFF) {
            Purpose::Staff
        } else {
            Purpose::Unnamed
        }
    }
}

/// These sheets as one: the rows of the first, and behind them those of the others that stand below their headings.
///
/// Where there is one sheet only, its rows are taken out of the table and not copied: they are all that a long list
/// is made of.
pub(super) fn together(table: &mut Table, chosen: &[usize]) -> Sheet {
    if let ([only], [0]) = (table.sheets.as_mut_slice(), chosen) {
        let rows = std::mem::take(&mut only.rows);
        return Sheet { rows, ..only.clone() };
    }
    let mut whole: Option<Sheet> = None;
    for index in chosen {
        let Some(sheet) = table.sheets.get(*index) else { continue };
        let numbered = |row: &Row| Row { sheet: *index, ..row.clone() };
        match &mut whole {
            None => {
                let rows = sheet.rows.iter().map(numbered).collect();
                whole = Some(Sheet { rows, ..sheet.clone() });
            }
            Some(whole) => {
                let first = columns::matching(sheet).first;
                whole.rows.extend(sheet.rows.iter().skip(first).map(numbered));
                whole.empty_rows = whole.empty_rows.saturating_add(sheet.empty_rows);
                whole.cut_short |= sheet.cut_short;
            }
        }
    }
    whole.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::delimited;

    fn table(sheets: &[(&str, &str)], active_sheet: Option<usize>) -> Table {
        let sheet = |(name, text): &(&str, &str)| Sheet { name: (*name).to_owned(), ..delimited::read(text) };
        Table { sheets: sheets.iter().map(sheet).collect(), active_sheet, ..Table::default() }
    }

    #[track_caller]
    fn check(table: &Table, expected: &[usize]) {
        let judged = judged(table);
        let taken: Vec<usize> = (0..judged.len()).filter(|index| judged[*index].is_taken).collect();
        assert_eq!(taken, expected);
    }

    const ANNA: &str = "Name,Email\nAnna Smith,a@example.org";
    const BEN: &str = "Name,Email\nBen Jones,b@example.org\nCleo Ward,c@example.org";
    const LEFT: &str = "Name,Email,Left\nDan Poe,d@example.org,";

    #[test]
    fn the_sheet_with_people_is_taken() {
        check(&table(&[("Hours", "Week,Monday\n1,early\n2,late"), ("Sheet2", ANNA)], None), &[1]);
        assert_eq!(judged(&Table::default()), []);
    }

    #[test]
    fn of_versions_of_one_list_the_one_that_was_open_is_taken() {
        let later = "Name,Email\nBen Jones,b@example.org\nDan Poe,d@example.org";
        check(&table(&[("October", BEN), ("November", later)], Some(1)), &[1]);
        check(&table(&[("Days", BEN), ("Nights", ANNA)], Some(1)), &[0, 1]);
    }

    #[test]
    fn neither_leavers_nor_hidden_sheets_are_taken_in_place_of_the_staff() {
        check(
            &table(&[("READ ME", "Ask Helen"), ("Leavers 2025", BEN), ("Current staff", ANNA)], Some(0)),
            &[2],
        );
        let mut hidden = table(&[("Staff", BEN), ("Sheet2", ANNA)], None);
        hidden.sheets[0].hidden = true;
        check(&hidden, &[1]);
    }

    #[test]
    fn nobody_is_looked_for_among_what_a_sheet_is_filled_in_from() {
        let judged = judged(&table(&[("People", ANNA), ("Lists", BEN), ("Leavers", BEN)], None));
        let are_reference: Vec<bool> = judged.iter().map(|judged| judged.is_reference).collect();
        assert_eq!(are_reference, [false, true, false]);
    }

    #[test]
    fn of_two_that_might_be_the_one_that_was_open_is_taken() {
        check(&table(&[("One", LEFT), ("Two", ANNA)], Some(1)), &[1]);
    }

    #[test]
    fn sheets_with_the_same_headings_are_taken_together() {
        let mut table = table(&[("Oak House", ANNA), ("Elm Court", BEN), ("Leavers", BEN)], Some(0));
        check(&table, &[0, 1]);
        let whole = together(&mut table, &[0, 1]);
        let rows: Vec<(usize, u32)> = whole.rows.iter().map(|row| (row.sheet, row.number)).collect();
        assert_eq!(rows, [(0, 1), (0, 2), (1, 2), (1, 3)]);
    }
}
