//! Boxes of the screens for the day after: a line of text, and a day.

use leptos::prelude::*;

use super::{DayBoxes, FormGroup, TextInput};
use crate::app::store::{AppStateStoreFields, FormProblem, use_app};
use crate::application::{AfterBox, AfterProblem, ApplicationStoreFields, LetterBox};
use crate::fields::secret::secret_in;

/// The id of the box for `after_box` on its screen: of a day, the first of its three.
pub fn after_box_id(after_box: AfterBox) -> String {
    after_box.key().replace('/', "-")
}

/// `problems` as a form has them.
pub fn after_box_problems(problems: Vec<AfterProblem>) -> Vec<FormProblem> {
    let problem = |AfterProblem { after_box, message, summary }| FormProblem {
        box_id: after_box_id(after_box),
        message,
        summary,
        is_error: true,
    };
    problems.into_iter().map(problem).collect()
}

/// One line of text. What it holds goes into the store with every key.
#[component]
pub fn AfterText(
    /// What it holds.
    after_box: AfterBox,
    /// Its label.
    label: &'static str,
    /// The line under the label; may be empty.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let app = use_app();
    let id = after_box_id(after_box);
    let typed = Memo::new(move |_| {
        app.store.application().afterwards().with(|afterwards| afterwards.typed(after_box).to_owned())
    });
    let found = app.errors_at(id.clone());
    // What works as a password is said at once: it goes into no letter and no file.
    let errors = Signal::derive(move || match typed.with(|typed| secret_in(typed)) {
        Some(secret) => vec![secret.to_string()],
        None => found.get(),
    });
    let on_input = move |text| app.update(|application| application.afterwards.set(after_box, text));
    view! { <TextInput id label hint inputmode=inputmode(after_box) value=typed on_input errors /> }
}

/// Which keyboard a telephone shows for `after_box`.
fn inputmode(after_box: AfterBox) -> &'static str {
    match after_box {
        AfterBox::Mailbox
        | AfterBox::YourEmail
        | AfterBox::Of(_, LetterBox::NhsEmail | LetterBox::OwnEmail) => "email",
        AfterBox::YourTelephone | AfterBox::Of(_, LetterBox::Mobile) => "tel",
        _ => "text",
    }
}

/// A day in three boxes.
#[component]
pub fn AfterDay(
    /// What it holds.
    after_box: AfterBox,
    /// What day it is.
    legend: &'static str,
    /// The line under it.
    hint: &'static str,
) -> impl IntoView {
    let app = use_app();
    let id = after_box_id(after_box);
    let errors = app.errors_at(id.clone());
    let day = move || app.store.application().afterwards().with(|afterwards| afterwards.typed_day(after_box));
    let on_input = move |day| app.update(|application| application.afterwards.set_day(after_box, &day));
    view! {
        <FormGroup errors>
            <DayBoxes id hint day=Signal::derive(day) on_input errors legend_class="nhsuk-fieldset__legend--s">{legend}</DayBoxes>
        </FormGroup>
    }
}
