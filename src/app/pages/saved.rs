//! Saving to a file, opening one, keeping on this device, deleting everything.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::files::{self, ReadError};
use crate::app::browser::json::{BrowserJson, stringify};
use crate::app::browser::{focus, seal};
use crate::app::components::{
    BackLink, Button, Checkbox, ErrorMessages, FormGroup, Heading, Notice, StatusNotice, aria_invalid,
    input_class,
};
use crate::app::persistence::{self, use_saver};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, Persistence, Status, TabKeeping, use_app};
use crate::application::Workspace;
use crate::documents::save::LoadError;
use crate::documents::save::sealed::{self, SealedFile};
use crate::text::counted;

/// How many characters a password for a file has at least.
const SHORTEST_PASSWORD: usize = 8;

/// What to say of a password that is shorter, or that is another the second time.
const SHORT: &str = "Enter a password of 8 characters or more. Three words you can remember will do.";
const OTHER: &str = "The two passwords are not the same. Type both again.";

/// What to say where the browser does not seal.
const NO_SEALING: &str = "A file can be locked or unlocked only where this page’s address begins with https.";

pub const TITLE: &str = "Save your answers, or open saved ones";

#[component]
pub fn SavedPage() -> impl IntoView {
    view! {
        <BackLink href=Page::Tasks.href() text="Back to the task list" />
        <Heading text=TITLE />
        <StatusNotice />
        <SaveToFile />
        <OpenFile />
        <KeepOnDevice />
        <KeepInTab />
        <DeleteEverything />
    }
}

#[component]
fn SaveToFile() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let seals = RwSignal::new(false);
    let [password, again, short, other] = [(); 4].map(|()| RwSignal::new(String::new()));
    let save = move |()| {
        let text = match saver.file_text() {
            Ok(text) => text,
            Err(problem) => return app.show_status(Status::Problem(problem)),
        };
        if !seals.get_untracked() {
            return saver.offer_file(&text);
        }
        let chosen = password.get_untracked();
        let is_short = chosen.chars().count() < SHORTEST_PASSWORD;
        let is_other = !is_short && chosen != again.get_untracked();
        short.set(if is_short { SHORT.to_owned() } else { String::new() });
        other.set(if is_other { OTHER.to_owned() } else { String::new() });
        if is_short || is_other {
            focus::focus_element(if is_short { "new-password" } else { "new-password-again" });
            return;
        }
        spawn_local(async move {
            match seal::seal(&text, &chosen).await.and_then(|file| stringify(&file)) {
                Some(sealed) => {
                    saver.offer_file(&sealed);
                    password.set(String::new());
                    again.set(String::new());
                }
                None => app.show_status(Status::Problem(files::NOT_MADE.to_owned())),
            }
        });
    };
    view! {
        <h2 class="nhsuk-heading-m">"Save to a file"</h2>
        <p class="nhsuk-body">
            "The file holds everything you entered, with names and mobile numbers. Keep it where only you can open it."
        </p>
        {if seal::is_available() {
            view! {
                <Checkbox id="seal" checked=seals on_change=move |on| seals.set(on)>"Lock the file with a password"</Checkbox>
                <Show when=move || seals.get()>
                    <PasswordInput
                        id="new-password"
                        label="Password for the file"
                        hint="Write it down somewhere safe. Nobody can open the file without it."
                        value=password
                        problem=short
                        on_enter=save
                    />
                    <PasswordInput
                        id="new-password-again"
                        label="The same password again"
                        value=again
                        problem=other
                        on_enter=save
                    />
                </Show>
            }
            .into_any()
        } else {
            view! { <p class="nhsuk-body">{NO_SEALING}</p> }.into_any()
        }}
        <Button on_click=save>"Save to a file"</Button>
    }
}

/// A file that was chosen, and is not open yet.
#[derive(Clone)]
enum Chosen {
    /// It asks for its password.
    Sealed(SealedFile),
    /// It would take the place of other answers.
    Ready(Workspace),
}

#[component]
fn OpenFile() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let chosen = RwSignal::<Option<Chosen>>::new(None);
    let [password, wrong] = [(); 2].map(|()| RwSignal::new(String::new()));
    let refuse = move |problem: String| {
        app.show_status(Status::Problem(format!("{problem} Your answers are as they were.")));
    };
    let put = move |workspace: Workspace| {
        chosen.set(None);
        password.set(String::new());
        saver.use_instead(workspace);
        app.show_status(Status::Done("Your saved answers are open.".to_owned()));
    };
    // What was typed goes only when it was said that it may.
    let read = move |text: &str| match persistence::open(text) {
        Ok(workspace) => {
            let before = app.workspace().without_empty_people();
            if before.is_empty() || before == workspace {
                put(workspace);
            } else {
                chosen.set(Some(Chosen::Ready(workspace)));
                focus::focus_element("open-asked");
            }
        }
        Err(error) => refuse(error.to_string()),
    };
    let choose = move |event: Event| {
        chosen.set(None);
        app.store.status().set(None);
        spawn_local(async move {
            match files::chosen_text(&event, sealed::LARGEST_FILE).await {
                None => {}
                Some(Err(ReadError::TooLarge)) => refuse(LoadError::TooLarge.to_string()),
                Some(Err(ReadError::Unreadable)) => refuse(files::UNREADABLE.to_owned()),
                Some(Ok(text)) => match sealed::open::<BrowserJson>(&text) {
                    None => read(&text),
                    Some(Ok(_)) if !seal::is_available() => refuse(NO_SEALING.to_owned()),
                    Some(Ok(file)) if !seal::is_unchanged(&file).await => {
                        refuse(LoadError::Changed.to_string());
                    }
                    Some(Ok(file)) => {
                        wrong.set(String::new());
                        chosen.set(Some(Chosen::Sealed(file)));
                        focus::focus_element("file-password");
                    }
                    Some(Err(error)) => refuse(error.to_string()),
                },
            }
        });
    };
    let unlock = move |file: SealedFile| {
        spawn_local(async move {
            match seal::open(&file, &password.get_untracked()).await {
                Ok(text) => {
                    chosen.set(None);
                    password.set(String::new());
                    read(&text);
                }
                Err(error) => {
                    wrong.set(error.to_string());
                    focus::focus_element("file-password");
                }
            }
        });
    };
    let leave = move |()| {
        chosen.set(None);
        focus::focus_element("open-file");
    };
    let asked = move || match chosen.get()? {
        Chosen::Sealed(file) => {
            let unlock = Callback::new(move |()| unlock(file.clone()));
            Some(
                view! {
                    <Notice id="open-locked">
                        <PasswordInput
                            id="file-password"
                            label="Password of the file"
                            value=password
                            problem=wrong
                            on_enter=unlock
                        />
                        <div class="app-buttons">
                            <Button on_click=unlock>"Open the file"</Button>
                            <Button on_click=leave>"Do not open it"</Button>
                        </div>
                    </Notice>
                }
                .into_any(),
            )
        }
        Chosen::Ready(workspace) => {
            let words = format!(
                "The file holds {}. This page holds {}. Open the file in place of what is here?",
                in_short(&workspace),
                in_short(&app.workspace().without_empty_people())
            );
            Some(
                view! {
                    <Notice id="open-asked" problem=true>
                        <p>{words}</p>
                        <div class="app-buttons">
                            <Button on_click=move |()| put(workspace.clone())>"Open the file"</Button>
                            <Button on_click=leave>"Keep what is here"</Button>
                        </div>
                    </Notice>
                }
                .into_any(),
            )
        }
    };
    view! {
        <h2 class="nhsuk-heading-m">"Open a saved file"</h2>
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="open-file">"Choose the file whose name begins with nhsmail-application"</label>
            <div class="nhsuk-hint" id="open-file-hint">"It takes the place of everything you entered so far."</div>
            <input
                class="app-file"
                type="file"
                id="open-file"
                accept=".json,application/json"
                aria-describedby="open-file-hint"
                on:change=choose
            />
        </div>
        {move || asked()}
    }
}

/// A workspace in a few words: "Oak House and 3 people", "4 sites".
fn in_short(workspace: &Workspace) -> String {
    match workspace.others.count() {
        1 => {
            let people = counted(workspace.open.people.len(), "person", "people");
            match workspace.open.site.shown_name().as_str() {
                "" => format!("a site without a name and {people}"),
                name => format!("{name} and {people}"),
            }
        }
        count => format!("{count} sites"),
    }
}

/// A box for a password, with what is wrong with what was typed there.
#[component]
fn PasswordInput(
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    value: RwSignal<String>,
    #[prop(into)] problem: Signal<String>,
    /// Done on Enter, as on the button below.
    #[prop(into)]
    on_enter: Callback<()>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = format!("{hint_id} {id}-errors");
    let errors = Signal::derive(move || {
        problem.with(|problem| if problem.is_empty() { Vec::new() } else { vec![problem.clone()] })
    });
    view! {
        <FormGroup errors>
            <label class="nhsuk-label" for=id>{label}</label>
            <div class="nhsuk-hint" id=hint_id>{hint}</div>
            <ErrorMessages id=id.to_owned() errors />
            <input
                class=move || input_class(errors, "nhsuk-input--width-20")
                type="password"
                id=id
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || aria_invalid(errors)
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        on_enter.run(());
                    }
                }
            />
        </FormGroup>
    }
}

/// What is kept while the tab is open.
#[component]
fn KeepInTab() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let is_kept = move || app.store.tab_keeping().get() != TabKeeping::Off;
    view! {
        <h2 class="nhsuk-heading-m">"On a shared computer"</h2>
        <p class="nhsuk-body">
            "This tab keeps your answers while it is open. They are still here after you load the page again, or look at another website. The browser may write them to its own files on this computer until the tab is closed. On a computer that others use, switch this off."
        </p>
        <Checkbox id="keep-in-tab" checked=Signal::derive(is_kept) on_change=move |keep| saver.keep_in_tab(keep)>
            "Keep my answers while this tab is open"
        </Checkbox>
    }
}

#[component]
fn KeepOnDevice() -> impl IntoView {
    let app = use_app();
    let saver = use_saver();
    let is_kept =
        move || !matches!(app.store.persistence().get(), Persistence::Off | Persistence::Unreadable(_));
    view! {
        <h2 class="nhsuk-heading-m">"Keep on this device"</h2>
        <p class="nhsuk-body">
            "Your answers stay in this browser, and are here when you come back. Anyone who uses this computer with the same account can read them. Do not choose this on a shared computer."
        </p>
        <Checkbox
            id="keep"
            checked=Signal::derive(is_kept)
            on_change=move |keep| if keep { saver.keep() } else { saver.stop_keeping() }
        >
            "Keep my answers on this device"
        </Checkbox>
    }
}

/// Two presses: the first asks.
#[component]
fn DeleteEverything() -> impl IntoView {
    let saver = use_saver();
    let is_asking = RwSignal::new(false);
    let ask = move |()| {
        is_asking.set(true);
        focus::focus_element("delete-asked");
    };
    let delete = move |()| {
        saver.delete_everything();
        focus::focus_then("status", move || is_asking.set(false));
    };
    let keep = move |()| focus::focus_then("delete", move || is_asking.set(false));
    view! {
        <h2 class="nhsuk-heading-m">"Delete everything"</h2>
        <p class="nhsuk-body">
            "It goes from this page and from this device. Files you saved stay where they are."
        </p>
        <Button id="delete" on_click=ask>"Delete everything"</Button>
        <Show when=move || is_asking.get()>
            <Notice id="delete-asked" problem=true>
                <p>"Delete everything you entered? This cannot be undone."</p>
                <div class="app-buttons">
                    <Button on_click=delete>"Yes, delete everything"</Button>
                    <Button on_click=keep>"No, keep it"</Button>
                </div>
            </Notice>
        </Show>
    }
}
