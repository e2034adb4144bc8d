//! A name, its value, and the way to change it.

use leptos::prelude::*;

use super::Notes;
use crate::rules::finding::Finding;

/// One row of a summary list.
#[component]
pub fn SummaryRow(
    /// What it is.
    name: &'static str,
    /// Its value; "Not given yet" where it is empty.
    #[prop(into)]
    value: Signal<String>,
    /// What there is to say about it, under the value.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// Where to change it.
    #[prop(into)]
    href: Signal<String>,
    /// Whose it is, for those who hear the Change link alone; may be empty.
    #[prop(optional, into)]
    whose: Signal<String>,
) -> impl IntoView {
    let value = Memo::new(move |_| value.get());
    let shown =
        move || value.with(|value| if value.is_empty() { "Not given yet".to_owned() } else { value.clone() });
    let about = move || {
        whose.with(|whose| if whose.is_empty() { format!(" {name}") } else { format!(" {name} of {whose}") })
    };
    view! {
        <div class="nhsuk-summary-list__row">
            <dt class="nhsuk-summary-list__key">{name}</dt>
            <dd class="nhsuk-summary-list__value">{move || shown()}<Notes findings /></dd>
            <dd class="nhsuk-summary-list__actions">
                <a href=href>"Change"<span class="nhsuk-u-visually-hidden">{move || about()}</span></a>
            </dd>
        </div>
    }
}
