//! JSON, written by the browser.

use js_sys::JSON;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

pub use crate::browser_json::BrowserJson;

/// `value` as JSON, a line for each name, for people to read; `None` for what JSON cannot hold.
pub fn stringify<T: Serialize>(value: &T) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2)).ok()?.as_string()
}
