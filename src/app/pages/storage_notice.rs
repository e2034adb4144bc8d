//! What the user must know about what is kept on this device, above whatever screen is open.

use crate::app::markup::{Content, View, el, live, nothing};
use crate::app::page::Page;
use crate::app::parts::{button, link, problem_notice};
use crate::app::state::{Keeping, State};

pub fn storage_notice(state: State) -> View {
    let notice = move || match state.keeping.get() {
        Keeping::Off | Keeping::On => nothing(),
        Keeping::Refused => told(
            "This browser would not keep your answers: its storage is full or switched off. Save them to a file.",
            vec![link(Page::Saved.href(), "Save to a file").view()],
        ),
        Keeping::Conflict => told(
            "Your answers were changed or deleted in another tab. Choose which to use.",
            vec![
                button("Use the other tab’s", move || state.use_other_tab()),
                button("Use the answers in this tab", move || state.use_this_tab()),
            ],
        ),
        Keeping::Unreadable(error) => told(
            &format!("What this device kept could not be opened, and was left as it is. {error}"),
            vec![
                button("Replace it with the answers in this tab", move || state.use_this_tab()),
                button("Delete it", move || state.delete_everything()),
            ],
        ),
    };
    el("div").attr("role", "status").with(live(notice)).view()
}

fn told(text: &str, actions: Vec<View>) -> View {
    problem_notice(text).with(el("div").class("app-buttons").with(actions)).view()
}
