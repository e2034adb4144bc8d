//! A person's UK mobile number.

mod digits;
mod island;
mod message;
mod plain;
mod range;
mod surroundings;

pub use island::Island;
pub use message::{MobileDoubt, MobileError};
pub use plain::plain;

use self::digits::{is_digits_and_spaces, national_number, parse_digits};
use self::range::Range;
use self::surroundings::{drop_decimals, drop_words, unwrap_link, unwrap_quotes};
use super::{Mend, Repair, field};
use crate::text::Draft;
use std::str::FromStr;

/// A UK mobile number, kept as its national form: `07700 900123`.
///
/// It always has eleven digits, starts 071 to 075, 077 to 079 or 07624, and is written in one way.
/// The ranges are those of Google's libphonenumber for the United Kingdom and the Crown
/// Dependencies; Ofcom's numbers for drama, 07700 900000 to 900999, count as mobile. NHSmail asks
/// for a UK number (support.nhs.net), so numbers of Jersey, Guernsey and the Isle of Man are a
/// [doubt](MobileDoubt), as is a range that libphonenumber does not know: ranges are opened faster
/// than any table is printed, so a number is not refused for that.
///
/// ```
/// use caremail::fields::{Field, Mend, Mobile};
///
/// let mobile: Mobile = "7700900123".parse()?;
/// assert_eq!(mobile.to_string(), "07700 900123");
/// assert_eq!(mobile.repair().unwrap().mends, [Mend::LostZero]);
/// assert!(mobile.doubts().is_empty());
/// # Ok::<(), caremail::fields::mobile::MobileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mobile {
    written: String,
    repair: Option<Repair>,
    doubts: Vec<MobileDoubt>,
}

impl Mobile {
    /// The number as it is shown: `07700 900123`.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The eleven digits alone, the same for every way to write one number.
    pub fn comparison_key(&self) -> String {
        self.written.replace(' ', "")
    }
}

impl FromStr for Mobile {
    type Err = MobileError;

    fn from_str(typed: &str) -> Result<Self, MobileError> {
        let mut draft = Draft::new(typed);
        draft.remove_invisible();
        draft.plain_width();
        draft.plain_digits();
        draft.trim();
        if draft.text().is_empty() {
            return Err(MobileError::Empty);
        }
        // Most numbers are digits and spaces: nothing stands around them.
        if !is_digits_and_spaces(draft.text()) {
            unwrap_quotes(&mut draft);
            unwrap_link(&mut draft);
            drop_words(&mut draft);
            drop_decimals(&mut draft);
        }

        let (plus, digits) = parse_digits(draft.text())?;
        let (national, mend) = national_number(plus, &digits)?;
        let range = Range::of(national)?;

        let (first, last) = national.split_at_checked(4).unwrap_or((national, ""));
        let written = format!("0{first} {last}");
        if let Some(mend) = mend {
            draft.note(mend);
        }
        let only_digits = draft.text().bytes().all(|b| b == b'+' || b.is_ascii_digit());
        if !only_digits && draft.text() != written {
            draft.note(Mend::Layout);
        }
        Ok(Mobile { repair: draft.into_repair(&written), written, doubts: range.doubts() })
    }
}

field!(Mobile, kept: written, doubts: MobileDoubt);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;
    use MobileError as E;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, MobileError>) {
        let read = typed.parse::<Mobile>();
        assert_eq!(read.as_ref().map(Mobile::as_str).map_err(|e| *e), expected, "{typed:?}");
    }

    #[track_caller]
    fn mends(typed: &str, expected: &[Mend]) {
        let mobile: Mobile = typed.parse().unwrap();
        assert_eq!(mobile.repair().map_or(&[][..], |r| &r.mends), expected, "{typed:?}");
    }

    #[test]
    fn one_number_is_read_however_it_is_written() {
        for typed in [
            "07700 900123",
            "07700900123",
            "077 00 90 01 23",
            "07700-900-123",
            "07700.900.123",
            "07700/900123",
            "(07700) 900123",
            "[07700] 900123",
            "+447700900123",
            "+44 7700 900123",
            "+44 (0)7700 900123",
            "+44(0) 7700 900123",
            "+4407700900123",
            "(+44) 7700 900123",
            "(0044) 7700 900123",
            "00447700900123",
            "0044 (0) 7700 900123",
            "447700900123",
            "44 (0)7700 900123",
            "0447700900123",
            "0+447700900123",
            "00+44 7700 900123",
            "+0044 7700 900123",
            "+07700 900123",
            "7700900123",
            "7700 900 123",
            "7700900123.0",
            "447700900123.0",
            "tel:+447700900123",
            "TEL:07700900123",
            "tel:+44%207700%20900123",
            "tel:07700-900-123;phone-context=+44",
            "Mobile: 07700 900123",
            "Mob. 07700 900123",
            "Tel: 07700 900123",
            "m 07700 900123",
            "'07700900123",
            "\"07700900123\"",
            "=\"07700900123\"",
            "“07700 900123”",
            "０７７００ ９００１２３",
            "＋４４（０）７７００９００１２３",
            "٠٧٧٠٠٩٠٠١٢٣",
            "۰۷۷۰۰ ۹۰۰۱۲۳",
            "०७७००९००१२३",
            "07700\u{a0}900123",
            "07700\u{2011}900\u{2013}123",
            "\u{202a}07700 900123\u{202c}",
            "\u{200b}\t07700\u{feff}900123 \r\n",
            "07700 900 123,",
            "07700900123.0",
            "+447700900123.00",
            "7700900123,00",
            "07700 900123 (work)",
            "07700900123 - personal",
            "07700 900123 mobile",
            "07700900123M",
            "Ph: 07700 900123",
            "(M) 07700 900123",
            "Mob# 07700 900123 (home/work)",
            "Tel:07700 900123",
        ] {
            check(typed, Ok("07700 900123"));
        }
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("07700 900123", &[]);
        mends("07700900123", &[Mend::Layout]);
        mends("7700900123", &[Mend::LostZero]);
        mends("+447700900123", &[Mend::CountryCode]);
        mends("+44 7700 900123", &[Mend::CountryCode, Mend::Layout]);
        mends("07700\u{200b} 900123", &[Mend::Invisible]);
        mends("０７７００ ９００１２３", &[Mend::Digits]);
        mends("tel:07700900123", &[Mend::PastedAddress]);
        mends("Mob: 07700 900123", &[Mend::SurroundingText]);
        mends("'07700 900123", &[Mend::Quotes]);
        mends("=07700 900123", &[Mend::Layout]);
        mends("Tel:07700 900123", &[Mend::SurroundingText]);
        mends("07700 900123 (work)", &[Mend::SurroundingText]);
    }

    #[test]
    fn a_wrong_number_is_told_what_it_is() {
        check("", Err(E::Empty));
        check(" \u{200b}\t", Err(E::Empty));
        check("01522 900123", Err(E::Landline));
        check("020 7946 0991", Err(E::Landline));
        check("0333 200 1133", Err(E::Landline));
        check("+44 1522 900123", Err(E::Landline));
        check("1522900123", Err(E::Landline));
        check("0800 1111", Err(E::SpecialRate));
        check("0909 8790000", Err(E::SpecialRate));
        check("070 1234 5678", Err(E::Personal));
        check("+44 7012 345678", Err(E::Personal));
        check("07640 123456", Err(E::Pager));
        check("+33 6 12 34 56 78", Err(E::Foreign));
        check("0033 612345678", Err(E::Foreign));
        check("+353 87 123 4567", Err(E::Foreign));
        check("+7 700 900 1234", Err(E::Foreign));
        check("0550 123 4567", Err(E::NotMobile));
        check("0600 123 4567", Err(E::NotMobile));
        check("33612345678", Err(E::NotMobile));
        check("07700 90012", Err(E::TooShort { digits: 10 }));
        check("+44 7700 90012", Err(E::TooShort { digits: 10 }));
        check("770090012", Err(E::TooShort { digits: 10 }));
        check("0", Err(E::TooShort { digits: 1 }));
        check("07", Err(E::TooShort { digits: 2 }));
        check("076", Err(E::TooShort { digits: 3 }));
        check("12345", Err(E::TooShort { digits: 5 }));
        check("07700 9001234", Err(E::TooLong { digits: 12 }));
        check("007700 900123", Err(E::TooLong { digits: 12 }));
        check("00000000000", Err(E::NotMobile));
        check("+44 (0)7700 900 123 4", Err(E::TooLong { digits: 12 }));
        check("077OO 900123", Err(E::NotDigits));
        check("07700 90012O", Err(E::NotDigits));
        check("O7700 900123", Err(E::NotDigits));
        check("07700 900123 (Anna)", Err(E::Words));
        check("Anna: 07700 900123", Err(E::Words));
        check("07700 900123 not at night", Err(E::Words));
        check("ask Anna", Err(E::NotDigits));
        check("-", Err(E::NotDigits));
        check("+", Err(E::NotDigits));
        check("07700 900123*", Err(E::NotDigits));
        check("07700 +900123", Err(E::NotDigits));
        check("07700 900123 x12", Err(E::Extension));
        check("07700 900123 ext. 12", Err(E::Extension));
        check("07700 900123#12", Err(E::Extension));
        check("tel:+447700900123;ext=12", Err(E::Extension));
        check("07700 900123 / 07700 900456", Err(E::TwoNumbers));
        check("07700 900123 or 07700 900456", Err(E::TwoNumbers));
        check("07700900123\n07700900456", Err(E::TwoNumbers));
        check("07700900123 07700900456", Err(E::TwoNumbers));
        check("01522 900123, 07700 900456", Err(E::TwoNumbers));
        for typed in [
            "07700 900123/4",
            "07700 900123 / 24",
            "07700900123/124",
            "07700 900123 or 4",
            "07700 900123 & 456",
            "07700 900123, 4",
            "07700 900123-4",
            "+44 7700 900123/4",
            "0044 (0)7700 900123/4",
            "7700900123/4",
            // Eleven digits: read as one number, they would be another.
            "0770090012/3",
            "0770090012-3",
            "+44 770090012/3",
        ] {
            check(typed, Err(E::ShortSecond));
        }
        check("07700 900/123", Ok("07700 900123"));
        check("0044 7700 900/123", Ok("07700 900123"));
        check("07700-900-123", Ok("07700 900123"));
        check("07700 90-01-23", Ok("07700 900123"));
        check("7.7009E+09", Err(E::ScientificNotation));
        check("7,7009e9", Err(E::ScientificNotation));
        check("4.477E+11", Err(E::ScientificNotation));
        check("7E9", Err(E::ScientificNotation));
    }

    #[test]
    fn a_crown_dependency_is_a_doubt_that_names_it() {
        use Island::*;
        for (typed, island) in [
            ("07781 123456", Guernsey),
            ("07839 123456", Guernsey),
            ("07911 112345", Guernsey),
            ("07911 712345", Guernsey),
            ("07509 123456", Jersey),
            ("07797 712345", Jersey),
            ("07829 123456", Jersey),
            ("07937 123456", Jersey),
            ("07700 312345", Jersey),
            ("07624 412345", IsleOfMan),
            ("07624 501234", IsleOfMan),
            ("07524 123456", IsleOfMan),
            ("07924 123456", IsleOfMan),
            ("07457 612345", IsleOfMan),
        ] {
            let mobile: Mobile = typed.parse().unwrap();
            assert_eq!(mobile.doubts(), [MobileDoubt::CrownDependency(island)], "{typed}");
            assert!(mobile.doubts()[0].to_string().contains(&island.to_string()));
        }
    }

    #[test]
    fn an_unknown_range_is_a_doubt_and_no_refusal() {
        for typed in ["07700 200000", "07700 899999", "07700 901000", "07911 300000"] {
            let mobile: Mobile = typed.parse().unwrap();
            let known = mobile.doubts() == [MobileDoubt::UnusedRange];
            assert_eq!(known, typed != "07700 899999", "{typed}");
        }
        let manx: Mobile = "07624 700000".parse().unwrap();
        assert_eq!(manx.doubts().len(), 2);
    }

    #[test]
    fn drama_numbers_are_mobiles_without_doubt() {
        for typed in ["07700 900000", "07700 900123", "07700 900999"] {
            assert!(typed.parse::<Mobile>().unwrap().doubts().is_empty(), "{typed}");
        }
    }

    #[test]
    fn the_comparison_key_is_the_digits() {
        let key = |typed: &str| typed.parse::<Mobile>().unwrap().comparison_key();
        assert_eq!(key("+44 7700 900123"), "07700900123");
        assert_eq!(key("7700900123"), key("07700.900.123"));
    }
}
