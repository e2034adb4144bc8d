//! The checker in the browser. It only calls down: everything it knows is below.
//!
//! - `browser/`: the only code that touches the browser;
//! - `page`: the screens and their addresses;
//! - `state`: what the screens share, and `watched`: how they hear of changes;
//! - `import`: a spreadsheet that is being brought in, with the worker that reads it;
//! - `writing`: documents that a worker makes;
//! - `markup`: how screens are written down;
//! - `parts/`: pieces of screens, one file a part;
//! - `pages/`: the screens, one file each.

mod browser;
mod components;
mod import;
mod markup;
mod pages;
mod router;
mod store;
mod watched;
mod writing;

use browser::{dom, focus, leaving, location};
use markup::{mount, whenever};
use page::{Page, Route, box_id};
use parts::problems;
use state::State;

use crate::rules::finding::Place;
use crate::settings::Settings;

/// What the checker is called.
const NAME: &str = "Caremail checker";

/// Puts the checker into the element `#app` of the page. The Start page is part of `index.html`, and
/// stays as it is.
pub fn start() {
    let state = State::new(Settings::default());
    show(state, true);
    location::on_change(move || show(state, false));
    leaving::ask_when(move || state.unsaved.get_unwatched() && !state.now().is_empty());
    let place = dom::by_id("app").expect("index.html holds #app");
    mount(&place, || {
        keep_title(state);
        keep_focus(state);
        pages::screen(state)
    });
}

/// The window is called what its screen is called, and says when there is something to mend.
fn keep_title(state: State) {
    whenever(move || {
        let page = state.route.get().page;
        let wrong = state.attempted.get() && !problems(state, &pages::places(page)).is_empty();
        let error = if wrong { "Error: " } else { "" };
        focus::title(&format!("{error}{} – {NAME}", pages::title(state, page)));
    });
}

/// A new screen has the keyboard on its heading, or on the box that its address names. The screen
/// the page opens with leaves the keyboard where the browser put it.
fn keep_focus(state: State) {
    let mut is_first = true;
    whenever(move || {
        let page = state.route.get().page;
        let named = match page {
            Page::Site(Some(site_box)) => Some(box_id(Place::Site(site_box))),
            Page::Person(index, Some(person_box)) => Some(box_id(Place::Person(index, person_box))),
            _ => None,
        };
        match named {
            Some(id) => focus::element(id),
            None if is_first => {}
            None => focus::heading(),
        }
        is_first = false;
    });
}

/// Shows the screen that the address names.
fn show(state: State, first: bool) {
    let Some(route) = Route::read(&location::fragment()) else { return };
    let before = state.route.get_unwatched();
    if route == before && !first {
        return;
    }
    let stays_with_person = matches!(
        (before.page, route.page),
        (Page::Person(was, _), Page::Person(is, _)) if was == is
    );
    if !stays_with_person {
        state.drop_empty_people();
    }
    if !matches!(route.page, Page::People) {
        state.undo.set(None);
    }
    if !matches!(route.page, Page::Import) {
        state.close_list();
    }
    state.turn_to(route);
}
