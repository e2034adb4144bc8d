//! A form, and what is wrong on it: a summary at the top, which takes the focus when Continue finds
//! something and whose lines lead to the boxes, and a message at each box.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::TooLong;
use crate::app::browser::focus;
use crate::app::router::{Page, box_id};
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::Application;
use crate::rules::finding::{Finding, Place, Severity};

/// A form about `places`, with its error summary above what it holds.
#[component]
pub fn Form(
    /// What it asks about.
    places: Vec<Place>,
    /// Done on Continue, once nothing stands in the way.
    #[prop(into)]
    on_continue: Callback<()>,
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let problems = Memo::new(move |_| problems(app, &places));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if problems.with_untracked(Vec::is_empty) {
            return on_continue.run(());
        }
        app.store.submitted().set(true);
        let has_errors = problems.with_untracked(|problems| problems.iter().any(is_error));
        focus::focus_element(if has_errors { "error-summary" } else { "to-check" });
    };
    view! {
        <Show when=move || app.store.submitted().get()>
            <ErrorSummary problems />
        </Show>
        <form novalidate on:submit=submit>{children()}</form>
    }
}

/// Whether what stands in the way is a mistake, and not a question that the person may answer with a tick.
pub fn is_error(finding: &Finding) -> bool {
    finding.severity != Severity::Confirm
}

/// What stands between a form about `places` and its next step.
pub fn problems(app: AppContext, places: &[Place]) -> Vec<Finding> {
    app.report.with(|report| {
        let holds = |finding: &&Finding| finding.holds_form() && places.contains(&finding.place);
        report.findings.iter().filter(holds).cloned().collect()
    })
}

#[component]
fn ErrorSummary(problems: Memo<Vec<Finding>>) -> impl IntoView {
    let app = use_app();
    let line = move |finding: Finding| {
        let place = finding.place;
        let focus_box = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus::focus_element(box_id(place));
        };
        let says = app.store.application().with(|application| summary_line(finding, application));
        view! { <li><a href=Page::of(place).href() on:click=focus_box>{says}</a></li> }.into_any()
    };
    let lines = move |problems: Vec<Finding>| problems.into_iter().map(line).collect_view();
    let draw = move || {
        let (errors, checks): (Vec<_>, Vec<_>) = problems.get().into_iter().partition(is_error);
        let errors = (!errors.is_empty()).then(|| {
            view! {
                <div class="nhsuk-error-summary" id="error-summary" tabindex="-1">
                    <div role="alert">
                        <h2 class="nhsuk-error-summary__title">"There is a problem"</h2>
                        <div class="nhsuk-error-summary__body">
                            <ul class="nhsuk-list nhsuk-error-summary__list">{lines(errors)}</ul>
                        </div>
                    </div>
                </div>
            }
            .into_any()
        });
        let checks = (!checks.is_empty()).then(|| {
            view! {
                <div class="app-notice" id="to-check" tabindex="-1">
                    <div role="alert">
                        <h2 class="nhsuk-heading-s">"Check before you go on"</h2>
                        <ul class="nhsuk-list">{lines(checks)}</ul>
                        <p>"Change it, or tick that it is right."</p>
                    </div>
                </div>
            }
            .into_any()
        });
        view! { {errors} {checks} }
    };
    view! { {move || draw()} }
}

/// What the summary says of a finding: it is read away from its box, so it names the box. An empty one is named by
/// what is to be entered.
fn summary_line(finding: Finding, application: &Application) -> String {
    let Finding { place, severity, message, .. } = finding;
    match place {
        Place::Person(index, person_box) if severity != Severity::Missing => {
            let (name, label) = (application.call_person(index), person_box.label().to_lowercase());
            // Where two people have one thing in common, the message says whose it is.
            if message.contains(&name) { message } else { format!("{name}’s {label}: {message}") }
        }
        Place::Site(site_box) if severity != Severity::Missing => format!("{}: {message}", site_box.label()),
        _ => message,
    }
}

/// What is wrong with `place`, in the markup of error messages, once Continue was pressed.
#[component]
pub fn ErrorMessages(place: Place) -> impl IntoView {
    let app = use_app();
    // A memo, so that a message that is still the same is not drawn, and spoken, again.
    let errors = Memo::new(move |_| errors_at(app, place));
    let message = |error: Finding| {
        view! {
            <span class="nhsuk-error-message">
                <span class="nhsuk-u-visually-hidden">"Error: "</span>
                {error.message}
            </span>
        }
        .into_any()
    };
    view! {
        <div id=format!("{}-errors", box_id(place))>
            <TooLong box_id=box_id(place) />
            {move || errors.get().into_iter().map(message).collect_view()}
        </div>
    }
}

/// What is wrong with `place` and has been asked about by Continue.
pub fn errors_at(app: AppContext, place: Place) -> Vec<Finding> {
    let is_error = |finding: &&Finding| finding.holds_form() && is_error(finding);
    if !app.store.submitted().get() {
        return Vec::new();
    }
    app.report.with(|report| report.at(place).filter(is_error).cloned().collect())
}

/// The classes of a box in a form, of which some tell its `width`: whether something is wrong in it.
pub fn input_class(app: AppContext, place: Place, width: &str) -> String {
    let error = if errors_at(app, place).is_empty() { "" } else { "nhsuk-input--error" };
    format!("nhsuk-input {width} {error}")
}

/// The class of the group around a box: it tells whether something is wrong in it.
pub fn form_group_class(app: AppContext, place: Place) -> &'static str {
    if errors_at(app, place).is_empty() {
        "nhsuk-form-group"
    } else {
        "nhsuk-form-group nhsuk-form-group--error"
    }
}
