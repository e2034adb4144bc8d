//! One choice out of several.

use leptos::prelude::*;

use super::{ErrorMessages, FormGroup};
use crate::app::router::box_id;
use crate::app::store::use_app;
use crate::rules::finding::Place;

/// One of the choices.
#[derive(Debug, Clone)]
pub struct RadioOption {
    /// Its name among the others.
    pub key: String,
    /// Its label.
    pub label: String,
    /// The line under its label; may be empty.
    pub hint: &'static str,
}

/// A set of radios. What is wrong shows once Continue was pressed.
#[component]
pub fn Radios(
    /// What it is about.
    place: Place,
    /// The line under the legend; may be empty.
    #[prop(optional)]
    hint: &'static str,
    /// What can be chosen.
    options: Vec<RadioOption>,
    /// The key of what is chosen; empty where nothing is.
    #[prop(into)]
    chosen: Signal<String>,
    /// Hears the key of what is chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// The legend: a heading, where the question is the whole screen.
    children: Children,
) -> impl IntoView {
    let id = box_id(place);
    let errors = use_app().errors_at(id.to_owned());
    let hint_id = format!("{id}-hint");
    let described_by =
        if hint.is_empty() { format!("{id}-errors") } else { format!("{hint_id} {id}-errors") };
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> });
    let options = options.into_iter().enumerate().map(move |(index, option)| {
        // The first radio has the place's id: links to the question lead to it.
        let option_id = if index == 0 { id.to_owned() } else { format!("{id}-{}", index + 1) };
        view! { <Radio name=id id=option_id option chosen on_choose /> }
    });
    view! {
        <FormGroup errors>
            <fieldset class="nhsuk-fieldset" aria-describedby=described_by>
                <legend class="nhsuk-fieldset__legend">{children()}</legend>
                {hint}
                <ErrorMessages id=id.to_owned() errors />
                <div class="nhsuk-radios">{options.collect_view()}</div>
            </fieldset>
        </FormGroup>
    }
}

#[component]
fn Radio(
    name: &'static str,
    id: String,
    option: RadioOption,
    chosen: Signal<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let RadioOption { key, label, hint } = option;
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-option-hint"));
    let hint = hint_id
        .clone()
        .map(|hint_id| view! { <div class="nhsuk-hint nhsuk-radios__hint" id=hint_id>{hint}</div> });
    let is_chosen = {
        let key = key.clone();
        move || chosen.with(|chosen| *chosen == key)
    };
    view! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                type="radio"
                id=id.clone()
                name=name
                value=key.clone()
                aria-describedby=hint_id
                prop:checked=is_chosen
                on:change=move |_| on_choose.run(key.clone())
            />
            <label class="nhsuk-label nhsuk-radios__label" for=id>{label}</label>
            {hint}
        </div>
    }
}
