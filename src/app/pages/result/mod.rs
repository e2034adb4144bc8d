//! The result: what it comes to, by when, what to do, what to take away.

mod files;
mod letters;

use leptos::prelude::*;

use crate::app::components::{
    Actions, BackLink, ExternalLink, Heading, LinkButton, Linked, Notes, PrintedFor,
};
use crate::app::downloads;
use crate::app::router::{Origin, Page};
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::documents::next_steps;
use crate::documents::summary::{deadline, left, verdict};
use crate::rules::Outcome;
use crate::rules::finding::{AlternativeRoute, Finding};
use files::Files;
use letters::Letters;

/// The verdict, which is what the screen is called.
pub fn title(app: AppContext) -> String {
    app.report.with(verdict)
}

#[component]
pub fn ResultPage() -> impl IntoView {
    let app = use_app();
    // Once, when the screen opens: what is drawn below is drawn anew with every confirmation.
    Effect::new(move |_| downloads::prefetch(app));
    let title = Memo::new(move |_| title(app));
    let outcome = Memo::new(move |_| app.report.with(|report| report.outcome));
    let deadline = Memo::new(move |_| {
        let today = app.store.today().get();
        app.store
            .application()
            .with(|application| app.settings.with_value(|host| deadline(application, host, today)))
    });
    // Before anything else when it is near, and with the heading, so that it is read out with it.
    let near = move || deadline.get().filter(|deadline| deadline.is_near).map(|deadline| deadline.in_words());
    let far = move || {
        deadline.get().filter(|deadline| !deadline.is_near).map(|deadline| {
            view! { <p class="nhsuk-body"><strong>{deadline.in_words()}</strong></p> }.into_any()
        })
    };
    let body = move || {
        match outcome.get() {
        Outcome::Ready => view! {
            <ToPortal />
            <Files route=None />
            <h2 class="nhsuk-heading-m">"What to do next"</h2>
            <Steps />
            <Hints />
        }
        .into_any(),
        Outcome::ReadyOnceDone => view! {
            <ToDo heading="What to do before you apply" />
            <Files route=None />
            <h2 class="nhsuk-heading-m">"What comes after"</h2>
            <Steps />
            <p class="nhsuk-body app-screen-only"><a href=Page::Portal.href()>"See what to type into the portal"</a></p>
            <Hints />
        }
        .into_any(),
        Outcome::AnotherRoute(route) => view! {
            <ToDo heading="What to do before you ask" />
            <h2 class="nhsuk-heading-m">"What to do next"</h2>
            <Steps />
            <ReadMore route />
            {(route == AlternativeRoute::Helpdesk).then(|| view! { <Letters /> })}
            <Files route=Some(route) />
        }
        .into_any(),
    }
    };
    view! {
        <BackLink href=Page::Check.href() text="Back to your answers" />
        <Heading before=Signal::derive(move || near().unwrap_or_default()) text=title />
        <PrintedFor />
        {move || far()}
        {move || body()}
    }
}

/// The way to the portal, once everything is ready.
#[component]
fn ToPortal() -> impl IntoView {
    let portal = use_app().settings.with_value(|settings| settings.links.portal.clone());
    view! {
        <div class="app-buttons">
            <ExternalLink href=portal text="Go to the NHS Portal" button=true />
            <LinkButton href=Page::Portal.href() text="See what to type into the portal" secondary=true />
        </div>
    }
}

/// What happens from here on, in order.
#[component]
pub fn Steps() -> impl IntoView {
    let app = use_app();
    let steps = Memo::new(move |_| {
        let outcome = app.report.with(|report| report.outcome);
        app.store.application().with(|application| {
            app.settings.with_value(|settings| next_steps(outcome, application, settings))
        })
    });
    let step = |text: String| view! { <li><Linked text /></li> }.into_any();
    view! {
        <ol class="nhsuk-list nhsuk-list--number">
            {move || steps.get().into_iter().map(step).collect_view()}
        </ol>
    }
}

/// Where to read about a route that is not the portal.
#[component]
pub fn ReadMore(route: AlternativeRoute) -> impl IntoView {
    let links = use_app().settings.with_value(|settings| settings.links.clone());
    let (href, text) = match route {
        AlternativeRoute::Helpdesk => (links.starter_guide, "Read the starter guide, on support.nhs.net"),
        AlternativeRoute::Feedback => (links.own_email, "Read about the NHS standard for secure email"),
        AlternativeRoute::ThirdParty => (links.third_party, "Read about routes to secure email"),
    };
    view! { <p class="nhsuk-body app-screen-only"><ExternalLink href text /></p> }
}

/// What is left, in order, each with whom to ask and the way to the very box.
#[component]
fn ToDo(heading: &'static str) -> impl IntoView {
    let app = use_app();
    let left =
        Memo::new(move |_| app.report.with(|report| left(report).into_iter().cloned().collect::<Vec<_>>()));
    view! { <Actions findings=left heading from=Some(Origin::Result) /> }
}

/// What is good to know and asks for nothing. What was mended is told where it was typed.
#[component]
fn Hints() -> impl IntoView {
    let app = use_app();
    let hints = Memo::new(move |_| {
        let is_settled = |finding: &&Finding| !finding.is_outstanding() && finding.repair.is_none();
        app.report.with(|report| report.findings.iter().filter(is_settled).cloned().collect::<Vec<_>>())
    });
    view! {
        <Show when=move || hints.with(|hints| !hints.is_empty())>
            <h2 class="nhsuk-heading-m">"Good to know"</h2>
            <Notes findings=hints />
        </Show>
    }
}
