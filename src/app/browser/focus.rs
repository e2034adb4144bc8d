//! Where the keyboard is, and what the window is called.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use super::{document, window};

/// Names the window.
pub fn title(title: &str) {
    document().set_title(title);
}

/// Shows the top of the screen and puts the keyboard on its heading, once it is drawn.
pub fn heading() {
    once_drawn(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = find("#app h1") {
            let _ = heading.focus();
        }
    });
}

/// Puts the keyboard on the Start page's heading, once it is drawn.
pub fn start_heading() {
    once_drawn(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = find("#start h1") {
            let _ = heading.focus();
        }
    });
}

/// Puts the keyboard on the element `id` once it is drawn, with its label in view. Where there is no
/// such element, nothing moves.
pub fn element(id: &str) {
    let id = id.to_owned();
    once_drawn(move || {
        let Some(element) = find(&format!("#{id}")) else { return };
        // The label, or the question above a set of radios, is what a person reads first.
        let legend = element.closest("fieldset").ok().flatten();
        let label = document().query_selector(&format!("label[for='{id}']")).ok().flatten();
        if let Some(above) = legend.or(label) {
            above.scroll_into_view();
        }
        let _ = element.focus();
    });
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Calls `act` when the next frame is drawn, by when a changed screen stands in the page.
fn once_drawn(act: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(act);
    let _ = window().request_animation_frame(closure.unchecked_ref());
}
