//! The words of the Start page that are facts or settings. The page itself is `index.html`: it is
//! written out when the site is built, so that it can be read before, and without, the checker.

use crate::day::in_words;
use crate::documents::checklist::INDEPENDENCE;
use crate::facts;
use crate::settings::Settings;

/// What stands for each `{{name}}` in `index.html`, as plain text.
pub fn words(settings: &Settings) -> Vec<(&'static str, String)> {
    let association = &settings.association;
    let (soonest, latest) = settings.letter_days;
    vec![
        ("association-name", association.name.clone()),
        ("association-page", association.page.clone()),
        ("association-page-title", facts::ASSOCIATION_PAGE.title.to_owned()),
        ("contact-name", association.contact_name.clone()),
        ("contact-post", association.contact_post.clone()),
        ("contact-email", association.contact_email.clone()),
        ("facts-checked", in_words(facts::HOW_MANY.checked)),
        ("fewest-accounts", settings.fewest_accounts.to_string()),
        ("helpdesk-telephone", settings.helpdesk_telephone.clone()),
        ("independence", INDEPENDENCE.to_owned()),
        ("letter-days", format!("{soonest} to {latest}")),
        ("most-accounts", settings.most_accounts.to_string()),
        ("passcode-days", settings.passcode_days.to_string()),
    ]
}
