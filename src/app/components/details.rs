//! Help that opens when it is asked for.

use leptos::prelude::*;

/// Something behind a line that says what it is.
#[component]
pub fn Details(
    /// The line.
    #[prop(into)]
    summary: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="nhsuk-details">
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{move || summary.get()}</span>
            </summary>
            <div class="nhsuk-details__text">{children()}</div>
        </details>
    }
}
