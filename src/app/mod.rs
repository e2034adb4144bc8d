//! The checker in the browser. It only calls down: everything it knows is below.
//!
//! - `store`: what the screens share, handed down by context; data only;
//! - `persistence`, `import`, `sites`, `downloads`, `box_limit`: what acts on the store beyond one screen;
//! - `workers`: the programs that run beside the page;
//! - `router`: the screens and their addresses;
//! - `components`: pieces of screens, one file a component;
//! - `pages`: the screens, one file each;
//! - `browser`: the only code that touches the browser by itself.

mod box_limit;
mod browser;
mod components;
mod downloads;
mod import;
mod pages;
mod persistence;
pub mod router;
mod sites;
mod store;
mod workers;

use leptos::mount::mount_to;
use leptos::prelude::*;

use browser::{clock, focus, lifecycle, location};
use components::{ClockNotice, ListNotice, SettingsNotice, StorageNotice};
use pages::Screen;
use persistence::Saver;
use router::{Page, Route, box_id, change_id};
use store::{AppContext, AppStateStoreFields};

use crate::application::{ApplicationStoreFields, MOST_PEOPLE, Person};
use crate::rules::finding::Place;
use crate::settings::Settings;

/// What the checker is called.
const NAME: &str = "Caremail checker";

/// Puts the checker into the element `#app` of the page. The Start page is part of `index.html`, and
/// stays as it is.
pub fn start() {
    if let Some(place) = browser::element("app") {
        mount_to(place, App).forget();
    }
}

/// The checker: the notices that stand above every screen, the screen, and the line that screen readers
/// speak.
#[component]
fn App() -> impl IntoView {
    let (settings, problem) = match browser::settings::read() {
        Ok(settings) => (settings, None),
        Err(problem) => {
            browser::settings::reset_colour();
            (Settings::default(), Some(problem))
        }
    };
    let app = AppContext::new(settings, problem, clock::today());
    provide_context(app);
    provide_context(Saver::start(app));
    navigate(app, true);
    location::on_change(move || navigate(app, false));
    lifecycle::on_passing_time(move || read_clock(app));
    box_limit::start(app);
    keep_title(app);
    keep_focus(app);
    let route = app.store.route();
    view! {
        <SettingsNotice />
        <StorageNotice />
        <ListNotice />
        <ClockNotice />
        // A list of one, keyed by the route: Leptos would otherwise patch one question into the next, and
        // keep what was ticked there.
        <For each=move || [route.get()] key=|route| *route let:route>
            <Screen route />
        </For>
        <p class="nhsuk-u-visually-hidden" role="status">{move || app.store.announcement().get()}</p>
    }
}

/// The window is called what its screen is called, and says when there is something to mend.
fn keep_title(app: AppContext) {
    Effect::new(move |_| {
        let page = app.store.route().get().page;
        let is_wrong =
            app.store.problems().with(|found| found.iter().flatten().any(|problem| problem.is_error));
        let error = if is_wrong { "Error: " } else { "" };
        focus::set_title(&format!("{error}{} – {NAME}", pages::title(app, page)));
    });
}

/// A new screen has the keyboard on its heading, or on the box that its address names. Whoever changed an answer
/// comes back to where they chose to. The screen the page opens with leaves the keyboard where the browser put it.
fn keep_focus(app: AppContext) {
    Effect::new(move |before: Option<Route>| {
        let route = app.store.route().get();
        let named = match route.page {
            Page::Site(Some(site_box)) => Some(box_id(Place::Site(site_box))),
            Page::Person(index, Some(person_box)) => Some(box_id(Place::Person(index, person_box))),
            _ => None,
        };
        let left = before.filter(|left| left.from.is_some_and(|from| from.page() == route.page));
        match (named, left.and_then(|left| change_id(left.page))) {
            (Some(id), _) => focus::focus_element(id),
            (None, Some(id)) => focus::focus_element_or_heading(&id),
            (None, None) if before.is_some() => focus::focus_heading(),
            (None, None) => {}
        }
        route
    });
}

/// Shows the screen that the address names, as on a page just opened: nothing submitted, nothing said.
fn navigate(app: AppContext, is_first: bool) {
    let Some(route) = Route::parse(&location::fragment()) else { return };
    let before = app.store.route().get_untracked();
    if route == before && !is_first {
        return;
    }
    let stays_with_person = matches!(
        (before.page, route.page),
        (Page::Person(was, _), Page::Person(is, _)) if was == is
    );
    if !stays_with_person {
        drop_empty_people(app);
    }
    if let Page::Person(index, _) = route.page {
        // A new person is on the list while their screen is open; an address may number one who is not
        // there, after one was removed: the next one is new.
        let listed = app.store.application().people().with_untracked(Vec::len);
        if index > listed {
            return location::replace(&Page::Person(listed, None).href());
        }
        // A file with more could not be opened again.
        if index >= MOST_PEOPLE && index == listed {
            return location::replace(&Page::People.href());
        }
        if index == listed {
            app.update(|application| application.people.push(Person::default()));
        }
    }
    if route.page != Page::People {
        app.store.undo().set(None);
    }
    read_clock(app);
    app.store.problems().set(None);
    app.store.status().set(None);
    app.store.too_long().set(None);
    // What was done on the way here is spoken on arrival.
    let done = app.store.undo().with_untracked(|undo| undo.as_ref().map(|undo| undo.message.clone()));
    app.store.announcement().set(done.unwrap_or_default());
    app.store.route().set(route);
}

/// Passes on what day it is, where that has changed.
fn read_clock(app: AppContext) {
    let today = clock::today();
    if app.store.today().get_untracked() != today {
        app.store.today().set(today);
    }
}

/// Takes people with nothing entered off the list: their screen was opened and then left.
fn drop_empty_people(app: AppContext) {
    let people = app.store.application().people();
    if people.with_untracked(|people| people.iter().any(Person::is_empty)) {
        app.update(|application| application.people.retain(|person| !person.is_empty()));
    }
}
