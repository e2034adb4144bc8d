//! One line of text, with its label, its hint, and what there is to say about it.

use leptos::prelude::*;

use super::notes::notes;
use crate::app::page::box_id;
use crate::app::state::State;
use crate::finding::{Finding, Place, Severity};

/// What a text box is like.
pub struct TextBox {
    /// What it is about.
    pub place: Place,
    /// Its label.
    pub label: &'static str,
    /// The line under the label; may be empty.
    pub hint: String,
    /// Which keyboard a telephone shows: `text`, `tel`, `email`.
    pub keyboard: &'static str,
    /// nhsuk-frontend's class for its width, or nothing.
    pub width: &'static str,
}

/// The box. What it holds goes into the application with every key, by `write`; what is wrong with
/// it shows once Continue was pressed. A value that stood there before is noted on at once.
pub fn text_box(
    state: State,
    text_box: TextBox,
    read: impl Fn() -> String + Copy + Send + 'static,
    write: impl Fn(String) + 'static,
) -> AnyView {
    let TextBox { place, label, hint, keyboard, width } = text_box;
    let id = box_id(place);
    let stood_before = !untrack(read).trim().is_empty();
    let (hint_id, errors_id, notes_id) =
        (format!("{id}-hint"), format!("{id}-errors"), format!("{id}-notes"));
    let described_by = if hint.is_empty() {
        format!("{errors_id} {notes_id}")
    } else {
        format!("{hint_id} {errors_id} {notes_id}")
    };
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> });
    let has_errors = move || !errors_at(state, place).is_empty();
    let errors = move || error_messages(errors_at(state, place));
    let told = Memo::new(move |_| notes_at(state, place, stood_before));
    view! {
        <div class="nhsuk-form-group" class=("nhsuk-form-group--error", has_errors)>
            <label class="nhsuk-label nhsuk-label--s" for=id>{label}</label>
            {hint}
            <div id=errors_id>{errors}</div>
            <input
                class=format!("nhsuk-input {width}")
                class=("nhsuk-input--error", has_errors)
                type="text"
                id=id
                inputmode=keyboard
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described_by
                prop:value=read
                on:input=move |event| write(event_target_value(&event))
            />
            <div id=notes_id>{move || notes(state, told.get())}</div>
        </div>
    }
    .into_any()
}

/// What is wrong with `place` and has been asked about by Continue.
pub fn errors_at(state: State, place: Place) -> Vec<Finding> {
    let wrong = |finding: &&Finding| matches!(finding.severity, Severity::Blocker | Severity::Missing);
    if !state.attempted.get() {
        return Vec::new();
    }
    state.report.with(|report| report.at(place).filter(wrong).cloned().collect())
}

/// What else there is to say about `place`: what a person may confirm or like to know.
fn notes_at(state: State, place: Place, stood_before: bool) -> Vec<Finding> {
    let told = |finding: &&Finding| matches!(finding.severity, Severity::Confirm | Severity::Hint);
    if !state.attempted.get() && !stood_before {
        return Vec::new();
    }
    state.report.with(|report| report.at(place).filter(told).cloned().collect())
}

/// `errors` in the markup of an error message.
pub(super) fn error_messages(errors: Vec<Finding>) -> AnyView {
    let messages: Vec<AnyView> = errors
        .into_iter()
        .map(|error| {
            view! {
                <span class="nhsuk-error-message">
                    <span class="nhsuk-u-visually-hidden">"Error: "</span>
                    {error.message}
                </span>
            }
            .into_any()
        })
        .collect();
    messages.into_any()
}
