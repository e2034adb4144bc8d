//! The NHS's code for a care site.

mod message;
mod surroundings;

pub use message::{OdsCodeDoubt, OdsCodeError};

use self::surroundings::{drop_words, unwrap_address};
use super::{LocationId, Mend, Repair, field, holds_managers_id};
use crate::text::{self, Draft};
use std::str::FromStr;

/// An Organisation Data Service code in capitals, such as `VLLWV`.
///
/// Care *sites* have `V` and four letters or digits or, when opened since April 2020, five characters
/// that are in turn letter, digit, letter, digit, letter (NHS England, Organisation Data Service).
/// Other codes of 3 to 9 letters and digits exist, so they are kept with a [doubt](OdsCodeDoubt) that
/// says what each is thought to be.
///
/// Within a `V` code any character may be a letter or a digit, so O and 0, I and 1 are never
/// exchanged: [`OdsCode::has_look_alikes`] tells when a person should be reminded to look twice.
///
/// ```
/// use caremail::fields::{Field, OdsCode, Mend};
///
/// let code: OdsCode = "care.vllwv@nhs.net".parse()?;
/// assert_eq!(code.as_str(), "VLLWV");
/// assert_eq!(code.repair().unwrap().mends, [Mend::Case, Mend::PastedAddress]);
/// # Ok::<(), caremail::fields::ods_code::OdsCodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OdsCode {
    written: String,
    repair: Option<Repair>,
    doubts: Vec<OdsCodeDoubt>,
}

impl OdsCode {
    /// The code as it is shown: `VLLWV`.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether the code has the shape of a care site's.
    pub fn is_site(&self) -> bool {
        self.doubts.is_empty()
    }

    /// Whether it holds O, 0, I or 1, which are easily typed for one another.
    pub fn has_look_alikes(&self) -> bool {
        self.written.chars().any(|c| matches!(c, 'O' | '0' | 'I' | '1'))
    }
}

/// Whether `typed` is a site's code of the older kind in its canonical form, without letters or digits that are
/// easily mistaken: then reading it as an [`OdsCode`] finds nothing to say. False for every other text, right or wrong.
pub fn is_plain(typed: &str) -> bool {
    let is_clear = |byte: &u8| {
        (byte.is_ascii_uppercase() || byte.is_ascii_digit()) && !matches!(byte, b'O' | b'0' | b'I' | b'1')
    };
    matches!(typed.as_bytes(), [b'V', rest @ ..] if rest.len() == 4 && rest.iter().all(is_clear))
}

impl FromStr for OdsCode {
    type Err = OdsCodeError;

    fn from_str(typed: &str) -> Result<Self, OdsCodeError> {
        let mut draft = Draft::new(typed);
        draft.remove_invisible();
        draft.plain_width();
        draft.plain_digits();
        draft.trim();
        if draft.text().is_empty() {
            return Err(OdsCodeError::Empty);
        }
        draft.uppercase();
        if holds_managers_id(draft.text()) {
            return Err(OdsCodeError::ManagerId);
        }
        if UNKNOWN.contains(&squeezed(draft.text()).as_str()) {
            return Err(OdsCodeError::Unknown);
        }
        unwrap_address(&mut draft);
        drop_words(&mut draft)?;
        draft.map(Mend::Layout, |c| (!is_layout(c)).then_some(c));

        let written = draft.text().to_owned();
        if let Some(c) = written.chars().find(|c| !c.is_ascii_alphanumeric()) {
            return Err(OdsCodeError::Character(c));
        }
        match written.len() {
            ..=2 => return Err(OdsCodeError::TooShort),
            3..=9 => {}
            _ if typed.parse::<LocationId>().is_ok() => return Err(OdsCodeError::LocationId),
            _ => return Err(OdsCodeError::TooLong),
        }
        let doubts = doubt(&written).into_iter().collect();
        Ok(OdsCode { repair: draft.into_repair(&written), written, doubts })
    }
}

field!(OdsCode, kept: written, doubts: OdsCodeDoubt);

/// What is odd in the shape of a code; nothing in a site's.
fn doubt(code: &str) -> Option<OdsCodeDoubt> {
    match code.as_bytes() {
        [b'V', _, _, _, _] => None,
        _ if is_newer_site(code) => None,
        [b'A' | b'C', _, _, _] => Some(OdsCodeDoubt::HeadOffice),
        [b'V', rest @ ..] if rest.len() == 5 && rest.iter().all(u8::is_ascii_digit) => {
            Some(OdsCodeDoubt::Dental)
        }
        [b'8', _, _, _, _] => Some(OdsCodeDoubt::NotForNhsmail),
        _ => Some(OdsCodeDoubt::Unusual { meant: newer_site_meant(code) }),
    }
}

/// Letter, digit, letter, digit, letter.
fn is_newer_site(code: &str) -> bool {
    code.len() == 5
        && code.bytes().enumerate().all(|(at, b)| match at % 2 {
            0 => b.is_ascii_uppercase(),
            _ => b.is_ascii_digit(),
        })
}

fn newer_site_meant(code: &str) -> Option<String> {
    let exchange = |(at, c)| match (at % 2, c) {
        (0, '0') => 'O',
        (0, '1') => 'I',
        (1, 'O') => '0',
        (1, 'I') => '1',
        (_, other) => other,
    };
    let meant: String = code.chars().enumerate().map(exchange).collect();
    is_newer_site(&meant).then_some(meant)
}

/// What people put who do not know the code.
const UNKNOWN: &[&str] = &[
    "UNKNOWN",
    "NONE",
    "NA",
    "NK",
    "TBC",
    "TBA",
    "PENDING",
    "NOTKNOWN",
    "UNSURE",
    "NOTSURE",
    "IMNOTSURE",
    "DONTKNOW",
    "IDONTKNOW",
    "IDONOTKNOW",
    "DONOTKNOW",
    "NOTYET",
    "WAITING",
];

/// The letters and digits of `text`, run together.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_layout(c: char) -> bool {
    c.is_whitespace()
        || text::is_dash(c)
        || text::is_apostrophe(c)
        || text::is_double_quote(c)
        || matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Doubt, Field};
    use OdsCodeError as E;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, OdsCodeError>) {
        let read = typed.parse::<OdsCode>();
        assert_eq!(read.as_ref().map(OdsCode::as_str).map_err(|e| *e), expected, "{typed:?}");
    }

    #[track_caller]
    fn doubt_id(typed: &str, expected: Option<&str>) {
        let code: OdsCode = typed.parse().unwrap();
        assert_eq!(code.doubts().first().map(Doubt::id), expected, "{typed:?}");
    }

    #[track_caller]
    fn mends(typed: &str, expected: &[Mend]) {
        let code: OdsCode = typed.parse().unwrap();
        assert_eq!(code.repair().map_or(&[][..], |r| &r.mends), expected, "{typed:?}");
    }

    #[test]
    fn site_codes_raise_no_doubt() {
        for typed in ["VLLWV", "VN6C2", "V1234", "VM00A", "G7H8J", "A1B2C", "C9D0E", "V1A2B"] {
            check(typed, Ok(typed));
            doubt_id(typed, None);
        }
    }

    #[test]
    fn each_other_shape_is_named() {
        for (typed, id) in [
            ("A1B2", "head-office"),
            ("CABC", "head-office"),
            ("V12345", "dental-practice"),
            ("8HA12", "not-for-nhsmail"),
            ("RXQ", "unusual-code"),
            ("RXQ02", "unusual-code"),
            ("VLLW", "unusual-code"),
            ("VLLWVV", "unusual-code"),
            ("V1234A", "unusual-code"),
            ("B1B2", "unusual-code"),
            ("8HA123", "unusual-code"),
            ("ABCDE1234", "unusual-code"),
            ("12345", "unusual-code"),
        ] {
            doubt_id(typed, Some(id));
        }
    }

    #[test]
    fn a_look_alike_is_suggested_only_where_one_can_stand() {
        let meant = |typed: &str| typed.parse::<OdsCode>().unwrap().doubts()[0].suggestion();
        assert_eq!(meant("G7HOJ").as_deref(), Some("G7H0J"));
        assert_eq!(meant("GIH8J").as_deref(), Some("G1H8J"));
        assert_eq!(meant("07H8J").as_deref(), Some("O7H8J"));
        assert_eq!(meant("G7HXJ"), None);
        assert_eq!(meant("RXQ"), None);
    }

    #[test]
    fn a_v_code_keeps_its_look_alikes_and_says_so() {
        for typed in ["VLLW0", "VLLWO", "V1I00"] {
            check(typed, Ok(typed));
            assert!(typed.parse::<OdsCode>().unwrap().has_look_alikes());
        }
        assert!(!"VLLWV".parse::<OdsCode>().unwrap().has_look_alikes());
    }

    #[test]
    fn one_code_is_read_however_it_is_written() {
        for typed in [
            "vllwv",
            " VLLWV ",
            "VL LWV",
            "V L L W V",
            "VLLWV.",
            "(VLLWV)",
            "'VLLWV",
            "\u{feff}VLLWV",
            "ＶＬＬＷＶ",
            "ODS code: VLLWV",
            "ODS: vllwv",
            "ods code vllwv",
            "care.vllwv@nhs.net",
            "CARE.VLLWV@NHS.NET",
            "mailto:care.vllwv@nhs.net",
            "https://www.dsptoolkit.nhs.uk/OrganisationSearch/VLLWV",
            "dsptoolkit.nhs.uk/organisationsearch/vllwv?x=1",
            "https://www.dsptoolkit.nhs.uk/OrganisationSearch?searchValue=VLLWV",
            "The Limes <care.vllwv@nhs.net>",
            "Our ODS code is VLLWV",
            "VLLWV (ODS code)",
            "VLLWV ODS",
        ] {
            check(typed, Ok("VLLWV"));
        }
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("VLLWV", &[]);
        mends("vllwv", &[Mend::Case]);
        mends("VL LWV", &[Mend::Layout]);
        mends("ODS: VLLWV", &[Mend::SurroundingText]);
    }

    #[test]
    fn a_wrong_code_is_told_what_is_wrong() {
        check("", Err(E::Empty));
        check("\u{200b}", Err(E::Empty));
        check("-", Err(E::TooShort));
        check("VL", Err(E::TooShort));
        check("ABCDE12345", Err(E::TooLong));
        for typed in ["I do not know", "unknown", "TBC", "n/a", "don’t know", "Not known"] {
            check(typed, Err(E::Unknown));
        }
        check("1-125856395", Err(E::LocationId));
        check("CQC 1-125856395", Err(E::LocationId));
        for typed in ["CON1-12345", "con 1-1234", "Con ID: 1-123456"] {
            check(typed, Err(E::ManagerId));
        }
        for typed in ["The Limes VLLWV", "Vale Care Home", "Villa Care Home"] {
            check(typed, Err(E::Words));
        }
        check("VLLWÉ", Err(E::Character('É')));
        check("anna@nhs.net", Err(E::Character('@')));
        check("VLLWV VN6C2", Err(E::TwoCodes));
        check("VLLWV, VN6C2", Err(E::TwoCodes));
        check("VLLWV/VN6C2", Err(E::TwoCodes));
        check("VLLWV A1B2", Err(E::TwoCodes));
        check("A1B2 C3D4", Err(E::TwoCodes));
    }

    #[test]
    fn a_code_that_no_word_can_be_is_taken_out_of_the_words_around_it() {
        check("The Limes, VN6C2", Ok("VN6C2"));
        check("g7h8j - The Limes", Ok("G7H8J"));
        check("VN6C2 / VN6C2 The Limes", Ok("VN6C2"));
        check("HQ A1B2", Ok("A1B2"));
        mends("THE LIMES, VN6C2", &[Mend::SurroundingText]);
    }

    #[test]
    fn ods_alone_may_be_a_code() {
        check("ODS", Ok("ODS"));
    }
}
