//! What stands around a code that was pasted: an address, or words.

use super::{OdsCodeError, is_layout, site_code, squeezed};
use crate::fields::Mend;
use crate::text::Draft;

/// What stands before the code, and behind it, in the site's shared mailbox, in the address of its page in
/// the Data Security and Protection Toolkit, and in those of two searches.
const ADDRESSES: [(&str, &str); 4] =
    [("CARE.", "@NHS.NET"), ("/ORGANISATIONSEARCH/", ""), ("SEARCHVALUE=", ""), ("ENTITYID=", "")];

/// Takes the code out of `care.<code>@nhs.net`, or out of the address of a page about the site.
pub(super) fn unwrap_address(draft: &mut Draft) {
    let text = draft.text();
    let code = ADDRESSES.into_iter().find_map(|(before, after)| {
        let (_, rest) = text.split_once(before)?;
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (code, behind) = rest.split_at_checked(end)?;
        (!code.is_empty() && behind.starts_with(after)).then_some(code)
    });
    if let Some(code) = code {
        draft.replace(code.to_owned(), Mend::PastedAddress);
    }
}

/// Words that say no more than that a code comes.
const LABELS: &[&str] = &["ODS", "CODE", "SITE", "HQ", "IS", "THE", "OUR", "NHS", "CQC"];

/// Leaves the code alone of the words it stands among, where there is no doubt which it is. A code that
/// was typed with spaces between its characters stays as it is.
pub(super) fn drop_words(draft: &mut Draft) -> Result<(), OdsCodeError> {
    let separates = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '&' | '+' | ':' | '=');
    let words = || draft.text().split(separates).map(|word| word.trim_matches(is_layout));
    let is_more = |word: &&str| !word.is_empty() && !LABELS.contains(word);
    let mut more = words().filter(is_more);
    let (Some(only), second) = (more.next(), more.next()) else { return Ok(()) };
    let code = if second.is_none() {
        Some(only).filter(|only| only.len() < squeezed(draft.text()).len())
    } else {
        let mut sites = words().filter(|word| site_code(word).is_some());
        let site = sites.next();
        if sites.any(|other| site_code(other) != site.and_then(site_code)) {
            return Err(OdsCodeError::TwoCodes);
        }
        // A word of five letters that starts with V may be no code: it is not guessed.
        let has_digit = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        let mut long = words().filter(|word| is_more(word) && word.len() >= 4);
        match (site.filter(|site| has_digit(site)), long.next(), long.next()) {
            (None, Some(one), Some(other)) if has_digit(one) || has_digit(other) => {
                return Err(OdsCodeError::TwoCodes);
            }
            (None, _, Some(_)) => return Err(OdsCodeError::Words),
            (None, ..) if squeezed(draft.text()).len() > 9 => return Err(OdsCodeError::Words),
            (code, ..) => code,
        }
    };
    if let Some(code) = code.map(str::to_owned) {
        draft.replace(code, Mend::SurroundingText);
    }
    Ok(())
}
