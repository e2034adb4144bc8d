//! The site: its name, Location ID, postcode and ODS code.

use crate::app::browser::location;
use crate::app::markup::{Content, View, all, el, live};
use crate::app::page::{Origin, Page};
use crate::app::parts::{
    Form, TextBox, back_link, body, checkbox, continue_button, details, heading, link, text_box,
};
use crate::app::state::State;
use crate::application::SiteBox;
use crate::rules::finding::Place;

pub const TITLE: &str = "Your site";

pub fn site(state: State, from: Option<Origin>) -> View {
    let next = from.map_or(Page::People, Origin::page);
    let leave = from.map_or(Page::Tasks, Origin::page);
    let content = all(vec![
        heading("", TITLE),
        body("Make one application for each site: the home or the branch where the accounts are needed."),
        one(state, SiteBox::Name, ""),
        one(state, SiteBox::LocationId, "nhsuk-input--width-20"),
        where_to_find_location(state),
        one(state, SiteBox::Postcode, "nhsuk-input--width-10"),
        one(state, SiteBox::OdsCode, "nhsuk-input--width-10"),
        unknown(state),
        where_to_find_ods(state),
        mailbox(state),
        continue_button("Continue"),
        body(link(leave.href(), "Leave this for later")),
    ]);
    let form = Form {
        places: places(),
        before: Box::new(|| ()),
        go_on: Box::new(move || location::go(&next.href())),
    };
    all(vec![back_link(leave.href(), "Back"), form.draw(state, content)])
}

/// What the screen asks about.
pub fn places() -> Vec<Place> {
    SiteBox::ALL.map(Place::Site).into()
}

fn one(state: State, site_box: SiteBox, width: &'static str) -> View {
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
    let text =
        TextBox { place: Place::Site(site_box), label: site_box.label(), hint, keyboard: "text", width };
    let read = move || state.application.with(|application| application.site.typed(site_box).to_owned());
    text_box(state, text, read, move |text| {
        state.change(|application| application.site.set(site_box, text));
    })
}

fn unknown(state: State) -> View {
    let chosen = move || state.application.with(|application| application.site.ods_unknown);
    let write = move |unknown| state.change(|application| application.site.ods_unknown = unknown);
    checkbox("ods-unknown", "I don’t know the ODS code", chosen, write)
}

fn where_to_find_location(state: State) -> View {
    let search = state.setting(|settings| settings.links.cqc_search.clone());
    details(
        "Where to find the Location ID",
        all(vec![
            link(search, "Find your site on the CQC website").view(),
            " and open its own page. The Location ID is at the end of that page’s address. You can paste the whole address here.".view(),
        ]),
    )
}

fn where_to_find_ods(state: State) -> View {
    let (help, telephone) =
        state.setting(|settings| (settings.links.ods_help.clone(), settings.helpdesk_telephone.clone()));
    details(
        "Where to find the ODS code",
        all(vec![
            link(help, "Read how to find your ODS code").view(),
            format!(". On the day, the portal finds it from your postcode. If it does not, phone the NHS helpdesk on {telephone}: your site may already have accounts.").view(),
        ]),
    )
}

fn mailbox(state: State) -> View {
    let mailbox = move || {
        let mailbox = state.application.with(|application| application.site.likely_mailbox());
        let told = mailbox.map(|mailbox| {
            el("p")
                .class("nhsuk-body app-fact")
                .with("Your shared mailbox will probably be ")
                .with(el("strong").class("app-value").with(mailbox))
                .with(". It is certain only once it is issued.")
        });
        told.view()
    };
    live(mailbox)
}
