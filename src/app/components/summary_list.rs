//! Names, their values, and the way to change each.

use super::{hidden, link};
use crate::app::markup::{Content, View, el};

/// One row.
pub struct Row {
    /// What it is.
    pub name: String,
    /// Its value; "Not given yet" where it is empty.
    pub value: String,
    /// What there is to say about it, drawn under the value.
    pub notes: View,
    /// Where to change it.
    pub change: String,
}

/// The rows as a list. `whose` is added to each Change link, for those who hear it alone.
pub fn summary_list(whose: &str, rows: Vec<Row>) -> View {
    let rows: Vec<View> = rows.into_iter().map(|row| draw(whose, row)).collect();
    el("dl").class("nhsuk-summary-list").with(rows).view()
}

fn draw(whose: &str, Row { name, value, notes, change }: Row) -> View {
    let about = if whose.is_empty() { format!(" {name}") } else { format!(" {name} of {whose}") };
    let value = if value.is_empty() { "Not given yet".to_owned() } else { value };
    el("div")
        .class("nhsuk-summary-list__row")
        .with(el("dt").class("nhsuk-summary-list__key").with(name))
        .with(el("dd").class("nhsuk-summary-list__value").with(value).with(notes))
        .with(el("dd").class("nhsuk-summary-list__actions").with(link(change, "Change").with(hidden(about))))
        .view()
}
