//! The address of the page: its fragment.

use super::{on_window, window};

/// The fragment, with its `#`; empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to `href`, a fragment, as following a link to it would.
pub fn go(href: &str) {
    let _ = window().location().set_hash(href);
}

/// Puts `href` in the place of the current address, so that Back does not return to it. Listeners
/// are told as of any change.
pub fn replace(href: &str) {
    let _ = window().location().replace(href);
}

/// Calls `act` whenever the fragment changes.
pub fn on_change(mut act: impl FnMut() + 'static) {
    on_window("hashchange", move |_: web_sys::Event| act());
}
