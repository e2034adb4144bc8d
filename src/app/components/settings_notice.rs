//! What the host must know whatever screen is open.

use leptos::prelude::*;

use super::Notice;
use crate::app::store::{AppStateStoreFields, use_app};

/// Tells the host that the settings in the page cannot be used.
#[component]
pub fn SettingsNotice() -> impl IntoView {
    let app = use_app();
    let problem = move || app.store.settings_problem().get();
    view! {
        <Show when=move || problem().is_some()>
            <Notice id="settings-notice" problem=true>
                <p>
                    <strong>"For the host of this page: "</strong>
                    "the settings block in index.html has a mistake, so the built-in values are used. "
                    {move || problem().unwrap_or_default()}
                </p>
            </Notice>
        </Show>
    }
}
