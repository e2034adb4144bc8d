//! Bringing in people from a spreadsheet.

use std::sync::Arc;

use wasm_bindgen::JsValue;

use crate::app::browser::files::{self, ReadError};
use crate::app::browser::{events, focus, spawn_local};
use crate::app::import::{Import, wanted};
use crate::app::markup::{Content, View, all, el, live, nothing};
use crate::app::page::Page;
use crate::app::parts::{
    back_link, body, button, checkbox, details, heading, link, main_button, problem_notice, said, subheading,
};
use crate::app::state::State;
use crate::app::writing::writing;
use crate::documents::order;
use crate::intake::columns::Meaning;
use crate::intake::limits;
use crate::intake::preview::{ColumnPreview, Preview, PreviewRequest, ROWS, RowPreview};
use crate::text::counted;

pub const TITLE: &str = "Add people from a spreadsheet";

pub fn import(state: State) -> View {
    state.ready_reader();
    all(vec![
        back_link(Page::People.href(), "Back to the people"),
        heading("", TITLE),
        live(move || match state.import.get() {
            Import::Nothing => bring(state),
            Import::Reading => reading(state),
            Import::Failed(why) => {
                let told = problem_notice(format!("{why} Nothing you entered is lost."));
                all(vec![told.attr("id", "told").view(), bring(state)])
            }
            Import::Looking(look) => draw(state, look),
        }),
    ])
}

/// The two ways to bring a list: pasted, or as a file.
fn bring(state: State) -> View {
    let read = move || {
        let pasted = events::typed_in("pasted");
        if pasted.trim().is_empty() {
            state.import.set(Import::Failed("Paste the rows into the box first.".to_owned()));
            focus::element("told");
        } else {
            state.read_list(JsValue::from_str(&pasted));
        }
    };
    let open = move |event| {
        spawn_local(async move {
            match files::chosen_bytes(event, limits::FILE_BYTES).await {
                Some(Ok(bytes)) => state.read_list(bytes),
                Some(Err(why)) => {
                    state.import.set(Import::Failed(why_not(why).to_owned()));
                    focus::element("told");
                }
                None => {}
            }
        });
    };
    let pasted = el("textarea").class("nhsuk-textarea").attr("id", "pasted").attr("rows", "5");
    let file = el("input").class("app-file app-file--drop").attr("type", "file").attr("id", "list-file");
    all(vec![
        body(
            "Bring the staff list you have, in whatever order. It is read on this device, and you choose what is taken.",
        ),
        field(
            "pasted",
            "Paste rows from a spreadsheet",
            "Copy the rows with their headings, then paste them here.",
            pasted.attr("aria-describedby", "pasted-hint").attr("spellcheck", "false").view(),
        ),
        button("Read what I pasted", read),
        field(
            "list-file",
            "Or choose a file, or drop it here",
            "Excel, OpenDocument, CSV or text, up to 20 MB",
            file.attr("aria-describedby", "list-file-hint")
                .attr("accept", ".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.tsv,.txt")
                .on("change", open)
                .view(),
        ),
        blank_form(state),
    ])
}

/// For those who have no list yet.
fn blank_form(state: State) -> View {
    let make = move || state.make("form", String::new(), order::FORM_NAME);
    all(vec![
        subheading("If you have no list yet"),
        body("Send round a blank form. Choose it here when it is filled in."),
        el("div").class("app-buttons").with(button("Download a blank form for Excel", make)).view(),
        body(link(Page::Form.href(), "A blank form to print")),
        writing(state),
    ])
}

fn why_not(error: ReadError) -> &'static str {
    match error {
        ReadError::TooLarge => {
            "This file is larger than 20 MB. Copy the rows you need into a new workbook, and choose that."
        }
        ReadError::Unreadable => "Your browser could not read that file. Choose it again.",
    }
}

fn field(id: &str, label: &str, hint: &str, input: View) -> View {
    el("div")
        .class("nhsuk-form-group")
        .with(el("label").class("nhsuk-label nhsuk-label--s").attr("for", id).with(label))
        .with(el("div").class("nhsuk-hint").attr("id", &format!("{id}-hint")).with(hint))
        .with(input)
        .view()
}

fn reading(state: State) -> View {
    let words = el("p").class("nhsuk-body").with("Reading your list. A long one can take some seconds.");
    el("div")
        .attr("id", "reading")
        .attr("tabindex", "-1")
        .with(words)
        .with(el("p").with(el("progress").attr("aria-label", "Reading your list")))
        .with(button("Stop reading", move || state.close_list()))
        .view()
}

fn draw(state: State, look: Arc<Preview>) -> View {
    let again = move || {
        state.close_list();
        state.ready_reader();
        focus::heading();
    };
    let taken = Arc::clone(&look);
    let add = live(move || {
        let text = match state.ticked.with(Vec::len) {
            0 => "Tick the people to add".to_owned(),
            count => format!("Add {}", counted(count, "person", "people")),
        };
        text.view()
    });
    let add = main_button(add, move || {
        if state.ticked.with_unwatched(Vec::is_empty) {
            focus::element("people-found");
        } else {
            state.take_ticked(&taken);
        }
    });
    let told = live(move || state.found.get().into_iter().map(body).collect::<Vec<View>>().view());
    all(vec![
        part("list", "What was found"),
        el("div").attr("role", "status").with(told).view(),
        sheets(state, &look),
        subheading("What the columns are"),
        columns(state, &look),
        part("people-found", "Who to add"),
        too_many(state, &look),
        rows(state, &look),
        leaf(state, &look),
        add,
        el("div")
            .class("app-buttons")
            .with(vec![
                button("Download the list with the results", move || state.give_book_back()),
                button("Download it as CSV", move || state.give_back()),
                button("Bring another list", again),
            ])
            .view(),
        writing(state),
    ])
}

/// A heading that the keyboard is led to.
fn part(id: &str, text: &str) -> View {
    el("h2").class("nhsuk-heading-m").attr("id", id).attr("tabindex", "-1").with(text).view()
}

fn sheets(state: State, look: &Preview) -> View {
    if look.sheets.len() < 2 {
        return nothing();
    }
    let choose = move |chosen: String| {
        state.look(PreviewRequest { sheet: chosen.parse().ok(), ..PreviewRequest::default() });
    };
    let names = look.sheets.iter().enumerate().map(|(index, name)| (index.to_string(), name.as_str()));
    let choice = select("sheet", names.collect(), &look.sheet.to_string(), Box::new(choose));
    el("div")
        .class("nhsuk-form-group")
        .with(el("label").class("nhsuk-label nhsuk-label--s").attr("for", "sheet").with("Sheet"))
        .with(choice)
        .view()
}

/// The columns in use; those left out stand behind a line that counts them.
fn columns(state: State, look: &Preview) -> View {
    let mut used: Vec<View> = Vec::new();
    let mut left_out: Vec<View> = Vec::new();
    for (index, column) in look.columns.iter().enumerate() {
        let list = if column.meaning == Meaning::Ignored { &mut left_out } else { &mut used };
        list.push(one_column(state, look, index, column));
    }
    let line = format!("{} left out", counted(left_out.len(), "column is", "columns are"));
    let left_out = (!left_out.is_empty()).then(|| details(&line, left_out));
    all(vec![used.view(), left_out.view()])
}

fn one_column(state: State, look: &Preview, index: usize, column: &ColumnPreview) -> View {
    let id = format!("column-{index}");
    let before = wanted(look);
    let choose = move |key: String| {
        let mut wanted = before.clone();
        if let (Some(meaning), Some(column)) = (Meaning::from_key(&key), wanted.columns.get_mut(index)) {
            *column = meaning;
        }
        state.look(wanted);
    };
    let meanings = Meaning::ALL.iter().map(|meaning| (meaning.key().to_owned(), meaning.label()));
    let choice = select(&id, meanings.collect(), column.meaning.key(), Box::new(choose));
    el("div")
        .class("nhsuk-form-group app-column")
        .with(el("label").class("nhsuk-label nhsuk-label--s").attr("for", &id).with(column.heading.as_str()))
        .with(el("div").class("nhsuk-hint").with(column.samples.as_str()))
        .with(choice)
        .view()
}

fn select(id: &str, options: Vec<(String, &str)>, chosen: &str, write: Box<dyn Fn(String)>) -> View {
    let options: Vec<View> = options
        .into_iter()
        .map(|(key, label)| {
            let mut option = el("option").attr("value", &key);
            if key == chosen {
                option = option.attr("selected", "");
            }
            option.with(label).view()
        })
        .collect();
    el("select")
        .class("nhsuk-select")
        .attr("id", id)
        .with(options)
        .on("change", move |event| write(events::typed(&event)))
        .view()
}

/// What to know when there are more people than a site can ask for.
fn too_many(state: State, look: &Preview) -> View {
    let most = state.settings.most_accounts;
    if look.people + state.now().people.len() <= most {
        return nothing();
    }
    body(format!(
        "A site can ask for up to {most} accounts now, and for more later. Tick those who need one first."
    ))
}

fn rows(state: State, look: &Preview) -> View {
    let rows: Vec<View> = look.rows.iter().map(|row| one_row(state, row)).collect();
    el("ul").class("app-rows").with(rows).view()
}

fn one_row(state: State, row: &RowPreview) -> View {
    let index = row.index;
    let name = row.person.full_name();
    let name = if name.is_empty() { "no name".to_owned() } else { name };
    let is_ticked = move || state.ticked.with(|ticked| ticked.contains(&index));
    let tick = move |add| {
        state.ticked.update(|ticked| {
            ticked.retain(|other| *other != index);
            if add {
                ticked.push(index);
            }
        });
    };
    let notes: Vec<View> = row.notes.iter().map(|(mark, message)| said(mark, message).view()).collect();
    let notes = (!notes.is_empty()).then(|| el("ul").class("app-notes").with(notes));
    let person = &row.person;
    let between = if person.email.is_empty() || person.mobile.is_empty() { "" } else { " · " };
    let contact = [person.email.as_str(), between, person.mobile.as_str()].concat();
    el("li")
        .class("app-row")
        .with(checkbox(&format!("row-{index}"), format!("Row {}: {name}", row.number), is_ticked, tick))
        .with(el("p").class("app-row__contact").with(contact))
        .with(notes)
        .view()
}

/// The way to the rows before and behind those that are shown.
fn leaf(state: State, look: &Preview) -> View {
    let from = look.rows.first().map_or(0, |row| row.index);
    let to = |from: usize| {
        let wanted = PreviewRequest { from, ..wanted(look) };
        move || {
            state.look(wanted.clone());
            focus::element("people-found");
        }
    };
    let leaf = |text, from| button(text, to(from));
    let before = (from > 0).then(|| leaf("Rows before these", from.saturating_sub(ROWS)));
    let behind = (from + ROWS < look.people).then(|| leaf("More rows", from + ROWS));
    el("div").class("app-buttons").with(before).with(behind).view()
}
