//! The days that are known once the application is sent, and the mailbox that came.

use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;

use crate::app::browser::{focus, location};
use crate::app::components::{
    AfterDay, AfterText, BackLink, ContinueButton, ExternalLink, Heading, after_box_id,
};
use crate::app::router::Page;
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::{AfterBox, ApplicationStoreFields, after_problems};
use crate::documents::letters::{MAILBOX, looks_right};

pub const TITLE: &str = "The day you applied, and what came";

/// Whether something cannot be right on this screen.
pub fn is_wrong(app: AppContext) -> bool {
    !problems(app).is_empty()
}

fn problems(app: AppContext) -> Vec<(AfterBox, String)> {
    let today = app.store.today().get();
    app.store.application().afterwards().with(|afterwards| {
        let mut problems = after_problems(afterwards, today);
        let mailbox = afterwards.value(AfterBox::Mailbox).trim();
        if !mailbox.is_empty() && !looks_right(AfterBox::Mailbox, mailbox) {
            let message = "Shared mailbox: enter an address that ends in @nhs.net, like care.v1234@nhs.net.";
            problems.push((AfterBox::Mailbox, message.to_owned()));
        }
        problems
    })
}

#[component]
pub fn DaysPage() -> impl IntoView {
    let app = use_app();
    let problems = Memo::new(move |_| problems(app));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if problems.with_untracked(Vec::is_empty) {
            location::navigate(&Page::After.href());
        } else {
            app.store.submitted().set(true);
            focus::focus_element("error-summary");
        }
    };
    let error = move |after_box| {
        Signal::derive(move || {
            let of_box = |problems: &Vec<(AfterBox, String)>| {
                problems.iter().find(|(of, _)| *of == after_box).map(|(_, message)| message.clone())
            };
            app.store.submitted().get().then(|| problems.with(of_box)).flatten()
        })
    };
    let search = app.settings.with_value(|settings| settings.links.dspt_search.clone());
    view! {
        <BackLink href=Page::After.href() />
        <Show when=move || app.store.submitted().get() && problems.with(|problems| !problems.is_empty())>
            <ErrorSummary problems />
        </Show>
        <form novalidate on:submit=submit>
            <Heading text=TITLE />
            <p class="nhsuk-body">"Fill in what you know. Leave the rest empty, and come back when it has happened."</p>
            <AfterDay
                after_box=AfterBox::Applied
                legend="The day you applied on the NHS Portal"
                hint="For example, 27 3 2026."
                error=error(AfterBox::Applied)
            />
            <AfterDay
                after_box=AfterBox::AccountsCame
                legend="The day the accounts came"
                hint="The day the first username came by email. For example, 30 3 2026."
                error=error(AfterBox::AccountsCame)
            />
            <AfterText
                after_box=AfterBox::Mailbox
                label=MAILBOX
                hint="Its address, as the NHS gave it to you. It ends in @nhs.net."
                inputmode="email"
                error=error(AfterBox::Mailbox)
            />
            <AfterDay
                after_box=AfterBox::ToolkitPublished
                legend="The day you last published the toolkit (DSPT)"
                hint="For example, 27 3 2026."
                error=error(AfterBox::ToolkitPublished)
            />
            <p class="nhsuk-body">
                <ExternalLink href=search text="Look that day up on the toolkit’s website" />
            </p>
            <ContinueButton text="Save and continue" />
        </form>
    }
}

#[component]
fn ErrorSummary(problems: Memo<Vec<(AfterBox, String)>>) -> impl IntoView {
    let line = |(after_box, message): (AfterBox, String)| {
        let focus_box = move |event: MouseEvent| {
            event.prevent_default();
            focus::focus_element(&after_box_id(after_box));
        };
        view! { <li><a href=Page::AfterDays.href() on:click=focus_box>{message}</a></li> }.into_any()
    };
    view! {
        <div class="nhsuk-error-summary" id="error-summary" tabindex="-1">
            <div role="alert">
                <h2 class="nhsuk-error-summary__title">"There is a problem"</h2>
                <div class="nhsuk-error-summary__body">
                    <ul class="nhsuk-list nhsuk-error-summary__list">
                        {move || problems.get().into_iter().map(line).collect_view()}
                    </ul>
                </div>
            </div>
        </div>
    }
}
