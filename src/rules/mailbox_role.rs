use super::{Case, Rule};
use crate::application::PersonBox;
use crate::facts;
use crate::finding::{Finding, Place};

const ID: &str = "mailbox_role";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: |_| "Each person is an owner or a member of the shared mailbox.".to_owned(),
    basis: &[&facts::OWNER],
};

pub(super) fn check(case: &Case) -> Vec<Finding> {
    let people = case.application.people.iter().enumerate();
    let undecided = people.filter(|(_, person)| person.role.is_none());
    undecided
        .map(|(index, _)| {
            let place = Place::Person(index, PersonBox::Role);
            Finding::missing(ID, place, "Select whether they own the shared mailbox or are a member of it.")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::bench::severities;

    #[test]
    fn fires_on_a_person_without_a_role() {
        assert_eq!(severities(ID, |application| application.people[0].role = None), [Severity::Missing]);
    }

    #[test]
    fn is_silent_once_each_has_one() {
        assert_eq!(severities(ID, |_| ()), []);
    }
}
