//! A day in three boxes.

use leptos::prelude::*;

use super::{ErrorMessages, aria_invalid, input_class};
use crate::day::TypedDay;

/// One of the three boxes: its label, nhsuk-frontend's classes for its width, the keyboard a telephone shows for it,
/// and its text in a typed day.
type DayBox = (&'static str, &'static str, &'static str, fn(&mut TypedDay) -> &mut String);

const DAY_BOXES: [DayBox; 3] = [
    ("Day", "nhsuk-date-input__input nhsuk-input--width-2", "numeric", |day| &mut day.day),
    ("Month", "nhsuk-date-input__input nhsuk-input--width-4", "text", |day| &mut day.month),
    ("Year", "nhsuk-date-input__input nhsuk-input--width-4", "numeric", |day| &mut day.year),
];

/// The three boxes, with what is wrong with them above.
#[component]
pub fn DayBoxes(
    /// The id of the first box: links to the day lead to it.
    id: String,
    /// The line under the legend.
    #[prop(into)]
    hint: String,
    /// What the boxes hold.
    #[prop(into)]
    day: Signal<TypedDay>,
    /// Hears what is typed, with every key.
    #[prop(into)]
    on_input: Callback<TypedDay>,
    /// nhsuk-frontend's class for the size of the legend, or nothing.
    #[prop(optional)]
    legend_class: &'static str,
    /// What is wrong with them.
    errors: Signal<Vec<String>>,
    /// What day it is.
    children: Children,
) -> impl IntoView {
    let ids = [id.clone(), format!("{id}-2"), format!("{id}-3")];
    let hint_id = format!("{id}-hint");
    let described_by = format!("{hint_id} {id}-errors");
    let day_box = move |(box_id, (label, width, inputmode, text)): (String, DayBox)| {
        let type_in = move |typed| {
            let mut day = day.get_untracked();
            *text(&mut day) = typed;
            on_input.run(day);
        };
        view! {
            <div class="nhsuk-date-input__item">
                <label class="nhsuk-label nhsuk-date-input__label" for=box_id.clone()>{label}</label>
                <input
                    class=move || input_class(errors, width)
                    type="text"
                    id=box_id
                    inputmode=inputmode
                    autocomplete="off"
                    aria-invalid=move || aria_invalid(errors)
                    prop:value=move || text(&mut day.get()).clone()
                    on:input:target=move |event| type_in(event.target().value())
                />
            </div>
        }
        .into_any()
    };
    view! {
        <fieldset class="nhsuk-fieldset" aria-describedby=described_by>
            <legend class=format!("nhsuk-fieldset__legend {legend_class}")>{children()}</legend>
            <div class="nhsuk-hint" id=hint_id>{hint}</div>
            <ErrorMessages id errors />
            <div class="nhsuk-date-input">{ids.into_iter().zip(DAY_BOXES).map(day_box).collect_view()}</div>
        </fieldset>
    }
}
