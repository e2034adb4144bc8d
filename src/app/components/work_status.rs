//! What came of the last thing asked of a worker, and that it is at work.

use leptos::prelude::*;

use super::Notice;
use crate::app::store::{AppStateStoreFields, Making, Status, use_app};
use crate::protocol::Progress;

/// What came of the last thing asked, and that something is being made: shown once it takes a second.
#[component]
pub fn WorkStatus() -> impl IntoView {
    let app = use_app();
    let status = move || {
        app.store.status().get().map(|status| {
            let (Status::Done(message) | Status::Problem(message)) = status;
            view! { <Notice id="status" problem=true><p>{message}</p></Notice> }.into_any()
        })
    };
    let making = move || {
        app.store.making().get().into_iter().next().map(|Making { file, progress }| {
            let (done, total) = progress.map(|Progress { done, total }| (done, total)).unzip();
            view! {
                <div class="app-late" role="status">
                    <p class="nhsuk-body">{format!("Making {file}")}</p>
                    <progress aria-label="Making the file" value=done max=total></progress>
                </div>
            }
            .into_any()
        })
    };
    view! { {move || status()} {move || making()} }
}
