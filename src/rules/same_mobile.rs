use super::alike::alike;
use super::found::Found;
use super::{Case, Rule};
use crate::application::{Person, PersonBox};
use crate::facts;
use crate::fields::Mobile;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "same_mobile";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "No two people have the same mobile number, however it is written.",
    basis: &[&facts::OF_THEIR_OWN, &facts::NOT_UNIQUE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let key = |person: &Person| person.mobile.parse::<Mobile>().ok().map(|mobile| mobile.to_string());
    alike(case, key, &mut |index, _, have| {
        let whom = case.application.call_person(index);
        let message = format!("Give {whom} a mobile number of their own: {have} the same one.");
        found.blocker(Place::Person(index, PersonBox::Mobile), message).ask(Ask::ThePerson);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Finding;
    use crate::rules::fixtures::found;

    fn mobiles(first: &str, second: &str) -> Vec<Finding> {
        found(ID, |application| {
            application.people.truncate(2);
            application.people[0].mobile = first.into();
            application.people[1].mobile = second.into();
        })
    }

    #[test]
    fn fires_on_both_however_the_number_is_written() {
        let findings = mobiles("07700 900123", "+44 (0)7700-900-123");
        assert_eq!(findings.len(), 2);
        assert!(findings[0].message.contains("Ben Jones has"), "{}", findings[0].message);
        assert!(findings[1].message.contains("Anna Smith has"), "{}", findings[1].message);
        assert_eq!(mobiles("7700900123", "07700900123").len(), 2);
    }

    #[test]
    fn is_silent_on_two_numbers_and_on_two_that_cannot_be_read() {
        assert_eq!(mobiles("07700 900123", "07700 900124"), []);
        assert_eq!(mobiles("01522 811582", "01522 811582"), []);
    }
}
