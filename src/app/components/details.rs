//! Help that opens when it is asked for.

use crate::app::markup::{Content, View, el};

/// `content` behind a line that says what it is.
pub fn details(summary: &str, content: impl Content) -> View {
    let line = el("span").class("nhsuk-details__summary-text").with(summary);
    el("details")
        .class("nhsuk-details")
        .with(el("summary").class("nhsuk-details__summary").with(line))
        .with(el("div").class("nhsuk-details__text").with(el("p").with(content)))
        .view()
}
