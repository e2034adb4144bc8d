use super::found::Found;
use super::{Case, Rule};
use crate::application::PersonBox;
use crate::facts;
use crate::rules::alike::earlier_entries;
use crate::rules::finding::Place;

pub(super) const ID: &str = "same_person";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Nobody is on the list twice.",
    basis: &[&facts::INDIVIDUALS, &facts::NOT_UNIQUE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let people = &case.application.people;
    for (index, (person, earlier)) in people.iter().zip(earlier_entries(people)).enumerate() {
        if let Some(earlier) = earlier {
            let message = format!(
                "{} is on the list twice, as person {} and person {}. Take one of them off.",
                person.full_name(),
                earlier + 1,
                index + 1
            );
            found.blocker(Place::Person(index, PersonBox::FirstName), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::Application;
    use crate::rules::check as check_all;
    use crate::rules::fixtures::{found, ready, today};
    use crate::settings::Settings;

    /// Anna Smith once more, in other letters, at the end of the list.
    fn twice(application: &mut Application) {
        let mut again = application.people[0].clone();
        again.first_name = again.first_name.to_uppercase();
        again.email = again.email.to_uppercase();
        application.people.push(again);
    }

    #[test]
    fn fires_once_and_is_all_that_is_said_of_the_two() {
        let findings = found(ID, twice);
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.place, Place::Person(3, PersonBox::FirstName));
        assert!(finding.message.contains("person 1 and person 4"), "{}", finding.message);

        let mut application = ready();
        twice(&mut application);
        let report = check_all(&application, &Settings::default(), today());
        let outstanding: Vec<_> = report.outstanding().collect();
        assert_eq!(outstanding, [finding]);
    }

    #[test]
    fn somebody_else_who_shares_their_address_is_told_of_one_of_the_two() {
        let mut application = ready();
        twice(&mut application);
        application.people[1].email = application.people[0].email.clone();
        let report = check_all(&application, &Settings::default(), today());
        let shared: Vec<_> = report.findings.iter().filter(|finding| finding.rule == "same_email").collect();
        assert_eq!(shared.len(), 2, "{shared:?}");
        assert!(shared.iter().all(|finding| finding.message.contains(" has the same one")), "{shared:?}");
    }

    #[test]
    fn is_silent_on_two_people_of_one_name_and_on_empty_ones() {
        let other = |application: &mut Application| {
            twice(application);
            application.people[3].mobile = "07700 900999".into();
        };
        assert_eq!(found(ID, other), []);
        assert_eq!(
            found(ID, |application| application.people.iter_mut().for_each(|p| *p = Default::default())),
            []
        );
    }
}
