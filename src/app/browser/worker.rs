//! The page's end of the conversation in [`protocol`](crate::protocol): a worker that is fetched when it is
//! first asked, answers requests in their order, and can be ended. The other end is `caremail::worker`.
//!
//! A wrapper of our own over `web_sys::Worker`: gloo-worker's calls never resolve when the worker traps, and
//! here each waits for the answer, the worker's `error` event or a deadline, whichever comes first.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::mem;
use std::rc::Rc;

use futures::channel::oneshot;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, ArrayBuffer};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use super::network;
use crate::protocol::{FromWorker, Progress, RequestId, ToWorker};
use crate::settings::Settings;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkerError {
    /// The worker says that it cannot, in a sentence for the user.
    Failed(String),
    /// Its program could not be fetched.
    NotFetched,
    /// Its program is not on the host any more: a newer version of the page has taken its place.
    Replaced,
    /// It broke, or took too long, or was ended. What it held is gone; the next request starts it anew.
    Ended,
    /// Nobody waits for it any more: [`WorkerClient::abandon`].
    Abandoned,
}

/// What comes back: the response, and the body where there is one.
pub type Reply<R> = Result<(R, Option<ArrayBuffer>), WorkerError>;

/// A worker that answers requests of the type `Q` with responses of the type `R`. Clones share the worker.
pub struct WorkerClient<Q, R> {
    state: Rc<RefCell<State<R>>>,
    request: PhantomData<fn(Q)>,
}

struct State<R> {
    /// The name by which `index.html` knows the worker's script.
    name: &'static str,
    settings: Settings,
    running: Option<Running>,
    last_id: RequestId,
    /// In the order in which they were asked, which is the order in which they are answered.
    pending: VecDeque<Pending<R>>,
    /// Ends the worker if what it does now takes too long; dropped, and so cancelled, when it is done.
    deadline: Option<Timeout>,
}

struct Running {
    worker: Worker,
    is_ready: bool,
    /// Whether anything was ever asked of it.
    was_asked: bool,
    _listeners: [EventListener; 2],
}

struct Pending<R> {
    id: RequestId,
    /// The message, until it is sent: its header and its body.
    unsent: Option<(JsValue, Option<ArrayBuffer>)>,
    seconds: u32,
    /// Who waits for the answer, if anyone still does.
    waiting: Option<Waiting<R>>,
}

struct Waiting<R> {
    reply: oneshot::Sender<Reply<R>>,
    on_progress: Box<dyn Fn(Progress)>,
}

/// A program may take long over a slow line, yet not for ever.
const SECONDS_TO_FETCH: u32 = 120;

/// How long somebody waits for a program that is still being fetched, in seconds.
const SECONDS_TO_WAIT: u32 = 30;

impl<Q, R> Clone for WorkerClient<Q, R> {
    fn clone(&self) -> Self {
        WorkerClient { state: Rc::clone(&self.state), request: PhantomData }
    }
}

impl<Q: Serialize + 'static, R: DeserializeOwned + 'static> WorkerClient<Q, R> {
    /// The worker whose script `index.html` names `<meta name="{name}" content="…">`; it is not fetched yet.
    pub fn new(name: &'static str, settings: Settings) -> Self {
        let state =
            State { name, settings, running: None, last_id: 0, pending: VecDeque::new(), deadline: None };
        WorkerClient { state: Rc::new(RefCell::new(state)), request: PhantomData }
    }

    /// Fetches the worker and starts it, so that the first request need not wait for it. What goes wrong is
    /// said to that request.
    pub fn prefetch(&self) {
        if self.state.borrow().running.is_none() {
            let _ = self.start();
        }
    }

    /// Asks for `request`, with `body` transferred and not copied, and waits for the answer.
    ///
    /// # Errors
    /// When the worker has worked on it for `seconds` and has not said how far it is, it is ended, as it is when
    /// it breaks.
    pub async fn ask(
        &self,
        request: &Q,
        body: Option<ArrayBuffer>,
        seconds: u32,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Reply<R> {
        let (reply, replied) = oneshot::channel();
        {
            let mut state = self.state.borrow_mut();
            state.last_id = state.last_id.wrapping_add(1);
            let id = state.last_id;
            let header = serde_wasm_bindgen::to_value(&ToWorker::Request { id, request });
            let header = header.map_err(|_| WorkerError::Ended)?;
            let waiting = Some(Waiting { reply, on_progress: Box::new(on_progress) });
            state.pending.push_back(Pending { id, unsent: Some((header, body)), seconds, waiting });
        }
        if self.state.borrow().running.is_none() && self.start().is_err() {
            return Err(self.why_not_fetched().await);
        }
        let is_first = {
            let state = self.state.borrow();
            state.pending.len() == 1 && state.running.as_ref().is_some_and(|running| !running.is_ready)
        };
        if is_first {
            self.set_deadline(SECONDS_TO_WAIT);
        }
        self.send_pending();
        match replied.await.unwrap_or(Err(WorkerError::Ended)) {
            Err(WorkerError::NotFetched) => Err(self.why_not_fetched().await),
            reply => reply,
        }
    }

    /// Why the program did not come: it is not there any more, or the host does not answer.
    async fn why_not_fetched(&self) -> WorkerError {
        let script = self.script();
        match script {
            Some(script) if network::is_gone(&script).await => WorkerError::Replaced,
            _ => WorkerError::NotFetched,
        }
    }

    /// The address of the worker's script.
    fn script(&self) -> Option<String> {
        let name = self.state.borrow().name;
        let script = document().query_selector(&format!("meta[name='{name}']")).ok().flatten();
        script.and_then(|meta| meta.get_attribute("content"))
    }

    /// Lets go of every request that is not answered yet: what the worker still says about it is dropped.
    pub fn abandon(&self) {
        let waiting: Vec<_> =
            self.state.borrow_mut().pending.iter_mut().filter_map(|pending| pending.waiting.take()).collect();
        for waiting in waiting {
            let _ = waiting.reply.send(Err(WorkerError::Abandoned));
        }
    }

    /// Ends the worker, if it runs. Whoever waits for it is told at once.
    pub fn end(&self) {
        self.fail(&WorkerError::Ended);
    }

    /// Ends the worker but for one of which nothing was asked yet: it is as good as new, and may be on its way.
    pub fn renew(&self) {
        let is_new = {
            let state = self.state.borrow();
            state.pending.is_empty() && state.running.as_ref().is_some_and(|running| !running.was_asked)
        };
        if !is_new {
            self.end();
        }
    }

    fn start(&self) -> Result<(), WorkerError> {
        let Some(worker) = self.script().and_then(|script| Worker::new(&script).ok()) else {
            self.fail(&WorkerError::NotFetched);
            return Err(WorkerError::NotFetched);
        };
        let (on_message, on_error) = (self.clone(), self.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                on_message.receive(&event.unchecked_ref::<MessageEvent>().data());
            }),
            EventListener::new(&worker, "error", move |_| on_error.broke()),
        ];
        let running = Running { worker, is_ready: false, was_asked: false, _listeners: listeners };
        self.state.borrow_mut().running = Some(running);
        self.set_deadline(SECONDS_TO_FETCH);
        Ok(())
    }

    /// Sends what was asked before the worker was ready, and since.
    fn send_pending(&self) {
        let was_idle = {
            let mut state = self.state.borrow_mut();
            let State { running, pending, .. } = &mut *state;
            let Some(Running { worker, is_ready: true, was_asked, .. }) = running else { return };
            *was_asked |= !pending.is_empty();
            for (header, body) in pending.iter_mut().filter_map(|pending| pending.unsent.take()) {
                let transferred: Array = body.iter().collect();
                let message = Array::of2(&header, &body.map_or(JsValue::UNDEFINED, Into::into));
                let _ = worker.post_message_with_transfer(&message, &transferred);
            }
            state.deadline.is_none()
        };
        if was_idle {
            self.time_next();
        }
    }

    fn receive(&self, message: &JsValue) {
        let message: &Array = message.unchecked_ref();
        match serde_wasm_bindgen::from_value(message.get(0)) {
            Ok(FromWorker::Ready) => {
                {
                    let mut state = self.state.borrow_mut();
                    let start = ToWorker::<Q>::Start(Box::new(state.settings.clone()));
                    let start = serde_wasm_bindgen::to_value(&start).unwrap_or_default();
                    state.deadline = None;
                    if let Some(running) = &mut state.running {
                        running.is_ready = true;
                        let _ = running.worker.post_message(&Array::of1(&start));
                    }
                }
                self.send_pending();
            }
            Ok(FromWorker::Progress { id, progress }) => {
                self.time_next();
                let state = self.state.borrow();
                let pending = state.pending.iter().find(|pending| pending.id == id);
                if let Some(Waiting { on_progress, .. }) =
                    pending.and_then(|pending| pending.waiting.as_ref())
                {
                    on_progress(progress);
                }
            }
            Ok(FromWorker::Done { id, response }) => {
                self.answer(id, Ok((response, message.get(1).dyn_into().ok())));
            }
            Ok(FromWorker::Failed { id, why }) => self.answer(id, Err(WorkerError::Failed(why))),
            Err(_) => self.broke(),
        }
    }

    fn answer(&self, id: RequestId, answer: Reply<R>) {
        let answered = {
            let mut state = self.state.borrow_mut();
            let at = state.pending.iter().position(|pending| pending.id == id);
            at.and_then(|at| state.pending.remove(at))
        };
        self.time_next();
        if let Some(waiting) = answered.and_then(|pending| pending.waiting) {
            let _ = waiting.reply.send(answer);
        }
    }

    /// Times what the worker does next, if anything is left to do.
    fn time_next(&self) {
        let next = self.state.borrow().pending.front().map(|pending| pending.seconds);
        match next {
            Some(seconds) => self.set_deadline(seconds),
            None => self.state.borrow_mut().deadline = None,
        }
    }

    fn set_deadline(&self, seconds: u32) {
        let client = self.clone();
        let deadline = Timeout::new(seconds.saturating_mul(1000), move || client.broke());
        self.state.borrow_mut().deadline = Some(deadline);
    }

    /// The worker does not answer any more: it was never there, or is not now.
    fn broke(&self) {
        let was_ready = self.state.borrow().running.as_ref().is_some_and(|running| running.is_ready);
        self.fail(&if was_ready { WorkerError::Ended } else { WorkerError::NotFetched });
    }

    fn fail(&self, error: &WorkerError) {
        let (running, pending) = {
            let mut state = self.state.borrow_mut();
            state.deadline = None;
            (state.running.take(), mem::take(&mut state.pending))
        };
        if let Some(running) = running {
            running.worker.terminate();
        }
        for waiting in pending.into_iter().filter_map(|pending| pending.waiting) {
            let _ = waiting.reply.send(Err(error.clone()));
        }
    }
}
