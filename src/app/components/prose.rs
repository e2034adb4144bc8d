//! Words on a screen.

use crate::app::markup::{Content, Element, View, el};

/// A paragraph.
pub fn body(content: impl Content) -> View {
    el("p").class("nhsuk-body").with(content).view()
}

/// The heading of a part of the screen.
pub fn subheading(text: impl Content) -> View {
    el("h2").class("nhsuk-heading-m").with(text).view()
}

/// A link to `href`.
pub fn link(href: impl AsRef<str>, text: impl Content) -> Element {
    el("a").attr("href", href.as_ref()).with(text)
}

/// Words that weigh more.
pub fn strong(text: impl Content) -> View {
    el("strong").with(text).view()
}

/// Words for those who hear the page, and do not see what stands around them.
pub fn hidden(text: impl Content) -> View {
    el("span").class("nhsuk-u-visually-hidden").with(text).view()
}
