//! What must be known whatever screen is open: about what is kept on this device, and about the host's
//! settings.

use leptos::prelude::*;

use super::{Button, Notice};
use crate::app::browser::focus;
use crate::app::persistence::{Saver, use_saver};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, Persistence, use_app};

/// What the user must know about what is kept on this device.
#[component]
pub fn StorageNotice() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    // The button that is pressed goes with its notice.
    let settle = move |how: fn(&Saver)| {
        how(&saver);
        focus::focus_heading();
    };
    let notice = move || {
        match app.store.persistence().get() {
        Persistence::Off | Persistence::On => ().into_any(),
        Persistence::Refused => view! {
            <Notice problem=true>
                <p>"This browser would not keep your answers: its storage is full or switched off. Save them to a file."</p>
                <div class="app-buttons"><a href=Page::Saved.href()>"Save to a file"</a></div>
            </Notice>
        }
        .into_any(),
        Persistence::Conflict => view! {
            <Notice problem=true>
                <p>"Your answers were changed or deleted in another tab. Choose which to use."</p>
                <div class="app-buttons">
                    <Button on_click=move |()| settle(Saver::use_other_tab)>"Use the other tab’s"</Button>
                    <Button on_click=move |()| settle(Saver::use_this_tab)>"Use the answers in this tab"</Button>
                </div>
            </Notice>
        }
        .into_any(),
        Persistence::Unreadable(error) => view! {
            <Notice problem=true>
                <p>{format!("What this device kept could not be opened, and was left as it is. {error}")}</p>
                <div class="app-buttons">
                    <Button on_click=move |()| settle(Saver::use_this_tab)>"Replace it with the answers in this tab"</Button>
                    <Button on_click=move |()| settle(Saver::delete_everything)>"Delete it"</Button>
                </div>
            </Notice>
        }
        .into_any(),
    }
    };
    view! { <div role="status">{move || notice()}</div> }
}

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
