//! The screens, one file each.

mod check;
mod import;
mod missing;
mod people;
mod person;
mod portal;
mod question;
mod result;
mod saved;
mod site;
mod storage_notice;
mod tasks;

use reactive_graph::graph::untrack;

use super::markup::{Content, View, all, el, live, nothing};
use super::page::{Origin, Page, Route};
use super::state::State;
use crate::rules::finding::Place;

/// The screen the route names, drawn anew whenever the route changes.
pub fn screen(state: State) -> View {
    let drawn = move || {
        let Route { page, from } = state.route.get();
        untrack(|| draw(state, page, from))
    };
    all(vec![
        storage_notice::storage_notice(state),
        live(drawn),
        el("p")
            .class("nhsuk-u-visually-hidden")
            .attr("role", "status")
            .with(live(move || state.said.get().view()))
            .view(),
    ])
}

fn draw(state: State, page: Page, from: Option<Origin>) -> View {
    match page {
        // These stand in `index.html`.
        Page::Start | Page::Form | Page::Rules | Page::Privacy | Page::Accessibility => nothing(),
        Page::Tasks => tasks::tasks(state),
        Page::Apply(question) => question::question(state, question, from),
        Page::Site(_) => site::site(state, from),
        Page::People => people::people(state),
        Page::Person(index, _) => person::person(state, index, from),
        Page::Import => import::import(state),
        Page::Check => check::check(state),
        Page::Result => result::result(state),
        Page::Portal => portal::portal(state),
        Page::Saved => saved::saved(state),
        Page::Missing => missing::missing(),
    }
}

/// The heading of the Start page.
const START: &str = "Check you are ready for NHSmail";

/// What the window is called while `page` is shown.
pub fn title(state: State, page: Page) -> String {
    match page {
        Page::Start => START.to_owned(),
        Page::Form => "People who need NHSmail accounts".to_owned(),
        Page::Rules => "What this checker checks".to_owned(),
        Page::Privacy => "Privacy".to_owned(),
        Page::Accessibility => "Accessibility".to_owned(),
        Page::Tasks => tasks::TITLE.to_owned(),
        Page::Apply(question) => question.wording().asks.to_owned(),
        Page::Site(_) => site::TITLE.to_owned(),
        Page::People => people::TITLE.to_owned(),
        Page::Person(index, _) => person::title(state, index),
        Page::Import => import::TITLE.to_owned(),
        Page::Check => check::TITLE.to_owned(),
        Page::Result => result::title(state),
        Page::Portal => portal::TITLE.to_owned(),
        Page::Saved => saved::TITLE.to_owned(),
        Page::Missing => missing::TITLE.to_owned(),
    }
}

/// The places a form asks about; empty for a screen that is no form.
pub fn places(page: Page) -> Vec<Place> {
    match page {
        Page::Apply(question) => question::places(question),
        Page::Site(_) => site::places(),
        Page::Person(index, _) => person::places(index),
        _ => Vec::new(),
    }
}
