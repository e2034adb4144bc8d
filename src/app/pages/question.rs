//! A readiness question.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::page::{Page, Route, box_id};
use crate::app::parts::{
    RadioOption, Radios, back_link, continue_button, error_summary, errors_at, form, heading, radios,
};
use crate::app::state::State;
use crate::application::{Answer, Answers, Choices, Question};
use crate::day::TypedDay;
use crate::finding::{Place, Severity};
use crate::rules::Outcome;

pub fn question(state: State, question: Question, from_check: bool) -> AnyView {
    let answers = state.now().answers;
    let places = places(question);
    let back = if from_check { Page::Check } else { before(&answers, question) };
    let content = match question.wording().choices {
        Choices::Day => day(state, question, &answers),
        _ => choices(state, question, &answers),
    };
    let go_on = move || location::go(&after(state, question, from_check).href());
    view! {
        {back_link(back.href(), "Back")}
        {error_summary(state, places.clone())}
        {form(state, places, go_on, view! { {content} {continue_button("Continue")} })}
    }
    .into_any()
}

/// What the screen asks about.
pub fn places(question: Question) -> Vec<Place> {
    vec![Place::Question(question)]
}

/// The screen before `question`: the question before it, or the task list.
fn before(answers: &Answers, question: Question) -> Page {
    let asked: Vec<Question> = answers.asked().take_while(|asked| *asked != question).collect();
    asked.last().map_or(Page::Tasks, |before| Page::Apply(*before))
}

/// The screen after `question`: the next one without an answer, then the next step.
fn after(state: State, question: Question, from_check: bool) -> Route {
    let answers = state.now().answers;
    let open = |asked: &Question| !answers.is_answered(*asked);
    let next = answers.asked().skip_while(|asked| *asked != question).skip(1).find(open);
    let outcome = state.report.with_untracked(|report| report.outcome);
    match next.or_else(|| answers.next_open()) {
        Some(next) => Route { page: Page::Apply(next), from_check },
        None if from_check => Page::Check.into(),
        None if matches!(outcome, Outcome::AnotherRoute(_)) => Page::Result.into(),
        None => Page::Tasks.into(),
    }
}

/// "Question 2 of 6", among those that the answers so far lead to.
fn caption(answers: &Answers, question: Question) -> String {
    let asked: Vec<Question> = answers.asked().collect();
    match asked.iter().position(|asked| *asked == question) {
        Some(index) => format!("Question {} of {}", index + 1, asked.len()),
        None => String::new(),
    }
}

fn choices(state: State, question: Question, answers: &Answers) -> AnyView {
    let wording = question.wording();
    let chosen = answers.kept(question).map(Answer::key).unwrap_or_default();
    let options = question
        .offers(state.today.get_untracked())
        .into_iter()
        .map(|(answer, label, hint)| RadioOption { key: answer.key(), label, hint: hint.to_owned() })
        .collect();
    let set = Radios {
        place: Place::Question(question),
        legend: heading(caption(answers, question), wording.asks),
        hint: wording.hint.to_owned(),
        options,
    };
    radios(state, set, chosen, move |key| {
        if let Some(answer) = Answer::from_key(&key) {
            state.change(|application| application.answers.set(question, answer));
        }
    })
}

/// Three boxes for a day, and a way to say that it is not known.
fn day(state: State, question: Question, answers: &Answers) -> AnyView {
    let wording = question.wording();
    let place = Place::Question(question);
    let id = box_id(place);
    let kept = answers.kept(question).cloned();
    let typed = match &kept {
        Some(Answer::Day(day)) => day.clone(),
        _ => TypedDay::default(),
    };
    let not_sure = RwSignal::new(kept == Some(Answer::NotSure));
    let boxes = StoredValue::new(typed.clone());
    let store = move || {
        let answer = if not_sure.get_untracked() { Answer::NotSure } else { Answer::Day(boxes.get_value()) };
        state.change(|application| application.answers.set(question, answer));
    };
    let has_errors = move || !errors_at(state, place).is_empty();
    let one_box = |part: &'static str,
                   id: String,
                   width: &'static str,
                   value: String,
                   put: fn(&mut TypedDay, String)| {
        let write = move |event| {
            boxes.update_value(|day| put(day, event_target_value(&event)));
            store();
        };
        view! {
            <div class="nhsuk-date-input__item">
                <label class="nhsuk-label nhsuk-date-input__label" for=id.clone()>{part}</label>
                <input
                    class=format!("nhsuk-input nhsuk-date-input__input {width}")
                    class=("nhsuk-input--error", has_errors)
                    type="text"
                    id=id
                    inputmode=if part == "Month" { "text" } else { "numeric" }
                    autocomplete="off"
                    prop:value=value
                    on:input=write
                />
            </div>
        }
        .into_any()
    };
    let narrow = "nhsuk-input--width-2";
    let boxes_view = view! {
        {one_box("Day", id.to_owned(), narrow, typed.day, |day, text| day.day = text)}
        {one_box("Month", format!("{id}-month"), "nhsuk-input--width-5", typed.month, |day, text| day.month = text)}
        {one_box("Year", format!("{id}-year"), "nhsuk-input--width-4", typed.year, |day, text| day.year = text)}
    };
    let toggle = move |event| {
        not_sure.set(event_target_checked(&event));
        store();
    };
    // A date in the future, or one that has run out, is the answer: it is shown, and held against
    // the application on the result, but does not hold up this form.
    let errors = move || {
        let here = errors_at(state, place);
        let messages: Vec<AnyView> = here
            .into_iter()
            .filter(|finding| matches!(finding.severity, Severity::Blocker | Severity::Missing))
            .map(|error| {
                view! {
                    <span class="nhsuk-error-message">
                        <span class="nhsuk-u-visually-hidden">"Error: "</span>{error.message}
                    </span>
                }
                .into_any()
            })
            .collect();
        messages.into_any()
    };
    view! {
        <div class="nhsuk-form-group" class=("nhsuk-form-group--error", has_errors)>
            <fieldset class="nhsuk-fieldset" aria-describedby=format!("{id}-hint {id}-errors")>
                <legend class="nhsuk-fieldset__legend">{heading(caption(answers, question), wording.asks)}</legend>
                <div class="nhsuk-hint" id=format!("{id}-hint")>{wording.hint}" For example, 27 3 2026."</div>
                <div id=format!("{id}-errors")>{errors}</div>
                <div class="nhsuk-date-input">{boxes_view}</div>
            </fieldset>
            <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
                <div class="nhsuk-checkboxes__item">
                    <input
                        class="nhsuk-checkboxes__input"
                        type="checkbox"
                        id="not-sure"
                        prop:checked=not_sure
                        on:change=toggle
                    />
                    <label class="nhsuk-label nhsuk-checkboxes__label" for="not-sure">"I’m not sure"</label>
                </div>
            </div>
        </div>
    }
    .into_any()
}
