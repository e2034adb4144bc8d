//! Saving to a file, opening one, keeping on this device, deleting everything.

use crate::app::browser::files::{self, ReadError};
use crate::app::browser::{focus, spawn_local};
use crate::app::markup::{Content, View, all, el, live, nothing};
use crate::app::page::Page;
use crate::app::parts::{
    back_link, body, button, checkbox, heading, link, notice, problem_notice, subheading,
};
use crate::app::state::{Keeping, State};
use crate::documents::save::{self, OpenError};

pub const TITLE: &str = "Save your answers, or open saved ones";

pub fn saved(state: State) -> View {
    all(vec![
        back_link(Page::Tasks.href(), "Back to the task list"),
        heading("", TITLE),
        live(move || state.told.get().map_or_else(nothing, told_notice)),
        to_file(state),
        from_file(state),
        on_device(state),
        delete(state),
    ])
}

fn told_notice((text, went_well): (String, bool)) -> View {
    let notice = if went_well {
        notice(text).with(el("p").with(link(Page::Tasks.href(), "Go to the task list")))
    } else {
        problem_notice(text)
    };
    notice.attr("id", "told").view()
}

fn to_file(state: State) -> View {
    let save = move || {
        files::download(save::FILE_NAME, "application/json", save::save(&state.now()).as_bytes());
        state.unsaved.set(false);
        state.said.set(format!("Downloaded {}", save::FILE_NAME));
    };
    all(vec![
        subheading("Save to a file"),
        body(
            "The file holds everything you entered, names and mobiles among it. Keep it where only you can open it.",
        ),
        button("Save to a file", save),
    ])
}

fn from_file(state: State) -> View {
    let open = move |event| {
        spawn_local(async move {
            let Some(read) = files::chosen_text(event, save::LARGEST_FILE).await else { return };
            let opened = match read {
                Ok(text) => state.open(&text).map_err(|error| error.to_string()),
                Err(ReadError::TooLarge) => Err(OpenError::TooLarge.to_string()),
                Err(ReadError::Unreadable) => {
                    Err("Your browser could not read that file. Choose it again.".to_owned())
                }
            };
            match opened {
                Ok(()) => state.tell("Your saved answers are open.".to_owned(), true),
                Err(problem) => state.tell(format!("{problem} Your answers are as they were."), false),
            }
        });
    };
    let label = el("label").class("nhsuk-label").attr("for", "open-file");
    let hint = el("div").class("nhsuk-hint").attr("id", "open-file-hint");
    let input = el("input")
        .class("app-file")
        .attr("type", "file")
        .attr("id", "open-file")
        .attr("accept", ".json,application/json")
        .attr("aria-describedby", "open-file-hint")
        .on("change", open);
    all(vec![
        subheading("Open a saved file"),
        el("div")
            .class("nhsuk-form-group")
            .with(label.with("Choose the file named nhsmail-application.json"))
            .with(hint.with("It takes the place of everything you entered so far."))
            .with(input)
            .view(),
    ])
}

fn on_device(state: State) -> View {
    let kept = move || !matches!(state.keeping.get(), Keeping::Off | Keeping::Unreadable(_));
    let write = move |keep| if keep { state.keep() } else { state.stop_keeping() };
    all(vec![
        subheading("Keep on this device"),
        body(
            "Your answers stay in this browser, and are here when you come back. Anyone who uses this computer with the same account can read them. Do not choose this on a shared computer.",
        ),
        checkbox("keep", "Keep my answers on this device", kept, write),
    ])
}

/// Two presses: the first asks.
fn delete(state: State) -> View {
    let ask = move || {
        state.deleting.set(true);
        focus::element("delete-asked");
    };
    let delete = move || {
        state.delete_everything();
        state.deleting.set(false);
        let done = "Everything you entered was deleted, from this page and from this device.";
        state.tell(done.to_owned(), true);
    };
    let keep = move || {
        state.deleting.set(false);
        focus::heading();
    };
    let buttons = move || {
        if !state.deleting.get() {
            return button("Delete everything", ask);
        }
        let buttons = vec![button("Yes, delete everything", delete), button("No, keep it", keep)];
        problem_notice("Delete everything you entered? This cannot be undone.")
            .attr("id", "delete-asked")
            .with(el("div").class("app-buttons").with(buttons))
            .view()
    };
    all(vec![
        subheading("Delete everything"),
        body("It goes from this page and from this device. Files you saved stay where they are."),
        live(buttons),
    ])
}
