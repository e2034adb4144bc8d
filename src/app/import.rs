//! Bringing in people from a spreadsheet: what the screen shows of a file, and what it asks of the
//! reader.

use std::sync::Arc;

use wasm_bindgen::JsValue;

use super::browser::worker::{self, READER, Stopped};
use super::browser::{files, focus, location, spawn_local};
use super::page::Page;
use super::state::{State, Undo};
use crate::intake::limits;
use crate::intake::preview::{Preview, PreviewRequest, read_people};
use crate::text::counted;

/// What is on the import screen.
#[derive(Debug, Clone)]
pub enum Import {
    /// No list yet.
    Nothing,
    /// A list is being read.
    Reading,
    /// It could not be read: why, and what to do.
    Failed(String),
    /// A list, as the reader sees it.
    Looking(Arc<Preview>),
}

impl State {
    /// Fetches the reader, for whoever has come to bring a list.
    pub fn ready_reader(self) {
        spawn_local(worker::fetch(READER));
    }

    /// Has the reader open `list`, a text or the bytes of a file.
    pub fn read_list(self, list: JsValue) {
        self.import.set(Import::Reading);
        focus::element("reading");
        self.ask_reader("open", list, Self::show_look);
    }

    /// Shows of the list what is `wanted`.
    pub fn look(self, wanted: PreviewRequest) {
        self.ask_reader("look", wanted.write().into(), Self::show_look);
    }

    /// Puts the ticked people of the list into the application.
    pub fn take_ticked(self, look: &Preview) {
        let wanted = PreviewRequest { rows: self.ticked.get_unwatched(), ..wanted(look) };
        self.ask_reader("take", wanted.write().into(), |state, taken| {
            let people = read_people(&taken.as_string().unwrap_or_default());
            let said = format!("{} added.", counted(people.len(), "person was", "people were"));
            let before = state.now().people;
            state.change(|application| application.people.extend(people));
            location::go(&Page::People.href());
            state.offer_undo(Undo { said, people: before });
        });
    }

    /// Offers the list as a file, with what there is to say about each row.
    pub fn give_back(self) {
        self.ask_for_list("back", CHECKED, |state, bytes| {
            files::download_buffer(CHECKED, "text/csv", &bytes);
            state.said.set(format!("Downloaded {CHECKED}"));
        });
    }

    /// The same as a workbook, which the writer makes of what the reader says.
    pub fn give_book_back(self) {
        self.ask_for_list("book", CHECKED_BOOK, |state, order| {
            state.make("book", order.as_string().unwrap_or_default(), CHECKED_BOOK);
        });
    }

    /// Forgets the list, and ends the reader.
    pub fn close_list(self) {
        self.import.set(Import::Nothing);
        self.ticked.set(Vec::new());
        worker::end(READER);
    }

    /// Asks for the whole list, to be offered as `file`.
    fn ask_for_list(self, what: &'static str, file: &'static str, then: fn(State, JsValue)) {
        if self.making.get_unwatched().is_empty() {
            self.ask(what, "".into(), file, then);
        }
    }

    fn ask_reader(self, what: &'static str, with: JsValue, then: fn(State, JsValue)) {
        self.ask(what, with, "", then);
    }

    /// Asks the reader. Where the answer is for a `file`, each row is read for it: of the longest lists
    /// there are, for minutes.
    fn ask(self, what: &'static str, with: JsValue, file: &'static str, then: fn(State, JsValue)) {
        if matches!(self.import.get_unwatched(), Import::Nothing) {
            return;
        }
        let is_for_file = !file.is_empty();
        if is_for_file {
            self.making.set(file);
        }
        spawn_local(async move {
            let seconds = if is_for_file { 10 * limits::SECONDS } else { limits::SECONDS };
            let answer = worker::ask(READER, what, with, seconds).await;
            if is_for_file {
                self.making.set("");
            }
            // The list may have been closed in the meantime: then nobody waits.
            if !matches!(self.import.get_unwatched(), Import::Nothing) {
                match answer {
                    Ok(answer) => then(self, answer),
                    Err(stopped) => self.fail(stopped),
                }
            }
        });
    }

    fn show_look(self, look: JsValue) {
        let look = Preview::read(&look.as_string().unwrap_or_default());
        // A list just opened, or looked at in another way, is ticked as the reader proposes; one that
        // is leafed through keeps its ticks.
        let is_leafed = match self.import.get_unwatched() {
            Import::Looking(before) => before.sheet == look.sheet && before.columns == look.columns,
            _ => {
                focus::element("list");
                false
            }
        };
        if !is_leafed {
            let room = self.settings.most_accounts.saturating_sub(self.now().people.len());
            self.ticked.set(if look.ready.len() <= room { look.ready.clone() } else { Vec::new() });
        }
        self.found.set(look.told.clone());
        // The first rows are shown at once; what there is to say of ten thousand follows.
        if !look.is_whole {
            let wanted = wanted(&look);
            focus::once_drawn(move || self.ask_reader("check", wanted.write().into(), Self::show_check));
        }
        self.import.set(Import::Looking(Arc::new(look)));
    }

    /// Shows what came of comparing all rows: beside those on screen only where that says more.
    fn show_check(self, look: JsValue) {
        let look = Preview::read(&look.as_string().unwrap_or_default());
        if let Import::Looking(shown) = self.import.get_unwatched()
            && wanted(&shown) == wanted(&look)
        {
            self.found.set(look.told.clone());
            if shown.rows != look.rows {
                self.import.set(Import::Looking(Arc::new(look)));
            }
        }
    }

    fn fail(self, stopped: Stopped) {
        let why = match stopped {
            Stopped::Refused(sentence) => sentence,
            Stopped::NotFetched => "The part of this page that opens lists did not load. Check your connection and try again, or add the people one by one.".to_owned(),
            Stopped::Ended => "This list could not be read. Open it in Excel, copy the rows you need and paste them here, or save it as .xlsx and choose that.".to_owned(),
        };
        worker::end(READER);
        self.import.set(Import::Failed(why));
        focus::element("told");
    }
}

/// The list with what there is to say about each row.
const CHECKED: &str = "your-list-checked.csv";
/// The same as a workbook.
const CHECKED_BOOK: &str = "your-list-checked.xlsx";

/// What is shown of the list now, to be asked for again.
pub fn wanted(look: &Preview) -> PreviewRequest {
    PreviewRequest {
        sheet: Some(look.sheet),
        columns: look.columns.iter().map(|column| column.meaning).collect(),
        from: look.rows.first().map_or(0, |row| row.index),
        rows: Vec::new(),
    }
}
