//! The address of the page: its fragment.

use gloo::utils::window;

use super::on_window;

/// The fragment, with its `#`; empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to `href`, a fragment, as following a link to it would.
pub fn navigate(href: &str) {
    let _ = window().location().set_hash(href);
}

/// Puts `href` in the place of the current address, so that Back does not return to it. Listeners
/// are told as of any change.
pub fn replace(href: &str) {
    let _ = window().location().replace(href);
}

/// Calls `on_change` whenever the fragment changes.
pub fn on_change(mut on_change: impl FnMut() + 'static) {
    on_window("hashchange", move |_| on_change());
}
