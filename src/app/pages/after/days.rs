//! The days that are known once the application is sent, and the mailbox that came.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::components::{
    AfterDay, AfterText, BackLink, ContinueButton, ExternalLink, Form, Heading, after_box_problems,
};
use crate::app::router::Page;
use crate::app::store::{AppContext, AppStateStoreFields, FormProblem, use_app};
use crate::application::{AfterBox, ApplicationStoreFields, after_problems};
use crate::documents::letters::MAILBOX;

pub const TITLE: &str = "The day you applied, and what came";

#[component]
pub fn DaysPage() -> impl IntoView {
    let app = use_app();
    let search = app.settings.with_value(|settings| settings.links.dspt_search.clone());
    view! {
        <BackLink href=Page::After.href() />
        <Form problems=move |()| problems(app) on_continue=|()| location::navigate(&Page::After.href())>
            <Heading text=TITLE />
            <p class="nhsuk-body">"Fill in what you know. Leave the rest empty, and come back when it has happened."</p>
            <AfterDay
                after_box=AfterBox::Applied
                legend="The day you applied on the NHS Portal"
                hint="For example, 27 3 2026."
            />
            <AfterDay
                after_box=AfterBox::AccountsCame
                legend="The day the accounts came"
                hint="The day the first username came by email. For example, 30 3 2026."
            />
            <AfterText
                after_box=AfterBox::Mailbox
                label=MAILBOX
                hint="Its address, as the NHS gave it to you. It ends in @nhs.net."
            />
            <AfterDay
                after_box=AfterBox::ToolkitPublished
                legend="The day you last published the toolkit (DSPT)"
                hint="For example, 27 3 2026."
            />
            <p class="nhsuk-body">
                <ExternalLink href=search text="Look that day up on the toolkit’s website" />
            </p>
            <ContinueButton text="Save and continue" />
        </Form>
    }
}

/// What cannot be right on this screen.
fn problems(app: AppContext) -> Vec<FormProblem> {
    let today = app.store.today().get_untracked();
    let boxes = [
        (AfterBox::Applied, "The day you applied"),
        (AfterBox::AccountsCame, "The day the accounts came"),
        (AfterBox::Mailbox, MAILBOX),
        (AfterBox::ToolkitPublished, "The day the toolkit was published"),
    ];
    let afterwards = app.store.application().afterwards();
    after_box_problems(afterwards.with_untracked(|known| after_problems(boxes, known, today)))
}
