//! The outcome: what it comes to, what to do, what to take away.

use leptos::prelude::*;

use crate::app::components::{
    BackLink, Button, CopyButton, EachFinding, ExternalLink, Heading, LinkButton, Notes, StatusNotice,
    WorkStatus,
};
use crate::app::downloads;
use crate::app::router::{Origin, Page, Route};
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::documents::checklist::{PDF_NAME, checklist};
use crate::documents::summary::{left, verdict};
use crate::documents::{accounts, calendar, helpdesk_email, html, next_steps, reminders};
use crate::protocol::WriterRequest;
use crate::rules::Outcome;
use crate::rules::finding::{AlternativeRoute, Finding};

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
    let body = move || match outcome.get() {
        Outcome::Ready => view! {
            <LinkButton href=Page::Portal.href() text="See what to type into the portal" />
            <Downloads />
            <h2 class="nhsuk-heading-m">"What to do next"</h2>
            <Steps />
            <Hints />
        }
        .into_any(),
        Outcome::ReadyOnceDone => view! {
            <ToDo heading="What to do before you apply" />
            <Downloads />
            <h2 class="nhsuk-heading-m">"What comes after"</h2>
            <Steps />
            <p class="nhsuk-body"><a href=Page::Portal.href()>"See what to type into the portal"</a></p>
            <Hints />
        }
        .into_any(),
        Outcome::AnotherRoute(route) => view! {
            <ToDo heading="What to do before you ask" />
            <h2 class="nhsuk-heading-m">"What to do next"</h2>
            <Steps />
            <ReadMore route />
            {(route == AlternativeRoute::Helpdesk).then(|| view! { <HelpdeskEmail /> })}
            <Downloads />
        }
        .into_any(),
    };
    view! {
        <BackLink href=Page::Check.href() text="Back to your answers" />
        <Heading text=title />
        {move || body()}
    }
}

/// What happens from here on, in order.
#[component]
fn Steps() -> impl IntoView {
    let app = use_app();
    let steps = Memo::new(move |_| {
        let outcome = app.report.with(|report| report.outcome);
        app.store.application().with(|application| {
            app.settings.with_value(|settings| next_steps(outcome, application, settings))
        })
    });
    view! {
        <ol class="nhsuk-list nhsuk-list--number">
            {move || steps.get().into_iter().map(|step| view! { <li>{step}</li> }.into_any()).collect_view()}
        </ol>
    }
}

/// Where to read about a route that is not the portal.
#[component]
fn ReadMore(route: AlternativeRoute) -> impl IntoView {
    let links = use_app().settings.with_value(|settings| settings.links.clone());
    let (href, text) = match route {
        AlternativeRoute::Helpdesk => (links.starter_guide, "Read the starter guide, on support.nhs.net"),
        AlternativeRoute::Feedback => (links.own_email, "Read about the secure email standard"),
        AlternativeRoute::ThirdParty => (links.third_party, "Read about routes to secure email"),
    };
    view! { <p class="nhsuk-body"><ExternalLink href text /></p> }
}

/// What is left, in order, each with whom to ask and the way to the very box.
#[component]
fn ToDo(heading: &'static str) -> impl IntoView {
    let app = use_app();
    let left =
        Memo::new(move |_| app.report.with(|report| left(report).into_iter().cloned().collect::<Vec<_>>()));
    view! {
        <Show when=move || left.with(|left| !left.is_empty())>
            <h2 class="nhsuk-heading-m">{heading}</h2>
            <ol class="app-actions">
                <EachFinding findings=left item=|finding| view! { <Action finding /> }.into_any() />
            </ol>
        </Show>
    }
}

#[component]
fn Action(finding: Finding) -> impl IntoView {
    let app = use_app();
    let href = Route { page: Page::of(finding.place), from: Some(Origin::Result) }.href();
    let place = finding.place;
    let about = move || app.store.application().with(|application| place.name(application));
    let ask = app.settings.with_value(|settings| finding.ask.in_words(settings));
    view! {
        <li>
            <p class="app-actions__about"><a href=href>{move || about()}</a></p>
            <Notes findings=vec![finding] />
            {ask.map(|ask| view! { <p class="app-actions__ask">{format!("Ask {ask}.")}</p> })}
        </li>
    }
}

/// What is good to know and asks for nothing.
#[component]
fn Hints() -> impl IntoView {
    let app = use_app();
    let hints = Memo::new(move |_| {
        let is_settled = |finding: &&Finding| !finding.is_outstanding();
        app.report.with(|report| report.findings.iter().filter(is_settled).cloned().collect::<Vec<_>>())
    });
    view! {
        <Show when=move || hints.with(|hints| !hints.is_empty())>
            <h2 class="nhsuk-heading-m">"Good to know"</h2>
            <Notes findings=hints />
        </Show>
    }
}

#[component]
fn Downloads() -> impl IntoView {
    let app = use_app();
    let has_dates = Memo::new(move |_| {
        let today = app.store.today().get();
        app.store.application().with(|application| {
            app.settings.with_value(|settings| !reminders::reminders(application, settings, today).is_empty())
        })
    });
    let pdf = move |()| {
        downloads::make(app, WriterRequest::ChecklistPdf(downloads::job(app)), None, PDF_NAME);
    };
    let page = move |()| {
        let job = downloads::job(app);
        let list = app.settings.with_value(|settings| {
            app.report.with_untracked(|report| checklist(&job.application, report, settings, job.today))
        });
        downloads::offer(
            app,
            html::FILE_NAME,
            "text/html;charset=utf-8",
            html::checklist_page(&list).as_str(),
        );
    };
    let workbook = move |()| {
        let request = WriterRequest::AccountsWorkbook(downloads::job(app));
        downloads::make(app, request, None, accounts::BOOK_NAME);
    };
    let csv = move |()| {
        let request = WriterRequest::AccountsCsv(downloads::job(app));
        downloads::make(app, request, None, accounts::FILE_NAME);
    };
    let calendar = move |()| {
        let request = WriterRequest::Calendar(downloads::job(app));
        downloads::make(app, request, None, calendar::FILE_NAME);
    };
    view! {
        <h2 class="nhsuk-heading-m">"Downloads"</h2>
        <p class="nhsuk-body">"They are made in this page. None holds a manager’s ID or a passcode."</p>
        <div class="app-buttons">
            <Button on_click=pdf>"Download the checklist as a PDF"</Button>
            <Button on_click=page>"Download the checklist as a web page"</Button>
            <Button on_click=workbook>"Download the account list for Excel"</Button>
            <Button on_click=csv>"Download the account list as CSV"</Button>
            <Show when=move || has_dates.get()>
                <Button on_click=calendar>"Download reminders for your calendar"</Button>
            </Show>
        </div>
        <StatusNotice />
        <WorkStatus />
        <p class="nhsuk-body"><a href=Page::Saved.href()>"Save your answers to go on another day"</a></p>
    }
}

/// The email to the helpdesk, to copy.
#[component]
fn HelpdeskEmail() -> impl IntoView {
    let app = use_app();
    let subject = Memo::new(move |_| app.store.application().with(helpdesk_email::subject));
    let text = Memo::new(move |_| app.store.application().with(helpdesk_email::text));
    let email = move || format!("{}\n\n{}", subject.get(), text.get());
    view! {
        <h2 class="nhsuk-heading-m">"Email to the NHS helpdesk"</h2>
        <p class="nhsuk-body">
            "Add your site and your people in the "
            <a href=Page::Tasks.href()>"task list"</a>
            ". The email then names them."
        </p>
        <div class="app-letter">
            <p><strong>"Subject: "</strong>{move || subject.get()}</p>
            <pre class="app-letter__text" tabindex="0">{move || text.get()}</pre>
        </div>
        <CopyButton text=Signal::derive(email) label="Copy the email" alone=true />
    }
}
