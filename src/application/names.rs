//! Names in capitals or in small letters, as a whole list brings them: what to offer instead.

use super::{Application, Person, PersonBox, PersonId, SiteBox};
use crate::fields::PersonName;
use crate::fields::title_case::{NameKind, in_title_case};

/// A name that would read better in title case. Nothing is changed until [`Application::fix_name`] is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameToFix {
    /// Whose name it is.
    pub whose: NameOf,
    /// The whole name as it is: `priya shah`.
    pub before: String,
    /// The whole name as it would be: `Priya Shah`.
    pub after: String,
}

/// Whose name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameOf {
    /// The home or branch.
    Site,
    /// One of the people.
    Person(PersonId),
}

/// The names of the site and of the people that are all in capitals or all in small letters, and what they would
/// be in title case, in the order of the form.
pub fn names_to_fix(application: &Application) -> Vec<NameToFix> {
    let site = &application.site.name;
    let of_site = application.site.better_name().map(|after| NameToFix {
        whose: NameOf::Site,
        before: site.trim().to_owned(),
        after,
    });
    let of_people = application.people.iter().filter_map(|person| {
        let better = with_better_names(person)?;
        let whose = NameOf::Person(person.id);
        Some(NameToFix { whose, before: person.full_name(), after: better.full_name() })
    });
    of_site.into_iter().chain(of_people).collect()
}

impl Application {
    /// Writes one of [`names_to_fix`] as it was offered. Does nothing where the name has changed since.
    pub fn fix_name(&mut self, fix: &NameToFix) {
        match fix.whose {
            NameOf::Site if self.site.name.trim() == fix.before => {
                self.site.set(SiteBox::Name, fix.after.clone());
            }
            NameOf::Site => {}
            NameOf::Person(id) => {
                let person = self.people.iter_mut().find(|person| person.id == id);
                if let Some(person) = person.filter(|person| person.full_name() == fix.before)
                    && let Some(better) = with_better_names(person)
                {
                    *person = better;
                }
            }
        }
    }
}

impl Person {
    /// The name in `name_box` in title case, where it is all in capitals or all in small letters.
    pub fn better_name(&self, name_box: PersonBox) -> Option<String> {
        let kind = match name_box {
            PersonBox::FirstName => NameKind::First,
            PersonBox::LastName => NameKind::Last,
            PersonBox::Email | PersonBox::Mobile | PersonBox::Role => return None,
        };
        if self.secret(name_box).is_some() {
            return None;
        }
        let name: PersonName = self.typed(name_box).parse().ok()?;
        in_title_case(name.as_str(), kind)
    }
}

/// The person with both names in title case. `None` where neither would change.
fn with_better_names(person: &Person) -> Option<Person> {
    let (first, last) = (person.better_name(PersonBox::FirstName), person.better_name(PersonBox::LastName));
    (first.is_some() || last.is_some()).then(|| Person {
        first_name: first.unwrap_or_else(|| person.first_name.clone()),
        last_name: last.unwrap_or_else(|| person.last_name.clone()),
        ..person.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn application(site: &str, people: &[(&str, &str)]) -> Application {
        let mut application = Application::default();
        application.site.name = site.to_owned();
        application.people = people
            .iter()
            .map(|(first, last)| Person {
                first_name: (*first).to_owned(),
                last_name: (*last).to_owned(),
                ..Person::default()
            })
            .collect();
        application
    }

    #[test]
    fn a_list_in_small_letters_is_offered_in_title_case_as_a_whole() {
        let mut application = application(
            " the willows care home",
            &[("priya", "shah"), ("KELLY", "Brown"), ("Joost", "van der Berg"), ("sanne", "van der berg")],
        );
        let fixes = names_to_fix(&application);
        let told: Vec<_> = fixes.iter().map(|fix| (fix.before.as_str(), fix.after.as_str())).collect();
        assert_eq!(
            told,
            [
                ("the willows care home", "The Willows Care Home"),
                ("priya shah", "Priya Shah"),
                ("KELLY Brown", "Kelly Brown"),
                ("sanne van der berg", "Sanne van der Berg"),
            ]
        );
        let ids: Vec<_> = application.people.iter().map(|person| person.id).collect();
        for fix in &fixes {
            application.fix_name(fix);
        }
        assert_eq!(names_to_fix(&application), []);
        assert_eq!(application.site.name, "The Willows Care Home");
        assert_eq!(application.people[3].full_name(), "Sanne van der Berg");
        assert!(application.people.iter().map(|person| person.id).eq(ids));
    }

    #[test]
    fn a_name_that_was_changed_since_it_was_offered_is_left_alone() {
        let mut application = application("the willows", &[("priya", "shah")]);
        let fixes = names_to_fix(&application);
        application.site.name = "the elms".into();
        application.people[0].last_name = "patel".into();
        let before = application.clone();
        for fix in &fixes {
            application.fix_name(fix);
        }
        assert_eq!(application, before);
    }
}
