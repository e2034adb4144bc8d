//! What came of the last thing that was done on a screen, and that a worker is at work.

use leptos::prelude::*;

use super::Notice;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, Making, Status, use_app};
use crate::protocol::Progress;

/// What came of the last thing that was done on this screen.
#[component]
pub fn StatusNotice(
    /// Whether a [`DownloadNotice`] stands beside the buttons that hand out files, further down.
    #[prop(optional)]
    but_downloads: bool,
) -> impl IntoView {
    let app = use_app();
    let status = move || {
        app.store.status().get().map(|status| match status {
            Status::Done(message) => view! {
                <Notice id="status">
                    <p>{message}</p>
                    <p><a href=Page::Tasks.href()>"Go to the task list"</a></p>
                </Notice>
            }
            .into_any(),
            Status::Downloaded(_) if but_downloads => ().into_any(),
            Status::Downloaded(file) => downloaded(file),
            Status::Problem(message) => {
                view! { <Notice id="status" problem=true><p>{message}</p></Notice> }.into_any()
            }
        })
    };
    view! { <div role="status">{move || status()}</div> }
}

/// That a file was handed out, beside the button that did it.
#[component]
pub fn DownloadNotice() -> impl IntoView {
    let app = use_app();
    let status = move || match app.store.status().get() {
        Some(Status::Downloaded(file)) => downloaded(file),
        _ => ().into_any(),
    };
    view! { <div role="status">{move || status()}</div> }
}

fn downloaded(file: String) -> AnyView {
    view! {
        <Notice id="status">
            <p>{format!("Downloaded {file}")}</p>
            <p>"It is with the other files your browser has downloaded."</p>
        </Notice>
    }
    .into_any()
}

/// The document that is being made, shown once it takes a second.
#[component]
pub fn WorkStatus() -> impl IntoView {
    let app = use_app();
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
    view! { {move || making()} }
}
