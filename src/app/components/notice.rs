//! A notice that stands alone: something was done, or is to be decided.

use crate::app::markup::{Content, Element, el};

/// A notice. With an id it can be given the keyboard.
pub fn notice(text: impl Content) -> Element {
    framed("app-notice", text)
}

/// A notice of something that went wrong, or that cannot be undone.
pub fn problem_notice(text: impl Content) -> Element {
    framed("app-notice app-notice--problem", text)
}

fn framed(class: &str, text: impl Content) -> Element {
    el("div").class(class).attr("tabindex", "-1").with(el("p").with(text))
}
