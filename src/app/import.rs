//! Bringing in people from a list: what the screen asks of the reader, and what becomes of its answers.

use std::sync::Arc;

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{focus, location};
use super::router::Page;
use super::store::{
    AppContext, AppStateStoreFields, Edit, ImportPhase, ImportState, ImportStateStoreFields, PeopleChange,
    RowKey, Status, Undo,
};
use super::workers::{REPLACED, Reply, WorkerError};
use crate::application::{ApplicationStoreFields, MOST_PEOPLE, Person, PersonBox};
use crate::intake::limits;
use crate::intake::preview::{Preview, PreviewRequest, RowPreview, TakenPerson};
use crate::intake::suggestions::{Alike, Suggestion};
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
    // A file may take long to come from where it is kept: the screen may have been left.
    if !is_open(app) {
        return;
    }
    // What was chosen and changed in another list is nothing to this one.
    let pasted = app.store.import().pasted().get_untracked();
    app.store.import().set(ImportState { pasted, phase: ImportPhase::Reading, ..ImportState::default() });
    app.store.status().set(None);
    focus::focus_element("reading");
    ask_for_preview(app, ReaderRequest::Open, Some(bytes), Then::default());
}

/// Says why a list cannot be read, and what to do.
pub fn fail(app: AppContext, why: impl AsRef<str>) {
    app.store.import().phase().set(ImportPhase::Empty);
    let why = format!("{} Nothing you entered is lost.", why.as_ref());
    if is_open(app) {
        app.show_status(Status::Problem(why));
    } else {
        // Said once the person comes back.
        app.store.import().problem().set(Some(why));
    }
}

/// Says why there is no list, where that was found while another screen was open.
pub fn say_problem(app: AppContext) {
    if let Some(why) = app.store.import().problem().get_untracked() {
        app.store.import().problem().set(None);
        app.show_status(Status::Problem(why));
    }
}

/// Shows the list in another way, and says so: "Updated. 12 people were found."
pub fn preview(app: AppContext, request: PreviewRequest, said: impl Into<String>) {
    let then = Then { said: Some(said.into()), focus: None };
    ask_for_preview(app, ReaderRequest::Preview(request), None, then);
}

/// Shows the rows from this one on.
pub fn show_rows(app: AppContext, preview: &Preview, from: usize) {
    let request = PreviewRequest { from, ..preview.request() };
    let then = Then { focus: Some("people-found".to_owned()), said: None };
    ask_for_preview(app, ReaderRequest::Preview(request), None, then);
}

/// Puts a row back that was left out, ticks it, and leads the keyboard to it.
pub fn add_row(app: AppContext, preview: &Preview, row: usize) {
    let mut request = preview.request();
    request.add.push(row);
    app.store.import().ticked().update(|ticked| ticked.push(row));
    let then = Then { focus: Some(format!("row-{row}")), said: None };
    ask_for_preview(app, ReaderRequest::Preview(request), None, then);
}

/// Why the ticked people cannot be added, and what to do; `None` where they can.
pub fn why_not_added(app: AppContext) -> Option<String> {
    let listed = app.store.application().people().with(Vec::len);
    match app.store.import().ticked().with(Vec::len) {
        0 => Some("Tick the people to add first.".to_owned()),
        ticked if listed + ticked > MOST_PEOPLE => {
            Some(format!("Tick fewer: one application lists up to {MOST_PEOPLE} people."))
        }
        _ => None,
    }
}

/// Puts the ticked people of the list into the application.
pub fn take_ticked(app: AppContext, preview: &Preview) {
    let rows = app.store.import().ticked().get_untracked();
    let request = ReaderRequest::Take(PreviewRequest { rows, ..preview.request() });
    spawn_local(async move {
        match ask(app, request).await {
            Ok((ReaderResponse::People(taken), _)) => {
                let edits = app.store.import().edits().get_untracked();
                let person = |TakenPerson { sheet, number, person }| edited(&edits, (sheet, number), &person);
                let people: Vec<Person> = taken.into_iter().map(person).collect();
                let message = format!("{} added.", counted(people.len(), "person was", "people were"));
                let change = PeopleChange::Added(people.iter().map(|person| person.id).collect());
                let was_open = is_open(app);
                // At once: the button might be pressed again before the screen is left.
                close(app);
                app.update(|application| application.people.extend(people));
                app.store.undo().set(Some(Undo { message, change }));
                if was_open {
                    location::navigate(&Page::People.href());
                }
            }
            Ok(_) => {}
            Err(error) => stop(app, error),
        }
    });
}

/// Changes what stands in a row, before its person is added.
pub fn edit(app: AppContext, row: &RowPreview, person_box: PersonBox, text: String) {
    let key = (row.sheet, row.number);
    app.store.import().edits().update(|edits| {
        edits.retain(|(other, other_box, _)| (*other, *other_box) != (key, person_box));
        edits.push((key, person_box, text));
    });
}

/// Puts what was probably meant into every row that is `alike`, of those that are shown, ticked or proposed.
/// `then` hears what was put in, and what it took the place of.
pub fn take_alike(
    app: AppContext,
    preview: &Preview,
    alike: Alike,
    then: impl FnOnce(Vec<Edit>, Vec<Edit>) + 'static,
) {
    let mut rows = app.store.import().ticked().get_untracked();
    rows.extend(preview.proposed.iter().copied().chain(preview.rows.iter().map(|row| row.row)));
    let request = ReaderRequest::Take(PreviewRequest { rows, ..preview.request() });
    spawn_local(async move {
        match ask(app, request).await {
            Ok((ReaderResponse::People(people), _)) => {
                let edits = app.store.import().edits();
                let before = edits.get_untracked();
                let mut taken: Vec<Edit> = Vec::new();
                for TakenPerson { sheet, number, person } in people {
                    let key = (sheet, number);
                    let person = edited(&before, key, &person);
                    let suggestions =
                        app.settings.with_value(|settings| Suggestion::for_person(&person, settings));
                    let meant = suggestions.into_iter().filter(|suggestion| suggestion.alike == alike);
                    taken.extend(meant.map(|suggestion| (key, suggestion.person_box, suggestion.value)));
                }
                let is_replaced =
                    |(key, person_box, _): &Edit| taken.iter().any(|(k, b, _)| (k, b) == (key, person_box));
                let (replaced, mut kept): (Vec<_>, Vec<_>) = before.into_iter().partition(is_replaced);
                kept.extend(taken.iter().cloned());
                edits.set(kept);
                then(taken, replaced);
            }
            Ok(_) => {}
            Err(error) => stop(app, error),
        }
    });
}

/// Takes back what [`take_alike`] put in, but for what was changed since.
pub fn take_back(app: AppContext, taken: &[Edit], replaced: Vec<Edit>) {
    app.store.import().edits().update(|edits| {
        edits.retain(|edit| !taken.contains(edit));
        for edit in replaced {
            if edits.iter().all(|(key, person_box, _)| (key, person_box) != (&edit.0, &edit.1)) {
                edits.push(edit);
            }
        }
    });
}

/// The person in the row that stands at `key`, as they were read, with what was changed.
pub fn edited(edits: &[Edit], key: RowKey, person: &Person) -> Person {
    let mut person = person.clone();
    for (_, person_box, text) in edits.iter().filter(|(other, ..)| *other == key) {
        person.set(*person_box, text.clone());
    }
    person
}

/// The rows that are proposed to be added: not those of people who are listed already.
pub fn proposed(app: AppContext, preview: &Preview) -> Vec<usize> {
    let is_listed = |row: &usize| {
        let shown = preview.rows.iter().find(|shown| shown.row == *row);
        shown.is_some_and(|shown| {
            let people = app.store.application().people();
            people.with_untracked(|people| people.iter().any(|person| shown.person.is_same_as(person)))
        })
    };
    preview.proposed.iter().copied().filter(|row| !is_listed(row)).collect()
}

/// Offers the list as a CSV file, with what there is to say about each row.
pub fn export_csv(app: AppContext, preview: &Preview) {
    let request = ReaderRequest::ExportCsv(preview.request());
    spawn_local(async move {
        if let Some(bytes) = export(app, request, CHECKED_CSV).await {
            super::downloads::offer(app, CHECKED_CSV, "text/csv", bytes);
        }
    });
}

/// The same as a workbook, which the writer makes of the reader's table.
pub fn export_workbook(app: AppContext, preview: &Preview) {
    let request = ReaderRequest::ExportTable(preview.request());
    spawn_local(async move {
        if let Some(table) = export(app, request, CHECKED_WORKBOOK).await {
            super::downloads::make(app, WriterRequest::AnnotatedWorkbook, Some(table), CHECKED_WORKBOOK);
        }
    });
}

/// Whether the screen is shown.
fn is_open(app: AppContext) -> bool {
    app.store.route().get_untracked().page == Page::Import
}

/// Makes room for another list: forgets this one, but not what stands in the box for pasted rows.
pub fn start_over(app: AppContext) {
    let pasted = app.store.import().pasted().get_untracked();
    close(app);
    app.store.import().pasted().set(pasted);
    prefetch(app);
    focus::focus_heading();
}

/// Forgets the list and what was pasted, and ends the reader.
pub fn close(app: AppContext) {
    app.store.import().set(ImportState::default());
    app.store.status().set(None);
    app.workers.with_value(|workers| workers.reader.end());
}

/// Asks for the whole list, to be offered as `file`. Each row is read for it: of the longest lists there
/// are, for minutes.
async fn export(app: AppContext, request: ReaderRequest, file: &'static str) -> Option<ArrayBuffer> {
    if !app.start_making(file) {
        return None;
    }
    let on_progress = move |progress| {
        app.store.making().update(|making| {
            if let Some(making) = making.iter_mut().find(|making| making.file == file) {
                making.progress = Some(progress);
            }
        });
    };
    let reader = app.workers.with_value(|workers| workers.reader.clone());
    let answer = reader.ask(&request, None, limits::SECONDS, on_progress).await;
    app.stop_making(file);
    match answer {
        Ok((_, body)) => body,
        // The list is still there.
        Err(WorkerError::Failed(why)) => {
            app.show_status(Status::Problem(why));
            None
        }
        Err(error) => {
            stop(app, error);
            None
        }
    }
}

async fn ask(app: AppContext, request: ReaderRequest) -> Reply<ReaderResponse> {
    let reader = app.workers.with_value(|workers| workers.reader.clone());
    reader.ask(&request, None, limits::SECONDS, |_| ()).await
}

/// What follows once a preview is shown.
#[derive(Default)]
struct Then {
    /// The element that the keyboard is led to.
    focus: Option<String>,
    /// What was done, for those who hear the page.
    said: Option<String>,
}

/// Asks for a preview. An earlier one that is not answered yet is not wanted any more; a file that is being made is.
fn ask_for_preview(app: AppContext, request: ReaderRequest, body: Option<ArrayBuffer>, then: Then) {
    let reader = app.workers.with_value(|workers| workers.reader.clone());
    if app.store.making().with_untracked(Vec::is_empty) {
        reader.abandon();
    }
    spawn_local(async move {
        match reader.ask(&request, body, limits::SECONDS, |_| ()).await {
            Ok((ReaderResponse::Preview(preview), _)) => {
                let found = preview.summary.first().cloned().unwrap_or_default();
                show_preview(app, preview);
                if let Some(id) = then.focus.filter(|_| is_open(app)) {
                    focus::focus_element_or_heading(&id);
                }
                if let Some(said) = then.said {
                    app.announce(format!("{said} {found}"));
                }
            }
            Ok(_) => {}
            Err(error) => stop(app, error),
        }
    });
}

fn show_preview(app: AppContext, preview: Preview) {
    let import = app.store.import();
    // A list just opened, or one of other sheets, is ticked as the reader proposes; looked at in another way, it
    // keeps its ticks.
    let keeps_ticks = import.phase().with_untracked(|phase| match phase {
        ImportPhase::Previewing(before) => before.request().sheets == preview.request().sheets,
        _ => {
            focus::focus_element("list");
            false
        }
    });
    if !keeps_ticks {
        let most = app.settings.with_value(|settings| settings.most_accounts);
        let listed = app.store.application().people().with_untracked(Vec::len);
        let proposed = proposed(app, &preview);
        let fits = proposed.len() <= most.saturating_sub(listed);
        import.ticked().set(if fits { proposed } else { Vec::new() });
    }
    import.summary().set(preview.summary.clone());
    // What the reader made of the last choices is what is chosen from then on. Other rows of the same list change
    // no choice.
    let understood = understood(&preview);
    let is_as_before = import.phase().with_untracked(|phase| match phase {
        ImportPhase::Previewing(before) => self::understood(before) == understood,
        _ => false,
    });
    if !is_as_before {
        import.chosen().set(understood);
    }
    // The first rows are shown at once; what there is to say of ten thousand follows.
    if !preview.is_checked {
        let request = ReaderRequest::Check(preview.request());
        request_animation_frame(move || {
            if !import.phase().with_untracked(|phase| matches!(phase, ImportPhase::Previewing(_))) {
                return;
            }
            spawn_local(async move {
                match ask(app, request).await {
                    Ok((ReaderResponse::Preview(checked), _)) => show_checked(app, checked),
                    Ok(_) => {}
                    Err(error) => stop(app, error),
                }
            });
        });
    }
    import.phase().set(ImportPhase::Previewing(Arc::new(preview)));
}

/// The choices about sheets and columns by which `preview` was made.
pub fn understood(preview: &Preview) -> PreviewRequest {
    PreviewRequest { from: 0, ..preview.request() }
}

/// Shows what came of comparing all rows: beside those on screen only where that says more.
fn show_checked(app: AppContext, checked: Preview) {
    let import = app.store.import();
    let ImportPhase::Previewing(shown) = import.phase().get_untracked() else { return };
    if shown.request() == checked.request() {
        if let Some(found) = checked.summary.first()
            && shown.summary.first() != Some(found)
        {
            app.announce(found);
        }
        import.summary().set(checked.summary.clone());
        if shown.rows != checked.rows {
            import.phase().set(ImportPhase::Previewing(Arc::new(checked)));
        }
    }
}

/// The reader does not answer any more, or says that it cannot.
fn stop(app: AppContext, error: WorkerError) {
    // The list was closed: nobody waits.
    if app.store.import().phase().with_untracked(|phase| *phase == ImportPhase::Empty) {
        return;
    }
    let why = match error {
        WorkerError::Abandoned => return,
        WorkerError::Failed(sentence) => sentence,
        WorkerError::Replaced => REPLACED.to_owned(),
        WorkerError::NotFetched => "The part of this page that opens lists did not load. Check your connection and try again, or add the people one by one.".to_owned(),
        WorkerError::Ended => "This list could not be read. Open it in Excel, copy the rows you need and paste them here, or save it as .xlsx and choose that.".to_owned(),
    };
    app.workers.with_value(|workers| workers.reader.end());
    fail(app, why);
}
