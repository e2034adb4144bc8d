//! The heading of a screen, which takes the focus when the screen opens, and the way back above it.

use leptos::prelude::*;

/// The screen's `h1`, with a line above it that may be empty: "Question 2 of 6".
pub fn heading(caption: impl Into<String>, text: impl Into<String>) -> AnyView {
    let (caption, text) = (caption.into(), text.into());
    let caption = (!caption.is_empty()).then(|| view! { <span class="nhsuk-caption-l">{caption}" "</span> });
    view! { <h1 class="nhsuk-heading-l" tabindex="-1">{caption}{text}</h1> }.into_any()
}

/// The way back to the screen at `href`.
pub fn back_link(href: String, text: &'static str) -> AnyView {
    view! { <a class="nhsuk-back-link" href=href>{text}</a> }.into_any()
}
