//! The browser, and nothing but the browser: the only place that names `web_sys`.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod events;
pub mod files;
pub mod focus;
pub mod leaving;
pub mod location;
pub mod rescue;
pub mod storage;
pub mod worker;

pub use wasm_bindgen_futures::spawn_local;
pub use web_sys::{Element, Event, Node};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

fn window() -> web_sys::Window {
    web_sys::window().expect("the checker runs in a page")
}

fn document() -> web_sys::Document {
    window().document().expect("a page has a document")
}

/// Calls `act` on every `event` of the window, for as long as the page is open.
fn on_window<E: wasm_bindgen::convert::FromWasmAbi + 'static>(event: &str, act: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(E)>::new(act);
    let _ = window().add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}
