//! Who owns the shared mailbox: a tick for each person.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::browser::{focus, location};
use crate::app::components::{BackLink, Checkbox, ContinueButton, Heading};
use crate::app::router::{Origin, Page};
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{ApplicationStoreFields, MailboxRole, Person, PersonId};
use crate::rules::finding::Place;

pub const TITLE: &str = "Who owns the shared mailbox?";

/// Each person, with a tick for the owners. Continue makes a member of everyone who is not ticked.
#[component]
pub fn OwnersPage(from: Option<Origin>) -> impl IntoView {
    let app = use_app();
    let people = app.store.application().people();
    let leave = from.map_or(Page::People, Origin::page);
    let next = from.map_or(Page::Tasks, Origin::page);
    let ids = move || people.with(|people| people.iter().map(|person| person.id).collect::<Vec<_>>());
    let owners =
        |people: &Vec<Person>| people.iter().filter(|person| person.role == Some(MailboxRole::Owner)).count();
    let is_wrong = Memo::new(move |_| app.store.submitted().get() && people.with(owners) == 0);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        app.update(|application| {
            for person in &mut application.people {
                person.role.get_or_insert(MailboxRole::Member);
            }
        });
        if people.with_untracked(owners) == 0 {
            app.store.submitted().set(true);
            return focus::focus_element("error-summary");
        }
        location::navigate(&next.href());
    };
    let first = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::focus_element("owner-1");
    };
    let group =
        move || if is_wrong.get() { "nhsuk-form-group nhsuk-form-group--error" } else { "nhsuk-form-group" };
    let is_anyone = Memo::new(move |_| people.with(|people| !people.is_empty()));
    view! {
        <BackLink href=leave.href() />
        <Show when=move || is_wrong.get()>
            <div class="nhsuk-error-summary" id="error-summary" tabindex="-1">
                <div role="alert">
                    <h2 class="nhsuk-error-summary__title">"There is a problem"</h2>
                    <div class="nhsuk-error-summary__body">
                        <ul class="nhsuk-list nhsuk-error-summary__list">
                            <li><a href=Page::Owners.href() on:click=first>{NOBODY}</a></li>
                        </ul>
                    </div>
                </div>
            </div>
        </Show>
        <Show
            when=move || is_anyone.get()
            fallback=move || view! {
                <Heading text=TITLE />
                <p class="nhsuk-body">"Nobody is listed yet. " <a href=Page::Person(0, None).href()>"Add a person"</a></p>
            }
        >
            <form novalidate on:submit=submit>
                <div class=group>
                    <fieldset class="nhsuk-fieldset" aria-describedby="owners-hint owners-error">
                        <legend class="nhsuk-fieldset__legend"><Heading text=TITLE /></legend>
                        <div class="nhsuk-hint" id="owners-hint">
                            "Owners decide who may use the mailbox. Tick two people, or more: then one can be away. Everyone else is a member: they read it and send from it."
                        </div>
                        <div id="owners-error">
                            <Show when=move || is_wrong.get()>
                                <span class="nhsuk-error-message">
                                    <span class="nhsuk-u-visually-hidden">"Error: "</span>
                                    {NOBODY}
                                </span>
                            </Show>
                        </div>
                        <ForEnumerate each=ids key=|id| *id let(index, id)>
                            <OwnerTick index=index id />
                        </ForEnumerate>
                    </fieldset>
                </div>
                <ContinueButton text="Continue" />
            </form>
        </Show>
    }
}

/// What the screen asks about.
pub fn places() -> Vec<Place> {
    vec![Place::People]
}

/// What to do where nobody is ticked.
const NOBODY: &str = "Tick at least one owner.";

/// The tick of the person `id`, who stands at `index`.
#[component]
fn OwnerTick(
    /// Where they stand in the list, counted from 0.
    #[prop(into)]
    index: Signal<usize>,
    /// Who it is.
    id: PersonId,
) -> impl IntoView {
    let app = use_app();
    let people = app.store.application().people();
    let role = Memo::new(move |_| {
        people.with(|people| people.iter().find(|person| person.id == id).and_then(|person| person.role))
    });
    let name = move || app.store.application().with(|application| application.call_person(index.get()));
    let own = move |is_owner| {
        let role = if is_owner { MailboxRole::Owner } else { MailboxRole::Member };
        app.update(|application| {
            if let Some(person) = application.people.iter_mut().find(|person| person.id == id) {
                person.role = Some(role);
            }
        });
    };
    view! {
        <Checkbox
            id=format!("owner-{}", index.get_untracked() + 1)
            checked=Signal::derive(move || role.get() == Some(MailboxRole::Owner))
            on_change=own
        >
            {move || name()}
        </Checkbox>
    }
}
