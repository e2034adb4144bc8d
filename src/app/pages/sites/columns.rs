//! What the columns of the lists were taken for, to be changed where that is wrong.

use leptos::prelude::*;

use crate::app::components::{BesideButton, Button, Details};
use crate::app::sites::{self, SitesState};
use crate::app::store::use_app;
use crate::intake::named_columns::{ColumnMeaning, NamedColumn};

/// Each column by its heading. What is chosen is taken by *Check again*: moving through the choices changes nothing.
#[component]
pub fn Columns() -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let columns = Memo::new(move |_| state.summary.with(|summary| summary.columns.clone()));
    let changed = RwSignal::new(Vec::<NamedColumn>::new());
    let is_unchanged = RwSignal::new(false);
    let change_first = Signal::derive(move || is_unchanged.get().then(|| CHANGE_FIRST.to_owned()));
    let check_again = move |()| {
        let changed = changed.get_untracked();
        if changed.is_empty() {
            is_unchanged.set(true);
            return app.announce(CHANGE_FIRST);
        }
        sites::check_again(app, state, changed);
    };
    let each = move || columns.get().into_iter().enumerate().collect::<Vec<_>>();
    let key = |(_, column): &(usize, NamedColumn)| (column.heading.clone(), column.meaning.key());
    let column = move |(index, column)| view! { <Column index column changed /> };
    view! {
        <Show when=move || columns.with(|columns| !columns.is_empty())>
            <Details summary="How the columns were read">
                <p>"Change what is wrong. A choice holds in every file that has the column."</p>
                <For each=each key=key children=column />
                <BesideButton problem=change_first />
                <Button on_click=check_again>"Check again with these columns"</Button>
            </Details>
        </Show>
    }
}

/// What to do before files are checked again.
const CHANGE_FIRST: &str = "Change what a column is first. Then check again.";

#[component]
fn Column(index: usize, column: NamedColumn, changed: RwSignal<Vec<NamedColumn>>) -> impl IntoView {
    let id = format!("column-{index}");
    let NamedColumn { heading, meaning: taken_for } = column;
    let label = heading.clone();
    let choose = move |key: String| {
        let Some(meaning) = ColumnMeaning::from_key(&key) else { return };
        changed.update(|changed| {
            changed.retain(|column| column.heading != heading);
            if meaning != taken_for {
                changed.push(NamedColumn { heading: heading.clone(), meaning });
            }
        });
    };
    let option = |meaning: ColumnMeaning| {
        let selected = meaning == taken_for;
        view! { <option value=meaning.key() selected=selected>{meaning.label()}</option> }.into_any()
    };
    view! {
        <div class="nhsuk-form-group app-column">
            <label class="nhsuk-label nhsuk-label--s" for=id.clone()>{label}</label>
            <select class="nhsuk-select" id=id on:change:target=move |event| choose(event.target().value())>
                {ColumnMeaning::all().map(option).collect_view()}
            </select>
        </div>
    }
}
