//! Characters that cannot be seen, in names that need some of them.

use crate::fields::Mend;
use crate::text::{self, Draft};

/// Removes what cannot be seen, but for what the letters beside it need.
pub(super) fn remove_invisible(draft: &mut Draft) {
    if text::is_plain(draft.text()) {
        return;
    }
    let mut next_seen = None;
    let mut followed: Vec<(char, Option<char>)> = Vec::new();
    for c in draft.text().chars().rev() {
        followed.push((c, next_seen));
        if !text::is_invisible(c) {
            next_seen = Some(c);
        }
    }
    let mut kept = String::new();
    let mut before = None;
    for (c, after) in followed.into_iter().rev() {
        if !text::is_invisible(c) || before.is_some_and(|b| needs_shaping(b, c, after)) {
            kept.push(c);
            before = Some(c);
        }
    }
    draft.replace(kept, Mend::Invisible);
}

/// Whether `shape`, between these two, changes how they are written. Joiners do so between letters of
/// the scripts from Arabic to Mongolian and their later blocks, never between Latin ones; a variation
/// selector belongs to the character before it.
fn needs_shaping(before: char, shape: char, after: Option<char>) -> bool {
    let is_joined = |c: char| {
        matches!(c, '\u{0600}'..='\u{1aff}' | '\u{a800}'..='\u{abff}' | '\u{10a00}'..='\u{11fff}')
            && !text::is_invisible(c)
    };
    let is_letter_with_forms = |c: char| {
        is_joined(c)
            || matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
    };
    match shape {
        '\u{200c}' | '\u{200d}' => is_joined(before) && after.is_some_and(is_joined),
        _ => text::shapes_letters(shape) && is_letter_with_forms(before) && !before.is_whitespace(),
    }
}
