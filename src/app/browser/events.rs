//! What an event of a box says.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// The text in the box that sent `event`.
pub fn typed(event: &Event) -> String {
    sender(event).map(|input| input.value()).unwrap_or_default()
}

/// Whether the box that sent `event` is ticked.
pub fn ticked(event: &Event) -> bool {
    sender(event).is_some_and(|input| input.checked())
}

fn sender(event: &Event) -> Option<HtmlInputElement> {
    Some(event.target()?.unchecked_into())
}
