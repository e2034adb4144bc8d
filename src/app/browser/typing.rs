//! What is typed, pasted or dropped into a box, heard before it stands there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::document;
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// What a box is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxKind {
    /// One line.
    Line,
    /// Rows of a list.
    Rows,
}

/// A box that a text was too long for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overfull {
    /// Its `id`.
    pub id: String,
    /// What it is for.
    pub kind: BoxKind,
}

/// Leaves out whatever would make the text of a box longer than `most` characters, as the browser counts them: the
/// box stays as it was. `hear` is told of each such text, and with `None` of each that is taken.
///
/// It is asked before the box holds the text: to draw a line of some megabytes alone takes a browser seconds.
pub fn limit(most: fn(BoxKind) -> usize, hear: impl Fn(Option<Overfull>) + Clone + 'static) {
    on_capture("beforeinput", {
        let hear = hear.clone();
        move |event, element| {
            let kind = kind(&element);
            let selected = number(&element, "selectionEnd") - number(&element, "selectionStart");
            let added = length(event, "data");
            if added > 0 && length(&element, "value") + added > most(kind) + selected {
                event.prevent_default();
                hear(Some(Overfull { id: element.id(), kind }));
            }
        }
    });
    // What stood in the box that is typed into: some texts, those of other programs among them, are not asked about.
    let before: Rc<RefCell<Option<(Element, JsValue)>>> = Rc::default();
    on_capture("focusin", {
        let before = before.clone();
        move |_, element| {
            let text = get(&element, "value");
            before.replace(Some((element, text)));
        }
    });
    on_capture("input", move |_, element| {
        let kind = kind(&element);
        let stood = match before.borrow().as_ref() {
            Some((other, text)) if *other == element => text.clone(),
            _ => JsValue::from_str(""),
        };
        let now = length(&element, "value");
        // One that a file brought may be longer, and be shortened.
        if now > most(kind) && now > text_length(&stood) {
            let _ = Reflect::set(&element, &JsValue::from_str("value"), &stood);
            hear(Some(Overfull { id: element.id(), kind }));
        } else {
            let text = get(&element, "value");
            before.replace(Some((element, text)));
            hear(None);
        }
    });
}

/// Calls `on_event` on every `event` of a box, before the box itself hears of it.
fn on_capture(event: &'static str, on_event: impl Fn(&Event, Element) + 'static) {
    // gloo's listeners are passive unless asked, and a passive one cannot hold a text back.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(&document(), event, options, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = target.filter(|element| element.matches("input, textarea") == Ok(true)) {
            on_event(event, element);
        }
    })
    .forget();
}

fn kind(element: &Element) -> BoxKind {
    if element.tag_name() == "TEXTAREA" { BoxKind::Rows } else { BoxKind::Line }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

fn number(object: &JsValue, name: &str) -> usize {
    // A box that has no selection, one to tick among them, says null.
    get(object, name).as_f64().unwrap_or(0.0) as usize
}

/// The length of a text, which stays in the browser: it may have megabytes.
fn length(object: &JsValue, name: &str) -> usize {
    text_length(&get(object, name))
}

fn text_length(text: &JsValue) -> usize {
    text.dyn_ref::<JsString>().map_or(0, |text| text.length() as usize)
}
