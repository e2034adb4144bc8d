//! One site, opened: what there is to say about it, and an email for its manager.

use std::sync::Arc;

use leptos::prelude::*;

use super::table::tag;
use crate::app::browser::focus;
use crate::app::components::{Button, CopyButton, NoteItem};
use crate::app::sites::SitesState;
use crate::sites::view::{SiteDetail, SiteFinding};
use crate::text::counted;

/// The site that is open.
#[component]
pub fn OpenSite() -> impl IntoView {
    let state = expect_context::<SitesState>();
    let close = move |()| {
        state.detail.set(None);
        focus::focus_element("sites-found");
    };
    let body = move || state.detail.get().map(|detail| view! { <Site detail /> }.into_any());
    view! {
        {move || body()}
        <div class="app-buttons"><Button on_click=close>"Back to all sites"</Button></div>
    }
}

#[component]
fn Site(detail: Arc<SiteDetail>) -> impl IntoView {
    let row = detail.row.clone();
    let facts: Vec<String> = [row.ods_code, row.location_id, row.postcode, row.file]
        .into_iter()
        .filter(|text| !text.is_empty())
        .chain([counted(row.people, "person", "people")])
        .collect();
    let findings =
        detail.findings.iter().cloned().map(|finding| view! { <FindingView finding /> }.into_any());
    let findings = findings.collect_view();
    let is_clean = detail.findings.is_empty();
    view! {
        <h2 class="nhsuk-heading-m" id="site-open" tabindex="-1">{row.name}</h2>
        <p class="nhsuk-body">
            <strong class=tag(row.outcome)>{row.outcome.label()}</strong>" "{facts.join(" · ")}
        </p>
        {is_clean.then(|| view! { <p class="nhsuk-body">"Everything in this list is in order."</p> })}
        <ul class="app-notes">{findings}</ul>
        <ManagerEmail text=detail.email.clone() />
    }
}

#[component]
fn FindingView(finding: SiteFinding) -> impl IntoView {
    let SiteFinding { mark, row, person, field, found, message, .. } = finding;
    let row = row.map(|row| format!("Row {row}"));
    let found = (!found.is_empty() && found != person).then(|| format!("{field}: {found}"));
    let whose = (!person.is_empty()).then_some(person);
    let about: Vec<String> = row.into_iter().chain(whose).chain(found).collect();
    view! {
        <NoteItem mark message>
            <p class="app-row__contact">{about.join(" · ")}</p>
        </NoteItem>
    }
}

/// What to write to the site's manager.
#[component]
fn ManagerEmail(text: String) -> impl IntoView {
    let rows = text.lines().count().clamp(6, 20).to_string();
    let copied = text.clone();
    view! {
        <h3 class="nhsuk-heading-s">"An email for the manager"</h3>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="manager-email">"Copy this into your own email program. Nothing is sent from here."</label>
            <textarea class="nhsuk-textarea" id="manager-email" rows=rows readonly prop:value=text></textarea>
        </div>
        <CopyButton text=copied label="Copy the email" alone=true />
    }
}
