//! What is taken away: the report, the lists with their results, the files of each site.

use leptos::prelude::*;

use crate::app::components::{Button, Checkbox};
use crate::app::sites;
use crate::app::store::use_app;
use crate::protocol::SitesRequest;

const REPORT_CSV: &str = "sites-report.csv";
const REPORT_BOOK: &str = "sites-report.xlsx";
const RETURNED: &str = "sites-lists-checked.csv";
const SITE_FILES: &str = "sites-files.zip";

/// The buttons, and whether personal details are left out.
#[component]
pub fn Take() -> impl IntoView {
    let app = use_app();
    let is_bare = RwSignal::new(false);
    let report_csv =
        move |()| sites::download(app, SitesRequest::ReportCsv(!is_bare.get_untracked()), REPORT_CSV);
    let report_book =
        move |()| sites::download(app, SitesRequest::ReportTable(!is_bare.get_untracked()), REPORT_BOOK);
    view! {
        <h2 class="nhsuk-heading-m">"Downloads"</h2>
        <p class="nhsuk-body">"The report has a line for each thing to do: which site and row, what was found, what to do."</p>
        <Checkbox
            id="report-bare".to_owned()
            checked=Signal::derive(move || is_bare.get())
            on_change=move |is_ticked| is_bare.set(is_ticked)
        >
            "Leave out personal details: only site, row and rule"
        </Checkbox>
        <div class="app-buttons">
            <Button on_click=report_csv>"Download the report (CSV)"</Button>
            <Button on_click=report_book>"Download the report for Excel"</Button>
        </div>
        <p class="nhsuk-body">"These hold everyone’s details. Keep them private."</p>
        <div class="app-buttons">
            <Button on_click=move |()| sites::download(app, SitesRequest::Returned, RETURNED)>
                "Download the lists with results"
            </Button>
            <Button on_click=move |()| sites::download(app, SitesRequest::SiteFiles, SITE_FILES)>
                "Download a list and a checklist for each site"
            </Button>
        </div>
    }
}
