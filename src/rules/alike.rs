//! What no two people should have in common.

use super::Case;
use crate::application::Person;

/// Calls `say` for everyone whose `key` somebody else has too, with their place in the list, the
/// key, and who the others are: "Anna Smith and Ben Jones have".
pub(super) fn alike(case: &Case, key: fn(&Person) -> Option<String>, say: &mut dyn FnMut(usize, &str, &str)) {
    let keys: Vec<Option<String>> = case.application.people.iter().map(key).collect();
    for (index, key) in keys.iter().enumerate() {
        let Some(key) = key else { continue };
        let is_other = |other: &usize| *other != index && keys[*other].as_ref() == Some(key);
        let others = (0..keys.len()).filter(is_other);
        let names: Vec<String> = others.map(|other| case.application.call_person(other)).collect();
        match names.as_slice() {
            [] => {}
            [one] => say(index, key, &format!("{one} has")),
            [some @ .., last] => say(index, key, &format!("{} and {last} have", some.join(", "))),
        }
    }
}
