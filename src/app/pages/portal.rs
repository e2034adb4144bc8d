//! The portal's boxes in the portal's order, each value with a Copy button, for the day of applying.

use crate::app::browser::{clipboard, spawn_local};
use crate::app::markup::{Content, View, all, el, live};
use crate::app::page::Page;
use crate::app::parts::{back_link, body, heading, hidden, link, notice, strong, subheading, text_button};
use crate::app::state::State;
use crate::app::watched::Watched;
use crate::documents::checklist::warning;
use crate::documents::portal::{Fill, PortalBox, Sheet, sheets};

pub const TITLE: &str = "What to type into the portal";

pub fn portal(state: State) -> View {
    let warning = state.report.with(warning).map(|warning| {
        notice(all(vec![strong(format!("{warning} ")), link(Page::Result.href(), "See what to do").view()]))
    });
    let portal = state.setting(|settings| settings.links.portal.clone());
    let sheets: Vec<View> = sheets(&state.now()).into_iter().map(|sheet| draw(state, sheet)).collect();
    all(vec![
        back_link(Page::Result.href(), "Back"),
        heading("", TITLE),
        warning.view(),
        body(all(vec![
            "Open this page beside the portal. Its boxes may be named a little differently. ".view(),
            link(portal, "Read how to reach the form (opens in a new tab)")
                .attr("target", "_blank")
                .attr("rel", "noopener noreferrer")
                .view(),
        ])),
        sheets.view(),
    ])
}

fn draw(state: State, Sheet { heading, boxes }: Sheet) -> View {
    let rows: Vec<View> = boxes.into_iter().map(|b| row(state, &heading, b)).collect();
    all(vec![subheading(heading), el("dl").class("nhsuk-summary-list").with(rows).view()])
}

fn row(state: State, whose: &str, PortalBox { label, fill }: PortalBox) -> View {
    let (value, copy) = match fill {
        Fill::With(value) => {
            let copy = copy_button(state, value.clone(), format!("{label} of {whose}"));
            (el("span").class("app-value").with(value), Some(copy))
        }
        Fill::FromElsewhere(note) => (el("span").class("app-muted").with(note), None),
    };
    el("div")
        .class("nhsuk-summary-list__row")
        .with(el("dt").class("nhsuk-summary-list__key").with(label))
        .with(el("dd").class("nhsuk-summary-list__value").with(value))
        .with(el("dd").class("nhsuk-summary-list__actions").with(copy))
        .view()
}

/// Copies `value`, and says on the button itself that it did.
fn copy_button(state: State, value: String, name: String) -> View {
    let said = Watched::new("Copy");
    let label = hidden(format!(" {name}"));
    let saying = said.clone();
    let copy = move || {
        let (value, name, said) = (value.clone(), name.clone(), said.clone());
        spawn_local(async move {
            let copied = clipboard::copy(&value).await;
            said.set(if copied { "Copied" } else { "Select and copy it yourself" });
            state.said.set(format!("{}: {name}", said.get_unwatched()));
        });
    };
    text_button(copy).with(live(move || saying.get().view())).with(label).view()
}
