//! Check your answers: what is wrong with them, then the answers.

use leptos::prelude::*;

use crate::app::components::{
    Actions, BackLink, Heading, LinkButton, Notes, PersonCards, PrintedFor, SummaryRow,
};
use crate::app::router::{Origin, Page, Route};
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::{ApplicationStoreFields, Question, SiteBox};
use crate::documents::summary::left;
use crate::rules::finding::{Finding, Place, Severity};

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
    view! {
        <BackLink href=Page::Tasks.href() text="Back to the task list" />
        <Heading text=TITLE />
        <PrintedFor />
        <Problems />
        <h2 class="nhsuk-heading-m">"Can you apply?"</h2>
        <dl class="nhsuk-summary-list">
            {move || questions()}
        </dl>
        <h2 class="nhsuk-heading-m">"Your site"</h2>
        <dl class="nhsuk-summary-list">
            {SiteBox::ALL.map(|site_box| view! { <SiteRow site_box /> }).collect_view()}
        </dl>
        <h2 class="nhsuk-heading-m">"People who need accounts"</h2>
        <Show when=move || people.with(Vec::is_empty)>
            <p class="nhsuk-body">"Nobody is listed yet."</p>
        </Show>
        <Notes findings=Signal::derive(move || settled(app, Place::People)) />
        <PersonCards from=Some(Origin::Check) />
        <p class="nhsuk-body app-screen-only"><a href=add>"Add a person"</a></p>
        <LinkButton href=Page::Result.href() text="See what to do next" />
    }
}

/// What is wrong with the answers, each with the way to mend it; and that some are missing, which shows below.
#[component]
fn Problems() -> impl IntoView {
    let app = use_app();
    let left =
        Memo::new(move |_| app.report.with(|report| left(report).into_iter().cloned().collect::<Vec<_>>()));
    let is_missing = |finding: &Finding| finding.severity == Severity::Missing;
    let wrong = Memo::new(move |_| {
        left.with(|left| left.iter().filter(|finding| !is_missing(finding)).cloned().collect::<Vec<_>>())
    });
    let missing = move || match left.with(|left| left.iter().filter(|finding| is_missing(finding)).count()) {
        0 => None,
        1 => Some("1 answer is not given yet.".to_owned()),
        count => Some(format!("{count} answers are not given yet.")),
    };
    view! {
        <Actions findings=wrong heading="What to put right" from=Some(Origin::Check) />
        {move || missing().map(|missing| view! { <p class="nhsuk-body"><strong>{missing}</strong></p> }.into_any())}
    }
}

/// What there is to say about `place` that is not said above.
fn settled(app: AppContext, place: Place) -> Vec<Finding> {
    app.report.with(|report| {
        report.given_at(place).into_iter().filter(|finding| !finding.is_outstanding()).collect()
    })
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
    view! {
        <SummaryRow
            name=question.entry().asks
            value=Signal::derive(value)
            findings=Signal::derive(move || settled(app, place))
            change=change(place)
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
    view! {
        <SummaryRow
            name=site_box.label()
            value=Signal::derive(value)
            findings=Signal::derive(move || settled(app, place))
            change=change(place)
        />
    }
}

fn change(place: Place) -> Route {
    Route { page: Page::of(place), from: Some(Origin::Check) }
}
