//! Documents: those the page makes itself, and those it asks of the writer.

use gloo::file::BlobContents;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::files;
use super::store::{AppContext, AppStateStoreFields, Status};
use super::workers::{REPLACED, WorkerError};
use crate::documents::file_name::for_site;
use crate::protocol::{Job, WriterRequest, WriterResponse};

/// How long a document may take, in seconds: the largest takes one or two.
const SECONDS: u32 = 60;

/// Fetches the writer before it is needed, and says which words the PDF cannot show.
pub fn prefetch(app: AppContext) {
    let route = app.store.route().get_untracked();
    let writer = app.workers.with_value(|workers| workers.writer.clone());
    spawn_local(async move {
        let request = WriterRequest::Unshown(job(app));
        let sentence = match writer.ask(&request, None, SECONDS, |_| ()).await {
            Ok((WriterResponse::Sentence(sentence), _)) => sentence,
            Ok(_) => String::new(),
            Err(error) => why_not(error),
        };
        if !sentence.is_empty() && app.store.route().get_untracked() == route {
            app.store.status().set(Some(Status::Problem(sentence)));
        }
    });
}

/// What the writer makes documents of: the application as it is now.
pub fn job(app: AppContext) -> Box<Job> {
    Box::new(Job { application: app.application(), today: app.store.today().get_untracked() })
}

/// Has the writer make what is requested, and offers it under the name `file` with the site's own in it. While it
/// is being made, pressing again does nothing.
pub fn make(app: AppContext, request: WriterRequest, body: Option<ArrayBuffer>, file: &'static str) {
    let name = for_site(file, &app.application().site.shown_name());
    if !app.start_making(&name) {
        return;
    }
    let writer = app.workers.with_value(|workers| workers.writer.clone());
    let route = app.store.route().get_untracked();
    spawn_local(async move {
        let made = writer.ask(&request, body, SECONDS, |_| ()).await;
        app.stop_making(&name);
        match made {
            Ok((_, Some(bytes))) => {
                // The name says what it is, as far as any system asks.
                offer(app, file, "application/octet-stream", bytes);
            }
            Ok((_, None)) => {}
            // The keyboard stays where it is on a screen that is reached in the meantime.
            Err(error) if app.store.route().get_untracked() == route => {
                app.show_status(Status::Problem(why_not(error)));
            }
            Err(error) => app.announce(why_not(error)),
        }
    });
}

/// Offers a document that is made, under the name `file` with the site's own in it, and says so on the screen. The
/// keyboard stays where it is.
pub fn offer(app: AppContext, file: &str, mime: &str, contents: impl BlobContents) {
    let name = for_site(file, &app.application().site.shown_name());
    let status = match files::download(&name, mime, contents) {
        Ok(()) => Status::Downloaded(name),
        Err(_) => return app.show_status(Status::Problem(files::NOT_MADE.to_owned())),
    };
    app.store.status().set(Some(status));
}

fn why_not(error: WorkerError) -> String {
    match error {
        WorkerError::Failed(sentence) => sentence,
        WorkerError::Replaced => REPLACED.to_owned(),
        WorkerError::NotFetched => "The part of this page that makes files did not load. Check your connection and try again, or download the checklist as a web page.".to_owned(),
        WorkerError::Ended | WorkerError::Abandoned => "This file could not be made. Download the checklist as a web page instead.".to_owned(),
    }
}
