//! What a button that was pressed waits for.

use leptos::prelude::*;

use super::ErrorMessage;

/// What to do first, above a button that was pressed and does nothing yet: the keyboard stays on it. Whoever presses
/// it [announces](crate::app::store::AppContext::announce) the same.
#[component]
pub fn BesideButton(
    /// What to do; `None` where there is nothing.
    #[prop(into)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    move || problem.get().map(|text| view! { <ErrorMessage text /> })
}
