//! What was too long for a box, said beside the box.

use leptos::prelude::*;

use crate::app::store::{AppStateStoreFields, use_app};

/// That a text was left out of a box, for as long as it was the last thing put into any box.
#[component]
pub fn TooLong(
    /// The id of the box: of a day, that of the first of its three.
    #[prop(into)]
    box_id: String,
) -> impl IntoView {
    let app = use_app();
    let is_here =
        move |other: &str| other.strip_prefix(&box_id).is_some_and(|part| matches!(part, "" | "-2" | "-3"));
    let message = move || {
        app.store.too_long().with(|too_long| {
            let here = too_long.as_ref().filter(|too_long| is_here(&too_long.box_id))?;
            Some(here.message.clone())
        })
    };
    move || {
        message().map(|message| {
            view! {
                <span class="nhsuk-error-message">
                    <span class="nhsuk-u-visually-hidden">"Error: "</span>
                    {message}
                </span>
            }
            .into_any()
        })
    }
}
