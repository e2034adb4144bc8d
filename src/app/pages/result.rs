//! The outcome: what it comes to, what to do, what to take away.

use leptos::prelude::*;

use crate::app::browser::{clipboard, files};
use crate::app::page::{Page, Route};
use crate::app::parts::{back_link, button, heading, link_button, notes};
use crate::app::state::State;
use crate::application::Application;
use crate::documents::checklist::{checklist, verdict};
use crate::documents::{accounts, calendar, helpdesk_email, html, next_steps};
use crate::finding::{Finding, Route as OtherRoute};
use crate::rules::{Outcome, Report};

/// The verdict, which is what the screen is called.
pub fn title(state: State) -> String {
    state.report.with(verdict)
}

pub fn result(state: State) -> AnyView {
    let outcome = move || {
        let application = state.application.get();
        state.report.with(|report| draw(state, &application, report))
    };
    view! {
        {back_link(Page::Check.href(), "Back to your answers")}
        {move || heading("", title(state))}
        {outcome}
    }
    .into_any()
}

fn draw(state: State, application: &Application, report: &Report) -> AnyView {
    let (steps, links) =
        state.setting(|settings| (next_steps(report.outcome, application, settings), settings.links.clone()));
    let steps: Vec<AnyView> = steps.into_iter().map(|step| view! { <li>{step}</li> }.into_any()).collect();
    let steps = view! { <ol class="nhsuk-list nhsuk-list--number">{steps}</ol> }.into_any();
    match report.outcome {
        Outcome::Ready => view! {
            {link_button(Page::Portal.href(), "See what to type into the portal")}
            {downloads(state)}
            <h2 class="nhsuk-heading-m">"What to do next"</h2>
            {steps}
            {hints(state, report)}
        }
        .into_any(),
        Outcome::ReadyOnceDone => view! {
            {to_do(state, application, report)}
            {downloads(state)}
            <h2 class="nhsuk-heading-m">"What comes after"</h2>
            {steps}
            <p class="nhsuk-body"><a href=Page::Portal.href()>"See what to type into the portal"</a></p>
            {hints(state, report)}
        }
        .into_any(),
        Outcome::AnotherRoute(route) => {
            let link = match route {
                OtherRoute::Helpdesk => None,
                OtherRoute::Feedback => Some((links.own_email, "Read about the secure email standard")),
                OtherRoute::ThirdParty => Some((links.third_party, "Read about routes to secure email")),
            };
            let link = link.map(|(href, text)| view! { <p class="nhsuk-body"><a href=href>{text}</a></p> });
            let email = (route == OtherRoute::Helpdesk).then(|| helpdesk(state, application, report));
            view! {
                <h2 class="nhsuk-heading-m">"What to do next"</h2>
                {steps}
                {link}
                {email}
                {downloads(state)}
            }
            .into_any()
        }
    }
}

/// What is left, in order, each with whom to ask and the way to the very box.
fn to_do(state: State, application: &Application, report: &Report) -> AnyView {
    let items: Vec<AnyView> =
        report.outstanding().map(|finding| action(state, application, finding)).collect();
    view! {
        <h2 class="nhsuk-heading-m">"What to do before you apply"</h2>
        <ol class="app-actions">{items}</ol>
    }
    .into_any()
}

fn action(state: State, application: &Application, finding: &Finding) -> AnyView {
    let place = finding.place.name(application);
    let href = Route { page: Page::of(finding.place), from_check: true }.href();
    let ask = state.setting(|settings| finding.ask.in_words(settings));
    let ask = ask.map(|ask| view! { <p class="app-actions__ask">"Ask " {ask} "."</p> });
    view! {
        <li>
            <p class="app-actions__about"><a href=href>{place}</a></p>
            {notes(state, vec![finding.clone()])}
            {ask}
        </li>
    }
    .into_any()
}

/// What is good to know and asks for nothing.
fn hints(state: State, report: &Report) -> AnyView {
    let hints: Vec<Finding> =
        report.findings.iter().filter(|finding| !finding.is_outstanding()).cloned().collect();
    if hints.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 class="nhsuk-heading-m">"Good to know"</h2>
        {notes(state, hints)}
    }
    .into_any()
}

fn downloads(state: State) -> AnyView {
    let made = move |make: fn(State, &Application, &Report) -> Vec<u8>| {
        state.report.with_untracked(|report| make(state, &state.now(), report))
    };
    let offer = move |text: &'static str,
                      name: &'static str,
                      mime: &'static str,
                      make: fn(State, &Application, &Report) -> Vec<u8>| {
        button(text, move || {
            files::download(name, mime, &made(make));
            state.said.set(format!("Downloaded {name}"));
        })
    };
    view! {
        <h2 class="nhsuk-heading-m">"Downloads"</h2>
        <p class="nhsuk-body">"They are made in this page. None holds a manager’s ID or a passcode."</p>
        <div class="app-buttons">
            {offer("Download the checklist", html::FILE_NAME, "text/html;charset=utf-8", checklist_bytes)}
            {offer("Download the account list for a spreadsheet", accounts::FILE_NAME, "text/csv;charset=utf-8", |_, a, r| accounts::csv(a, r))}
            {offer("Download reminders for your calendar", calendar::FILE_NAME, "text/calendar;charset=utf-8", calendar_bytes)}
        </div>
        <p class="nhsuk-body"><a href=Page::Saved.href()>"Save your answers to go on another day"</a></p>
    }
    .into_any()
}

fn checklist_bytes(state: State, application: &Application, report: &Report) -> Vec<u8> {
    let today = state.today.get_untracked();
    let list = state.setting(|settings| checklist(application, report, settings, today));
    html::checklist_page(&list).into_bytes()
}

fn calendar_bytes(state: State, application: &Application, report: &Report) -> Vec<u8> {
    let today = state.today.get_untracked();
    state.setting(|settings| calendar::ics(application, report, settings, today))
}

/// The email to the helpdesk, to copy.
fn helpdesk(state: State, application: &Application, report: &Report) -> AnyView {
    let subject = helpdesk_email::subject(application);
    let text = helpdesk_email::text(application, report);
    let copied = format!("{subject}\n\n{text}");
    let copy = move || {
        let copied = copied.clone();
        leptos::task::spawn_local(async move {
            let said = if clipboard::copy(&copied).await {
                "Copied"
            } else {
                "Your browser would not copy. Select the text and copy it yourself."
            };
            state.said.set(said.to_owned());
        });
    };
    view! {
        <h2 class="nhsuk-heading-m">"Email to the NHS helpdesk"</h2>
        <p class="nhsuk-body">
            "Add people and your site in the " <a href=Page::Tasks.href()>"task list"</a>
            ", and they stand in this email."
        </p>
        <div class="app-letter">
            <p><strong>"Subject: "</strong>{subject}</p>
            <pre class="app-letter__text" tabindex="0">{text}</pre>
        </div>
        {button("Copy the email", copy)}
        <p class="app-said">{move || state.said.get()}</p>
    }
    .into_any()
}
