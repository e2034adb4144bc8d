//! Documents that the writer makes: what the screens ask of it, and what they say meanwhile.

use super::browser::worker::{self, Stopped, WRITER};
use super::browser::{files, spawn_local};
use super::markup::{Content, View, el, live, nothing};
use super::parts::{body, problem_notice};
use super::state::State;
use crate::documents::order;

/// How long a document may take, in seconds: the largest takes one or two.
const SECONDS: u32 = 60;

impl State {
    /// Fetches the writer before it is needed, and says which words the PDF cannot show.
    pub fn ready_writer(self) {
        let (route, order) = (self.route.get_unwatched(), self.order());
        spawn_local(async move {
            let told = match worker::ask(WRITER, "unshown", order.into(), SECONDS).await {
                Ok(sentence) => sentence.as_string().unwrap_or_default(),
                Err(stopped) => why_not(stopped),
            };
            if !told.is_empty() && self.route.get_unwatched() == route {
                self.told.set(Some((told, false)));
            }
        });
    }

    /// What the writer is told to make a document about: the application as it is now.
    pub fn order(self) -> String {
        order::write(&self.now(), self.today.get_unwatched())
    }

    /// Has the writer make what is `wanted`, and offers it under `name`. One at a time: pressing again
    /// does nothing.
    pub fn make(self, wanted: &'static str, order: String, name: &'static str) {
        if !self.making.get_unwatched().is_empty() {
            return;
        }
        self.making.set(name);
        spawn_local(async move {
            let made = worker::ask(WRITER, wanted, order.into(), SECONDS).await;
            self.making.set("");
            match made {
                Ok(bytes) => {
                    // The name says what it is, as far as any system asks.
                    files::download_buffer(name, "application/octet-stream", &bytes);
                    self.said.set(format!("Downloaded {name}"));
                }
                Err(stopped) => self.tell(why_not(stopped), false),
            }
        });
    }
}

/// What came of the last thing asked, and that something is being made: shown once it takes a second.
pub fn writing(state: State) -> View {
    let making = live(move || match state.making.get() {
        "" => nothing(),
        name => el("div")
            .class("app-late")
            .attr("role", "status")
            .with(body(format!("Making {name}")))
            .with(el("progress").attr("aria-label", "Making the file"))
            .view(),
    });
    let told = live(move || match state.told.get() {
        Some((text, _)) => problem_notice(text).attr("id", "told").view(),
        None => nothing(),
    });
    vec![told, making].view()
}

fn why_not(stopped: Stopped) -> String {
    match stopped {
        Stopped::Refused(sentence) => sentence,
        Stopped::NotFetched => "The part of this page that makes PDFs and workbooks did not load. Check your connection and try again, or use the web page and the CSV file.".to_owned(),
        Stopped::Ended => "This file could not be made. Use the web page or the CSV file instead.".to_owned(),
    }
}
