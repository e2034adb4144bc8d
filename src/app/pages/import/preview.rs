//! What was understood of a list, and who is to be added.

use std::sync::Arc;

use leptos::prelude::*;

use super::alike::AlikeSuggestions;
use super::columns::Columns;
use super::left_out::LeftOutRows;
use super::rows::{MoreRows, Rows};
use crate::app::browser::focus;
use crate::app::components::{
    BesideButton, Button, DownloadNotice, NoteItem, Notice, PrimaryButton, TextButton, WorkStatus,
};
use crate::app::import;
use crate::app::store::{AppStateStoreFields, ImportStateStoreFields, use_app};
use crate::application::ApplicationStoreFields;
use crate::intake::preview::{ListQuestion, Preview};
use crate::rules::finding::Mark;
use crate::text::counted;

/// A list, as the reader sees it.
#[component]
pub fn PreviewList(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let list = app.store.import();
    // What was changed in the rows goes with the list: then it is asked first.
    let is_asking = RwSignal::new(false);
    let another = move |()| {
        if list.edits().with_untracked(Vec::is_empty) {
            return import::start_over(app);
        }
        is_asking.set(true);
        focus::focus_element("another-asked");
    };
    let stay = move |()| focus::focus_then("another", move || is_asking.set(false));
    let add_text = move || match list.ticked().with(Vec::len) {
        0 => "Tick the people to add".to_owned(),
        count => format!("Add {}", counted(count, "person", "people")),
    };
    // Said beside the button, which keeps the keyboard, until somebody is ticked or unticked.
    let asked_with = RwSignal::new(None::<Vec<usize>>);
    let is_as_asked =
        move || asked_with.with(|asked| list.ticked().with(|ticked| asked.as_ref() == Some(ticked)));
    let why_not = Memo::new(move |_| is_as_asked().then(|| import::why_not_added(app)).flatten());
    let add = move |()| match untrack(|| import::why_not_added(app)) {
        Some(why_not) => {
            asked_with.set(Some(list.ticked().get_untracked()));
            app.announce(why_not);
        }
        None => import::take_ticked(app, &preview.get_untracked()),
    };
    let summary = move || {
        let line = |line| view! { <p class="nhsuk-body">{line}</p> }.into_any();
        list.summary().get().into_iter().map(line).collect_view()
    };
    view! {
        <h2 class="nhsuk-heading-m" id="list" tabindex="-1">"What was found"</h2>
        {move || summary()}
        <Questions preview />
        <LeftOutRows preview />
        <Columns preview />
        <h2 class="nhsuk-heading-m" id="people-found" tabindex="-1">"Who to add"</h2>
        <TooMany preview />
        <AlikeSuggestions preview />
        <TickEveryone preview />
        <p class="nhsuk-body">
            "Tick who owns the shared mailbox: they decide who else may use it. Two owners are better than one. Everyone else becomes a member."
        </p>
        <Rows preview />
        <MoreRows preview />
        <BesideButton problem=why_not />
        <PrimaryButton on_click=add>{move || add_text()}</PrimaryButton>
        <div class="app-buttons">
            <Button on_click=move |()| import::export_workbook(app, &preview.get_untracked())>"Download the list with the results"</Button>
            <Button on_click=move |()| import::export_csv(app, &preview.get_untracked())>"Download it as CSV"</Button>
            <Button id="another" on_click=another>"Bring another list"</Button>
        </div>
        <Show when=move || is_asking.get()>
            <Notice id="another-asked" problem=true>
                <p>"Leave this list? What you changed in it is not kept."</p>
                <div class="app-buttons">
                    <Button on_click=move |()| import::start_over(app)>"Yes, bring another list"</Button>
                    <Button on_click=stay>"No, stay with this list"</Button>
                </div>
            </Notice>
        </Show>
        <WorkStatus />
        <DownloadNotice />
    }
}

/// What only a person can say about the list as a whole, each with the button that answers it.
#[component]
fn Questions(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let questions = Memo::new(move |_| preview.with(|preview| preview.questions.clone()));
    let item = move |question: ListQuestion| {
        let message = question.message();
        let label = match &question {
            ListQuestion::WhichNameIsFirst { .. } => "Swap first and last names".to_owned(),
            ListQuestion::OtherColumn { other, .. } => format!("Use “{other}” for everyone"),
            ListQuestion::OtherSheets { .. } => "Take these sheets too".to_owned(),
        };
        let answer = move |()| {
            import::preview(app, preview.get_untracked().answer(&question), question.answered());
            focus::focus_element("list");
        };
        view! {
            <NoteItem mark=Mark::ToCheck message>
                <Button on_click=answer>{label}</Button>
            </NoteItem>
        }
        .into_any()
    };
    view! {
        <Show when=move || questions.with(|questions| !questions.is_empty())>
            <ul class="app-notes">{move || questions.get().into_iter().map(item).collect_view()}</ul>
        </Show>
    }
}

/// The way to tick everyone whom the reader proposes, or nobody.
#[component]
fn TickEveryone(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let ticked = app.store.import().ticked();
    let is_any = move || ticked.with(|ticked| !ticked.is_empty());
    let toggle = move |()| {
        let rows = if untrack(is_any) { Vec::new() } else { import::proposed(app, &preview.get_untracked()) };
        app.announce(match rows.len() {
            0 => "Nobody is ticked.".to_owned(),
            count => format!("{} ticked.", counted(count, "person is", "people are")),
        });
        ticked.set(rows);
    };
    view! {
        <Show when=move || preview.with(|preview| preview.proposed.len() > 1)>
            <p class="nhsuk-body">
                <TextButton on_click=toggle>
                    {move || if is_any() { "Untick everyone".to_owned() } else { "Tick everyone".to_owned() }}
                </TextButton>
            </p>
        </Show>
    }
}

/// What to know when there are more people than a site can ask for.
#[component]
fn TooMany(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let most = app.settings.with_value(|settings| settings.most_accounts);
    let is_too_many = move || {
        let listed = app.store.application().people().with(Vec::len);
        preview.with(|preview| preview.people) + listed > most
    };
    view! {
        <Show when=is_too_many>
            <p class="nhsuk-body">
                {format!("A site can ask for up to {most} accounts now, and for more later. Tick those who need one first.")}
            </p>
        </Show>
    }
}
