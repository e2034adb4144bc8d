//! What is kept on this device: one text, in the browser's local storage.
//!
//! By web-sys: where storage is barred, gloo's `LocalStorage` panics.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::on_window;

/// The one key the checker writes.
const KEY: &str = "caremail-application";

/// The browser would not keep the text: storage is full, or barred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageRefused;

/// What is kept, if anything is.
pub fn get() -> Option<String> {
    local()?.get_item(KEY).ok()?
}

/// Keeps `text` in place of anything kept before.
///
/// # Errors
/// Where the browser will not; then what was kept before still is.
pub fn set(text: &str) -> Result<(), StorageRefused> {
    local().ok_or(StorageRefused)?.set_item(KEY, text).map_err(|_| StorageRefused)
}

/// Leaves nothing of the checker's in any storage.
pub fn remove() {
    if let Some(storage) = local() {
        let _ = storage.remove_item(KEY);
    }
}

/// Calls `on_change` when another tab of this browser keeps something, or deletes it.
pub fn on_change_elsewhere(mut on_change: impl FnMut() + 'static) {
    on_window("storage", move |event| {
        // No key means that everything was cleared.
        if event.unchecked_ref::<StorageEvent>().key().is_none_or(|key| key == KEY) {
            on_change();
        }
    });
}

fn local() -> Option<Storage> {
    window().local_storage().ok()?
}
