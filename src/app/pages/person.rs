//! One person: their name, email address, mobile number, and what they may do with the mailbox.

use crate::app::browser::location;
use crate::app::markup::{Content, View, all, el, live_of, nothing};
use crate::app::page::{Origin, Page};
use crate::app::parts::{
    Form, RadioOption, Radios, TextBox, back_link, body, continue_button, heading, link, radios, text_box,
};
use crate::app::state::State;
use crate::application::{MailboxRole, Person, PersonBox};
use crate::rules::finding::Place;

pub fn person(state: State, index: usize, from: Option<Origin>) -> View {
    let listed = state.now().people.len();
    // An address may number a person who is not there, after one was removed: the next one is new.
    if index > listed {
        location::replace(&Page::Person(listed, None).href());
        return nothing();
    }
    let leave = from.map_or(Page::People, Origin::page);
    let content = all(vec![
        live_of(move || title(state, index), move |title| heading(&format!("Person {}", index + 1), title)),
        one(state, index, PersonBox::FirstName, "", "text"),
        one(state, index, PersonBox::LastName, "", "text"),
        one(
            state,
            index,
            PersonBox::Email,
            "An address only they use, at work or at home. Their NHSmail username is sent to it.",
            "email",
        ),
        one(
            state,
            index,
            PersonBox::Mobile,
            "A UK mobile only they use. Their temporary password is sent to it.",
            "tel",
        ),
        role(state, index),
        continue_button("Save and continue"),
        body(link(leave.href(), "Leave this for later")),
    ]);
    // A new person is on the list from Continue on, so that it can say what is missing.
    let list = move || {
        if state.now().people.len() == index {
            state.change(|application| application.people.push(Person::default()));
        }
    };
    let form = Form {
        places: places(index),
        before: Box::new(list),
        go_on: Box::new(move || location::go(&leave.href())),
    };
    all(vec![back_link(leave.href(), "Back"), form.draw(state, content)])
}

/// What the screen is called: after the person, once there is one.
pub fn title(state: State, index: usize) -> String {
    match state.application.with(|application| application.people.get(index).map(Person::full_name)) {
        Some(name) if !name.is_empty() => name,
        _ => "Add a person".to_owned(),
    }
}

/// What the screen asks about.
pub fn places(index: usize) -> Vec<Place> {
    PersonBox::ALL.map(|person_box| Place::Person(index, person_box)).into()
}

fn one(
    state: State,
    index: usize,
    person_box: PersonBox,
    hint: &'static str,
    keyboard: &'static str,
) -> View {
    let width = if person_box == PersonBox::Mobile { "nhsuk-input--width-20" } else { "" };
    let text =
        TextBox { place: Place::Person(index, person_box), label: person_box.label(), hint, keyboard, width };
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

fn role(state: State, index: usize) -> View {
    let chosen = state.now().people.get(index).and_then(|person| person.role);
    let option = |role: MailboxRole| {
        let hint = match role {
            MailboxRole::Owner => "Decides who may use it. Two owners are better than one.",
            MailboxRole::Member => "Reads and sends from it.",
        };
        RadioOption { key: role.key().to_owned(), label: role.name().to_owned(), hint }
    };
    let set = Radios {
        place: Place::Person(index, PersonBox::Role),
        legend: el("span").class("app-legend").with("In the shared mailbox, this person is").view(),
        hint: "",
        options: MailboxRole::ALL.map(option).into(),
        chosen: chosen.map_or("", MailboxRole::key).to_owned(),
    };
    radios(state, set, move |key| write(state, index, PersonBox::Role, key))
}
