//! One line of text, with its label, its hint, and what there is to say about it.

use leptos::prelude::*;
use reactive_stores::Field;

use super::{ErrorMessages, Notes, form_group_class, input_class};
use crate::app::router::box_id;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::rules::finding::{Finding, Place, Severity};

/// A box. What it holds goes into the store with every key; what is wrong with it shows once Continue was
/// pressed. A value that stood there before is remarked on at once.
#[component]
pub fn TextInput(
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
    let id = box_id(place);
    let stood_before = value.try_with_untracked(|text| !text.trim().is_empty()).unwrap_or(false);
    let hint_id = format!("{id}-hint");
    let described_by = if hint.is_empty() {
        format!("{id}-errors {id}-notes")
    } else {
        format!("{hint_id} {id}-errors {id}-notes")
    };
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> });
    let findings = Memo::new(move |_| {
        let is_remark = |finding: &&Finding| matches!(finding.severity, Severity::Confirm | Severity::Hint);
        if !app.store.submitted().get() && !stood_before {
            return Vec::new();
        }
        app.report.with(|report| report.at(place).filter(is_remark).cloned().collect())
    });
    view! {
        <div class=move || form_group_class(app, place)>
            <label class="nhsuk-label nhsuk-label--s" for=id>{label}</label>
            {hint}
            <ErrorMessages place />
            <input
                class=move || input_class(app, place, width)
                type="text"
                id=id
                inputmode=inputmode
                autocomplete="off"
                autocapitalize=if is_name { "words" } else { "none" }
                spellcheck="false"
                aria-describedby=described_by
                prop:value=move || value.try_get().unwrap_or_default()
                on:input:target=move |event| {
                    value.try_set(event.target().value());
                }
            />
            <div id=format!("{id}-notes")><Notes findings /></div>
        </div>
    }
}
