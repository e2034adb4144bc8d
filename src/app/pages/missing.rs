//! No screen stands at this address.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::parts::heading;

pub const TITLE: &str = "There is no page here";

pub fn missing() -> AnyView {
    view! {
        {heading("", TITLE)}
        <p class="nhsuk-body">"Your answers are safe. Check the address, or go on from one of these."</p>
        <ul class="nhsuk-list">
            <li><a href=Page::Tasks.href()>"The task list"</a></li>
            <li><a href=Page::Start.href()>"The start page"</a></li>
        </ul>
    }
    .into_any()
}
