//! A readiness question.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::browser::{events, location};
use crate::app::markup::{Content, View, all, el, nothing};
use crate::app::page::{Origin, Page, Route, box_id};
use crate::app::parts::{
    Form, RadioOption, Radios, back_link, body, checkbox, continue_button, details, error_messages,
    errors_at, group_class, heading, link, radios,
};
use crate::app::state::State;
use crate::application::{Answer, Answers, Choices, Question};
use crate::day::TypedDay;
use crate::rules::Outcome;
use crate::rules::finding::Place;

pub fn question(state: State, question: Question, from: Option<Origin>) -> View {
    let answers = state.now().answers;
    let back = from.map_or_else(|| before(&answers, question), Origin::page);
    let asked = match question.wording().choices {
        Choices::Day => day(state, question, &answers),
        _ => choices(state, question, &answers),
    };
    let content = all(vec![
        asked,
        help(state, question),
        continue_button("Continue"),
        body(link(Page::Tasks.href(), "Go to the task list")),
    ]);
    let form = Form {
        places: places(question),
        before: Box::new(|| ()),
        go_on: Box::new(move || location::go(&after(state, question, from).href())),
    };
    all(vec![back_link(back.href(), "Back"), form.draw(state, content)])
}

/// Where to find the answer, for a question whose answer stands in a public page.
fn help(state: State, question: Question) -> View {
    if question != Question::DsptStatus {
        return nothing();
    }
    let links = state.setting(|settings| settings.links.clone());
    details(
        "Where to find your DSPT status",
        all(vec![
            link(links.dspt_search, "Search the toolkit by your site’s name or ODS code").view(),
            ". If you have not published yet, ".view(),
            link(links.dspt_help, "read how to publish").view(),
            ".".view(),
        ]),
    )
}

/// What the screen asks about.
pub fn places(question: Question) -> Vec<Place> {
    vec![Place::Question(question)]
}

/// The screen before `question`: the question before it, or the task list.
fn before(answers: &Answers, question: Question) -> Page {
    let before = answers.asked().take_while(|asked| *asked != question).last();
    before.map_or(Page::Tasks, Page::Apply)
}

/// The screen after `question`: the next one without an answer, then the next step.
fn after(state: State, question: Question, from: Option<Origin>) -> Route {
    let answers = state.now().answers;
    let open = |asked: &Question| !answers.is_answered(*asked);
    let next = answers.asked().skip_while(|asked| *asked != question).skip(1).find(open);
    let outcome = state.report.with_unwatched(|report| report.outcome);
    match next.or_else(|| answers.next_open()) {
        Some(next) => Route { page: Page::Apply(next), from },
        None if matches!(outcome, Outcome::AnotherRoute(_)) => Page::Result.into(),
        None => from.map_or(Page::Tasks, Origin::page).into(),
    }
}

/// "Question 2 of 6", among those that the answers so far lead to.
fn caption(answers: &Answers, question: Question) -> String {
    match answers.asked().position(|asked| asked == question) {
        Some(index) => format!("Question {} of {}", index + 1, answers.asked().count()),
        None => String::new(),
    }
}

fn choices(state: State, question: Question, answers: &Answers) -> View {
    let wording = question.wording();
    let offers = question.offers(state.today.get_unwatched()).into_iter();
    let set = Radios {
        place: Place::Question(question),
        legend: heading(&caption(answers, question), wording.asks),
        hint: wording.hint,
        options: offers.map(|(answer, label, hint)| RadioOption { key: answer.key(), label, hint }).collect(),
        chosen: answers.kept(question).map(Answer::key).unwrap_or_default(),
    };
    radios(state, set, move |key| {
        if let Some(answer) = Answer::from_key(&key) {
            state.change(|application| application.answers.set(question, answer));
        }
    })
}

/// One of the three boxes of a day: its label, its width, and its text in a typed day.
type DayBox = (&'static str, &'static str, fn(&mut TypedDay) -> &mut String);

const DAY_BOXES: [DayBox; 3] = [
    ("Day", "2", |day| &mut day.day),
    ("Month", "4", |day| &mut day.month),
    ("Year", "4", |day| &mut day.year),
];

/// Three boxes for a day, and a way to say that it is not known. What is typed stays in the boxes
/// while "I'm not sure" is ticked, and typing unticks it.
fn day(state: State, question: Question, answers: &Answers) -> View {
    let wording = question.wording();
    let place = Place::Question(question);
    let id = box_id(place);
    let typed = Rc::new(RefCell::new(match answers.kept(question) {
        Some(Answer::Day(day)) => day.clone(),
        _ => TypedDay::default(),
    }));
    let answer = move |answer| state.change(|application| application.answers.set(question, answer));
    let not_sure = move || {
        state.application.with(|application| application.answers.kept(question) == Some(&Answer::NotSure))
    };
    let boxes = DAY_BOXES.into_iter().enumerate().map(|(index, (label, width, text))| {
        // The first box has the place's id: links to the question lead to it.
        let box_id = if index == 0 { id.to_owned() } else { format!("{id}-{}", index + 1) };
        let stands = text(&mut typed.borrow_mut()).clone();
        let typed = Rc::clone(&typed);
        let input_class = move || {
            let error = if errors_at(state, place).is_empty() { "" } else { "nhsuk-input--error" };
            format!("nhsuk-input nhsuk-date-input__input nhsuk-input--width-{width} {error}")
        };
        let input = el("input")
            .live_attr("class", input_class)
            .attr("type", "text")
            .attr("id", &box_id)
            .attr("inputmode", if label == "Month" { "text" } else { "numeric" })
            .attr("autocomplete", "off")
            .attr("value", &stands)
            .on("input", move |event| {
                *text(&mut typed.borrow_mut()) = events::typed(&event);
                answer(Answer::Day(typed.borrow().clone()));
            });
        el("div")
            .class("nhsuk-date-input__item")
            .with(el("label").class("nhsuk-label nhsuk-date-input__label").attr("for", &box_id).with(label))
            .with(input)
            .view()
    });
    let kept = Rc::clone(&typed);
    let write = move |unknown| {
        answer(if unknown { Answer::NotSure } else { Answer::Day(kept.borrow().clone()) });
    };
    let legend = heading(&caption(answers, question), wording.asks);
    let hint = format!("{} For example, 27 3 2026.", wording.hint);
    let fieldset = el("fieldset")
        .class("nhsuk-fieldset")
        .attr("aria-describedby", &format!("{id}-hint {id}-errors"))
        .with(el("legend").class("nhsuk-fieldset__legend").with(legend))
        .with(el("div").class("nhsuk-hint").attr("id", &format!("{id}-hint")).with(hint))
        .with(error_messages(state, place))
        .with(el("div").class("nhsuk-date-input").with(boxes.collect::<Vec<View>>()));
    el("div")
        .live_attr("class", move || group_class(state, place))
        .with(fieldset)
        .with(checkbox("not-sure", "I’m not sure", not_sure, write))
        .view()
}
