//! Where the keyboard is, and what the window is called.

use gloo::utils::{document, window};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::element;

/// Names the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Shows the top of the screen and puts the keyboard on its heading, once it is drawn.
pub fn focus_heading() {
    request_animation_frame(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_shown_heading();
    });
}

/// Puts the keyboard on the element `id` once it is drawn, with its label in view. Where there is no
/// such element, nothing moves.
pub fn focus_element(id: &str) {
    focus_or_else(id, || ());
}

/// As [`focus_element`], but where there is no such element, the screen's heading has the keyboard: what
/// was pressed may be gone.
pub fn focus_element_or_heading(id: &str) {
    focus_or_else(id, focus_shown_heading);
}

/// Of the screens that stand in the page, the one that is shown has the first heading with a size.
fn focus_shown_heading() {
    let headings = document().query_selector_all("main h1").ok();
    let shown = headings.and_then(|headings| {
        let all = (0..headings.length()).filter_map(|index| headings.get(index));
        all.map(|node| node.unchecked_into::<HtmlElement>()).find(|h1| h1.offset_height() > 0)
    });
    if let Some(heading) = shown {
        let _ = heading.focus();
    }
}

fn focus_or_else(id: &str, otherwise: fn()) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let Some(element) = element(&id) else { return otherwise() };
        // The label, or the question above a set of radios, is what a person reads first.
        let legend = element.closest("fieldset").ok().flatten();
        let label = document().query_selector(&format!("label[for='{id}']")).ok().flatten();
        if let Some(above) = legend.or(label) {
            above.scroll_into_view();
        }
        let _ = element.focus();
    });
}
