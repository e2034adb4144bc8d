//! The last good save, kept where the page can reach it when the checker itself no longer runs.

use wasm_bindgen::JsValue;

use super::window;

/// Keeps `text` for the page's own "something went wrong" screen (`boot.js`) to offer; `None`
/// when nothing has been entered.
pub fn keep(text: Option<&str>) {
    let value = text.map_or(JsValue::NULL, JsValue::from_str);
    let _ = js_sys::Reflect::set(&window(), &JsValue::from_str("caremailLastSave"), &value);
}
