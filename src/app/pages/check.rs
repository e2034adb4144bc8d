//! Check your answers.

use leptos::prelude::*;

use super::people::card;
use crate::app::page::{Page, Route};
use crate::app::parts::{Row, back_link, heading, link_button, notes, summary_list};
use crate::app::state::State;
use crate::application::{Application, Question, SiteBox};
use crate::finding::{Place, Severity};
use crate::rules::Report;

pub const TITLE: &str = "Check your answers";

pub fn check(state: State) -> AnyView {
    let answers = move || {
        let application = state.application.get();
        state.report.with(|report| draw(state, &application, report))
    };
    view! {
        {back_link(Page::Tasks.href(), "Back to the task list")}
        {heading("", TITLE)}
        {answers}
        {link_button(Page::Result.href(), "See what to do next")}
    }
    .into_any()
}

fn draw(state: State, application: &Application, report: &Report) -> AnyView {
    let count = application.people.len();
    let people: Vec<AnyView> =
        (0..count).map(|index| card(state, application, report, index, true)).collect();
    let about_all: Vec<_> = report.at(Place::People).cloned().collect();
    view! {
        <h2 class="nhsuk-heading-m">"Can you apply?"</h2>
        {summary_list("", application.answers.asked().map(|q| question_row(state, application, report, q)).collect())}
        <h2 class="nhsuk-heading-m">"Your site"</h2>
        {summary_list("", SiteBox::ALL.into_iter().map(|b| site_row(state, application, report, b)).collect())}
        <h2 class="nhsuk-heading-m">"People who need accounts"</h2>
        {notes(state, about_all)}
        {people}
        <p class="nhsuk-body"><a href=Route { page: Page::Person(count, None), from_check: true }.href()>"Add a person"</a></p>
    }
    .into_any()
}

fn question_row(state: State, application: &Application, report: &Report, question: Question) -> Row {
    let today = state.today.get_untracked();
    let answer = application.answers.to(question).map(|answer| question.in_words(answer, today));
    Row {
        name: question.wording().asks.to_owned(),
        value: answer.unwrap_or_default(),
        ..row(state, report, Place::Question(question))
    }
}

fn site_row(state: State, application: &Application, report: &Report, site_box: SiteBox) -> Row {
    let site = &application.site;
    let value = match site.value(site_box) {
        value if value.is_empty() && site_box == SiteBox::OdsCode && site.ods_unknown => {
            "I don’t know it".to_owned()
        }
        value => value,
    };
    Row { name: site_box.label().to_owned(), value, ..row(state, report, Place::Site(site_box)) }
}

fn row(state: State, report: &Report, place: Place) -> Row {
    // What is not given yet is said once, by the value itself.
    let told = report.at(place).filter(|finding| finding.severity != Severity::Missing);
    Row {
        name: String::new(),
        value: String::new(),
        notes: notes(state, told.cloned().collect()),
        change: Some(Route { page: Page::of(place), from_check: true }.href()),
    }
}
