//! What a rule found: where, how grave, and what to do about it.

use crate::application::{Application, Confirmation, PersonBox, Question, SiteBox};
use crate::fields::Repair;
use crate::rules::UNANSWERED;
use crate::settings::Settings;
use crate::text::cut;

/// One thing a person should know or do, about one place of the application.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The id of the rule that found it.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub place: Place,
    /// One or two sentences that say what to do.
    pub message: String,
    /// Whom to ask for help with it.
    pub ask: Ask,
    /// The route to take instead of the portal, when this finding closes the portal.
    pub route: Option<Route>,
    /// What was mended, when that is what was found.
    pub repair: Option<Repair>,
    /// Another value for the box, which the person may prefer.
    pub suggestion: Option<String>,
    /// What a person's word would settle; set on every [`Severity::Confirm`].
    pub confirmation: Option<Confirmation>,
    /// Whether that word has been given.
    pub confirmed: bool,
}

/// How grave a finding is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// What a finding is about. The order is the order of the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
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
    pub fn route(&mut self, route: Route) -> &mut Self {
        self.route = Some(route);
        self
    }

    /// The word before it that says how grave it is.
    pub fn mark(&self) -> &'static str {
        match self.severity {
            Severity::Blocker => "To do",
            Severity::Missing => "Missing",
            Severity::Confirm if self.confirmed => "You said this is right",
            Severity::Confirm => "To check",
            Severity::Hint if self.repair.is_some() => "Tidied",
            Severity::Hint => "Good to know",
        }
    }

    /// Whether a form must not go on with it. An answer to a question can be right and still be in
    /// the way of applying: then it is the result that says so.
    pub fn holds_form(&self) -> bool {
        let is_of_answer = matches!(self.place, Place::Question(_)) && self.rule != UNANSWERED;
        self.is_outstanding() && !is_of_answer
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
            Place::Question(question) => question.wording().asks.to_owned(),
            Place::Site(site_box) => site_box.label().to_owned(),
            Place::People => "People who need accounts".to_owned(),
            Place::Person(index, person_box) => {
                let label = person_box.label();
                let (first, rest) = cut(label, 1);
                format!("{}, {}{rest}", application.call_person(index), first.to_ascii_lowercase())
            }
        }
    }
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
