//! What a worker does with what the page sends it: the other end of `app::browser::worker`.
//!
//! A message is a list. From the page: what is wanted, and a text or bytes. To the page: how it went
//! (`ready`, once; then `done` or `refused`, for each message) and a text or bytes. Bytes are handed
//! over, and not copied.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What comes with a message, either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parcel {
    /// A text.
    Text(String),
    /// The bytes of a file.
    Bytes(Vec<u8>),
}

/// Answers the page for as long as the worker lives. An error is a sentence for the user.
pub fn serve(mut answer: impl FnMut(&str, Parcel) -> Result<Parcel, String> + 'static) {
    let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let message: Array = event.data().unchecked_into();
        let wanted = message.get(0).as_string().unwrap_or_default();
        match answer(&wanted, unpack(message.get(1))) {
            Ok(parcel) => send(&page, "done", parcel),
            Err(sentence) => send(&page, "refused", Parcel::Text(sentence)),
        }
    });
    page.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    send(&page, "ready", Parcel::Text(String::new()));
}

fn unpack(value: JsValue) -> Parcel {
    match value.as_string() {
        Some(text) => Parcel::Text(text),
        None => Parcel::Bytes(Uint8Array::new(&value).to_vec()),
    }
}

fn send(page: &DedicatedWorkerGlobalScope, how: &str, parcel: Parcel) {
    let handed_over = Array::new();
    let value: JsValue = match parcel {
        Parcel::Text(text) => text.into(),
        Parcel::Bytes(bytes) => {
            let buffer = Uint8Array::from(&bytes[..]).buffer();
            handed_over.push(&buffer);
            buffer.into()
        }
    };
    // It fails only for what cannot be sent, and texts and bytes can.
    let _ = page.post_message_with_transfer(&Array::of2(&how.into(), &value), &handed_over);
}
