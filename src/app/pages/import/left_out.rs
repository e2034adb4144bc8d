//! The rows of a list that are nobody, each with its reason, and the way to put one back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::{Details, TextButton};
use crate::app::import;
use crate::app::store::use_app;
use crate::intake::preview::{LeftOut, Preview};
use crate::text::counted;

/// The rows left out, behind a line that counts them.
#[component]
pub fn LeftOutRows(preview: Signal<Arc<Preview>>) -> impl IntoView {
    let app = use_app();
    let left_out = Memo::new(move |_| preview.with(|preview| preview.left_out.clone()));
    let line = move || {
        let count = preview.with(|preview| preview.left_out_count);
        let shown = left_out.with(Vec::len);
        let first = if shown < count { format!("; the first {shown} are shown") } else { String::new() };
        format!("{} left out{first}", counted(count, "row is", "rows are"))
    };
    let item = move |LeftOut { row, number, reason, text }: LeftOut| {
        let add = move |()| {
            import::add_row(app, &preview.get_untracked(), row);
        };
        view! {
            <li>
                {format!("Row {number}, {}: {text} ", reason.label(1))}
                <TextButton on_click=add>
                    "Add it anyway"
                    <span class="nhsuk-u-visually-hidden">{format!(": row {number}")}</span>
                </TextButton>
            </li>
        }
        .into_any()
    };
    view! {
        <Show when=move || left_out.with(|rows| !rows.is_empty())>
            <Details summary=Signal::derive(line)>
                <ul class="nhsuk-list">{move || left_out.get().into_iter().map(item).collect_view()}</ul>
            </Details>
        </Show>
    }
}
