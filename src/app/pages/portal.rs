//! The portal's boxes in the portal's order, each value with a Copy button, for the day of applying.

use leptos::prelude::*;

use crate::app::components::{BackLink, CopyButton, Heading, Notice};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::documents::portal::{Fill, PortalBox, PortalSection, sections};
use crate::documents::summary::warning;

pub const TITLE: &str = "What to type into the portal";

#[component]
pub fn PortalPage() -> impl IntoView {
    let app = use_app();
    let warning = move || {
        app.report.with(warning).map(|warning| {
            view! {
                <Notice>
                    <p>
                        <strong>{warning}" "</strong>
                        <a href=Page::Result.href()>"See what to do"</a>
                    </p>
                </Notice>
            }
            .into_any()
        })
    };
    let portal = app.settings.with_value(|settings| settings.links.portal.clone());
    let sections = Memo::new(move |_| app.store.application().with(sections));
    let drawn_sections = move || {
        let section = |section| view! { <Section section /> }.into_any();
        sections.get().into_iter().map(section).collect_view()
    };
    view! {
        <BackLink href=Page::Result.href() />
        <Heading text=TITLE />
        {move || warning()}
        <p class="nhsuk-body">
            "Open this page beside the portal. Its boxes may be named a little differently. "
            <a href=portal target="_blank" rel="noopener noreferrer">
                "Read how to reach the form (opens in a new tab)"
            </a>
        </p>
        {move || drawn_sections()}
    }
}

#[component]
fn Section(section: PortalSection) -> impl IntoView {
    let PortalSection { heading, boxes } = section;
    let rows = boxes.into_iter().map(|PortalBox { label, fill }| {
        let (value, copy) = match fill {
            Fill::With(value) => {
                let name = format!("{label} of {heading}");
                let copy = view! { <CopyButton text=value.clone() name /> };
                (view! { <span class="app-value">{value}</span> }, Some(copy))
            }
            Fill::FromElsewhere(note) => (view! { <span class="app-muted">{note.to_owned()}</span> }, None),
        };
        view! {
            <div class="nhsuk-summary-list__row">
                <dt class="nhsuk-summary-list__key">{label}</dt>
                <dd class="nhsuk-summary-list__value">{value}</dd>
                <dd class="nhsuk-summary-list__actions">{copy}</dd>
            </div>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h2 class="nhsuk-heading-m">{heading}</h2>
        <dl class="nhsuk-summary-list">{rows}</dl>
    }
}
