//! What is left to do, one thing after another: each with the way to its box, and where to go with it.

use leptos::prelude::*;

use super::{EachFinding, ExternalLink, Linked, Notes};
use crate::app::router::{Origin, Page, Route};
use crate::app::store::{AppStateStoreFields, use_app};
use crate::documents::help::helps;
use crate::documents::summary::to_do;
use crate::rules::finding::Finding;

/// Things to do, in order. Nothing where nothing is left.
#[component]
pub fn Actions(
    /// What is left.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// What stands above them.
    heading: &'static str,
    /// The screen that Continue leads back to, if it is not the next in order.
    from: Option<Origin>,
) -> impl IntoView {
    let item = move |finding| view! { <Action finding from /> }.into_any();
    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <h2 class="nhsuk-heading-m">{heading}</h2>
            <ol class="app-actions">
                <EachFinding findings item />
            </ol>
        </Show>
    }
}

#[component]
fn Action(finding: Finding, from: Option<Origin>) -> impl IntoView {
    let app = use_app();
    let place = finding.place;
    let href = Route { page: Page::of(place), from }.href();
    let about = move || app.store.application().with(|application| place.name(application));
    let ask = app.settings.with_value(|settings| finding.ask.in_words(settings));
    let help = |help: &crate::documents::help::Help| {
        let address = move || {
            app.store
                .application()
                .with_untracked(|application| app.settings.with_value(|host| help.address(application, host)))
        };
        view! { <li><ExternalLink href=address() text=help.text() /></li> }.into_any()
    };
    let helps = helps(place);
    let helps = (!helps.is_empty()).then(|| {
        view! { <ul class="nhsuk-list app-screen-only">{helps.iter().map(help).collect_view()}</ul> }
    });
    // Where there is nothing to choose, it only says what to do: the heading above says that it is to be done.
    let is_told = finding.confirmation.is_none() && finding.suggestion.is_none();
    let what = if is_told {
        view! { <p class="app-actions__what"><Linked text=to_do(&finding) /></p> }.into_any()
    } else {
        view! { <Notes findings=vec![finding] /> }.into_any()
    };
    view! {
        <li>
            <p class="app-actions__about"><a href=href>{move || about()}</a></p>
            {what}
            {helps}
            {ask.map(|ask| view! { <p class="app-actions__ask"><Linked text=format!("Ask {ask}.") /></p> })}
        </li>
    }
}
