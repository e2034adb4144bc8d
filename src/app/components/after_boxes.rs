//! Boxes of the screens for the day after: a line of text, and a day in three boxes.

use leptos::prelude::*;

use super::TooLong;
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::{AfterBox, ApplicationStoreFields};
use crate::day::TypedDay;
use crate::fields::secret::secret_in;

/// The id of the box for `after_box` on its screen: of a day, the first of its three.
pub fn after_box_id(after_box: AfterBox) -> String {
    after_box.key().replace('/', "-")
}

fn typed(app: AppContext, after_box: AfterBox) -> String {
    app.store.application().afterwards().with(|afterwards| afterwards.typed(after_box).to_owned())
}

/// One line of text. What it holds goes into the store with every key.
#[component]
pub fn AfterText(
    /// What it holds.
    after_box: AfterBox,
    /// Its label.
    label: &'static str,
    /// The line under the label; may be empty.
    #[prop(optional)]
    hint: &'static str,
    /// Which keyboard a telephone shows: `text`, `tel`, `email`.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// What is wrong with it, once Continue was pressed.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let app = use_app();
    // What works as a password is said at once: it goes into no letter and no file.
    let secret = move || secret_in(&typed(app, after_box)).map(|secret| secret.to_string());
    let error = Signal::derive(move || secret().or_else(|| error.get()));
    let id = after_box_id(after_box);
    let (hint_id, errors_id) = (format!("{id}-hint"), format!("{id}-errors"));
    let described_by = if hint.is_empty() { errors_id.clone() } else { format!("{hint_id} {errors_id}") };
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> });
    view! {
        <div class=move || group_class(error)>
            <label class="nhsuk-label nhsuk-label--s" for=id.clone()>{label}</label>
            {hint}
            <div id=errors_id>
                <TooLong box_id=id.clone() />
                {move || message(error)}
            </div>
            <input
                class=move || format!("nhsuk-input {}", error_class(error))
                type="text"
                id=id
                inputmode=inputmode
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described_by
                prop:value=move || typed(app, after_box)
                on:input:target=move |event| {
                    let text = event.target().value();
                    app.update(|application| application.afterwards.set(after_box, text));
                }
            />
        </div>
    }
}

/// One of the three boxes of a day: its label, nhsuk-frontend's classes for its width, the keyboard a telephone
/// shows for it, and its text in a typed day.
type DayBox = (&'static str, &'static str, &'static str, fn(&mut TypedDay) -> &mut String);

const DAY_BOXES: [DayBox; 3] = [
    ("Day", "nhsuk-input--width-2", "numeric", |day| &mut day.day),
    ("Month", "nhsuk-input--width-4", "text", |day| &mut day.month),
    ("Year", "nhsuk-input--width-4", "numeric", |day| &mut day.year),
];

/// A day in three boxes.
#[component]
pub fn AfterDay(
    /// What it holds.
    after_box: AfterBox,
    /// What day it is.
    legend: &'static str,
    /// The line under it.
    hint: &'static str,
    /// What is wrong with it, once Continue was pressed.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let app = use_app();
    let id = after_box_id(after_box);
    let day = move || app.store.application().afterwards().with(|afterwards| afterwards.typed_day(after_box));
    let day_box = {
        let id = id.clone();
        move |(index, (label, width, inputmode, text)): (usize, DayBox)| {
            let box_id = if index == 0 { id.clone() } else { format!("{id}-{}", index + 1) };
            let class = move || format!("nhsuk-input nhsuk-date-input__input {width} {}", error_class(error));
            view! {
                <div class="nhsuk-date-input__item">
                    <label class="nhsuk-label nhsuk-date-input__label" for=box_id.clone()>{label}</label>
                    <input
                        class=class
                        type="text"
                        id=box_id
                        inputmode=inputmode
                        autocomplete="off"
                        prop:value=move || text(&mut day()).clone()
                        on:input:target=move |event| {
                            let typed = event.target().value();
                            app.update(|application| {
                                let mut day = application.afterwards.typed_day(after_box);
                                *text(&mut day) = typed;
                                application.afterwards.set_day(after_box, &day);
                            });
                        }
                    />
                </div>
            }
        }
    };
    view! {
        <div class=move || group_class(error)>
            <fieldset class="nhsuk-fieldset" aria-describedby=format!("{id}-hint {id}-errors")>
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
                <div class="nhsuk-hint" id=format!("{id}-hint")>{hint}</div>
                <div id=format!("{id}-errors")>
                    <TooLong box_id=id.clone() />
                    {move || message(error)}
                </div>
                <div class="nhsuk-date-input">{DAY_BOXES.into_iter().enumerate().map(day_box).collect_view()}</div>
            </fieldset>
        </div>
    }
}

fn group_class(error: Signal<Option<String>>) -> &'static str {
    if error.with(Option::is_some) { "nhsuk-form-group nhsuk-form-group--error" } else { "nhsuk-form-group" }
}

fn error_class(error: Signal<Option<String>>) -> &'static str {
    if error.with(Option::is_some) { "nhsuk-input--error" } else { "" }
}

fn message(error: Signal<Option<String>>) -> impl IntoView {
    error.get().map(|error| {
        view! {
            <span class="nhsuk-error-message">
                <span class="nhsuk-u-visually-hidden">"Error: "</span>
                {error}
            </span>
        }
    })
}
