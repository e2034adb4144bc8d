//! The portal's boxes in the portal's order, for the day of applying.

use crate::application::{Answer, Application, PersonBox, Question, SiteBox};
use crate::rules::finding::Place;

/// One page of the portal's form: what it is about, and its boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalSection {
    /// What it is about: the site, or a person.
    pub heading: String,
    /// Its boxes, in order.
    pub boxes: Vec<PortalBox>,
}

/// One box of the portal's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalBox {
    /// Where its value comes from.
    pub place: Place,
    /// What it is called.
    pub label: String,
    /// What goes into it.
    pub fill: Fill,
}

/// What goes into a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// This value.
    With(String),
    /// Something the checker does not hold: where it is to be found.
    FromElsewhere(&'static str),
    /// Nothing yet: the checker has no value for it.
    NotGiven,
}

/// The sections of the form, filled from `application`.
pub fn sections(application: &Application) -> Vec<PortalSection> {
    let mut sections = vec![site(application)];
    for (index, person) in application.people.iter().enumerate() {
        let boxes = PersonBox::ALL.map(|person_box| PortalBox {
            place: Place::Person(index, person_box),
            label: person_box.label().to_owned(),
            fill: filled(person.value(person_box), Fill::NotGiven),
        });
        sections.push(PortalSection { heading: application.call_person(index), boxes: boxes.into() });
    }
    sections
}

fn site(application: &Application) -> PortalSection {
    let site_box = |site_box: SiteBox, otherwise| PortalBox {
        place: Place::Site(site_box),
        label: site_box.label().to_owned(),
        fill: filled(application.site.value(site_box), otherwise),
    };
    let proof = match application.answers.to(Question::Proof) {
        Some(Answer::Passcode) => PortalBox {
            place: Place::Question(Question::Proof),
            label: "One-time passcode".to_owned(),
            fill: Fill::FromElsewhere("Type it from the letter or the email. This checker does not hold it."),
        },
        _ => PortalBox {
            place: Place::Question(Question::Proof),
            label: "CQC manager’s ID".to_owned(),
            fill: Fill::FromElsewhere(
                "Type it from the manager’s registration details. This checker does not hold it.",
            ),
        },
    };
    let unknown = if application.site.ods_unknown {
        Fill::FromElsewhere("The portal finds it from the postcode.")
    } else {
        Fill::NotGiven
    };
    let without_id = match application.answers.to(Question::Proof) {
        Some(Answer::Passcode) => {
            Fill::FromElsewhere("Not given. Use the passcode instead, if the portal lets you.")
        }
        _ => Fill::NotGiven,
    };
    let boxes = vec![
        site_box(SiteBox::LocationId, without_id),
        proof,
        site_box(SiteBox::Postcode, Fill::NotGiven),
        site_box(SiteBox::OdsCode, unknown),
    ];
    PortalSection { heading: "Your site".to_owned(), boxes }
}

fn filled(value: String, otherwise: Fill) -> Fill {
    if value.is_empty() { otherwise } else { Fill::With(value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    #[test]
    fn each_value_stands_in_its_canonical_form() {
        let mut application = ready();
        application.people[0].mobile = "+447700900123".into();
        let sections = sections(&application);
        assert_eq!(sections.len(), 4);
        assert_eq!(sections[1].boxes[3].fill, Fill::With("07700 900123".into()));
    }

    #[test]
    fn the_proof_is_never_held() {
        let fill = |answer| {
            let mut application = ready();
            application.answers.set(Question::Proof, answer);
            sections(&application)[0].boxes[1].fill.clone()
        };
        assert!(matches!(fill(Answer::ManagersId), Fill::FromElsewhere(_)));
        assert!(matches!(fill(Answer::Passcode), Fill::FromElsewhere(_)));
    }
}
