//! A readiness question.

use leptos::prelude::*;

use crate::app::browser::location;
use crate::app::components::{
    BackLink, Checkbox, ContinueButton, DayBoxes, Details, ExternalLink, Form, FormGroup, Heading,
    RadioOption, Radios, problems_at,
};
use crate::app::router::{Origin, Page, Route, box_id};
use crate::app::store::{AppContext, AppStateStoreFields, use_app};
use crate::application::{Answer, Answers, Choices, Question};
use crate::day::TypedDay;
use crate::rules::Outcome;
use crate::rules::finding::Place;

#[component]
pub fn QuestionPage(question: Question, from: Option<Origin>) -> impl IntoView {
    let app = use_app();
    let back = app.store.application().with_untracked(|application| {
        from.map_or_else(|| before(&application.answers, question), Origin::page)
    });
    let asked = match question.entry().choices {
        Choices::Day => view! { <DayQuestion question /> }.into_any(),
        Choices::OneOf(_) | Choices::Editions => view! { <ChoiceQuestion question /> }.into_any(),
    };
    view! {
        <BackLink href=back.href() />
        <Form
            problems=move |()| problems_at(app, &[Place::Question(question)])
            on_continue=move |()| location::navigate(&after(app, question, from).href())
        >
            {asked}
            {(question == Question::DsptStatus).then(|| view! { <WhereToFindStatus /> })}
            <ContinueButton text="Continue" />
            <p class="nhsuk-body"><a href=Page::Tasks.href()>"Go to the task list"</a></p>
        </Form>
    }
}

/// The screen before `question`: the question before it, or the task list.
fn before(answers: &Answers, question: Question) -> Page {
    let before = answers.asked().take_while(|asked| *asked != question).last();
    before.map_or(Page::Tasks, Page::Apply)
}

/// The screen after `question`: the next one without an answer, then what they all come to.
fn after(app: AppContext, question: Question, from: Option<Origin>) -> Route {
    let answers = app.application().answers;
    let is_open = |asked: &Question| !answers.is_answered(*asked);
    let next = answers.asked().skip_while(|asked| *asked != question).skip(1).find(is_open);
    let outcome = app.report.with_untracked(|report| report.outcome);
    match next.or_else(|| answers.next_open()) {
        Some(next) => Route { page: Page::Apply(next), from },
        None if matches!(outcome, Outcome::AnotherRoute(_)) && from != Some(Origin::Result) => {
            Page::Outcome.into()
        }
        None => from.map_or(Page::Outcome, Origin::page).into(),
    }
}

/// What stands above each question. Not how many there are: that changes with the answers.
const CAPTION: &str = "Can you apply?";

/// Where to find the toolkit's status, which stands in a public page.
#[component]
fn WhereToFindStatus() -> impl IntoView {
    let links = use_app().settings.with_value(|settings| settings.links.clone());
    view! {
        <Details summary="Where to find your DSPT status">
            <p>
                <ExternalLink href=links.dspt_search text="Search the toolkit by your site’s name or ODS code" />
            </p>
            <p>
                "If you have not published yet: "
                <ExternalLink href=links.dspt_help text="read how to publish" />
            </p>
        </Details>
    }
}

#[component]
fn ChoiceQuestion(question: Question) -> impl IntoView {
    let app = use_app();
    let entry = question.entry();
    let offers = question.offers(app.store.today().get_untracked()).into_iter();
    let options =
        offers.map(|(answer, label, hint)| RadioOption { key: answer.key(), label, hint }).collect();
    let chosen = move || {
        app.store
            .application()
            .with(|application| application.answers.kept(question).map(Answer::key).unwrap_or_default())
    };
    let choose = move |key: String| {
        if let Some(answer) = Answer::from_key(&key) {
            app.update(|application| application.answers.set(question, answer));
        }
    };
    view! {
        <Radios
            place=Place::Question(question)
            hint=entry.hint
            options
            chosen=Signal::derive(chosen)
            on_choose=choose
        >
            <Heading caption=CAPTION text=entry.asks />
        </Radios>
    }
}

/// Three boxes for a day, and a way to say that it is not known. What is typed stays in the boxes
/// while "I'm not sure" is ticked, and typing unticks it.
#[component]
fn DayQuestion(question: Question) -> impl IntoView {
    let app = use_app();
    let entry = question.entry();
    let id = box_id(Place::Question(question)).to_owned();
    let errors = app.errors_at(id.clone());
    let kept =
        move || app.store.application().with(|application| application.answers.kept(question).cloned());
    let typed = RwSignal::new(match untrack(kept) {
        Some(Answer::Day(day)) => day,
        _ => TypedDay::default(),
    });
    // What another tab, or a file, has put in its place shows in the boxes.
    Effect::new(move |_| {
        if let Some(Answer::Day(day)) = kept()
            && typed.with_untracked(|typed| *typed != day)
        {
            typed.set(day);
        }
    });
    let answer = move |answer| app.update(|application| application.answers.set(question, answer));
    view! {
        <FormGroup errors>
            <DayBoxes
                id=id.clone()
                hint=format!("{} For example, 27 3 2026.", entry.hint)
                day=typed
                on_input=move |day: TypedDay| {
                    typed.set(day.clone());
                    answer(Answer::Day(day));
                }
                errors
            >
                <Heading caption=CAPTION text=entry.asks />
            </DayBoxes>
            <Checkbox
                id="not-sure"
                checked=Signal::derive(move || kept() == Some(Answer::NotSure))
                on_change=move |is_unknown| {
                    answer(if is_unknown { Answer::NotSure } else { Answer::Day(typed.get_untracked()) });
                }
            >
                "I’m not sure"
            </Checkbox>
        </FormGroup>
    }
}
