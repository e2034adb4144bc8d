//! Many sites at once.
//!
//! `choose` is shown before there are any; then `overview` says how many are ready and what is commonest, `columns` how the lists were understood, `table` lists
//! them, `detail` opens one, and `take` is what is taken away.

mod choose;
mod columns;
mod detail;
mod overview;
mod table;
mod take;

use leptos::prelude::*;

use crate::app::components::{BackLink, Heading, StatusNotice, WorkStatus};
use crate::app::router::Page;
use crate::app::sites::{self, SitesPhase, SitesState};
use crate::app::store::use_app;
use choose::{ChooseFiles, Reading};
use detail::OpenSite;
use overview::Overview;
use table::SitesTable;
use take::Take;

pub const TITLE: &str = "Check many sites";

#[component]
pub fn SitesPage() -> impl IntoView {
    let app = use_app();
    let state = SitesState::new();
    provide_context(state);
    Effect::new(move |_| sites::prefetch(app));
    // What others gave must not stay behind when the screen is left.
    on_cleanup(move || sites::close(app, state));
    let phase = move || {
        state.phase.with(|phase| match phase {
            SitesPhase::Empty => 0,
            SitesPhase::Reading { .. } => 1,
            SitesPhase::Shown => 2,
        })
    };
    let phase = Memo::new(move |_| phase());
    let body = move || match phase.get() {
        0 => view! { <ChooseFiles /> }.into_any(),
        1 => view! { <Reading /> }.into_any(),
        _ => view! { <Shown /> }.into_any(),
    };
    view! {
        <BackLink href=Page::Start.href() text="Start page" />
        <Heading text=TITLE />
        <StatusNotice />
        {move || body()}
    }
}

#[component]
fn Shown() -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let is_open = Memo::new(move |_| state.detail.with(Option::is_some));
    let again = move |_| {
        sites::close(app, state);
        sites::prefetch(app);
        crate::app::browser::focus::focus_heading();
    };
    view! {
        <Show when=move || is_open.get()>
            <OpenSite />
        </Show>
        <div hidden=move || is_open.get()>
            <Overview />
            <SitesTable />
            <Take />
            <WorkStatus />
            <p class="nhsuk-body">
                <button class="app-link-button" type="button" on:click=again>"Check other files"</button>
            </p>
        </div>
    }
}
