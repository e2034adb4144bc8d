//! Leaving the page.

use web_sys::BeforeUnloadEvent;

use super::on_window;

/// Has the browser ask before the page is left or reloaded, whenever `would_lose` something.
pub fn ask_when(would_lose: impl Fn() -> bool + 'static) {
    on_window("beforeunload", move |event: BeforeUnloadEvent| {
        if would_lose() {
            event.prevent_default();
            event.set_return_value("leave");
        }
    });
}
