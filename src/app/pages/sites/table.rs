//! The sites, the worst first: found by outcome, by problem and by what they are called.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::components::{Button, TextButton, TooLong};
use crate::app::sites::{self, SitesState};
use crate::app::store::use_app;
use crate::sites::problem::Problem;
use crate::sites::view::{SITES_SHOWN, SiteOutcome, SiteRow, SitesQuery};
use crate::text::counted;

/// The sites that are asked for, a page at a time.
#[component]
pub fn SitesTable() -> impl IntoView {
    let state = expect_context::<SitesState>();
    let page = state.page;
    let count = move || {
        page.with(|page| match page.count {
            0 => "No sites match.".to_owned(),
            count => {
                let last = (page.from + page.sites.len()).min(count);
                format!("Sites {} to {last} of {count}, worst first", page.from + 1)
            }
        })
    };
    let rows = move || page.with(|page| page.sites.clone());
    view! {
        <h2 class="nhsuk-heading-m">"Sites"</h2>
        <Filters />
        <div class="app-table">
            <table>
                <caption id="sites-found" tabindex="-1">{move || count()}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Site"</th>
                        <th scope="col">"ODS code"</th>
                        <th scope="col">"Outcome"</th>
                        <th scope="col" class="app-number">"To mend"</th>
                        <th scope="col" class="app-number">"To check"</th>
                        <th scope="col" class="app-number">"People"</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows() key=|row| row.site let:row>
                        <SiteRowView row />
                    </For>
                </tbody>
            </table>
        </div>
        <MoreSites />
    }
}

#[component]
fn SiteRowView(row: SiteRow) -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let SiteRow { site, name, ods_code, postcode, outcome, to_mend, to_check, people, .. } = row;
    view! {
        <tr>
            <th scope="row">
                <TextButton on_click=move |()| sites::open(app, state, site)>{name}</TextButton>
                <span class="app-table__more">{postcode}</span>
            </th>
            <td class="app-value">{ods_code}</td>
            <td><strong class=tag(outcome)>{outcome.label()}</strong></td>
            <td class="app-number">{to_mend}</td>
            <td class="app-number">{to_check}</td>
            <td class="app-number">{people}</td>
        </tr>
    }
}

pub fn tag(outcome: SiteOutcome) -> &'static str {
    match outcome {
        SiteOutcome::Ready => "nhsuk-tag nhsuk-tag--green",
        SiteOutcome::ToCheck | SiteOutcome::AnotherRoute => "nhsuk-tag nhsuk-tag--yellow",
        SiteOutcome::ToMend => "nhsuk-tag nhsuk-tag--red",
    }
}

/// Which sites to show.
#[component]
fn Filters() -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let query = state.query;
    let outcome = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let search = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let outcome = outcome.with_untracked(|label| {
            SiteOutcome::ALL
                .into_iter()
                .zip(OUTCOMES)
                .find(|(_, value)| value == label)
                .map(|(outcome, _)| outcome)
        });
        let problem = problem.with_untracked(|id| Problem::all().find(|problem| problem.id() == id.as_str()));
        let search = search.get_untracked();
        sites::show(app, state, SitesQuery { outcome, problem, search, from: 0 }, "sites-found");
    };
    let all = move |()| {
        for text in [outcome, problem, search] {
            text.set(String::new());
        }
        sites::show(app, state, SitesQuery::default(), "sites-found");
    };
    let problems = state.summary.with_untracked(|summary| {
        let option = |count: &crate::sites::view::ProblemCount| {
            let sites = counted(count.sites, "site", "sites");
            view! { <option value=count.problem.id() data-found=count.found>{format!("{} ({sites})", count.problem.label())}</option> }
        };
        summary.problems.iter().map(option).collect_view()
    });
    let outcomes = SiteOutcome::ALL.into_iter().zip(OUTCOMES).map(|(outcome, value)| {
        view! { <option value=value>{outcome.label()}</option> }
    });
    let outcomes = outcomes.collect_view();
    let is_filtered =
        move || query.with(|query| *query != SitesQuery { from: query.from, ..SitesQuery::default() });
    view! {
        <form class="app-filters" on:submit=submit>
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for="filter-outcome">"Outcome"</label>
                <select
                    class="nhsuk-select"
                    id="filter-outcome"
                    prop:value=move || outcome.get()
                    on:change:target=move |event| outcome.set(event.target().value())
                >
                    <option value="">"All"</option>
                    {outcomes}
                </select>
            </div>
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for="filter-problem">"Problem"</label>
                <select
                    class="nhsuk-select"
                    id="filter-problem"
                    prop:value=move || problem.get()
                    on:change:target=move |event| problem.set(event.target().value())
                >
                    <option value="">"All"</option>
                    {problems}
                </select>
            </div>
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for="filter-search">"Name, code, postcode or file"</label>
                <div id="filter-search-errors"><TooLong box_id="filter-search" /></div>
                <input
                    class="nhsuk-input"
                    type="text"
                    id="filter-search"
                    aria-describedby="filter-search-errors"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || search.get()
                    on:input:target=move |event| search.set(event.target().value())
                />
            </div>
            <div class="app-buttons">
                <button class="nhsuk-button nhsuk-button--secondary" type="submit">"Show these sites"</button>
                <Show when=is_filtered>
                    <Button on_click=all>"Show all sites"</Button>
                </Show>
            </div>
        </form>
    }
}

/// What the options are called in the page, in the order of [`SiteOutcome::ALL`].
const OUTCOMES: [&str; 4] = ["to-mend", "to-check", "another-route", "ready"];

/// The way to the sites before and behind those that are shown.
#[component]
fn MoreSites() -> impl IntoView {
    let app = use_app();
    let state = expect_context::<SitesState>();
    let page = state.page;
    let from = move || page.with(|page| page.from);
    let show_from = move |from: usize| {
        let query = SitesQuery { from, ..state.query.get_untracked() };
        sites::show(app, state, query, "sites-found");
    };
    view! {
        <div class="app-buttons">
            <Show when=move || { from() > 0 }>
                <Button on_click=move |()| show_from(untrack(from).saturating_sub(SITES_SHOWN))>"Previous sites"</Button>
            </Show>
            <Show when=move || from() + SITES_SHOWN < page.with(|page| page.count)>
                <Button on_click=move |()| show_from(untrack(from) + SITES_SHOWN)>"More sites"</Button>
            </Show>
        </div>
    }
}
