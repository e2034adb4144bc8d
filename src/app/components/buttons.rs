//! Buttons.

use leptos::prelude::*;

/// The one green button of a form: it sends the form around it.
#[component]
pub fn ContinueButton(
    /// What it says.
    text: &'static str,
) -> impl IntoView {
    view! { <button class="nhsuk-button" type="submit">{text}</button> }
}

/// The one green button of a screen that is no form.
#[component]
pub fn PrimaryButton(
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! { <button class="nhsuk-button" type="button" on:click=move |_| on_click.run(())>{children()}</button> }
}

/// A button beside the main one.
#[component]
pub fn Button(
    /// Its id, where the keyboard is to come back to it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <button id=id class="nhsuk-button nhsuk-button--secondary" type="button" on:click=move |_| on_click.run(())>
            {children()}
        </button>
    }
}

/// A button that reads as a link, for it acts on the thing it stands beside.
#[component]
pub fn TextButton(
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! { <button class="app-link-button" type="button" on:click=move |_| on_click.run(())>{children()}</button> }
}

/// A link to the next step, that looks like the green button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// What it says.
    text: &'static str,
    /// Whether it stands beside the main one.
    #[prop(optional)]
    secondary: bool,
) -> impl IntoView {
    let class = if secondary { "nhsuk-button nhsuk-button--secondary" } else { "nhsuk-button" };
    view! { <a href=move || href.get() class=class role="button" draggable="false">{text}</a> }
}
