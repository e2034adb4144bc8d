//! Buttons.

use super::link;
use crate::app::markup::{Content, Element, View, el};

/// The one green button of a form: it sends the form around it.
pub fn continue_button(text: &str) -> View {
    el("button").class("nhsuk-button").attr("type", "submit").with(text).view()
}

/// The one green button of a screen that is no form, which does `act`.
pub fn main_button(text: impl Content, mut act: impl FnMut() + 'static) -> View {
    el("button").class("nhsuk-button").attr("type", "button").with(text).on("click", move |_| act()).view()
}

/// A button beside the main one, that does `act`.
pub fn button(text: &str, act: impl FnMut() + 'static) -> View {
    draw_button(text, Box::new(act))
}

// Boxed and out of line, here and below: a part that takes what to do is in the module once, and not
// once for each thing to do.
#[inline(never)]
fn draw_button(text: &str, mut act: Box<dyn FnMut()>) -> View {
    el("button")
        .class("nhsuk-button nhsuk-button--secondary")
        .attr("type", "button")
        .with(text)
        .on("click", move |_| act())
        .view()
}

/// A button that reads as a link, for it acts on the thing it stands beside.
pub fn text_button(act: impl FnMut() + 'static) -> Element {
    draw_text_button(Box::new(act))
}

#[inline(never)]
fn draw_text_button(mut act: Box<dyn FnMut()>) -> Element {
    el("button").class("app-link-button").attr("type", "button").on("click", move |_| act())
}

/// A link to the next step, that looks like the green button.
pub fn link_button(href: String, text: &str) -> Element {
    link(href, text).class("nhsuk-button").attr("role", "button").attr("draggable", "false")
}
