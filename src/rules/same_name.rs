use super::alike::alike;
use super::found::Found;
use super::{Case, Rule};
use crate::application::{Person, PersonBox};
use crate::facts;
use crate::rules::finding::Place;
use crate::text::lowercase;

pub(super) const ID: &str = "same_name";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Two people who share a name are asked about once.",
    basis: &[&facts::INDIVIDUALS],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let key = |person: &Person| Some(lowercase(&person.full_name())).filter(|name| !name.is_empty());
    alike(case, key, &mut |index, name, have| {
        let message = format!("Check that this is another person: {have} the same name.");
        found.confirm(Place::Person(index, PersonBox::LastName), ("two-people", name), message);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Finding;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::found;

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
    fn fires_naming_only_the_first_of_very_many() {
        let findings = found(ID, |application| {
            application.people = (0..400)
                .map(|n| Person {
                    first_name: "Anna".into(),
                    last_name: "Nowak".into(),
                    email: format!("a{n}@example.org"),
                    ..Person::default()
                })
                .collect();
        });
        assert_eq!(findings.len(), 400);
        assert!(findings[9].message.ends_with("and 394 more people have the same name."), "{}", findings[9].message);
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
