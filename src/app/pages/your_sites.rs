//! The sites that one person prepares: which there are, how far each is, and the next.

use leptos::prelude::*;

use super::tasks::{TaskStatus, check_status, tag};
use crate::app::browser::{focus, location};
use crate::app::components::{BackLink, Button, Heading, Notice, PrimaryButton, TextButton};
use crate::app::persistence::use_saver;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{Application, MOST_SITES, Workspace};
use crate::rules::check;

pub const TITLE: &str = "Your sites";

/// A site that was taken off the list: where it stood, what it is called, and what was entered.
type Removed = Option<(usize, String, Application)>;

#[component]
pub fn YourSitesPage() -> impl IntoView {
    let removed = RwSignal::<Removed>::new(None);
    view! {
        <BackLink href=Page::Tasks.href() text="Back to the task list" />
        <Heading text=TITLE />
        <p class="nhsuk-body">
            "Each home or branch applies by itself, with its own people and documents. Here you can prepare several, and save them in one file."
        </p>
        <UndoRemoval removed />
        <SiteItems removed />
        <NextSite />
        <p class="nhsuk-body"><a href=Page::Saved.href()>"Save all sites to a file"</a></p>
    }
}

/// One site of the list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct SiteItem {
    index: usize,
    name: String,
    status: TaskStatus,
    is_open: bool,
}

#[component]
fn SiteItems(removed: RwSignal<Removed>) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        let (today, others) = (app.store.today().get(), app.store.other_sites().get());
        let row = |(index, application): (usize, &Application)| SiteItem {
            index,
            name: application.call_site(index),
            status: app
                .settings
                .with_value(|settings| check_status(application, &check(application, settings, today))),
            is_open: index == others.position(),
        };
        app.store.application().with(|open| others.with_open(open).enumerate().map(row).collect::<Vec<_>>())
    });
    view! {
        <ul class="nhsuk-task-list">
            <For each=move || rows.get() key=SiteItem::clone let:row>
                <SiteItem row removed />
            </For>
        </ul>
    }
}

#[component]
fn SiteItem(row: SiteItem, removed: RwSignal<Removed>) -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let SiteItem { index, name, status, is_open } = row;
    let open = move |()| {
        saver.use_instead(app.workspace().go_to(index));
        location::navigate(&Page::Tasks.href());
    };
    let called = name.clone();
    let remove = move |()| {
        let (rest, taken) = app.workspace().without(index);
        saver.use_instead(rest);
        removed.set(taken.map(|application| (index, called.clone(), application)));
        focus::focus_element("undo-site");
    };
    let whose = format!(" {name}");
    let hidden = move || view! { <span class="nhsuk-u-visually-hidden">{whose.clone()}</span> };
    let which = hidden.clone();
    view! {
        <li class="nhsuk-task-list__item">
            <div class="nhsuk-task-list__name-and-hint">
                <strong>{name}</strong>
                {is_open.then_some(" (open now)")}
                <div class="app-buttons">
                    <TextButton on_click=open>{if is_open { "Go on with it" } else { "Open" }}{hidden()}</TextButton>
                    <TextButton on_click=remove>"Remove"{which()}</TextButton>
                </div>
            </div>
            <div class="nhsuk-task-list__status">{tag(status)}</div>
        </li>
    }
}

/// What was taken off the list, with the way to put it back.
#[component]
fn UndoRemoval(removed: RwSignal<Removed>) -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let put_back = move |()| {
        if let Some((index, name, application)) = removed.get_untracked() {
            let workspace = app.workspace();
            // Where the only site was taken, an empty one stands in its place.
            saver.use_instead(if workspace.is_empty() {
                Workspace { open: application, ..workspace }
            } else {
                workspace.put_back(index, application)
            });
            removed.set(None);
            app.announce(format!("{name} is back"));
            focus::focus_heading();
        }
    };
    let message = move || {
        removed.with(|removed| {
            removed
                .as_ref()
                .map(|(_, name, _)| format!("{name} was removed, with everything entered about it."))
        })
    };
    view! {
        <Show when=move || message().is_some()>
            <Notice id="undo-site">
                <p>{move || message().unwrap_or_default()}</p>
                <Button on_click=put_back>"Undo"</Button>
            </Notice>
        </Show>
    }
}

/// Starts the next site, and says before what it begins with.
#[component]
fn NextSite() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let is_full = move || app.store.other_sites().with(|others| others.count() >= MOST_SITES);
    // What the next site begins with.
    let kept = Memo::new(move |_| {
        app.store.application().with(|application| {
            let contact =
                application.hands_on_contact().then_some("Who writes to the helpdesk, and how it answers");
            application.handed_on().map(|question| question.entry().asks).chain(contact).collect::<Vec<_>>()
        })
    });
    let lines =
        move || kept.get().into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect_view();
    let start = move |()| {
        saver.use_instead(app.workspace().add_site());
        location::navigate(&Page::Site(None).href());
    };
    view! {
        <Show
            when=move || !is_full()
            fallback=|| view! { <p class="nhsuk-body">{format!("One file holds up to {MOST_SITES} sites. Save it, then start again for the next.")}</p> }
        >
            <Show when=move || kept.with(|kept| !kept.is_empty())>
                <p class="nhsuk-body">"The next site starts with what you entered here. Change what is different there:"</p>
                <ul class="nhsuk-list nhsuk-list--bullet">{lines}</ul>
            </Show>
            <PrimaryButton on_click=start>"Prepare another site"</PrimaryButton>
        </Show>
    }
}
