//! The files to take away: those that help on the route the site is on.

use leptos::prelude::*;

use crate::app::components::{Button, StatusNotice, WorkStatus};
use crate::app::downloads;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::documents::checklist::{PDF_NAME, checklist};
use crate::documents::{accounts, calendar, html, reminders};
use crate::protocol::WriterRequest;
use crate::rules::finding::AlternativeRoute;

/// The buttons that make files, and what came of the last one pressed.
#[component]
pub fn Files(route: Option<AlternativeRoute>) -> impl IntoView {
    let app = use_app();
    // Whoever is told of nobody's account needs no list of them.
    let lists_people = matches!(route, None | Some(AlternativeRoute::Helpdesk));
    let has_dates = Memo::new(move |_| {
        let today = app.store.today().get();
        app.store.application().with(|application| {
            app.settings.with_value(|settings| !reminders::reminders(application, settings, today).is_empty())
        })
    });
    let pdf = move |()| {
        downloads::make(app, WriterRequest::ChecklistPdf(downloads::job(app)), None, PDF_NAME);
    };
    let page = move |()| {
        let job = downloads::job(app);
        let list = app.settings.with_value(|settings| {
            app.report.with_untracked(|report| checklist(&job.application, report, settings, job.today))
        });
        let page = html::checklist_page(&list);
        downloads::offer(app, html::FILE_NAME, "text/html;charset=utf-8", page.as_str());
    };
    let workbook = move |()| {
        let request = WriterRequest::AccountsWorkbook(downloads::job(app));
        downloads::make(app, request, None, accounts::BOOK_NAME);
    };
    let csv = move |()| {
        let request = WriterRequest::AccountsCsv(downloads::job(app));
        downloads::make(app, request, None, accounts::FILE_NAME);
    };
    let calendar = move |()| {
        let request = WriterRequest::Calendar(downloads::job(app));
        downloads::make(app, request, None, calendar::FILE_NAME);
    };
    view! {
        <section class="app-screen-only">
            <h2 class="nhsuk-heading-m">"Downloads"</h2>
            <p class="nhsuk-body">"They are made in this page. None holds a manager’s ID or a passcode."</p>
            <div class="app-buttons">
                <Button on_click=pdf>"Download the checklist as a PDF"</Button>
                <Button on_click=page>"Download the checklist as a web page"</Button>
                <Show when=move || lists_people>
                    <Button on_click=workbook>"Download the account list for Excel"</Button>
                    <Button on_click=csv>"Download the account list as CSV"</Button>
                </Show>
                <Show when=move || lists_people && has_dates.get()>
                    <Button on_click=calendar>"Download reminders for your calendar"</Button>
                </Show>
            </div>
            <StatusNotice />
            <WorkStatus />
            <Show when=move || lists_people>
                <p class="nhsuk-body"><a href=Page::After.href()>"After you have applied: dates, letters and papers"</a></p>
            </Show>
            <p class="nhsuk-body"><a href=Page::Saved.href()>"Save your answers to go on another day"</a></p>
        </section>
    }
}
