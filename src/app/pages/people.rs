//! The people who need accounts, a card each.

use leptos::prelude::*;

use super::import;
use crate::app::browser::focus;
use crate::app::components::{BackLink, Button, FixNames, Heading, LinkButton, Notes, Notice, PersonCards};
use crate::app::router::{Origin, Page, Route};
use crate::app::store::{AppStateStoreFields, PeopleChange, Undo, use_app};
use crate::application::{Application, ApplicationStoreFields, MOST_PEOPLE, MailboxRole};
use crate::rules::finding::Place;
use crate::text::with_and;

pub const TITLE: &str = "People who need accounts";

#[component]
pub fn PeoplePage() -> impl IntoView {
    let app = use_app();
    let how_many = app.settings.with_value(|settings| {
        format!(
            "List {} to {} people. Each needs an email address and a mobile number of their own. Personal ones will do.",
            settings.fewest_accounts, settings.most_accounts
        )
    });
    let people = app.store.application().people();
    let count = Memo::new(move |_| people.with(Vec::len));
    let add = move || Page::Person(count.get(), None).href();
    let listed = move || match count.get() {
        1 => "1 person is listed.".to_owned(),
        count => format!("{count} people are listed."),
    };
    let findings = move || app.report.with(|report| report.at(Place::People).cloned().collect::<Vec<_>>());
    let owners = move || app.store.application().with(owners_in_words);
    let choose_owners = || Route { page: Page::Owners, from: Some(Origin::People) }.href();
    // Whoever has no role yet is asked about on the way on.
    let next = move || {
        let is_open = people.with(|people| people.iter().any(|person| person.role.is_none()));
        if is_open { Page::Owners.href() } else { Page::Tasks.href() }
    };
    let bring = || view! { <p class="nhsuk-body"><a href=Page::Import.href()>{import::TITLE}</a></p> };
    view! {
        <BackLink href=Page::Tasks.href() text="Back to the task list" />
        <Heading text=TITLE />
        <p class="nhsuk-body">{how_many}</p>
        <UndoNotice />
        <Show
            when=move || count.get() != 0
            fallback=move || view! {
                <p class="nhsuk-body"><strong>"Nobody is listed yet."</strong></p>
                <LinkButton href=Page::Person(0, None).href() text="Add a person" />
                {bring()}
            }
        >
            <p class="nhsuk-body"><strong>{move || listed()}</strong></p>
            <Notes findings=Signal::derive(findings) />
            <FixNames />
            <p class="nhsuk-body">
                {move || owners()} " "
                <a href=choose_owners>"Choose who owns the mailbox"</a>
            </p>
            <PersonCards />
            <Show
                when=move || count.get() < MOST_PEOPLE
                fallback=|| view! { <p class="nhsuk-body">{format!("One application lists up to {MOST_PEOPLE} people.")}</p> }
            >
                <p class="nhsuk-body">
                    <LinkButton href=Signal::derive(add) text="Add another person" secondary=true />
                </p>
                {bring()}
            </Show>
            <LinkButton href=Signal::derive(next) text="Continue" />
        </Show>
    }
}

/// Who owns the mailbox, in a sentence.
fn owners_in_words(application: &Application) -> String {
    let people = application.people.iter().enumerate();
    let owners = people.filter(|(_, person)| person.role == Some(MailboxRole::Owner));
    let names: Vec<String> = owners.map(|(index, _)| application.call_person(index)).collect();
    match names.as_slice() {
        [] => "Nobody owns the shared mailbox yet.".to_owned(),
        [one] => format!("{one} owns the shared mailbox."),
        several => format!("{} own the shared mailbox.", with_and(several)),
    }
}

/// What was done to the list, with the way to take it back.
#[component]
fn UndoNotice() -> impl IntoView {
    let app = use_app();
    let take_back = move |()| {
        if let Some(Undo { change, .. }) = app.store.undo().get_untracked() {
            app.update(|application| match change {
                PeopleChange::Removed(at, person) => {
                    let at = at.min(application.people.len());
                    application.people.insert(at, person);
                }
                PeopleChange::Added(ids) => {
                    application.people.retain(|person| !ids.contains(&person.id));
                }
                PeopleChange::Renamed(before) => {
                    for before in before {
                        let person = application.people.iter_mut().find(|person| person.id == before.id);
                        if let Some(person) = person {
                            person.first_name = before.first_name;
                            person.last_name = before.last_name;
                        }
                    }
                }
            });
            app.store.undo().set(None);
            app.announce("Put back");
            focus::focus_heading();
        }
    };
    let message = move || app.store.undo().with(|undo| undo.as_ref().map(|undo| undo.message.clone()));
    view! {
        <Show when=move || message().is_some()>
            <Notice id="undo">
                <p>{move || message().unwrap_or_default()}</p>
                <Button on_click=take_back>"Undo"</Button>
            </Notice>
        </Show>
    }
}
