//! How many sites are ready, what is commonest, and what could not be read.

use leptos::prelude::*;

use super::columns::Columns;
use crate::app::sites::SitesState;
use crate::sites::view::{COMMONEST, SitesSummary};
use crate::text::counted;

/// All sites in numbers.
#[component]
pub fn Overview() -> impl IntoView {
    let state = expect_context::<SitesState>();
    let summary = state.summary;
    let ready = move || summary.with(|summary| ready_sentence(summary));
    let people = move || summary.with(|summary| people_sentence(summary));
    let remarks = move || summary.with(|summary| remarks(summary));
    view! {
        <p class="nhsuk-lede-text" id="sites-ready" tabindex="-1">{move || ready()}</p>
        <p class="nhsuk-body">{move || people()}</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
            {move || remarks().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
        </ul>
        <Unread />
        <Columns />
        <Commonest />
    }
}

fn ready_sentence(summary: &SitesSummary) -> String {
    let SitesSummary { sites, ready, .. } = summary;
    match (*sites, *ready) {
        (0, _) => "No site was found in these files.".to_owned(),
        (1, 1) => "The site is ready.".to_owned(),
        (1, _) => "The site is not ready yet.".to_owned(),
        (sites, ready) if sites == ready => format!("All {sites} sites are ready."),
        (sites, 1) => format!("1 of {sites} sites is ready."),
        (sites, ready) => format!("{ready} of {sites} sites are ready."),
    }
}

fn people_sentence(summary: &SitesSummary) -> String {
    format!("{} listed.", counted(summary.people, "person is", "people are"))
}

/// What there is to say about the files, beside the counts.
fn remarks(summary: &SitesSummary) -> Vec<String> {
    let mut lines = summary.notes.clone();
    if summary.repeated > 0 {
        lines.push(format!(
            "{} an earlier one of the same site, and {} left out.",
            counted(summary.repeated, "row repeats", "rows repeat"),
            if summary.repeated == 1 { "was" } else { "were" }
        ));
    }
    for (reason, count) in &summary.left_out {
        lines.push(format!("Left out: {count} {}.", reason.label(*count)));
    }
    lines
}

/// The files that could not be opened.
#[component]
fn Unread() -> impl IntoView {
    let summary = expect_context::<SitesState>().summary;
    let files = move || summary.with(|summary| summary.unread.clone());
    view! {
        <Show when=move || summary.with(|summary| !summary.unread.is_empty())>
            <h2 class="nhsuk-heading-m">"Files that were not read"</h2>
            <ul class="nhsuk-list nhsuk-list--bullet" id="unread">
                {move || files().into_iter().map(|file| view! { <li><strong>{file.name}</strong>": "{file.why}</li> }).collect_view()}
            </ul>
        </Show>
    }
}

/// The ten commonest problems, as a table with a bar in each row.
#[component]
fn Commonest() -> impl IntoView {
    let summary = expect_context::<SitesState>().summary;
    let rows = move || {
        summary.with(|summary| {
            let most = summary.problems.first().map_or(1, |count| count.found).max(1);
            let row = |count: &crate::sites::view::ProblemCount| {
                let share = (count.found * 100).div_ceil(most);
                view! {
                    <tr>
                        <th scope="row">{count.problem.label()}</th>
                        <td class="app-number">{count.found}</td>
                        <td class="app-number">{count.sites}</td>
                        <td class="app-bars" aria-hidden="true">
                            <span class="app-bars__bar" style:width=format!("{share}%")></span>
                        </td>
                    </tr>
                }
            };
            summary.problems.iter().take(COMMONEST).map(row).collect_view()
        })
    };
    view! {
        <Show when=move || summary.with(|summary| !summary.problems.is_empty())>
            <div class="app-table">
                <table>
                    <caption>"The commonest problems"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Problem"</th>
                            <th scope="col" class="app-number">"Found"</th>
                            <th scope="col" class="app-number">"Sites"</th>
                            <td class="app-bars"></td>
                        </tr>
                    </thead>
                    <tbody>{move || rows()}</tbody>
                </table>
            </div>
        </Show>
    }
}
