use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::{Person, PersonBox};
use crate::facts;
use crate::fields::Mobile;
use crate::rules::finding::Place;

pub(super) const ID: &str = "mobile_number";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Each person has a UK mobile number of their own.",
    basis: &[&facts::OF_THEIR_OWN, &facts::UK_MOBILES, &facts::MOBILE_RANGES],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    for (index, person) in case.application.people.iter().enumerate() {
        read_person(found, index, person);
    }
}

/// Checks one person, who stands at this place in the list. Returns the value in its canonical form.
pub(super) fn read_person(found: &mut Found, index: usize, person: &Person) -> String {
    one_box::read::<Mobile>(found, Place::Person(index, PersonBox::Mobile), &person.mobile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{found, severities};

    fn typed(text: &str) -> Vec<Severity> {
        severities(ID, |application| application.people[0].mobile = text.into())
    }

    #[test]
    fn fires_on_nothing_on_a_landline_and_on_an_island() {
        assert_eq!(typed(""), [Severity::Missing]);
        assert_eq!(typed("01522 811582"), [Severity::Blocker]);
        assert_eq!(typed("07624 212345"), [Severity::Confirm]);
    }

    #[test]
    fn a_lost_zero_is_put_back_and_shown() {
        let findings = found(ID, |application| application.people[0].mobile = "7700900123".into());
        assert_eq!(findings[0].severity, Severity::Hint);
        assert_eq!(findings[0].repair.as_ref().unwrap().kept, "07700 900123");
    }

    #[test]
    fn is_silent_on_a_mobile_however_it_is_spaced() {
        assert_eq!(typed("07700900123"), []);
        assert_eq!(typed("07700 900 123"), []);
    }
}
