//! The page's own life: it is left, put aside, or stopped by a fault.

use gloo::utils::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BeforeUnloadEvent;

use super::on_window;

/// Has the browser ask before the page is left or reloaded, whenever `would_lose` something.
pub fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) {
    // gloo's listeners are passive unless asked, and a passive one cannot hold the page back.
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    gloo::events::EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
        if would_lose() {
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
    gloo::events::EventListener::new(&document(), "visibilitychange", move |_| {
        if document().hidden() {
            on_hide();
        }
    })
    .forget();
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
