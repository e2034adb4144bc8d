//! The answer to "Can you apply?", as soon as the questions are answered.

use leptos::prelude::*;

use crate::app::components::{Actions, BackLink, ExternalLink, Heading, LinkButton, Linked};
use crate::app::pages::result::{ReadMore, Steps};
use crate::app::router::Page;
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::Application;
use crate::documents::summary::{deadline, left};
use crate::rules::finding::{AlternativeRoute, Finding, Place};
use crate::rules::{Eligibility, Report};

/// The answer, which is what the screen is called.
pub fn title(app: AppContext) -> String {
    let answer = match app.report.with(|report| report.eligibility) {
        Eligibility::CanApply => "You can apply for NHSmail",
        Eligibility::NotYet => "You cannot apply yet",
        Eligibility::AnotherRoute(_) => "Use a different route to NHSmail",
        Eligibility::CannotTell => "We cannot tell yet if you can apply",
    };
    answer.to_owned()
}

#[component]
pub fn OutcomePage() -> impl IntoView {
    let app = use_app();
    let title = Memo::new(move |_| title(app));
    let eligibility = Memo::new(move |_| app.report.with(|report| report.eligibility));
    let (last, next_open) = app
        .store
        .application()
        .with_untracked(|application| (application.answers.asked().last(), application.answers.next_open()));
    let body = move || {
        match eligibility.get() {
        Eligibility::CanApply => view! {
            <p class="nhsuk-body">"From your answers, this site can apply on the NHS Portal."</p>
            <ApplyBy />
            <p class="nhsuk-body">"Next, prepare what the portal asks for: your site, and the people who need accounts."</p>
            <GoOn />
        }
        .into_any(),
        Eligibility::NotYet => view! {
            <p class="nhsuk-body">"Something has to be done first. After that, this site can apply on the NHS Portal."</p>
            <OfQuestions heading="What to do first" />
            <p class="nhsuk-body">"You can prepare the rest in the meantime."</p>
            <GoOn />
        }
        .into_any(),
        Eligibility::CannotTell if next_open.is_some() => view! {
            <p class="nhsuk-body">"It depends on questions that have no answer yet."</p>
            <LinkButton href=next_open.map_or(Page::Tasks, Page::Apply).href() text="Answer the next question" />
        }
        .into_any(),
        Eligibility::CannotTell => view! {
            <p class="nhsuk-body">"It depends on these things. Find them out, then change your answer here."</p>
            <OfQuestions heading="What to find out" />
            <p class="nhsuk-body">"You can prepare the rest in the meantime."</p>
            <GoOn />
        }
        .into_any(),
        Eligibility::AnotherRoute(route) => view! {
            <p class="nhsuk-body">{why(route)}</p>
            <h2 class="nhsuk-heading-m">"What to do"</h2>
            <Steps />
            <ReadMore route />
            <Association />
            <LinkButton href=Page::Result.href() text=onwards(route) />
        }
        .into_any(),
    }
    };
    view! {
        <BackLink href=last.map_or(Page::Tasks, Page::Apply).href() />
        <Heading text=title />
        {move || body()}
        <p class="nhsuk-body"><a href=Page::Check.href()>"Check or change your answers"</a></p>
        <p class="nhsuk-body"><a href=Page::Tasks.href()>"Go to the task list"</a></p>
    }
}

fn why(route: AlternativeRoute) -> &'static str {
    match route {
        AlternativeRoute::Helpdesk => {
            "The NHS Portal is for sites new to NHSmail. This site has it, or has had it, so the NHS helpdesk makes your accounts."
        }
        AlternativeRoute::Feedback => {
            "Hospices do not apply on the NHS Portal. The NHS.net Connect feedback team tells you how to get NHSmail."
        }
        AlternativeRoute::ThirdParty => {
            "The NHS Portal is for sites registered with CQC. There is another route for services that are not."
        }
    }
}

fn onwards(route: AlternativeRoute) -> &'static str {
    match route {
        AlternativeRoute::Helpdesk => "See what to send or say",
        AlternativeRoute::Feedback | AlternativeRoute::ThirdParty => "See what to keep for your files",
    }
}

/// What is left of the questions, in order.
#[component]
fn OfQuestions(heading: &'static str) -> impl IntoView {
    let app = use_app();
    let findings = Memo::new(move |_| {
        let is_of_question = |finding: &&Finding| matches!(finding.place, Place::Question(_));
        app.report.with(|report| left(report).into_iter().filter(is_of_question).cloned().collect::<Vec<_>>())
    });
    view! { <Actions findings heading from=None /> }
}

/// The day by which to apply, where there is one.
#[component]
pub fn ApplyBy() -> impl IntoView {
    let app = use_app();
    let deadline = Memo::new(move |_| {
        let today = app.store.today().get();
        app.store
            .application()
            .with(|application| app.settings.with_value(|host| deadline(application, host, today)))
    });
    let drawn = move || {
        deadline.get().map(|deadline| {
            let class = if deadline.is_near { "app-notice app-notice--problem" } else { "app-notice" };
            view! { <div class=class><p><strong>{deadline.in_words()}</strong></p></div> }.into_any()
        })
    };
    view! { {move || drawn()} }
}

/// Whom to ask at the association, and its page.
#[component]
fn Association() -> impl IntoView {
    let association = use_app().settings.with_value(|settings| settings.association.clone());
    let who = format!(
        "If you are stuck, ask {}, {}, {}: {}. ",
        association.contact_name, association.contact_post, association.name, association.contact_email
    );
    view! {
        <p class="nhsuk-body">
            <Linked text=who />
            <ExternalLink href=association.page text="Read the association’s page" />
        </p>
    }
}

/// The one next step: the first part of the application that is not whole.
#[component]
fn GoOn() -> impl IntoView {
    let app = use_app();
    let next = move || {
        app.store.application().with(|application| app.report.with(|report| next(application, report).href()))
    };
    view! { <LinkButton href=Signal::derive(next) text="Continue" /> }
}

fn next(application: &Application, report: &Report) -> Page {
    let is_left = |belongs: fn(&Place) -> bool| report.outstanding().any(|finding| belongs(&finding.place));
    if is_left(|place| matches!(place, Place::Site(_))) {
        Page::Site(None)
    } else if application.people.is_empty()
        || is_left(|place| matches!(place, Place::People | Place::Person(..)))
    {
        Page::People
    } else {
        Page::Check
    }
}
