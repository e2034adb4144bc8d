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
        focus_heading();
    });
}

/// Of the screens that stand in the page, the one that is shown has the first heading with a size.
fn focus_heading() {
    let headings = document().query_selector_all("main h1").ok();
    let shown = headings.and_then(|headings| {
        let all = (0..headings.length()).filter_map(|index| headings.get(index));
        all.map(|node| node.unchecked_into::<HtmlElement>()).find(|h1| h1.offset_height() > 0)
    });
    if let Some(heading) = shown {
        let _ = heading.focus();
    }
}

/// Puts the keyboard on the element `id` once it is drawn, with its label in view. Where there is no
/// such element, nothing moves.
pub fn element(id: &str) {
    focus_on(id, || ());
}

/// As [`element`], but where there is no such element, the screen's heading has the keyboard: what
/// was pressed may be gone.
pub fn element_or_heading(id: &str) {
    focus_on(id, focus_heading);
}

fn focus_on(id: &str, otherwise: fn()) {
    let id = id.to_owned();
    once_drawn(move || {
        let Some(element) = find(&format!("#{id}")) else { return otherwise() };
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
    Some(document().query_selector(selector).ok().flatten()?.unchecked_into())
}

/// Calls `act` when the next frame is drawn, by when a changed screen stands in the page.
pub fn once_drawn(act: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(act);
    let _ = window().request_animation_frame(closure.unchecked_ref());
}
