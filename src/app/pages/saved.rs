//! Saving to a file, opening one, keeping on this device, deleting everything.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::files::{self, ReadError};
use crate::app::browser::focus;
use crate::app::components::{BackLink, Button, Checkbox, Heading, Notice, StatusNotice};
use crate::app::persistence::use_saver;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, Persistence, Status, use_app};
use crate::documents::save::{LARGEST_FILE, OpenError};

pub const TITLE: &str = "Save your answers, or open saved ones";

#[component]
pub fn SavedPage() -> impl IntoView {
    view! {
        <BackLink href=Page::Tasks.href() text="Back to the task list" />
        <Heading text=TITLE />
        <StatusNotice />
        <SaveToFile />
        <OpenFile />
        <KeepOnDevice />
        <DeleteEverything />
    }
}

#[component]
fn SaveToFile() -> impl IntoView {
    let saver = use_saver();
    view! {
        <h2 class="nhsuk-heading-m">"Save to a file"</h2>
        <p class="nhsuk-body">
            "The file holds everything you entered, names and mobiles among it. Keep it where only you can open it."
        </p>
        <Button on_click=move |()| saver.save_to_file()>"Save to a file"</Button>
    }
}

#[component]
fn OpenFile() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let open = move |event: Event| {
        spawn_local(async move {
            let Some(chosen) = files::chosen_text(&event, LARGEST_FILE).await else { return };
            let opened = match chosen {
                Ok(text) => saver.open(&text).map_err(|error| error.to_string()),
                Err(ReadError::TooLarge) => Err(OpenError::TooLarge.to_string()),
                Err(ReadError::Unreadable) => Err(files::UNREADABLE.to_owned()),
            };
            app.show_status(match opened {
                Ok(()) => Status::Done("Your saved answers are open.".to_owned()),
                Err(problem) => Status::Problem(format!("{problem} Your answers are as they were.")),
            });
        });
    };
    view! {
        <h2 class="nhsuk-heading-m">"Open a saved file"</h2>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="open-file">"Choose the file named nhsmail-application.json"</label>
            <div class="nhsuk-hint" id="open-file-hint">"It takes the place of everything you entered so far."</div>
            <input
                class="app-file"
                type="file"
                id="open-file"
                accept=".json,application/json"
                aria-describedby="open-file-hint"
                on:change=open
            />
        </div>
    }
}

#[component]
fn KeepOnDevice() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let is_kept =
        move || !matches!(app.store.persistence().get(), Persistence::Off | Persistence::Unreadable(_));
    view! {
        <h2 class="nhsuk-heading-m">"Keep on this device"</h2>
        <p class="nhsuk-body">
            "Your answers stay in this browser, and are here when you come back. Anyone who uses this computer with the same account can read them. Do not choose this on a shared computer."
        </p>
        <Checkbox
            id="keep"
            checked=Signal::derive(is_kept)
            on_change=move |keep| if keep { saver.keep() } else { saver.stop_keeping() }
        >
            "Keep my answers on this device"
        </Checkbox>
    }
}

/// Two presses: the first asks.
#[component]
fn DeleteEverything() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let is_asking = RwSignal::new(false);
    let ask = move |()| {
        is_asking.set(true);
        focus::focus_element("delete-asked");
    };
    let delete = move |()| {
        saver.delete_everything();
        is_asking.set(false);
        let done = "Everything you entered was deleted, from this page and from this device.";
        app.show_status(Status::Done(done.to_owned()));
    };
    let keep = move |()| {
        is_asking.set(false);
        focus::focus_heading();
    };
    view! {
        <h2 class="nhsuk-heading-m">"Delete everything"</h2>
        <p class="nhsuk-body">
            "It goes from this page and from this device. Files you saved stay where they are."
        </p>
        <Show when=move || is_asking.get() fallback=move || view! { <Button on_click=ask>"Delete everything"</Button> }>
            <Notice id="delete-asked" problem=true>
                <p>"Delete everything you entered? This cannot be undone."</p>
                <div class="app-buttons">
                    <Button on_click=delete>"Yes, delete everything"</Button>
                    <Button on_click=keep>"No, keep it"</Button>
                </div>
            </Notice>
        </Show>
    }
}
