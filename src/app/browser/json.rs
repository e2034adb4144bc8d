//! JSON, read and written by the browser: the page needs no reader of its own.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A text that JSON was found in, to be read as one type or another.
pub struct Json(JsValue);

impl Json {
    /// The value that `text` holds; `None` where it is no JSON.
    pub fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Json)
    }

    /// The value as a `T`.
    ///
    /// # Errors
    /// Says what is not as a `T` has it.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_wasm_bindgen::Error> {
        serde_wasm_bindgen::from_value(self.0.clone())
    }
}

/// `value` as JSON, a line for each name, for people to read; `None` for what JSON cannot hold.
pub fn stringify<T: Serialize>(value: &T) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2)).ok()?.as_string()
}
