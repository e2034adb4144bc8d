//! Where the keyboard is, and what the window is called.

use gloo::utils::{document, window};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

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

/// Puts the keyboard on the element `id` once it is drawn, and only then makes a change that takes away what had it:
/// the keyboard is never without a place.
pub fn focus_then(id: &str, change: impl FnOnce() + 'static) {
    focus_element(id);
    request_animation_frame(change);
}

/// Makes a change that may take away what has the keyboard. Then what stands nearest to it has the keyboard: the
/// box of the same group, or else what is left around it. Nothing moves where it is still there.
pub fn keep_near(change: impl FnOnce()) {
    let pressed = document().active_element().filter(|element| element.tag_name() != "BODY");
    let near = pressed.map(around).unwrap_or_default();
    change();
    request_animation_frame(move || {
        let Some(at) = near.iter().position(|element| element.is_connected()) else { return };
        let Some(element) = near.get(at).filter(|_| at > 0) else { return };
        let group = element.closest(".nhsuk-form-group, .app-row").ok().flatten();
        let target = match group.and_then(|group| group.query_selector("input").ok().flatten()) {
            Some(input) => input,
            None => {
                let _ = element.set_attribute("tabindex", "-1");
                element.clone()
            }
        };
        let _ = target.unchecked_ref::<HtmlElement>().focus();
    });
}

/// The element, and what is around it, the nearest first.
fn around(element: Element) -> Vec<Element> {
    let mut around = Vec::new();
    let mut here = Some(element);
    while let Some(element) = here {
        let beside = [element.next_element_sibling(), element.previous_element_sibling()];
        here = element.parent_element().filter(|parent| parent.tag_name() != "MAIN");
        around.push(element);
        around.extend(beside.into_iter().flatten());
    }
    around
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
        if document().active_element().is_some_and(|active| *active == **element) {
            return;
        }
        // The label, or the question above a set of radios, is what a person reads first.
        let legend = element.closest("fieldset").ok().flatten();
        let label = document().query_selector(&format!("label[for='{id}']")).ok().flatten();
        if let Some(above) = legend.or(label) {
            above.scroll_into_view();
        }
        let _ = element.focus();
    });
}
