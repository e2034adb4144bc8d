//! What a provider prepares: answers about the organisation, the site, the people.
//!
//! Everything here holds text as it was typed. What the text means is read from it by
//! [`fields`](crate::fields) when it is asked for, so that nothing typed is ever lost or rewritten.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod after_problems;
mod afterwards;
mod answer;
mod answers;
mod choices;
mod difference;
mod edition;
mod names;
mod person;
mod question;
mod questions;
mod secrets;
mod site;
mod sites;

pub use after_problems::{AfterProblem, after_problems, wrong_in};
pub use afterwards::{AfterBox, Afterwards, Letter, LetterBox};
pub use answer::Answer;
pub use answers::Answers;
pub use choices::{Choice, Choices};
pub use difference::differences;
pub use edition::Edition;
pub use names::{NameOf, NameToFix, names_to_fix};
pub use person::{MailboxRole, Person, PersonBox, PersonId};
pub use question::Question;
pub use questions::{Entry, QUESTIONS};
use serde::{Deserialize, Serialize};
pub use site::{Site, SiteBox};
pub use sites::{MOST_SITES, OtherSites, Workspace};

#[cfg(feature = "app")]
pub use {person::PersonStoreFields, site::SiteStoreFields};

/// How many people an application holds at most: many times the accounts that a site can ask for, and few
/// enough that every rule looks at all of them while a person types. A file with more is refused.
pub const MOST_PEOPLE: usize = 500;

/// One application, for one site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "app", derive(reactive_stores::Store))]
pub struct Application {
    /// Whether the provider may apply, and with what.
    pub answers: Answers,
    /// The home or branch the accounts are for.
    pub site: Site,
    /// The people who need accounts, in the order they were added.
    #[cfg_attr(feature = "app", store(key: PersonId = |person| person.id))]
    pub people: Vec<Person>,
    /// What a person has looked at and said is right.
    pub confirmed: Vec<Confirmation>,
    /// What is known once the application is sent.
    #[serde(default)]
    pub afterwards: Afterwards,
}

/// A person's word that something which looks odd is right. It holds for the value it was given
/// about, and for no other: change the value, and the question is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Confirmation {
    /// The rule that asked.
    pub rule: String,
    /// The doubt within that rule.
    pub doubt: String,
    /// The value it was about, in its canonical form.
    pub value: String,
}

impl Application {
    /// Whether nothing has been entered yet.
    pub fn is_empty(&self) -> bool {
        *self == Application::default()
    }

    /// Whether `confirmation` has been given.
    pub fn has_confirmed(&self, confirmation: &Confirmation) -> bool {
        self.confirmed.contains(confirmation)
    }

    /// Keeps `confirmation`, once.
    pub fn confirm(&mut self, confirmation: Confirmation) {
        if !self.has_confirmed(&confirmation) {
            self.confirmed.push(confirmation);
        }
    }

    /// Takes `confirmation` back.
    pub fn take_back(&mut self, confirmation: &Confirmation) {
        self.confirmed.retain(|given| given != confirmation);
    }

    /// What to call the person at `index`, counted from 0: their name, or "Person 3". Where somebody else has that
    /// name too, their email address stands behind it, or else their number.
    pub fn call_person(&self, index: usize) -> String {
        let number = index + 1;
        let Some(person) = self.people.get(index) else { return format!("Person {number}") };
        let name = person.full_name();
        if name.is_empty() {
            return format!("Person {number}");
        }
        let others = self.people.iter().enumerate().filter(|(other, _)| *other != index);
        let namesakes: Vec<&Person> =
            others.map(|(_, other)| other).filter(|other| person.has_name_of(other)).collect();
        // As typed: hundreds of one name would take long to read each.
        let email = person.email.trim();
        if namesakes.is_empty() {
            name
        } else if email.is_empty()
            || namesakes.iter().any(|other| other.email.trim().eq_ignore_ascii_case(email))
        {
            format!("{name} (person {number})")
        } else {
            format!("{name} ({})", person.value(PersonBox::Email))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    #[test]
    fn two_people_of_one_name_are_told_apart_by_their_addresses_or_else_by_their_numbers() {
        let mut application = ready();
        assert_eq!(application.call_person(0), "Anna Smith");
        application.people[1].first_name = "ANNA ".into();
        application.people[1].last_name = "Smith".into();
        let called = |application: &Application| [0, 1].map(|index| application.call_person(index));
        let [first, second] = called(&application);
        assert_eq!(first, format!("Anna Smith ({})", application.people[0].email));
        assert_eq!(second, format!("ANNA Smith ({})", application.people[1].email));
        application.people[0].email.clear();
        assert_eq!(called(&application), ["Anna Smith (person 1)".to_owned(), second]);
        application.people[0].email = application.people[1].email.clone();
        assert_eq!(called(&application), ["Anna Smith (person 1)", "ANNA Smith (person 2)"]);
        application.people[1].first_name.clear();
        application.people[1].last_name.clear();
        assert_eq!(called(&application), ["Anna Smith", "Person 2"]);
    }
}
