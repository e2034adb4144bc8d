//! The browser: the only module of the app that names `web_sys`, and only where gloo or Leptos has nothing for it.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod focus;
pub mod json;
pub mod lifecycle;
pub mod location;
pub mod network;
pub mod seal;
pub mod settings;
pub mod storage;
pub mod typing;
pub mod worker;

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Event;

/// The element with the id `id`, which `index.html` holds.
pub fn element(id: &str) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Calls `on_event` on every `event` of the window, for as long as the page is open.
fn on_window(event: &'static str, on_event: impl FnMut(&Event) + 'static) {
    EventListener::new(&window(), event, on_event).forget();
}
