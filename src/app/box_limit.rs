//! How much a box takes: what a person types is short. A text of megabytes, pasted by mistake, would be read by every
//! rule, drawn and kept again with each key, and hold the page up for seconds. It is left out whole, which is said
//! beside the box: a part of it, taken in silence, would look like all of it.

use leptos::prelude::*;

use super::browser::typing::{self, BoxKind, Overfull};
use super::store::{AppContext, AppStateStoreFields, TooLongText};
use crate::intake::limits;
use crate::text::in_thousands;

/// The most characters that a line takes: as many as are read of a cell of a list.
const LINE: usize = limits::CELL_CHARACTERS;

/// The most characters of pasted rows: more than a thousand rows, and no more than a browser draws at once.
const ROWS: usize = 100_000;

/// Holds every box to its limit, from now on.
pub fn start(app: AppContext) {
    typing::limit(most, move |overfull| {
        let too_long = app.store.too_long();
        match overfull {
            Some(Overfull { id, kind }) => {
                let message = message(kind);
                app.announce(message.clone());
                too_long.set(Some(TooLongText { box_id: id, message }));
            }
            None if too_long.with_untracked(Option::is_some) => too_long.set(None),
            None => {}
        }
    });
}

fn most(kind: BoxKind) -> usize {
    match kind {
        BoxKind::Line => LINE,
        BoxKind::Rows => ROWS,
    }
}

fn message(kind: BoxKind) -> String {
    let most = in_thousands(most(kind));
    let left_out = format!("That was left out. It is too long for this box, which takes {most} characters.");
    match kind {
        BoxKind::Line => format!("{left_out} Type or paste less."),
        BoxKind::Rows => format!("{left_out} Save the list as a file, and choose the file below."),
    }
}
