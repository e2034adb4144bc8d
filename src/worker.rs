//! A worker's end of the conversation in [`protocol`](crate::protocol); the page's is `app::browser::worker`.
//!
//! A message is an array: the header by serde-wasm-bindgen, then the body, an `ArrayBuffer`, where there is
//! one.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use js_sys::{Array, ArrayBuffer, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::protocol::{FromWorker, Progress, RequestId, ToWorker};
use crate::settings::Settings;

/// What a request is answered with: a response, with a body where there is one, or a sentence that says what
/// to do.
pub type Reply<R> = Result<(R, Option<Vec<u8>>), String>;

/// What a request comes with.
pub struct Context<'a> {
    /// The host's settings.
    pub settings: &'a Settings,
    /// The bytes sent along; empty where there are none.
    pub body: Vec<u8>,
    /// Tells the page how far the request is.
    pub progress: &'a mut dyn FnMut(Progress),
}

/// Answers the page's requests by `answer`, for as long as the worker lives.
pub fn serve<Q, R>(mut answer: impl FnMut(Q, Context) -> Reply<R> + 'static)
where
    Q: DeserializeOwned + 'static,
    R: Serialize + 'static,
{
    let mut settings: Option<Settings> = None;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let Ok(header) = serde_wasm_bindgen::from_value::<ToWorker<Q>>(message.get(0)) else { return };
        match (header, &settings) {
            (ToWorker::Start(host), _) => settings = Some(*host),
            (ToWorker::Request { id, request }, Some(settings)) => {
                let body = message.get(1).dyn_into::<ArrayBuffer>();
                let body = body.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
                let mut progress = |progress| send(&FromWorker::<R>::Progress { id, progress }, None);
                reply(id, answer(request, Context { settings, body, progress: &mut progress }));
            }
            (ToWorker::Request { id, .. }, None) => {
                reply::<R>(id, Err("Load this page again, then try once more.".to_owned()));
            }
        }
    });
    page().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    send(&FromWorker::<R>::Ready, None);
}

fn reply<R: Serialize>(id: RequestId, answer: Reply<R>) {
    match answer {
        Ok((response, body)) => send(&FromWorker::Done { id, response }, body),
        Err(why) => send(&FromWorker::<R>::Failed { id, why }, None),
    }
}

fn send<R: Serialize>(header: &FromWorker<R>, body: Option<Vec<u8>>) {
    // It fails only for what JavaScript has no values for, and the protocol has none of those.
    let Ok(header) = serde_wasm_bindgen::to_value(header) else { return };
    let transferred = Array::new();
    let body: JsValue = body.map_or(JsValue::UNDEFINED, |bytes| {
        let buffer = Uint8Array::from(&bytes[..]).buffer();
        transferred.push(&buffer);
        buffer.into()
    });
    let _ = page().post_message_with_transfer(&Array::of2(&header, &body), &transferred);
}

fn page() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
