//! Conformance, and whom to tell.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::parts::{back_link, heading};
use crate::app::state::State;

pub const TITLE: &str = "Accessibility";

pub fn accessibility(state: State) -> AnyView {
    let contact = state.setting(|settings| settings.association.contact_email.clone());
    view! {
        {back_link(Page::Tasks.href(), "Back to the task list")}
        {heading("", TITLE)}
        <p class="nhsuk-body">
            "This checker is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA."
        </p>
        <p class="nhsuk-body">"You should be able to:"</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
            <li>"do everything with a keyboard alone"</li>
            <li>"use a screen reader on every screen"</li>
            <li>"zoom in to 400% without scrolling sideways"</li>
            <li>"use your own colours, high contrast or reduced motion"</li>
            <li>"print what you need, without colour"</li>
        </ul>
        <p class="nhsuk-body">
            "Each release is tested in a browser, by keyboard and with an automatic checker (axe) on every screen. It has not been audited by others."
        </p>
        <p class="nhsuk-body">
            "The Start page can be read without scripts. The checker itself needs a browser that runs WebAssembly."
        </p>
        <h2 class="nhsuk-heading-m">"If something does not work for you"</h2>
        <p class="nhsuk-body">"Write to " {contact} ". Say which screen it was, and what you use to read it."</p>
    }
    .into_any()
}
