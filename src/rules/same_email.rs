use super::alike::alike;
use super::found::Found;
use super::{Case, Rule};
use crate::application::{Person, PersonBox};
use crate::facts;
use crate::fields::Email;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "same_email";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "No two people have the same email address, however it is written.",
    basis: &[&facts::OF_THEIR_OWN, &facts::ONLY_FOR_ACCOUNTS, &facts::NOT_UNIQUE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let key = |person: &Person| person.email.parse::<Email>().ok().map(|email| email.comparison_key());
    alike(case, key, &mut |index, _, have| {
        let whom = case.application.call_person(index);
        let message = format!("Give {whom} an email address of their own: {have} the same one.");
        found.blocker(Place::Person(index, PersonBox::Email), message).ask(Ask::ThePerson);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Finding;
    use crate::rules::fixtures::found;

    fn emails(first: &str, second: &str) -> Vec<Finding> {
        found(ID, |application| {
            application.people.truncate(2);
            application.people[0].email = first.into();
            application.people[1].email = second.into();
        })
    }

    #[test]
    fn fires_on_both_and_names_the_other() {
        let findings = emails("Shared@Example.org", "shared@example.org");
        assert_eq!(findings.len(), 2);
        assert!(findings[0].message.contains("Ben Jones has"), "{}", findings[0].message);
        assert!(findings[1].message.contains("Anna Smith has"), "{}", findings[1].message);
        assert_eq!(emails("a.b@googlemail.com", "a.b@gmail.com").len(), 2);
    }

    #[test]
    fn names_all_the_others() {
        let findings = found(ID, |application| {
            let person = application.people[0].clone();
            application.people = vec![person; 3];
            application.people[1].first_name = "Ben".into();
            application.people[2].first_name = "Cat".into();
        });
        assert!(findings[0].message.contains("Ben Smith and Cat Smith have"), "{}", findings[0].message);
    }

    #[test]
    fn is_silent_on_dots_that_make_another_address_and_on_empty_boxes() {
        assert_eq!(emails("a.b@gmail.com", "ab@gmail.com"), []);
        assert_eq!(emails("", ""), []);
    }
}
