use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::{Person, PersonBox};
use crate::facts;
use crate::fields::Email;
use crate::rules::finding::Place;

pub(super) const ID: &str = "email_address";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Each person has an email address of their own that works, and no NHSmail account yet.",
    basis: &[&facts::OF_THEIR_OWN, &facts::JOINERS, &facts::INDIVIDUALS, &facts::EMAIL_SHAPE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    for (index, person) in case.application.people.iter().enumerate() {
        read_person(found, index, person);
    }
}

/// Checks one person, who stands at this place in the list. Returns the value in its canonical form.
pub(super) fn read_person(found: &mut Found, index: usize, person: &Person) -> String {
    one_box::read::<Email>(found, Place::Person(index, PersonBox::Email), &person.email)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{found, severities};

    fn typed(text: &str) -> Vec<Severity> {
        severities(ID, |application| application.people[0].email = text.into())
    }

    #[test]
    fn fires_on_nothing_on_no_address_and_on_a_shared_one() {
        assert_eq!(typed(""), [Severity::Missing]);
        assert_eq!(typed("anna.smith"), [Severity::Blocker]);
        assert_eq!(typed("office@oakhouse.example.org"), [Severity::Confirm]);
    }

    #[test]
    fn fires_on_somebody_who_has_an_account_and_says_to_have_it_joined() {
        let findings = found(ID, |application| application.people[0].email = "a.smith@nhs.net".into());
        assert_eq!(findings[0].severity, Severity::Blocker);
        assert!(findings[0].message.contains("join"), "{}", findings[0].message);
    }

    #[test]
    fn fires_on_a_shared_nhsmail_mailbox_and_asks_for_the_persons_own_address() {
        let findings = found(ID, |application| application.people[0].email = "care.vllwv@nhs.net".into());
        assert_eq!(findings[0].severity, Severity::Blocker);
        assert!(findings[0].message.contains("own address"), "{}", findings[0].message);
    }

    #[test]
    fn is_silent_on_a_persons_own_address() {
        assert_eq!(typed("anna.smith@example.org"), []);
    }
}
