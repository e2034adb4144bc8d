//! A list that was brought, and from which nobody is added yet: it is kept while other screens are open.

use leptos::prelude::*;

use super::{Button, Notice};
use crate::app::browser::focus;
use crate::app::import;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};

/// The way back to the list, and the way to be rid of it.
#[component]
pub fn ListNotice() -> impl IntoView {
    let app = use_app();
    let is_waiting = Memo::new(move |_| {
        app.store.route().get().page != Page::Import && app.store.import().with(|import| import.is_begun())
    });
    let close = move |()| {
        import::close(app);
        focus::focus_heading();
    };
    view! {
        <Show when=move || is_waiting.get()>
            <Notice id="list-notice">
                <p>"You brought a list, and have not added anyone from it yet."</p>
                <div class="app-buttons">
                    <a href=Page::Import.href()>"Go back to the list"</a>
                    <Button on_click=close>"Close the list"</Button>
                </div>
            </Notice>
        </Show>
    }
}
