//! What the columns of a sheet mean: by what stands above them, and by what stands in them.

use super::headings::{Heading, heading, is_of_no_person};
use super::meaning::Meaning;
use super::table::{Row, Sheet, Table};
use crate::fields::Mobile;

/// What each column means, and where the people begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matching {
    /// Which of [`Sheet::rows`] holds the headings, if one does.
    pub header: Option<usize>,
    /// The first of [`Sheet::rows`] that may hold a person.
    pub first: usize,
    /// The meaning of each column. No two have the same, but for [`Meaning::Ignored`].
    pub columns: Vec<Meaning>,
}

/// How many rows may stand above the headings: titles, dates, an address.
const ROWS_ABOVE: usize = 15;

/// How many rows are looked at to see what a column holds.
const ROWS_LOOKED_AT: usize = 200;

/// What the columns of `sheet` mean, as far as can be told.
pub fn matching(sheet: &Sheet) -> Matching {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let header = header(sheet);
    let first = header.map_or_else(|| first_without_header(sheet), |header| header + 1);
    let data = sheet.rows.get(first..).unwrap_or_default();
    let data = data.get(..ROWS_LOOKED_AT).unwrap_or(data);
    let headings = header.and_then(|header| sheet.rows.get(header));

    let mut scored: Vec<(i32, usize, Meaning)> = Vec::new();
    for column in 0..width {
        let held = Held::of(data, column);
        let found = headings.map_or(Heading::default(), |row| heading(row.text(column)));
        for meaning in Meaning::ALL.into_iter().filter(|meaning| *meaning != Meaning::Ignored) {
            let by_name = if found.meaning.is_none_or(|named| named == meaning) { found.weight } else { 0 };
            scored.push((by_name + held.evidence_for(meaning), column, meaning));
        }
    }
    // Whole names last, as first and last names together leave no need of them; then the surest first;
    // of two as sure, the one further left.
    scored.sort_by_key(|(score, column, meaning)| (*meaning == Meaning::FullName, -score, *column));
    let mut columns = vec![Meaning::Ignored; width];
    for (score, column, meaning) in scored {
        let is_free = !columns.contains(&meaning);
        let is_needed = meaning != Meaning::FullName
            || !(columns.contains(&Meaning::FirstName) && columns.contains(&Meaning::LastName));
        if let Some(place @ Meaning::Ignored) = columns.get_mut(column)
            && score >= SURE_ENOUGH
            && is_free
            && is_needed
        {
            *place = meaning;
        }
    }
    if !names_anyone(&columns) {
        let is_of_no_person = |column| headings.is_some_and(|row: &Row| is_of_no_person(row.text(column)));
        name_by_place(data, is_of_no_person, &mut columns);
    }
    settle_names(data, &mut columns);
    Matching { header, first, columns }
}

/// `before` with the meanings that the person chose. A meaning moves to the column it is newly chosen for:
/// no other keeps it, nor the whole name beside its parts.
pub fn changed(before: &Matching, chosen: &[Meaning]) -> Matching {
    let is_new = |column: usize| before.columns.get(column) != chosen.get(column);
    let mut columns = chosen.to_vec();
    for column in 0..columns.len() {
        let Some(taken) = columns.get(column).copied().filter(|_| is_new(column)) else { continue };
        for (other, meaning) in columns.iter_mut().enumerate() {
            if other != column && taken.leaves_out(*meaning) {
                *meaning = Meaning::Ignored;
            }
        }
    }
    columns.resize(before.columns.len(), Meaning::Ignored);
    Matching { columns, ..before.clone() }
}

/// Which sheet most likely lists people: one that is shown, with addresses and numbers in it.
pub fn likeliest(table: &Table) -> usize {
    let score = |sheet: &Sheet| {
        let columns = matching(sheet).columns;
        let useful = columns.iter().filter(|meaning| **meaning != Meaning::Ignored).count();
        (!sheet.hidden && !sheet.rows.is_empty(), useful, sheet.rows.len().min(50))
    };
    let mut best = (0, None);
    let is_choice = table.sheets.len() > 1;
    for (index, sheet) in table.sheets.iter().enumerate().filter(|_| is_choice) {
        let score = Some(score(sheet));
        if score > best.1 {
            best = (index, score);
        }
    }
    best.0
}

/// From this score on, a column is taken for what it seems.
const SURE_ENOUGH: i32 = 50;

fn names_anyone(columns: &[Meaning]) -> bool {
    columns.iter().any(|m| matches!(m, Meaning::FirstName | Meaning::LastName | Meaning::FullName))
}

/// The row among the first whose cells read most like headings.
fn header(sheet: &Sheet) -> Option<usize> {
    let weight = |row: &Row| -> i32 {
        let has_values = row.cells.iter().any(|cell| cell.text.contains('@') || is_mobile(&cell.text));
        // A heading about somebody else is a heading too.
        let of_cell = |found: Heading| match found.meaning {
            Some(_) if found.weight < 0 => OF_ANOTHER_ENOUGH,
            _ => found.weight.max(0),
        };
        if has_values { 0 } else { row.cells.iter().map(|cell| of_cell(heading(&cell.text))).sum() }
    };
    let above = sheet.rows.get(..ROWS_ABOVE).unwrap_or(&sheet.rows);
    let mut best = (None, HEADER_ENOUGH - 1);
    for (index, row) in above.iter().enumerate() {
        let weight = weight(row);
        if weight > best.1 {
            best = (Some(index), weight);
        }
    }
    best.0
}

/// From this weight of all its cells on, a row is one of headings: one sure heading.
const HEADER_ENOUGH: i32 = 60;
/// What a heading about another person weighs for its row.
const OF_ANOTHER_ENOUGH: i32 = 40;

/// Without headings, what stands above the first row as wide as most is a title.
fn first_without_header(sheet: &Sheet) -> usize {
    let width = |row: &Row| row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count();
    let widest = sheet.rows.iter().take(ROWS_LOOKED_AT).map(width).max().unwrap_or(0);
    let above = sheet.rows.iter().take(ROWS_ABOVE);
    above.take_while(|row| widest > 1 && width(row) == 1).count()
}

/// What the cells of a column look like, in hundredths of those that hold anything.
struct Held {
    emails: i32,
    mobiles: i32,
    names: i32,
    whole_names: i32,
    roles: i32,
}

impl Held {
    fn of(rows: &[Row], column: usize) -> Self {
        let texts = || rows.iter().map(|row| row.text(column).trim()).filter(|text| !text.is_empty());
        let count = texts().count();
        let share = |is: fn(&str) -> bool| {
            let found = texts().filter(|text| is(text)).count();
            i32::try_from(found * 100 / count.max(1)).unwrap_or(0)
        };
        Held {
            emails: share(|text| text.contains('@')),
            mobiles: share(is_mobile),
            names: share(is_name),
            whole_names: share(|text| is_name(text) && text.contains([' ', ','])),
            roles: share(is_role),
        }
    }

    /// How much the cells tell for a meaning, or against it, in points.
    fn evidence_for(&self, meaning: Meaning) -> i32 {
        match meaning {
            Meaning::Email => self.emails - 20,
            Meaning::Mobile => self.mobiles - 20,
            Meaning::Role => self.roles - 60,
            // Words alone make no names: jobs, towns and days are words too.
            Meaning::FirstName | Meaning::LastName => (self.names - 80) / 2,
            Meaning::FullName => (self.whole_names - 60) / 2,
            Meaning::Ignored => 0,
        }
    }
}

fn is_mobile(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 9 && text.parse::<Mobile>().is_ok() || (text.contains("E+") && text.starts_with('7'))
}

/// Letters, and no more than four words of them: not a sentence, and no address.
fn is_name(text: &str) -> bool {
    let is_of_names = |c: char| c.is_alphabetic() || !c.is_ascii() || " -'.,()\"".contains(c);
    text.chars().all(is_of_names) && text.split_whitespace().count() <= 5
}

/// Whether the cell says which of the two one is.
pub(super) fn is_role(text: &str) -> bool {
    super::headings::role(text).is_some()
}

/// Names without a heading that says so: a column of whole names, or else the first two columns of single
/// words.
fn name_by_place(rows: &[Row], is_of_no_person: impl Fn(usize) -> bool, columns: &mut [Meaning]) {
    let is_left = |column: usize, meaning: Meaning| meaning == Meaning::Ignored && !is_of_no_person(column);
    let held = |(column, place)| (column, Held::of(rows, column), place);
    let mut words = columns
        .iter_mut()
        .enumerate()
        .filter(|(column, meaning)| is_left(*column, **meaning))
        .map(held)
        .filter(|(_, held, _)| held.names >= 90);
    let Some((first, held, place)) = words.next() else { return };
    match words.next() {
        Some((second, _, last_name)) if held.whole_names < 60 && second == first + 1 => {
            *place = Meaning::FirstName;
            *last_name = Meaning::LastName;
        }
        _ => *place = Meaning::FullName,
    }
}

/// A whole name beside one of its parts: "Name" and "Surname" may be a first and a last name; else the
/// whole one is enough.
fn settle_names(rows: &[Row], columns: &mut [Meaning]) {
    let Some(name) = columns.iter().position(|meaning| *meaning == Meaning::FullName) else { return };
    if columns.contains(&Meaning::LastName) && Held::of(rows, name).whole_names < 50 {
        columns.iter_mut().skip(name).take(1).for_each(|meaning| *meaning = Meaning::FirstName);
        return;
    }
    for meaning in columns {
        if matches!(meaning, Meaning::FirstName | Meaning::LastName) {
            *meaning = Meaning::Ignored;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::delimited;
    use Meaning::{Email, FirstName, FullName, Ignored, LastName, Mobile, Role};

    #[track_caller]
    fn check(text: &str, header: Option<u32>, expected: &[Meaning]) {
        let sheet = delimited::read(text);
        let found = matching(&sheet);
        assert_eq!(found.header.map(|index| sheet.rows[index].number), header, "{text}");
        assert_eq!(found.columns, expected, "{text}");
    }

    #[test]
    fn the_names_people_give_their_columns_are_known() {
        check(
            "Forename,SURNAME,E-mail address,Mob no.\nAnna,Smith,a@example.org,07700900123",
            Some(1),
            &[FirstName, LastName, Email, Mobile],
        );
        check(
            "Family name,Given name,Tel (mobile),Email\nSmith,Anna,07700900123,a@example.org",
            Some(1),
            &[LastName, FirstName, Mobile, Email],
        );
        check(
            "Employee,Job title,Personal email,Contact number\nAnna Smith,Carer,a@example.org,07700900123",
            Some(1),
            &[FullName, Ignored, Email, Mobile],
        );
        check(
            "First name,Last name,Email address,Mobile number,Shared mailbox\nAnna,Smith,a@example.org,07700 900123,Owner",
            Some(1),
            &[FirstName, LastName, Email, Mobile, Role],
        );
        check("Name,Surname,Email\nAnna,Smith,a@example.org", Some(1), &[FirstName, LastName, Email]);
    }

    #[test]
    fn a_title_above_the_headings_is_passed_over() {
        check(
            "Oak House staff list,,\nMarch 2026,,\n\nName,Mobile,Start date\nAnna Smith,07700900123,1/2/2020",
            Some(4),
            &[FullName, Mobile, Ignored],
        );
    }

    #[test]
    fn without_headings_the_values_tell() {
        check(
            "Anna,Smith,a@example.org,07700900123\nBen,Jones,b@example.org,07700900124",
            None,
            &[FirstName, LastName, Email, Mobile],
        );
        check("a@example.org,Anna Smith\nb@example.org,Ben Jones", None, &[Email, FullName]);
        check("7700900123,Anna Smith\n7700900124,Ben Jones", None, &[Mobile, FullName]);
    }

    #[test]
    fn a_post_is_no_role_in_the_mailbox() {
        check(
            "Name,Role,Mobile\nAnna Smith,Care assistant,07700900123\nBen Jones,Owner of dogs,07700900124",
            Some(1),
            &[FullName, Ignored, Mobile],
        );
        check("Name,Role\nAnna Smith,Owner\nBen Jones,Member", Some(1), &[FullName, Role]);
    }

    #[test]
    fn what_belongs_to_somebody_else_is_left_out() {
        check(
            "Name,Next of kin mobile,Mobile\nAnna Smith,07700900999,07700900123",
            Some(1),
            &[FullName, Ignored, Mobile],
        );
        check(
            "Name,Home phone,Line manager's email,Email\nAnna Smith,020 7946 0000,m@example.org,a@example.org",
            Some(1),
            &[FullName, Ignored, Ignored, Email],
        );
    }

    #[test]
    fn what_is_perhaps_somebody_elses_is_taken_where_nothing_else_is_there() {
        check(
            "Home,Registered manager,Manager email,Manager mobile\nOak House,Anna Smith,a@example.org,07700900123\nElm Court,Ben Jones,b@example.org,07700900124",
            Some(1),
            &[Ignored, FullName, Email, Mobile],
        );
        check(
            "Name,Home phone,Email\nAnna Smith,07700900123,a@example.org",
            Some(1),
            &[FullName, Mobile, Email],
        );
    }

    #[test]
    fn no_two_columns_mean_the_same() {
        check(
            "Name,Work email,Personal email\nAnna Smith,w@example.org,p@example.org",
            Some(1),
            &[FullName, Email, Ignored],
        );
        check(
            "Full name,First name,Last name\nAnna Smith,Anna,Smith",
            Some(1),
            &[Ignored, FirstName, LastName],
        );
    }

    #[test]
    fn a_meaning_moves_to_the_column_it_is_chosen_for() {
        let before = Matching { columns: vec![FullName, Email, Ignored, Mobile], ..Matching::default() };
        let chosen = |columns: [Meaning; 4]| changed(&before, &columns).columns;
        assert_eq!(chosen([FullName, Email, Email, Mobile]), [FullName, Ignored, Email, Mobile]);
        assert_eq!(chosen([FullName, Email, LastName, Mobile]), [Ignored, Email, LastName, Mobile]);
        assert_eq!(chosen([FullName, Ignored, Ignored, Mobile]), [FullName, Ignored, Ignored, Mobile]);
        assert_eq!(chosen(before.columns.clone().try_into().unwrap()), before.columns);
        let parts = Matching { columns: vec![FirstName, LastName, Ignored], ..Matching::default() };
        assert_eq!(changed(&parts, &[FirstName, LastName, FullName]).columns, [Ignored, Ignored, FullName]);
    }

    #[test]
    fn an_empty_sheet_means_nothing() {
        assert_eq!(matching(&Sheet::default()), Matching::default());
    }

    #[test]
    fn the_sheet_with_people_is_the_likeliest() {
        let people = delimited::read("Name,Email\nAnna Smith,a@example.org");
        let rota = delimited::read("Week,Monday\n1,early\n2,late");
        let hidden = Sheet { hidden: true, ..people.clone() };
        let table = Table { sheets: vec![rota, hidden, people] };
        assert_eq!(likeliest(&table), 2);
        assert_eq!(likeliest(&Table::default()), 0);
    }
}
