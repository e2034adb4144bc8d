//! Check your answers.

use super::people::card;
use crate::app::markup::{Content, View, all, live};
use crate::app::page::{Origin, Page, Route};
use crate::app::parts::{Row, back_link, body, heading, link, link_button, notes, subheading, summary_list};
use crate::app::state::State;
use crate::application::{Application, Question, SiteBox};
use crate::rules::Report;
use crate::rules::finding::{Finding, Place, Severity};

pub const TITLE: &str = "Check your answers";

pub fn check(state: State) -> View {
    all(vec![
        back_link(Page::Tasks.href(), "Back to the task list"),
        heading("", TITLE),
        live(move || {
            let application = state.application.get();
            state.report.with(|report| draw(state, &application, report))
        }),
        link_button(Page::Result.href(), "See what to do next").view(),
    ])
}

fn draw(state: State, application: &Application, report: &Report) -> View {
    let count = application.people.len();
    let questions = application.answers.asked().map(|q| question_row(state, application, report, q));
    let site = SiteBox::ALL.into_iter().map(|b| site_row(state, application, report, b));
    let people: Vec<View> =
        (0..count).map(|index| card(state, application, report, index, Some(Origin::Check))).collect();
    let add = Route { page: Page::Person(count, None), from: Some(Origin::Check) }.href();
    all(vec![
        subheading("Can you apply?"),
        summary_list("", questions.collect()),
        subheading("Your site"),
        summary_list("", site.collect()),
        subheading("People who need accounts"),
        notes(state, report.at(Place::People).cloned().collect()),
        people.view(),
        body(link(add, "Add a person")),
    ])
}

fn question_row(state: State, application: &Application, report: &Report, question: Question) -> Row {
    let today = state.today.get_unwatched();
    let answer = application.answers.to(question).map(|answer| question.in_words(answer, today));
    let name = question.wording().asks.to_owned();
    row(state, report, Place::Question(question), name, answer.unwrap_or_default())
}

fn site_row(state: State, application: &Application, report: &Report, site_box: SiteBox) -> Row {
    let site = &application.site;
    let value = match site.value(site_box) {
        value if value.is_empty() && site_box == SiteBox::OdsCode && site.ods_unknown => {
            "I don’t know it".to_owned()
        }
        value => value,
    };
    row(state, report, Place::Site(site_box), site_box.label().to_owned(), value)
}

fn row(state: State, report: &Report, place: Place, name: String, value: String) -> Row {
    let change = Route { page: Page::of(place), from: Some(Origin::Check) }.href();
    Row { name, value, notes: notes(state, told(report, place)), change }
}

/// What there is to say about `place`, but that nothing is given yet: the value itself says so.
pub(super) fn told(report: &Report, place: Place) -> Vec<Finding> {
    report.at(place).filter(|finding| finding.severity != Severity::Missing).cloned().collect()
}
