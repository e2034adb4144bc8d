use super::same_email::{have, shared};
use super::{Case, Rule};
use crate::application::PersonBox;
use crate::facts;
use crate::finding::{Finding, Place};
use crate::text::small;

const ID: &str = "same_name";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: |_| "Nobody is listed twice. Two people who share a name are asked about once.".to_owned(),
    basis: &[&facts::INDIVIDUALS],
};

pub(super) fn check(case: &Case) -> Vec<Finding> {
    let key = |name: String| Some(small(&name)).filter(|name| !name.is_empty());
    let keys: Vec<_> = case.application.people.iter().map(|person| key(person.full_name())).collect();
    shared(keys.clone())
        .into_iter()
        .map(|(index, others)| {
            let value = keys[index].clone().unwrap_or_default();
            let place = Place::Person(index, PersonBox::LastName);
            let message = format!(
                "Check that this is another person: {} the same name.",
                have(case.application, &others)
            );
            Finding::confirm(ID, place, ("two-people", &value), message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::bench::found;

    fn second_is(first: &str, last: &str) -> Vec<Finding> {
        found(ID, |application| {
            application.people[1].first_name = first.into();
            application.people[1].last_name = last.into();
        })
    }

    #[test]
    fn fires_on_both_and_one_word_settles_both() {
        let findings = second_is("ANNA", "smith");
        assert_eq!(findings.len(), 2);
        assert!(findings.iter().all(|finding| finding.severity == Severity::Confirm));
        assert_eq!(findings[0].confirmation, findings[1].confirmation);
    }

    #[test]
    fn is_silent_on_relatives_and_on_empty_boxes() {
        assert_eq!(second_is("Ben", "Smith"), []);
        assert_eq!(
            found(ID, |application| application.people.iter_mut().for_each(|p| *p = Default::default())),
            []
        );
    }
}
