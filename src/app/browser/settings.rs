//! The host's settings: a block of JSON in `index.html`.

use wasm_bindgen::JsCast;

use super::element;
use super::json::BrowserJson;
use crate::settings::Settings;

/// Takes back the colour that the page took from a block which cannot be used.
pub fn reset_colour() {
    let root = gloo::utils::document_element();
    if let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() {
        let _ = root.style().remove_property("--app-brand");
    }
}

/// The settings in the block `#settings`.
///
/// # Errors
/// Says, in a sentence for the host, what is wrong with the block.
pub fn read() -> Result<Settings, String> {
    let block = element("settings").ok_or("There is no block with the id “settings” in index.html.")?;
    let text = block.text_content().unwrap_or_default();
    Settings::from_block::<BrowserJson>(&text).map_err(|error| error.to_string())
}
