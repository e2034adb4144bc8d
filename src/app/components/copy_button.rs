//! Copying a text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Button, TextButton};
use crate::app::browser::clipboard;
use crate::app::store::use_app;

/// Copies a text, and says on the button itself that it did.
#[component]
pub fn CopyButton(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// What the button says.
    #[prop(optional)]
    label: Option<&'static str>,
    /// What is copied, for those who hear the button alone; empty where the label says it.
    #[prop(optional, into)]
    name: String,
    /// Whether it is a button of its own, and does not stand beside a value.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let app = use_app();
    let label = label.unwrap_or("Copy");
    let shown = RwSignal::new(label);
    // Another text is not copied yet.
    Effect::new(move |_| {
        text.track();
        shown.set(label);
    });
    let hidden = (!name.is_empty()).then(|| format!(" {name}"));
    let copy = move |()| {
        let (text, name) = (text.get_untracked(), name.clone());
        spawn_local(async move {
            let is_copied = clipboard::copy(&text).await;
            let outcome = if is_copied { "Copied" } else { "Select and copy it yourself" };
            // The screen may have been left in the meantime.
            shown.try_set(outcome);
            app.announce(if name.is_empty() { outcome.to_owned() } else { format!("{outcome}: {name}") });
        });
    };
    let says = move || {
        let hidden =
            hidden.clone().map(|hidden| view! { <span class="nhsuk-u-visually-hidden">{hidden}</span> });
        view! { {move || shown.get().to_owned()} {hidden} }
    };
    if alone {
        view! { <Button on_click=copy>{says()}</Button> }.into_any()
    } else {
        view! { <TextButton on_click=copy>{says()}</TextButton> }.into_any()
    }
}
