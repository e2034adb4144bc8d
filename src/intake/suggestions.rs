//! Values that were probably meant, in the rows of a list: each can be taken for its row, or for all alike.

use crate::application::{Person, PersonBox};
use crate::fields::Entered;
use crate::rules::check_person;
use crate::rules::finding::Place;
use crate::settings::Settings;

/// A value that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The box it is for.
    pub person_box: PersonBox,
    /// The value.
    pub value: String,
    /// What it has in common with those of other rows.
    pub alike: Alike,
}

/// What suggestions of several rows have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alike {
    /// Names are all in capitals, or all in small letters.
    Names,
    /// Addresses end in one domain, and another was meant.
    Domain {
        /// What stands behind the @.
        written: String,
        /// What was probably meant.
        meant: String,
    },
    /// Nothing: it is about this one value.
    Nothing,
}

impl Suggestion {
    /// What was probably meant in each box of `person`: at most one value a box.
    pub fn for_person(person: &Person, settings: &Settings) -> Vec<Suggestion> {
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for finding in check_person(person, &[], settings, Entered::ByHand) {
            let (Place::Person(_, person_box), Some(value)) = (finding.place, finding.suggestion) else {
                continue;
            };
            if suggestions.iter().all(|other| other.person_box != person_box) {
                let alike = Alike::of(person_box, person.typed(person_box), &value);
                suggestions.push(Suggestion { person_box, value, alike });
            }
        }
        suggestions
    }
}

impl Alike {
    fn of(person_box: PersonBox, written: &str, meant: &str) -> Self {
        let domain = |address: &str| address.rsplit_once('@').map(|(_, domain)| domain.trim().to_lowercase());
        match person_box {
            PersonBox::FirstName | PersonBox::LastName => Alike::Names,
            PersonBox::Email => match (domain(written), domain(meant)) {
                (Some(written), Some(meant)) if written != meant => Alike::Domain { written, meant },
                _ => Alike::Nothing,
            },
            PersonBox::Mobile | PersonBox::Role => Alike::Nothing,
        }
    }

    /// What the rows have in common, in a sentence, and what the button says that takes it for all of them;
    /// `None` where nothing is.
    pub fn offer(&self) -> Option<(String, String)> {
        match self {
            Alike::Names => Some((
                "Several names are all in capitals or all in small letters.".to_owned(),
                "Fix them all".to_owned(),
            )),
            Alike::Domain { written, meant } => Some((
                format!("More than one email ends in @{written}. Should it be @{meant}?"),
                format!("Use @{meant} for all"),
            )),
            Alike::Nothing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestions(first: &str, last: &str, email: &str) -> Vec<Suggestion> {
        let person = Person {
            first_name: first.into(),
            last_name: last.into(),
            email: email.into(),
            mobile: "07700 900123".into(),
            ..Person::default()
        };
        Suggestion::for_person(&person, &Settings::default())
    }

    #[test]
    fn names_and_addresses_are_alike_by_what_is_wrong_with_them() {
        let found = suggestions("PRIYA", "shah", "priya@Gmial.com");
        let told: Vec<_> = found.iter().map(|found| (found.person_box, found.value.as_str())).collect();
        assert_eq!(
            told,
            [
                (PersonBox::FirstName, "Priya"),
                (PersonBox::LastName, "Shah"),
                (PersonBox::Email, "priya@gmail.com"),
            ]
        );
        assert_eq!((&found[0].alike, &found[1].alike), (&Alike::Names, &Alike::Names));
        assert_eq!(found[2].alike, suggestions("Ben", "Jones", "b.jones@gmial.com")[0].alike);
        assert_ne!(found[2].alike, suggestions("Ben", "Jones", "b.jones@hotmial.com")[0].alike);
    }

    #[test]
    fn nothing_is_suggested_for_what_is_in_order() {
        assert_eq!(suggestions("Priya", "Shah", "priya@gmail.com"), []);
    }
}
