//! No screen stands at this address.

use leptos::prelude::*;

use crate::app::components::Heading;
use crate::app::router::Page;

pub const TITLE: &str = "There is no page here";

#[component]
pub fn MissingPage() -> impl IntoView {
    view! {
        <Heading text=TITLE />
        <p class="nhsuk-body">"Your answers are safe. Check the address, or go on from one of these."</p>
        <p class="nhsuk-body"><a href=Page::Tasks.href()>"The task list"</a></p>
        <p class="nhsuk-body"><a href=Page::Start.href()>"The start page"</a></p>
    }
}
