//! The summary of what is wrong on a form: it stands at the top, takes the focus when it appears,
//! and each of its lines leads to the box it is about.

use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::page::{Page, box_id};
use crate::app::state::State;
use crate::finding::{Finding, Place};

/// The summary for a form about `places`, drawn once Continue was pressed and something is left.
pub fn error_summary(state: State, places: Vec<Place>) -> AnyView {
    let summary = move || {
        let problems = state.attempted.get().then(|| problems(state, &places)).unwrap_or_default();
        (!problems.is_empty()).then(|| draw(problems))
    };
    view! { {summary} }.into_any()
}

/// What stands between a form about `places` and its next step.
pub fn problems(state: State, places: &[Place]) -> Vec<Finding> {
    state.report.with(|report| {
        report.outstanding().filter(|finding| places.contains(&finding.place)).cloned().collect()
    })
}

/// Shows what is wrong, if anything is; returns whether the form is free to go on.
fn attempt(state: State, places: &[Place]) -> bool {
    let free = untrack(|| problems(state, places)).is_empty();
    if !free {
        // Off and on: pressing Continue again moves the keyboard to the summary again.
        state.attempted.set(false);
        state.attempted.set(true);
        focus::element("error-summary");
    }
    free
}

/// A form about `places`: Continue shows what is wrong, or does `go_on`.
pub fn form(
    state: State,
    places: Vec<Place>,
    go_on: impl Fn() + 'static,
    content: impl IntoView + 'static,
) -> AnyView {
    let submit = {
        let places = places.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if attempt(state, &places) {
                go_on();
            }
        }
    };
    view! { <form novalidate on:submit=submit>{content.into_any()}</form> }.into_any()
}

fn draw(problems: Vec<Finding>) -> AnyView {
    let lines: Vec<AnyView> = problems.into_iter().map(line).collect();
    view! {
        <div class="nhsuk-error-summary" id="error-summary" tabindex="-1">
            <div role="alert">
                <h2 class="nhsuk-error-summary__title">"There is a problem"</h2>
                <div class="nhsuk-error-summary__body">
                    <ul class="nhsuk-list nhsuk-error-summary__list">{lines}</ul>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn line(finding: Finding) -> AnyView {
    let place = finding.place;
    let to_box = move |event: MouseEvent| {
        event.prevent_default();
        focus::element(box_id(place));
    };
    view! {
        <li>
            <a href=Page::of(place).href() on:click=to_box>{finding.message}</a>
        </li>
    }
    .into_any()
}
