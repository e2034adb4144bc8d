//! What the user must know about what is kept on this device, above whatever screen is open.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::parts::button;
use crate::app::state::{Keeping, State};

pub fn storage_notice(state: State) -> AnyView {
    let notice = move || match state.keeping.get() {
        Keeping::Off | Keeping::On => ().into_any(),
        Keeping::Refused => told(
            "This browser would not keep your answers: its storage is full or switched off. Save them to a file.",
            vec![view! { <a href=Page::Saved.href()>"Save to a file"</a> }.into_any()],
        ),
        Keeping::Conflict => told(
            "Your answers were changed or deleted in another tab. Choose which to use.",
            vec![
                button("Use the other tab’s", move || state.use_other_tab()),
                button("Use the answers in this tab", move || state.use_this_tab()),
            ],
        ),
        Keeping::Unreadable(error) => told(
            format!("What this device kept could not be opened, and was left as it is. {error}"),
            vec![
                button("Replace it with the answers in this tab", move || state.use_this_tab()),
                button("Delete it", move || state.delete_everything()),
            ],
        ),
    };
    view! { <div role="status">{notice}</div> }.into_any()
}

fn told(text: impl Into<String>, actions: Vec<AnyView>) -> AnyView {
    view! {
        <div class="app-notice app-notice--problem">
            <p>{text.into()}</p>
            <div class="app-buttons">{actions}</div>
        </div>
    }
    .into_any()
}
