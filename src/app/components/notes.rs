//! What there is to say about a place, beside that place.

use super::{checkbox, hidden, strong, text_button};
use crate::app::browser::focus;
use crate::app::markup::{Content, Element, View, all, el, nothing};
use crate::app::page::box_id;
use crate::app::state::State;
use crate::application::Confirmation;
use crate::rules::finding::{Finding, Place};

/// `findings` as a list: each with a word that says how grave it is, and with the buttons that
/// settle it. Empty where there is nothing to say.
pub fn notes(state: State, findings: Vec<Finding>) -> View {
    if findings.is_empty() {
        return nothing();
    }
    let notes: Vec<View> = findings.into_iter().map(|finding| note(state, finding)).collect();
    el("ul").class("app-notes").with(notes).view()
}

fn note(state: State, finding: Finding) -> View {
    let about = finding.place.name(&state.now());
    let better = finding.suggestion.clone().filter(|_| !finding.confirmed);
    let use_better = better.map(|better| use_button(state, finding.place, better));
    let settle = finding.confirmation.clone().map(|word| settle(state, &finding, word, about));
    said(finding.mark(), &finding.message).with(use_better).with(settle).view()
}

/// One thing that is said, with the word before it that says how grave it is: [`Finding::mark`].
pub fn said(mark: &str, message: &str) -> Element {
    let style = match mark {
        "To do" | "Missing" => "app-note app-note--todo",
        "To check" => "app-note app-note--check",
        _ => "app-note",
    };
    let text = el("p").class("app-note__text").with(strong(format!("{mark}: "))).with(message);
    el("li").class(style).with(text)
}

/// The button that puts the value which was probably meant into the box.
fn use_button(state: State, place: Place, better: String) -> View {
    let text = format!("Use {better}");
    let act = move || {
        state.said.set(format!("Changed to {better}"));
        state.change(|application| match place {
            Place::Site(site_box) => application.site.set(site_box, better.clone()),
            Place::Person(index, person_box) => {
                if let Some(person) = application.people.get_mut(index) {
                    person.set(person_box, better.clone());
                }
            }
            Place::Question(_) | Place::People => {}
        });
        focus::element_or_heading(box_id(place));
    };
    text_button(act).with(text).view()
}

/// The box to tick when a person says that what looks odd is right. Ticking keeps the place of the
/// keyboard: the new box has the old one's id.
fn settle(state: State, finding: &Finding, word: Confirmation, about: String) -> View {
    let id = format!("confirm-{}-{}-{}", word.rule, word.doubt, place_name(finding.place));
    let confirmed = finding.confirmed;
    let target = id.clone();
    let write =
        move |right| {
            state.change(|application| {
                if right { application.confirm(word.clone()) } else { application.take_back(&word) }
            });
            focus::element_or_heading(&target);
        };
    let label = all(vec!["I have checked, this is right".view(), hidden(format!(" ({about})"))]);
    checkbox(&id, label, move || confirmed, write)
}

/// A name for `place` that no other place on any screen has.
fn place_name(place: Place) -> String {
    match place {
        Place::Person(index, _) => format!("{}-{}", index + 1, box_id(place)),
        Place::Question(question) => question.wording().key.to_owned(),
        Place::Site(_) | Place::People => box_id(place).to_owned(),
    }
}
