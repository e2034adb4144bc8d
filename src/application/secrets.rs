//! What works as a password goes into no file: an application without it.

use super::{Answer, Application, PersonBox, SiteBox};
use crate::day::TypedDay;
use crate::fields::secret::secret_in;

impl Application {
    /// The same, with an empty box for each that holds a manager's ID or a passcode, and for what may be one.
    pub fn without_secrets(&self) -> Application {
        let mut kept = self.clone();
        for site_box in SiteBox::ALL {
            if kept.site.secret(site_box).is_some() {
                kept.site.set(site_box, String::new());
            }
        }
        for person in &mut kept.people {
            for person_box in [PersonBox::FirstName, PersonBox::LastName, PersonBox::Email, PersonBox::Mobile]
            {
                if person.secret(person_box).is_some() {
                    person.set(person_box, String::new());
                }
            }
        }
        for (question, answer) in self.answers.all() {
            if let Answer::Day(day) = answer {
                kept.answers.set(question, Answer::Day(without_code(day)));
            }
        }
        kept.afterwards.retain(|text| secret_in(text).is_none());
        kept.confirmed.retain(|word| secret_in(&word.value).is_none());
        kept
    }
}

/// The day without what is no part of one. A passcode is named by the question beside the boxes, and not in them.
fn without_code(day: &TypedDay) -> TypedDay {
    let is_code = |text: &String| text.chars().filter(|c| c.is_numeric()).count() > 4;
    let part = |text: &String| if is_code(text) { String::new() } else { text.clone() };
    TypedDay { day: part(&day.day), month: part(&day.month), year: part(&day.year) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Person, Question, Workspace};
    use crate::documents::save::SaveFile;
    use crate::rules::check;
    use crate::rules::finding::{Place, Severity};
    use crate::rules::fixtures::{ready, today};
    use crate::settings::Settings;

    const SECRETS: [&str; 5] = [
        "CON1-1234567890",
        "C0N1-1234567890",
        "CONI-1234567890",
        "manager 1-1234567890",
        "passcode 1234567890",
    ];

    #[test]
    fn no_box_keeps_a_managers_id_or_a_passcode_and_each_says_why() {
        let places = SiteBox::ALL.map(Place::Site).into_iter();
        let boxes = [PersonBox::FirstName, PersonBox::LastName, PersonBox::Email, PersonBox::Mobile];
        for place in places.chain(boxes.map(|person_box| Place::Person(0, person_box))) {
            for secret in SECRETS {
                let mut application = ready();
                match place {
                    Place::Site(site_box) => application.site.set(site_box, secret.into()),
                    Place::Person(at, person_box) => application.people[at].set(person_box, secret.into()),
                    Place::Question(_) | Place::People => {}
                }
                let report = check(&application, &Settings::default(), today());
                let said: Vec<_> = report.at(place).collect();
                assert_eq!(said.len(), 1, "{place:?}, {secret}: {said:?}");
                assert_eq!(said[0].severity, Severity::Blocker);
                assert!(said[0].message.contains("works as a password"), "{}", said[0].message);
                assert!(said[0].holds_form());

                let workspace = Workspace::new(vec![application.clone()], 0).unwrap();
                let everything = [
                    format!("{report:?}"),
                    serde_json::to_string(&SaveFile::of(&workspace)).unwrap(),
                    application.call_person(0),
                    SiteBox::ALL.map(|site_box| application.site.value(site_box)).concat(),
                    PersonBox::ALL.map(|person_box| application.people[0].value(person_box)).concat(),
                ];
                for text in everything {
                    assert!(!text.contains("1234567890"), "{place:?}, {secret}: {text}");
                }
            }
        }
    }

    #[test]
    fn a_code_in_the_boxes_of_a_day_is_not_kept() {
        let mut application = ready();
        let day = TypedDay { day: "83715264".into(), month: "3".into(), year: "CON1-123456".into() };
        application.answers.set(Question::PasscodeIssued, Answer::Day(day));
        let kept = application.without_secrets();
        let expected = TypedDay { month: "3".into(), ..TypedDay::default() };
        assert_eq!(kept.answers.kept(Question::PasscodeIssued), Some(&Answer::Day(expected)));
    }

    #[test]
    fn what_is_no_secret_is_kept_as_it_was_typed() {
        let mut application = ready();
        application.people.push(Person { mobile: "+44 (0)7700 900 123 ".into(), ..Person::default() });
        application.site.name = " Manager’s House 12 ".into();
        assert_eq!(application.without_secrets(), application);
    }
}
