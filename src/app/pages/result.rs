//! The outcome: what it comes to, what to do, what to take away.

use crate::app::browser::{clipboard, files, spawn_local};
use crate::app::markup::{Content, View, all, el, live, live_of, nothing};
use crate::app::page::{Origin, Page, Route};
use crate::app::parts::{back_link, body, button, heading, link, link_button, notes, strong, subheading};
use crate::app::state::State;
use crate::app::writing::writing;
use crate::application::Application;
use crate::documents::checklist::{checklist, left, verdict};
use crate::documents::{accounts, calendar, helpdesk_email, html, next_steps, order};
use crate::rules::finding::{AlternativeRoute, Finding};
use crate::rules::{Outcome, Report};

/// The verdict, which is what the screen is called.
pub fn title(state: State) -> String {
    state.report.with(verdict)
}

pub fn result(state: State) -> View {
    all(vec![
        back_link(Page::Check.href(), "Back to your answers"),
        live_of(move || title(state), |title| heading("", title)),
        live(move || {
            let application = state.application.get();
            state.report.with(|report| draw(state, &application, report))
        }),
    ])
}

fn draw(state: State, application: &Application, report: &Report) -> View {
    match report.outcome {
        Outcome::Ready => all(vec![
            link_button(Page::Portal.href(), "See what to type into the portal").view(),
            downloads(state, application),
            subheading("What to do next"),
            steps(state, application, report),
            hints(state, report),
        ]),
        Outcome::ReadyOnceDone => all(vec![
            to_do(state, application, report, "What to do before you apply"),
            downloads(state, application),
            subheading("What comes after"),
            steps(state, application, report),
            body(link(Page::Portal.href(), "See what to type into the portal")),
            hints(state, report),
        ]),
        Outcome::AnotherRoute(route) => all(vec![
            to_do(state, application, report, "What to do before you ask"),
            subheading("What to do next"),
            steps(state, application, report),
            read_more(state, route),
            if route == AlternativeRoute::Helpdesk { helpdesk(state, application) } else { nothing() },
            downloads(state, application),
        ]),
    }
}

fn steps(state: State, application: &Application, report: &Report) -> View {
    let steps = state.setting(|settings| next_steps(report.outcome, application, settings));
    let steps: Vec<View> = steps.into_iter().map(|step| el("li").with(step).view()).collect();
    el("ol").class("nhsuk-list nhsuk-list--number").with(steps).view()
}

/// Where to read about a route that is not the portal.
fn read_more(state: State, route: AlternativeRoute) -> View {
    let (href, text) = state.setting(|settings| match route {
        AlternativeRoute::Helpdesk => {
            (settings.links.starter_guide.clone(), "Read the starter guide, on support.nhs.net")
        }
        AlternativeRoute::Feedback => {
            (settings.links.own_email.clone(), "Read about the secure email standard")
        }
        AlternativeRoute::ThirdParty => {
            (settings.links.third_party.clone(), "Read about routes to secure email")
        }
    });
    body(link(href, text))
}

/// What is left, in order, each with whom to ask and the way to the very box.
fn to_do(state: State, application: &Application, report: &Report, heading: &str) -> View {
    let items: Vec<View> =
        left(report).into_iter().map(|finding| action(state, application, finding)).collect();
    if items.is_empty() {
        return nothing();
    }
    all(vec![subheading(heading), el("ol").class("app-actions").with(items).view()])
}

fn action(state: State, application: &Application, finding: &Finding) -> View {
    let href = Route { page: Page::of(finding.place), from: Some(Origin::Result) }.href();
    let ask = state.setting(|settings| finding.ask.in_words(settings));
    el("li")
        .with(el("p").class("app-actions__about").with(link(href, finding.place.name(application))))
        .with(notes(state, vec![finding.clone()]))
        .with(ask.map(|ask| el("p").class("app-actions__ask").with(format!("Ask {ask}."))))
        .view()
}

/// What is good to know and asks for nothing.
fn hints(state: State, report: &Report) -> View {
    let settled = |finding: &&Finding| !finding.is_outstanding();
    let hints: Vec<Finding> = report.findings.iter().filter(settled).cloned().collect();
    if hints.is_empty() {
        return nothing();
    }
    all(vec![subheading("Good to know"), notes(state, hints)])
}

/// How one document is made.
type Make = fn(State, &Application, &Report) -> Vec<u8>;

fn downloads(state: State, application: &Application) -> View {
    let offer = |text, name: &'static str, mime: &'static str, make: Make| {
        button(text, move || {
            let bytes = state.report.with_unwatched(|report| make(state, &state.now(), report));
            files::download(name, mime, &bytes);
            state.said.set(format!("Downloaded {name}"));
        })
    };
    let made = |text, wanted, name| button(text, move || state.make(wanted, state.order(), name));
    state.ready_writer();
    let mut buttons = vec![
        made("Download the checklist as a PDF", "pdf", order::PDF_NAME),
        offer(
            "Download the checklist as a web page",
            html::FILE_NAME,
            "text/html;charset=utf-8",
            checklist_bytes,
        ),
        made("Download the account list for Excel", "accounts", accounts::BOOK_NAME),
        offer(
            "Download the account list as CSV",
            accounts::FILE_NAME,
            "text/csv;charset=utf-8",
            |_, application, report| accounts::csv(application, report),
        ),
    ];
    let dates = state.setting(|settings| calendar::dates(application, settings, state.today.get_unwatched()));
    if !dates.is_empty() {
        let mime = "text/calendar;charset=utf-8";
        buttons.push(offer(
            "Download reminders for your calendar",
            calendar::FILE_NAME,
            mime,
            calendar_bytes,
        ));
    }
    all(vec![
        subheading("Downloads"),
        body("They are made in this page. None holds a manager’s ID or a passcode."),
        el("div").class("app-buttons").with(buttons).view(),
        writing(state),
        body(link(Page::Saved.href(), "Save your answers to go on another day")),
    ])
}

fn checklist_bytes(state: State, application: &Application, report: &Report) -> Vec<u8> {
    let today = state.today.get_unwatched();
    let list = state.setting(|settings| checklist(application, report, settings, today));
    html::checklist_page(&list).into_bytes()
}

fn calendar_bytes(state: State, application: &Application, report: &Report) -> Vec<u8> {
    let today = state.today.get_unwatched();
    state.setting(|settings| calendar::ics(application, report, settings, today))
}

/// The email to the helpdesk, to copy.
fn helpdesk(state: State, application: &Application) -> View {
    let subject = helpdesk_email::subject(application);
    let text = helpdesk_email::text(application);
    let copied = format!("{subject}\n\n{text}");
    let copy = move || {
        let copied = copied.clone();
        spawn_local(async move {
            let said = if clipboard::copy(&copied).await {
                "Copied"
            } else {
                "Your browser would not copy. Select the text and copy it yourself."
            };
            state.said.set(said.to_owned());
        });
    };
    let letter = el("div")
        .class("app-letter")
        .with(el("p").with(strong("Subject: ")).with(subject))
        .with(el("pre").class("app-letter__text").attr("tabindex", "0").with(text));
    all(vec![
        subheading("Email to the NHS helpdesk"),
        body(all(vec![
            "Add your site and your people in the ".view(),
            link(Page::Tasks.href(), "task list").view(),
            ". The email then names them.".view(),
        ])),
        letter.view(),
        button("Copy the email", copy),
        el("p").attr("aria-hidden", "true").with(live(move || state.said.get().view())).view(),
    ])
}
