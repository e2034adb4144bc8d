//! Copying.

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;

/// Copies `text`, and returns whether the browser did. Over http it does not: the clipboard is there
/// over https only.
pub async fn copy(text: &str) -> bool {
    let window = window();
    window.is_secure_context()
        && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
