//! Where the rules' tests stand: a ready application to change, and what a rule says of it.

use time::{Date, Month};

use super::{RULES, check};
use crate::application::{Answer, Application, Question};
use crate::day::TypedDay;
use crate::documents::save;
use crate::json::testing::BrowserJson;
use crate::rules::finding::{Finding, Severity};
use crate::settings::Settings;

/// An application with nothing left to do, on [`today`].
pub(crate) fn ready() -> Application {
    let text = include_str!("../../tests/cases/ready.json");
    save::open::<BrowserJson>(text).expect("the ready case opens").open
}

/// The same, with a one-time passcode that is issued today and comes by post.
pub(crate) fn with_passcode() -> Application {
    let mut application = ready();
    application.answers.set(Question::Proof, Answer::Passcode);
    application.answers.set(Question::PasscodeRoute, Answer::Post);
    application.answers.set(Question::PasscodeIssued, Answer::Day(TypedDay::of(today())));
    application
}

/// The day the cases are written for.
pub(crate) fn today() -> Date {
    Date::from_calendar_date(2026, Month::November, 23).expect("a day")
}

/// What the rule `id` finds once `change` is made to a ready application.
pub(super) fn found(id: &str, change: impl FnOnce(&mut Application)) -> Vec<Finding> {
    assert!(RULES.iter().any(|rule| rule.id == id), "{id} is in the registry");
    let mut application = ready();
    change(&mut application);
    let report = check(&application, &Settings::default(), today());
    report.findings.into_iter().filter(|finding| finding.rule == id).collect()
}

/// How grave each finding of the rule `id` is, once `change` is made.
pub(super) fn severities(id: &str, change: impl FnOnce(&mut Application)) -> Vec<Severity> {
    found(id, change).iter().map(|finding| finding.severity).collect()
}

/// How grave the rule `id` takes it that `question` is answered with `answer`.
pub(super) fn answered(id: &str, question: Question, answer: Answer) -> Vec<Severity> {
    severities(id, |application| application.answers.set(question, answer))
}
