//! What the host still has.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Whether the host answers that it has no such file of its own. A host that does not answer has not said so.
pub async fn is_gone(file: &str) -> bool {
    let ask = RequestInit::new();
    ask.set_method("HEAD");
    ask.set_cache(RequestCache::NoStore);
    let answer = JsFuture::from(window().fetch_with_str_and_init(file, &ask)).await;
    answer.is_ok_and(|answer| matches!(answer.unchecked_into::<Response>().status(), 404 | 410))
}
