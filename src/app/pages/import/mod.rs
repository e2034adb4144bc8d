//! Bringing in people from a spreadsheet.
//!
//! `choose` is shown before there is a list; then `preview` shows what was understood of it, with `columns`
//! (the sheets and what their columns mean), `left_out`, `alike` (what several rows have wrong in the same way) and
//! `rows`.

mod alike;
mod choose;
mod columns;
mod left_out;
mod preview;
mod rows;

use leptos::prelude::*;

use crate::app::components::{BackLink, Heading, StatusNotice};
use crate::app::import;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, ImportPhase, ImportStateStoreFields, use_app};
use choose::{ChooseList, Reading};
use preview::PreviewList;

pub const TITLE: &str = "Add people from a spreadsheet";

#[component]
pub fn ImportPage() -> impl IntoView {
    let app = use_app();
    Effect::new(move |_| {
        import::prefetch(app);
        import::say_problem(app);
    });
    let phase = app.store.import().phase();
    // One preview follows another in place: the columns and rows that stay keep the keyboard.
    let preview = Memo::new(move |_| match phase.get() {
        ImportPhase::Previewing(preview) => Some(preview),
        _ => None,
    });
    let body = move || match phase.get() {
        ImportPhase::Empty => view! { <ChooseList /> }.into_any(),
        ImportPhase::Reading => view! { <Reading /> }.into_any(),
        ImportPhase::Previewing(_) => ().into_any(),
    };
    view! {
        <BackLink href=Page::People.href() text="Back to the people" />
        <Heading text=TITLE />
        <StatusNotice but_downloads=true />
        {move || body()}
        <Show when=move || preview.with(Option::is_some)>
            <PreviewList preview=Signal::derive(move || preview.get().unwrap_or_default()) />
        </Show>
    }
}
