//! A letter to the helpdesk: what it needs, and the letter itself, which fills in as the boxes do.

use leptos::prelude::*;

use crate::app::browser::focus;
use crate::app::components::{
    AfterDay, AfterText, BackLink, ContinueButton, CopyButton, Details, Form, Heading, LinkButton, Linked,
    TextButton, after_box_id, after_box_problems,
};
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{AfterBox, ApplicationStoreFields, Letter, LetterBox, Person, PersonBox};
use crate::documents::letters::{
    LetterPlace, MAILBOX, REQUESTER, ToDo, draft, entry, letter_problems, mailto,
};

/// What the screen of `letter` is called.
pub fn title(letter: Letter) -> &'static str {
    entry(letter).title
}

#[component]
pub fn LetterPage(letter: Letter) -> impl IntoView {
    let app = use_app();
    let entry = entry(letter);
    let boxes = entry.asks.iter().map(move |asked| {
        let after_box = AfterBox::Of(letter, asked.letter_box);
        if after_box.is_day() {
            view! { <AfterDay after_box legend=asked.label hint=asked.hint /> }.into_any()
        } else {
            view! { <AfterText after_box label=asked.label hint=asked.hint /> }.into_any()
        }
    });
    let requester = REQUESTER.map(|(after_box, label)| view! { <AfterText after_box label /> }.into_any());
    let problems = move |()| {
        let today = app.store.today().get_untracked();
        let afterwards = app.store.application().afterwards();
        after_box_problems(afterwards.with_untracked(|known| letter_problems(letter, known, today)))
    };
    // It was asked for, and nothing was wrong.
    let is_made =
        Memo::new(move |_| app.store.problems().with(|found| found.as_ref().is_some_and(Vec::is_empty)));
    view! {
        <BackLink href=Page::After.href() />
        <Form problems on_continue=|()| focus::focus_element("letter")>
            <Heading text=entry.title />
            <p class="nhsuk-body">{app.settings.with_value(|settings| entry.when(settings))}</p>
            <section class="app-after__choices" aria-labelledby="person-heading">
                <h2 class="nhsuk-heading-m" id="person-heading">"Who it is about"</h2>
                <FromList letter />
                {boxes.collect_view()}
                <EmptyBoxes letter />
                <h2 class="nhsuk-heading-m">"Who is asking"</h2>
                {requester}
                <AfterText
                    after_box=AfterBox::Mailbox
                    label=MAILBOX
                    hint="Its address, as the NHS gave it to you. It ends in @nhs.net."
                />
                <ContinueButton text="Make the letter" />
            </section>
        </Form>
        <Show when=move || is_made.get()>
            <TheLetter letter />
        </Show>
    }
}

/// Fills in somebody of the list, where anyone is listed.
#[component]
fn FromList(letter: Letter) -> impl IntoView {
    let app = use_app();
    let people = app.store.application().people().get_untracked();
    let asks = |letter_box| entry(letter).asks.iter().any(|asked| asked.letter_box == letter_box);
    let asks_for_own = asks(LetterBox::OwnEmail);
    let is_named = |(_, person): &(usize, Person)| !person.full_name().is_empty();
    let buttons = people.into_iter().enumerate().filter(is_named).map(move |(index, person)| {
        let name = person.full_name();
        let label = app.store.application().with_untracked(|application| application.call_person(index));
        let fill = move |()| {
            app.update(|application| {
                // What was entered about somebody else is not theirs.
                let before = application.afterwards.typed(AfterBox::Of(letter, LetterBox::Name));
                if !before.is_empty() && before != name {
                    application.afterwards.clear(letter);
                }
                let mut set = |letter_box, text| {
                    application.afterwards.set(AfterBox::Of(letter, letter_box), text);
                };
                set(LetterBox::Name, name.clone());
                if asks_for_own {
                    set(LetterBox::OwnEmail, person.value(PersonBox::Email));
                    set(LetterBox::Mobile, person.value(PersonBox::Mobile));
                }
            });
            app.announce(format!("Filled in {name}"));
        };
        view! { <li><TextButton on_click=fill>{format!("Use {label}")}</TextButton></li> }.into_any()
    });
    let buttons: Vec<_> = buttons.collect();
    (!buttons.is_empty()).then(|| {
        view! {
            <Details summary="Fill in somebody from your list">
                <ul class="nhsuk-list">{buttons}</ul>
            </Details>
        }
    })
}

#[component]
fn TheLetter(letter: Letter) -> impl IntoView {
    let app = use_app();
    let drafted = Memo::new(move |_| app.store.application().with(|application| draft(letter, application)));
    let to_do = Memo::new(move |_| drafted.with(|draft| draft.to_do.clone()));
    let (telephone, email) = app
        .settings
        .with_value(|settings| (settings.helpdesk_telephone.clone(), settings.helpdesk_email.clone()));
    let whole = move || drafted.with(|draft| format!("{}\n\n{}", draft.subject, draft.text));
    let how = if email.is_empty() {
        view! {
            <p class="nhsuk-body">
                <Linked text=format!("Phone the NHS helpdesk on {telephone} and ask which address to send it to. Then send it from your site’s shared mailbox.") />
            </p>
        }
        .into_any()
    } else {
        let href = {
            let email = email.clone();
            Signal::derive(move || drafted.with(|draft| mailto(&email, draft)))
        };
        view! {
            <p class="nhsuk-body">
                <Linked text=format!("Send it to {email}, from your site’s shared mailbox. If nothing happens, phone the NHS helpdesk on {telephone}.") />
            </p>
            <div class="app-buttons">
                <LinkButton href text="Open it in your mail program" secondary=true />
            </div>
        }
        .into_any()
    };
    view! {
        <h2 class="nhsuk-heading-m" id="letter" tabindex="-1">"The letter"</h2>
        <Show when=move || to_do.with(|to_do| !to_do.is_empty())>
            <div class="app-after__choices">
                <p class="nhsuk-body">"Before you send it:"</p>
                <ul class="nhsuk-list nhsuk-list--bullet" id="to-do">
                    {move || to_do.get().into_iter().map(|to_do| view! { <ToDoItem to_do /> }.into_any()).collect_view()}
                </ul>
            </div>
        </Show>
        <div class="app-letter">
            <p><strong>"Subject: "</strong>{move || drafted.with(|draft| draft.subject.clone())}</p>
            <pre class="app-letter__text" tabindex="0">{move || drafted.with(|draft| draft.text.clone())}</pre>
        </div>
        <CopyButton text=Signal::derive(whole) label="Copy the letter" alone=true />
        {how}
        <p class="nhsuk-body">"Never write a password, a manager’s ID or a passcode in a letter."</p>
    }
}

/// Something to fill in, with the way to its box.
#[component]
fn ToDoItem(to_do: ToDo) -> impl IntoView {
    let ToDo { label, place, is_there } = to_do;
    let what = if is_there { "check" } else { "fill in" };
    let text = format!("{label}: {what}");
    match place {
        LetterPlace::Site(site_box) => {
            view! { <li><a href=Page::Site(Some(site_box)).href()>{text}</a></li> }.into_any()
        }
        LetterPlace::After(after_box) => {
            let go = move |()| focus::focus_element(&after_box_id(after_box));
            view! { <li><TextButton on_click=go>{text}</TextButton></li> }.into_any()
        }
    }
}

/// Begins the letter again, for somebody else.
#[component]
fn EmptyBoxes(letter: Letter) -> impl IntoView {
    let app = use_app();
    let empty = move |()| {
        app.update(|application| application.afterwards.clear(letter));
        app.store.problems().set(None);
        app.announce("Boxes cleared");
        focus::focus_element(&after_box_id(AfterBox::Of(letter, LetterBox::Name)));
    };
    view! {
        <p class="nhsuk-body">
            <TextButton on_click=empty>"Write it for somebody else: empty the boxes about this person"</TextButton>
        </p>
    }
}
