//! One person: their name, email address and mobile number. Who owns the mailbox is chosen for all together, on
//! `owners`.

use leptos::prelude::*;
use reactive_stores::Field;

use crate::app::browser::location;
use crate::app::components::{
    BackLink, ContinueButton, Form, Heading, PlaceInput, TextButton, problems_at, remove_person,
};
use crate::app::router::{Origin, Page};
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::{ApplicationStoreFields, Person, PersonBox, PersonStoreFields};
use crate::rules::finding::Place;

/// What the screen is called while nobody is named on it.
const NEW: &str = "Add a person";

/// The person at `index`, whom [`navigate`](crate::app::navigate) has put on the list if they are new.
#[component]
pub fn PersonPage(index: usize, from: Option<Origin>) -> impl IntoView {
    let app = use_app();
    let people = app.store.application().people();
    let id = people.with_untracked(|people| people.get(index).map(|person| person.id))?;
    let person = people.at_key(id);
    let name: Field<String> = person.first_name().into();
    let last_name: Field<String> = person.last_name().into();
    let email: Field<String> = person.email().into();
    let mobile: Field<String> = person.mobile().into();
    let leave = from.map_or(Page::People, Origin::page);
    let place = move |person_box| Place::Person(index, person_box);
    let is_listed =
        Memo::new(move |_| people.with(|people| people.get(index).is_some_and(|one| !one.is_empty())));
    // The list of people is where they can be put back.
    let remove = move |()| {
        app.store.undo().set(remove_person(app, id));
        location::navigate(&Page::People.href());
    };
    Some(view! {
        <BackLink href=leave.href() />
        <Form problems=move |()| problems_at(app, &places(index)) on_continue=move |()| location::navigate(&leave.href())>
            <Heading caption=format!("Person {}", index + 1) text=Signal::derive(move || title(app, index)) />
            <PlaceInput
                place=place(PersonBox::FirstName)
                label=PersonBox::FirstName.label()
                inputmode="text"
                is_name=true
                value=name
            />
            <PlaceInput
                place=place(PersonBox::LastName)
                label=PersonBox::LastName.label()
                inputmode="text"
                is_name=true
                value=last_name
            />
            <PlaceInput
                place=place(PersonBox::Email)
                label=PersonBox::Email.label()
                hint="An address only they use, at work or at home. Their NHSmail username is sent to it."
                inputmode="email"
                value=email
            />
            <PlaceInput
                place=place(PersonBox::Mobile)
                label=PersonBox::Mobile.label()
                hint="A UK mobile only they use. Their temporary password is sent to it."
                inputmode="tel"
                width="nhsuk-input--width-20"
                value=mobile
            />
            <ContinueButton text="Save and continue" />
            <p class="nhsuk-body"><a href=leave.href()>"Leave this for later"</a></p>
            <Show when=move || is_listed.get()>
                <p class="nhsuk-body">
                    <TextButton on_click=remove>"Remove this person from the list"</TextButton>
                </p>
            </Show>
        </Form>
    })
}

/// What the window is called. Browsers keep that in their history: nobody is named there.
pub fn window_title(app: AppContext, index: usize) -> String {
    let people = app.store.application().people();
    if people.with(|people| people.get(index).is_none_or(|person| person.full_name().is_empty())) {
        NEW.to_owned()
    } else {
        format!("Person {}", index + 1)
    }
}

/// What the screen is called: after the person, once there is one.
fn title(app: AppContext, index: usize) -> String {
    let people = app.store.application().people();
    match people.with(|people| people.get(index).map(Person::full_name)) {
        Some(name) if !name.is_empty() => name,
        _ => NEW.to_owned(),
    }
}

/// What the screen asks about. Who owns the mailbox is chosen elsewhere, after this.
fn places(index: usize) -> Vec<Place> {
    let boxes = PersonBox::ALL.into_iter().filter(|person_box| *person_box != PersonBox::Role);
    boxes.map(|person_box| Place::Person(index, person_box)).collect()
}
