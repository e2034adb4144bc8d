//! The site: its name, Location ID, postcode and ODS code.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::components::{
    BackLink, Checkbox, ContinueButton, Details, ExternalLink, Form, Heading, Linked, PlaceInput, problems_at,
};
use crate::app::router::{Origin, Page};
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{ApplicationStoreFields, SiteBox, SiteStoreFields};
use crate::rules::finding::Place;

pub const TITLE: &str = "Your site";

#[component]
pub fn SitePage(from: Option<Origin>) -> impl IntoView {
    let app = use_app();
    let next = from.map_or(Page::People, Origin::page);
    let leave = from.map_or(Page::Tasks, Origin::page);
    let site = app.store.application().site();
    let (cqc_search, ods_help, telephone) = app.settings.with_value(|settings| {
        let links = &settings.links;
        (links.cqc_search.clone(), links.ods_help.clone(), settings.helpdesk_telephone.clone())
    });
    view! {
        <BackLink href=leave.href() />
        <Form problems=move |()| problems_at(app, &SiteBox::ALL.map(Place::Site)) on_continue=move |()| location::navigate(&next.href())>
            <Heading text=TITLE />
            <p class="nhsuk-body">
                "Make one application for each site: the home or the branch where the accounts are needed."
            </p>
            <PlaceInput
                place=Place::Site(SiteBox::Name)
                label=SiteBox::Name.label()
                hint="As CQC has it, for example Oak House Care Home"
                inputmode="text"
                is_name=true
                value=site.name()
            />
            <PlaceInput
                place=Place::Site(SiteBox::LocationId)
                label=SiteBox::LocationId.label()
                hint="It starts with 1- and has 9 to 11 digits after it. It is not the Provider ID."
                inputmode="text"
                width="nhsuk-input--width-20"
                value=site.location_id()
            />
            <Details summary="Where to find the Location ID">
                <p>
                    <ExternalLink href=cqc_search text="Find your site on the CQC website" />
                    " and open its own page. The Location ID is at the end of that page’s address. You can paste the whole address here."
                </p>
            </Details>
            <PlaceInput
                place=Place::Site(SiteBox::Postcode)
                label=SiteBox::Postcode.label()
                hint="The portal uses it to find your ODS code"
                inputmode="text"
                width="nhsuk-input--width-10"
                value=site.postcode()
            />
            <PlaceInput
                place=Place::Site(SiteBox::OdsCode)
                label=SiteBox::OdsCode.label()
                hint="The site’s own code, normally V and 4 letters or digits. Not the head office’s code."
                inputmode="text"
                width="nhsuk-input--width-10"
                value=site.ods_code()
            />
            <Checkbox
                id="ods-unknown"
                checked=Signal::derive(move || site.ods_unknown().get())
                on_change=move |is_unknown| site.ods_unknown().set(is_unknown)
            >
                "I don’t know the ODS code"
            </Checkbox>
            <Details summary="Where to find the ODS code">
                <p>
                    <ExternalLink href=ods_help text="Read how to find your ODS code" />
                    <Linked text=format!(". On the day, the portal finds it from your postcode. If it does not, phone the NHS helpdesk on {telephone}: your site may already have accounts.") />
                </p>
            </Details>
            <LikelyMailbox />
            <ContinueButton text="Continue" />
            <p class="nhsuk-body"><a href=leave.href()>"Leave this for later"</a></p>
        </Form>
    }
}

#[component]
fn LikelyMailbox() -> impl IntoView {
    let app = use_app();
    let mailbox =
        Memo::new(move |_| app.store.application().with(|application| application.site.likely_mailbox()));
    view! {
        <Show
            when=move || mailbox.with(Option::is_some)
            fallback=move || view! {
                <Show when=move || app.store.application().site().ods_unknown().get()>
                    <p class="nhsuk-body app-fact">
                        "Your shared mailbox will probably be "
                        <strong class="app-value">"care."</strong>
                        ", your ODS code and "
                        <strong class="app-value">"@nhs.net"</strong>
                        ". It is certain only once it is issued."
                    </p>
                </Show>
            }
        >
            <p class="nhsuk-body app-fact">
                "Your shared mailbox will probably be "
                <strong class="app-value">{move || mailbox.get().unwrap_or_default()}</strong>
                ". It is certain only once it is issued."
            </p>
        </Show>
    }
}
