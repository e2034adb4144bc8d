//! What the screens share: the application, what is said of it, and where it is kept.
//!
//! Data flows one way. A screen changes the application through [`State::change`]; the report is
//! worked out from it; every screen draws itself from the two.

use std::ops::Deref;
use std::sync::{Mutex, MutexGuard, PoisonError};

use time::Date;

use super::browser::{clock, focus, rescue, storage};
use super::import::Import;
use super::page::{Page, Route};
use super::watched::Watched;
use crate::application::{Application, Person};
use crate::documents::save::{self, OpenError};
use crate::rules::{Report, check};
use crate::settings::Settings;

/// The state of the checker: there is one, for as long as the page is open.
#[derive(Clone, Copy)]
pub struct State(&'static Shared);

impl Deref for State {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What the state holds.
pub struct Shared {
    /// What the provider has entered.
    pub application: Watched<Application>,
    /// What the rules say of it.
    pub report: Watched<Report>,
    /// The screen.
    pub route: Watched<Route>,
    /// The day, read anew with every screen.
    pub today: Watched<Date>,
    /// The host's settings.
    pub settings: Settings,
    /// Whether Continue was pressed on this screen: from then on it shows what is wrong.
    pub attempted: Watched<bool>,
    /// What was last done to the list of people, and how to take it back.
    pub undo: Watched<Option<Undo>>,
    /// What is on the import screen.
    pub import: Watched<Import>,
    /// What there is to say about the whole list.
    pub found: Watched<Vec<String>>,
    /// The rows of the list that are ticked.
    pub ticked: Watched<Vec<usize>>,
    /// The document that the writer is making; nothing, when it makes none.
    pub making: Watched<&'static str>,
    /// What is kept on this device.
    pub keeping: Watched<Keeping>,
    /// Whether something was entered that is neither kept nor saved to a file.
    pub unsaved: Watched<bool>,
    /// What was just done, for the line that screen readers speak.
    pub said: Watched<String>,
    /// What came of the last thing done on the screen: the words, and whether it went well.
    pub told: Watched<Option<(String, bool)>>,
    /// Whether the screen asks if everything is to be deleted.
    pub deleting: Watched<bool>,
    /// The text this tab last kept or read: by it, a change made in another tab is known.
    seen: Mutex<Option<String>>,
}

/// A change to the list of people that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// What was done, in a sentence.
    pub said: String,
    /// Who was listed before.
    pub people: Vec<Person>,
}

/// What is kept on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing: answers are in memory only.
    Off,
    /// Every change.
    On,
    /// It was chosen, but the browser will not: storage is full or barred.
    Refused,
    /// Another tab has changed what is kept, or deleted it. Nothing is written until the user says
    /// which to use.
    Conflict,
    /// Something is kept that this release cannot read. It is left alone.
    Unreadable(OpenError),
}

impl State {
    /// The state when the page opens: with what this device kept, if anything.
    pub fn new(settings: Settings) -> Self {
        let application = Watched::new(Application::default());
        let today = clock::today();
        let report = Watched::new(application.with_unwatched(|a| check(a, &settings, today)));
        let state = State(Box::leak(Box::new(Shared {
            application,
            report,
            route: Watched::new(Page::Start.into()),
            today: Watched::new(today),
            settings,
            attempted: Watched::new(false),
            undo: Watched::new(None),
            import: Watched::new(Import::Nothing),
            found: Watched::new(Vec::new()),
            ticked: Watched::new(Vec::new()),
            making: Watched::new(""),
            keeping: Watched::new(Keeping::Off),
            unsaved: Watched::new(false),
            said: Watched::new(String::new()),
            told: Watched::new(None),
            deleting: Watched::new(false),
            seen: Mutex::new(None),
        })));
        if let Some(text) = storage::kept() {
            match save::open(&text) {
                Ok(kept) => state.take_kept(kept, text),
                Err(error) => state.keeping.set(Keeping::Unreadable(error)),
            }
        }
        storage::on_change_elsewhere(move || {
            if state.keeping.get_unwatched() == Keeping::On && state.kept_elsewhere() {
                state.keeping.set(Keeping::Conflict);
            }
        });
        state
    }

    /// The application as it stands, for use outside of drawing.
    pub fn now(&self) -> Application {
        self.application.get_unwatched()
    }

    /// A value worked out from the host's settings.
    pub fn setting<T>(&self, read: impl FnOnce(&Settings) -> T) -> T {
        read(&self.settings)
    }

    /// Changes the application, and keeps the change where that was chosen.
    pub fn change(&self, change: impl FnOnce(&mut Application)) {
        let mut change = Some(change);
        self.change_by(&mut |application| {
            if let Some(change) = change.take() {
                change(application);
            }
        });
    }

    // Not generic, and so in the module once.
    #[inline(never)]
    fn change_by(&self, change: &mut dyn FnMut(&mut Application)) {
        self.application.update(|application| change(application));
        self.check();
        self.unsaved.set(true);
        self.write();
    }

    /// Opens the file `text` in place of everything entered.
    ///
    /// # Errors
    /// Says why it was not opened; then nothing is changed.
    pub fn open(&self, text: &str) -> Result<(), OpenError> {
        let opened = save::open(text)?;
        self.undo.set(None);
        self.change(|application| *application = opened);
        if self.keeping.get_unwatched() != Keeping::On {
            self.unsaved.set(false);
        }
        Ok(())
    }

    /// Keeps what is entered on this device from now on.
    pub fn keep(&self) {
        self.keeping.set(Keeping::On);
        self.write();
    }

    /// Keeps nothing on this device any more. What is entered stays in the page.
    pub fn stop_keeping(&self) {
        storage::forget();
        self.see(None);
        self.keeping.set(Keeping::Off);
        self.unsaved.set(!self.now().is_empty());
    }

    /// Deletes everything entered, from the page and from every storage.
    pub fn delete_everything(&self) {
        storage::forget();
        self.see(None);
        self.undo.set(None);
        self.keeping.set(Keeping::Off);
        self.application.set(Application::default());
        self.check();
        self.unsaved.set(false);
        rescue::keep(None);
    }

    /// Settles a conflict by taking what the other tab kept; nothing, where it deleted everything.
    /// The screen is drawn anew: it showed what this tab held.
    pub fn use_other_tab(&self) {
        match storage::kept().map(|text| (save::open(&text), text)) {
            Some((Ok(kept), text)) => self.take_kept(kept, text),
            Some((Err(error), _)) => self.keeping.set(Keeping::Unreadable(error)),
            None => self.delete_everything(),
        }
        self.route.update(|_| ());
    }

    /// Settles a conflict, or replaces what could not be read, by keeping what this tab holds.
    pub fn use_this_tab(&self) {
        self.see(storage::kept());
        self.keep();
    }

    /// Says what was done to the list of people, and offers to take it back. The notice is read out because
    /// the keyboard goes to it.
    pub fn offer_undo(&self, undo: Undo) {
        self.undo.set(Some(undo));
        focus::element("undo");
    }

    /// Says on the screen what came of what was just done, and puts the keyboard there.
    pub fn tell(&self, text: String, went_well: bool) {
        self.told.set(Some((text, went_well)));
        focus::element("told");
    }

    /// Takes people with nothing entered off the list: they were added and then left alone.
    pub fn drop_empty_people(&self) {
        if self.application.with_unwatched(|a| a.people.iter().any(Person::is_empty)) {
            self.change(|application| application.people.retain(|person| !person.is_empty()));
        }
    }

    /// Shows the screen of `route`, as on a page just opened: nothing asked, nothing said.
    pub fn turn_to(&self, route: Route) {
        self.today.set(clock::today());
        self.check();
        self.attempted.set(false);
        self.said.set(String::new());
        self.told.set(None);
        self.deleting.set(false);
        self.route.set(route);
    }

    /// Works the report out anew, and hands it to the screens if it says something else.
    fn check(&self) {
        let today = self.today.get_unwatched();
        let report = self.application.with_unwatched(|a| check(a, &self.settings, today));
        if self.report.with_unwatched(|before| *before != report) {
            self.report.set(report);
        }
    }

    fn seen(&self) -> MutexGuard<'_, Option<String>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn see(&self, kept: Option<String>) {
        *self.seen() = kept;
    }

    fn take_kept(&self, kept: Application, text: String) {
        self.application.set(kept);
        self.check();
        rescue::keep(Some(&text));
        self.see(Some(text));
        self.keeping.set(Keeping::On);
        self.unsaved.set(false);
    }

    fn kept_elsewhere(&self) -> bool {
        *self.seen() != storage::kept()
    }

    fn write(&self) {
        let application = self.now();
        let text = save::save(&application);
        rescue::keep(Some(&text).filter(|_| !application.is_empty()).map(String::as_str));
        if !matches!(self.keeping.get_unwatched(), Keeping::On | Keeping::Refused) {
            return;
        }
        if self.kept_elsewhere() {
            self.keeping.set(Keeping::Conflict);
        } else if storage::keep(&text).is_err() {
            self.keeping.set(Keeping::Refused);
        } else {
            self.see(Some(text));
            self.keeping.set(Keeping::On);
            self.unsaved.set(false);
        }
    }
}
