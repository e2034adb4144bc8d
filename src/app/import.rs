//! Bringing in people from a list: what the screen asks of the reader, and what becomes of its answers.

use std::sync::Arc;

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{files, focus, location};
use super::router::Page;
use super::store::{
    AppContext, AppStateStoreFields, ImportPhase, ImportState, ImportStateStoreFields, RowKey, Status, Undo,
};
use super::workers::WorkerError;
use crate::application::{ApplicationStoreFields, MOST_PEOPLE, Person, PersonId};
use crate::intake::limits;
use crate::intake::preview::{Preview, PreviewRequest, RowPreview, TakenPerson};
use crate::protocol::{ReaderRequest, ReaderResponse, WriterRequest};
use crate::text::counted;

/// The list with what there is to say about each row.
const CHECKED_CSV: &str = "your-list-checked.csv";
/// The same as a workbook.
const CHECKED_WORKBOOK: &str = "your-list-checked.xlsx";

/// Fetches the reader, for whoever has come to bring a list.
pub fn prefetch(app: AppContext) {
    app.workers.with_value(|workers| workers.reader.prefetch());
}

/// Has the reader open rows that were pasted.
pub fn open_pasted(app: AppContext, pasted: &str) {
    open(app, Uint8Array::from(pasted.as_bytes()).buffer());
}

/// Has the reader open a file's bytes.
pub fn open(app: AppContext, bytes: ArrayBuffer) {
    app.store.import().phase().set(ImportPhase::Reading);
    focus::focus_element("reading");
    ask_for_preview(app, ReaderRequest::Open, Some(bytes));
}

/// Says why a list cannot be read, and what to do.
pub fn fail(app: AppContext, why: impl Into<String>) {
    app.store.import().phase().set(ImportPhase::Failed(why.into()));
    focus::focus_element("status");
}

/// Shows the list in another way.
pub fn preview(app: AppContext, request: PreviewRequest) {
    ask_for_preview(app, ReaderRequest::Preview(request), None);
}

/// Puts the ticked people of the list into the application.
pub fn take_ticked(app: AppContext, preview: &Preview) {
    let rows = app.store.import().ticked().get_untracked();
    let listed = app.store.application().people().with_untracked(Vec::len);
    if listed + rows.len() > MOST_PEOPLE {
        let message = format!("Tick fewer: one application lists up to {MOST_PEOPLE} people.");
        return app.show_status(Status::Problem(message));
    }
    let request = ReaderRequest::Take(PreviewRequest { rows, ..preview.request() });
    spawn_local(async move {
        match ask(app, request, None, limits::SECONDS).await {
            Ok((ReaderResponse::People(taken), _)) => {
                let people = app.store.import().edits().with_untracked(|edits| with_edits(taken, edits));
                let message = format!("{} added.", counted(people.len(), "person was", "people were"));
                let before = app.application().people;
                app.update(|application| application.people.extend(people));
                location::navigate(&Page::People.href());
                app.offer_undo(Undo { message, people: before });
            }
            Ok(_) => {}
            Err(error) => stop(app, error),
        }
    });
}

/// Changes the person in a row, before they are added.
pub fn edit(app: AppContext, row: &RowPreview, change: impl FnOnce(&mut Person)) {
    app.store.import().edits().update(|edits| {
        let mut person = edited(edits, row);
        change(&mut person);
        edits.retain(|(key, _)| *key != (row.sheet, row.number));
        edits.push(((row.sheet, row.number), person));
    });
}

/// The person in a row, as they were read or changed.
pub fn edited(edits: &[(RowKey, Person)], row: &RowPreview) -> Person {
    let edit = edits.iter().find(|(key, _)| *key == (row.sheet, row.number));
    edit.map_or_else(|| row.person.clone(), |(_, person)| person.clone())
}

fn with_edits(taken: Vec<TakenPerson>, edits: &[(RowKey, Person)]) -> Vec<Person> {
    let person = |TakenPerson { sheet, number, person }| {
        let edit = edits.iter().find(|(key, _)| *key == (sheet, number));
        edit.map_or(person, |(_, edit)| Person { id: PersonId::default(), ..edit.clone() })
    };
    taken.into_iter().map(person).collect()
}

/// Offers the list as a CSV file, with what there is to say about each row.
pub fn export_csv(app: AppContext) {
    spawn_local(async move {
        if let Some(bytes) = export(app, ReaderRequest::ExportCsv, CHECKED_CSV).await {
            files::download(CHECKED_CSV, "text/csv", bytes);
            app.announce(format!("Downloaded {CHECKED_CSV}"));
        }
    });
}

/// The same as a workbook, which the writer makes of the reader's table.
pub fn export_workbook(app: AppContext) {
    spawn_local(async move {
        if let Some(table) = export(app, ReaderRequest::ExportTable, CHECKED_WORKBOOK).await {
            super::downloads::make(app, WriterRequest::AnnotatedWorkbook, Some(table), CHECKED_WORKBOOK);
        }
    });
}

/// Forgets the list, and ends the reader.
pub fn close(app: AppContext) {
    app.workers.with_value(|workers| workers.reader.end());
    app.store.import().set(ImportState::default());
}

/// Asks for the whole list, to be offered as `file`. Each row is read for it: of the longest lists there
/// are, for minutes.
async fn export(app: AppContext, request: ReaderRequest, file: &'static str) -> Option<ArrayBuffer> {
    if !app.start_making(file) {
        return None;
    }
    let answer = ask(app, request, None, 10 * limits::SECONDS).await;
    app.stop_making(file);
    match answer {
        Ok((_, body)) => body,
        Err(error) => {
            stop(app, error);
            None
        }
    }
}

async fn ask(
    app: AppContext,
    request: ReaderRequest,
    body: Option<ArrayBuffer>,
    seconds: u32,
) -> Result<(ReaderResponse, Option<ArrayBuffer>), WorkerError> {
    let reader = app.workers.with_value(|workers| workers.reader.clone());
    let on_progress = move |progress| {
        if let Some(making) = app.store.making().write().first_mut() {
            making.progress = Some(progress);
        }
    };
    reader.ask(&request, body, seconds, on_progress).await
}

/// Asks for a preview. An earlier one that is not answered yet is not wanted any more; a file that is being
/// made is.
fn ask_for_preview(app: AppContext, request: ReaderRequest, body: Option<ArrayBuffer>) {
    let reader = app.workers.with_value(|workers| workers.reader.clone());
    if app.store.making().with_untracked(Vec::is_empty) {
        reader.abandon();
    }
    spawn_local(async move {
        match reader.ask(&request, body, limits::SECONDS, |_| ()).await {
            Ok((ReaderResponse::Preview(preview), _)) => show_preview(app, preview),
            Ok(_) => {}
            Err(error) => stop(app, error),
        }
    });
}

fn show_preview(app: AppContext, preview: Preview) {
    let import = app.store.import();
    // A list just opened, or looked at in another way, is ticked as the reader proposes; one that
    // is leafed through keeps its ticks.
    let keeps_ticks = import.phase().with_untracked(|phase| match phase {
        ImportPhase::Previewing(before) => {
            PreviewRequest { from: 0, ..before.request() } == PreviewRequest { from: 0, ..preview.request() }
        }
        _ => {
            focus::focus_element("list");
            false
        }
    });
    if !keeps_ticks {
        let most = app.settings.with_value(|settings| settings.most_accounts);
        let listed = app.store.application().with_untracked(|application| application.people.len());
        let is_listed = |index: &usize| {
            let row = preview.rows.iter().find(|row| row.index == *index);
            row.is_some_and(|row| {
                let people = app.store.application().people();
                people.with_untracked(|people| people.iter().any(|person| row.person.is_same_as(person)))
            })
        };
        let proposed: Vec<usize> =
            preview.proposed.iter().copied().filter(|index| !is_listed(index)).collect();
        let fits = proposed.len() <= most.saturating_sub(listed);
        import.ticked().set(if fits { proposed } else { Vec::new() });
    }
    import.summary().set(preview.summary.clone());
    // The first rows are shown at once; what there is to say of ten thousand follows.
    if !preview.is_checked {
        let request = ReaderRequest::Check(preview.request());
        request_animation_frame(move || {
            spawn_local(async move {
                match ask(app, request, None, limits::SECONDS).await {
                    Ok((ReaderResponse::Preview(checked), _)) => show_checked(app, checked),
                    Ok(_) => {}
                    Err(error) => stop(app, error),
                }
            });
        });
    }
    import.phase().set(ImportPhase::Previewing(Arc::new(preview)));
}

/// Shows what came of comparing all rows: beside those on screen only where that says more.
fn show_checked(app: AppContext, checked: Preview) {
    let import = app.store.import();
    let ImportPhase::Previewing(shown) = import.phase().get_untracked() else { return };
    if shown.request() == checked.request() {
        import.summary().set(checked.summary.clone());
        if shown.rows != checked.rows {
            import.phase().set(ImportPhase::Previewing(Arc::new(checked)));
        }
    }
}

/// The reader does not answer any more, or says that it cannot.
fn stop(app: AppContext, error: WorkerError) {
    let why = match error {
        WorkerError::Abandoned => return,
        // The list was closed: nobody waits.
        WorkerError::Ended if app.store.import().phase().with_untracked(|phase| *phase == ImportPhase::Empty) => return,
        WorkerError::Failed(sentence) => sentence,
        WorkerError::NotFetched => "The part of this page that opens lists did not load. Check your connection and try again, or add the people one by one.".to_owned(),
        WorkerError::Ended => "This list could not be read. Open it in Excel, copy the rows you need and paste them here, or save it as .xlsx and choose that.".to_owned(),
    };
    app.workers.with_value(|workers| workers.reader.end());
    fail(app, why);
}
