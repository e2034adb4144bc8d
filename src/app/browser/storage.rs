//! What the browser keeps: one text for this device (local storage), and one for this tab while it is open
//! (session storage).
//!
//! By web-sys: where storage is barred, gloo's panics.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Storage, StorageEvent};

use super::on_window;

/// The one key that holds anything entered, in either storage.
const KEY: &str = "caremail-application";

/// The key in the tab's storage that holds what is ticked on the portal's screen.
const TICKS_KEY: &str = "caremail-typed-in";

/// The key in the tab's storage that says how the tab keeps, and nothing of what was entered.
const TAB_KEY: &str = "caremail-tab";

/// What tabs that are open at once tell each other.
const CHANNEL: &str = "caremail";

/// Where something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// In this browser, until it is deleted.
    Device,
    /// In this tab, until it is closed. A tab that is duplicated starts with a copy.
    Tab,
}

/// How this tab keeps, where it is not as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TabNote {
    /// It keeps nothing by itself: so it was chosen.
    Off,
    /// What it holds is kept on this device too.
    OnDevice,
}

impl TabNote {
    const ALL: [TabNote; 2] = [TabNote::Off, TabNote::OnDevice];

    fn key(self) -> &'static str {
        match self {
            TabNote::Off => "off",
            TabNote::OnDevice => "on-device",
        }
    }
}

/// The browser would not keep the text, or not delete it: storage is full, or barred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageRefused;

/// What is kept in `area`, if anything is.
pub fn get(area: Area) -> Option<String> {
    storage(area)?.get_item(KEY).ok()?
}

/// Keeps `text` in `area`, in place of anything kept before.
///
/// # Errors
/// Where the browser will not; then what was kept before still is.
pub fn set(area: Area, text: &str) -> Result<(), StorageRefused> {
    storage(area).ok_or(StorageRefused)?.set_item(KEY, text).map_err(|_| StorageRefused)
}

/// Leaves nothing in `area` of what was entered.
///
/// # Errors
/// Where it is still there. A storage that is barred has nothing of ours.
pub fn remove(area: Area) -> Result<(), StorageRefused> {
    let Some(storage) = storage(area) else { return Ok(()) };
    let _ = storage.remove_item(KEY).and(storage.remove_item(TICKS_KEY));
    // Some say that they did, and did not.
    match [KEY, TICKS_KEY].map(|key| storage.get_item(key)) {
        [Ok(None), Ok(None)] => Ok(()),
        _ => Err(StorageRefused),
    }
}

/// What is ticked on the portal's screen, as this tab keeps it, a line each.
pub fn ticks() -> Option<String> {
    storage(Area::Tab)?.get_item(TICKS_KEY).ok()?
}

/// Keeps in this tab what is ticked on the portal's screen.
pub fn set_ticks(lines: &str) {
    if let Some(storage) = storage(Area::Tab) {
        // Whoever has to tick again has lost little.
        let _ = match lines {
            "" => storage.remove_item(TICKS_KEY),
            lines => storage.set_item(TICKS_KEY, lines),
        };
    }
}

/// How this tab keeps, where that was noted.
pub fn tab_note() -> Option<TabNote> {
    let noted = storage(Area::Tab)?.get_item(TAB_KEY).ok()??;
    TabNote::ALL.into_iter().find(|note| note.key() == noted)
}

/// Notes how this tab keeps; a tab that cannot note it keeps nothing by itself either.
pub fn note_tab(note: Option<TabNote>) {
    if note == tab_note() {
        return;
    }
    if let Some(storage) = storage(Area::Tab) {
        let _ = match note {
            Some(note) => storage.set_item(TAB_KEY, note.key()),
            None => storage.remove_item(TAB_KEY),
        };
    }
}

/// Calls `on_change` when another tab of this browser keeps something on this device, or deletes it.
pub fn on_change_elsewhere(mut on_change: impl FnMut() + 'static) {
    on_window("storage", move |event| {
        // No key means that everything was cleared. Of a tab's own storage, other tabs are not told.
        if event.unchecked_ref::<StorageEvent>().key().is_none_or(|key| key == KEY) {
            on_change();
        }
    });
}

/// The other tabs of this browser that have the checker open.
pub struct OtherTabs(Option<BroadcastChannel>);

impl OtherTabs {
    /// From now on, calls `on_deleted` when everything is deleted in another tab.
    pub fn listen(on_deleted: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            EventListener::new(channel, "message", move |_| on_deleted()).forget();
        }
        OtherTabs(channel)
    }

    /// Tells them that everything was deleted here.
    pub fn tell_deleted(&self) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}

fn storage(area: Area) -> Option<Storage> {
    match area {
        Area::Device => window().local_storage().ok()?,
        Area::Tab => window().session_storage().ok()?,
    }
}
