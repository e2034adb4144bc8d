//! JSON, read by the browser: the page and its workers need no reader of their own.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use js_sys::{JSON, Object, Reflect};
use serde::de::DeserializeOwned;
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
