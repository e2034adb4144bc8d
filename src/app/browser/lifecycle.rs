//! The page's own life: it is left, put aside, or stopped by a fault.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use gloo::utils::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BeforeUnloadEvent, Element};

use super::on_window;

/// How long after a click on a link to a mailbox, a telephone or a download the browser may take the page to be
/// left, in milliseconds.
const CLICK_LASTS: f64 = 1000.0;

/// Links that leave the page where it is, though browsers announce that it is left.
const STAYING: &str = "a[href^='mailto:'], a[href^='tel:'], a[download]";

/// Has the browser ask before the page is left or reloaded, whenever `would_lose` something.
pub fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) {
    let clicked = Rc::new(Cell::new(f64::NEG_INFINITY));
    let click = clicked.clone();
    let capture = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&window(), "click", capture, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.and_then(|target| target.closest(STAYING).ok()?).is_some() {
            click.set(event.time_stamp());
        }
    })
    .forget();
    // gloo's listeners are passive unless asked, and a passive one cannot hold the page back.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
        let is_staying = event.time_stamp() - clicked.get() < CLICK_LASTS;
        if would_lose() && !is_staying {
            event.prevent_default();
            event.unchecked_ref::<BeforeUnloadEvent>().set_return_value("leave");
        }
    })
    .forget();
}

/// Calls `on_hide` when the page is left, or put where the browser may end it without a word.
pub fn on_hide(on_hide: impl Fn() + Clone + 'static) {
    let hide = on_hide.clone();
    on_window("pagehide", move |_| hide());
    EventListener::new(&document(), "visibilitychange", move |_| {
        if document().hidden() {
            on_hide();
        }
    })
    .forget();
}

/// Calls `on_time` when the page comes back into view, and every minute while it is open: the day may have
/// changed.
pub fn on_passing_time(on_time: impl Fn() + Clone + 'static) {
    let show = on_time.clone();
    EventListener::new(&document(), "visibilitychange", move |_| {
        if !document().hidden() {
            show();
        }
    })
    .forget();
    Interval::new(60_000, on_time).forget();
}

/// Lets the page's own "something went wrong" screen (`boot.js`) ask for the text to save, by `save`: after a
/// fault this program may still be able to tell, and then nothing of the last moments is lost.
pub fn on_rescue(save: impl Fn() -> Option<String> + 'static) {
    let save = Closure::<dyn Fn() -> Option<String>>::new(save).into_js_value();
    let _ = js_sys::Reflect::set(&window(), &JsValue::from_str("caremailSave"), &save);
}

/// Keeps `text` where the page's own "something went wrong" screen (`boot.js`) finds it when this program
/// no longer runs; `None` when nothing has been entered.
pub fn keep_for_rescue(text: Option<&str>) {
    let value = text.map_or(JsValue::NULL, JsValue::from_str);
    let _ = js_sys::Reflect::set(&window(), &JsValue::from_str("caremailLastSave"), &value);
}
