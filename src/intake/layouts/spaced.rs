//! Tables that lost their lines: columns made of spaces, and one cell a line.

use super::sheet::{LONGEST, numbered, sheet};
use crate::intake::headings::heading;
use crate::intake::table::Sheet;

/// Columns made of spaces, as a PDF gives them.
pub(super) fn spaced(text: &str) -> Option<Sheet> {
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
pub(super) fn stacked(text: &str) -> Option<Sheet> {
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
