//! A name, its value, and the way to change it.

use leptos::prelude::*;

use super::Notes;
use crate::app::router::{Route, change_id};
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
    /// Where to change it, if it is changed alone.
    #[prop(optional, into)]
    change: Option<Route>,
) -> impl IntoView {
    let value = Memo::new(move |_| value.get());
    let shown =
        move || value.with(|value| if value.is_empty() { "Not given yet".to_owned() } else { value.clone() });
    let change = change.map(|route| {
        view! {
            <dd class="nhsuk-summary-list__actions">
                <a id=change_id(route.page) href=route.href()>"Change"<span class="nhsuk-u-visually-hidden">{format!(" {name}")}</span></a>
            </dd>
        }
    });
    let class = if change.is_some() {
        "nhsuk-summary-list__row"
    } else {
        "nhsuk-summary-list__row nhsuk-summary-list__row--no-actions"
    };
    view! {
        <div class=class>
            <dt class="nhsuk-summary-list__key">{name}</dt>
            <dd class="nhsuk-summary-list__value">{move || shown()}<Notes findings /></dd>
            {change}
        </div>
    }
}
