//! Links that leave the page, and those within sentences.

use leptos::prelude::*;

use crate::app::store::use_app;
use crate::settings::tel;

/// A link to another website, which opens beside the page: what is typed here stays as it is.
#[component]
pub fn ExternalLink(
    /// Its address.
    href: String,
    /// What it says.
    text: &'static str,
    /// Whether it looks like the green button.
    #[prop(optional)]
    button: bool,
) -> impl IntoView {
    let (class, role) = if button { (Some("nhsuk-button"), Some("button")) } else { (None, None) };
    view! {
        <a href=href class=class role=role target="_blank" rel="noopener noreferrer">
            {text}" (opens in a new tab)"
        </a>
    }
}

/// A sentence in which telephones and addresses to ask at are links: the helpdesk's, the association's contact's.
#[component]
pub fn Linked(
    /// The sentence.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let ends = use_app().settings.with_value(|settings| {
        let telephone = settings.helpdesk_telephone.clone();
        let emails =
            [&settings.association.contact_email, &settings.helpdesk_email, &settings.feedback_email];
        let emails = emails.into_iter().filter(|email| !email.is_empty());
        let emails = emails.map(|email| (email.clone(), format!("mailto:{email}")));
        [(telephone.clone(), tel(&telephone))].into_iter().chain(emails).collect::<Vec<_>>()
    });
    let mut drawn = Vec::new();
    let mut rest = text.as_str();
    // The first of them in what is left, and what stands before and behind it.
    while let Some((before, (shown, href), behind)) = ends
        .iter()
        .filter_map(|end| rest.split_once(end.0.as_str()).map(|(before, behind)| (before, end, behind)))
        .min_by_key(|(before, ..)| before.len())
    {
        drawn.push(before.to_owned().into_any());
        drawn.push(view! { <a class="app-value" href=href.clone()>{shown.clone()}</a> }.into_any());
        rest = behind;
    }
    drawn.push(rest.to_owned().into_any());
    drawn
}
