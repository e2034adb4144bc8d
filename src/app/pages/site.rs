//! The site: its name, Location ID, postcode and ODS code.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::page::Page;
use crate::app::parts::{TextBox, back_link, continue_button, error_summary, form, heading, text_box};
use crate::app::state::State;
use crate::application::SiteBox;
use crate::finding::Place;

pub const TITLE: &str = "Your site";

pub fn site(state: State, from_check: bool) -> AnyView {
    let next = if from_check { Page::Check } else { Page::People };
    let leave = if from_check { Page::Check } else { Page::Tasks };
    let go_on = move || location::go(&next.href());
    let content = view! {
        {heading("", TITLE)}
        <p class="nhsuk-body">"Make one application for each site: the home or the branch where the accounts are needed."</p>
        {one(state, SiteBox::Name, "")}
        {one(state, SiteBox::LocationId, "nhsuk-input--width-20")}
        {where_to_find_location(state)}
        {one(state, SiteBox::Postcode, "nhsuk-input--width-10")}
        {one(state, SiteBox::OdsCode, "nhsuk-input--width-10")}
        {unknown(state)}
        {where_to_find_ods(state)}
        {mailbox(state)}
        {continue_button("Continue")}
        <p class="nhsuk-body"><a href=leave.href()>"Leave this for later"</a></p>
    };
    view! {
        {back_link(leave.href(), "Back")}
        {error_summary(state, places())}
        {form(state, places(), go_on, content)}
    }
    .into_any()
}

/// What the screen asks about.
pub fn places() -> Vec<Place> {
    SiteBox::ALL.map(Place::Site).into()
}

fn one(state: State, site_box: SiteBox, width: &'static str) -> AnyView {
    let hint = match site_box {
        SiteBox::Name => "As CQC has it, for example Oak House Care Home",
        SiteBox::LocationId => {
            "It starts with 1- and has 9 to 11 digits after it. It is not the Provider ID."
        }
        SiteBox::Postcode => "The portal uses it to find your ODS code",
        SiteBox::OdsCode => {
            "The site’s own code, normally V and 4 letters or digits. Not the head office’s code."
        }
    };
    let text = TextBox {
        place: Place::Site(site_box),
        label: site_box.label(),
        hint: hint.to_owned(),
        keyboard: "text",
        width,
    };
    let read = move || state.application.with(|application| application.site.typed(site_box).to_owned());
    text_box(state, text, read, move |text| {
        state.change(|application| application.site.set(site_box, text));
    })
}

fn unknown(state: State) -> AnyView {
    let chosen = move || state.application.with(|application| application.site.ods_unknown);
    let toggle = move |event| {
        let unknown = event_target_checked(&event);
        state.change(|application| application.site.ods_unknown = unknown);
    };
    view! {
        <div class="nhsuk-checkboxes nhsuk-checkboxes--small app-below-box">
            <div class="nhsuk-checkboxes__item">
                <input
                    class="nhsuk-checkboxes__input"
                    type="checkbox"
                    id="ods-unknown"
                    prop:checked=chosen
                    on:change=toggle
                />
                <label class="nhsuk-label nhsuk-checkboxes__label" for="ods-unknown">"I don’t know the ODS code"</label>
            </div>
        </div>
    }
    .into_any()
}

fn where_to_find_location(state: State) -> AnyView {
    let search = state.setting(|settings| settings.links.cqc_search.clone());
    view! {
        <details class="nhsuk-details">
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">"Where to find the Location ID"</span>
            </summary>
            <div class="nhsuk-details__text">
                <p>
                    <a href=search>"Find your site on the CQC website"</a>
                    " and open its own page. The Location ID is at the end of that page’s address. You can paste the whole address here."
                </p>
            </div>
        </details>
    }
    .into_any()
}

fn where_to_find_ods(state: State) -> AnyView {
    let (help, telephone) =
        state.setting(|settings| (settings.links.ods_help.clone(), settings.helpdesk_telephone.clone()));
    view! {
        <details class="nhsuk-details">
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">"Where to find the ODS code"</span>
            </summary>
            <div class="nhsuk-details__text">
                <p>
                    <a href=help>"Read how to find your ODS code"</a>
                    ". On the day, the portal finds it from your postcode. If it does not, phone the NHS helpdesk on "
                    {telephone} ": your site may already have accounts."
                </p>
            </div>
        </details>
    }
    .into_any()
}

fn mailbox(state: State) -> AnyView {
    let mailbox = move || {
        let mailbox = state.application.with(|application| application.site.likely_mailbox())?;
        Some(view! {
            <p class="app-fact">
                "Your shared mailbox will probably be " <strong class="app-value">{mailbox}</strong>
                ". It is certain only once it is issued."
            </p>
        })
    };
    view! { <div>{mailbox}</div> }.into_any()
}
