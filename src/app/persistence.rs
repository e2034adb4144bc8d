//! What outlives the screen: the file a person saves, what this device keeps, and the last good save for
//! when the checker itself stops.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::browser::json::{BrowserJson, stringify};
use super::browser::{files, lifecycle, location, storage};
use super::import;
use super::router::Page;
use super::store::{AppContext, AppStateStoreFields, ImportState, Persistence};
use crate::application::{Application, ApplicationStoreFields, Person};
use crate::documents::save::{self, OpenError, SaveFile};

/// How long after the last change everything is written, in milliseconds: long enough for the next key.
const PAUSE: u32 = 300;

/// Keeps what is entered, and restores it: there is one, handed down by context.
#[derive(Clone, Copy)]
pub struct Saver {
    app: AppContext,
    memory: StoredValue<Memory, LocalStorage>,
}

#[derive(Default)]
struct Memory {
    /// The text this tab last kept or read: by it, a change made in another tab is known.
    kept: Option<String>,
    /// What was last kept, or saved to a file.
    saved: Application,
    /// Writes what was changed, after a pause.
    pending: Option<Timeout>,
}

/// The saver of the component that is being drawn.
pub fn use_saver() -> Saver {
    expect_context()
}

impl Saver {
    /// Restores what this device kept, and from now on writes every change a moment after it.
    pub fn start(app: AppContext) -> Self {
        let saver = Saver { app, memory: StoredValue::new_local(Memory::default()) };
        match storage::get().map(|text| (open(&text), text)) {
            Some((Ok(kept), text)) => saver.restore(kept, text),
            Some((Err(error), _)) => saver.set_persistence(Persistence::Unreadable(error)),
            None => {}
        }
        storage::on_change_elsewhere(move || {
            if saver.persistence() == Persistence::On && saver.is_kept_elsewhere() {
                saver.set_persistence(Persistence::Conflict);
            }
        });
        lifecycle::on_hide(move || saver.flush());
        lifecycle::ask_before_leaving(move || {
            saver.flush();
            saver.has_unsaved() || app.store.import().with_untracked(ImportState::is_begun)
        });
        lifecycle::on_rescue(move || saver.text_to_rescue());
        Effect::watch(move || app.store.application().track(), move |_, _, _| saver.schedule(), false);
        saver
    }

    /// Opens the file `text` in place of everything entered.
    ///
    /// # Errors
    /// Says why it was not opened; then nothing is changed.
    pub fn open(&self, text: &str) -> Result<(), OpenError> {
        let opened = open(text)?;
        self.memory.update_value(|memory| memory.saved = opened.clone());
        self.replace(opened);
        self.flush();
        Ok(())
    }

    /// Offers everything entered as a file.
    pub fn save_to_file(&self) {
        let application = self.app.application();
        let Some(text) = stringify(&SaveFile::from_application(&application)) else { return };
        files::download(save::FILE_NAME, "application/json", text.as_str());
        self.memory.update_value(|memory| memory.saved = application);
        self.app.announce(format!("Downloaded {}", save::FILE_NAME));
    }

    /// Keeps what is entered on this device from now on.
    pub fn keep(&self) {
        self.set_persistence(Persistence::On);
        self.flush();
    }

    /// Keeps nothing on this device any more. What is entered stays in the page.
    pub fn stop_keeping(&self) {
        storage::remove();
        self.memory.set_value(Memory::default());
        self.set_persistence(Persistence::Off);
    }

    /// Deletes everything entered, from the page and from every storage.
    pub fn delete_everything(&self) {
        storage::remove();
        import::close(self.app);
        self.app.store.undo().set(None);
        self.set_persistence(Persistence::Off);
        self.app.update(|application| *application = Application::default());
        self.memory.set_value(Memory::default());
        lifecycle::keep_for_rescue(None);
        self.leave_nobody();
    }

    /// Settles a conflict by taking what the other tab kept; nothing, where it deleted everything.
    pub fn use_other_tab(&self) {
        match storage::get().map(|text| (open(&text), text)) {
            Some((Ok(kept), text)) => self.restore(kept, text),
            Some((Err(error), _)) => self.set_persistence(Persistence::Unreadable(error)),
            None => self.delete_everything(),
        }
    }

    /// Settles a conflict, or replaces what could not be read, by keeping what this tab holds.
    pub fn use_this_tab(&self) {
        self.memory.update_value(|memory| memory.kept = storage::get());
        self.keep();
    }

    /// Writes what was entered and is not written yet.
    pub fn flush(&self) {
        self.memory.update_value(|memory| memory.pending = None);
        let application = self.app.application();
        let Some(text) = stringify(&SaveFile::from_application(&application)) else { return };
        lifecycle::keep_for_rescue(Some(text.as_str()).filter(|_| !application.is_empty()));
        if !matches!(self.persistence(), Persistence::On | Persistence::Refused) {
            return;
        }
        if self.is_kept_elsewhere() {
            self.set_persistence(Persistence::Conflict);
        } else if storage::set(&text).is_err() {
            self.set_persistence(Persistence::Refused);
        } else {
            self.memory.update_value(|memory| {
                memory.kept = Some(text);
                memory.saved = application;
            });
            self.set_persistence(Persistence::On);
        }
    }

    /// Everything entered as the text of a saved file; `None` where nothing is, or where the store can no
    /// longer be read.
    fn text_to_rescue(self) -> Option<String> {
        let application = self.app.store.application().try_get_untracked()?;
        (!application.is_empty()).then(|| stringify(&SaveFile::from_application(&application))).flatten()
    }

    /// Puts `application` in place of what is entered. Whoever stands where somebody stood takes their id, so
    /// that a screen about one person goes on with the one who has their place.
    fn replace(&self, mut application: Application) {
        self.app.update(|before| {
            for (person, before) in application.people.iter_mut().zip(&before.people) {
                person.id = before.id;
            }
            *before = application;
        });
        // It would put the people of one application into another.
        self.app.store.undo().set(None);
        self.leave_nobody();
    }

    /// Leaves the screen of a person who is no longer listed: what is typed there would go nowhere.
    fn leave_nobody(&self) {
        let listed = self.app.store.application().people().with_untracked(Vec::len);
        if matches!(self.app.store.route().get_untracked().page, Page::Person(index, _) if index >= listed) {
            location::replace(&Page::People.href());
        }
    }

    /// Whether something was entered that is neither kept nor saved to a file. People about whom nothing is
    /// entered are nothing.
    fn has_unsaved(&self) -> bool {
        let without_empty = |application: &Application| {
            let mut application = application.clone();
            application.people.retain(|person| !Person::is_empty(person));
            application
        };
        let application = without_empty(&self.app.application());
        !application.is_empty()
            && self.memory.with_value(|memory| without_empty(&memory.saved) != application)
    }

    fn schedule(self) {
        let timeout = Timeout::new(PAUSE, move || self.flush());
        self.memory.update_value(|memory| memory.pending = Some(timeout));
    }

    fn restore(&self, kept: Application, text: String) {
        lifecycle::keep_for_rescue(Some(&text));
        self.memory.set_value(Memory { kept: Some(text), saved: kept.clone(), pending: None });
        self.replace(kept);
        self.set_persistence(Persistence::On);
    }

    fn persistence(&self) -> Persistence {
        self.app.store.persistence().get_untracked()
    }

    fn set_persistence(&self, persistence: Persistence) {
        if self.persistence() != persistence {
            self.app.store.persistence().set(persistence);
        }
    }

    fn is_kept_elsewhere(&self) -> bool {
        self.memory.with_value(|memory| memory.kept != storage::get())
    }
}

/// The application in the text of a saved file.
fn open(text: &str) -> Result<Application, OpenError> {
    save::open::<BrowserJson>(text)
}
