//! The people who need accounts, a card each.

use super::check::told;
use super::import;
use crate::app::browser::focus;
use crate::app::markup::{Content, View, all, el, live, nothing};
use crate::app::page::{Origin, Page, Route};
use crate::app::parts::{
    Row, back_link, body, button, heading, hidden, link, link_button, notes, notice, strong, summary_list,
    text_button,
};
use crate::app::state::{State, Undo};
use crate::application::{Application, PersonBox};
use crate::rules::Report;
use crate::rules::finding::Place;

pub const TITLE: &str = "People who need accounts";

pub fn people(state: State) -> View {
    let how_many = state.setting(|settings| {
        format!(
            "List {} to {} people. Each needs an email address and a mobile number of their own. Personal ones will do.",
            settings.fewest_accounts, settings.most_accounts
        )
    });
    all(vec![
        back_link(Page::Tasks.href(), "Back to the task list"),
        heading("", TITLE),
        body(how_many),
        undo(state),
        live(move || {
            let application = state.application.get();
            state.report.with(|report| draw(state, &application, report))
        }),
    ])
}

fn draw(state: State, application: &Application, report: &Report) -> View {
    let count = application.people.len();
    let add = Page::Person(count, None).href();
    let bring = link(Page::Import.href(), import::TITLE);
    if count == 0 {
        return all(vec![
            body(strong("Nobody is listed yet.")),
            link_button(add, "Add a person").view(),
            body(bring),
        ]);
    }
    let listed = match count {
        1 => "1 person is listed.".to_owned(),
        count => format!("{count} people are listed."),
    };
    let cards: Vec<View> = (0..count).map(|index| card(state, application, report, index, None)).collect();
    let another = link_button(add, "Add another person").class("nhsuk-button nhsuk-button--secondary");
    all(vec![
        body(strong(listed)),
        notes(state, report.at(Place::People).cloned().collect()),
        cards.view(),
        body(another),
        body(bring),
        link_button(Page::Tasks.href(), "Continue").view(),
    ])
}

/// The card of the person at `index`. `from` leads Change back to "Check your answers".
pub(super) fn card(
    state: State,
    application: &Application,
    report: &Report,
    index: usize,
    from: Option<Origin>,
) -> View {
    let name = application.call_person(index);
    let person = &application.people[index];
    let rows = PersonBox::ALL.into_iter().map(|person_box| Row {
        name: person_box.label().to_owned(),
        value: person.value(person_box),
        notes: notes(state, told(report, Place::Person(index, person_box))),
        change: Route { page: Page::Person(index, Some(person_box)), from }.href(),
    });
    let rows = summary_list(&name, rows.collect());
    let top = el("div")
        .class("app-person__top")
        .with(el("h2").class("nhsuk-card__heading nhsuk-heading-m").with(name.clone()))
        .with(from.is_none().then(|| remove_button(state, index, name)));
    el("section")
        .class("nhsuk-card app-person")
        .with(el("div").class("nhsuk-card__content").with(top).with(rows))
        .view()
}

fn remove_button(state: State, index: usize, name: String) -> View {
    let label = hidden(format!(" {name}"));
    let remove = move || {
        if index < state.now().people.len() {
            let people = state.now().people;
            state.change(|application| {
                application.people.remove(index);
            });
            state.offer_undo(Undo { said: format!("{name} was removed from the list."), people });
        }
    };
    text_button(remove).with("Remove").with(label).view()
}

/// What was done to the list, with the way to take it back.
fn undo(state: State) -> View {
    let take_back = move || {
        if let Some(Undo { people, .. }) = state.undo.get_unwatched() {
            state.change(|application| application.people = people);
            state.undo.set(None);
            state.said.set("Put back".to_owned());
            focus::heading();
        }
    };
    live(move || match state.undo.get() {
        Some(Undo { said, .. }) => notice(said).attr("id", "undo").with(button("Undo", take_back)).view(),
        None => nothing(),
    })
}
