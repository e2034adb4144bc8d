//! A form: it goes on once nothing stands in the way, and else says what does.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::ErrorSummary;
use crate::app::browser::focus;
use crate::app::router::box_id;
use crate::app::store::{AppContext, AppStateStoreFields, FormProblem, use_app};
use crate::rules::finding::{Finding, Place, Severity};

/// A form, with its error summary above what it holds.
#[component]
pub fn Form(
    /// What stands between it and its next step, asked when Continue is pressed.
    #[prop(into)]
    problems: Callback<(), Vec<FormProblem>>,
    /// Done on Continue, once nothing stands in the way.
    #[prop(into)]
    on_continue: Callback<()>,
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let found = problems.run(());
        let (is_right, has_errors) = (found.is_empty(), found.iter().any(|problem| problem.is_error));
        app.store.problems().set(Some(found));
        if is_right {
            on_continue.run(());
        } else {
            focus::focus_element(if has_errors { "error-summary" } else { "to-check" });
        }
    };
    view! {
        <ErrorSummary />
        <form novalidate on:submit=submit>{children()}</form>
    }
}

/// What stands between a form about `places` and its next step.
pub fn problems_at(app: AppContext, places: &[Place]) -> Vec<FormProblem> {
    app.report.with_untracked(|report| {
        let holds = |finding: &&Finding| finding.holds_form() && places.contains(&finding.place);
        report.findings.iter().filter(holds).map(|finding| problem(app, finding)).collect()
    })
}

/// A question that the person may answer with a tick is no mistake. An empty box is named by what is to be entered.
fn problem(app: AppContext, finding: &Finding) -> FormProblem {
    let message = finding.message.clone();
    let summary = match finding.severity {
        Severity::Missing => message.clone(),
        _ => app.store.application().with_untracked(|application| finding.summary(application)),
    };
    let is_error = finding.severity != Severity::Confirm;
    FormProblem { box_id: box_id(finding.place).to_owned(), message, summary, is_error }
}
