//! What to send or say to the NHS helpdesk, for a site that has NHSmail.

use leptos::prelude::*;

use crate::app::components::{CopyButton, Linked};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::documents::letters::{locked_out, new_accounts};
use crate::documents::opens_mailbox;

/// The email from the shared mailbox; or, where nobody can open it, what to say on the telephone and a letter.
#[component]
pub fn Letters() -> impl IntoView {
    let app = use_app();
    let opens = Memo::new(move |_| app.store.application().with(opens_mailbox));
    let is_named = Memo::new(move |_| {
        app.store.application().with(|one| !one.site.shown_name().is_empty() && !one.people.is_empty())
    });
    let add = move || {
        view! {
            <Show when=move || !is_named.get()>
                <p class="nhsuk-body app-screen-only">
                    "Add your site and your people in the "
                    <a href=Page::Tasks.href()>"task list"</a>
                    ". They are then named here."
                </p>
            </Show>
        }
        .into_any()
    };
    let email_subject = Memo::new(move |_| app.store.application().with(new_accounts::subject));
    let email = Memo::new(move |_| app.store.application().with(new_accounts::text));
    let letter_subject = Memo::new(move |_| app.store.application().with(locked_out::subject));
    let letter = Memo::new(move |_| app.store.application().with(locked_out::letter));
    let letters = move || {
        if opens.get() {
            view! {
                <h2 class="nhsuk-heading-m">"Email to the NHS helpdesk"</h2>
                {add()}
                <Letter subject=email_subject text=email copy="Copy the email" />
            }
            .into_any()
        } else {
            view! {
                <h2 class="nhsuk-heading-m">"What to say on the telephone"</h2>
                {add()}
                <p class="nhsuk-body">"Have what stands between [ and ] ready before you call."</p>
                <Script />
                <h2 class="nhsuk-heading-m">"Letter to the NHS helpdesk"</h2>
                <p class="nhsuk-body">"Only if they ask you to write. Fill in what stands between [ and ]."</p>
                <Letter subject=letter_subject text=letter copy="Copy the letter" />
            }
            .into_any()
        }
    };
    view! { {move || letters()} }
}

/// What to say, sentence by sentence.
#[component]
fn Script() -> impl IntoView {
    let app = use_app();
    let script = Memo::new(move |_| app.store.application().with(locked_out::script));
    let line = |text: String| view! { <li>{text}</li> }.into_any();
    view! {
        <ol class="nhsuk-list nhsuk-list--number">
            {move || script.get().into_iter().map(line).collect_view()}
        </ol>
    }
}

/// A letter to copy, with whom it goes to.
#[component]
fn Letter(subject: Memo<String>, text: Memo<String>, copy: &'static str) -> impl IntoView {
    let app = use_app();
    let to = app.settings.with_value(|settings| match settings.helpdesk_email.as_str() {
        "" => format!("NHS helpdesk (ask for the address on {})", settings.helpdesk_telephone),
        address => format!("NHS helpdesk, {address}"),
    });
    let letter = move || format!("{}\n\n{}", subject.get(), text.get());
    view! {
        <div class="app-letter">
            <p><strong>"To: "</strong><Linked text=to /></p>
            <p><strong>"Subject: "</strong>{move || subject.get()}</p>
            <pre class="app-letter__text" tabindex="0">{move || text.get()}</pre>
        </div>
        <CopyButton text=Signal::derive(letter) label=copy alone=true />
    }
}
