//! One box to tick.

use crate::app::browser::events;

use crate::app::markup::{Content, View, el};

/// A box called `id`, ticked as long as `checked` says so; `write` hears of every change.
pub fn checkbox(
    id: &str,
    label: impl Content,
    checked: impl Fn() -> bool + Send + 'static,
    write: impl FnMut(bool) + 'static,
) -> View {
    draw(id, label.view(), Box::new(checked), Box::new(write))
}

#[inline(never)]
fn draw(
    id: &str,
    label: View,
    checked: Box<dyn Fn() -> bool + Send>,
    mut write: Box<dyn FnMut(bool)>,
) -> View {
    let tick = el("input")
        .class("nhsuk-checkboxes__input")
        .attr("type", "checkbox")
        .attr("id", id)
        .live_checked(checked)
        .on("change", move |event| write(events::ticked(&event)));
    let label = el("label").class("nhsuk-label nhsuk-checkboxes__label").attr("for", id).with(label);
    let item = el("div").class("nhsuk-checkboxes__item").with(tick).with(label);
    el("div").class("nhsuk-checkboxes nhsuk-checkboxes--small app-tick").with(item).view()
}
