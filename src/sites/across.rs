//! What sites have to do with each other.
//!
//! Values are compared by their hashes of 64 bits, sorted: two of a million are the same by chance once in some thirty
//! million runs.

use super::kept::{KeptPerson, KeptSite, squeezed};
use super::problem::AcrossRule;
use crate::fields::ods_code::OdsCodeDoubt;
use crate::fields::{Field, LocationId, OdsCode, location_id, ods_code};
use crate::intake::fast_hash::hash;
use crate::rules::finding::Severity;

/// Something found across sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Across {
    pub rule: AcrossRule,
    /// The site it is said of.
    pub site: u32,
    /// The person it is said of, by their place among all; `None` for the site as a whole.
    pub person: Option<u32>,
    /// Another site that has the same.
    pub other: u32,
    /// Whether this is where the person is to stay listed.
    pub is_first: bool,
}

impl Across {
    /// How grave it is. Whoever works at several sites stays in the list of the first.
    pub fn severity(&self) -> Severity {
        if self.rule == AcrossRule::SamePerson && self.is_first { Severity::Hint } else { Severity::Blocker }
    }
}

/// Everything that is found across sites, in the order of the sites.
pub(super) fn found(sites: &[KeptSite], people: &[KeptPerson]) -> Vec<Across> {
    let mut found = Vec::new();
    let mut is_several = vec![false; people.len()];
    of_people(people, |person| person.email, AcrossRule::SameEmail, &mut is_several, &mut found);
    of_people(people, |person| person.mobile, AcrossRule::SameMobile, &mut is_several, &mut found);
    ods_codes(sites, &mut found);
    location_ids(sites, &mut found);
    found.sort_by_key(|across| (across.site, across.person, across.rule as usize));
    found
}

/// Who has the same value as somebody at another site. `is_several` marks those who were told already that they are
/// one person at several sites.
fn of_people(
    people: &[KeptPerson],
    value: impl Fn(&KeptPerson) -> u64,
    rule: AcrossRule,
    is_several: &mut [bool],
    found: &mut Vec<Across>,
) {
    let has_one = |person: &KeptPerson| value(person) != 0 && !person.facts.is_repeated;
    let values = || people.iter().filter(|person| has_one(person)).map(&value);
    let repeated = MaybeRepeated::among(values(), people.len());
    let mut values: Vec<(u64, u32)> = (0..)
        .zip(people)
        .filter(|(_, person)| has_one(person) && repeated.has(value(person)))
        .map(|(index, person)| (value(person), index))
        .collect();
    values.sort_unstable();
    for run in values.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > 1) {
        of_run(run, people, rule, is_several, found);
    }
}

/// Which of many values may come more than once: all that do, and a few others. Most come once, and need not be sorted.
struct MaybeRepeated {
    /// For each place, whether several values fell there.
    several: Vec<u64>,
}

impl MaybeRepeated {
    /// Of these values, some `count` of them.
    fn among(values: impl Iterator<Item = u64>, count: usize) -> Self {
        // Sixteen places a value: one in sixteen falls where another did.
        let words = (count / 4 + 1).next_power_of_two();
        let mut one = vec![0_u64; words];
        let mut several = vec![0_u64; words];
        for value in values {
            let (word, bit) = place(value, words);
            if let (Some(one), Some(several)) = (one.get_mut(word), several.get_mut(word)) {
                *several |= *one & bit;
                *one |= bit;
            }
        }
        MaybeRepeated { several }
    }

    fn has(&self, value: u64) -> bool {
        let (word, bit) = place(value, self.several.len());
        self.several.get(word).is_some_and(|several| several & bit != 0)
    }
}

/// The word, of so many, and the bit in it where the value falls.
fn place(value: u64, words: usize) -> (usize, u64) {
    // A mobile is a number, and no hash yet.
    let mixed = hash(&value.to_le_bytes());
    ((mixed >> 32) as usize & (words - 1), 1 << (mixed & 63))
}

/// The same of those who have one value, by their places among all people.
fn of_run(
    run: &[(u64, u32)],
    people: &[KeptPerson],
    rule: AcrossRule,
    is_several: &mut [bool],
    found: &mut Vec<Across>,
) {
    let mut holders: Vec<(u64, u32, u32)> = run
        .iter()
        .filter_map(|(_, index)| people.get(*index as usize).map(|person| (person.name, *index, person.site)))
        .collect();
    // By name; those of one name in the order of the list.
    holders.sort_unstable();
    for alike in holders.chunk_by(|one, other| one.0 == other.0) {
        let Some((name, first, first_site)) = alike.first().copied() else { continue };
        let Some((_, _, other_site)) = alike.iter().find(|(_, _, site)| *site != first_site).copied() else {
            continue;
        };
        for (_, index, site) in alike.iter().copied().filter(|_| name != 0) {
            let Some(told) = is_several.get_mut(index as usize).filter(|told| !**told) else { continue };
            *told = true;
            let other = if site == first_site { other_site } else { first_site };
            let is_first = index == first;
            found.push(Across { rule: AcrossRule::SamePerson, site, person: Some(index), other, is_first });
        }
    }
    // Three who are of three sites and three names: whoever shares the site with one of them, and the name with
    // another, is still neither to the third. Where there are no three, there are few to look at.
    let mut witnesses: Vec<(u64, u32, u32)> = Vec::new();
    for holder in &holders {
        let is_apart = |other: &(u64, u32, u32)| other.0 != holder.0 && other.2 != holder.2;
        if witnesses.len() < 3 && witnesses.iter().all(is_apart) {
            witnesses.push(*holder);
        }
    }
    let looked_at =
        if witnesses.len() < 3 { holders.get(..MOST_LOOKED_AT).unwrap_or(&holders) } else { &witnesses };
    for (name, index, site) in &holders {
        let other =
            looked_at.iter().find(|(other, _, elsewhere)| elsewhere != site && (other != name || *name == 0));
        if let Some((_, _, other)) = other {
            found.push(Across { rule, site: *site, person: Some(*index), other: *other, is_first: false });
        }
    }
}

/// How many of those who share a value are looked at for one of another site and another name.
const MOST_LOOKED_AT: usize = 1_000;

/// From how many sites with one code on it is taken for the head office's.
const OF_HEAD_OFFICE: usize = 3;

fn ods_codes(sites: &[KeptSite], found: &mut Vec<Across>) {
    let code = |site: &KeptSite| {
        let typed = &site.site.ods_code;
        if ods_code::is_plain(typed) {
            return Some(hash(typed.as_bytes()));
        }
        typed.parse::<OdsCode>().ok().map(|code| hash(code.as_str().as_bytes()))
    };
    let is_head_office = |site: &KeptSite| {
        let code = site.site.ods_code.parse::<OdsCode>();
        code.is_ok_and(|code| code.doubts().contains(&OdsCodeDoubt::HeadOffice))
    };
    for run in runs(sites, code) {
        let names: Vec<String> = run
            .iter()
            .filter_map(|index| sites.get(*index as usize))
            .map(|site| squeezed(&site.site.name))
            .collect();
        // One site in two files: its Location ID tells.
        if names.windows(2).all(|pair| matches!(pair, [one, other] if one == other)) {
            continue;
        }
        let first = run.first().and_then(|index| sites.get(*index as usize));
        let is_of_head_office = run.len() >= OF_HEAD_OFFICE || first.is_some_and(is_head_office);
        let rule = if is_of_head_office { AcrossRule::HeadOfficeCode } else { AcrossRule::SameOdsCode };
        tell(&run, rule, found);
    }
}

fn location_ids(sites: &[KeptSite], found: &mut Vec<Across>) {
    let id = |site: &KeptSite| {
        let typed = &site.site.location_id;
        if location_id::is_plain(typed) {
            return Some(hash(typed.as_bytes()));
        }
        typed.parse::<LocationId>().ok().map(|id| hash(id.as_str().as_bytes()))
    };
    for run in runs(sites, id) {
        tell(&run, AcrossRule::SameLocationId, found);
    }
}

/// The sites that share a value, each time there is more than one.
fn runs(sites: &[KeptSite], value: impl Fn(&KeptSite) -> Option<u64>) -> Vec<Vec<u32>> {
    let mut values: Vec<(u64, u32)> =
        (0..).zip(sites).filter_map(|(index, site)| Some((value(site)?, index))).collect();
    values.sort_unstable();
    let runs = values.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > 1);
    runs.map(|run| run.iter().map(|(_, index)| *index).collect()).collect()
}

fn tell(run: &[u32], rule: AcrossRule, found: &mut Vec<Across>) {
    for site in run {
        let other = run.iter().find(|other| *other != site).copied().unwrap_or(*site);
        found.push(Across { rule, site: *site, person: None, other, is_first: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn every_value_that_comes_more_than_once_is_among_those_that_may(
            values in prop::collection::vec(prop_oneof![0..60_u64, 7_300_000_000..7_300_000_100_u64, any::<u64>()], 0..300),
        ) {
            let repeated = MaybeRepeated::among(values.iter().copied(), values.len());
            let mut counts: HashMap<u64, usize> = HashMap::new();
            values.iter().for_each(|value| *counts.entry(*value).or_default() += 1);
            prop_assert!(counts.iter().all(|(value, count)| *count < 2 || repeated.has(*value)));
        }
    }

    #[test]
    fn of_values_that_come_once_few_are_taken_for_repeated() {
        for values in [(0..100_000).collect(), (0..100_000).map(|n| n * 7_919).collect::<Vec<u64>>()] {
            let repeated = MaybeRepeated::among(values.iter().copied(), values.len());
            let wrong = values.iter().filter(|value| repeated.has(**value)).count();
            assert!(wrong < 15_000, "{wrong}");
        }
    }
}
