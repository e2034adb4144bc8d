//! The screens, one file each.

mod after;
mod check;
mod import;
mod missing;
mod outcome;
mod owners;
mod people;
mod person;
mod portal;
mod question;
mod result;
mod saved;
mod site;
mod sites;
mod tasks;
mod your_sites;

use leptos::prelude::*;

use super::router::{Page, Route};
use super::store::AppContext;

/// The screen that the route names.
#[component]
pub fn Screen(route: Route) -> impl IntoView {
    let Route { page, from } = route;
    match page {
        // These stand in `index.html`.
        Page::Start | Page::Form | Page::Rules | Page::Privacy | Page::Accessibility => ().into_any(),
        Page::Tasks => view! { <tasks::TasksPage /> }.into_any(),
        Page::Apply(question) => view! { <question::QuestionPage question from /> }.into_any(),
        Page::Outcome => view! { <outcome::OutcomePage /> }.into_any(),
        Page::Site(_) => view! { <site::SitePage from /> }.into_any(),
        Page::People => view! { <people::PeoplePage /> }.into_any(),
        Page::Person(index, _) => view! { <person::PersonPage index from /> }.into_any(),
        Page::Owners => view! { <owners::OwnersPage from /> }.into_any(),
        Page::Import => view! { <import::ImportPage /> }.into_any(),
        Page::Check => view! { <check::CheckPage /> }.into_any(),
        Page::Result => view! { <result::ResultPage /> }.into_any(),
        Page::Portal => view! { <portal::PortalPage /> }.into_any(),
        Page::After => view! { <after::AfterPage /> }.into_any(),
        Page::AfterDays => view! { <after::days::DaysPage /> }.into_any(),
        Page::Letter(letter) => view! { <after::letter::LetterPage letter /> }.into_any(),
        Page::Sites => view! { <sites::SitesPage /> }.into_any(),
        Page::Saved => view! { <saved::SavedPage /> }.into_any(),
        Page::YourSites => view! { <your_sites::YourSitesPage /> }.into_any(),
        Page::Missing => view! { <missing::MissingPage /> }.into_any(),
    }
}

/// The heading of the Start page.
const START: &str = "Check you are ready for NHSmail";

/// What the window is called while `page` is shown.
pub fn title(app: AppContext, page: Page) -> String {
    match page {
        Page::Start => START.to_owned(),
        Page::Form => "A slip for each person who needs NHSmail".to_owned(),
        Page::Rules => "What this checker checks".to_owned(),
        Page::Privacy => "Privacy".to_owned(),
        Page::Accessibility => "Accessibility".to_owned(),
        Page::Tasks => tasks::TITLE.to_owned(),
        Page::Apply(question) => question.entry().asks.to_owned(),
        Page::Outcome => outcome::title(app),
        Page::Site(_) => site::TITLE.to_owned(),
        Page::People => people::TITLE.to_owned(),
        Page::Person(index, _) => person::window_title(app, index),
        Page::Owners => owners::TITLE.to_owned(),
        Page::Import => import::TITLE.to_owned(),
        Page::Check => check::TITLE.to_owned(),
        Page::Result => result::title(app),
        Page::Portal => portal::TITLE.to_owned(),
        Page::After => after::TITLE.to_owned(),
        Page::AfterDays => after::days::TITLE.to_owned(),
        Page::Letter(letter) => after::letter::title(letter).to_owned(),
        Page::Sites => sites::TITLE.to_owned(),
        Page::Saved => saved::TITLE.to_owned(),
        Page::YourSites => your_sites::TITLE.to_owned(),
        Page::Missing => missing::TITLE.to_owned(),
    }
}
