//! The number CQC gives to each place a provider works from.

use super::{Doubt, FieldError, Mend, Repair, field, holds_managers_id};
use crate::text::Draft;
use std::error::Error;
use std::fmt::{self, Display};
use std::str::FromStr;

/// A CQC Location ID: `1-` and digits, such as `1-125856395`.
///
/// CQC publishes no rule. In its care directory 9, 10 and 11 digits are all in use
/// (1-125856395, 1-2624556588, 1-11817828876); 8 or 12 are kept with a [doubt](LocationIdDoubt).
///
/// A *Provider* ID looks just the same, so one typed without any word or address that says so cannot
/// be told apart here: only CQC's own list can.
///
/// Without its dash an ID is refused, not mended: `1125856395` may be `1-125856395` or
/// `1-1125856395`.
///
/// ```
/// use caremail::fields::{Field, LocationId, Mend};
///
/// let id: LocationId = "https://www.cqc.org.uk/location/1-125856395/reports".parse()?;
/// assert_eq!(id.as_str(), "1-125856395");
/// assert_eq!(id.repair().unwrap().mends, [Mend::PastedAddress]);
/// # Ok::<(), caremail::fields::location_id::LocationIdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocationId {
    written: String,
    repair: Option<Repair>,
    doubts: Vec<LocationIdDoubt>,
}

impl LocationId {
    /// The ID as it is shown: `1-125856395`.
    pub fn as_str(&self) -> &str {
        &self.written
    }
}

impl FromStr for LocationId {
    type Err = LocationIdError;

    fn from_str(typed: &str) -> Result<Self, LocationIdError> {
        let mut draft = Draft::new(typed);
        draft.remove_invisible();
        draft.plain_width();
        draft.plain_digits();
        draft.plain_dashes();
        draft.trim();
        if draft.text().is_empty() {
            return Err(LocationIdError::Empty);
        }
        let lower = draft.text().to_ascii_lowercase();
        if holds_managers_id(&lower) {
            return Err(LocationIdError::ManagerId);
        }
        let digits = match id_in_address(&lower)? {
            Some(digits) => {
                draft.note(Mend::PastedAddress);
                digits
            }
            None => match digits_in_parts(&lower) {
                Some((digits, is_doubled)) => {
                    if is_doubled {
                        draft.note(Mend::SurroundingText);
                    }
                    digits
                }
                None => {
                    let found = only_id(&lower)?;
                    if let Some(of_another) = whose(&lower, found.start) {
                        return Err(of_another);
                    }
                    // Words and all, or an address of another kind, or only a full stop.
                    draft.note(match lower.contains(char::is_alphabetic) {
                        true if lower.contains("cqc.org.uk/") => Mend::PastedAddress,
                        true => Mend::SurroundingText,
                        false => Mend::Layout,
                    });
                    found.digits
                }
            },
        };
        let doubt = match digits.len() {
            9..=11 => None,
            8 | 12 => Some(LocationIdDoubt::UnusualLength { digits: digits.len() }),
            count => return Err(LocationIdError::WrongLength { digits: count }),
        };
        let written = format!("1-{digits}");
        Ok(LocationId { repair: draft.into_repair(&written), written, doubts: doubt.into_iter().collect() })
    }
}

field!(LocationId, kept: written, doubts: LocationIdDoubt);

/// Why a box holds no Location ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocationIdError {
    /// Nothing was typed.
    Empty,
    /// The address or the words say that it is the provider's own ID.
    ProviderId,
    /// It is the registered manager's ID, `CON1-…`, which works as a password.
    ManagerId,
    /// More than one ID in the box.
    TwoIds,
    /// Digits with no dash after the first.
    NoDash,
    /// Too few digits after `1-`, or too many.
    WrongLength {
        /// How many digits there are after `1-`.
        digits: usize,
    },
    /// Nothing in it looks like a Location ID.
    NotAnId,
}

impl Display for LocationIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter the CQC Location ID, like 1-125856395.",
            Self::ProviderId => {
                "This is the Provider ID. Open the location's own page on the CQC website \
                 and copy the ID at the end of its address."
            }
            Self::ManagerId => {
                "This is the manager's ID, which works as a password. Take it out and enter \
                 the Location ID, like 1-125856395."
            }
            Self::TwoIds => "There is more than one ID in this box. Give the one of this site.",
            Self::NoDash => "Enter the Location ID with its dash, like 1-125856395.",
            Self::WrongLength { digits } => {
                return write!(
                    f,
                    "A Location ID has 9 to 11 digits after 1-, and this one has {digits}. \
                     Check it on the CQC website."
                );
            }
            Self::NotAnId => {
                "A Location ID is 1, a dash and 9 to 11 digits, like 1-125856395. \
                 Find it at the end of the address of the location's page on the CQC website."
            }
        })
    }
}

impl Error for LocationIdError {}

impl FieldError for LocationIdError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about a Location ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocationIdDoubt {
    /// 8 or 12 digits after `1-`.
    UnusualLength {
        /// How many digits there are after `1-`.
        digits: usize,
    },
}

impl Display for LocationIdDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::UnusualLength { digits } = self;
        write!(
            f,
            "Most Location IDs have 9 to 11 digits after 1-, and this one has {digits}. \
             Check it on the CQC website."
        )
    }
}

impl Doubt for LocationIdDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::UnusualLength { .. } => "unusual-length",
        }
    }
}

/// The ID behind `/location/` in a pasted address; CQC's data service writes `/locations/`.
fn id_in_address(lower: &str) -> Result<Option<String>, LocationIdError> {
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
/// three: `1 - 125 856 395`. More digits behind a whole ID, or in groups of another kind, may be something else.
/// Also, whether the 1- stood there twice, as where a form had printed it already: `1-1-125856395`.
fn digits_in_parts(lower: &str) -> Option<(String, bool)> {
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

/// An ID found among other text.
#[derive(PartialEq)]
struct Found {
    start: usize,
    digits: String,
}

fn only_id(lower: &str) -> Result<Found, LocationIdError> {
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

/// Whose ID it is by the words around it, if not the location's: "Provider ID 1-101668135", "Manager ID
/// 1-1234567", `cqc.org.uk/provider/1-101668135`. The last such word before it counts, or else any after it.
fn whose(lower: &str, start: usize) -> Option<LocationIdError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;
    use LocationIdError as E;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, LocationIdError>) {
        let read = typed.parse::<LocationId>();
        assert_eq!(read.as_ref().map(LocationId::as_str).map_err(|e| *e), expected, "{typed:?}");
    }

    #[track_caller]
    fn mends(typed: &str, expected: &[Mend]) {
        let id: LocationId = typed.parse().unwrap();
        assert_eq!(id.repair().map_or(&[][..], |r| &r.mends), expected, "{typed:?}");
    }

    #[test]
    fn nine_ten_and_eleven_digits_are_all_in_use() {
        for typed in ["1-125856395", "1-2624556588", "1-11817828876"] {
            check(typed, Ok(typed));
            mends(typed, &[]);
            assert!(typed.parse::<LocationId>().unwrap().doubts().is_empty());
        }
    }

    #[test]
    fn one_id_is_read_however_it_is_written() {
        for typed in [
            " 1-125856395 ",
            "1 - 125856395",
            "1–125856395",
            "1—125856395",
            "1\u{2011}125856395",
            "1−125856395",
            "1 125856395",
            "1--125856395",
            "1-125 856 395",
            "1-125-856-395",
            "１－１２５８５６３９５",
            "1-\u{200b}125856395",
            "Location ID: 1-125856395",
            "CQC location ID 1-125856395.",
            "(1-125856395)",
            "1-125856395, The Limes",
            "The Limes 1-125856395 LN1 1AA",
            "cqc.org.uk/location/1-125856395",
            "https://www.cqc.org.uk/location/1-125856395",
            "http://www.cqc.org.uk/location/1-125856395/",
            "https://www.cqc.org.uk/location/1-125856395/reports",
            "https://www.cqc.org.uk/location/1-125856395?referer=widget3",
            "https://www.cqc.org.uk/location/1-125856395#accordion-1",
            "HTTPS://WWW.CQC.ORG.UK/LOCATION/1-125856395",
            "<https://www.cqc.org.uk/location/1-125856395>",
            "See https://www.cqc.org.uk/location/1-125856395?x=/provider/1-101668135",
            "https://api.service.cqc.org.uk/public/v1/locations/1-125856395",
            "https://www.cqc.org.uk/directory/1-125856395",
            "Acme Care Provider Ltd, location 1-125856395",
            "1-125856395 / 1-125856395",
            "1-1-125856395",
            "Registered manager Jo, location 1-125856395",
            "The Limes, registered manager Jo, 1-125856395",
            "1-125856395, contact: Jo, manager",
            "Falcon House 1-125856395",
        ] {
            check(typed, Ok("1-125856395"));
        }
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("1–125856395", &[Mend::Layout]);
        mends("Location ID: 1-125856395", &[Mend::SurroundingText]);
        mends("cqc.org.uk/location/1-125856395", &[Mend::PastedAddress]);
        mends("1-12585639５", &[Mend::Digits]);
        mends("1-125856395.", &[Mend::Layout]);
        mends("'1-125856395", &[Mend::Layout]);
        mends("https://www.cqc.org.uk/directory/1-125856395", &[Mend::PastedAddress]);
        mends("1-1-125856395", &[Mend::SurroundingText]);
    }

    #[test]
    fn a_wrong_id_is_told_what_is_wrong() {
        check("", Err(E::Empty));
        check("\u{a0}\u{200b}", Err(E::Empty));
        check("https://www.cqc.org.uk/provider/1-101668135", Err(E::ProviderId));
        check("cqc.org.uk/provider/1-101668135/services", Err(E::ProviderId));
        check("cqc.org.uk/provider/RXX", Err(E::ProviderId));
        check("Provider ID 1-101668135", Err(E::ProviderId));
        check("1-101668135 (provider)", Err(E::ProviderId));
        check("CON1-1234567890", Err(E::ManagerId));
        check("con1-123456789", Err(E::ManagerId));
        for typed in [
            "CON 1-1234567890",
            "CON-1-1234567890",
            "Con ID: 1-1234567890",
            "Manager ID 1-1234567890",
            "Registered manager's ID: 1-1234567890",
            "CQC manager’s ID 1-1234567890",
            "1-1234567890 (manager ID)",
            "Contact ID 1-1234567890",
            "Location 1-125856395, CON1-1234567890",
        ] {
            check(typed, Err(E::ManagerId));
        }
        check("1-125856395 1-125856396", Err(E::TwoIds));
        check("1-125856395, 1-2624556588", Err(E::TwoIds));
        check("Provider 1-101668135 location 1-125856395", Err(E::TwoIds));
        check("/location/1-125856395 /location/1-125856396", Err(E::TwoIds));
        check("/location/1-12585639x5", Err(E::NotAnId));
        check("1125856395", Err(E::NoDash));
        check("125856395", Err(E::NoDash));
        check("1-1234567", Err(E::WrongLength { digits: 7 }));
        check("1-1234567890123", Err(E::WrongLength { digits: 13 }));
        check("cqc.org.uk/location/1-1", Err(E::WrongLength { digits: 1 }));
        for other in [
            "2-125856395",
            "The Limes",
            "VLLWV",
            "1-12585639A",
            "A1-125856395",
            "1.12586E+11",
            "1-",
            "-",
            "Jan-25",
            "12-125856395",
            "cqc.org.uk/location/RXQ02",
            "1-125856395-2 High Street",
            "1-125-856-395-12",
            "1-1258-56395-01",
        ] {
            check(other, Err(E::NotAnId));
        }
    }

    #[test]
    fn eight_or_twelve_digits_are_a_doubt() {
        for (typed, digits) in [("1-12345678", 8), ("1-123456789012", 12)] {
            let id: LocationId = typed.parse().unwrap();
            assert_eq!(id.doubts(), [LocationIdDoubt::UnusualLength { digits }]);
        }
    }

    #[test]
    fn digits_behind_a_whole_id_are_not_drawn_into_it() {
        check("1-125856395 2", Ok("1-125856395"));
    }
}
