//! The portal's boxes in the portal's order, for the day of applying: each value with a Copy button, and a box to
//! tick once it is typed in.

use leptos::prelude::*;

use crate::app::components::{
    BackLink, Checkbox, CopyButton, ExternalLink, Heading, Linked, Notice, PrintedFor,
};
use crate::app::router::{Page, place_id};
use crate::app::store::{AppStateStoreFields, use_app};
use crate::documents::portal::{Fill, PortalBox, PortalSection, sections};
use crate::documents::summary::warning;
use crate::rules::finding::Place;

use super::outcome::ApplyBy;

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
                        <a class="app-screen-only" href=Page::Result.href()>"See what to do"</a>
                    </p>
                </Notice>
            }
            .into_any()
        })
    };
    let (portal, telephone) = app
        .settings
        .with_value(|settings| (settings.links.portal.clone(), settings.helpdesk_telephone.clone()));
    let sections = Memo::new(move |_| app.store.application().with(sections));
    let drawn_sections = move || {
        let section = |section| view! { <Section section /> }.into_any();
        sections.get().into_iter().map(section).collect_view()
    };
    let mailbox =
        Memo::new(move |_| app.store.application().with(|application| application.site.likely_mailbox()));
    let ticks = move || {
        let boxes: usize = sections.with(|sections| sections.iter().map(|section| section.boxes.len()).sum());
        let ticked = sections.with(|sections| {
            app.store.typed_in().with(|typed_in| {
                let boxes = sections.iter().flat_map(|section| &section.boxes);
                boxes.filter(|portal_box| typed_in.contains(&key(portal_box))).count()
            })
        });
        format!("{ticked} of {boxes} typed in.")
    };
    view! {
        <BackLink href=Page::Result.href() />
        <Heading text=TITLE />
        <PrintedFor />
        {move || warning()}
        <ApplyBy />
        <p class="nhsuk-body app-screen-only">
            "Open this page beside the portal. Its boxes may have other names. Tick each value when you have typed it in. "
            "The portal is the only way to apply: the fast track has ended."
        </p>
        <p class="nhsuk-body app-screen-only"><ExternalLink href=portal text="Go to the NHS Portal" /></p>
        <p class="nhsuk-body">
            <Linked text=format!(
                "If the portal does not work, or your postcode brings up no ODS code, phone the NHS helpdesk on {telephone}. Your site may already have accounts.",
            ) />
        </p>
        {move || drawn_sections()}
        <Show when=move || mailbox.with(Option::is_some)>
            <h2 class="nhsuk-heading-m">"Your shared mailbox"</h2>
            <p class="nhsuk-body">
                "It will probably be "
                <strong class="app-value">{move || mailbox.get().unwrap_or_default()}</strong>
                ". You do not choose it: NHSmail gives it to you."
            </p>
        </Show>
        <p class="nhsuk-body app-screen-only"><strong>{move || ticks()}</strong></p>
    }
}

/// What a tick is kept by: once the value is another, it is not typed in yet.
fn key(PortalBox { place, fill, .. }: &PortalBox) -> String {
    let value = match fill {
        Fill::With(value) => value,
        Fill::FromElsewhere(_) | Fill::NotGiven => "",
    };
    format!("{} {value}", place_id(*place))
}

#[component]
fn Section(section: PortalSection) -> impl IntoView {
    let PortalSection { heading, boxes } = section;
    let rows = boxes.into_iter().map(|portal_box| {
        let tick = (portal_box.fill != Fill::NotGiven).then(|| {
            let name = format!("{} of {heading}", portal_box.label);
            view! { <TypedIn place=portal_box.place key=key(&portal_box) name /> }
        });
        let PortalBox { label, fill, .. } = portal_box;
        let (value, copy) = match fill {
            Fill::With(value) => {
                let name = format!("{label} of {heading}");
                let copy = view! { <CopyButton text=value.clone() name /> };
                (view! { <span class="app-value">{value}</span> }, Some(copy))
            }
            Fill::FromElsewhere(note) => (view! { <span class="app-muted">{note.to_owned()}</span> }, None),
            Fill::NotGiven => (view! { <span class="app-muted">{"Not given yet".to_owned()}</span> }, None),
        };
        view! {
            <div class="nhsuk-summary-list__row">
                <dt class="nhsuk-summary-list__key">{label}</dt>
                <dd class="nhsuk-summary-list__value">{value}</dd>
                <dd class="nhsuk-summary-list__actions">{copy}{tick}</dd>
            </div>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h2 class="nhsuk-heading-m">{heading}</h2>
        <dl class="nhsuk-summary-list app-portal">{rows}</dl>
    }
}

/// The box to tick once a value is typed into the portal.
#[component]
fn TypedIn(place: Place, key: String, name: String) -> impl IntoView {
    let typed_in = use_app().store.typed_in();
    let place = place_id(place);
    let id = format!("typed-in-{place}");
    let is_ticked = {
        let key = key.clone();
        move || typed_in.with(|typed_in| typed_in.contains(&key))
    };
    let tick = move |is_ticked| {
        typed_in.update(|typed_in| {
            typed_in.retain(|other| other.split(' ').next() != Some(place.as_str()));
            if is_ticked {
                typed_in.push(key.clone());
            }
        });
    };
    view! {
        <Checkbox id checked=Signal::derive(is_ticked) on_change=tick>
            "Typed in"
            <span class="nhsuk-u-visually-hidden">{format!(" ({name})")}</span>
        </Checkbox>
    }
}
