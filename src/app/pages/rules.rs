//! Every rule, with the facts it stands on, where they were read and when they were last checked.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::parts::{back_link, heading};
use crate::app::state::State;
use crate::day::in_words;
use crate::facts::Fact;
use crate::rules::{RULES, Rule};

pub const TITLE: &str = "What this checker checks";

pub fn rules(state: State) -> AnyView {
    let rules: Vec<AnyView> = RULES.iter().map(|rule| draw(state, rule)).collect();
    let contact = state.setting(|settings| settings.association.contact_email.clone());
    view! {
        {back_link(Page::Tasks.href(), "Back to the task list")}
        {heading("", TITLE)}
        <p class="nhsuk-body">
            "Each rule stands on public guidance, which can change. If you find that it has, tell "
            {contact} "."
        </p>
        <ul class="app-rules">{rules}</ul>
    }
    .into_any()
}

fn draw(state: State, rule: &Rule) -> AnyView {
    let says = state.setting(|settings| (rule.says)(settings));
    let facts: Vec<AnyView> = rule.basis.iter().map(|fact| basis(fact)).collect();
    view! { <li id=format!("rule-{}", rule.id)><h2 class="nhsuk-heading-s">{says}</h2><ul>{facts}</ul></li> }
        .into_any()
}

fn basis(fact: &Fact) -> AnyView {
    let unsure = fact.unsure.then_some(" The source leaves room for doubt.");
    view! {
        <li>
            {fact.says}
            <span class="app-source">
                "Source: "<a href=fact.source.address>{fact.source.title}</a>
                ", checked "{in_words(fact.checked)}"."{unsure}
            </span>
        </li>
    }
    .into_any()
}
