//! What is kept on this device: one text, in the browser's local storage.

use web_sys::{Storage, StorageEvent};

use super::{on_window, window};

/// The one key the checker writes.
const KEY: &str = "caremail-application";

/// The browser would not keep the text: storage is full, or barred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// What is kept, if anything is.
pub fn kept() -> Option<String> {
    local()?.get_item(KEY).ok()?
}

/// Keeps `text` in place of anything kept before.
pub fn keep(text: &str) -> Result<(), Refused> {
    local().ok_or(Refused)?.set_item(KEY, text).map_err(|_| Refused)
}

/// Leaves nothing of the checker's in any storage.
pub fn forget() {
    if let Some(storage) = local() {
        let _ = storage.remove_item(KEY);
    }
}

/// Calls `act` when another tab of this browser keeps something, or deletes it.
pub fn on_change_elsewhere(mut act: impl FnMut() + 'static) {
    on_window("storage", move |event: StorageEvent| {
        // No key means that everything was cleared.
        if event.key().is_none_or(|key| key == KEY) {
            act();
        }
    });
}

fn local() -> Option<Storage> {
    window().local_storage().ok()?
}
