//! Which sheets are taken, and what their columns mean.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Field;

use crate::app::components::{BesideButton, Button, Checkbox, Details};
use crate::app::import;
use crate::app::store::{AppStateStoreFields, ImportStateStoreFields, use_app};
use crate::intake::meaning::Meaning;
use crate::intake::preview::{ColumnPreview, Preview, PreviewRequest};
use crate::text::counted;

/// The choices about sheets and columns. They are only taken by *Update*: moving through them with the arrow
/// keys changes nothing.
#[component]
pub fn Columns(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let request: Field<PreviewRequest> = app.store.import().chosen().into();
    let has_no_sheet = RwSignal::new(false);
    let no_sheet = Signal::derive(move || has_no_sheet.get().then(|| NO_SHEET.to_owned()));
    let update = move |()| {
        let chosen = request.get_untracked();
        let understood = preview.with_untracked(|preview| import::understood(preview));
        if chosen.sheets.is_empty() {
            request.set(understood);
            has_no_sheet.set(true);
            return app.announce(NO_SHEET);
        }
        has_no_sheet.set(false);
        // Other sheets have columns of their own.
        let request = if understood.sheets == chosen.sheets {
            PreviewRequest { from: 0, ..chosen }
        } else {
            PreviewRequest { sheets: chosen.sheets, ..PreviewRequest::default() }
        };
        import::preview(app, request, "Updated.");
    };
    let columns = move |is_left_out: bool| {
        Memo::new(move |_| {
            let all = preview.get().columns.clone().into_iter().enumerate();
            all.filter(|(_, column)| (column.meaning == Meaning::Ignored) == is_left_out).collect::<Vec<_>>()
        })
    };
    let (used, left_out) = (columns(false), columns(true));
    let count = Memo::new(move |_| left_out.with(Vec::len));
    let line = move || format!("{} left out", counted(count.get(), "column is", "columns are"));
    view! {
        <Sheets preview request />
        <h2 class="nhsuk-heading-m">"What the columns are"</h2>
        <EachColumn columns=used request />
        <Show when=move || count.get() != 0>
            <Details summary=Signal::derive(line)>
                <EachColumn columns=left_out request />
            </Details>
        </Show>
        <Checkbox
            id="swap-names"
            checked=Signal::derive(move || request.with(|request| request.swap_names))
            on_change=move |swap| request.update(|request| request.swap_names = swap)
        >
            "First and last names are the other way round"
        </Checkbox>
        <BesideButton problem=no_sheet />
        <Button on_click=update>"Update"</Button>
    }
}

/// What to do where every sheet is unticked: then those that were taken are ticked again.
const NO_SHEET: &str = "Choose at least one sheet.";

/// Columns with what each means: one that stays where it is keeps the keyboard.
#[component]
fn EachColumn(columns: Memo<Vec<(usize, ColumnPreview)>>, request: Field<PreviewRequest>) -> impl IntoView {
    let key = |(index, column): &(usize, ColumnPreview)| {
        (*index, column.heading.clone(), column.samples.clone(), column.is_hidden)
    };
    let column = move |(index, column)| view! { <Column index column request /> };
    view! { <For each=move || columns.get() key=key children=column /> }
}

#[component]
fn Column(index: usize, column: ColumnPreview, request: Field<PreviewRequest>) -> impl IntoView {
    let id = format!("column-{index}");
    let option = move |meaning: Meaning| {
        let is_chosen = move || request.with(|request| request.columns.get(index) == Some(&meaning));
        view! { <option value=meaning.key() prop:selected=is_chosen>{meaning.label()}</option> }.into_any()
    };
    let choose = move |key: String| {
        if let Some(meaning) = Meaning::from_key(&key) {
            request.update(|request| {
                if let Some(column) = request.columns.get_mut(index) {
                    *column = meaning;
                }
            });
        }
    };
    let hidden = if column.is_hidden { " (hidden in the file)" } else { "" };
    view! {
        <div class="nhsuk-form-group app-column">
            <label class="nhsuk-label nhsuk-label--s" for=id.clone()>{format!("{}{hidden}", column.heading)}</label>
            <div class="nhsuk-hint">{column.samples}</div>
            <select class="nhsuk-select" id=id on:change:target=move |event| choose(event.target().value())>
                {Meaning::ALL.map(option).collect_view()}
            </select>
        </div>
    }
}

/// The sheets of the file, where it has more than one. Several can be taken together.
#[component]
fn Sheets(preview: Signal<Arc<Preview>>, request: Field<PreviewRequest>) -> impl IntoView {
    let sheets = Memo::new(move |_| preview.with(|preview| preview.sheets.clone()));
    let sheet = move |index: usize| {
        let is_taken = move || request.with(|request| request.sheets.contains(&index));
        let take = move |is_taken| {
            request.update(|request| {
                request.sheets.retain(|other| *other != index);
                if is_taken {
                    request.sheets.push(index);
                    request.sheets.sort_unstable();
                }
            });
        };
        let label = move || {
            sheets.with(|sheets| {
                let Some(sheet) = sheets.get(index) else { return String::new() };
                let hidden = if sheet.is_hidden { ", hidden in the file" } else { "" };
                format!("{} ({}{hidden})", sheet.name, counted(sheet.people, "person", "people"))
            })
        };
        view! {
            <Checkbox id=format!("sheet-{index}") checked=Signal::derive(is_taken) on_change=take>
                {move || label()}
            </Checkbox>
        }
        .into_any()
    };
    let count = Memo::new(move |_| sheets.with(Vec::len));
    view! {
        <Show when=move || { count.get() > 1 }>
            <fieldset class="nhsuk-fieldset nhsuk-form-group">
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">"Sheets to take"</legend>
                {move || (0..count.get()).map(sheet).collect_view()}
            </fieldset>
        </Show>
    }
}
