//! What follows from reading one box, the same for every field.

use super::found::Found;
use crate::application::SiteBox;
use crate::fields::secret::{secret_in, secret_in_location_id};
use crate::fields::{Doubt, Field, FieldError, Repair};
use crate::rules::finding::Place;
use crate::text::visible;

/// Reads what was typed into a box as the field `F`, and adds what is to be said about it. Returns the canonical
/// form; what was typed, trimmed and [`visible`], where it cannot be read; nothing in place of a secret.
pub(super) fn read<F: Field>(found: &mut Found, place: Place, typed: &str) -> String {
    if holds_secret(found, place, typed) {
        return String::new();
    }
    match typed.parse::<F>() {
        Err(error) => {
            refused(found, place, error.is_empty(), error.to_string());
            visible(typed.trim())
        }
        Ok(value) => {
            let doubts: Vec<&dyn Doubt> = value.doubts().iter().map(|doubt| doubt as &dyn Doubt).collect();
            let canonical = value.to_string();
            told(found, place, &canonical, &doubts, value.repair());
            canonical
        }
    }
}

/// Whether what was typed works as a password. Then it says so, and nothing else is to be said of the box.
pub(super) fn holds_secret(found: &mut Found, place: Place, typed: &str) -> bool {
    let secret = match place {
        Place::Site(SiteBox::LocationId) => secret_in_location_id(typed),
        _ => secret_in(typed),
    };
    if let Some(secret) = secret {
        found.blocker(place, secret.to_string());
    }
    secret.is_some()
}

// Not generic, here and below: in the page's module once, and not once for each field.

fn refused(found: &mut Found, place: Place, is_empty: bool, why: String) {
    if is_empty {
        found.missing(place, why);
    } else {
        found.blocker(place, why);
    }
}

fn told(found: &mut Found, place: Place, canonical: &str, doubts: &[&dyn Doubt], repair: Option<&Repair>) {
    for doubt in doubts {
        found.confirm(place, (doubt.id(), canonical), doubt.to_string()).suggestion = doubt.suggestion();
    }
    if let Some(repair) = repair.filter(|repair| !repair.is_only_layout()) {
        found.hint(place, repair.in_words(found.entered)).repair = Some(repair.clone());
    }
}

/// Offers a name in title case, where it is all in capitals or all in small letters.
pub(super) fn offer_title_case(found: &mut Found, place: Place, name: &str, better: Option<String>) {
    if let Some(better) = better {
        let message = format!("You may prefer “{better}” to “{name}”.");
        found.hint(place, message).suggestion = Some(better);
    }
}
