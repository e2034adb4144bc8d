//! An ID among other text: an address, words, or the ID of somebody else.

use super::LocationIdError;

/// The ID behind `/location/` in a pasted address; CQC's data service writes `/locations/`.
pub(super) fn id_in_address(lower: &str) -> Result<Option<String>, LocationIdError> {
    let mut ids = Vec::new();
    for page in ["/location/", "/locations/"] {
        let after = lower.split(page).skip(1);
        ids.extend(after.map(|after| id_at(after, 0).map(|found| found.digits)));
    }
    let mut ids = ids.into_iter();
    let Some(first) = ids.next() else {
        return Ok(None);
    };
    let first = first.ok_or(LocationIdError::NotAnId)?;
    match ids.flatten().all(|other| other == first) {
        true => Ok(Some(first)),
        false => Err(LocationIdError::TwoIds),
    }
}

fn leading_digits(text: &str) -> String {
    text.chars().take_while(char::is_ascii_digit).collect()
}

/// The digits after the first when the text is nothing but digits, dashes and spaces, at most in groups of
/// three: `1 - 123 456 789`. More digits behind a whole ID, or in groups of another kind, may be something else.
/// Also whether the 1- is there twice, because the form had it printed: `1-1-123456789`.
pub(super) fn digits_in_parts(lower: &str) -> Option<(String, bool)> {
    let separates = |c: char| c == '-' || c == '_' || c.is_whitespace();
    if !lower.chars().all(|c| c.is_ascii_digit() || separates(c)) {
        return None;
    }
    let mut parts = lower.split(separates).filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    let rest: Vec<&str> = parts.collect();
    match (first, second, rest.as_slice()) {
        ("1", "1", [whole]) if whole.len() >= 9 => Some(((*whole).to_owned(), true)),
        ("1", digits, []) => Some((digits.to_owned(), false)),
        ("1", start, rest) if start.len() <= 4 && start != "1" && rest.iter().all(|part| part.len() == 3) => {
            Some((format!("{start}{}", rest.concat()), false))
        }
        _ => None,
    }
}

/// An ID and its place in the text.
#[derive(PartialEq)]
pub(super) struct Found {
    /// Where its 1 stands, in bytes.
    pub start: usize,
    /// The digits behind `1-`.
    pub digits: String,
}

/// The one ID in the text.
pub(super) fn only_id(lower: &str) -> Result<Found, LocationIdError> {
    let mut ids = lower.match_indices('1').filter_map(|(start, _)| id_at(lower, start));
    let first = ids.next().ok_or_else(|| {
        let digits = lower.trim();
        let is_number = digits.len() >= 9 && digits.bytes().all(|b| b.is_ascii_digit());
        match (is_number, lower.contains("/provider")) {
            (true, _) => LocationIdError::NoDash,
            (_, true) => LocationIdError::ProviderId,
            _ => LocationIdError::NotAnId,
        }
    })?;
    match ids.all(|other| other.digits == first.digits) {
        true => Ok(first),
        false => Err(LocationIdError::TwoIds),
    }
}

/// The ID that starts here with its 1, unless it is a piece of a longer word or number.
fn id_at(lower: &str, start: usize) -> Option<Found> {
    let ends_word = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let (before, here) = lower.split_at_checked(start)?;
    if !ends_word(before.chars().next_back()) {
        return None;
    }
    let rest = here.strip_prefix('1')?.trim_start().strip_prefix('-')?.trim_start();
    let digits = leading_digits(rest);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit()).chars().next();
    (!digits.is_empty() && ends_word(after)).then_some(Found { start, digits })
}

/// Whose ID it is by the words around it, if not the location's: "Provider ID 1-101234567", "Manager ID
/// 1-1234567", `cqc.org.uk/provider/1-101234567`. The last such word before it counts, or else any after it.
pub(super) fn whose(lower: &str, start: usize) -> Option<LocationIdError> {
    let (before, after) = lower.split_at_checked(start)?;
    let words = [
        ("location", None),
        ("provider", Some(LocationIdError::ProviderId)),
        ("manager id", Some(LocationIdError::ManagerId)),
        ("manager's id", Some(LocationIdError::ManagerId)),
        ("manager’s id", Some(LocationIdError::ManagerId)),
        ("contact id", Some(LocationIdError::ManagerId)),
    ];
    let mut last = None;
    for (word, whose) in words {
        if let Some(at) = before.rfind(word)
            && last.is_none_or(|(last, _)| at > last)
        {
            last = Some((at, whose));
        }
    }
    match last {
        Some((_, whose)) => whose,
        None => words.into_iter().find(|(word, _)| after.contains(word)).and_then(|(_, whose)| whose),
    }
}
