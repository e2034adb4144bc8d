//! One line of text, with its label, its hint, and what there is to say about it.

use reactive_graph::graph::untrack;

use super::{hidden, notes};
use crate::app::browser::events;
use crate::app::markup::{Content, View, all, el, live_of};
use crate::app::page::box_id;
use crate::app::state::State;
use crate::rules::finding::{Finding, Place, Severity};

/// What a text box is like.
pub struct TextBox {
    /// What it is about.
    pub place: Place,
    /// Its label.
    pub label: &'static str,
    /// The line under the label; may be empty.
    pub hint: &'static str,
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
    read: impl Fn() -> String + Send + 'static,
    write: impl Fn(String) + 'static,
) -> View {
    let TextBox { place, label, hint, keyboard, width } = text_box;
    let id = box_id(place);
    let stood_before = !untrack(&read).trim().is_empty();
    let has_hint = !hint.is_empty();
    let hint = has_hint.then(|| el("div").class("nhsuk-hint").attr("id", &format!("{id}-hint")).with(hint));
    let input_class = move || {
        let error = if errors_at(state, place).is_empty() { "" } else { "nhsuk-input--error" };
        format!("nhsuk-input {width} {error}")
    };
    let input = el("input")
        .live_attr("class", input_class)
        .attr("type", "text")
        .attr("id", id)
        .attr("inputmode", keyboard)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &described_by(id, has_hint))
        .live_value(read)
        .on("input", move |event| write(events::typed(&event)));
    el("div")
        .live_attr("class", move || group_class(state, place))
        .with(el("label").class("nhsuk-label nhsuk-label--s").attr("for", id).with(label))
        .with(hint)
        .with(error_messages(state, place))
        .with(input)
        .with(el("div").attr("id", &format!("{id}-notes")).with(live_of(
            move || notes_at(state, place, stood_before),
            move |told| notes(state, told.clone()),
        )))
        .view()
}

/// The ids of what describes the box `id`: its hint, its errors, its notes.
fn described_by(id: &str, has_hint: bool) -> String {
    let hint = if has_hint { format!("{id}-hint ") } else { String::new() };
    format!("{hint}{id}-errors {id}-notes")
}

/// The class of the group around a box: it tells whether something is wrong in it.
pub fn group_class(state: State, place: Place) -> String {
    let error = if errors_at(state, place).is_empty() { "" } else { "nhsuk-form-group--error" };
    format!("nhsuk-form-group {error}")
}

/// What is wrong with `place` and has been asked about by Continue.
pub fn errors_at(state: State, place: Place) -> Vec<Finding> {
    let wrong = |finding: &&Finding| finding.holds_form() && finding.severity != Severity::Confirm;
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

/// What is wrong with `place`, in the markup of error messages.
pub fn error_messages(state: State, place: Place) -> View {
    let messages = |errors: &Vec<Finding>| {
        let message = |error: &Finding| {
            el("span")
                .class("nhsuk-error-message")
                .with(hidden("Error: "))
                .with(error.message.as_str())
                .view()
        };
        all(errors.iter().map(message).collect())
    };
    let errors = live_of(move || errors_at(state, place), messages);
    el("div").attr("id", &format!("{}-errors", box_id(place))).with(errors).view()
}
