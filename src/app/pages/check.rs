//! Check your answers.

use leptos::prelude::*;

use crate::app::components::{BackLink, Heading, LinkButton, Notes, PersonCards, SummaryRow};
use crate::app::router::{Origin, Page, Route};
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{ApplicationStoreFields, Question, SiteBox};
use crate::rules::finding::Place;

pub const TITLE: &str = "Check your answers";

#[component]
pub fn CheckPage() -> impl IntoView {
    let app = use_app();
    let asked = Memo::new(move |_| {
        app.store.application().with(|application| application.answers.asked().collect::<Vec<_>>())
    });
    let questions = move || {
        asked.get().into_iter().map(|question| view! { <QuestionRow question /> }.into_any()).collect_view()
    };
    let people = app.store.application().people();
    let add = move || {
        let count = people.with(Vec::len);
        Route { page: Page::Person(count, None), from: Some(Origin::Check) }.href()
    };
    let findings = move || app.report.with(|report| report.at(Place::People).cloned().collect::<Vec<_>>());
    view! {
        <BackLink href=Page::Tasks.href() text="Back to the task list" />
        <Heading text=TITLE />
        <h2 class="nhsuk-heading-m">"Can you apply?"</h2>
        <dl class="nhsuk-summary-list">
            {move || questions()}
        </dl>
        <h2 class="nhsuk-heading-m">"Your site"</h2>
        <dl class="nhsuk-summary-list">
            {SiteBox::ALL.map(|site_box| view! { <SiteRow site_box /> }).collect_view()}
        </dl>
        <h2 class="nhsuk-heading-m">"People who need accounts"</h2>
        <Notes findings=Signal::derive(findings) />
        <PersonCards from=Some(Origin::Check) />
        <p class="nhsuk-body"><a href=add>"Add a person"</a></p>
        <LinkButton href=Page::Result.href() text="See what to do next" />
    }
}

#[component]
fn QuestionRow(question: Question) -> impl IntoView {
    let app = use_app();
    let value = move || {
        let today = app.store.today().get();
        app.store.application().with(|application| {
            let answer = application.answers.to(question);
            answer.map(|answer| question.in_words(answer, today)).unwrap_or_default()
        })
    };
    let place = Place::Question(question);
    let findings = move || app.report.with(|report| report.given_at(place));
    view! {
        <SummaryRow
            name=question.entry().asks
            value=Signal::derive(value)
            findings=Signal::derive(findings)
            href=change(place)
        />
    }
}

#[component]
fn SiteRow(site_box: SiteBox) -> impl IntoView {
    let app = use_app();
    let value = move || {
        app.store.application().with(|application| {
            let site = &application.site;
            match site.value(site_box) {
                value if value.is_empty() && site_box == SiteBox::OdsCode && site.ods_unknown => {
                    "I don’t know it".to_owned()
                }
                value => value,
            }
        })
    };
    let place = Place::Site(site_box);
    let findings = move || app.report.with(|report| report.given_at(place));
    view! {
        <SummaryRow
            name=site_box.label()
            value=Signal::derive(value)
            findings=Signal::derive(findings)
            href=change(place)
        />
    }
}

fn change(place: Place) -> String {
    Route { page: Page::of(place), from: Some(Origin::Check) }.href()
}
