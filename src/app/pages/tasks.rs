//! The task list: what there is to do, and how far it is done.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::parts::heading;
use crate::app::state::State;
use crate::application::{Application, Question};
use crate::finding::{Place, Severity};
use crate::rules::{Outcome, Report};

pub const TITLE: &str = "Check you are ready for NHSmail";

/// How far a task is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    NotStarted,
    InProgress,
    ToMend(usize),
    Done,
    AnotherRoute,
}

pub fn tasks(state: State) -> AnyView {
    let list = move || {
        let application = state.application.get();
        state.report.with(|report| draw(&application, report))
    };
    view! {
        {heading("", TITLE)}
        <p class="nhsuk-body">
            "You can do these in any order, and change any answer later. Nothing you enter leaves this page."
        </p>
        {list}
        <p class="nhsuk-body">
            <a href=Page::Saved.href()>"Save your answers, or open saved ones"</a>
        </p>
    }
    .into_any()
}

fn draw(application: &Application, report: &Report) -> AnyView {
    let next = application.answers.next_open().unwrap_or(Question::AlreadyHas);
    let rows = [
        ("Can you apply?", "About 3 minutes", Page::Apply(next), apply_status(application, report)),
        (
            "Your site",
            "Its name, Location ID, postcode and ODS code",
            Page::Site(None),
            site_status(application, report),
        ),
        (
            "People who need accounts",
            "A name, an email address and a mobile number each",
            Page::People,
            people_status(application, report),
        ),
        (
            "Check and download",
            "Everything in one place, and what to do next",
            Page::Check,
            check_status(application, report),
        ),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .enumerate()
        .map(|(index, (name, hint, page, status))| row(index, name, hint, page, status))
        .collect();
    view! { <ul class="nhsuk-task-list">{rows}</ul> }.into_any()
}

fn row(index: usize, name: &'static str, hint: &'static str, page: Page, status: Status) -> AnyView {
    let (hint_id, status_id) = (format!("task-{index}-hint"), format!("task-{index}-status"));
    let described_by = format!("{hint_id} {status_id}");
    view! {
        <li class="nhsuk-task-list__item nhsuk-task-list__item--with-link">
            <div class="nhsuk-task-list__name-and-hint">
                <a class="nhsuk-link nhsuk-task-list__link" href=page.href() aria-describedby=described_by>
                    {name}
                </a>
                <div class="nhsuk-task-list__hint" id=hint_id>{hint}</div>
            </div>
            <div class="nhsuk-task-list__status" id=status_id>{tag(status)}</div>
        </li>
    }
    .into_any()
}

fn tag(status: Status) -> AnyView {
    let (class, text) = match status {
        Status::Done => return "Completed".into_any(),
        Status::NotStarted => ("nhsuk-tag", "Not started".to_owned()),
        Status::InProgress => ("nhsuk-tag nhsuk-tag--white", "In progress".to_owned()),
        Status::ToMend(1) => ("nhsuk-tag nhsuk-tag--yellow", "1 thing to do".to_owned()),
        Status::ToMend(count) => ("nhsuk-tag nhsuk-tag--yellow", format!("{count} things to do")),
        Status::AnotherRoute => ("nhsuk-tag nhsuk-tag--yellow", "Another route".to_owned()),
    };
    view! { <strong class=class>{text}</strong> }.into_any()
}

/// The status of the part of the application that `belongs` picks. Presence decides how far it is;
/// what is there and will not do is counted.
fn status(report: &Report, started: bool, belongs: impl Fn(&Place) -> bool) -> Status {
    let left: Vec<_> = report.outstanding().filter(|finding| belongs(&finding.place)).collect();
    if !started {
        Status::NotStarted
    } else if left.is_empty() {
        Status::Done
    } else if left.iter().any(|finding| finding.severity == Severity::Missing) {
        Status::InProgress
    } else {
        Status::ToMend(left.len())
    }
}

fn apply_status(application: &Application, report: &Report) -> Status {
    let started = application.answers.all().next().is_some();
    match report.outcome {
        Outcome::AnotherRoute(_) if started => Status::AnotherRoute,
        _ => status(report, started, |place| matches!(place, Place::Question(_))),
    }
}

fn site_status(application: &Application, report: &Report) -> Status {
    let started = application.site != Default::default();
    status(report, started, |place| matches!(place, Place::Site(_)))
}

fn people_status(application: &Application, report: &Report) -> Status {
    let started = !application.people.is_empty();
    status(report, started, |place| matches!(place, Place::People | Place::Person(..)))
}

fn check_status(application: &Application, report: &Report) -> Status {
    match report.outcome {
        Outcome::AnotherRoute(_) => Status::AnotherRoute,
        _ => status(report, !application.is_empty(), |_| true),
    }
}
