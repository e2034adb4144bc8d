//! Who the ranges of UK mobile numbers belong to.

use super::island::Island;
use super::{MobileDoubt, MobileError};

/// Who a number of ten digits, without its leading 0, was given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    Uk,
    Of(Island),
    /// Within Manx Telecom's 07624, but in a part that libphonenumber does not list.
    UnusedOf(Island),
    Unused,
}

impl Range {
    /// The table of libphonenumber 9.0 for GB, GG, IM and JE: whole thousands of 07xxx are the
    /// United Kingdom's but for these.
    pub(super) fn of(national: &str) -> Result<Range, MobileError> {
        use Island::{Guernsey, IsleOfMan, Jersey};
        let is_pager = national.starts_with("76") && !national.starts_with("7624");
        match national.as_bytes() {
            [b'7', b'0', ..] => return Err(MobileError::Personal),
            [b'7', b'6', _, _, ..] if is_pager => return Err(MobileError::Pager),
            [b'7', ..] | [] => {}
            [b'1'..=b'3', ..] => return Err(MobileError::Landline),
            [b'8' | b'9', ..] => return Err(MobileError::SpecialRate),
            _ => return Err(MobileError::NotMobile),
        }
        let digits = national.len() + 1;
        match digits {
            ..=10 => return Err(MobileError::TooShort { digits }),
            12.. => return Err(MobileError::TooLong { digits }),
            _ => {}
        }
        let (first_four, rest) = national.split_at_checked(4).unwrap_or((national, ""));
        let mut next = rest.chars();
        Ok(match (first_four, next.next(), next.next()) {
            ("7781" | "7839", ..) | ("7911", Some('1' | '7'), _) => Range::Of(Guernsey),
            ("7911", Some('0' | '2' | '8'), _) => Range::Uk,
            ("7911", ..) => Range::Unused,
            ("7509" | "7797" | "7829" | "7937", ..) | ("7700", Some('3' | '7' | '8'), _) => Range::Of(Jersey),
            ("7700", Some('0' | '1'), _) => Range::Uk,
            // Ofcom's numbers for radio and television drama.
            ("7700", ..) if rest.starts_with("900") => Range::Uk,
            ("7700", ..) => Range::Unused,
            ("7524" | "7924", ..) | ("7457", Some('6'), _) => Range::Of(IsleOfMan),
            ("7624", Some('5'), Some('0' | '6')) => Range::Of(IsleOfMan),
            ("7624", Some('5' | '7'), _) => Range::UnusedOf(IsleOfMan),
            ("7624", ..) => Range::Of(IsleOfMan),
            _ => Range::Uk,
        })
    }

    pub(super) fn doubts(self) -> Vec<MobileDoubt> {
        match self {
            Range::Uk => vec![],
            Range::Of(island) => vec![MobileDoubt::CrownDependency(island)],
            Range::UnusedOf(island) => {
                vec![MobileDoubt::CrownDependency(island), MobileDoubt::UnusedRange]
            }
            Range::Unused => vec![MobileDoubt::UnusedRange],
        }
    }
}
