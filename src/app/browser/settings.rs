//! The host's settings: a block of JSON in `index.html`.

use super::element;
use super::json::BrowserJson;
use crate::settings::Settings;

/// The settings in the block `#settings`.
///
/// # Errors
/// Says, in a sentence for the host, what is wrong with the block.
pub fn read() -> Result<Settings, String> {
    let block = element("settings").ok_or("There is no block with the id “settings” in index.html.")?;
    let text = block.text_content().unwrap_or_default();
    Settings::from_block::<BrowserJson>(&text).map_err(|error| error.to_string())
}
