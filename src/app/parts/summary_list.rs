//! Names, their values, and the way to change each.

use leptos::prelude::*;

/// One row.
pub struct Row {
    /// What it is.
    pub name: String,
    /// Its value; "Not given yet" where it is empty.
    pub value: String,
    /// What there is to say about it, drawn under the value.
    pub notes: AnyView,
    /// Where to change it.
    pub change: Option<String>,
}

/// The rows as a list. `whose` is added to each Change link for those who hear it alone.
pub fn summary_list(whose: &str, rows: Vec<Row>) -> AnyView {
    let rows: Vec<AnyView> = rows.into_iter().map(|row| draw(whose, row)).collect();
    view! { <dl class="nhsuk-summary-list">{rows}</dl> }.into_any()
}

fn draw(whose: &str, Row { name, value, notes, change }: Row) -> AnyView {
    let about = if whose.is_empty() { name.clone() } else { format!("{name} of {whose}") };
    let change = change.map(|href| {
        view! {
            <dd class="nhsuk-summary-list__actions">
                <a href=href>"Change"<span class="nhsuk-u-visually-hidden">" "{about}</span></a>
            </dd>
        }
    });
    let value = if value.is_empty() { "Not given yet".to_owned() } else { value };
    let class = if change.is_some() {
        "nhsuk-summary-list__row"
    } else {
        "nhsuk-summary-list__row nhsuk-summary-list__row--no-actions"
    };
    view! {
        <div class=class>
            <dt class="nhsuk-summary-list__key">{name}</dt>
            <dd class="nhsuk-summary-list__value">{value}{notes}</dd>
            {change}
        </div>
    }
    .into_any()
}
