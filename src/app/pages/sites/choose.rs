//! Before there are sites: what to bring, and the wait while it is read.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::app::browser::files;
use crate::app::browser::focus;
use crate::app::components::Button;
use crate::app::sites::{self, SitesPhase, SitesState};
use crate::app::store::use_app;
use crate::intake::limits;

/// A megabyte, as people count them.
const MB: usize = 1024 * 1024;

/// The box for files.
#[component]
pub fn ChooseFiles() -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let bring = move |event: Event| sites::bring(app, state, files::all_chosen(&event));
    view! {
        <p class="nhsuk-body">
            "Check the lists of a whole group, or of every site you help. They are read on this device, and nothing is kept."
        </p>
        <p class="nhsuk-body">"Bring one of these:"</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
            <li>"one list with a row for each person, and columns that say which site they are at"</li>
            <li>"one list with a row for each site, and its people beside each other"</li>
            <li>"many files at once, one for each site: lists, or applications saved here"</li>
        </ul>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label nhsuk-label--s" for="sites-files">"Choose the files, or drop them here"</label>
            <div class="nhsuk-hint" id="sites-files-hint">
                {format!(
                    "Excel and OpenDocument up to {} MB each, CSV up to {} MB, saved applications",
                    limits::FILE_BYTES / MB,
                    limits::SITES_TEXT_BYTES / MB,
                )}
            </div>
            <input
                class="app-file app-file--drop"
                type="file"
                id="sites-files"
                multiple
                aria-describedby="sites-files-hint"
                accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.tsv,.txt,.json"
                on:change=bring
            />
        </div>
    }
}

/// The files are being read.
#[component]
pub fn Reading() -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let stop = move |()| {
        sites::close(app, state);
        sites::prefetch(app);
        focus::focus_heading();
    };
    let reading = move || match state.phase.get() {
        SitesPhase::Reading { name, file, hundredths } => (name, file, hundredths),
        _ => (String::new(), (0, 0), 0),
    };
    let words = move || {
        let (name, (file, count), _) = reading();
        if count > 1 { format!("Reading {name}, file {file} of {count}") } else { format!("Reading {name}") }
    };
    // Each file is as long a step as every other.
    let done = move || {
        let (_, (file, _), hundredths) = reading();
        (file.saturating_sub(1) * 100 + hundredths).to_string()
    };
    let total = move || (reading().1.1.max(1) * 100).to_string();
    view! {
        <div id="reading" tabindex="-1">
            <p class="nhsuk-body">{move || words()}</p>
            <p><progress aria-label="Reading the files" value=done max=total></progress></p>
            <Button on_click=stop>"Stop reading"</Button>
        </div>
    }
}
