//! Buttons.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The one green button of a form: it sends the form around it.
pub fn continue_button(text: &'static str) -> AnyView {
    view! { <button class="nhsuk-button" type="submit">{text}</button> }.into_any()
}

/// A button beside the main one, that does `act`.
pub fn button(text: impl Into<String>, mut act: impl FnMut() + 'static) -> AnyView {
    let text = text.into();
    let act = move |_: MouseEvent| act();
    view! {
        <button class="nhsuk-button nhsuk-button--secondary" type="button" on:click=act>
            {text}
        </button>
    }
    .into_any()
}

/// A link to the next step, that looks like the green button.
pub fn link_button(href: String, text: &'static str) -> AnyView {
    view! { <a class="nhsuk-button" role="button" draggable="false" href=href>{text}</a> }.into_any()
}
