//! Which of two names is the first one, in two columns or within one: what tells of a whole list.

use std::cmp::Ordering;

use super::first_names;
use super::meaning::Meaning;
use super::names::{self, NameOrder, is_first_by_address};
use super::table::Row;
use super::words::lists;
use crate::text::lowercase;

/// Which of two columns of names that nothing names holds the first names: the addresses tell, or names that are
/// common as first names. Whether they do for sure, or there are no two such columns.
pub(super) fn settle_order(rows: &[&Row], meanings: &mut [Meaning]) -> bool {
    let place = |wanted| meanings.iter().position(|meaning| *meaning == wanted);
    let (Some(first), Some(last)) = (place(Meaning::FirstName), place(Meaning::LastName)) else {
        return true;
    };
    let email = place(Meaning::Email);
    let by_address = |row: &&Row| is_first_by_address(row.text(first), row.text(last), row.text(email?));
    let by_commonness = |row: &&Row| commoner_first((row.text(first), row.text(last)));
    let by_address = told(rows.iter().filter_map(by_address));
    let order = by_address.or_else(|| told(rows.iter().filter_map(by_commonness)));
    if order == Some(NameOrder::LastFirst) {
        meanings.swap(first, last);
    }
    by_address.is_some() || order == Some(NameOrder::FirstLast)
}

/// What most of the votes for the order in which two names stand tell; `None` where they tell nothing.
fn told(are_right: impl Iterator<Item = bool>) -> Option<NameOrder> {
    let (right, turned) = counted(are_right);
    match right.cmp(&turned) {
        Ordering::Less => Some(NameOrder::LastFirst),
        Ordering::Equal => None,
        Ordering::Greater => Some(NameOrder::FirstLast),
    }
}

/// Whether `one` is common as a first name and `other` is not; `None` where both are, or neither.
fn commoner_first((one, other): (&str, &str)) -> Option<bool> {
    let is_common = |names: &str| names.split_whitespace().next().is_some_and(first_names::is_common);
    let (one, other) = (is_common(one), is_common(other));
    (one != other).then_some(one)
}

fn counted(votes: impl Iterator<Item = bool>) -> (usize, usize) {
    votes.fold((0, 0), |(yes, no), vote| if vote { (yes + 1, no) } else { (yes, no + 1) })
}

/// Which part of whole names stands first: as the heading says, or the addresses tell, or else names that are common
/// as first names. Also whether that is to be asked.
pub(super) fn name_order(rows: &[&Row], meanings: &[Meaning], headings: Option<&Row>) -> (NameOrder, bool) {
    let place = |wanted| meanings.iter().position(|meaning| *meaning == wanted);
    let Some(name) = place(Meaning::FullName) else { return (NameOrder::FirstLast, false) };
    let by_address = |row: &&Row| {
        let (one, other) = row.text(name).trim().split_once(' ').filter(|(one, _)| !one.ends_with(','))?;
        is_first_by_address(one, other, row.text(place(Meaning::Email)?))
    };
    let by_address = told(rows.iter().filter_map(by_address));
    let heading = headings.map(|row| row.text(name)).unwrap_or_default();
    let heading: String = lowercase(heading).chars().filter(|c| c.is_alphanumeric()).collect();
    if lists(LAST_FIRST, &heading) {
        // An address may have the last name first as well, so where the two differ it is asked.
        return (NameOrder::LastFirst, by_address == Some(NameOrder::FirstLast));
    }
    if let Some(order) = by_address {
        return (order, false);
    }
    let pairs = || rows.iter().filter_map(|row| names::undecided_pair(row.text(name)));
    match told(pairs().filter_map(commoner_first)) {
        _ if lists(FIRST_LAST, &heading) => (NameOrder::FirstLast, false),
        Some(NameOrder::FirstLast) => (NameOrder::FirstLast, false),
        Some(NameOrder::LastFirst) => (NameOrder::LastFirst, true),
        None => (NameOrder::FirstLast, pairs().next().is_some()),
    }
}

/// Headings of whole names whose last name stands first.
const LAST_FIRST: &str = "név teljesnév nazwiskoiimię nazwiskoimię nazwiskoiimie numeprenume numeșiprenume numesiprenume \
    cognomeenome cognomenome apellidosynombre apellidosnombre nomprénom nometprénom surnameforename surnamefirstname \
    lastnamefirstname фио піб прізвищеімя";

/// Headings of whole names whose first name stands first.
const FIRST_LAST: &str = "firstnamelastname firstnamesurname forenamesurname firstandlastname firstnameandsurname \
    firstnameandlastname forenameandsurname imięinazwisko imieinazwisko prenumeșinume prenumesinume prénometnom \
    nomeecognome nombreyapellidos displayname";
