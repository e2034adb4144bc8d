//! The task list: what there is to do, and how far it is done.

use crate::app::markup::{Content, View, all, el, live};
use crate::app::page::Page;
use crate::app::parts::{body, heading, link, link_button};
use crate::app::state::State;
use crate::application::{Application, Question, Site};
use crate::rules::finding::{Place, Severity};
use crate::rules::{Outcome, Report};

pub const TITLE: &str = "Prepare your application";

/// How far a task is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    NotStarted,
    InProgress,
    ToMend(usize),
    Done,
    /// Every answer about applying is the right one.
    CanApply,
    /// Something is still missing, so there is nothing whole to check.
    NotReady,
    /// Nothing is left to do before applying.
    Ready,
    AnotherRoute,
}

pub fn tasks(state: State) -> View {
    all(vec![
        heading("", TITLE),
        body(
            "You can do these in any order, and change any answer later. Nothing you enter leaves this page. It is gone when you close it, unless you save or keep it.",
        ),
        live(move || {
            let application = state.application.get();
            state.report.with(|report| draw(&application, report))
        }),
        body(link(Page::Saved.href(), "Save your answers, or open saved ones")),
    ])
}

fn draw(application: &Application, report: &Report) -> View {
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
    let rows = rows.into_iter().enumerate();
    let rows: Vec<View> =
        rows.map(|(index, (name, hint, page, status))| row(index, name, hint, page, status)).collect();
    let list = el("ul").class("nhsuk-task-list").with(rows);
    let next = matches!(report.outcome, Outcome::Ready | Outcome::AnotherRoute(_))
        .then(|| link_button(Page::Result.href(), "See what to do next"));
    all(vec![list.view(), next.view()])
}

fn row(index: usize, name: &str, hint: &str, page: Page, status: Status) -> View {
    let (hint_id, status_id) = (format!("task-{index}-hint"), format!("task-{index}-status"));
    let name = link(page.href(), name)
        .class("nhsuk-link nhsuk-task-list__link")
        .attr("aria-describedby", &format!("{hint_id} {status_id}"));
    let name_and_hint = el("div")
        .class("nhsuk-task-list__name-and-hint")
        .with(name)
        .with(el("div").class("nhsuk-task-list__hint").attr("id", &hint_id).with(hint));
    el("li")
        .class("nhsuk-task-list__item nhsuk-task-list__item--with-link")
        .with(name_and_hint)
        .with(el("div").class("nhsuk-task-list__status").attr("id", &status_id).with(tag(status)))
        .view()
}

fn tag(status: Status) -> View {
    let (class, text) = match status {
        Status::Done => return "Completed".view(),
        Status::NotStarted => ("nhsuk-tag nhsuk-tag--grey", "Not started".to_owned()),
        Status::InProgress => ("nhsuk-tag nhsuk-tag--white", "In progress".to_owned()),
        Status::CanApply => ("nhsuk-tag nhsuk-tag--green", "You can apply".to_owned()),
        Status::NotReady => ("nhsuk-tag nhsuk-tag--grey", "Not ready yet".to_owned()),
        Status::Ready => ("nhsuk-tag nhsuk-tag--green", "Ready".to_owned()),
        Status::ToMend(1) => ("nhsuk-tag nhsuk-tag--yellow", "1 thing to do".to_owned()),
        Status::ToMend(count) => ("nhsuk-tag nhsuk-tag--yellow", format!("{count} things to do")),
        Status::AnotherRoute => ("nhsuk-tag nhsuk-tag--yellow", "Another route".to_owned()),
    };
    el("strong").class(class).with(text).view()
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
        _ => match status(report, started, |place| matches!(place, Place::Question(_))) {
            Status::Done => Status::CanApply,
            status => status,
        },
    }
}

fn site_status(application: &Application, report: &Report) -> Status {
    let started = application.site != Site::default();
    status(report, started, |place| matches!(place, Place::Site(_)))
}

fn people_status(application: &Application, report: &Report) -> Status {
    let started = !application.people.is_empty();
    status(report, started, |place| matches!(place, Place::People | Place::Person(..)))
}

fn check_status(application: &Application, report: &Report) -> Status {
    match report.outcome {
        Outcome::AnotherRoute(_) => Status::AnotherRoute,
        _ => match status(report, !application.is_empty(), |_| true) {
            Status::Done => Status::Ready,
            Status::InProgress => Status::NotReady,
            status => status,
        },
    }
}
