//! The workers: programs of their own, which are fetched when they are first asked, and can be ended.
//! The other end is `caremail::worker`.

use std::cell::RefCell;
use std::mem;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use super::{document, window};

/// The worker that opens spreadsheets.
pub const READER: &str = "reader";
/// The worker that makes PDFs and workbooks.
pub const WRITER: &str = "writer";

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// The worker says that it cannot, in a sentence for the user.
    Refused(String),
    /// Its program could not be fetched.
    NotFetched,
    /// It broke, or took too long, or was ended. What it held is gone; the next question starts it
    /// anew.
    Ended,
}

thread_local! {
    /// The workers that run, by name.
    static RUNNING: RefCell<Vec<(&'static str, Worker)>> = const { RefCell::new(Vec::new()) };
    /// When the last question asked of each worker is answered.
    static TURNS: RefCell<Vec<(&'static str, Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Sends `parcel`, a text or an `ArrayBuffer`, to the worker `name` with what is `wanted`, and waits
/// for its answer: a text or an `ArrayBuffer`. An `ArrayBuffer` is handed over, and not copied.
///
/// A question waits for the one before it: the worker would answer both at once.
///
/// # Errors
/// After `seconds` the worker is ended, as it is when it breaks.
pub async fn ask(
    name: &'static str,
    wanted: &str,
    parcel: JsValue,
    seconds: u32,
) -> Result<JsValue, Stopped> {
    let (before, done) = take_turn(name);
    let _ = JsFuture::from(before).await;
    let answer = ask_in_turn(name, wanted, parcel, seconds).await;
    done.map(|done| done.call0(&JsValue::NULL));
    answer
}

/// Fetches the worker `name` and starts it, so that the first question need not wait for it. What goes
/// wrong is told to that question.
pub async fn fetch(name: &'static str) {
    let (before, done) = take_turn(name);
    let _ = JsFuture::from(before).await;
    if running(name).is_none() {
        let _ = start(name).await;
    }
    done.map(|done| done.call0(&JsValue::NULL));
}

/// When the question before is answered, and what to call when this one is.
fn take_turn(name: &'static str) -> (Promise, Option<Function>) {
    let mut done = None;
    let mine = Promise::new(&mut |resolve, _| done = Some(resolve));
    let before = TURNS.with_borrow_mut(|turns| match turns.iter_mut().find(|(known, _)| *known == name) {
        Some((_, last)) => mem::replace(last, mine),
        None => {
            turns.push((name, mine));
            Promise::resolve(&JsValue::NULL)
        }
    });
    (before, done)
}

async fn ask_in_turn(
    name: &'static str,
    wanted: &str,
    parcel: JsValue,
    seconds: u32,
) -> Result<JsValue, Stopped> {
    let worker = match running(name) {
        Some(worker) => worker,
        None => start(name).await?,
    };
    let handed_over = Array::new();
    if !parcel.is_string() {
        handed_over.push(&parcel);
    }
    let sent = worker.post_message_with_transfer(&Array::of2(&wanted.into(), &parcel), &handed_over);
    let answer = match sent {
        Ok(()) => next(&worker, seconds).await,
        Err(_) => None,
    };
    let Some((how, parcel)) = answer else {
        end(name);
        return Err(Stopped::Ended);
    };
    match how.as_str() {
        "done" => Ok(parcel),
        _ => Err(Stopped::Refused(parcel.as_string().unwrap_or_default())),
    }
}

/// Ends the worker `name`, if it runs. Whoever waits for it is told at once.
pub fn end(name: &str) {
    let ended = RUNNING.with_borrow_mut(|running| {
        let at = running.iter().position(|(known, _)| *known == name)?;
        Some(running.swap_remove(at).1)
    });
    if let Some(worker) = ended {
        worker.terminate();
        if let Some(broke) = worker.onerror() {
            let _ = broke.call0(&JsValue::NULL);
        }
    }
}

fn running(name: &str) -> Option<Worker> {
    RUNNING.with_borrow(|running| {
        running.iter().find(|(known, _)| *known == name).map(|(_, worker)| worker.clone())
    })
}

/// A program may take long over a slow line, yet not for ever.
const SECONDS_TO_FETCH: u32 = 120;

async fn start(name: &'static str) -> Result<Worker, Stopped> {
    let named = document().query_selector(&format!("meta[name='{name}']")).ok().flatten();
    let script = named.and_then(|meta| meta.get_attribute("content")).ok_or(Stopped::NotFetched)?;
    let worker = Worker::new(&script).map_err(|_| Stopped::NotFetched)?;
    RUNNING.with_borrow_mut(|running| running.push((name, worker.clone())));
    match next(&worker, SECONDS_TO_FETCH).await {
        Some(_) => Ok(worker),
        None => {
            let was_ended = running(name).is_none();
            end(name);
            Err(if was_ended { Stopped::Ended } else { Stopped::NotFetched })
        }
    }
}

/// The worker's next message; `None` when it breaks first, or the time is over.
async fn next(worker: &Worker, seconds: u32) -> Option<(String, JsValue)> {
    let message = Promise::new(&mut |arrived: Function, failed: Function| {
        worker.set_onmessage(Some(&arrived));
        worker.set_onerror(Some(&failed));
        let milliseconds = i32::try_from(seconds * 1000).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&failed, milliseconds);
    });
    let event: MessageEvent = JsFuture::from(message).await.ok()?.unchecked_into();
    let message: Array = event.data().unchecked_into();
    Some((message.get(0).as_string()?, message.get(1)))
}
