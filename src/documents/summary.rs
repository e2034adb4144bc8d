//! What an application comes to, in a sentence, and what there is still to do: the same in every document.

use crate::application::Application;
use crate::rules::finding::{AlternativeRoute, Finding};
use crate::rules::{Outcome, Report};
use crate::settings::Settings;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it is about.
    pub about: String,
    /// What to do.
    pub message: String,
    /// Whom to ask, and how to reach them.
    pub ask: Option<String>,
}

/// What the report comes to, in one sentence.
pub fn verdict(report: &Report) -> String {
    match report.outcome {
        Outcome::Ready => "You are ready to apply for NHSmail on the NHS Portal.".to_owned(),
        Outcome::ReadyOnceDone => match report.outstanding().count() {
            1 => "You can apply once one thing is done.".to_owned(),
            count => format!("You can apply once {count} things are done."),
        },
        Outcome::AnotherRoute(AlternativeRoute::Helpdesk) => {
            "Ask the NHS helpdesk for your accounts: the NHS Portal is for organisations new to NHSmail."
                .to_owned()
        }
        Outcome::AnotherRoute(AlternativeRoute::Feedback) => {
            "Hospices take another route to NHSmail: write to the NHS.net Connect feedback team.".to_owned()
        }
        Outcome::AnotherRoute(AlternativeRoute::ThirdParty) => {
            "Sites that are not registered with CQC take another route to NHSmail: the third-party route."
                .to_owned()
        }
    }
}

/// What is still to do before the application, or the request to the helpdesk, can be sent. That
/// the portal is not for this provider is nothing to do: the verdict says so.
pub fn left(report: &Report) -> Vec<&Finding> {
    let is_sent = !matches!(
        report.outcome,
        Outcome::AnotherRoute(AlternativeRoute::Feedback | AlternativeRoute::ThirdParty)
    );
    report.outstanding().filter(|finding| is_sent && finding.route.is_none()).collect()
}

/// The line that stands at the top of every download while something is outstanding.
pub fn warning(report: &Report) -> Option<String> {
    match left(report).len() {
        0 => None,
        1 => Some("Not ready yet: 1 thing is still to do.".to_owned()),
        count => Some(format!("Not ready yet: {count} things are still to do.")),
    }
}

/// The findings that ask for something, as things to do, in the order of the journey.
pub fn actions(application: &Application, report: &Report, settings: &Settings) -> Vec<Action> {
    let action = |finding: &Finding| Action {
        about: finding.place.name(application),
        message: finding.message.clone(),
        ask: finding.ask.in_words(settings),
    };
    left(report).into_iter().map(action).collect()
}
