//! What must be known whatever screen is open about the computer's clock.

use leptos::prelude::*;

use super::Notice;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::day::in_words;
use crate::facts::FIRST_READ;

/// Says that the computer's date cannot be right: it is before the day on which this was made.
#[component]
pub fn ClockNotice() -> impl IntoView {
    let app = use_app();
    let today = app.store.today();
    view! {
        <Show when=move || today.get() < FIRST_READ>
            <Notice id="clock-notice" problem=true>
                <p>
                    "The date of this computer is wrong. It says "
                    {move || in_words(today.get())}
                    ". Set it right, then load this page again. Until then, do not trust what is said here about dates: whether your passcode or your DSPT still counts."
                </p>
            </Notice>
        </Show>
    }
}
