//! The heading of a screen, which takes the focus when the screen opens, and the way back above it.

use leptos::prelude::*;

/// The screen's `h1`, with a line above it that may be empty: "Question 2 of 6".
#[component]
pub fn Heading(
    /// The line above it.
    #[prop(optional, into)]
    caption: String,
    /// The heading.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let caption =
        (!caption.is_empty()).then(|| view! { <span class="nhsuk-caption-l">{format!("{caption} ")}</span> });
    view! { <h1 class="nhsuk-heading-l" tabindex="-1">{caption}{move || text.get()}</h1> }
}

/// The way back.
#[component]
pub fn BackLink(
    /// Where it leads.
    href: String,
    /// What it says.
    #[prop(optional)]
    text: Option<&'static str>,
) -> impl IntoView {
    view! { <a href=href class="nhsuk-back-link">{text.unwrap_or("Back")}</a> }
}
