//! What no two people should have in common.

use std::collections::HashMap;

use super::Case;
use crate::application::Person;

/// Calls `say` for everyone whose `key` somebody else has too, in the order of the list: with their place in
/// it, the key, and who the others are: "Anna Smith and Ben Jones have".
pub(super) fn alike(case: &Case, key: fn(&Person) -> Option<String>, say: &mut dyn FnMut(usize, &str, &str)) {
    let people = &case.application.people;
    let keys: Vec<Option<String>> = people.iter().map(key).collect();
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, key) in keys.iter().enumerate() {
        if let Some(key) = key {
            holders.entry(key).or_default().push(index);
        }
    }
    for (index, key) in keys.iter().enumerate() {
        let Some(key) = key else { continue };
        let others = holders.get(key.as_str()).into_iter().flatten().filter(|other| **other != index);
        let names: Vec<String> = others.map(|other| case.application.call_person(*other)).collect();
        match names.as_slice() {
            [] => {}
            [one] => say(index, key, &format!("{one} has")),
            [some @ .., last] => say(index, key, &format!("{} and {last} have", some.join(", "))),
        }
    }
}
