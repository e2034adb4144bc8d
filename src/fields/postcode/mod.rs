//! The postcode of a site, as registered with CQC.

mod area;
mod message;
mod parts;

pub use area::Nation;
pub use message::{PostcodeDoubt, PostcodeError};

use self::area::nation;
use self::parts::parse_parts;
use super::{Mend, Repair, field};
use crate::text::Draft;
use std::str::FromStr;

/// A UK postcode, kept in capitals with one space: `LN1 1AA`.
///
/// Its area is a real one, and its shape is the one GOV.UK Notify checks (notifications-utils,
/// `recipient_validation/postal_address.py`): a digit, perhaps a digit or letter, then a digit and
/// two letters that are never C, I, K, M, O or V. That a postcode has the shape does not mean that
/// mail is delivered to it. Girobank's `GIR 0AA` and forces' numbers such as `BFPO 61` are read too.
///
/// A letter O or I is mended where no letter can stand, and 0 or 1 where no digit can. `S01 4AA`
/// is read as `SO1 4AA`: no two-figure district starts with 0 (Royal Mail).
///
/// ```
/// use caremail::fields::{Field, Mend, Postcode};
///
/// let postcode: Postcode = "ln1 iaa".parse()?;
/// assert_eq!(postcode.as_str(), "LN1 1AA");
/// assert_eq!(postcode.repair().unwrap().mends, [Mend::Case, Mend::LookAlike]);
/// # Ok::<(), caremail::fields::postcode::PostcodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postcode {
    written: String,
    repair: Option<Repair>,
    doubts: Vec<PostcodeDoubt>,
}

impl Postcode {
    /// The postcode as it is shown: `LN1 1AA`.
    pub fn as_str(&self) -> &str {
        &self.written
    }
}

/// Whether `typed` is a postcode of England in its canonical form: then reading it as a [`Postcode`] finds nothing to
/// say. False for every other text, right or wrong.
pub fn is_plain(typed: &str) -> bool {
    let Some((outward, inward)) = typed.split_once(' ') else { return false };
    let area = leading_letters(outward);
    let district = outward.strip_prefix(area).unwrap_or_default().as_bytes();
    let is_district = match district {
        [first] => first.is_ascii_digit(),
        [first, second] => {
            (b'1'..=b'9').contains(first)
                && (second.is_ascii_digit() || second.is_ascii_uppercase() && !matches!(second, b'I' | b'O'))
        }
        _ => false,
    };
    is_district && parts::is_inward(inward.as_bytes()) && area::is_area(area) && doubts(area).is_empty()
}

impl FromStr for Postcode {
    type Err = PostcodeError;

    fn from_str(typed: &str) -> Result<Self, PostcodeError> {
        let mut draft = Draft::new(typed);
        draft.remove_invisible();
        draft.plain_width();
        draft.plain_digits();
        draft.trim();
        if draft.text().is_empty() {
            return Err(PostcodeError::Empty);
        }
        draft.uppercase();
        let packed: String = draft.text().chars().filter(|c| c.is_alphanumeric()).collect();

        let written = match special(&packed) {
            Some(written) => written,
            None => {
                let (outward, inward) = parse_parts(&packed)?;
                if format!("{outward}{inward}") != packed {
                    draft.note(Mend::LookAlike);
                }
                format!("{outward} {inward}")
            }
        };
        if spacing(draft.text()) != spacing(&written) {
            draft.note(Mend::Layout);
        }
        let doubts = doubts(leading_letters(&written));
        Ok(Postcode { repair: draft.into_repair(&written), written, doubts })
    }
}

field!(Postcode, kept: written, doubts: PostcodeDoubt);

fn doubts(area: &str) -> Vec<PostcodeDoubt> {
    match area {
        "BF" | "BFPO" => vec![PostcodeDoubt::Forces],
        "BX" | "GIR" => vec![PostcodeDoubt::NoPlace],
        _ => nation(area).map(PostcodeDoubt::OutsideEngland).into_iter().collect(),
    }
}

fn leading_letters(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_uppercase()).next().unwrap_or_default()
}

/// A text with its letters and digits made alike, so that only what stands between them counts.
fn spacing(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() { 'x' } else { c }).collect()
}

/// What is no postcode by shape, and yet is used as one.
fn special(packed: &str) -> Option<String> {
    if matches!(packed, "GIR0AA" | "GIROAA") {
        return Some("GIR 0AA".to_owned());
    }
    let number = packed.strip_prefix("BFPO")?;
    let fits = (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| format!("BFPO {number}"))
}

#[cfg(test)]
mod tests {
    use super::area::AREAS;
    use super::*;
    use crate::fields::Field;
    use PostcodeError as E;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, PostcodeError>) {
        let read = typed.parse::<Postcode>();
        assert_eq!(read.as_ref().map(Postcode::as_str), expected.as_ref().copied(), "{typed:?}");
    }

    #[track_caller]
    fn mends(typed: &str, expected: &[Mend]) {
        let postcode: Postcode = typed.parse().unwrap();
        assert_eq!(postcode.repair().map_or(&[][..], |r| &r.mends), expected, "{typed:?}");
    }

    #[track_caller]
    fn doubt(typed: &str, expected: Option<PostcodeDoubt>) {
        let postcode: Postcode = typed.parse().unwrap();
        assert_eq!(postcode.doubts(), expected.as_slice(), "{typed:?}");
    }

    #[test]
    fn every_shape_of_postcode_is_read() {
        for typed in [
            "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "LN1 1AA", "SW1A 2AA",
            "E1W 1AA", "N1C 4AA", "BS98 1TL", "WC2E 9RZ", "BL0 0AA", "S1 2GU", "YO62 5AA", "GIR 0AA",
        ] {
            check(typed, Ok(typed));
            check(&typed.replace(' ', ""), Ok(typed));
            check(&typed.to_lowercase(), Ok(typed));
        }
    }

    #[test]
    fn spaces_punctuation_and_capitals_do_not_matter() {
        for typed in [
            " ln1 1aa ",
            "LN1  1AA",
            "L N 1 1 A A",
            "LN1-1AA",
            "LN1.1AA.",
            "LN1\u{a0}1AA",
            "(LN1 1AA)",
            "ＬＮ１　１ＡＡ",
            "LN1\u{200b}1AA",
            "ln11aa,",
            "\"LN1 1AA\"",
            "LN1\u{2013}1AA",
        ] {
            check(typed, Ok("LN1 1AA"));
        }
    }

    #[test]
    fn o_and_i_are_mended_where_only_a_digit_can_stand_and_0_and_1_where_only_a_letter_can() {
        check("LN1 IAA", Ok("LN1 1AA"));
        check("LNI 1AA", Ok("LN1 1AA"));
        check("LN1O 1AA", Ok("LN10 1AA"));
        check("SW1I 1AA", Ok("SW11 1AA"));
        check("BL0 OAA", Ok("BL0 0AA"));
        check("BLO 0AA", Ok("BL0 0AA"));
        check("0X1 1AA", Ok("OX1 1AA"));
        check("P01 1AA", Ok("PO1 1AA"));
        check("1P1 1AA", Ok("IP1 1AA"));
        check("S014 1AA", Ok("SO14 1AA"));
        check("S01 4AA", Ok("SO1 4AA"));
        check("EI 6AA", Ok("E1 6AA"));
        check("BIO 1AA", Ok("B10 1AA"));
        check("GIR OAA", Ok("GIR 0AA"));
    }

    #[test]
    fn what_may_stand_is_left_alone() {
        for typed in ["SO1 1AA", "OL1 1AA", "IG1 1AA", "IP1 1AA", "E10 1AA", "L10 1AA", "BS0 1AA"] {
            check(typed, Ok(typed));
            mends(typed, &[]);
        }
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("LN1 1AA", &[]);
        mends("ln1 1aa", &[Mend::Case]);
        mends("LN11AA", &[Mend::Layout]);
        mends("ln1 iaa", &[Mend::Case, Mend::LookAlike]);
        mends("LN1 1AA\u{feff}", &[Mend::Invisible]);
        mends("LN１ 1AA", &[Mend::Digits]);
    }

    #[test]
    fn a_wrong_postcode_is_told_what_is_wrong() {
        check("", Err(E::Empty));
        check("\u{feff} ", Err(E::Empty));
        for part in [
            "LN", "LN1", "LN11", "SW1A", "LN1 1", "LN1 1A", "LN11 1A", "W1A 0", "BFPO", "SO 1AA", "LN1 10A",
            "LN1A 1A",
        ] {
            check(part, Err(E::Incomplete));
        }
        check("ZZ1 1AA", Err(E::NoSuchArea("ZZ".into())));
        check("QB1 1AA", Err(E::NoSuchArea("QB".into())));
        check("NO3 1AA", Err(E::NoSuchArea("NO".into())));
        check("X1 1AA", Err(E::NoSuchArea("X".into())));
        for last in ["LN1 1AC", "LN1 1IA", "LN1 1KA", "LN1 1MA", "LN1 1OA", "LN1 1VA"] {
            check(last, Err(E::LastLetters));
        }
        for other in [
            "GIR1 1AA",
            "90210",
            "LN1 1AAA",
            "LN111 1AA",
            "Lincoln",
            "LN1 1AA LN1 1AB",
            "-",
            "ЛН1 1АА",
            "D02 X285",
            "LNA 1AA",
            "1AA",
            "LN1 1A1",
            "BFPO 12345",
            "12345",
        ] {
            check(other, Err(E::NotAPostcode));
        }
    }

    #[test]
    fn an_area_wholly_outside_england_is_a_doubt() {
        use Nation::*;
        for (areas, nation) in [
            ("BT", NorthernIreland),
            ("CF SA", Wales),
            ("AB DD EH FK G HS IV KA KW KY ML PA PH ZE", Scotland),
            ("GY", Guernsey),
            ("JE", Jersey),
            ("IM", IsleOfMan),
        ] {
            for area in areas.split(' ') {
                doubt(&format!("{area}1 1AA"), Some(PostcodeDoubt::OutsideEngland(nation)));
            }
        }
    }

    #[test]
    fn every_other_area_raises_no_doubt() {
        let quiet = AREAS.iter().filter(|area| nation(area).is_none() && !matches!(**area, "BF" | "BX"));
        assert_eq!(quiet.clone().count(), AREAS.len() - 22);
        quiet.for_each(|area| doubt(&format!("{area}1 1AA"), None));
    }

    #[test]
    fn forces_and_company_postcodes_are_doubts() {
        doubt("BF1 1AA", Some(PostcodeDoubt::Forces));
        doubt("bfpo61", Some(PostcodeDoubt::Forces));
        doubt("BX1 1LT", Some(PostcodeDoubt::NoPlace));
        doubt("GIR 0AA", Some(PostcodeDoubt::NoPlace));
    }
}
