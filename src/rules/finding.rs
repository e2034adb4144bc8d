//! What a rule found: where, how grave, and what to do about it.

use std::borrow::Cow;

use crate::application::{Application, Confirmation, PersonBox, Question, SiteBox};
use crate::fields::Repair;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};

/// One thing a person should know or do, about one place of the application.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The id of the rule that found it.
    pub rule: Cow<'static, str>,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub place: Place,
    /// One or two sentences that say what to do.
    pub message: String,
    /// Whom to ask for help with it.
    pub ask: Ask,
    /// The route to take instead of the portal, when this finding closes the portal.
    pub route: Option<AlternativeRoute>,
    /// What was mended, when that is what was found.
    pub repair: Option<Repair>,
    /// Another value for the box, which the person may prefer.
    pub suggestion: Option<String>,
    /// What a person's word would settle; set on every [`Severity::Confirm`].
    pub confirmation: Option<Confirmation>,
    /// Whether that word has been given.
    pub confirmed: bool,
    /// Whether a form about `place` cannot go on while this is outstanding. An answer to a question can be
    /// right and still be in the way of applying: then it is the result that says so.
    pub holds_form: bool,
}

/// How grave a finding is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The form would be refused, or cannot be filled in.
    Blocker,
    /// Nothing is entered here yet.
    Missing,
    /// It may be right: only a person can say.
    Confirm,
    /// Good to know; nothing has to be done before applying.
    Hint,
}

/// What a finding, or another remark about a row of a list, is to the person who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// It has to be mended.
    ToDo,
    /// Something has to be entered.
    Missing,
    /// Only a person can say whether it is right.
    ToCheck,
    /// A person has said that it is right.
    Confirmed,
    /// A person has looked into an answer, as they were asked to.
    Checked,
    /// The value was mended.
    Repaired,
    /// Nothing has to be done about it.
    GoodToKnow,
    /// An earlier row of the list says the same.
    Repeated,
}

impl Mark {
    /// The word that stands before the message.
    pub fn label(self) -> &'static str {
        match self {
            Mark::ToDo => "To do",
            Mark::Missing => "Missing",
            Mark::ToCheck => "To check",
            Mark::Confirmed => "You said this is right",
            Mark::Checked => "You have checked this",
            Mark::Repaired => "We changed this",
            Mark::GoodToKnow => "Good to know",
            Mark::Repeated => "Repeated",
        }
    }
}

/// What a finding is about. The order is the order of the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// A readiness question.
    Question(Question),
    /// A box of the site's page.
    Site(SiteBox),
    /// The list of people as a whole.
    People,
    /// A box of a person's page; people are counted from 0.
    Person(usize, PersonBox),
}

/// Whom to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// No one: whoever fills in the form can do it.
    Yourself,
    /// The association's contact.
    Association,
    /// The NHS helpdesk.
    Helpdesk,
    /// The registered manager.
    Manager,
    /// The head office.
    HeadOffice,
    /// The person the finding is about.
    ThePerson,
}

/// The way to secure email for those the portal is not for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AlternativeRoute {
    /// It has NHSmail: more accounts come from the helpdesk.
    Helpdesk,
    /// A hospice writes to the feedback team.
    Feedback,
    /// A service without CQC registration: the third-party route.
    ThirdParty,
}

impl Finding {
    /// Says whom to ask.
    pub fn ask(&mut self, ask: Ask) -> &mut Self {
        self.ask = ask;
        self
    }

    /// Closes the portal in favour of `route`.
    pub fn route(&mut self, route: AlternativeRoute) -> &mut Self {
        self.route = Some(route);
        self
    }

    /// What it is to the person who reads it.
    pub fn mark(&self) -> Mark {
        match self.severity {
            Severity::Blocker => Mark::ToDo,
            Severity::Missing => Mark::Missing,
            Severity::Confirm if self.confirmed && matches!(self.place, Place::Question(_)) => Mark::Checked,
            Severity::Confirm if self.confirmed => Mark::Confirmed,
            Severity::Confirm => Mark::ToCheck,
            Severity::Hint if self.repair.is_some() => Mark::Repaired,
            Severity::Hint => Mark::GoodToKnow,
        }
    }

    /// The message as it stands by itself, away from its box: "Kelly Brown’s mobile number: Check for an extra
    /// digit."
    pub fn summary(&self, application: &Application) -> String {
        let about = match self.place {
            Place::Site(site_box) => site_box.label().to_owned(),
            Place::Person(index, person_box) => {
                let whom = application.call_person(index);
                if self.message.contains(&whom) {
                    return self.message.clone();
                }
                let label = first_small(person_box.label());
                // Nothing is said to be of a bracket.
                if whom.ends_with(')') { format!("{whom}, {label}") } else { format!("{whom}’s {label}") }
            }
            // A question's message names what it asks, and one about the list names the list.
            Place::Question(_) | Place::People => return self.message.clone(),
        };
        format!("{about}: {}", self.message)
    }

    /// Has the form wait for it: what is asked cannot be read yet.
    pub fn hold_form(&mut self) -> &mut Self {
        self.holds_form = true;
        self
    }

    /// Whether a form must not go on while it is as it is.
    pub fn holds_form(&self) -> bool {
        self.holds_form && self.is_outstanding()
    }

    /// Whether something is still to be done about it before applying.
    pub fn is_outstanding(&self) -> bool {
        match self.severity {
            Severity::Blocker | Severity::Missing => true,
            Severity::Confirm => !self.confirmed,
            Severity::Hint => false,
        }
    }
}

impl Place {
    /// What the place is called, in the words of the screen: "Anna Smith, mobile number".
    pub fn name(self, application: &Application) -> String {
        match self {
            Place::Question(question) => question.entry().asks.to_owned(),
            Place::Site(site_box) => site_box.label().to_owned(),
            Place::People => "People who need accounts".to_owned(),
            Place::Person(index, person_box) => {
                format!("{}, {}", application.call_person(index), first_small(person_box.label()))
            }
        }
    }
}

/// The label of a box, within a sentence.
fn first_small(label: &str) -> String {
    let mut rest = label.chars();
    let first = rest.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(rest).collect()
}

impl Ask {
    /// Whom to ask, with how to reach them; `None` where there is no one to ask.
    pub fn in_words(self, settings: &Settings) -> Option<String> {
        let association = &settings.association;
        match self {
            Ask::Yourself => None,
            Ask::Association => Some(format!(
                "{}, {}, {} ({})",
                association.contact_name,
                association.contact_post,
                association.name,
                association.contact_email
            )),
            Ask::Helpdesk => Some(format!("the NHS helpdesk, {}", settings.helpdesk_telephone)),
            Ask::Manager => Some("your registered manager, if that is not you".to_owned()),
            Ask::HeadOffice => Some("your head office".to_owned()),
            Ask::ThePerson => Some("the person themselves".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::found;
    use crate::rules::fixtures::ready;

    #[test]
    fn a_summary_stands_alone_and_names_nobody_twice() {
        let mut application = ready();
        application.people[0].first_name = "Kelly".into();
        application.people[0].last_name = "Brown".into();
        let of = |rule: &str, change: fn(&mut Application)| found(rule, change)[0].summary(&application);
        assert_eq!(
            of("mobile_number", |application| application.people[0].mobile = "07700 9001234".into()),
            "Kelly Brown’s mobile number: A UK mobile number has 11 digits, and this one has 12. Check for an extra digit."
        );
        assert_eq!(
            of("location_id", |application| application.site.location_id.clear()),
            "CQC Location ID: Enter the CQC Location ID, like 1-123456789."
        );
        application.people[0].first_name.clear();
        application.people[0].last_name.clear();
        let unnamed = found("person_name", |application| application.people[0].first_name.clear());
        assert_eq!(unnamed[0].summary(&application), "Person 1’s first name: Enter a first name.");
        let application = ready();
        let own = found("same_email", |application| {
            application.people[1].email = application.people[0].email.clone();
        });
        assert!(own[0].summary(&application).starts_with("Give Anna Smith"));
    }
}
