//! A notice that stands alone: something was done, or is to be decided.

use leptos::prelude::*;

/// A notice, which the keyboard can be put on.
#[component]
pub fn Notice(
    /// By what the keyboard finds it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Whether something went wrong, or cannot be undone.
    #[prop(optional)]
    problem: bool,
    children: Children,
) -> impl IntoView {
    let class = if problem { "app-notice app-notice--problem" } else { "app-notice" };
    view! { <div class=class id=id tabindex="-1">{children()}</div> }
}
