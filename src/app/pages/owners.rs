//! Who owns the shared mailbox: a tick for each person.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::components::{BackLink, Checkbox, ContinueButton, ErrorMessages, Form, FormGroup, Heading};
use crate::app::router::{Origin, Page};
use crate::app::store::{AppStateStoreFields, FormProblem, use_app};
use crate::application::{ApplicationStoreFields, MailboxRole, Person, PersonId};

pub const TITLE: &str = "Who owns the shared mailbox?";

/// Each person, with a tick for the owners. Continue makes a member of everyone who is not ticked.
#[component]
pub fn OwnersPage(from: Option<Origin>) -> impl IntoView {
    let app = use_app();
    let people = app.store.application().people();
    let leave = from.map_or(Page::People, Origin::page);
    let next = from.map_or(Page::Tasks, Origin::page);
    let ids = move || people.with(|people| people.iter().map(|person| person.id).collect::<Vec<_>>());
    let errors = app.errors_at(FIRST.to_owned());
    let problems = move |()| {
        let owns = |person: &Person| person.role == Some(MailboxRole::Owner);
        let nobody = FormProblem::error(FIRST, "Tick at least one owner.");
        if people.with_untracked(|people| people.iter().any(owns)) { Vec::new() } else { vec![nobody] }
    };
    let go_on = move |()| {
        app.update(|application| {
            for person in &mut application.people {
                person.role.get_or_insert(MailboxRole::Member);
            }
        });
        location::navigate(&next.href());
    };
    let is_anyone = Memo::new(move |_| people.with(|people| !people.is_empty()));
    view! {
        <BackLink href=leave.href() />
        <Show
            when=move || is_anyone.get()
            fallback=move || view! {
                <Heading text=TITLE />
                <p class="nhsuk-body">"Nobody is listed yet. " <a href=Page::Person(0, None).href()>"Add a person"</a></p>
            }
        >
            <Form problems on_continue=go_on>
                <FormGroup errors>
                    <fieldset class="nhsuk-fieldset" aria-describedby="owners-hint owner-1-errors">
                        <legend class="nhsuk-fieldset__legend"><Heading text=TITLE /></legend>
                        <div class="nhsuk-hint" id="owners-hint">
                            "Owners decide who may use the mailbox. Tick two people, or more: then one can be away. Everyone else is a member: they read it and send from it."
                        </div>
                        <ErrorMessages id=FIRST errors />
                        <ForEnumerate each=ids key=|id| *id let(index, id)>
                            <OwnerTick index=index id />
                        </ForEnumerate>
                    </fieldset>
                </FormGroup>
                <ContinueButton text="Continue" />
            </Form>
        </Show>
    }
}

/// The id of the first tick.
const FIRST: &str = "owner-1";

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
