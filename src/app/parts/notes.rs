//! What there is to say about a place, beside that place.

use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::page::box_id;
use crate::app::state::State;
use crate::application::Confirmation;
use crate::finding::{Finding, Place, Severity};

/// `findings` as a list: each with a word that says how grave it is, and with the buttons that
/// settle it. Empty where there is nothing to say.
pub fn notes(state: State, findings: Vec<Finding>) -> AnyView {
    if findings.is_empty() {
        return ().into_any();
    }
    let notes: Vec<AnyView> = findings.into_iter().map(|finding| note(state, finding)).collect();
    view! { <ul class="app-notes">{notes}</ul> }.into_any()
}

fn note(state: State, finding: Finding) -> AnyView {
    let class = format!("app-note app-note--{}", style(&finding));
    let word = mark(&finding);
    let about = finding.place.name(&state.now());
    let better = finding.suggestion.clone().filter(|_| !finding.confirmed);
    let use_better = better.map(|better| use_button(state, finding.place, better));
    let settle = finding.confirmation.clone().map(|word| settle(state, &finding, word, about));
    view! {
        <li class=class>
            <p class="app-note__text"><strong>{word}": "</strong>{finding.message.clone()}</p>
            {use_better}
            {settle}
        </li>
    }
    .into_any()
}

/// The word before a finding that says how grave it is.
fn mark(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Blocker => "To do",
        Severity::Missing => "Still to give",
        Severity::Confirm if finding.confirmed => "You said this is right",
        Severity::Confirm => "To check",
        Severity::Hint if finding.repair.is_some() => "Tidied",
        Severity::Hint => "Good to know",
    }
}

fn style(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Blocker | Severity::Missing => "todo",
        Severity::Confirm if !finding.confirmed => "check",
        Severity::Confirm | Severity::Hint => "hint",
    }
}

/// The button that puts the value which was probably meant into the box.
fn use_button(state: State, place: Place, better: String) -> AnyView {
    let text = format!("Use {better}");
    let act = move |_| {
        let better = better.clone();
        state.said.set(format!("Changed to {better}"));
        state.change(|application| match place {
            Place::Site(site_box) => application.site.set(site_box, better),
            Place::Person(index, person_box) => {
                if let Some(person) = application.people.get_mut(index) {
                    person.set(person_box, better);
                }
            }
            Place::Question(_) | Place::People => {}
        });
        focus::element(box_id(place));
    };
    view! { <button class="app-link-button" type="button" on:click=act>{text}</button> }.into_any()
}

/// The box to tick when a person says that what looks odd is right. Ticking keeps the place of the
/// keyboard: the new box has the old one's id.
fn settle(state: State, finding: &Finding, word: Confirmation, about: String) -> AnyView {
    let id = format!("confirm-{}-{}-{}", word.rule, word.doubt, place_number(finding.place));
    let confirmed = finding.confirmed;
    let target = id.clone();
    let toggle = move |_| {
        let word = word.clone();
        state.change(
            |application| {
                if confirmed { application.take_back(&word) } else { application.confirm(word) }
            },
        );
        focus::element(&target);
    };
    view! {
        <div class="nhsuk-checkboxes nhsuk-checkboxes--small app-note__settle">
            <div class="nhsuk-checkboxes__item">
                <input
                    class="nhsuk-checkboxes__input"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=confirmed
                    on:change=toggle
                />
                <label class="nhsuk-label nhsuk-checkboxes__label" for=id>
                    "I have checked, this is right"
                    <span class="nhsuk-u-visually-hidden">": "{about}</span>
                </label>
            </div>
        </div>
    }
    .into_any()
}

fn place_number(place: Place) -> String {
    match place {
        Place::Person(index, _) => format!("{}-{}", index + 1, box_id(place)),
        Place::Question(question) => question.wording().key.to_owned(),
        _ => box_id(place).to_owned(),
    }
}
