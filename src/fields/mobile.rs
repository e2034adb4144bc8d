//! A person's UK mobile number.

use super::{Doubt, FieldError, Mend, Repair, field};
use crate::text::{self, Draft};
use std::error::Error;
use std::fmt::{self, Display};
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
        unwrap_quotes(&mut draft);
        unwrap_link(&mut draft);
        drop_words(&mut draft);
        drop_decimals(&mut draft);

        let (plus, digits) = read_digits(draft.text())?;
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

/// Why a box holds no UK mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MobileError {
    /// Nothing was typed.
    Empty,
    /// A number starting 01, 02 or 03.
    Landline,
    /// A number starting 08 or 09: freephone, shared or premium rate.
    SpecialRate,
    /// A number starting 070, which forwards calls and costs the caller.
    Personal,
    /// A number starting 076, other than 07624.
    Pager,
    /// A number with another country's code.
    Foreign,
    /// A number that starts with none of the beginnings a UK mobile has.
    NotMobile,
    /// Digits are missing.
    TooShort {
        /// How many digits there are, with the leading 0.
        digits: usize,
    },
    /// There are digits too many.
    TooLong {
        /// How many digits there are, with the leading 0.
        digits: usize,
    },
    /// Letters or signs among the digits that no number holds.
    NotDigits,
    /// Words around the digits that may be of more than one meaning.
    Words,
    /// A number with an extension.
    Extension,
    /// More than one number in the box.
    TwoNumbers,
    /// A spreadsheet wrote the number as `7.7009E+09` and cut its last digits.
    ScientificNotation,
}

impl Display for MobileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Empty => "Enter a mobile number, like 07700 900123.",
            Self::Landline => "This is a landline number. Enter a UK mobile number, starting 07.",
            Self::SpecialRate => {
                "Numbers starting 08 or 09 are not mobiles. Enter a UK mobile number, starting 07."
            }
            Self::Personal => {
                "Numbers starting 070 pass calls on and are not mobiles. \
                 Enter the person's own mobile number."
            }
            Self::Pager => "Numbers starting 076 belong to pagers. Enter the person's own mobile number.",
            Self::Foreign => {
                "This number is from another country. NHSmail needs a UK mobile number, \
                 starting 07 or +44."
            }
            Self::NotMobile => "UK mobile numbers start with 07. Check the first digits.",
            Self::TooShort { digits } => {
                return write!(
                    f,
                    "A UK mobile number has 11 digits, and this one has {digits}. \
                     Check for a missing digit."
                );
            }
            Self::TooLong { digits } => {
                return write!(
                    f,
                    "A UK mobile number has 11 digits, and this one has {digits}. \
                     Check for an extra digit."
                );
            }
            Self::NotDigits => {
                "Enter the number in digits only, like 07700 900123. \
                 If a letter O was typed for a 0, change it."
            }
            Self::Words => "Enter the number alone, like 07700 900123. Take out the words around it.",
            Self::Extension => "A mobile number has no extension. Enter the 11 digits only.",
            Self::TwoNumbers => "There is more than one number in this box. Give one.",
            Self::ScientificNotation => {
                "A spreadsheet has cut the end off this number. \
                 Type it again in full, like 07700 900123."
            }
        };
        f.write_str(words)
    }
}

impl Error for MobileError {}

impl FieldError for MobileError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about a mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MobileDoubt {
    /// The number belongs to a Crown Dependency; whether NHSmail takes it is not published.
    CrownDependency(Island),
    /// No network is known to use numbers that start like this.
    UnusedRange,
}

/// A Crown Dependency, whose numbers share the UK's country code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Island {
    /// Jersey.
    Jersey,
    /// Guernsey, with Alderney and Sark.
    Guernsey,
    /// The Isle of Man.
    IsleOfMan,
}

impl Display for Island {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jersey => "Jersey",
            Self::Guernsey => "Guernsey",
            Self::IsleOfMan => "the Isle of Man",
        })
    }
}

impl Display for MobileDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CrownDependency(island) => write!(
                f,
                "This is a number from {island}, and we are unsure whether NHSmail takes it. \
                 Use a UK number if the person has one."
            ),
            Self::UnusedRange => f.write_str(
                "We know of no network whose numbers start like this. Check the first six digits.",
            ),
        }
    }
}

impl Doubt for MobileDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::CrownDependency(_) => "crown-dependency",
            Self::UnusedRange => "unused-range",
        }
    }
}

/// Who a number of ten digits, without its leading 0, was given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Range {
    Uk,
    Of(Island),
    /// Within Manx Telecom's 07624, but in a part that libphonenumber does not list.
    UnusedOf(Island),
    Unused,
}

impl Range {
    /// The table of libphonenumber 9.0 for GB, GG, IM and JE: whole thousands of 07xxx are the
    /// United Kingdom's but for these.
    fn of(national: &str) -> Result<Range, MobileError> {
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

    fn doubts(self) -> Vec<MobileDoubt> {
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

/// Takes off quotation marks, and the `="…"` with which exports keep spreadsheets from guessing.
fn unwrap_quotes(draft: &mut Draft) {
    draft.replace(draft.text().trim_start_matches('=').to_owned(), Mend::Layout);
    let is_mark = |c: char| c.is_whitespace() || text::is_apostrophe(c) || text::is_double_quote(c);
    draft.replace(draft.text().trim_matches(is_mark).to_owned(), Mend::Quotes);
}

/// Takes the number out of a `tel:` link (RFC 3966). An `;ext=` stays, to be refused by name.
fn unwrap_link(draft: &mut Draft) {
    let link = ["tel:", "sms:", "callto:"]
        .iter()
        .find_map(|scheme| text::strip_prefix_any_case(draft.text(), scheme))
        // With a space it is no link, but what a person typed.
        .filter(|rest| !rest.contains(char::is_whitespace));
    if let Some(link) = link {
        let number = link.split_once(";phone-context").map_or(link, |(number, _)| number);
        draft.replace(without_percents(number.trim_start_matches('/')), Mend::PastedAddress);
    }
}

/// The two signs of a number that links write as `%20` and `%2B`: a space, a plus.
fn without_percents(link: &str) -> String {
    let mut parts = link.split('%');
    let mut number = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match (part.strip_prefix("20"), part.strip_prefix("2B")) {
            (Some(rest), _) => number.extend([" ", rest]),
            (_, Some(rest)) => number.extend(["+", rest]),
            _ => number.extend(["%", part]),
        }
    }
    number
}

/// Words that stand beside a number in signatures and forms.
const LABELS: &[&str] = &[
    "mobile",
    "mob",
    "m",
    "tel",
    "telephone",
    "phone",
    "ph",
    "t",
    "cell",
    "number",
    "no",
    "contact",
    "home",
    "work",
    "personal",
    "private",
    "own",
    "main",
    "uk",
    "whatsapp",
];

/// Takes off the words before the number and those behind it, where they say no more than that it is one.
fn drop_words(draft: &mut Draft) {
    let text = draft.text();
    let Some((before, number, after)) = around_number(text, |c| c.is_ascii_digit() || c == '+') else {
        return;
    };
    let number = match (is_label(before), is_label(after)) {
        (true, true) => Some(number),
        (true, false) => text.strip_prefix(before),
        (false, true) => text.strip_suffix(after),
        (false, false) => None,
    };
    if let Some(number) = number.map(str::to_owned) {
        draft.replace(number, Mend::SurroundingText);
    }
}

/// The text before the first character that may start a number, the text from there to the last digit,
/// and the text after it.
fn around_number(text: &str, starts: fn(char) -> bool) -> Option<(&str, &str, &str)> {
    let start = text.find(starts)?;
    let (before, rest) = text.split_at_checked(start)?;
    let (number, after) = rest.split_at_checked(rest.rfind(|c: char| c.is_ascii_digit())? + 1)?;
    Some((before, number, after))
}

/// Whether the text is one or more of [`LABELS`], and what stands between them.
fn is_label(text: &str) -> bool {
    let is_layout =
        |c: char| c.is_whitespace() || text::is_dash(c) || matches!(c, ':' | '.' | '(' | ')' | '#' | '/');
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && text.chars().all(|c| c.is_alphabetic() || is_layout(c))
        && words.all(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// Takes off the `.0` of a number that a program kept as a decimal fraction.
fn drop_decimals(draft: &mut Draft) {
    let Some((whole, fraction)) = draft.text().split_once(['.', ',']) else {
        return;
    };
    let digits = whole.strip_prefix('+').unwrap_or(whole);
    // Eleven digits with their 0, ten without: fewer may be a number with dots in it.
    let is_whole = digits.len() >= if digits.starts_with('0') { 11 } else { 10 };
    if is_whole && digits.bytes().all(|b| b.is_ascii_digit()) && matches!(fraction, "0" | "00") {
        draft.replace(whole.to_owned(), Mend::Layout);
    }
}

/// The digits in the text, and whether a plus stands before them.
fn read_digits(text: &str) -> Result<(bool, String), MobileError> {
    if is_scientific(text) {
        return Err(MobileError::ScientificNotation);
    }
    if holds_two_numbers(text) {
        return Err(MobileError::TwoNumbers);
    }
    if has_extension(text) {
        return Err(MobileError::Extension);
    }
    if has_words(text) {
        return Err(MobileError::Words);
    }
    let mut plus = false;
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            // `00+44` and `0+44`: the zeros meant the same as the plus.
            '+' if digits.bytes().all(|b| b == b'0') => {
                plus = true;
                digits.clear();
            }
            _ if is_layout(c) => {}
            _ => return Err(MobileError::NotDigits),
        }
    }
    match digits.is_empty() {
        true => Err(MobileError::NotDigits),
        false => Ok((plus, digits)),
    }
}

/// Whether letters stand only before the digits or behind them, and at least two together: no O for a 0.
fn has_words(text: &str) -> bool {
    let Some((before, within, after)) = around_number(text, |c| c.is_ascii_digit()) else { return false };
    let is_word = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    !within.contains(char::is_alphabetic) && (is_word(before) || is_word(after))
}

/// What people put between the digits of a number.
fn is_layout(c: char) -> bool {
    c.is_whitespace()
        || text::is_dash(c)
        || text::is_apostrophe(c)
        || matches!(c, '.' | ',' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' | '_' | ':' | ';')
        || matches!(c, '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{2044}' | '\u{30fb}')
}

/// `7.7009E+09`, as spreadsheets show a number too wide for its cell.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_digits(power) && number.split(['.', ',']).all(is_digits)
}

/// No country's number has twenty digits; nine are the fewest a whole UK number has.
fn holds_two_numbers(text: &str) -> bool {
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let separates = |c: char| c.is_alphabetic() || matches!(c, '/' | ',' | ';' | '|' | '&' | '\n');
    digits(text) >= 20 || text.split(separates).filter(|part| digits(part) >= 9).count() >= 2
}

/// Whether the text holds `x`, `ext`, `extn`, `extension` or `#`, with digits on both sides.
fn has_extension(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_mark = |c: char| c.is_alphabetic() || c == '#';
    let from_first_digit = text.trim_start_matches(|c| !is_digit(c));
    let from_mark = from_first_digit.trim_start_matches(|c| !is_mark(c));
    let mark = from_mark.split(|c| !is_mark(c)).next().unwrap_or_default();
    ["x", "ext", "extn", "extension", "#"].iter().any(|known| known.eq_ignore_ascii_case(mark))
        && from_mark.contains(is_digit)
}

/// The digits after the leading 0 or the country code, and what had to be mended to find them.
fn national_number(plus: bool, digits: &str) -> Result<(&str, Option<Mend>), MobileError> {
    fn uk(after_country_code: &str) -> Result<(&str, Option<Mend>), MobileError> {
        let national = after_country_code.strip_prefix('0').unwrap_or(after_country_code);
        Ok((national, Some(Mend::CountryCode)))
    }

    if plus {
        let number = digits.trim_start_matches('0');
        return match (number.strip_prefix("44"), digits.len() - number.len()) {
            (Some(rest), _) => uk(rest),
            // `+07700 900123`: a national number with a plus too many.
            (None, 1) => Ok((number, Some(Mend::Layout))),
            (None, _) => Err(MobileError::Foreign),
        };
    }
    if let Some(rest) = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44")) {
        return uk(rest);
    }
    // `044 7700 900123`. No UK number starts 04.
    if let Some(rest) = digits.strip_prefix("044").filter(|rest| rest.len() == 10) {
        return uk(rest);
    }
    if let Some(national) = digits.strip_prefix('0') {
        return match national.strip_prefix('0') {
            // One 0 too many. No country's code has a 0 in front.
            Some(number) if number.starts_with('7') && number.len() == 10 => {
                Err(MobileError::TooLong { digits: digits.len() })
            }
            Some(number) if number.starts_with('0') => Err(MobileError::NotMobile),
            Some(abroad) if !abroad.is_empty() => Err(MobileError::Foreign),
            _ => Ok((national, None)),
        };
    }
    match (digits.as_bytes().first(), digits.len()) {
        (Some(b'7'), _) | (_, 9..=10) => Ok((digits, Some(Mend::LostZero))),
        (_, ..9) => Err(MobileError::TooShort { digits: digits.len() }),
        _ => Err(MobileError::NotMobile),
    }
}

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
