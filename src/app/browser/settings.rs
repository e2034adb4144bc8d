//! The host's settings: a block of JSON in `index.html`.

use super::element;
use super::json::BrowserJson;
use crate::json::Json;
use crate::settings::Settings;

/// The settings in the block `#settings`.
///
/// # Errors
/// Says, in a sentence for the host, what is wrong with the block.
pub fn read() -> Result<Settings, String> {
    let block = element("settings").ok_or("There is no block with the id “settings” in index.html.")?;
    let block = BrowserJson::parse(&block.text_content().unwrap_or_default())
        .ok_or("It is not JSON: look for a comma or a quotation mark too many or too few.")?;
    let settings: Settings = block.read().map_err(|error| format!("{error}."))?;
    Ok(settings)
}
