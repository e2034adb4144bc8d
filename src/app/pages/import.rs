//! Bringing in people from a spreadsheet.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::files::{self, ReadError};
use crate::app::browser::focus;
use crate::app::components::{
    BackLink, Button, Checkbox, Details, Heading, NoteItem, Notice, PrimaryButton, WorkStatus,
};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, ImportPhase, ImportStateStoreFields, use_app};
use crate::app::{downloads, import};
use crate::application::ApplicationStoreFields;
use crate::documents::FORM_NAME;
use crate::intake::limits;
use crate::intake::meaning::Meaning;
use crate::intake::preview::{ColumnPreview, Note, Preview, PreviewRequest, ROWS};
use crate::protocol::WriterRequest;
use crate::text::counted;

pub const TITLE: &str = "Add people from a spreadsheet";

#[component]
pub fn ImportPage() -> impl IntoView {
    let app = use_app();
    Effect::new(move |_| import::prefetch(app));
    let phase = app.store.import().phase();
    // One preview follows another in place: the columns and rows that stay keep the keyboard.
    let preview = Memo::new(move |_| match phase.get() {
        ImportPhase::Previewing(preview) => Some(preview),
        _ => None,
    });
    let body = move || match phase.get() {
        ImportPhase::Empty => view! { <ChooseList /> }.into_any(),
        ImportPhase::Reading => view! { <Reading /> }.into_any(),
        ImportPhase::Failed(why) => view! {
            <Notice id="status" problem=true><p>{format!("{why} Nothing you entered is lost.")}</p></Notice>
            <ChooseList />
        }
        .into_any(),
        ImportPhase::Previewing(_) => ().into_any(),
    };
    let is_previewing = Memo::new(move |_| preview.with(Option::is_some));
    view! {
        <BackLink href=Page::People.href() text="Back to the people" />
        <Heading text=TITLE />
        {move || body()}
        <Show when=move || is_previewing.get()>
            <PreviewList preview=Signal::derive(move || preview.get().unwrap_or_default()) />
        </Show>
    }
}

/// The two ways to bring a list: pasted, or as a file.
#[component]
fn ChooseList() -> impl IntoView {
    let app = use_app();
    let pasted = app.store.import().pasted();
    let read_pasted = move |()| {
        let text = pasted.get_untracked();
        if text.trim().is_empty() {
            import::fail(app, "Paste the rows into the box first.");
        } else {
            import::open_pasted(app, &text);
        }
    };
    let open = move |event: Event| {
        spawn_local(async move {
            match files::chosen_bytes(&event, limits::FILE_BYTES).await {
                Some(Ok(bytes)) => import::open(app, bytes),
                Some(Err(error)) => import::fail(app, why_not(error)),
                None => {}
            }
        });
    };
    let make_form = move |()| downloads::make(app, WriterRequest::PeopleForm, None, FORM_NAME);
    view! {
        <p class="nhsuk-body">
            "Bring the staff list you have, in whatever order. It is read on this device, and you choose what is taken."
        </p>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label nhsuk-label--s" for="pasted">"Paste rows from a spreadsheet"</label>
            <div class="nhsuk-hint" id="pasted-hint">"Copy the rows with their headings, then paste them here."</div>
            <textarea
                class="nhsuk-textarea"
                id="pasted"
                rows="5"
                aria-describedby="pasted-hint"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || pasted.get()
                on:input:target=move |event| pasted.set(event.target().value())
            ></textarea>
        </div>
        <Button on_click=read_pasted>"Read what I pasted"</Button>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label nhsuk-label--s" for="list-file">"Or choose a file, or drop it here"</label>
            <div class="nhsuk-hint" id="list-file-hint">"Excel, OpenDocument, CSV or text, up to 20 MB"</div>
            <input
                class="app-file app-file--drop"
                type="file"
                id="list-file"
                aria-describedby="list-file-hint"
                accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.tsv,.txt"
                on:change=open
            />
        </div>
        <h2 class="nhsuk-heading-m">"If you have no list yet"</h2>
        <p class="nhsuk-body">"Send round a blank form. Choose it here when it is filled in."</p>
        <div class="app-buttons"><Button on_click=make_form>"Download a blank form for Excel"</Button></div>
        <p class="nhsuk-body"><a href=Page::Form.href()>"A blank form to print"</a></p>
        <WorkStatus />
    }
}

fn why_not(error: ReadError) -> &'static str {
    match error {
        ReadError::TooLarge => {
            "This file is larger than 20 MB. Copy the rows you need into a new workbook, and choose that."
        }
        ReadError::Unreadable => "Your browser could not read that file. Choose it again.",
    }
}

#[component]
fn Reading() -> impl IntoView {
    let app = use_app();
    view! {
        <div id="reading" tabindex="-1">
            <p class="nhsuk-body">"Reading your list. A long one can take some seconds."</p>
            <p><progress aria-label="Reading your list"></progress></p>
            <Button on_click=move |()| import::close(app)>"Stop reading"</Button>
        </div>
    }
}

#[component]
fn PreviewList(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let import = app.store.import();
    let another = move |()| {
        import::close(app);
        import::prefetch(app);
        focus::focus_heading();
    };
    let add_text = move || match import.ticked().with(Vec::len) {
        0 => "Tick the people to add".to_owned(),
        count => format!("Add {}", counted(count, "person", "people")),
    };
    let add = move |()| {
        if import.ticked().with_untracked(Vec::is_empty) {
            focus::focus_element("people-found");
        } else {
            import::take_ticked(app, &preview.get_untracked());
        }
    };
    let shown = move || preview.with(|preview| preview.rows.iter().map(|row| row.index).collect::<Vec<_>>());
    let summary = move || {
        let line = |line| view! { <p class="nhsuk-body">{line}</p> }.into_any();
        import.summary().get().into_iter().map(line).collect_view()
    };
    view! {
        <h2 class="nhsuk-heading-m" id="list" tabindex="-1">"What was found"</h2>
        <div role="status">{move || summary()}</div>
        <Columns preview />
        <h2 class="nhsuk-heading-m" id="people-found" tabindex="-1">"Who to add"</h2>
        <TooMany preview />
        <ul class="app-rows">
            <For each=shown key=|index| *index let:index>
                <Row index preview />
            </For>
        </ul>
        <MoreRows preview />
        <PrimaryButton on_click=add>{move || add_text()}</PrimaryButton>
        <div class="app-buttons">
            <Button on_click=move |()| import::export_workbook(app)>"Download the list with the results"</Button>
            <Button on_click=move |()| import::export_csv(app)>"Download it as CSV"</Button>
            <Button on_click=another>"Bring another list"</Button>
        </div>
        <WorkStatus />
    }
}

/// Which sheet is shown and what its columns mean. Choices are only taken by *Update*: moving through them
/// with the arrow keys changes nothing.
#[component]
fn Columns(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let request = RwSignal::new(preview.get_untracked().request());
    // What the reader makes of the choices is what is chosen from then on.
    Effect::new(move |_| request.set(preview.get().request()));
    let sheet = Memo::new(move |_| preview.with(|preview| preview.sheet));
    let update = move |()| {
        let chosen = request.get_untracked();
        let columns = if chosen.sheet == Some(sheet.get_untracked()) { chosen.columns } else { Vec::new() };
        import::preview(app, PreviewRequest { columns, from: 0, ..chosen });
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
        <Button on_click=update>"Update"</Button>
    }
}

/// Columns with what each means: one that stays where it is keeps the keyboard.
#[component]
fn EachColumn(
    columns: Memo<Vec<(usize, ColumnPreview)>>,
    request: RwSignal<PreviewRequest>,
) -> impl IntoView {
    let key = |(index, column): &(usize, ColumnPreview)| (*index, column.heading.clone());
    let column = move |(index, column)| view! { <Column index column request /> };
    view! { <For each=move || columns.get() key=key children=column /> }
}

#[component]
fn Sheets(preview: Signal<Arc<Preview>>, request: RwSignal<PreviewRequest>) -> impl IntoView {
    let sheets = Memo::new(move |_| preview.with(|preview| preview.sheets.clone()));
    let option = move |(index, name): (usize, String)| {
        let is_chosen = move || request.with(|request| request.sheet == Some(index));
        view! { <option value=index.to_string() prop:selected=move || is_chosen()>{name}</option> }.into_any()
    };
    view! {
        <Show when=move || sheets.with(|sheets| sheets.len() > 1)>
            <div class="nhsuk-form-group">
                <label class="nhsuk-label nhsuk-label--s" for="sheet">"Sheet"</label>
                <select
                    class="nhsuk-select"
                    id="sheet"
                    on:change:target=move |event| {
                        request.update(|request| request.sheet = event.target().value().parse().ok());
                    }
                >
                    {move || sheets.get().into_iter().enumerate().map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}

#[component]
fn Column(index: usize, column: ColumnPreview, request: RwSignal<PreviewRequest>) -> impl IntoView {
    let id = format!("column-{index}");
    let option = move |meaning: Meaning| {
        let is_chosen = move || request.with(|request| request.columns.get(index) == Some(&meaning));
        view! { <option value=meaning.key() prop:selected=move || is_chosen()>{meaning.label()}</option> }
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
    view! {
        <div class="nhsuk-form-group app-column">
            <label class="nhsuk-label nhsuk-label--s" for=id.clone()>{column.heading}</label>
            <div class="nhsuk-hint">{column.samples}</div>
            <select class="nhsuk-select" id=id on:change:target=move |event| choose(event.target().value())>
                {Meaning::ALL.map(option).collect_view()}
            </select>
        </div>
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

/// The row at `index`, which stays while what there is to say about it changes.
#[component]
fn Row(index: usize, preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let ticked = app.store.import().ticked();
    let row = Memo::new(move |_| {
        preview
            .with(|preview| preview.rows.iter().find(|row| row.index == index).cloned())
            .unwrap_or_default()
    });
    let tick = move |add| {
        ticked.update(|ticked| {
            ticked.retain(|other| *other != index);
            if add {
                ticked.push(index);
            }
        });
    };
    let label = move || {
        row.with(|row| {
            let name = row.person.full_name();
            format!("Row {}: {}", row.number, if name.is_empty() { "no name" } else { &name })
        })
    };
    let contact = move || {
        row.with(|row| {
            let contacts = [row.person.email.as_str(), row.person.mobile.as_str()];
            contacts.into_iter().filter(|contact| !contact.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let notes = move || {
        let item = |note: Note| view! { <NoteItem mark=note.mark message=note.message /> }.into_any();
        row.get().notes.into_iter().map(item).collect_view()
    };
    view! {
        <li class="app-row">
            <Checkbox
                id=format!("row-{index}")
                checked=Signal::derive(move || ticked.with(|ticked| ticked.contains(&index)))
                on_change=tick
            >
                {move || label()}
            </Checkbox>
            <p class="app-row__contact">{move || contact()}</p>
            <Show when=move || row.with(|row| !row.notes.is_empty())>
                <ul class="app-notes">{move || notes()}</ul>
            </Show>
        </li>
    }
}

/// The way to the rows before and behind those that are shown.
#[component]
fn MoreRows(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let from = move || preview.with(|preview| preview.rows.first().map_or(0, |row| row.index));
    let show_from = move |from: usize| {
        let request = preview.get_untracked().request();
        import::preview(app, PreviewRequest { from, ..request });
        focus::focus_element("people-found");
    };
    view! {
        <div class="app-buttons">
            <Show when=move || { from() > 0 }>
                <Button on_click=move |()| show_from(untrack(from).saturating_sub(ROWS))>"Rows before these"</Button>
            </Show>
            <Show when=move || from() + ROWS < preview.with(|preview| preview.people)>
                <Button on_click=move |()| show_from(untrack(from) + ROWS)>"More rows"</Button>
            </Show>
        </div>
    }
}
