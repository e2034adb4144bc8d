//! The number CQC gives to each place a provider works from.

mod message;
mod search;

pub use message::{LocationIdDoubt, LocationIdError};

use self::search::{digits_in_parts, id_in_address, only_id, whose};
use super::secret::{Secret, secret_in_location_id};
use super::{Mend, Repair, field};
use crate::text::Draft;
use std::str::FromStr;

/// A CQC Location ID: `1-` and digits, such as `1-123456789`.
///
/// CQC publishes no rule. In its care directory 9, 10 and 11 digits are all in use
/// (1-123456789, 1-2345678901, 1-12345678901); 8 or 12 are kept with a [doubt](LocationIdDoubt).
///
/// A *Provider* ID looks just the same, so one typed without any word or address that says so cannot
/// be told apart here: only CQC's own list can.
///
/// Without its dash an ID is refused, not mended: `1123456789` may be `1-123456789` or
/// `1-1123456789`.
///
/// ```
/// use caremail::fields::{Field, LocationId, Mend};
///
/// let id: LocationId = "https://www.cqc.org.uk/location/1-123456789/reports".parse()?;
/// assert_eq!(id.as_str(), "1-123456789");
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
    /// The ID as it is shown: `1-123456789`.
    pub fn as_str(&self) -> &str {
        &self.written
    }
}

/// Whether `typed` is an ID in its canonical form, of a length in use: then reading it as a [`LocationId`] finds
/// nothing to say. False for every other text, right or wrong.
pub fn is_plain(typed: &str) -> bool {
    let digits = typed.strip_prefix("1-").unwrap_or_default();
    (9..=11).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
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
        if secret_in_location_id(draft.text()) == Some(Secret::ManagersId) {
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
        for typed in ["1-123456789", "1-2345678901", "1-12345678901"] {
            check(typed, Ok(typed));
            mends(typed, &[]);
            assert!(typed.parse::<LocationId>().unwrap().doubts().is_empty());
        }
    }

    #[test]
    fn one_id_is_read_however_it_is_written() {
        for typed in [
            " 1-123456789 ",
            "1 - 123456789",
            "1–123456789",
            "1—123456789",
            "1\u{2011}123456789",
            "1−123456789",
            "1 123456789",
            "1--123456789",
            "1-123 456 789",
            "1-123-456-789",
            "１－１２３４５６７８９",
            "1-\u{200b}123456789",
            "Location ID: 1-123456789",
            "CQC location ID 1-123456789.",
            "(1-123456789)",
            "1-123456789, The Limes",
            "The Limes 1-123456789 LN1 1AA",
            "cqc.org.uk/location/1-123456789",
            "https://www.cqc.org.uk/location/1-123456789",
            "http://www.cqc.org.uk/location/1-123456789/",
            "https://www.cqc.org.uk/location/1-123456789/reports",
            "https://www.cqc.org.uk/location/1-123456789?referer=widget3",
            "https://www.cqc.org.uk/location/1-123456789#accordion-1",
            "HTTPS://WWW.CQC.ORG.UK/LOCATION/1-123456789",
            "<https://www.cqc.org.uk/location/1-123456789>",
            "See https://www.cqc.org.uk/location/1-123456789?x=/provider/1-101234567",
            "https://api.service.cqc.org.uk/public/v1/locations/1-123456789",
            "https://www.cqc.org.uk/directory/1-123456789",
            "Acme Care Provider Ltd, location 1-123456789",
            "1-123456789 / 1-123456789",
            "1-1-123456789",
            "Registered manager Jo, location 1-123456789",
            "The Limes, registered manager Jo, 1-123456789",
            "1-123456789, contact: Jo, manager",
            "Falcon House 1-123456789",
        ] {
            check(typed, Ok("1-123456789"));
        }
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("1–123456789", &[Mend::Layout]);
        mends("Location ID: 1-123456789", &[Mend::SurroundingText]);
        mends("cqc.org.uk/location/1-123456789", &[Mend::PastedAddress]);
        mends("1-12345678９", &[Mend::Digits]);
        mends("1-123456789.", &[Mend::Layout]);
        mends("'1-123456789", &[Mend::Layout]);
        mends("https://www.cqc.org.uk/directory/1-123456789", &[Mend::PastedAddress]);
        mends("1-1-123456789", &[Mend::SurroundingText]);
    }

    #[test]
    fn a_wrong_id_is_told_what_is_wrong() {
        check("", Err(E::Empty));
        check("\u{a0}\u{200b}", Err(E::Empty));
        check("https://www.cqc.org.uk/provider/1-101234567", Err(E::ProviderId));
        check("cqc.org.uk/provider/1-101234567/services", Err(E::ProviderId));
        check("cqc.org.uk/provider/RXX", Err(E::ProviderId));
        check("Provider ID 1-101234567", Err(E::ProviderId));
        check("1-101234567 (provider)", Err(E::ProviderId));
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
            "Location 1-123456789, CON1-1234567890",
        ] {
            check(typed, Err(E::ManagerId));
        }
        check("1-123456789 1-123456780", Err(E::TwoIds));
        check("1-123456789, 1-2345678901", Err(E::TwoIds));
        check("Provider 1-101234567 location 1-123456789", Err(E::TwoIds));
        check("/location/1-123456789 /location/1-123456780", Err(E::TwoIds));
        check("/location/1-12345678x9", Err(E::NotAnId));
        check("1123456789", Err(E::NoDash));
        check("123456789", Err(E::NoDash));
        check("1-1234567", Err(E::WrongLength { digits: 7 }));
        check("1-1234567890123", Err(E::WrongLength { digits: 13 }));
        check("cqc.org.uk/location/1-1", Err(E::WrongLength { digits: 1 }));
        for other in [
            "2-123456789",
            "The Limes",
            "VLLWV",
            "1-12345678A",
            "A1-123456789",
            "1.12346E+11",
            "1-",
            "-",
            "Jan-25",
            "12-123456789",
            "cqc.org.uk/location/RXQ02",
            "1-123456789-2 High Street",
            "1-123-456-789-12",
            "1-1234-56789-01",
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
        check("1-123456789 2", Ok("1-123456789"));
    }
}
