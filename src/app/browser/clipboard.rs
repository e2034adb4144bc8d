//! Copying.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::{document, window};

/// Copies `text`, and returns whether the browser did. The clipboard of today is there only over
/// https; elsewhere the older way is tried.
pub async fn copy(text: &str) -> bool {
    if window().is_secure_context() {
        let written = JsFuture::from(window().navigator().clipboard().write_text(text)).await;
        if written.is_ok() {
            return true;
        }
    }
    copy_selected(text).unwrap_or(false)
}

fn copy_selected(text: &str) -> Option<bool> {
    let document = document();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    let body = document.body()?;
    let before =
        document.active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    body.append_child(&area).ok()?;
    area.select();
    let page: web_sys::HtmlDocument = document.dyn_into().ok()?;
    let copied = page.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    Some(copied)
}
