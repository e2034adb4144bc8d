//! What a page is made of: elements, texts, and what hears of events.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

use super::document;

/// A new element. The names are our own, and the browser takes every one of them.
pub fn element(tag: &str) -> Element {
    // Not `expect`: it would bring what draws any value of JavaScript as text.
    let Ok(element) = document().create_element(tag) else { panic!("the tag is a name") };
    element
}

/// A new text.
pub fn text(text: &str) -> Node {
    document().create_text_node(text).into()
}

/// A new node that is not seen, to mark a place.
pub fn mark() -> Node {
    document().create_comment("").into()
}

/// The element with the id `id`.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Puts `child` at the end of `parent`.
pub fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}

/// Puts `nodes` in place of all that stands between two marks.
pub fn replace_between(first: &Node, last: &Node, nodes: &[Node]) {
    let Some(parent) = first.parent_node() else { return };
    while let Some(old) = first.next_sibling().filter(|next| !next.is_same_node(Some(last))) {
        let _ = parent.remove_child(&old);
    }
    for node in nodes {
        let _ = parent.insert_before(node, Some(last));
    }
}

/// Gives `element` the attribute `name`, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets what a box holds now, or whether it is ticked now: its attributes only say how it began.
pub fn set_property(element: &Element, name: &str, value: &JsValue) {
    let _ = Reflect::set(element, &name.into(), value);
}

/// Calls `act` on every `event` of `element`, for as long as the element is there.
pub fn listen(element: &Element, event: &str, act: Box<dyn FnMut(Event)>) {
    // Handed to the browser, which drops it when it drops the element.
    let heard = Closure::wrap(act).into_js_value();
    let _ = element.add_event_listener_with_callback(event, heard.unchecked_ref());
}
