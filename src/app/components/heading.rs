//! The heading of a screen, which takes the focus when the screen opens, and the way back above it.

use leptos::prelude::*;

use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::SiteBox;
use crate::day::in_words;

/// The screen's `h1`, with a line above it that may be empty: "Can you apply?".
#[component]
pub fn Heading(
    /// The line above it.
    #[prop(optional, into)]
    caption: String,
    /// What has to be read before anything else; may be empty.
    #[prop(optional, into)]
    before: Signal<String>,
    /// The heading.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let caption =
        (!caption.is_empty()).then(|| view! { <span class="nhsuk-caption-l">{format!("{caption} ")}</span> });
    let before = move || {
        let before = before.get();
        (!before.is_empty())
            .then(|| view! { <strong class="app-before">{format!("{before} ")}</strong> }.into_any())
    };
    view! { <h1 class="nhsuk-heading-l" tabindex="-1">{caption}{move || before()}{move || text.get()}</h1> }
}

/// On paper, which site a screen is about, and on what day it was printed.
#[component]
pub fn PrintedFor() -> impl IntoView {
    let app = use_app();
    let words = move || {
        let day = in_words(app.store.today().get());
        let name = app.store.application().with(|application| application.site.value(SiteBox::Name));
        if name.is_empty() { day } else { format!("{name}, {day}") }
    };
    view! { <p class="nhsuk-body app-print-only">{move || words()}</p> }
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
