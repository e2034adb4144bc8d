//! Links that leave the page.

use leptos::prelude::*;

/// A link to another website.
#[component]
pub fn ExternalLink(
    /// Its address.
    href: String,
    /// What it says.
    text: &'static str,
) -> impl IntoView {
    view! { <a href=href>{text}</a> }
}
