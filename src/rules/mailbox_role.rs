use super::found::Found;
use super::{Case, Rule};
use crate::application::PersonBox;
use crate::facts;
use crate::rules::finding::Place;

pub(super) const ID: &str = "mailbox_role";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Each person is an owner or a member of the shared mailbox.",
    basis: &[&facts::OWNER],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    for (index, person) in case.application.people.iter().enumerate() {
        if person.role.is_none() {
            let message = "Select whether they own the shared mailbox or are a member of it.";
            found.missing(Place::Person(index, PersonBox::Role), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    #[test]
    fn fires_on_a_person_without_a_role() {
        assert_eq!(severities(ID, |application| application.people[0].role = None), [Severity::Missing]);
    }

    #[test]
    fn is_silent_once_each_has_one() {
        assert_eq!(severities(ID, |_| ()), []);
    }
}
