//! What is kept where.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::parts::{back_link, heading};
use crate::app::state::State;
use crate::documents::save;

pub const TITLE: &str = "Privacy";

pub fn privacy(_state: State) -> AnyView {
    let largest = save::LARGEST_FILE / 1_000_000;
    view! {
        {back_link(Page::Tasks.href(), "Back to the task list")}
        {heading("", TITLE)}
        <p class="nhsuk-body">
            "Everything you type stays in this page, on your device. The checker sends nothing to anyone: the page’s own security policy does not let it."
        </p>
        <h2 class="nhsuk-heading-m">"What is kept"</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
            <li>"In memory: your answers, until you close or reload the page."</li>
            <li>
                "On this device: nothing, unless you choose “Keep my answers on this device”. Then this browser keeps one entry named caremail-application, until you delete it. "
                <a href=Page::Saved.href()>"Keep or delete"</a>
            </li>
            <li>"In files: only those you download yourself."</li>
        </ul>
        <h2 class="nhsuk-heading-m">"What is never asked or kept"</h2>
        <p class="nhsuk-body">
            "The CQC manager’s ID and the one-time passcode. They work like passwords: type them into the NHS Portal only."
        </p>
        <h2 class="nhsuk-heading-m">"Once the page is loaded"</h2>
        <p class="nhsuk-body">
            "It makes no request to any server, and works without a connection. Links to other websites are followed only when you choose them. There are no cookies and no statistics. The host of this page sees that it was opened, as for any page."
        </p>
        <p class="nhsuk-body">{format!("A saved file of up to {largest} MB can be opened.")}</p>
    }
    .into_any()
}
