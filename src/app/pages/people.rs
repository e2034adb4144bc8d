//! The people who need accounts, a card each.

use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::page::Page;
use crate::app::parts::{Row, back_link, button, heading, link_button, notes, summary_list};
use crate::app::state::State;
use crate::application::{Application, PersonBox};
use crate::finding::{Place, Severity};
use crate::rules::Report;

pub const TITLE: &str = "People who need accounts";

pub fn people(state: State) -> AnyView {
    let list = move || {
        let application = state.application.get();
        state.report.with(|report| draw(state, &application, report))
    };
    view! {
        {back_link(Page::Tasks.href(), "Back to the task list")}
        {heading("", TITLE)}
        <p class="nhsuk-body">
            {state.setting(|settings| format!(
                "List {} to {} people. Each needs an email address and a mobile number of their own. Personal ones will do.",
                settings.fewest_accounts, settings.most_accounts
            ))}
        </p>
        {undo(state)}
        {list}
    }
    .into_any()
}

fn draw(state: State, application: &Application, report: &Report) -> AnyView {
    let count = application.people.len();
    let about_all: Vec<_> = report.at(Place::People).cloned().collect();
    let cards: Vec<AnyView> =
        (0..count).map(|index| card(state, application, report, index, false)).collect();
    let add = Page::Person(count, None).href();
    let actions = if count == 0 {
        link_button(add, "Add a person")
    } else {
        view! {
            <p class="nhsuk-body"><a class="nhsuk-button nhsuk-button--secondary" role="button" draggable="false" href=add>"Add another person"</a></p>
            {link_button(Page::Tasks.href(), "Continue")}
        }
        .into_any()
    };
    let listed = match count {
        0 => "Nobody is listed yet.".to_owned(),
        1 => "1 person is listed.".to_owned(),
        count => format!("{count} people are listed."),
    };
    view! {
        <p class="nhsuk-body"><strong>{listed}</strong></p>
        {(count > 0).then(|| notes(state, about_all))}
        {cards}
        {actions}
    }
    .into_any()
}

/// The card of the person at `index`. `from_check` sends Change back to "Check your answers".
pub fn card(
    state: State,
    application: &Application,
    report: &Report,
    index: usize,
    from_check: bool,
) -> AnyView {
    let name = application.call_person(index);
    let person = &application.people[index];
    let rows = PersonBox::ALL
        .into_iter()
        .map(|person_box| {
            let place = Place::Person(index, person_box);
            // What is not given yet is said once, by the value itself.
            let told = report.at(place).filter(|finding| finding.severity != Severity::Missing);
            let page = Page::Person(index, Some(person_box));
            Row {
                name: person_box.label().to_owned(),
                value: person.value(person_box),
                notes: notes(state, told.cloned().collect()),
                change: Some(crate::app::page::Route { page, from_check }.href()),
            }
        })
        .collect();
    let remove = (!from_check).then(|| remove_button(state, index, &name));
    view! {
        <section class="nhsuk-card app-person">
            <div class="nhsuk-card__content">
                <div class="app-person__top">
                    <h2 class="nhsuk-card__heading nhsuk-heading-m">{name.clone()}</h2>
                    {remove}
                </div>
                {summary_list(&name, rows)}
            </div>
        </section>
    }
    .into_any()
}

fn remove_button(state: State, index: usize, name: &str) -> AnyView {
    let removed_name = name.to_owned();
    let remove = move |_| {
        let person = state.now().people.get(index).cloned();
        if let Some(person) = person {
            state.change(|application| {
                application.people.remove(index);
            });
            state.removed.set(Some((index, person)));
            state.said.set(format!("{removed_name} removed"));
            focus::element("removed");
        }
    };
    view! {
        <button class="app-link-button" type="button" on:click=remove>
            "Remove" <span class="nhsuk-u-visually-hidden">" "{name.to_owned()}</span>
        </button>
    }
    .into_any()
}

/// Who was removed, with the way to put them back where they stood.
fn undo(state: State) -> AnyView {
    let notice = move || {
        let (index, person) = state.removed.get()?;
        let name = match person.full_name() {
            name if name.is_empty() => format!("Person {}", index + 1),
            name => name,
        };
        let put_back = move || {
            if let Some((index, person)) = state.removed.get_untracked() {
                state.change(|application| {
                    let index = index.min(application.people.len());
                    application.people.insert(index, person);
                });
                state.removed.set(None);
                state.said.set("Put back".to_owned());
                focus::heading();
            }
        };
        Some(view! {
            <div class="app-notice" id="removed" tabindex="-1">
                <p>{name}" was removed from the list."</p>
                {button("Undo", put_back)}
            </div>
        })
    };
    view! { <div>{notice}</div> }.into_any()
}
