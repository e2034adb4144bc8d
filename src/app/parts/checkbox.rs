//! One box to tick.

use leptos::prelude::event_target_checked;

use crate::app::markup::{Content, Element, View, el};

/// A box called `id`, ticked as long as `checked` says so; `write` hears of every change.
pub fn checkbox(
    id: &str,
    label: impl Content,
    checked: impl Fn() -> bool + Send + 'static,
    mut write: impl FnMut(bool) + 'static,
) -> View {
    let tick = el("input")
        .class("nhsuk-checkboxes__input")
        .attr("type", "checkbox")
        .attr("id", id)
        .live_checked(checked)
        .on("change", move |event| write(event_target_checked(&event)));
    frame(id, tick, label.view())
}

fn frame(id: &str, tick: Element, label: View) -> View {
    let label = el("label").class("nhsuk-label nhsuk-checkboxes__label").attr("for", id).with(label);
    let item = el("div").class("nhsuk-checkboxes__item").with(tick).with(label);
    el("div").class("nhsuk-checkboxes nhsuk-checkboxes--small app-tick").with(item).view()
}
