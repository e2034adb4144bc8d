//! One person in a list, with everything given about them and the way to change it.

use leptos::prelude::*;

use super::{SummaryRow, TextButton};
use crate::app::router::{Origin, Page, Route, change_id};
use crate::app::store::{AppContext, AppStateStoreFields, PeopleChange, Undo, use_app};
use crate::application::{ApplicationStoreFields, PersonBox, PersonId};
use crate::rules::finding::Place;

/// A card for everyone listed, in their order. `from` leads Change back to where it was chosen.
#[component]
pub fn PersonCards(
    /// The screen that Change leads back to; its cards have no Remove.
    #[prop(optional_no_strip)]
    from: Option<Origin>,
) -> impl IntoView {
    let people = use_app().store.application().people();
    let ids = move || people.with(|people| people.iter().map(|person| person.id).collect::<Vec<_>>());
    let card = move |index: ReadSignal<usize>, id| view! { <PersonCard id index from /> };
    view! { <ForEnumerate each=ids key=|id| *id children=card /> }
}

/// Takes the person `id` off the list. Returns how to put them back; `None` where nobody has that id.
pub fn remove_person(app: AppContext, id: PersonId) -> Option<Undo> {
    let application = app.application();
    let at = application.people.iter().position(|person| person.id == id)?;
    let person = application.people.get(at)?.clone();
    let message = format!("{} was removed from the list.", application.call_person(at));
    app.update(|application| application.people.retain(|other| other.id != id));
    Some(Undo { message, change: PeopleChange::Removed(at, person) })
}

/// The card of the person `id`, who stands at `index`.
#[component]
fn PersonCard(
    /// Who it is.
    id: PersonId,
    /// Where they stand in the list, counted from 0.
    #[prop(into)]
    index: Signal<usize>,
    /// The screen that Change leads back to, and that has no Remove.
    from: Option<Origin>,
) -> impl IntoView {
    let app = use_app();
    let name =
        Memo::new(move |_| app.store.application().with(|application| application.call_person(index.get())));
    let row = move |person_box: PersonBox| {
        // By id, and with nothing for somebody who has just been removed: the card may be asked once more.
        let value = move || {
            let people = app.store.application().people();
            people.with(|people| {
                people
                    .iter()
                    .find(|person| person.id == id)
                    .map(|person| person.value(person_box))
                    .unwrap_or_default()
            })
        };
        // Where answers are checked, what is outstanding stands above them all.
        let findings = move || {
            let mut findings =
                app.report.with(|report| report.given_at(Place::Person(index.get(), person_box)));
            findings.retain(|finding| from.is_none() || !finding.is_outstanding());
            findings
        };
        view! {
            <SummaryRow
                name=person_box.label()
                value=Signal::derive(value)
                findings=Signal::derive(findings)
            />
        }
    };
    let page = move || Page::Person(index.get(), None);
    let change = move || Route { page: page(), from }.href();
    let remove = move |()| {
        if let Some(undo) = remove_person(app, id) {
            app.offer_undo(undo);
        }
    };
    let remove_button = from.is_none().then(|| {
        view! {
            <TextButton on_click=remove>
                "Remove"
                <span class="nhsuk-u-visually-hidden">" " {move || name.get()}</span>
            </TextButton>
        }
    });
    view! {
        <section class="nhsuk-card app-person">
            <div class="nhsuk-card__content">
                <div class="app-person__top">
                    <h2 class="nhsuk-card__heading nhsuk-heading-m">{move || name.get()}</h2>
                    <div class="app-person__actions app-screen-only">
                        <a id=move || change_id(page()) href=change>
                            "Change"
                            <span class="nhsuk-u-visually-hidden">{move || format!(" {}: name, email address and mobile number", name.get())}</span>
                        </a>
                        {remove_button}
                    </div>
                </div>
                <dl class="nhsuk-summary-list">{PersonBox::ALL.map(row).collect_view()}</dl>
            </div>
        </section>
    }
}
