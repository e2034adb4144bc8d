//! What there is to say about a place, beside that place.

use leptos::prelude::*;

use super::{Checkbox, Linked, TextButton};
use crate::app::browser::focus;
use crate::app::router::place_id;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::Confirmation;
use crate::rules::finding::{Finding, Mark, Place};

/// Findings as a list: each with a word that says how grave it is, and with what settles it. Nothing where
/// there is nothing to say.
#[component]
pub fn Notes(
    /// What there is to say.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
) -> impl IntoView {
    let item = Callback::new(|finding| view! { <FindingItem finding /> }.into_any());
    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <ul class="app-notes">
                <EachFinding findings item />
            </ul>
        </Show>
    }
}

/// Findings, drawn by `item`: one that stays is not drawn anew, and keeps the keyboard.
#[component]
pub fn EachFinding(
    /// What is drawn.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// Draws one.
    #[prop(into)]
    item: Callback<Finding, AnyView>,
) -> impl IntoView {
    // Whether the confirmation is given is no part of the key: the box that is ticked is not drawn anew. The
    // value it is about is: another value is another question.
    let key = |finding: &Finding| {
        let Finding { place, rule, message, confirmation, suggestion, .. } = finding.clone();
        (place, rule, message, confirmation, suggestion)
    };
    view! { <For each=move || findings.get() key=key children=move |finding| item.run(finding) /> }
}

#[component]
fn FindingItem(finding: Finding) -> impl IntoView {
    let app = use_app();
    let is_confirmed = {
        let word = finding.confirmation.clone();
        Memo::new(move |_| {
            word.as_ref().is_some_and(|word| {
                app.store.application().with(|application| application.has_confirmed(word))
            })
        })
    };
    let mark = {
        let finding = finding.clone();
        Signal::derive(move || Finding { confirmed: is_confirmed.get(), ..finding.clone() }.mark())
    };
    let Finding { place, message, suggestion, confirmation, .. } = finding;
    let suggestion = suggestion.map(|value| {
        view! {
            <Show when=move || !is_confirmed.get()>
                <UseSuggestion place value=value.clone() />
            </Show>
        }
    });
    let confirm = confirmation.map(|confirmation| view! { <Confirm place confirmation is_confirmed /> });
    view! { <NoteItem mark message>{suggestion}{confirm}</NoteItem> }
}

/// One remark, with the word before it that says how grave it is.
#[component]
pub fn NoteItem(
    /// What it is to the person who reads it.
    #[prop(into)]
    mark: Signal<Mark>,
    /// The remark.
    message: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class=move || note_class(mark.get())>
            <p class="app-note__text">
                <strong>{move || format!("{}: ", mark.get().label())}</strong>
                <Linked text=message />
            </p>
            {children.map(|children| children())}
        </li>
    }
}

fn note_class(mark: Mark) -> &'static str {
    match mark {
        Mark::ToDo | Mark::Missing => "app-note app-note--todo",
        Mark::ToCheck => "app-note app-note--check",
        Mark::Confirmed | Mark::Checked | Mark::Repaired | Mark::GoodToKnow | Mark::Repeated => "app-note",
    }
}

/// The button that puts the value which was probably meant into the box.
#[component]
fn UseSuggestion(place: Place, value: String) -> impl IntoView {
    let app = use_app();
    let text = format!("Use {value}");
    let use_it = move |()| {
        app.announce(format!("Changed to {value}"));
        focus::keep_near(|| {
            app.update(|application| match place {
                Place::Site(site_box) => application.site.set(site_box, value.clone()),
                Place::Person(index, person_box) => {
                    if let Some(person) = application.people.get_mut(index) {
                        person.set(person_box, value.clone());
                    }
                }
                Place::Question(_) | Place::People => {}
            });
        });
    };
    view! { <TextButton on_click=use_it>{text}</TextButton> }
}

/// The box to tick when a person says that what looks odd is right.
#[component]
fn Confirm(
    place: Place,
    confirmation: Confirmation,
    #[prop(into)] is_confirmed: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let id = format!("confirm-{}-{}-{}", confirmation.rule, confirmation.doubt, place_id(place));
    let about = move || app.store.application().with(|application| place.name(application));
    let confirm = {
        let id = id.clone();
        move |is_right| {
            if is_right {
                // Where settled findings are not shown, the box goes with what it settled.
                focus::keep_near(|| app.update(|application| application.confirm(confirmation.clone())));
            } else {
                // It is to do again, and may stand elsewhere: the keyboard goes along.
                app.update(|application| application.take_back(&confirmation));
                focus::focus_element_or_heading(&id);
            }
        }
    };
    view! {
        <Checkbox id checked=is_confirmed on_change=confirm>
            {settles(place)}
            <span class="nhsuk-u-visually-hidden">{move || format!(" ({})", about())}</span>
        </Checkbox>
    }
}

/// What a person says who has looked into it. An answer may be right that somebody was not sure of: what was
/// to be found out is settled, and not the answer.
fn settles(place: Place) -> &'static str {
    match place {
        Place::Question(_) => "I have checked this",
        Place::Site(_) | Place::People | Place::Person(..) => "I have checked, this is right",
    }
}
