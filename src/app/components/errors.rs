//! What is wrong on a form, since Continue was last pressed: a summary at the top whose lines lead to the boxes, and
//! a message at each box. What is said stays until Continue is pressed again: nothing moves while somebody types.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::store::{AppStateStoreFields, FormProblem, use_app};

/// The mistakes, and what there is to check. Nothing where there is neither.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let app = use_app();
    let href = app.store.route().get_untracked().href();
    let line = move |FormProblem { box_id, summary, .. }: FormProblem| {
        let focus_box = move |event: MouseEvent| {
            event.prevent_default();
            focus::focus_element(&box_id);
        };
        view! { <li><a href=href.clone() on:click=focus_box>{summary}</a></li> }.into_any()
    };
    let draw = move || {
        let found = app.store.problems().get().unwrap_or_default();
        let (errors, checks): (Vec<_>, Vec<_>) = found.into_iter().partition(|problem| problem.is_error);
        let lines = |problems: Vec<FormProblem>| problems.into_iter().map(line.clone()).collect_view();
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

/// One message at a box, or at a button.
#[component]
pub fn ErrorMessage(
    /// What to do.
    text: String,
) -> impl IntoView {
    view! {
        <span class="nhsuk-error-message">
            <span class="nhsuk-u-visually-hidden">"Error: "</span>
            {text}
        </span>
    }
}

/// That a text was left out of a box, for as long as it was the last thing put into any box.
#[component]
pub fn TooLong(
    /// The id of the box: of a day, that of the first of its three.
    #[prop(into)]
    box_id: String,
) -> impl IntoView {
    let app = use_app();
    let is_here =
        move |other: &str| other.strip_prefix(&box_id).is_some_and(|part| matches!(part, "" | "-2" | "-3"));
    let message = move || {
        app.store.too_long().with(|too_long| {
            let here = too_long.as_ref().filter(|too_long| is_here(&too_long.box_id))?;
            Some(here.message.clone())
        })
    };
    move || message().map(|text| view! { <ErrorMessage text /> })
}

/// What is wrong with the box `id`, which is described by the element `<id>-errors`.
#[component]
pub fn ErrorMessages(
    /// The box.
    #[prop(into)]
    id: String,
    /// What is wrong with it.
    errors: Signal<Vec<String>>,
) -> impl IntoView {
    let messages = move || {
        errors.get().into_iter().map(|text| view! { <ErrorMessage text /> }.into_any()).collect_view()
    };
    view! {
        <div id=format!("{id}-errors")>
            <TooLong box_id=id.clone() />
            {move || messages()}
        </div>
    }
}

/// The group around a box, with a mark at its side where something is wrong in it.
#[component]
pub fn FormGroup(
    /// What is wrong in it.
    errors: Signal<Vec<String>>,
    children: Children,
) -> impl IntoView {
    let class = move || {
        if errors.with(Vec::is_empty) {
            "nhsuk-form-group"
        } else {
            "nhsuk-form-group nhsuk-form-group--error"
        }
    };
    view! { <div class=class>{children()}</div> }
}

/// The classes of a box, of which some tell its `width`: whether something is wrong in it.
pub fn input_class(errors: Signal<Vec<String>>, width: &str) -> String {
    let error = if errors.with(Vec::is_empty) { "" } else { "nhsuk-input--error" };
    format!("nhsuk-input {width} {error}")
}

/// The value of `aria-invalid` of a box.
pub fn aria_invalid(errors: Signal<Vec<String>>) -> Option<&'static str> {
    (!errors.with(Vec::is_empty)).then_some("true")
}
