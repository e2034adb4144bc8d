//! One line of text, with its label, its hint, and what there is to say about it.

use leptos::prelude::*;
use reactive_stores::Field;

use super::{ErrorMessages, FormGroup, Notes, aria_invalid, input_class};
use crate::app::router::{Page, box_id};
use crate::app::store::{AppStateStoreFields, use_app};
use crate::rules::finding::{Finding, Place, Severity};

/// A box for one line of text.
#[component]
pub fn TextInput(
    /// Its id.
    id: String,
    /// Its label.
    label: &'static str,
    /// The line under the label; may be empty.
    hint: &'static str,
    /// Which keyboard a telephone shows: `text`, `tel`, `email`.
    inputmode: &'static str,
    /// nhsuk-frontend's class for its width, or nothing.
    #[prop(optional)]
    width: &'static str,
    /// Whether it holds a name, whose words a telephone begins with capitals.
    #[prop(optional)]
    is_name: bool,
    /// What it holds.
    #[prop(into)]
    value: Signal<String>,
    /// Hears what is typed, with every key.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong with it.
    errors: Signal<Vec<String>>,
    /// What else there is to say about it.
    #[prop(optional, into)]
    findings: Signal<Vec<Finding>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = if hint.is_empty() {
        format!("{id}-errors {id}-notes")
    } else {
        format!("{hint_id} {id}-errors {id}-notes")
    };
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> });
    view! {
        <FormGroup errors>
            <label class="nhsuk-label nhsuk-label--s" for=id.clone()>{label}</label>
            {hint}
            <ErrorMessages id=id.clone() errors />
            <input
                class=move || input_class(errors, width)
                type="text"
                id=id.clone()
                inputmode=inputmode
                autocomplete="off"
                autocapitalize=if is_name { "words" } else { "none" }
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=move || aria_invalid(errors)
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            />
            <div id=format!("{id}-notes")><Notes findings /></div>
        </FormGroup>
    }
}

/// A box of the application. What it holds goes into the store with every key; what is wrong with it shows once
/// Continue was pressed. A value that stood there before is remarked on at once.
#[component]
pub fn PlaceInput(
    /// What it is about.
    place: Place,
    /// Its label.
    label: &'static str,
    /// The line under the label; may be empty.
    #[prop(optional)]
    hint: &'static str,
    /// Which keyboard a telephone shows: `text`, `tel`, `email`.
    inputmode: &'static str,
    /// nhsuk-frontend's class for its width, or nothing.
    #[prop(optional)]
    width: &'static str,
    /// Whether it holds a name, whose words a telephone begins with capitals.
    #[prop(optional)]
    is_name: bool,
    /// What it holds.
    #[prop(into)]
    value: Field<String>,
) -> impl IntoView {
    let app = use_app();
    let id = box_id(place).to_owned();
    let stood_before = value.try_with_untracked(|text| !text.trim().is_empty()).unwrap_or(false);
    // Whoever was sent to this very box is told here, too, what to put right in it.
    let route = app.store.route().get_untracked();
    let is_sent_here = route.from.is_some() && route.page == Page::of(place);
    let findings = Memo::new(move |_| {
        let is_submitted = app.store.problems().with(Option::is_some);
        let is_remark = |finding: &&Finding| match finding.severity {
            Severity::Confirm | Severity::Hint => is_submitted || stood_before,
            Severity::Blocker => is_sent_here && !is_submitted,
            Severity::Missing => false,
        };
        app.report.with(|report| report.at(place).filter(is_remark).cloned().collect::<Vec<_>>())
    });
    let on_input = move |text| {
        value.try_set(text);
    };
    view! {
        <TextInput
            errors=app.errors_at(id.clone())
            id
            label
            hint
            inputmode
            width
            is_name
            value=Signal::derive(move || value.try_get().unwrap_or_default())
            on_input
            findings
        />
    }
}
