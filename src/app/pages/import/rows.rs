//! The people in a list, a row each: whether to add them, whether they own the mailbox, and what was read, to
//! be changed in place.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::components::{Button, Checkbox, NoteItem, TextButton, TooLong};
use crate::app::import::{self, edited};
use crate::app::store::{AppStateStoreFields, ImportStateStoreFields, use_app};
use crate::application::{ApplicationStoreFields, MailboxRole, Person, PersonBox};
use crate::intake::preview::{Note, Preview, ROWS, RowPreview};
use crate::intake::suggestions::Suggestion;

/// The rows that are shown.
#[component]
pub fn Rows(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let shown = move || preview.with(|preview| preview.rows.iter().map(|row| row.row).collect::<Vec<_>>());
    view! {
        <ul class="app-rows">
            <For each=shown key=|place| *place let:place>
                <Row place preview />
            </For>
        </ul>
    }
}

/// The row at `place` in its sheet, which stays while what there is to say about it changes.
#[component]
fn Row(place: usize, preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let list = app.store.import();
    let ticked = list.ticked();
    let row = Memo::new(move |_| {
        preview.with(|preview| preview.rows.iter().find(|row| row.row == place).cloned()).unwrap_or_default()
    });
    let person = Memo::new(move |_| {
        row.with(|row| list.edits().with(|edits| edited(edits, (row.sheet, row.number), &row.person)))
    });
    let name = move || {
        person.with(|person| {
            let name = person.full_name();
            if name.is_empty() { "no name".to_owned() } else { name }
        })
    };
    // Two rows may be of one name: for those who hear a control alone, its row is said too.
    let whose = move || format!("row {}, {}", row.with(|row| row.number), name());
    let tick = move |is_ticked| {
        ticked.update(|ticked| {
            ticked.retain(|other| *other != place);
            if is_ticked {
                ticked.push(place);
            }
        });
    };
    let contact = move || {
        person.with(|person| {
            let contacts = [person.email.as_str(), person.mobile.as_str()];
            contacts.into_iter().filter(|contact| !contact.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let notes = Memo::new(move |_| {
        let listed = app.store.application().people();
        row.with(|row| {
            person.with(|person| {
                listed.with(|listed| {
                    app.settings.with_value(|settings| row.notes_for(person, listed, settings))
                })
            })
        })
    });
    let suggestions = Memo::new(move |_| {
        person.with(|person| app.settings.with_value(|settings| Suggestion::for_person(person, settings)))
    });
    let suggestion = move |Suggestion { person_box, value, .. }: Suggestion| {
        let text = format!("Use {value}");
        let use_it = move |()| {
            app.announce(format!("Changed to {value}"));
            focus::keep_near(|| import::edit(app, &row.get_untracked(), person_box, value.clone()));
        };
        view! {
            <TextButton on_click=use_it>
                {text}
                <span class="nhsuk-u-visually-hidden">{move || format!(" in {}", whose())}</span>
            </TextButton>
        }
        .into_any()
    };
    let drawn_notes = move || {
        let item = |note: Note| view! { <NoteItem mark=note.mark message=note.message /> }.into_any();
        notes.get().into_iter().map(item).collect_view()
    };
    let is_owner = move || person.with(|person| person.role == Some(MailboxRole::Owner));
    let own = move |is_owner| {
        let role = if is_owner { MailboxRole::Owner } else { MailboxRole::Member };
        import::edit(app, &row.get_untracked(), PersonBox::Role, role.key().to_owned());
        let name = untrack(name);
        // Whoever is to own the mailbox is to be added.
        if is_owner && !ticked.with_untracked(|ticked| ticked.contains(&place)) {
            ticked.update(|ticked| ticked.push(place));
            app.announce(format!("{name} is an owner, and is ticked to be added."));
        } else {
            app.announce(format!("{name} is {}.", if is_owner { "an owner" } else { "a member" }));
        }
    };
    let is_open = RwSignal::new(false);
    let change_id = format!("change-{place}");
    let open = move |_| {
        is_open.update(|is_open| *is_open = !*is_open);
        if is_open.get_untracked() {
            focus::focus_element(&row_box_id(place, PersonBox::FirstName));
        }
    };
    // What was typed is kept, however the boxes are closed.
    let close = move || {
        is_open.set(false);
        focus::focus_element(&format!("change-{place}"));
    };
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <li class="app-row">
            <Checkbox
                id=format!("row-{place}")
                checked=Signal::derive(move || ticked.with(|ticked| ticked.contains(&place)))
                on_change=tick
            >
                {move || format!("Row {}: {}", row.with(|row| row.number), name())}
            </Checkbox>
            <p class="app-row__contact">{move || contact()}</p>
            <Show when=move || notes.with(|notes| !notes.is_empty())>
                <ul class="app-notes">{move || drawn_notes()}</ul>
            </Show>
            <Show when=move || suggestions.with(|suggestions| !suggestions.is_empty())>
                <div class="app-row__more">
                    {move || suggestions.get().into_iter().map(suggestion).collect_view()}
                </div>
            </Show>
            <div class="app-row__more">
                <Checkbox id=format!("owner-{place}") checked=Signal::derive(is_owner) on_change=own>
                    "Owns the mailbox"
                    <span class="nhsuk-u-visually-hidden">{move || format!(": {}", whose())}</span>
                </Checkbox>
                <button
                    class="app-link-button"
                    type="button"
                    id=change_id
                    aria-expanded=move || is_open.get().to_string()
                    on:click=open
                >
                    "Change"
                    <span class="nhsuk-u-visually-hidden">{move || format!(" {}", whose())}</span>
                </button>
            </div>
            <Show when=move || is_open.get()>
                <div class="app-row__boxes" on:keydown=close_on_escape>
                    {BOXES.map(|person_box| view! { <RowInput place person_box row person whose=Signal::derive(whose) on_enter=move |()| close() /> }.into_any()).collect_view()}
                    <div class="app-row__close">
                        <TextButton on_click=move |()| close()>
                            "Close"
                            <span class="nhsuk-u-visually-hidden">{move || format!(" {}", whose())}</span>
                        </TextButton>
                    </div>
                </div>
            </Show>
        </li>
    }
}

/// What can be changed in a row.
const BOXES: [PersonBox; 4] =
    [PersonBox::FirstName, PersonBox::LastName, PersonBox::Email, PersonBox::Mobile];

fn row_box_id(place: usize, person_box: PersonBox) -> String {
    format!("row-{place}-{}", person_box as usize)
}

#[component]
fn RowInput(
    place: usize,
    person_box: PersonBox,
    row: Memo<RowPreview>,
    person: Memo<Person>,
    whose: Signal<String>,
    #[prop(into)] on_enter: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let id = row_box_id(place, person_box);
    let capitals = match person_box {
        PersonBox::FirstName | PersonBox::LastName => "words",
        _ => "none",
    };
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for=id.clone()>
                {person_box.label()}
                <span class="nhsuk-u-visually-hidden">{move || format!(" of {}", whose.get())}</span>
            </label>
            <div id=format!("{id}-errors")><TooLong box_id=id.clone() /></div>
            <input
                class="nhsuk-input"
                type="text"
                id=id.clone()
                aria-describedby=format!("{id}-errors")
                autocomplete="off"
                autocapitalize=capitals
                spellcheck="false"
                prop:value=move || person.with(|person| person.typed(person_box).to_owned())
                on:input:target=move |event| {
                    import::edit(app, &row.get_untracked(), person_box, event.target().value());
                }
                on:keydown=move |event| {
                    // Where a word is put together from keys, Enter ends the word.
                    if event.key() == "Enter" && !event.is_composing() {
                        on_enter.run(());
                    }
                }
            />
        </div>
    }
}

/// The way to the rows before and behind those that are shown.
#[component]
pub fn MoreRows(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let from = move || preview.with(|preview| preview.rows.first().map_or(0, |row| row.index));
    let show_from = move |from: usize| import::show_rows(app, &preview.get_untracked(), from);
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
