//! What the columns of a sheet mean: by what stands above them, and by what stands in them.

pub(super) use super::header_row::header;
use super::header_row::{ROWS_LOOKED_AT, first_without_header, groups, headings_of};
use super::headings::{Heading, Owner, heading, is_of_kin, is_of_no_person, says_own};
use super::held::Held;
use super::meaning::Meaning;
use super::name_order::{name_order, settle_order};
use super::names::NameOrder;
use super::table::{Row, Sheet};
use crate::text::lowercase;

/// What each column means, and where the people begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matching {
    /// Which of [`Sheet::rows`] holds the headings, if one does.
    pub header: Option<usize>,
    /// The first of [`Sheet::rows`] that may hold a person.
    pub first: usize,
    /// The meaning of each column. No two have the same, but for those that [may](Meaning::may_repeat).
    pub columns: Vec<Meaning>,
    /// Which part of a whole name stands first.
    pub order: NameOrder,
    /// Whether nothing tells for sure which of two names is the first, in two columns or in one: it is to be asked.
    pub is_order_unknown: bool,
    /// Whether the person says that first and last names are the other way round.
    pub is_swapped: bool,
    /// The columns that the file hides.
    pub hidden: Vec<usize>,
}

/// What the columns of `sheet` mean, as far as can be told.
pub fn matching(sheet: &Sheet) -> Matching {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let header = header(sheet);
    let first = header.map_or_else(|| first_without_header(sheet), |header| header + 1);
    let data = sheet.rows.get(first..).unwrap_or_default();
    let data: Vec<&Row> =
        data.iter().filter(|row| !row.is_hidden && !row.is_struck).take(ROWS_LOOKED_AT).collect();
    let headings_row = header.and_then(|header| headings_of(sheet, header));
    let headings_row = headings_row.as_ref();
    let groups = header.map(|header| groups(sheet, header, width)).unwrap_or_default();
    let hidden: Vec<usize> = (0..width).filter(|column| sheet.hides_column(*column)).collect();
    let mut columns: Vec<Column> = (0..width)
        .map(|column| Column {
            heading: headings_row.map_or(Heading::default(), |row| {
                let found = heading(row.text(column));
                let is_of_another =
                    groups.get(column).is_some_and(|group| heading(group).owner == Owner::Another);
                if is_of_another { Heading { owner: Owner::Another, ..found } } else { found }
            }),
            held: Held::of(&data, column),
            is_free: !hidden.contains(&column),
        })
        .collect();

    if let Some(row) = headings_row {
        leave_to_kin(&mut columns, row);
    }
    let mut meanings = primary(&columns);
    let is_named = meanings
        .iter()
        .any(|meaning| matches!(meaning, Meaning::FirstName | Meaning::LastName | Meaning::FullName));
    if !is_named {
        let is_of_no_person = |column: usize| {
            hidden.contains(&column) || headings_row.is_some_and(|row| is_of_no_person(row.text(column)))
        };
        name_by_place(&columns, is_of_no_person, &mut meanings);
    }
    let is_in_two = headings_row.is_some_and(|row| is_heading_over_two(&columns, row, &mut meanings));
    settle_names(&columns, &data, &mut meanings);
    add_seconds(&columns, &mut meanings);
    let are_columns_unknown = (!is_named || is_in_two) && !settle_order(&data, &mut meanings);
    let (order, is_unknown) = name_order(&data, &meanings, headings_row);
    let is_order_unknown = are_columns_unknown || is_unknown;
    Matching { header, first, columns: meanings, order, is_order_unknown, is_swapped: false, hidden }
}

/// A column as it is judged: what stands above it, and what in it.
struct Column {
    heading: Heading,
    held: Held,
    /// Whether it may be taken: the file does not hide it.
    is_free: bool,
}

/// Behind the name of somebody's next of kin, "Contact number" is the kin's; "Mobile" is, where the person has another
/// column of their own.
fn leave_to_kin(columns: &mut [Column], headings: &Row) {
    let is_own = |column: &Column, meaning| {
        column.heading.meaning == Some(meaning) && column.heading.owner == Owner::Person
    };
    let kin: Vec<usize> = (0..columns.len())
        .filter(|at| {
            is_of_kin(headings.text(*at)) && columns.get(*at).is_some_and(|column| column.held.names >= 50)
        })
        .collect();
    for start in kin {
        for at in start + 1..columns.len() {
            let Some(meaning) = columns.get(at).and_then(|column| column.heading.meaning) else { break };
            let is_contact = matches!(meaning, Meaning::Mobile | Meaning::Email);
            if !is_contact || says_own(headings.text(at)) {
                break;
            }
            let before = columns.get(..start).unwrap_or_default();
            let has_own = before.iter().any(|column| is_own(column, meaning));
            if let Some(column) = columns.get_mut(at)
                && (has_own || column.heading.weight < 95)
            {
                column.heading.owner = Owner::Another;
            }
        }
    }
}

/// The meaning of each column that is the likeliest for it.
fn primary(columns: &[Column]) -> Vec<Meaning> {
    let mut scored: Vec<(i32, usize, Meaning)> = Vec::new();
    let candidates = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.is_free && column.heading.owner != Owner::Another);
    for (index, Column { heading, held, .. }) in candidates {
        for meaning in Meaning::ALL.into_iter().filter(|meaning| !meaning.may_repeat()) {
            let by_name =
                if heading.meaning.is_none_or(|named| named == meaning) { heading.weight } else { 0 };
            scored.push((
                by_name + held.evidence_for(meaning, heading.meaning == Some(meaning)),
                index,
                meaning,
            ));
        }
    }
    // Whole names last, as first and last names together leave no need of them; then the surest first;
    // of two as sure, the one further left.
    scored.sort_by_key(|(score, column, meaning)| (*meaning == Meaning::FullName, -score, *column));
    let mut meanings = vec![Meaning::Ignored; columns.len()];
    for (score, column, meaning) in scored {
        let is_free = !meanings.contains(&meaning);
        let is_needed = meaning != Meaning::FullName
            || !(meanings.contains(&Meaning::FirstName) && meanings.contains(&Meaning::LastName));
        if let Some(place @ Meaning::Ignored) = meanings.get_mut(column)
            && score >= SURE_ENOUGH
            && is_free
            && is_needed
        {
            *place = meaning;
        }
    }
    meanings
}

/// Further columns of addresses and of numbers, for those rows whose first is empty.
fn add_seconds(columns: &[Column], meanings: &mut [Meaning]) {
    for (first, second) in [(Meaning::Email, Meaning::SecondEmail), (Meaning::Mobile, Meaning::SecondMobile)]
    {
        if !meanings.contains(&first) {
            continue;
        }
        for (column, meaning) in columns.iter().zip(meanings.iter_mut()) {
            let is_own = matches!(column.heading.owner, Owner::Person | Owner::Place);
            let is_like = column.heading.meaning == Some(first) && is_own;
            let share = if first == Meaning::Email { column.held.emails } else { column.held.mobiles };
            if *meaning == Meaning::Ignored && column.is_free && is_like && share > 0 {
                *meaning = second;
            }
        }
    }
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
                // What was the address or the number fills the gaps of the one that is chosen.
                *meaning = match *meaning {
                    Meaning::Email => Meaning::SecondEmail,
                    Meaning::Mobile => Meaning::SecondMobile,
                    _ => Meaning::Ignored,
                };
            }
        }
    }
    columns.resize(before.columns.len(), Meaning::Ignored);
    let place = |columns: &[Meaning], wanted| columns.iter().position(|meaning| *meaning == wanted);
    // Who says which column is which name has answered.
    let are_names_same = [Meaning::FirstName, Meaning::LastName, Meaning::FullName]
        .into_iter()
        .all(|name| place(&columns, name) == place(&before.columns, name));
    Matching { columns, is_order_unknown: before.is_order_unknown && are_names_same, ..before.clone() }
}

/// From this score on, a column is taken for what it seems.
const SURE_ENOUGH: i32 = 50;

/// Names without a heading that says so: a column of whole names, or else the first two columns of single
/// words.
fn name_by_place(columns: &[Column], is_of_no_person: impl Fn(usize) -> bool, meanings: &mut [Meaning]) {
    let has_contacts = meanings.iter().any(|meaning| matches!(meaning, Meaning::Email | Meaning::Mobile));
    let mut words = meanings.iter_mut().zip(columns).enumerate().filter(|(index, (meaning, column))| {
        **meaning == Meaning::Ignored
            && !is_of_no_person(*index)
            && column.held.names >= 90
            && column.held.no_names < 30
            // The home's name in each row, in a list without contacts.
            && (has_contacts || !column.held.is_one_value)
            && column.held.filled >= 50
    });
    let Some((first, (place, column))) = words.next() else { return };
    match words.next() {
        Some((second, (last_name, _))) if column.held.whole_names < 60 && second == first + 1 => {
            *place = Meaning::FirstName;
            *last_name = Meaning::LastName;
        }
        _ => *place = Meaning::FullName,
    }
}

/// Whether "Name" stands above two columns of single words, the second without a heading: then they are a first and a
/// last name.
fn is_heading_over_two(columns: &[Column], headings: &Row, meanings: &mut [Meaning]) -> bool {
    let Some(name) = meanings.iter().position(|meaning| *meaning == Meaning::FullName) else { return false };
    let is_of_names = |at: usize| {
        let held = columns.get(at).map(|column| &column.held);
        held.is_some_and(|held| held.names >= 80 && held.whole_names < 40 && held.filled >= 50)
    };
    let is_free =
        meanings.get(name + 1) == Some(&Meaning::Ignored) && headings.text(name + 1).trim().is_empty();
    let has_parts = meanings.iter().any(|meaning| matches!(meaning, Meaning::FirstName | Meaning::LastName));
    let is_in_two = is_free && !has_parts && is_of_names(name) && is_of_names(name + 1);
    if let Some([first, last, ..]) = meanings.get_mut(name..).filter(|_| is_in_two) {
        (*first, *last) = (Meaning::FirstName, Meaning::LastName);
    }
    is_in_two
}

/// A whole name beside one of its parts: "Name" and "Surname" may be a first and a last name; else the
/// whole one is enough. A part without the other may be a whole name: "Nombre", "Nom".
fn settle_names(columns: &[Column], rows: &[&Row], meanings: &mut [Meaning]) {
    let place = |meanings: &[Meaning], wanted| meanings.iter().position(|meaning| *meaning == wanted);
    let whole_names = |index: usize| columns.get(index).map_or(0, |column| column.held.whole_names);
    let set = |meanings: &mut [Meaning], index: usize, meaning| {
        meanings.iter_mut().skip(index).take(1).for_each(|m| *m = meaning)
    };
    match (
        place(meanings, Meaning::FirstName),
        place(meanings, Meaning::LastName),
        place(meanings, Meaning::FullName),
    ) {
        (None, Some(last), Some(name)) if !holds(rows, name, last) => set(meanings, name, Meaning::FirstName),
        (Some(first), None, Some(name)) if !holds(rows, name, first) => {
            set(meanings, name, Meaning::LastName)
        }
        (Some(first), None, None) if whole_names(first) >= 50 => set(meanings, first, Meaning::FullName),
        (None, Some(last), None) if whole_names(last) >= 50 => set(meanings, last, Meaning::FullName),
        (None, None, _) | (_, _, None) => {}
        (_, _, Some(_)) => {
            for meaning in meanings {
                if matches!(meaning, Meaning::FirstName | Meaning::LastName) {
                    *meaning = Meaning::Ignored;
                }
            }
        }
    }
}

/// Whether the names in one column mostly hold those in the other: "Anna Smith" and "Smith".
fn holds(rows: &[&Row], whole: usize, part: usize) -> bool {
    let pairs = rows.iter().map(|row| (row.text(whole).trim(), row.text(part).trim()));
    let pairs: Vec<_> = pairs.filter(|(whole, part)| !whole.is_empty() && !part.is_empty()).collect();
    let held = pairs.iter().filter(|(whole, part)| lowercase(whole).contains(&lowercase(part))).count();
    held * 2 >= pairs.len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::delimited;
    use Meaning::{Email, FirstName, FullName, Ignored, LastName, Mobile, Role, SecondEmail};

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
    fn one_heading_over_two_columns_of_names_is_of_both() {
        check(
            "Name,,Mobile,Email\nAnna,Smith,07700900123,anna.smith@example.org\nBen,Jones,07700900124,ben.jones@example.org",
            Some(1),
            &[FirstName, LastName, Mobile, Email],
        );
    }

    #[test]
    fn what_stands_behind_a_relatives_name_is_the_relatives() {
        check(
            "Name,Email,Contact person,Contact number\nAnna Smith,a@example.org,Piotr Smith,07700900999",
            Some(1),
            &[FullName, Email, Ignored, Ignored],
        );
        check(
            "Name,Mobile,Next of kin,Mobile\nAnna Smith,,Piotr Smith,07700900999",
            Some(1),
            &[FullName, Mobile, Ignored, Ignored],
        );
        check(
            "Name,Line manager,Mobile,Email\nAnna Smith,Sue Hill,07700900123,a@example.org",
            Some(1),
            &[FullName, Ignored, Mobile, Email],
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
            &[FullName, Email, SecondEmail],
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
        assert_eq!(chosen([FullName, Email, Email, Mobile]), [FullName, SecondEmail, Email, Mobile]);
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
    fn the_fuller_of_two_like_columns_is_the_first() {
        check(
            "Name,Work email,Personal email\nAnna Smith,,a@example.org\nBen Jones,w@example.org,b@example.org",
            Some(1),
            &[FullName, SecondEmail, Email],
        );
    }

    #[test]
    fn without_headings_the_addresses_tell_which_name_is_which() {
        check(
            "Smith,Anna,anna.smith@example.org\nJones,Ben,b.jones@example.org",
            None,
            &[LastName, FirstName, Email],
        );
        let matching = matching(&delimited::read("Kim,Lee,07700900123\nSoo,Park,07700900124"));
        assert!(matching.is_order_unknown);
    }
}
