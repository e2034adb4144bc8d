//! Buttons.

use super::link;
use crate::app::markup::{Content, Element, View, el};

/// The one green button of a form: it sends the form around it.
pub fn continue_button(text: &str) -> View {
    el("button").class("nhsuk-button").attr("type", "submit").with(text).view()
}

/// A button beside the main one, that does `act`.
pub fn button(text: &str, mut act: impl FnMut() + 'static) -> View {
    el("button")
        .class("nhsuk-button nhsuk-button--secondary")
        .attr("type", "button")
        .with(text)
        .on("click", move |_| act())
        .view()
}

/// A button that reads as a link, for it acts on the thing it stands beside.
pub fn text_button(mut act: impl FnMut() + 'static) -> Element {
    el("button").class("app-link-button").attr("type", "button").on("click", move |_| act())
}

/// A link to the next step, that looks like the green button.
pub fn link_button(href: String, text: &str) -> Element {
    link(href, text).class("nhsuk-button").attr("role", "button").attr("draggable", "false")
}
