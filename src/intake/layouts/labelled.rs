//! Values with their labels: in blocks of lines, or several in a line.

use super::sheet::{LONGEST, numbered, sheet};
use crate::intake::headings::heading;
use crate::intake::meaning::Meaning;
use crate::intake::table::Sheet;

/// Blocks of lines "label: value", or of a label and a value with a tab or a comma between them.
pub(super) fn labelled(text: &str) -> Option<Sheet> {
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
pub(super) fn labelled_lines(text: &str) -> Option<Sheet> {
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
