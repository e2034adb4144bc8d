//! The task list: what there is to do, and how far it is done.

use leptos::prelude::*;

use crate::app::components::{Heading, LinkButton};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{Application, OtherSites, Site};
use crate::rules::finding::{Place, Severity};
use crate::rules::{Outcome, Report};

pub const TITLE: &str = "Prepare your application";

/// How far a task is done.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaskStatus {
    /// Nothing is entered.
    NotStarted,
    /// Something is still to be entered.
    InProgress,
    /// So many things will not do as they are.
    ToMend(usize),
    /// Nothing is left to do.
    Done,
    /// Every answer about applying is the right one.
    CanApply,
    /// Something is still missing, so there is nothing whole to check.
    NotReady,
    /// Nothing is left to do before applying.
    Ready,
    /// The portal is not the way in.
    AnotherRoute,
}

#[component]
pub fn TasksPage() -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        app.store.application().with(|application| app.report.with(|report| tasks(application, report)))
    });
    let is_settled =
        move || app.report.with(|report| matches!(report.outcome, Outcome::Ready | Outcome::AnotherRoute(_)));
    view! {
        <Heading text=TITLE />
        <OpenSite />
        <p class="nhsuk-body">
            "You can do these in any order, and change any answer later. Nothing you enter leaves this page. It is gone when you close this tab, unless you save or keep it."
        </p>
        <ul class="nhsuk-task-list">
            {move || rows.get().into_iter().enumerate().map(|(index, task)| view! { <TaskRow index task /> }.into_any()).collect_view()}
        </ul>
        <Show when=is_settled>
            <LinkButton href=Page::Result.href() text="See what to do next" />
        </Show>
        <p class="nhsuk-body"><a href=Page::Saved.href()>"Save your answers, or open saved ones"</a></p>
        <Show when=move || app.store.other_sites().with(OtherSites::is_empty)>
            <p class="nhsuk-body"><a href=Page::YourSites.href()>"Prepare another site as well"</a></p>
        </Show>
        <p class="nhsuk-body"><a href=Page::Sites.href()>"Check many sites at once"</a></p>
    }
}

/// Which of the sites is open, where there are several.
#[component]
fn OpenSite() -> impl IntoView {
    let app = use_app();
    let others = app.store.other_sites();
    let which = move || {
        let (position, count) = others.with(|others| (others.position(), others.count()));
        let name = app.store.application().with(|application| application.call_site(position));
        format!("{name}: site {} of {count}. ", position + 1)
    };
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <p class="nhsuk-body">
                <strong>{which}</strong>
                <a href=Page::YourSites.href()>"See all your sites"</a>
            </p>
        </Show>
    }
}

/// One task: what it is called, a line about it, where it is done, and how far it is.
#[derive(Clone, PartialEq)]
struct Task {
    name: &'static str,
    hint: &'static str,
    page: Page,
    status: TaskStatus,
}

fn tasks(application: &Application, report: &Report) -> Vec<Task> {
    let next = application.answers.next_open().map_or(Page::Outcome, Page::Apply);
    vec![
        Task {
            name: "Can you apply?",
            hint: "About 3 minutes",
            page: next,
            status: apply_status(application, report),
        },
        Task {
            name: "Your site",
            hint: "Its name, Location ID, postcode and ODS code",
            page: Page::Site(None),
            status: site_status(application, report),
        },
        Task {
            name: "People who need accounts",
            hint: "A name, an email address and a mobile number each",
            page: Page::People,
            status: people_status(application, report),
        },
        Task {
            name: "Check and download",
            hint: "Everything in one place, and what to do next",
            page: Page::Check,
            status: check_status(application, report),
        },
        Task {
            name: "After you have applied",
            hint: "Dates, letters to the NHS helpdesk, and papers for your people",
            page: Page::After,
            status: after_status(application),
        },
    ]
}

#[component]
fn TaskRow(index: usize, task: Task) -> impl IntoView {
    let Task { name, hint, page, status } = task;
    let (hint_id, status_id) = (format!("task-{index}-hint"), format!("task-{index}-status"));
    view! {
        <li class="nhsuk-task-list__item nhsuk-task-list__item--with-link">
            <div class="nhsuk-task-list__name-and-hint">
                <a
                    href=page.href()
                    class="nhsuk-link nhsuk-task-list__link"
                    aria-describedby=format!("{hint_id} {status_id}")
                >
                    {name}
                </a>
                <div class="nhsuk-task-list__hint" id=hint_id>{hint}</div>
            </div>
            <div class="nhsuk-task-list__status" id=status_id>{tag(status)}</div>
        </li>
    }
}

/// The status as it is shown.
pub fn tag(status: TaskStatus) -> AnyView {
    let (class, text) = match status {
        TaskStatus::Done => return "Completed".into_any(),
        TaskStatus::NotStarted => ("nhsuk-tag nhsuk-tag--grey", "Not started".to_owned()),
        TaskStatus::InProgress => ("nhsuk-tag nhsuk-tag--white", "In progress".to_owned()),
        TaskStatus::CanApply => ("nhsuk-tag nhsuk-tag--green", "You can apply".to_owned()),
        TaskStatus::NotReady => ("nhsuk-tag nhsuk-tag--grey", "Not ready yet".to_owned()),
        TaskStatus::Ready => ("nhsuk-tag nhsuk-tag--green", "Ready".to_owned()),
        TaskStatus::ToMend(1) => ("nhsuk-tag nhsuk-tag--yellow", "1 thing to do".to_owned()),
        TaskStatus::ToMend(count) => ("nhsuk-tag nhsuk-tag--yellow", format!("{count} things to do")),
        TaskStatus::AnotherRoute => ("nhsuk-tag nhsuk-tag--yellow", "Another route".to_owned()),
    };
    view! { <strong class=class>{text}</strong> }.into_any()
}

/// The status of the part of the application that `belongs` picks. Presence decides how far it is;
/// what is there and will not do is counted.
fn status(report: &Report, started: bool, belongs: impl Fn(&Place) -> bool) -> TaskStatus {
    let left: Vec<_> = report.outstanding().filter(|finding| belongs(&finding.place)).collect();
    if !started {
        TaskStatus::NotStarted
    } else if left.is_empty() {
        TaskStatus::Done
    } else if left.iter().any(|finding| finding.severity == Severity::Missing) {
        TaskStatus::InProgress
    } else {
        TaskStatus::ToMend(left.len())
    }
}

fn apply_status(application: &Application, report: &Report) -> TaskStatus {
    let started = application.answers.all().next().is_some();
    match report.outcome {
        Outcome::AnotherRoute(_) if started => TaskStatus::AnotherRoute,
        _ => match status(report, started, |place| matches!(place, Place::Question(_))) {
            TaskStatus::Done => TaskStatus::CanApply,
            status => status,
        },
    }
}

fn site_status(application: &Application, report: &Report) -> TaskStatus {
    let started = application.site != Site::default();
    status(report, started, |place| matches!(place, Place::Site(_)))
}

fn people_status(application: &Application, report: &Report) -> TaskStatus {
    let started = !application.people.is_empty();
    status(report, started, |place| matches!(place, Place::People | Place::Person(..)))
}

/// It has no end: there is always another day.
fn after_status(application: &Application) -> TaskStatus {
    if application.afterwards.is_empty() { TaskStatus::NotStarted } else { TaskStatus::InProgress }
}

/// How far the whole application is.
pub fn check_status(application: &Application, report: &Report) -> TaskStatus {
    match report.outcome {
        Outcome::AnotherRoute(_) => TaskStatus::AnotherRoute,
        _ => match status(report, !application.is_empty(), |_| true) {
            TaskStatus::Done => TaskStatus::Ready,
            TaskStatus::InProgress => TaskStatus::NotReady,
            status => status,
        },
    }
}
