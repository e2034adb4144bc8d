//! Saving to a file, opening one, keeping on this device, deleting everything.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::app::browser::files::{self, ReadError};
use crate::app::browser::focus;
use crate::app::page::Page;
use crate::app::parts::{back_link, button, heading};
use crate::app::state::{Keeping, State};
use crate::documents::save::{self, OpenError};

pub const TITLE: &str = "Save your answers, or open saved ones";

pub fn saved(state: State) -> AnyView {
    let told = RwSignal::new(None::<Told>);
    view! {
        {back_link(Page::Tasks.href(), "Back to the task list")}
        {heading("", TITLE)}
        {move || told.get().map(notice)}
        {to_file(state)}
        {from_file(state, told)}
        {on_device(state)}
        {delete(state, told)}
    }
    .into_any()
}

/// What came of it.
#[derive(Clone)]
struct Told {
    text: String,
    went_well: bool,
}

fn tell(told: RwSignal<Option<Told>>, text: impl Into<String>, went_well: bool) {
    told.set(Some(Told { text: text.into(), went_well }));
    focus::element("told");
}

fn notice(Told { text, went_well }: Told) -> AnyView {
    let go_on = went_well.then(|| view! { <p><a href=Page::Tasks.href()>"Go to the task list"</a></p> });
    let class = if went_well { "app-notice" } else { "app-notice app-notice--problem" };
    view! { <div class=class id="told" tabindex="-1"><p>{text}</p>{go_on}</div> }.into_any()
}

fn to_file(state: State) -> AnyView {
    let save = move || {
        files::download(save::FILE_NAME, "application/json", save::save(&state.now()).as_bytes());
        state.unsaved.set(false);
        state.said.set(format!("Downloaded {}", save::FILE_NAME));
    };
    view! {
        <h2 class="nhsuk-heading-m">"Save to a file"</h2>
        <p class="nhsuk-body">
            "The file holds everything you entered, names and mobiles among it. Keep it where only you can open it."
        </p>
        {button("Save to a file", save)}
    }
    .into_any()
}

fn from_file(state: State, told: RwSignal<Option<Told>>) -> AnyView {
    let chosen = move |event: Event| {
        leptos::task::spawn_local(async move {
            let Some(read) = files::chosen_text(event, save::LARGEST_FILE).await else { return };
            let opened = match read {
                Ok(text) => state.open(&text).map_err(|error| error.to_string()),
                Err(ReadError::TooLarge) => Err(OpenError::TooLarge.to_string()),
                Err(ReadError::Unreadable) => {
                    Err("Your browser could not read that file. Choose it again.".to_owned())
                }
            };
            match opened {
                Ok(()) => tell(told, "Your saved answers are open.", true),
                Err(problem) => tell(told, format!("{problem} Your answers are as they were."), false),
            }
        });
    };
    view! {
        <h2 class="nhsuk-heading-m">"Open a saved file"</h2>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="open-file">
                "Choose the file named nhsmail-application.json"
            </label>
            <div class="nhsuk-hint" id="open-file-hint">"It takes the place of everything you entered so far."</div>
            <input
                class="nhsuk-file-upload app-file"
                type="file"
                id="open-file"
                accept=".json,application/json"
                aria-describedby="open-file-hint"
                on:change=chosen
            />
        </div>
    }
    .into_any()
}

fn on_device(state: State) -> AnyView {
    let kept = move || !matches!(state.keeping.get(), Keeping::Off | Keeping::Unreadable(_));
    let toggle = move |event| {
        if event_target_checked(&event) { state.keep() } else { state.stop_keeping() }
    };
    view! {
        <h2 class="nhsuk-heading-m">"Keep on this device"</h2>
        <p class="nhsuk-body">
            "Your answers stay in this browser, and are here when you come back. Anyone who uses this computer with the same account can read them. Do not choose this on a shared computer."
        </p>
        <div class="nhsuk-checkboxes app-below-box">
            <div class="nhsuk-checkboxes__item">
                <input
                    class="nhsuk-checkboxes__input"
                    type="checkbox"
                    id="keep"
                    prop:checked=kept
                    on:change=toggle
                />
                <label class="nhsuk-label nhsuk-checkboxes__label" for="keep">"Keep my answers on this device"</label>
            </div>
        </div>
    }
    .into_any()
}

/// Two presses: the first asks.
fn delete(state: State, told: RwSignal<Option<Told>>) -> AnyView {
    let asked = RwSignal::new(false);
    let ask = move || {
        asked.set(true);
        focus::element("delete-asked");
    };
    let delete = move || {
        state.delete_everything();
        asked.set(false);
        tell(told, "Everything you entered was deleted, from this page and from this device.", true);
    };
    let keep = move || {
        asked.set(false);
        focus::heading();
    };
    let buttons = move || {
        if asked.get() {
            view! {
                <div class="app-notice app-notice--problem" id="delete-asked" tabindex="-1">
                    <p>"Delete everything you entered? This cannot be undone."</p>
                    <div class="app-buttons">
                        {button("Yes, delete everything", delete)}
                        {button("No, keep it", keep)}
                    </div>
                </div>
            }
            .into_any()
        } else {
            button("Delete everything", ask)
        }
    };
    view! {
        <h2 class="nhsuk-heading-m">"Delete everything"</h2>
        <p class="nhsuk-body">"It goes from this page and from this device. Files you saved stay where they are."</p>
        {buttons}
    }
    .into_any()
}
