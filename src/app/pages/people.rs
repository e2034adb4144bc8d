//! The people who need accounts, a card each.

use super::check::told;
use crate::app::browser::focus;
use crate::app::markup::{Content, View, all, el, live, nothing};
use crate::app::page::{Origin, Page, Route};
use crate::app::parts::{
    Row, back_link, body, button, heading, hidden, link_button, notes, notice, strong, summary_list,
    text_button,
};
use crate::app::state::State;
use crate::application::{Application, PersonBox};
use crate::finding::Place;
use crate::rules::Report;

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
    if count == 0 {
        return all(vec![body(strong("Nobody is listed yet.")), link_button(add, "Add a person").view()]);
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
        if let Some(person) = state.now().people.get(index).cloned() {
            state.change(|application| {
                application.people.remove(index);
            });
            state.removed.set(Some((index, person)));
            state.said.set(format!("{name} removed"));
            focus::element("removed");
        }
    };
    text_button(remove).with("Remove").with(label).view()
}

/// Who was removed, with the way to put them back where they stood.
fn undo(state: State) -> View {
    let put_back = move || {
        if let Some((index, person)) = state.removed.get_unwatched() {
            state.change(|application| {
                let index = index.min(application.people.len());
                application.people.insert(index, person);
            });
            state.removed.set(None);
            state.said.set("Put back".to_owned());
            focus::heading();
        }
    };
    live(move || {
        let Some((index, person)) = state.removed.get() else { return nothing() };
        let name = match person.full_name() {
            name if name.is_empty() => format!("Person {}", index + 1),
            name => name,
        };
        notice(format!("{name} was removed from the list."))
            .attr("id", "removed")
            .with(button("Undo", put_back))
            .view()
    })
}
