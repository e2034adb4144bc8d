//! One box to tick.

use leptos::prelude::*;

/// A box with its label.
#[component]
pub fn Checkbox(
    /// The id of the box.
    #[prop(into)]
    id: String,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Hears of every change.
    #[prop(into)]
    on_change: Callback<bool>,
    /// The label.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="nhsuk-checkboxes nhsuk-checkboxes--small app-tick">
            <div class="nhsuk-checkboxes__item">
                <input
                    class="nhsuk-checkboxes__input"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=checked
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <label class="nhsuk-label nhsuk-checkboxes__label" for=id>{children()}</label>
            </div>
        </div>
    }
}
