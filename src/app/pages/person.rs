//! One person: their name, email address, mobile number, and what they may do with the mailbox.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::page::Page;
use crate::app::parts::{
    RadioOption, Radios, TextBox, back_link, continue_button, error_summary, form, heading, radios, text_box,
};
use crate::app::state::State;
use crate::application::{MailboxRole, Person, PersonBox};
use crate::finding::Place;

pub fn person(state: State, index: usize, from_check: bool) -> AnyView {
    let listed = state.now().people.len();
    // An address may number a person who is not there, after one was removed: the next one is new.
    if index > listed {
        location::replace(&Page::Person(listed, None).href());
        return ().into_any();
    }
    let leave = if from_check { Page::Check } else { Page::People };
    let go_on = move || location::go(&leave.href());
    let content = view! {
        {heading(format!("Person {}", index + 1), title(state, index))}
        {one(state, index, PersonBox::FirstName, "", "text")}
        {one(state, index, PersonBox::LastName, "", "text")}
        {one(
            state,
            index,
            PersonBox::Email,
            "An address only they use, at work or at home. Their NHSmail username is sent to it.",
            "email",
        )}
        {one(
            state,
            index,
            PersonBox::Mobile,
            "A UK mobile only they use. Their temporary password is sent to it.",
            "tel",
        )}
        {role(state, index)}
        {continue_button(if from_check { "Continue" } else { "Save and continue" })}
        <p class="nhsuk-body"><a href=leave.href()>"Leave this for later"</a></p>
    };
    let places = places(index);
    // A new person is on the list from Continue on, so that it can say what is missing.
    let ensure = move || {
        if state.now().people.len() == index {
            state.change(|application| application.people.push(Person::default()));
        }
    };
    view! {
        {back_link(leave.href(), "Back")}
        {error_summary(state, places.clone())}
        <div on:submit:capture=move |_| ensure()>{form(state, places, go_on, content)}</div>
    }
    .into_any()
}

/// What the screen is called: after the person, once there is one.
pub fn title(state: State, index: usize) -> String {
    match state.now().people.get(index).map(Person::full_name) {
        Some(name) if !name.is_empty() => name,
        _ => "Add a person".to_owned(),
    }
}

/// What the screen asks about.
pub fn places(index: usize) -> Vec<Place> {
    PersonBox::ALL.map(|person_box| Place::Person(index, person_box)).into()
}

fn one(state: State, index: usize, person_box: PersonBox, hint: &str, keyboard: &'static str) -> AnyView {
    let width = if person_box == PersonBox::Mobile { "nhsuk-input--width-20" } else { "" };
    let text = TextBox {
        place: Place::Person(index, person_box),
        label: person_box.label(),
        hint: hint.to_owned(),
        keyboard,
        width,
    };
    let read = move || {
        let typed = |person: &Person| person.typed(person_box).to_owned();
        state.application.with(|application| application.people.get(index).map(typed).unwrap_or_default())
    };
    text_box(state, text, read, move |text| write(state, index, person_box, text))
}

/// Puts `text` into a person's box; the first box that is filled adds the person.
fn write(state: State, index: usize, person_box: PersonBox, text: String) {
    state.change(|application| {
        if application.people.len() == index {
            application.people.push(Person::default());
        }
        if let Some(person) = application.people.get_mut(index) {
            person.set(person_box, text);
        }
    });
}

fn role(state: State, index: usize) -> AnyView {
    let chosen = state.now().people.get(index).and_then(|person| person.role);
    let option = |role: MailboxRole| {
        let hint = match role {
            MailboxRole::Owner => "Decides who may use it. Two owners are better than one.",
            MailboxRole::Member => "Reads and sends from it.",
        };
        RadioOption { key: role.key().to_owned(), label: role.name().to_owned(), hint: hint.to_owned() }
    };
    let legend = view! { <span class="app-legend">"In the shared mailbox, this person is"</span> };
    let set = Radios {
        place: Place::Person(index, PersonBox::Role),
        legend: legend.into_any(),
        hint: String::new(),
        options: MailboxRole::ALL.map(option).into(),
    };
    let chosen = chosen.map_or("", MailboxRole::key).to_owned();
    radios(state, set, chosen, move |key| write(state, index, PersonBox::Role, key))
}
