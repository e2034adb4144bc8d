//! The areas that postcodes start with, and where they lie.

use std::fmt::{self, Display};

/// Every postcode area, as GOV.UK Notify lists them (`countries/_data/uk-postcode-zones.txt`). GIR is
/// not here: it is one postcode, not an area.
pub(super) const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF",
    "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",
    "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU",
    "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS",
    "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL",
    "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS",
    "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF",
    "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// Areas wholly outside England. Those that cross the border raise no doubt: CH, DG, HR, LD, LL, NP,
/// SY and TD.
pub(super) fn nation(area: &str) -> Option<Nation> {
    Some(match area {
        "BT" => Nation::NorthernIreland,
        "CF" | "SA" => Nation::Wales,
        "AB" | "DD" | "EH" | "FK" | "G" | "HS" | "IV" | "KA" | "KW" | "KY" | "ML" | "PA" | "PH" | "ZE" => {
            Nation::Scotland
        }
        "GY" => Nation::Guernsey,
        "JE" => Nation::Jersey,
        "IM" => Nation::IsleOfMan,
        _ => return None,
    })
}

pub(super) fn is_area(letters: &str) -> bool {
    AREAS.contains(&letters)
}

/// Where a postcode area lies that has no part in England.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nation {
    /// Northern Ireland.
    NorthernIreland,
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
    /// Guernsey.
    Guernsey,
    /// Jersey.
    Jersey,
    /// The Isle of Man.
    IsleOfMan,
}

impl Display for Nation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NorthernIreland => "Northern Ireland",
            Self::Scotland => "Scotland",
            Self::Wales => "Wales",
            Self::Guernsey => "Guernsey",
            Self::Jersey => "Jersey",
            Self::IsleOfMan => "the Isle of Man",
        })
    }
}
