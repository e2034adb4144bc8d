//! The portal's boxes in the portal's order, each value with a Copy button, for the day of applying.

use leptos::prelude::*;

use crate::app::browser::clipboard;
use crate::app::page::Page;
use crate::app::parts::{back_link, heading};
use crate::app::state::State;
use crate::documents::checklist::warning;
use crate::documents::portal::{Fill, PortalBox, Sheet, sheets};

pub const TITLE: &str = "What to type into the portal";

pub fn portal(state: State) -> AnyView {
    let application = state.now();
    let warning = state.report.with(warning).map(|warning| {
        view! {
            <p class="app-notice"><strong>{warning}" "</strong><a href=Page::Result.href()>"See what to do"</a></p>
        }
    });
    let link = state.setting(|settings| settings.links.portal.clone());
    let sheets: Vec<AnyView> = sheets(&application).into_iter().map(|sheet| draw(state, sheet)).collect();
    view! {
        {back_link(Page::Result.href(), "Back")}
        {heading("", TITLE)}
        {warning}
        <p class="nhsuk-body">
            "Open this page beside the portal. Its boxes may be named a little differently. "
            <a href=link>"Read how to reach the form, on support.nhs.net"</a>
        </p>
        {sheets}
    }
    .into_any()
}

fn draw(state: State, Sheet { heading, boxes }: Sheet) -> AnyView {
    let rows: Vec<AnyView> = boxes.into_iter().map(|b| row(state, &heading, b)).collect();
    view! {
        <h2 class="nhsuk-heading-m">{heading}</h2>
        <dl class="nhsuk-summary-list">{rows}</dl>
    }
    .into_any()
}

fn row(state: State, whose: &str, PortalBox { label, fill }: PortalBox) -> AnyView {
    let (value, copy) = match fill {
        Fill::With(value) => {
            let name = format!("{label} of {whose}");
            let copy = copy_button(state, value.clone(), name);
            (view! { <span class="app-value">{value}</span> }.into_any(), Some(copy))
        }
        Fill::FromElsewhere(note) => (view! { <span class="app-muted">{note}</span> }.into_any(), None),
    };
    view! {
        <div class="nhsuk-summary-list__row">
            <dt class="nhsuk-summary-list__key">{label}</dt>
            <dd class="nhsuk-summary-list__value">{value}</dd>
            <dd class="nhsuk-summary-list__actions">{copy}</dd>
        </div>
    }
    .into_any()
}

/// Copies `value`, and says on the button itself that it did.
fn copy_button(state: State, value: String, name: String) -> AnyView {
    let said = RwSignal::new("Copy");
    let hidden = name.clone();
    let copy = move |_| {
        let (value, name) = (value.clone(), name.clone());
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&value).await;
            said.set(if copied { "Copied" } else { "Select and copy it yourself" });
            state.said.set(format!("{}: {name}", said.get_untracked()));
        });
    };
    view! {
        <button class="app-link-button" type="button" on:click=copy>
            {said} <span class="nhsuk-u-visually-hidden">" "{hidden}</span>
        </button>
    }
    .into_any()
}
