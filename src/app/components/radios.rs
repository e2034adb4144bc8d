//! One choice out of several.

use super::text_box::{error_messages, group_class};
use crate::app::markup::{Content, View, el};
use crate::app::page::box_id;
use crate::app::state::State;
use crate::rules::finding::Place;

/// What a set of radios is like.
pub struct Radios {
    /// What it is about.
    pub place: Place,
    /// Its legend: a heading, where the question is the whole screen.
    pub legend: View,
    /// The line under the legend; may be empty.
    pub hint: &'static str,
    /// What can be chosen.
    pub options: Vec<RadioOption>,
    /// The key of what is chosen; empty where nothing is.
    pub chosen: String,
}

/// One of the choices.
pub struct RadioOption {
    /// Its name among the others.
    pub key: String,
    /// Its label.
    pub label: String,
    /// The line under its label; may be empty.
    pub hint: &'static str,
}

/// The radios. The chosen key goes to `write` at once; what is wrong shows once Continue was pressed.
pub fn radios(state: State, radios: Radios, write: impl Fn(String) + Copy + 'static) -> View {
    let Radios { place, legend, hint, options, chosen } = radios;
    let id = box_id(place);
    let described_by =
        if hint.is_empty() { format!("{id}-errors") } else { format!("{id}-hint {id}-errors") };
    let hint = (!hint.is_empty())
        .then(|| el("div").class("nhsuk-hint").attr("id", &format!("{id}-hint")).with(hint));
    let options = options.into_iter().enumerate().map(|(index, option)| {
        // The first radio has the place's id: links to the question lead to it.
        let option_id = if index == 0 { id.to_owned() } else { format!("{id}-{}", index + 1) };
        let chosen = option.key == chosen;
        draw(id, option_id, option, chosen, Box::new(write))
    });
    let fieldset = el("fieldset")
        .class("nhsuk-fieldset")
        .attr("aria-describedby", &described_by)
        .with(el("legend").class("nhsuk-fieldset__legend").with(legend))
        .with(hint)
        .with(error_messages(state, place))
        .with(el("div").class("nhsuk-radios").with(options.collect::<Vec<View>>()));
    el("div").live_attr("class", move || group_class(state, place)).with(fieldset).view()
}

fn draw(
    name: &'static str,
    id: String,
    RadioOption { key, label, hint }: RadioOption,
    chosen: bool,
    write: Box<dyn Fn(String)>,
) -> View {
    let hint_id = format!("{id}-option-hint");
    let mut input = el("input")
        .class("nhsuk-radios__input")
        .attr("type", "radio")
        .attr("id", &id)
        .attr("name", name)
        .attr("value", &key);
    if chosen {
        input = input.attr("checked", "");
    }
    if !hint.is_empty() {
        input = input.attr("aria-describedby", &hint_id);
    }
    let hint = (!hint.is_empty())
        .then(|| el("div").class("nhsuk-hint nhsuk-radios__hint").attr("id", &hint_id).with(hint));
    el("div")
        .class("nhsuk-radios__item")
        .with(input.on("change", move |_| write(key.clone())))
        .with(el("label").class("nhsuk-label nhsuk-radios__label").attr("for", &id).with(label))
        .with(hint)
        .view()
}
