//! What no two people should have in common.

use std::collections::HashMap;

use super::Case;
use crate::application::Person;
use crate::fields::{Email, Mobile};
use crate::text::{counted, lowercase, with_and};

/// How many of those who have one thing in common are named to each of them.
const MOST_NAMED: usize = 5;

/// Calls `say` for everyone whose `key` somebody else has too, in the order of the list: with their place in
/// it, the key, and who the others are: "Anna Smith and Ben Jones have". Somebody who is listed again counts once.
pub(super) fn alike(case: &Case, key: fn(&Person) -> Option<String>, say: &mut dyn FnMut(usize, &str, &str)) {
    let people = &case.application.people;
    let earlier = earlier_entries(people);
    let keys: Vec<Option<String>> = people
        .iter()
        .zip(earlier)
        .map(|(person, earlier)| key(person).filter(|_| earlier.is_none()))
        .collect();
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, key) in keys.iter().enumerate() {
        if let Some(key) = key {
            holders.entry(key).or_default().push(index);
        }
    }
    for (index, key) in keys.iter().enumerate() {
        let Some(key) = key else { continue };
        let holders = holders.get(key.as_str()).map(Vec::as_slice).unwrap_or_default();
        let others = holders.iter().filter(|other| **other != index);
        let mut names: Vec<String> =
            others.take(MOST_NAMED).map(|other| case.application.call_person(*other)).collect();
        let more = holders.len().saturating_sub(1 + MOST_NAMED);
        if more > 0 {
            names.push(counted(more, "more person", "more people"));
        }
        match names.as_slice() {
            [] => {}
            [one] => say(index, key, &format!("{one} has")),
            several => say(index, key, &format!("{} have", with_and(several))),
        }
    }
}

/// For each of the people, where an earlier entry of them stands: one with the same name, address and mobile,
/// however each is written.
pub(super) fn earlier_entries(people: &[Person]) -> Vec<Option<usize>> {
    let names: Vec<String> = people.iter().map(|person| lowercase(&person.full_name())).collect();
    // Few share a name: of the others, the address and the mobile are not read.
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &names {
        *counts.entry(name).or_default() += 1;
    }
    let mut first = HashMap::new();
    let mut earlier = |(index, person): (usize, &Person)| {
        let name =
            names.get(index).filter(|name| counts.get(name.as_str()).is_some_and(|count| *count > 1))?;
        let key = person_key(name, person)?;
        let first = *first.entry(key).or_insert(index);
        (first != index).then_some(first)
    };
    people.iter().enumerate().map(&mut earlier).collect()
}

/// The same for two entries of one person, who is called so in small letters; none where there is too little to tell.
fn person_key<'n>(name: &'n str, person: &Person) -> Option<(&'n str, String, String)> {
    let (email, mobile) = (person.email.trim(), person.mobile.trim());
    if name.is_empty() || email.is_empty() && mobile.is_empty() {
        return None;
    }
    let email = email.parse::<Email>().map_or_else(|_| lowercase(email), |email| email.comparison_key());
    let mobile =
        mobile.parse::<Mobile>().map_or_else(|_| mobile.to_owned(), |mobile| mobile.comparison_key());
    Some((name, email, mobile))
}
