use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::{Person, PersonBox};
use crate::facts;
use crate::fields::person_name::{self, PersonNameDoubt};
use crate::fields::{Doubt, PersonName};
use crate::rules::finding::{Finding, Place, Severity};

pub(super) const ID: &str = "person_name";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Each account is for a person, and not for a post or a place.",
    basis: &[&facts::INDIVIDUALS, &facts::NAME_SHAPES],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    for (index, person) in case.application.people.iter().enumerate() {
        read_person(found, index, person);
    }
}

/// Checks one person, who stands at this place in the list. Returns both names in their canonical form.
pub(super) fn read_person(found: &mut Found, index: usize, person: &Person) -> [String; 2] {
    let first = Place::Person(index, PersonBox::FirstName);
    let last = Place::Person(index, PersonBox::LastName);
    let before = found.findings.len();
    let names = [
        of_box(found, first, person, PersonBox::FirstName),
        of_box(found, last, person, PersonBox::LastName),
    ];
    let is_asked_already = found.findings.iter().skip(before).any(|finding| finding.confirmation.is_some());
    if !is_asked_already && person_name::looks_like_post(&names[0], &names[1]) {
        let name = person.full_name();
        let message = format!(
            "Check that “{name}” is a person’s name. Accounts are for individuals, not for a post or a place."
        );
        found.confirm(first, ("post-or-place", &name), message);
    }
    names
}

/// What is to be said about one of the two boxes. The field is the same for both, and does not know
/// which of them is empty.
fn of_box(found: &mut Found, place: Place, person: &Person, name_box: PersonBox) -> String {
    let before = found.findings.len();
    let name = one_box::read::<PersonName>(found, place, person.typed(name_box));
    let label = name_box.label().to_lowercase();
    for finding in found.findings.iter_mut().skip(before) {
        if finding.severity == Severity::Missing {
            finding.message = format!("Enter a {label}.");
        } else if is_about_initial(finding) {
            finding.message = format!("Is “{name}” the {label} in full? If not, enter the whole name.");
        }
    }
    one_box::offer_title_case(found, place, &name, person.better_name(name_box));
    name
}

/// Whether it asks about a name that is only an initial.
fn is_about_initial(finding: &Finding) -> bool {
    finding.confirmation.as_ref().is_some_and(|asked| asked.doubt == PersonNameDoubt::Initial.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{found, severities};

    fn named(first: &str, last: &str) -> Vec<Severity> {
        severities(ID, |application| {
            application.people[0].first_name = first.into();
            application.people[0].last_name = last.into();
        })
    }

    #[test]
    fn fires_on_an_empty_box_and_on_a_post() {
        assert_eq!(named("", "Smith"), [Severity::Missing]);
        assert_eq!(named("Care", "Office"), [Severity::Confirm]);
        assert_eq!(named("Night", "Staff"), [Severity::Confirm]);
    }

    #[test]
    fn a_name_that_is_only_an_initial_is_asked_about_by_its_box() {
        let asked = |first: &str, last: &str| {
            let findings = found(ID, |application| {
                application.people[0].first_name = first.into();
                application.people[0].last_name = last.into();
            });
            findings.iter().map(|finding| (finding.severity, finding.message.clone())).collect::<Vec<_>>()
        };
        let question = |name: &str, label: &str| {
            let message = format!("Is “{name}” the {label} in full? If not, enter the whole name.");
            vec![(Severity::Confirm, message)]
        };
        assert_eq!(asked("J.", "Smith"), question("J.", "first name"));
        assert_eq!(asked("Jane", "S"), question("S", "last name"));
        assert_eq!(asked("Jo", "Ng"), []);
    }

    #[test]
    fn a_name_that_was_confirmed_is_not_asked_about_again_until_it_changes() {
        let confirmed = |last: &str| {
            let findings = found(ID, |application| {
                let asked = found(ID, |before| {
                    before.people[0].first_name = "Night".into();
                    before.people[0].last_name = "Staff".into();
                });
                application.confirm(asked[0].confirmation.clone().unwrap());
                application.people[0].first_name = "Night".into();
                application.people[0].last_name = last.into();
            });
            findings[0].confirmed
        };
        assert!(confirmed("Staff"));
        assert!(!confirmed("Manager"));
    }

    #[test]
    fn a_name_in_capitals_or_small_letters_is_offered_in_title_case() {
        for (typed, better) in [("VAN DER BERG", "van der Berg"), ("smith", "Smith")] {
            let findings = found(ID, |application| application.people[0].last_name = typed.into());
            assert_eq!(findings[0].severity, Severity::Hint);
            assert_eq!(findings[0].suggestion.as_deref(), Some(better));
        }
    }

    #[test]
    fn is_silent_on_surnames_that_are_words() {
        for last in ["House", "Nurse", "Lead", "Null", "Holmes", "Ward", "Cook", "Office"] {
            assert_eq!(named("Anna", last), [], "{last}");
        }
        assert_eq!(named("محمد", "علي"), []);
    }
}
