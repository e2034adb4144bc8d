//! The NHS's code for a care site.

mod message;
mod surroundings;

pub use message::{OdsCodeDoubt, OdsCodeError};

use self::surroundings::{drop_words, unwrap_address};
use super::secret::{Secret, secret_in_location_id};
use super::{LocationId, Mend, Repair, field};
use crate::text::{self, Draft};
use std::str::FromStr;

/// An Organisation Data Service code in capitals, such as `VM9X7`.
///
/// Care *sites* have `V` and four letters or digits (Digital Care Hub). In all 728 that were read in CQC's data
/// of April 2021 the second character is L, M or N, and the last three are never B, I, O, S, U or Z: in a code
/// of that shape, O is 0, I is 1, S is 5, Z is 2 and B is 8, which is mended and shown. Codes given since April
/// 2020 may be letter, digit, letter, digit, letter (NHS England, Organisation Data Service). Others of 3 to 9
/// letters and digits exist and may come, so they are kept with a [doubt](OdsCodeDoubt) that says what each
/// is thought to be.
///
/// ```
/// use caremail::fields::{Field, OdsCode, Mend};
///
/// let code: OdsCode = "care.vm9x7@nhs.net".parse()?;
/// assert_eq!(code.as_str(), "VM9X7");
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
    /// The code as it is shown: `VM9X7`.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether the code has the shape of a care site's.
    pub fn is_site(&self) -> bool {
        self.doubts.is_empty()
    }
}

/// Whether `typed` is a care site's code in its canonical form, as all that were published are: then reading it as an [`OdsCode`] finds nothing to say. False for every other text, right or wrong.
pub fn is_plain(typed: &str) -> bool {
    let is_clear =
        |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() && !b"BIOSUZ".contains(byte);
    matches!(typed.as_bytes(), [b'V', b'L' | b'M' | b'N', rest @ ..] if rest.len() == 3 && rest.iter().all(is_clear))
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
        if secret_in_location_id(draft.text()) == Some(Secret::ManagersId) {
            return Err(OdsCodeError::ManagerId);
        }
        if UNKNOWN.contains(&squeezed(draft.text()).as_str()) {
            return Err(OdsCodeError::Unknown);
        }
        unwrap_address(&mut draft);
        drop_words(&mut draft)?;
        draft.map(Mend::Layout, |c| (!is_layout(c)).then_some(c));

        if let Some(code) = care_code(draft.text()) {
            draft.replace(code, Mend::LookAlike);
        }
        let written = draft.text().to_owned();
        if let Some(c) = written.chars().find(|c| !c.is_ascii_alphanumeric()) {
            return Err(OdsCodeError::Character(c));
        }
        if secret_in_location_id(&written) == Some(Secret::ManagersId) {
            return Err(OdsCodeError::ManagerId);
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
        _ if site_code(code).is_some() => None,
        [b'A' | b'C', _, _, _] => Some(OdsCodeDoubt::HeadOffice),
        [b'V', rest @ ..] if rest.len() == 5 && rest.iter().all(u8::is_ascii_digit) => {
            Some(OdsCodeDoubt::Dental)
        }
        [b'8', _, _, _, _] => Some(OdsCodeDoubt::NotForNhsmail),
        _ => Some(OdsCodeDoubt::Unusual { meant: site_meant(code) }),
    }
}

/// The site's code that `text` is, with its look-alikes mended; `None` where it has not the shape of one.
fn site_code(text: &str) -> Option<String> {
    if is_newer_site(text) { Some(text.to_owned()) } else { care_code(text) }
}

/// `V`, then L, M or N, then three characters of which none is B, I, O, S, U or Z: with each look-alike of a
/// digit as that digit.
fn care_code(text: &str) -> Option<String> {
    let mut letters = text.chars();
    let begins = matches!((letters.next(), letters.next()), (Some('V'), Some('L' | 'M' | 'N')));
    if !begins || text.len() != 5 {
        return None;
    }
    let last_three = letters.map(|c| match c {
        'O' => Some('0'),
        'I' => Some('1'),
        'Z' => Some('2'),
        'S' => Some('5'),
        'B' => Some('8'),
        'U' => None,
        _ => c.is_ascii_alphanumeric().then_some(c),
    });
    text.chars().take(2).map(Some).chain(last_three).collect()
}

/// Letter, digit, letter, digit, letter.
fn is_newer_site(code: &str) -> bool {
    code.len() == 5
        && code.bytes().enumerate().all(|(at, b)| match at % 2 {
            0 => b.is_ascii_uppercase(),
            _ => b.is_ascii_digit(),
        })
}

/// The code that was probably meant: 1 or I for the L behind the V, or a look-alike in a newer code.
fn site_meant(code: &str) -> Option<String> {
    let after = code.strip_prefix("V1").or_else(|| code.strip_prefix("VI"));
    let care = after.and_then(|rest| care_code(&format!("VL{rest}")));
    match (care, newer_site_meant(code)) {
        (Some(_), Some(_)) => None,
        (care, newer) => care.or(newer),
    }
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
        for typed in ["VM9X7", "VN6C2", "VL123", "VM00A", "G7H8J", "A1B2C", "C9D0E", "V1A2B"] {
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
            ("VM9X7V", "unusual-code"),
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
    fn look_alikes_in_a_v_code_are_mended_and_shown() {
        for (typed, code) in [
            ("VLOIS", "VL015"),
            ("vnzb0", "VN280"),
            ("VM9XO", "VM9X0"),
            ("The Limes, VMI2S", "VM125"),
            ("care.vm9xo@nhs.net", "VM9X0"),
        ] {
            check(typed, Ok(code));
            let read: OdsCode = typed.parse().unwrap();
            assert!(read.repair().unwrap().mends.contains(&Mend::LookAlike), "{typed}");
            assert!(!read.repair().unwrap().is_only_layout(), "{typed}");
            doubt_id(typed, None);
        }
        // Of another shape than those known: nothing is changed, only asked.
        for typed in ["VPO12", "VMO1", "VMO123", "V1S2B", "VMO1U"] {
            check(typed, Ok(typed));
        }
    }

    #[test]
    fn a_1_or_i_for_the_l_behind_the_v_is_asked_about() {
        let meant = |typed: &str| typed.parse::<OdsCode>().unwrap().doubts()[0].suggestion();
        assert_eq!(meant("V19X7").as_deref(), Some("VL9X7"));
        assert_eq!(meant("VI9XO").as_deref(), Some("VL9X0"));
        // VLA28, or V1A2B.
        assert_eq!(meant("VIA2B"), None);
        assert_eq!(meant("VP9X7"), None);
    }

    #[test]
    fn every_code_of_the_known_shape_is_itself_and_none_other_is_mended_to_one() {
        let all: Vec<char> = ('0'..='9').chain('A'..='Z').collect();
        for second in ['L', 'M', 'N', 'P', '1'] {
            for third in &all {
                for last in &all {
                    let typed = format!("V{second}{third}4{last}");
                    let code: OdsCode = typed.parse().unwrap();
                    let has_look_alike = typed[2..].contains(['B', 'I', 'O', 'S', 'Z']);
                    let is_known = "LMN".contains(second) && !typed.contains('U');
                    assert_eq!(code.repair().is_some(), is_known && has_look_alike, "{typed}");
                    assert_eq!(code.is_site(), is_known || is_newer_site(&typed), "{typed}");
                    if is_known {
                        assert!(!code.as_str()[2..].contains(['B', 'I', 'O', 'S', 'U', 'Z']), "{typed}");
                    }
                }
            }
        }
    }

    #[test]
    fn one_code_is_read_however_it_is_written() {
        for typed in [
            "vm9x7",
            " VM9X7 ",
            "VM 9X7",
            "V M 9 X 7",
            "VM9X7.",
            "(VM9X7)",
            "'VM9X7",
            "\u{feff}VM9X7",
            "ＶＭ９Ｘ７",
            "ODS code: VM9X7",
            "ODS: vm9x7",
            "ods code vm9x7",
            "care.vm9x7@nhs.net",
            "CARE.VM9X7@NHS.NET",
            "mailto:care.vm9x7@nhs.net",
            "https://www.dsptoolkit.nhs.uk/OrganisationSearch/VM9X7",
            "dsptoolkit.nhs.uk/organisationsearch/vm9x7?x=1",
            "https://www.dsptoolkit.nhs.uk/OrganisationSearch?searchValue=VM9X7",
            "The Limes <care.vm9x7@nhs.net>",
            "Our ODS code is VM9X7",
            "VM9X7 (ODS code)",
            "VM9X7 ODS",
        ] {
            check(typed, Ok("VM9X7"));
        }
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("VM9X7", &[]);
        mends("vm9x7", &[Mend::Case]);
        mends("VM 9X7", &[Mend::Layout]);
        mends("ODS: VM9X7", &[Mend::SurroundingText]);
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
        check("1-123456789", Err(E::LocationId));
        check("CQC 1-123456789", Err(E::LocationId));
        for typed in ["CON1-12345", "con 1-1234", "Con ID: 1-123456"] {
            check(typed, Err(E::ManagerId));
        }
        for typed in ["The Limes VMLWX", "Vale Care Home", "Villa Care Home"] {
            check(typed, Err(E::Words));
        }
        check("VM9XÉ", Err(E::Character('É')));
        check("anna@nhs.net", Err(E::Character('@')));
        check("VM9X7 VN6C2", Err(E::TwoCodes));
        check("VM9X7, VN6C2", Err(E::TwoCodes));
        check("VM9X7/VN6C2", Err(E::TwoCodes));
        check("VMLWX A1B2", Err(E::TwoCodes));
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
