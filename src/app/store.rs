//! What the screens share, and how they come by it.
//!
//! Data flows one way: an event changes the store, the report is derived from it, and the screens draw
//! themselves from the two. The store is data only; `persistence`, `import` and `downloads` act on it.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;
use time::Date;

use super::browser::focus;
use super::router::{Page, Route};
use super::workers::Workers;
use crate::application::{
    Application, ApplicationStoreFields, OtherSites, Person, PersonBox, PersonId, Workspace,
};
use crate::documents::save::LoadError;
use crate::intake::preview::{Preview, PreviewRequest, Progress};
use crate::rules::{Report, check};
use crate::settings::Settings;

/// The state of the checker: there is one, for as long as the page is open.
#[derive(Debug, Store)]
pub struct AppState {
    /// What the provider has entered.
    pub application: Application,
    /// The other sites that are prepared here, if there are any.
    pub other_sites: OtherSites,
    /// The screen.
    pub route: Route,
    /// The day, read anew with every screen.
    pub today: Date,
    /// What Continue found on this screen when it was last pressed; `None` where it was not.
    pub problems: Option<Vec<FormProblem>>,
    /// What was last done to the list of people, and how to take it back.
    pub undo: Option<Undo>,
    /// What came of the last thing done on this screen.
    pub status: Option<Status>,
    /// What was too long for the box that it was last typed or pasted into.
    pub too_long: Option<TooLongText>,
    /// What was just done, for the line that screen readers speak.
    pub announcement: String,
    /// What is kept on this device.
    pub persistence: Persistence,
    /// What this tab keeps while it is open.
    pub tab_keeping: TabKeeping,
    /// The list that is being brought in.
    pub import: ImportState,
    /// The documents that workers are making, in the order they were asked for.
    pub making: Vec<Making>,
    /// The boxes of the portal that are ticked as typed in, each by the name of its place with the value that it held
    /// then: `postcode LN1 1AA`.
    pub typed_in: Vec<String>,
    /// What is wrong with the host's settings, in a sentence for the host.
    pub settings_problem: Option<String>,
}

/// Something that stands between a form and its next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormProblem {
    /// The id of its box, or of the first of several.
    pub box_id: String,
    /// What to do, as it stands at the box.
    pub message: String,
    /// What to do, as it stands in the summary, away from the box.
    pub summary: String,
    /// Whether it is a mistake, and not a question that the person may answer with a tick.
    pub is_error: bool,
}

impl FormProblem {
    /// A mistake in the box `box_id`, with a sentence that stands alone.
    pub fn error(box_id: impl Into<String>, sentence: impl Into<String>) -> Self {
        let message = sentence.into();
        FormProblem { box_id: box_id.into(), summary: message.clone(), message, is_error: true }
    }
}

/// A change to the list of people that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// What was done, in a sentence.
    pub message: String,
    /// What it was.
    pub change: PeopleChange,
}

/// What was done to the list of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleChange {
    /// Somebody was taken off, who stood at this place.
    Removed(usize, Person),
    /// These were added.
    Added(Vec<PersonId>),
    /// The names of these were written in another way: as they were before.
    Renamed(Vec<Person>),
}

/// What came of something that a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// It was done.
    Done(String),
    /// A file of this name was made and handed to the browser.
    Downloaded(String),
    /// It was not: why, and what to do.
    Problem(String),
}

/// A text that was left out of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLongText {
    /// The id of the box.
    pub box_id: String,
    /// Why, and what to do.
    pub message: String,
}

/// What is kept on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// Nothing: answers are in memory and, where [`TabKeeping`] says so, in this tab's storage.
    Off,
    /// Every change.
    On,
    /// It was chosen, but the browser will not: storage is full or barred.
    Refused,
    /// Another tab has changed what is kept. Nothing is written until the user says which to use.
    Conflict,
    /// Another tab has deleted everything, and this one still has answers. Nothing is written until the user
    /// says what to do with them.
    DeletedElsewhere,
    /// This device keeps something that this release cannot read. It is left alone.
    Unreadable(LoadError),
}

/// What this tab keeps while it is open, so that a reload and the way back from another page lose nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TabKeeping {
    /// Every change.
    On,
    /// Nothing: so it was chosen, for a computer that others use.
    Off,
    /// Nothing: the browser will not.
    Refused,
}

/// A list that is being brought in.
#[derive(Debug, Default, Store)]
pub struct ImportState {
    /// How far it is.
    pub phase: ImportPhase,
    /// What stands in the box for pasted rows.
    pub pasted: String,
    /// What there is to say about the whole list.
    pub summary: Vec<String>,
    /// The rows that are ticked, by their place among those with people.
    pub ticked: Vec<usize>,
    /// What was changed in the rows: where each stands in the file, and the text of a box.
    pub edits: Vec<Edit>,
    /// What is chosen about sheets and columns, and not taken yet.
    pub chosen: PreviewRequest,
    /// Why there is no list, where that was found while another screen was open.
    pub problem: Option<String>,
}

impl ImportState {
    /// Whether a list was brought, or rows were pasted, and nothing came of it yet.
    pub fn is_begun(&self) -> bool {
        self.phase != ImportPhase::Empty || !self.pasted.trim().is_empty()
    }
}

/// Where a row stands in the file: its sheet, and its number there.
pub type RowKey = (usize, usize);

/// The text that was put into a box of a row.
pub type Edit = (RowKey, PersonBox, String);

/// How far a list that is being brought in has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ImportPhase {
    /// There is none yet.
    #[default]
    Empty,
    /// It is being read.
    Reading,
    /// It is shown as the reader sees it.
    Previewing(Arc<Preview>),
}

/// A document that a worker is making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    /// What the file will be called.
    pub file: String,
    /// How far it is, where the worker says so.
    pub progress: Option<Progress>,
}

/// The store, and what is derived from it or never changes: handed down by context.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The state.
    pub store: Store<AppState>,
    /// What the rules say of the application.
    pub report: Memo<Report>,
    /// The host's settings.
    pub settings: StoredValue<Settings>,
    /// The programs that run beside the page.
    pub workers: StoredValue<Workers, LocalStorage>,
}

/// The context of the component that is being drawn.
pub fn use_app() -> AppContext {
    expect_context()
}

impl AppContext {
    /// The state when the page opens, before anything is restored. `problem` is what is wrong with the
    /// host's settings.
    pub fn new(settings: Settings, problem: Option<String>, today: Date) -> Self {
        let store = Store::new(AppState {
            application: Application::default(),
            other_sites: OtherSites::default(),
            route: Page::Start.into(),
            today,
            problems: None,
            undo: None,
            status: None,
            too_long: None,
            announcement: String::new(),
            persistence: Persistence::Off,
            tab_keeping: TabKeeping::On,
            import: ImportState::default(),
            making: Vec::new(),
            typed_in: Vec::new(),
            settings_problem: problem,
        });
        let workers = StoredValue::new_local(Workers::new(&settings));
        let settings = StoredValue::new(settings);
        let report = Memo::new(move |_| {
            let today = store.today().get();
            store
                .application()
                .with(|application| settings.with_value(|host| check(application, host, today)))
        });
        AppContext { store, report, settings, workers }
    }

    /// The application as it stands, for use in events.
    pub fn application(&self) -> Application {
        self.store.application().get_untracked()
    }

    /// Every site as it stands, for use in events.
    pub fn workspace(&self) -> Workspace {
        Workspace { open: self.application(), others: self.store.other_sites().get_untracked() }
    }

    /// Puts `workspace` in place of every site.
    pub fn set_workspace(&self, workspace: Workspace) {
        let Workspace { open, others } = workspace;
        self.update(|application| *application = open);
        self.store.other_sites().set(others);
    }

    /// What is wrong with the box `box_id`, since Continue was pressed.
    pub fn errors_at(&self, box_id: String) -> Signal<Vec<String>> {
        let problems = self.store.problems();
        // A memo, so that a message that is still the same is not drawn, and spoken, again.
        Memo::new(move |_| {
            problems.with(|problems| {
                let is_here = |problem: &&FormProblem| problem.is_error && problem.box_id == box_id;
                let here = problems.iter().flatten().filter(is_here);
                here.map(|problem| problem.message.clone()).collect::<Vec<_>>()
            })
        })
        .into()
    }

    /// Changes the application.
    pub fn update(&self, change: impl FnOnce(&mut Application)) {
        self.store.application().update(change);
        // The keys of a list are kept beside it, and a change of what is above it does not touch them.
        self.store.application().people().update_keys();
    }

    /// Shows that `file` is being made; `false` where it is already.
    pub fn start_making(&self, file: &str) -> bool {
        let making = self.store.making();
        let is_new = making.with_untracked(|making| making.iter().all(|other| other.file != file));
        if is_new {
            self.store.status().set(None);
            making.update(|making| making.push(Making { file: file.to_owned(), progress: None }));
        }
        is_new
    }

    /// Shows no longer that `file` is being made.
    pub fn stop_making(&self, file: &str) {
        self.store.making().update(|making| making.retain(|other| other.file != file));
    }

    /// Says what was done, to those who hear the page.
    pub fn announce(&self, message: impl Into<String>) {
        let mut message = message.into();
        // A live region speaks what changes: the same words twice would be silent the second time.
        if self.store.announcement().with_untracked(|spoken| *spoken == message) {
            message.push('\u{a0}');
        }
        self.store.announcement().set(message);
    }

    /// Shows what came of what was just done, and puts the keyboard there.
    pub fn show_status(&self, status: Status) {
        self.store.status().set(Some(status));
        focus::focus_element("status");
    }

    /// Says what was done to the list of people, and offers to take it back. The notice is read out
    /// because the keyboard goes to it.
    pub fn offer_undo(&self, undo: Undo) {
        self.store.undo().set(Some(undo));
        focus::focus_element("undo");
    }
}
