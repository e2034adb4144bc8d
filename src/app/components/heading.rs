//! The heading of a screen, which takes the focus when the screen opens, and the way back above it.

use super::link;
use crate::app::markup::{Content, View, el};

/// The screen's `h1`, with a line above it that may be empty: "Question 2 of 6".
pub fn heading(caption: &str, text: &str) -> View {
    let caption =
        (!caption.is_empty()).then(|| el("span").class("nhsuk-caption-l").with(format!("{caption} ")));
    el("h1").class("nhsuk-heading-l").attr("tabindex", "-1").with(caption).with(text).view()
}

/// The way back to the screen at `href`.
pub fn back_link(href: String, text: &str) -> View {
    link(href, text).class("nhsuk-back-link").view()
}
