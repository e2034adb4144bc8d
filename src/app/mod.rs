//! The checker in the browser. It only calls down: everything it knows is below.
//!
//! - `browser/`: the only code that touches the browser;
//! - `page`: the screens and their addresses;
//! - `state`: what the screens share;
//! - `parts/`: pieces of screens, one file a part;
//! - `pages/`: the screens, one file each.

mod browser;
mod page;
mod pages;
mod parts;
mod state;

use leptos::prelude::*;

use browser::{clock, focus, leaving, location};
use page::{Page, Route};
use state::State;

use crate::settings::Settings;

/// Puts the checker into the element `#app` of the page. The Start page is part of `index.html`, and
/// stays as it is.
pub fn start() {
    let state = State::new(Settings::default());
    show(state, true);
    location::on_change(move || show(state, false));
    leaving::ask_when(move || state.unsaved.get_untracked() && !state.now().is_empty());
    mount::mount_to_id("app", move || pages::screen(state)).forget();
    Effect::new(move |_| title_and_focus(state));
}

/// Shows the screen that the address names.
fn show(state: State, first: bool) {
    let Some(route) = Route::read(&location::fragment()) else { return };
    let before = state.route.get_untracked();
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
        state.removed.set(None);
    }
    state.today.set(clock::today());
    state.attempted.set(false);
    state.said.set(String::new());
    state.route.set(route);
}
