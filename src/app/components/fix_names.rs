//! Names in capitals or in small letters, and the one button that writes them all as names are written.

use leptos::prelude::*;

use super::Button;
use crate::app::store::{AppStateStoreFields, PeopleChange, Undo, use_app};
use crate::application::{NameOf, NameToFix, names_to_fix};
use crate::text::counted;

/// How many names are shown before and after; of a longer list, the rest is counted.
const SHOWN: usize = 5;

/// Offers to write the names of people as names are written, all at once. Nothing where they are.
#[component]
pub fn FixNames() -> impl IntoView {
    let app = use_app();
    let fixes = Memo::new(move |_| {
        let is_of_person = |fix: &NameToFix| matches!(fix.whose, NameOf::Person(_));
        let fixes = app.store.application().with(names_to_fix);
        fixes.into_iter().filter(is_of_person).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| fixes.with(Vec::len));
    let fix_all = move |()| {
        let fixes = fixes.get_untracked();
        let people = app.application().people.into_iter();
        let before = people.filter(|person| fixes.iter().any(|fix| fix.whose == NameOf::Person(person.id)));
        let change = PeopleChange::Renamed(before.collect());
        app.update(|application| fixes.iter().for_each(|fix| application.fix_name(fix)));
        let message = format!("{} changed.", counted(fixes.len(), "name was", "names were"));
        app.offer_undo(Undo { message, change });
    };
    let line = |NameToFix { before, after, .. }: NameToFix| {
        view! { <li>{format!("{before} → {after}")}</li> }.into_any()
    };
    let lines = move || fixes.get().into_iter().take(SHOWN).map(line).collect_view();
    let asks = move || match count.get() {
        1 => "1 name is all in capitals or all in small letters.".to_owned(),
        count => format!("{count} names are all in capitals or all in small letters."),
    };
    let button = move || match count.get() {
        1 => "Fix this name".to_owned(),
        count => format!("Fix all {count} names"),
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="app-notice" aria-labelledby="fix-names">
                <p id="fix-names"><strong>{move || asks()}</strong></p>
                <ul class="nhsuk-list">{move || lines()}</ul>
                <Show when=move || { count.get() > SHOWN }>
                    <p>{move || format!("and {} more", count.get().saturating_sub(SHOWN))}</p>
                </Show>
                <Button on_click=fix_all>{move || button()}</Button>
            </section>
        </Show>
    }
}
