//! What must be known whatever screen is open about what is kept on the device.

use leptos::prelude::*;

use super::{Button, Notice};
use crate::app::browser::focus;
use crate::app::persistence::{Saver, use_saver};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, Persistence, TabKeeping, use_app};

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
        Persistence::Off if app.store.tab_keeping().get() == TabKeeping::Refused => view! {
            <Notice problem=true>
                <p>"This browser would not keep your answers while you are on another page: its storage is full or switched off. Save them to a file before you leave this page."</p>
                <div class="app-buttons"><a href=Page::Saved.href()>"Save to a file"</a></div>
            </Notice>
        }
        .into_any(),
        Persistence::Off | Persistence::On => ().into_any(),
        Persistence::Refused => view! {
            <Notice problem=true>
                <p>"This browser would not keep your answers: its storage is full or switched off. Save them to a file."</p>
                <div class="app-buttons"><a href=Page::Saved.href()>"Save to a file"</a></div>
            </Notice>
        }
        .into_any(),
        Persistence::DeletedElsewhere => view! {
            <Notice problem=true>
                <p>"Everything was deleted in another tab. This tab still has answers. Choose what to do with them."</p>
                <div class="app-buttons">
                    <Button on_click=move |()| settle(Saver::delete_here_too)>"Delete them here too"</Button>
                    <Button on_click=move |()| settle(Saver::keep_in_this_tab_alone)>"Keep them in this tab"</Button>
                </div>
            </Notice>
        }
        .into_any(),
        Persistence::Conflict => view! {
            <Notice problem=true>
                <p>"Your answers were changed in another tab. Choose which to use. This is what differs:"</p>
                <Differences lines=saver.differences() />
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
                    <Button on_click=move |()| settle(Saver::stop_keeping)>"Delete it from this device"</Button>
                </div>
            </Notice>
        }
        .into_any(),
    }
    };
    let of_tab = move || {
        saver.unreadable_in_tab().map(|error| {
            view! {
                <Notice problem=true>
                    <p>
                        {format!("What this tab kept could not be opened, and was left as it is. {error}")}
                        " Until you delete it, this tab keeps no new answers. What is kept on this device is not touched."
                    </p>
                    <div class="app-buttons">
                        <Button on_click=move |()| settle(Saver::delete_unreadable_in_tab)>
                            "Delete it, and keep the answers shown here in this tab"
                        </Button>
                    </div>
                </Notice>
            }
        })
    };
    view! { <div role="status">{move || notice()} {of_tab}</div> }
}

/// How many differences are named: the first tell whether it is the one or the other.
const MOST_NAMED: usize = 8;

#[component]
fn Differences(lines: Vec<String>) -> impl IntoView {
    let more = lines.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    let named = lines.into_iter().take(MOST_NAMED).chain(more);
    view! {
        <ul class="nhsuk-list nhsuk-list--bullet">
            {named.map(|line| view! { <li>{line}</li> }.into_any()).collect_view()}
        </ul>
    }
}
