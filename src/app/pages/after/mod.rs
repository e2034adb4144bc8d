//! The day after: what comes when, letters to the helpdesk, papers for the people.

pub mod days;
pub mod letter;

use leptos::prelude::*;

use crate::app::components::{
    BackLink, Button, Heading, LinkButton, Linked, PrintedFor, StatusNotice, WorkStatus,
};
use crate::app::downloads;
use crate::app::router::Page;
use crate::app::store::{AppStateStoreFields, use_app};
use crate::application::{AfterBox, ApplicationStoreFields, Letter};
use crate::day::in_words;
use crate::documents::letters::entry;
use crate::documents::reminders::{Reminder, timeline};
use crate::documents::{calendar, hand_over, slips};
use crate::facts;
use crate::protocol::{SheetForm, WriterRequest};

pub const TITLE: &str = "After you have applied";

#[component]
pub fn AfterPage() -> impl IntoView {
    view! {
        <BackLink href=Page::Tasks.href() />
        <Heading text=TITLE />
        <PrintedFor />
        <Days />
        <Dates />
        <div class="app-after__choices">
            <Letters />
            <Papers />
        </div>
    }
}

/// The days that are known, and the way to change them.
#[component]
fn Days() -> impl IntoView {
    let app = use_app();
    let known = Memo::new(move |_| {
        app.store.application().afterwards().with(|afterwards| {
            let day = |after_box| afterwards.day(after_box).map(in_words);
            let mailbox = Some(afterwards.value(AfterBox::Mailbox).trim().to_owned());
            [
                ("I applied on", day(AfterBox::Applied)),
                ("The accounts came on", day(AfterBox::AccountsCame)),
                ("Our shared mailbox", mailbox.filter(|mailbox| !mailbox.is_empty())),
                ("The toolkit (DSPT) was published on", day(AfterBox::ToolkitPublished)),
            ]
        })
    });
    let row = |(name, value): (&'static str, Option<String>)| {
        let value = value.unwrap_or_else(|| "Not given yet".to_owned());
        view! {
            <div class="nhsuk-summary-list__row">
                <dt class="nhsuk-summary-list__key">{name}</dt>
                <dd class="nhsuk-summary-list__value">{value}</dd>
            </div>
        }
        .into_any()
    };
    let has_applied = Memo::new(move |_| {
        app.store.application().afterwards().with(|known| known.day(AfterBox::Applied).is_some())
    });
    let change = move || {
        if has_applied.get() {
            view! { <p class="nhsuk-body app-after__choices"><a href=Page::AfterDays.href()>"Change these"</a></p> }.into_any()
        } else {
            view! {
                <LinkButton href=Page::AfterDays.href() text="Enter the day you applied" />
            }
            .into_any()
        }
    };
    view! {
        <dl class="nhsuk-summary-list">{move || known.get().into_iter().map(row).collect_view()}</dl>
        {move || change()}
    }
}

/// What comes when.
#[component]
fn Dates() -> impl IntoView {
    let app = use_app();
    let dates = Memo::new(move |_| {
        let today = app.store.today().get();
        app.store
            .application()
            .with(|application| app.settings.with_value(|settings| timeline(application, settings, today)))
    });
    let row = move |Reminder { day, what, .. }: Reminder| {
        let is_over = day < app.store.today().get();
        let over = is_over.then(|| view! { <strong>" This day is over."</strong> });
        view! {
            <div class="nhsuk-summary-list__row">
                <dt class="nhsuk-summary-list__key">{in_words(day)}</dt>
                <dd class="nhsuk-summary-list__value"><Linked text=what />{over}</dd>
            </div>
        }
        .into_any()
    };
    let calendar = move |()| {
        let request = WriterRequest::Calendar(downloads::job(app));
        downloads::make(app, request, None, calendar::FILE_NAME);
    };
    view! {
        <Show when=move || dates.with(|dates| !dates.is_empty())>
            <h2 class="nhsuk-heading-m">"What comes when"</h2>
            <dl class="nhsuk-summary-list">{move || dates.get().into_iter().map(row).collect_view()}</dl>
            <div class="app-buttons">
                <Button on_click=calendar>"Download these days for your calendar"</Button>
            </div>
        </Show>
    }
}

#[component]
fn Letters() -> impl IntoView {
    let fact = &facts::HELPDESK_REQUEST;
    let settings = use_app().settings;
    let telephone = settings.with_value(|settings| settings.helpdesk_telephone.clone());
    let item = move |letter: Letter| {
        let entry = entry(letter);
        view! {
            <li>
                <a href=Page::Letter(letter).href()>{entry.title}</a>
                <br />
                {settings.with_value(|settings| entry.when(settings))}
            </li>
        }
        .into_any()
    };
    view! {
        <h2 class="nhsuk-heading-m">"Letters to the NHS helpdesk"</h2>
        <p class="nhsuk-body">
            <Linked text=format!("Send them from your site’s shared mailbox. If nobody can open it, phone {telephone} from the telephone number your site has registered with CQC. If your organisation has a Local Administrator for NHSmail, write to them instead: the helpdesk says so.") />
        </p>
        <ul class="app-facts">{Letter::ALL.map(item).collect_view()}</ul>
        <p class="app-source">
            {format!("From {}, read in {}. ", fact.source.title, fact.source.read_in())}
            <a href=Page::Rules.href()>"See every rule and its source"</a>
        </p>
    }
}

#[component]
fn Papers() -> impl IntoView {
    let app = use_app();
    let make = move |request: fn(Box<_>, SheetForm) -> WriterRequest, form, file| {
        Callback::new(move |()| downloads::make(app, request(downloads::job(app), form), None, file))
    };
    let has_people = move || app.store.application().people().with(|people| !people.is_empty());
    let slips_pdf = make(WriterRequest::Slips, SheetForm::Pdf, slips::PDF_NAME);
    let slips_page = make(WriterRequest::Slips, SheetForm::WebPage, slips::PAGE_NAME);
    view! {
        <h2 class="nhsuk-heading-m">"Hand-over sheet"</h2>
        <p class="nhsuk-body">
            "For whoever looks after NHSmail next: the mailbox, its owners and members, the dates, and what to do when an owner leaves. It holds no passwords."
        </p>
        <div class="app-buttons">
            <Button on_click=make(WriterRequest::HandOver, SheetForm::Pdf, hand_over::PDF_NAME)>
                "Download the hand-over sheet as a PDF"
            </Button>
            <Button on_click=make(WriterRequest::HandOver, SheetForm::WebPage, hand_over::PAGE_NAME)>
                "Download the hand-over sheet as a web page"
            </Button>
        </div>
        <h2 class="nhsuk-heading-m">"A page for each person"</h2>
        <p class="nhsuk-body">
            "It tells each person why their own email address and mobile number are asked for, what will come, and what to do. Nobody sees what a colleague gave."
        </p>
        <Show
            when=has_people
            fallback=|| {
                view! {
                    <p class="nhsuk-body">
                        "Nobody is listed yet. "
                        <a href=Page::Form.href()>"Print blank slips for people to fill in"</a>
                    </p>
                }
            }
        >
            <div class="app-buttons">
                <Button on_click=slips_pdf>"Download the pages as a PDF"</Button>
                <Button on_click=slips_page>"Download the pages as a web page"</Button>
            </div>
        </Show>
        <StatusNotice />
        <WorkStatus />
    }
}
