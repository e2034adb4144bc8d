use super::found::Found;
use super::{Case, Rule};
use crate::application::PersonBox;
use crate::facts;
use crate::fields::Email;
use crate::rules::finding::{Ask, Place};
use crate::text::lowercase;

pub(super) const ID: &str = "organisation_email";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Nobody gives the address of the home itself as their own.",
    basis: &[&facts::NOT_UNIQUE, &facts::OF_THEIR_OWN],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    for (index, person) in case.application.people.iter().enumerate() {
        let Ok(email) = person.email.parse::<Email>() else { continue };
        if names_the_home(email.local(), email.domain(), &case.application.site.name, &person.full_name()) {
            let message = format!(
                "Check that {email} is {}’s own address. It looks like the address of the home.",
                case.application.call_person(index)
            );
            let place = Place::Person(index, PersonBox::Email);
            found.confirm(place, ("home-address", email.as_str()), message).ask(Ask::ThePerson);
        }
    }
}

/// Whether what stands before the @ is how the site's name begins, or how its own domain does, and
/// no part of it is the person's name: `oakhouse@…`, `rosewood@rosewoodcare.co.uk`. The same domain
/// for all is fine.
pub(super) fn names_the_home(local: &str, domain: &str, site: &str, person: &str) -> bool {
    let local = squeezed(local);
    if local.chars().count() < SHORTEST || words(person).any(|word| local.contains(&word)) {
        return false;
    }
    let mut beginning = String::new();
    let names_site = words(site).skip_while(|word| word == "the").any(|word| {
        beginning.push_str(&word);
        beginning == local
    });
    let first_label = squeezed(domain.split('.').next().unwrap_or_default());
    names_site || (first_label.starts_with(&local) && !FOR_EVERYONE.contains(&first_label.as_str()))
}

/// Fewer letters than this are initials rather than the name of a home.
const SHORTEST: usize = 4;

/// Domains that anyone can have an address at.
const FOR_EVERYONE: [&str; 8] =
    ["gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "live", "btinternet"];

/// Only the letters and digits of `text`, in small letters.
fn squeezed(text: &str) -> String {
    lowercase(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1).map(squeezed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    /// Anna Smith of Oak House gives `email`.
    fn given(email: &str) -> Vec<Severity> {
        severities(ID, |application| {
            application.site.name = "Oak House Care Home".into();
            application.people[0].email = email.into();
        })
    }

    #[test]
    fn fires_on_the_address_of_the_home() {
        assert_eq!(given("oakhousecarehome@btinternet.com"), [Severity::Confirm]);
        assert_eq!(given("oak.house@btinternet.com"), [Severity::Confirm]);
        assert_eq!(given("rosewood@rosewoodcare.example.org"), [Severity::Confirm]);
    }

    #[test]
    fn is_silent_on_a_person_at_the_homes_domain() {
        assert_eq!(given("anna@oakhouse.example.org"), []);
        assert_eq!(given("smith@smithcare.example.org"), []);
        assert_eq!(given("gmail@gmail.com"), []);
        assert_eq!(given("a@a.org"), []);
    }
}
