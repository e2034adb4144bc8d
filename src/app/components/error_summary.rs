//! A form, and the summary of what is wrong on it: the summary stands at the top, takes the focus
//! when it appears, and each of its lines leads to the box it is about.

use reactive_graph::graph::untrack;

use super::link;
use crate::app::browser::focus;
use crate::app::markup::{Content, View, all, el, live_of, nothing};
use crate::app::page::{Page, box_id};
use crate::app::state::State;
use crate::rules::finding::{Finding, Place};

/// A form: what it asks about, and what Continue does.
pub struct Form {
    /// The places it asks about.
    pub places: Vec<Place>,
    /// Done before Continue looks at what is there.
    pub before: Box<dyn Fn()>,
    /// Done once nothing stands in the way.
    pub go_on: Box<dyn Fn()>,
}

impl Form {
    /// The form, with its error summary above `content`.
    pub fn draw(self, state: State, content: View) -> View {
        let Form { places, before, go_on } = self;
        let summary = summary(state, places.clone());
        let form = el("form").attr("novalidate", "").with(content).on("submit", move |event| {
            event.prevent_default();
            before();
            if attempt(state, &places) {
                go_on();
            }
        });
        all(vec![summary, form.view()])
    }
}

/// What stands between a form about `places` and its next step.
pub fn problems(state: State, places: &[Place]) -> Vec<Finding> {
    state.report.with(|report| {
        let held = |finding: &&Finding| finding.holds_form() && places.contains(&finding.place);
        report.findings.iter().filter(held).cloned().collect()
    })
}

/// Shows what is wrong, if anything is; returns whether the form is free to go on.
fn attempt(state: State, places: &[Place]) -> bool {
    let free = untrack(|| problems(state, places)).is_empty();
    if !free {
        state.attempted.set(true);
        focus::element("error-summary");
    }
    free
}

fn summary(state: State, places: Vec<Place>) -> View {
    let read = move || if state.attempted.get() { problems(state, &places) } else { Vec::new() };
    live_of(read, |problems| if problems.is_empty() { nothing() } else { draw(problems.clone()) })
}

fn draw(problems: Vec<Finding>) -> View {
    let lines: Vec<View> = problems.into_iter().map(line).collect();
    let list = el("ul").class("nhsuk-list nhsuk-error-summary__list").with(lines);
    let alert = el("div")
        .attr("role", "alert")
        .with(el("h2").class("nhsuk-error-summary__title").with("There is a problem"))
        .with(el("div").class("nhsuk-error-summary__body").with(list));
    el("div")
        .class("nhsuk-error-summary")
        .attr("id", "error-summary")
        .attr("tabindex", "-1")
        .with(alert)
        .view()
}

fn line(Finding { place, message, .. }: Finding) -> View {
    let to_box = link(Page::of(place).href(), message).on("click", move |event| {
        event.prevent_default();
        focus::element(box_id(place));
    });
    el("li").with(to_box).view()
}
