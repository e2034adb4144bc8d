//! What outlives the screen: the file a person saves, what this tab and this device keep, and the last good
//! save for when the checker itself stops.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::browser::json::{BrowserJson, stringify};
use super::browser::storage::{Area, OtherTabs, StorageRefused, TabNote};
use super::browser::{files, lifecycle, location, storage};
use super::import;
use super::router::Page;
use super::store::{
    AppContext, AppStateStoreFields, ImportState, ImportStateStoreFields, Persistence, Status, TabKeeping,
};
use crate::application::{ApplicationStoreFields, Workspace, differences};
use crate::documents::file_name::for_site;
use crate::documents::save::{self, LoadError, SaveFile};

/// How long after the last change everything is written, in milliseconds: long enough for the next key.
const PAUSE: u32 = 300;

/// What to say where a browser will not delete.
const NOT_DELETED: &str = "Your browser would not delete what it keeps for this page. Open your browser’s settings, delete the data of this site there, then close this tab.";

/// Keeps what is entered, and restores it: there is one, handed down by context.
#[derive(Clone, Copy)]
pub struct Saver {
    app: AppContext,
    /// Why what this tab kept could not be opened. While this is set, the tab's copy is left as it is, until
    /// somebody has decided about it.
    leaves_tab: RwSignal<Option<LoadError>>,
    memory: StoredValue<Memory, LocalStorage>,
}

#[derive(Default)]
struct Memory {
    /// The text this tab last kept on this device, or read there: by it, a change made in another tab is known.
    kept: Option<String>,
    /// Whether this tab is to keep on this device, once what stands in the way is settled.
    keeps: bool,
    /// Writes what was changed, after a pause.
    pending: Option<Timeout>,
    other_tabs: Option<OtherTabs>,
}

/// The saver of the component that is being drawn.
pub fn use_saver() -> Saver {
    expect_context()
}

impl Saver {
    /// Restores what this tab or this device kept, and from now on writes every change a moment after it.
    pub fn start(app: AppContext) -> Self {
        let saver =
            Saver { app, leaves_tab: RwSignal::new(None), memory: StoredValue::new_local(Memory::default()) };
        saver.restore();
        storage::on_change_elsewhere(move || saver.hear_change());
        let other_tabs = OtherTabs::listen(move || {
            // One that keeps on this device hears of it by the device's storage.
            if saver.persistence() == Persistence::Off && !app.workspace().is_empty() {
                saver.set_persistence(Persistence::DeletedElsewhere);
            }
        });
        saver.memory.update_value(|memory| memory.other_tabs = Some(other_tabs));
        lifecycle::on_hide(move || saver.flush());
        lifecycle::ask_before_leaving(move || {
            saver.flush();
            saver.would_lose() || app.store.import().with_untracked(ImportState::is_begun)
        });
        lifecycle::on_rescue(move || saver.text_to_rescue());
        let track = move || {
            app.store.application().track();
            app.store.other_sites().track();
            app.store.typed_in().track();
        };
        Effect::watch(track, move |_, _, _| saver.schedule(), false);
        saver
    }

    /// What this tab kept comes first: it is what was on screen. Where this device keeps something else, a
    /// person says which to use; where the tab's cannot be opened, what this device keeps is shown.
    fn restore(&self) {
        let note = storage::tab_note();
        if note == Some(TabNote::Off) {
            self.app.store.tab_keeping().set(TabKeeping::Off);
        }
        let on_device = storage::get(Area::Device);
        let in_tab = match storage::get(Area::Tab).map(|text| open(&text)) {
            Some(Ok(workspace)) => workspace,
            Some(Err(error)) => {
                self.leaves_tab.set(Some(error));
                return self.restore_from_device(on_device);
            }
            None => return self.restore_from_device(on_device),
        };
        let is_same = match &on_device {
            Some(text) => open(text).map(|kept| kept == in_tab),
            None => Ok(note != Some(TabNote::OnDevice)),
        };
        self.replace(in_tab);
        let ticks = storage::ticks().unwrap_or_default();
        self.app.store.typed_in().set(ticks.lines().map(str::to_owned).collect());
        let keeps = on_device.is_some();
        self.memory.update_value(|memory| {
            memory.keeps = keeps;
            // What differs or cannot be opened is not this tab's to write over.
            memory.kept = on_device.filter(|_| is_same == Ok(true));
        });
        match is_same {
            Ok(true) if keeps => self.set_persistence(Persistence::On),
            Ok(true) => {}
            Ok(false) => self.tell_of_change(),
            Err(error) => self.set_persistence(Persistence::Unreadable(error)),
        }
    }

    fn restore_from_device(&self, on_device: Option<String>) {
        let Some(text) = on_device else { return };
        match open(&text) {
            Ok(kept) => {
                lifecycle::keep_for_rescue(Some(&text));
                self.memory.update_value(|memory| {
                    memory.kept = Some(text);
                    memory.keeps = true;
                });
                self.replace(kept);
                self.set_persistence(Persistence::On);
            }
            Err(error) => self.set_persistence(Persistence::Unreadable(error)),
        }
    }

    /// Puts `workspace` in place of everything entered. Of another site nothing is typed into the portal yet.
    pub fn use_instead(&self, workspace: Workspace) {
        self.app.store.typed_in().set(Vec::new());
        self.replace(workspace);
        self.flush();
    }

    /// The text of a file of everything entered.
    ///
    /// # Errors
    /// Says, where it would be too large to open again, what to shorten.
    pub fn file_text(&self) -> Result<String, String> {
        let workspace = self.app.workspace();
        let text = stringify(&SaveFile::of(&workspace)).ok_or(files::NOT_MADE)?;
        let (length, place) = save::longest_text(&workspace);
        if text.len() > save::LARGEST_FILE || length > save::LONGEST_TEXT {
            return Err(format!(
                "Your answers are too long for a file that can be opened again, so none was made. The longest text has {length} characters. It is here: {place}. Make it shorter, then save again."
            ));
        }
        Ok(text)
    }

    /// Offers `text` as the saved file.
    pub fn offer_file(&self, text: &str) {
        let name = for_site(save::FILE_NAME, &self.app.application().site.shown_name());
        match files::download(&name, "application/json", text) {
            Ok(()) => self.app.store.status().set(Some(Status::Downloaded(name))),
            Err(_) => self.app.show_status(Status::Problem(files::NOT_MADE.to_owned())),
        }
    }

    /// Keeps what is entered on this device from now on.
    pub fn keep(&self) {
        self.memory.update_value(|memory| memory.keeps = true);
        self.set_persistence(Persistence::On);
        self.flush();
    }

    /// Keeps nothing on this device any more. What is entered stays in the page.
    pub fn stop_keeping(&self) {
        self.forget_device();
        if storage::remove(Area::Device).is_err() {
            self.app.show_status(Status::Problem(NOT_DELETED.to_owned()));
        }
        self.flush();
    }

    /// Keeps what is entered in this tab while it is open, or no more.
    pub fn keep_in_tab(&self, keep: bool) {
        self.app.store.tab_keeping().set(if keep { TabKeeping::On } else { TabKeeping::Off });
        if !keep {
            self.leaves_tab.set(None);
            if storage::remove(Area::Tab).is_err() {
                self.app.show_status(Status::Problem(NOT_DELETED.to_owned()));
            }
        }
        self.flush();
    }

    /// Settles what this tab kept and could not be opened: it goes, and the tab keeps what is entered instead.
    /// What this device keeps is not deleted.
    pub fn delete_unreadable_in_tab(&self) {
        if storage::remove(Area::Tab).is_err() {
            return self.app.show_status(Status::Problem(NOT_DELETED.to_owned()));
        }
        self.leaves_tab.set(None);
        self.flush();
    }

    /// Deletes everything entered, from the page and from every storage, and says what came of it.
    pub fn delete_everything(&self) {
        import::close(self.app);
        self.forget_device();
        self.leaves_tab.set(None);
        self.app.store.undo().set(None);
        self.app.store.typed_in().set(Vec::new());
        self.app.set_workspace(Workspace::default());
        lifecycle::keep_for_rescue(None);
        let deleted = [storage::remove(Area::Device), storage::remove(Area::Tab)];
        self.flush();
        self.memory.with_value(|memory| {
            if let Some(other_tabs) = &memory.other_tabs {
                other_tabs.tell_deleted();
            }
        });
        self.leave_nobody();
        self.app.show_status(if deleted.contains(&Err(StorageRefused)) {
            Status::Problem(NOT_DELETED.to_owned())
        } else {
            Status::Done(
                "Everything you entered was deleted, from this page and from this device.".to_owned(),
            )
        });
    }

    /// Why what this tab kept could not be opened, until somebody has decided about it.
    pub fn unreadable_in_tab(&self) -> Option<LoadError> {
        self.leaves_tab.get()
    }

    /// Whether this device keeps anything.
    pub fn is_on_device(&self) -> bool {
        storage::get(Area::Device).is_some()
    }

    /// What differs between what is entered here and what this device keeps, a sentence each.
    pub fn differences(&self) -> Vec<String> {
        let kept = storage::get(Area::Device).and_then(|text| open(&text).ok()).unwrap_or_default();
        differences(&self.app.workspace(), &kept)
    }

    /// Settles a conflict by taking what the other tab kept. Where it has deleted everything since, nothing
    /// here is: a person is asked anew.
    pub fn use_other_tab(&self) {
        let Some(text) = storage::get(Area::Device) else { return self.tell_of_change() };
        self.restore_from_device(Some(text));
        self.flush();
    }

    /// Settles a conflict, or replaces what this device keeps and could not be opened, by keeping what is
    /// entered here.
    pub fn use_this_tab(&self) {
        let on_device = storage::get(Area::Device);
        let keeps = on_device.is_some() || self.memory.with_value(|memory| memory.keeps);
        self.memory.update_value(|memory| {
            memory.kept = on_device;
            memory.keeps = keeps;
        });
        self.set_persistence(if keeps { Persistence::On } else { Persistence::Off });
        self.flush();
    }

    /// After another tab has deleted everything, deletes what is entered here too. Where something is kept
    /// again since, a person is asked anew.
    pub fn delete_here_too(&self) {
        if self.is_on_device() { self.tell_of_change() } else { self.delete_everything() }
    }

    /// After another tab has deleted everything, goes on with what is entered here, in this tab alone.
    pub fn keep_in_this_tab_alone(&self) {
        self.forget_device();
        self.flush();
    }

    /// Writes what was entered and is not written yet.
    pub fn flush(&self) {
        self.memory.update_value(|memory| memory.pending = None);
        let workspace = self.app.workspace();
        let Some(text) = stringify(&SaveFile::of(&workspace)) else { return };
        let is_empty = workspace.is_empty();
        lifecycle::keep_for_rescue(Some(text.as_str()).filter(|_| !is_empty));
        self.write_to_tab(Some(text.as_str()).filter(|_| !is_empty));
        if !matches!(self.persistence(), Persistence::On | Persistence::Refused) {
            return;
        }
        if self.is_kept_elsewhere() {
            self.tell_of_change();
        } else if storage::set(Area::Device, &text).is_err() {
            self.set_persistence(Persistence::Refused);
        } else {
            self.memory.update_value(|memory| memory.kept = Some(text));
            self.set_persistence(Persistence::On);
        }
    }

    /// Has this tab hold `text`, or nothing.
    fn write_to_tab(&self, text: Option<&str>) {
        let keeping = self.app.store.tab_keeping();
        if self.leaves_tab.get_untracked().is_some() {
            return;
        }
        let is_off = keeping.get_untracked() == TabKeeping::Off;
        let on_device = text.is_some() && self.memory.with_value(|memory| memory.keeps);
        storage::note_tab(match (is_off, on_device) {
            (true, _) => Some(TabNote::Off),
            (false, true) => Some(TabNote::OnDevice),
            (false, false) => None,
        });
        if is_off {
            return;
        }
        let written = match text {
            Some(text) => {
                storage::set_ticks(&self.app.store.typed_in().with_untracked(|ticks| ticks.join("\n")));
                storage::set(Area::Tab, text)
            }
            None => storage::remove(Area::Tab),
        };
        let now = if written.is_ok() { TabKeeping::On } else { TabKeeping::Refused };
        if keeping.get_untracked() != now {
            keeping.set(now);
        }
    }

    /// Everything entered as the text of a saved file; `None` where nothing is, or where the store can no
    /// longer be read.
    fn text_to_rescue(self) -> Option<String> {
        let open = self.app.store.application().try_get_untracked()?;
        let others = self.app.store.other_sites().try_get_untracked()?;
        let workspace = Workspace { open, others };
        (!workspace.is_empty()).then(|| stringify(&SaveFile::of(&workspace))).flatten()
    }

    /// Puts `workspace` in place of what is entered. Whoever stands where somebody stood takes their id, so
    /// that a screen about one person goes on with the one who has their place.
    fn replace(&self, mut workspace: Workspace) {
        self.app.store.application().people().with_untracked(|before| {
            for (person, before) in workspace.open.people.iter_mut().zip(before) {
                person.id = before.id;
            }
        });
        self.app.set_workspace(workspace);
        // It would put the people of one application into another.
        self.app.store.undo().set(None);
        self.app.store.problems().set(None);
        self.leave_nobody();
    }

    /// Leaves the screen of a person who is no longer listed: what is typed there would go nowhere.
    fn leave_nobody(&self) {
        let listed = self.app.store.application().people().with_untracked(Vec::len);
        if matches!(self.app.store.route().get_untracked().page, Page::Person(index, _) if index >= listed) {
            location::replace(&Page::People.href());
        }
    }

    /// Whether something was entered that would be gone once the page is left: nothing keeps it. A file may
    /// have been saved, but no page can know that it reached the disk. People about whom nothing is entered are
    /// nothing.
    fn would_lose(&self) -> bool {
        let is_in_tab = self.app.store.tab_keeping().get_untracked() == TabKeeping::On
            && self.leaves_tab.get_untracked().is_none();
        let is_held = is_in_tab || self.persistence() == Persistence::On;
        let is_entered = !self.app.workspace().without_empty_people().is_empty();
        let import = self.app.store.import();
        // Rows of a list are held by nothing until they are added.
        let is_bringing = import.pasted().with_untracked(|pasted| !pasted.trim().is_empty())
            || import.edits().with_untracked(|edits| !edits.is_empty());
        is_bringing || (is_entered && !is_held)
    }

    fn schedule(self) {
        let timeout = Timeout::new(PAUSE, move || {
            self.flush();
            // What differs from the other tab's answers is no longer what the notice names.
            if self.persistence() == Persistence::Conflict {
                self.tell_of_change();
            }
        });
        self.memory.update_value(|memory| memory.pending = Some(timeout));
    }

    fn forget_device(&self) {
        self.memory.update_value(|memory| {
            memory.kept = None;
            memory.keeps = false;
            memory.pending = None;
        });
        self.set_persistence(Persistence::Off);
    }

    /// Another tab has changed what this device keeps, or deleted it.
    fn hear_change(self) {
        match self.persistence() {
            Persistence::Off => {}
            Persistence::On | Persistence::Refused if !self.is_kept_elsewhere() => {}
            _ => self.tell_of_change(),
        }
    }

    /// Asks a person what to do about what another tab did to what this device keeps.
    fn tell_of_change(&self) {
        match storage::get(Area::Device).map(|text| open(&text)) {
            // Set where it was so before, too: the notice reads the device's storage while it is drawn, and is
            // drawn anew by this.
            Some(Ok(_)) => self.app.store.persistence().set(Persistence::Conflict),
            Some(Err(error)) => self.set_persistence(Persistence::Unreadable(error)),
            None if self.app.workspace().is_empty() => self.forget_device(),
            None => self.set_persistence(Persistence::DeletedElsewhere),
        }
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
        self.memory.with_value(|memory| memory.kept != storage::get(Area::Device))
    }
}

/// What is in the text of a saved file.
///
/// # Errors
/// Says why nothing is opened.
pub fn open(text: &str) -> Result<Workspace, LoadError> {
    save::open::<BrowserJson>(text)
}
