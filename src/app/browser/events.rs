//! What is in a box.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::document;

/// The text in the box that sent `event`.
pub fn typed(event: &Event) -> String {
    sender(event).map(|input| input.value()).unwrap_or_default()
}

/// Whether the box that sent `event` is ticked.
pub fn ticked(event: &Event) -> bool {
    sender(event).is_some_and(|input| input.checked())
}

/// The text in the box `id`, on whatever screen is shown.
pub fn typed_in(id: &str) -> String {
    let input = document().get_element_by_id(id).map(JsCast::unchecked_into::<HtmlInputElement>);
    input.map(|input| input.value()).unwrap_or_default()
}

fn sender(event: &Event) -> Option<HtmlInputElement> {
    Some(event.target()?.unchecked_into())
}
