//! What several rows of a list have wrong in the same way, each with the button that mends it in all of them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::components::{Button, NoteItem, Notice};
use crate::app::import::{self, edited};
use crate::app::store::{AppStateStoreFields, Edit, ImportStateStoreFields, use_app};
use crate::intake::preview::Preview;
use crate::intake::suggestions::{Alike, Suggestion};
use crate::rules::finding::Mark;
use crate::text::counted;

/// What two or more of the rows that are shown have in common.
#[component]
pub fn AlikeSuggestions(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let edits = app.store.import().edits();
    let offers = Memo::new(move |_| {
        let mut rows: Vec<(Alike, usize)> = Vec::new();
        for row in &preview.get().rows {
            let person = edits.with(|edits| edited(edits, (row.sheet, row.number), &row.person));
            let mut alike: Vec<Alike> = app
                .settings
                .with_value(|settings| Suggestion::for_person(&person, settings))
                .into_iter()
                .map(|suggestion| suggestion.alike)
                .collect();
            alike.dedup();
            for alike in alike {
                match rows.iter_mut().find(|(other, _)| *other == alike) {
                    Some((_, count)) => *count += 1,
                    None => rows.push((alike, 1)),
                }
            }
        }
        rows.into_iter().filter(|(_, count)| *count > 1).map(|(alike, _)| alike).collect::<Vec<_>>()
    });
    // What was changed at once, and what stood there before.
    let taken = RwSignal::new(Vec::<Edit>::new());
    let replaced = RwSignal::new(Vec::<Edit>::new());
    let take = move |alike: Alike| {
        import::take_alike(app, &preview.get_untracked(), alike, move |edits, before| {
            // The screen may have been left in the meantime.
            replaced.try_set(before);
            taken.try_set(edits);
            focus::focus_element("alike-taken");
        });
    };
    let item = move |alike: Alike| {
        let (message, label) = alike.offer()?;
        let take = move |()| take(alike.clone());
        let button = view! { <Button on_click=take>{label}</Button> };
        Some(view! { <NoteItem mark=Mark::ToCheck message>{button}</NoteItem> }.into_any())
    };
    let undo = move |()| {
        import::take_back(app, &taken.get_untracked(), replaced.get_untracked());
        taken.set(Vec::new());
        focus::focus_element("people-found");
    };
    let changed = move || {
        let mut rows: Vec<_> = taken.get().into_iter().map(|(key, ..)| key).collect();
        rows.dedup();
        format!("Changed in {}.", counted(rows.len(), "row", "rows"))
    };
    view! {
        <Show when=move || offers.with(|offers| !offers.is_empty())>
            <ul class="app-notes">{move || offers.get().into_iter().filter_map(item).collect_view()}</ul>
        </Show>
        <Show when=move || taken.with(|taken| !taken.is_empty())>
            <Notice id="alike-taken">
                <p>{move || changed()}</p>
                <Button on_click=undo>"Change them back"</Button>
            </Notice>
        </Show>
    }
}
