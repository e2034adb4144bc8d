//! One choice out of several.

use leptos::prelude::*;

use super::text_box::{error_messages, errors_at};
use crate::app::page::box_id;
use crate::app::state::State;
use crate::finding::Place;

/// What a set of radios is like.
pub struct Radios {
    /// What it is about.
    pub place: Place,
    /// Its legend: a heading, where the question is the whole screen.
    pub legend: AnyView,
    /// The line under the legend; may be empty.
    pub hint: String,
    /// What can be chosen.
    pub options: Vec<RadioOption>,
}

/// One of the choices.
pub struct RadioOption {
    /// Its name among the others.
    pub key: String,
    /// Its label.
    pub label: String,
    /// The line under its label; may be empty.
    pub hint: String,
}

/// The radios. The chosen key goes to `write` at once; what is wrong shows once Continue was pressed.
pub fn radios(
    state: State,
    radios: Radios,
    chosen: String,
    write: impl Fn(String) + Copy + 'static,
) -> AnyView {
    let Radios { place, legend, hint, options } = radios;
    let id = box_id(place);
    let (hint_id, errors_id) = (format!("{id}-hint"), format!("{id}-errors"));
    let described_by = if hint.is_empty() { errors_id.clone() } else { format!("{hint_id} {errors_id}") };
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> });
    let has_errors = move || !errors_at(state, place).is_empty();
    let errors = move || error_messages(errors_at(state, place));
    let options: Vec<AnyView> = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            let chosen = option.key == chosen;
            // The first radio has the place's id: links to the question lead to it.
            let option_id = if index == 0 { id.to_owned() } else { format!("{id}-{}", index + 1) };
            draw(id, option_id, option, chosen, write)
        })
        .collect();
    view! {
        <div class="nhsuk-form-group" class=("nhsuk-form-group--error", has_errors)>
            <fieldset class="nhsuk-fieldset" aria-describedby=described_by>
                <legend class="nhsuk-fieldset__legend">{legend}</legend>
                {hint}
                <div id=errors_id>{errors}</div>
                <div class="nhsuk-radios">{options}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn draw(
    name: &'static str,
    id: String,
    RadioOption { key, label, hint }: RadioOption,
    chosen: bool,
    write: impl Fn(String) + 'static,
) -> AnyView {
    let hint_id = format!("{id}-option-hint");
    let described_by = (!hint.is_empty()).then(|| hint_id.clone());
    let hint = (!hint.is_empty())
        .then(|| view! { <div class="nhsuk-hint nhsuk-radios__hint" id=hint_id>{hint}</div> });
    let value = key.clone();
    view! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                type="radio"
                id=id.clone()
                name=name
                value=value
                aria-describedby=described_by
                prop:checked=chosen
                on:change=move |_| write(key.clone())
            />
            <label class="nhsuk-label nhsuk-radios__label" for=id>{label}</label>
            {hint}
        </div>
    }
    .into_any()
}
