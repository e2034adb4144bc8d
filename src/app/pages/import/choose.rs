//! Before there is a list: the two ways to bring one, and the wait while it is read.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::files::{self, ReadError};
use crate::app::components::{Button, DownloadNotice, TooLong, WorkStatus};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, ImportStateStoreFields, use_app};
use crate::app::{downloads, import};
use crate::documents::FORM_NAME;
use crate::intake::{OpenError, limits};
use crate::protocol::WriterRequest;

/// The two ways to bring a list: pasted, or as a file.
#[component]
pub fn ChooseList() -> impl IntoView {
    let app = use_app();
    let pasted = app.store.import().pasted();
    let read_pasted = move |()| {
        let text = pasted.get_untracked();
        if text.trim().is_empty() {
            import::fail(app, "Paste the rows into the box first.");
        } else {
            import::open_pasted(app, &text);
        }
    };
    let open = move |event: Event| {
        spawn_local(async move {
            match files::chosen_bytes(&event, limits::FILE_BYTES).await {
                Some(Ok(bytes)) => import::open(app, bytes),
                Some(Err(error)) => import::fail(app, why_not(error)),
                None => {}
            }
        });
    };
    let make_form = move |()| downloads::make(app, WriterRequest::PeopleForm, None, FORM_NAME);
    view! {
        <p class="nhsuk-body">
            "Bring the staff list you have, in whatever order. It is read on this device, and you choose what is taken."
        </p>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label nhsuk-label--s" for="pasted">"Paste rows from a spreadsheet"</label>
            <div class="nhsuk-hint" id="pasted-hint">"Copy the rows with their headings, then paste them here."</div>
            <div id="pasted-errors"><TooLong box_id="pasted" /></div>
            <textarea
                class="nhsuk-textarea"
                id="pasted"
                rows="5"
                aria-describedby="pasted-hint pasted-errors"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || pasted.get()
                on:input:target=move |event| pasted.set(event.target().value())
            ></textarea>
        </div>
        <Button on_click=read_pasted>"Read what I pasted"</Button>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label nhsuk-label--s" for="list-file">"Or choose a file, or drop it here"</label>
            <div class="nhsuk-hint" id="list-file-hint">{format!("Excel, OpenDocument, CSV or text, up to {} MB", limits::FILE_BYTES / (1024 * 1024))}</div>
            <input
                class="app-file app-file--drop"
                type="file"
                id="list-file"
                aria-describedby="list-file-hint"
                accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.tsv,.txt"
                on:change=open
            />
        </div>
        <h2 class="nhsuk-heading-m">"If you have no list yet"</h2>
        <p class="nhsuk-body">"Send round a blank form. Choose it here when it is filled in."</p>
        <div class="app-buttons"><Button on_click=make_form>"Download a blank form for Excel"</Button></div>
        <p class="nhsuk-body"><a href=Page::Form.href()>"A blank form to print"</a></p>
        <WorkStatus />
        <DownloadNotice />
    }
}

fn why_not(error: ReadError) -> String {
    match error {
        ReadError::TooLarge => OpenError::TooLarge.to_string(),
        ReadError::Unreadable => files::UNREADABLE.to_owned(),
    }
}

/// A list is being read.
#[component]
pub fn Reading() -> impl IntoView {
    let app = use_app();
    let stop = move |()| import::start_over(app);
    view! {
        <div id="reading" tabindex="-1">
            <p class="nhsuk-body">"Reading your list. A long one can take some seconds."</p>
            <p><progress aria-label="Reading your list"></progress></p>
            <Button on_click=stop>"Stop reading"</Button>
        </div>
    }
}
