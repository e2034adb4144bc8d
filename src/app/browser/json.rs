//! JSON, read and written by the browser: the page needs no reader of its own.

use js_sys::{JSON, Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// A text that the browser has parsed.
pub struct BrowserJson(JsValue);

impl Json for BrowserJson {
    fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(BrowserJson)
    }

    fn read<T: DeserializeOwned>(&self) -> Result<T, String> {
        serde_wasm_bindgen::from_value(self.0.clone()).map_err(|error| error.to_string())
    }

    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (name, value) in members(&self.0) {
            names.extend(members(&value).into_iter().map(|(inner, _)| format!("{name}.{inner}")));
            names.push(name);
        }
        names
    }
}

/// The names in an object or a list, with their values; none in anything else.
fn members(value: &JsValue) -> Vec<(String, JsValue)> {
    let Some(object) = value.dyn_ref::<Object>() else { return Vec::new() };
    let names = Object::keys(object);
    let names = names.iter().filter_map(|name| name.as_string());
    names.map(|name| (name.clone(), Reflect::get(value, &name.into()).unwrap_or_default())).collect()
}

/// `value` as JSON, a line for each name, for people to read; `None` for what JSON cannot hold.
pub fn stringify<T: Serialize>(value: &T) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2)).ok()?.as_string()
}
