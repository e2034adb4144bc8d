//! Mobile numbers, against Google's libphonenumber over the whole of the 07 range.
//!
//! Its patterns look at the first six digits after the 0 at most. Every block of five digits is asked
//! about, each with one or two sixth digits, and every block of six where a region shares the four
//! before them; an optimised build asks about all 100,000. Where the two are meant to differ stands
//! in [`DIFFERENCES`], with the reason; a difference that no longer shows fails the test as well.

use caremail::fields::mobile::{Island, MobileDoubt, MobileError};
use caremail::fields::{Field, Mobile};
use phonenumber::Metadata;
use phonenumber::country::Id;
use phonenumber::metadata::DATABASE;

/// What is said of a number of eleven digits that starts 07.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Uk,
    Of(Island),
    Pager,
    Personal,
    /// No one is known to have the number. Ours is a doubt, theirs "not valid".
    Unused,
}

/// How the numbers start, without their 0; theirs; ours; why.
const DIFFERENCES: &[(&str, Verdict, Verdict, &str)] = &[
    (
        "7700900",
        Verdict::Unused,
        Verdict::Uk,
        "Ofcom keeps 07700 900000 to 900999 for drama; forms and tests use them as mobiles",
    ),
    (
        "7924",
        Verdict::Uk,
        Verdict::Of(Island::IsleOfMan),
        "listed for both; the Isle of Man's own entry has 07924 123456 as its example",
    ),
    (
        "76",
        Verdict::Unused,
        Verdict::Pager,
        "all of 076 but 07624 is kept for pagers, whether or not a part has been given out",
    ),
];

/// Beginnings of four digits within which the owner changes.
const SHARED: &[u32] = &[7457, 7624, 7646, 7665, 7700, 7911];

/// One written form: what it is made of, from the eleven digits.
const FORMS: &[fn(&str) -> String] = &[
    |d| d.to_owned(),
    |d| d[1..].to_owned(),
    |d| format!("{} {}", &d[..5], &d[5..]),
    |d| format!("{} {} {}", &d[..5], &d[5..8], &d[8..]),
    |d| format!("{}-{}-{}", &d[..5], &d[5..8], &d[8..]),
    |d| format!("{}.{}.{}", &d[..5], &d[5..8], &d[8..]),
    |d| format!("({}) {}", &d[..5], &d[5..]),
    |d| format!("+44{}", &d[1..]),
    |d| format!("+44 {} {}", &d[1..5], &d[5..]),
    |d| format!("+44 (0){} {}", &d[1..5], &d[5..]),
    |d| format!("+44(0) {}", &d[1..]),
    |d| format!("0044{}", &d[1..]),
    |d| format!("0044 (0) {}", &d[1..]),
    |d| format!("44{}", &d[1..]),
    |d| format!("(+44) {}", &d[1..]),
    |d| format!("tel:+44{}", &d[1..]),
    |d| format!("tel:{d}"),
    |d| format!("\u{202d}{}\u{a0}{}\u{202c}", &d[..5], &d[5..]),
    |d| format!("{}\u{2013}{}", &d[..5], &d[5..]),
    |d| in_script(d, '０'),
    |d| in_script(d, '٠'),
];

fn in_script(digits: &str, zero: char) -> String {
    let shift = u32::from(zero) - u32::from('0');
    digits.chars().map(|d| char::from_u32(u32::from(d) + shift).expect("a digit")).collect()
}

fn ours(written: &str) -> Verdict {
    match written.parse::<Mobile>() {
        Ok(mobile) => match mobile.doubts() {
            [] => Verdict::Uk,
            [MobileDoubt::CrownDependency(island)] => Verdict::Of(*island),
            doubts if doubts.contains(&MobileDoubt::UnusedRange) => Verdict::Unused,
            doubts => panic!("{written}: {doubts:?}"),
        },
        Err(MobileError::Pager) => Verdict::Pager,
        Err(MobileError::Personal) => Verdict::Personal,
        Err(error) => panic!("{written}: {error}"),
    }
}

/// The four regions in the order that libphonenumber asks them, and what a mobile of each is.
struct Oracle(Vec<(&'static Metadata, Verdict)>);

impl Oracle {
    fn new() -> Self {
        let regions = [
            (Id::GB, Verdict::Uk),
            (Id::GG, Verdict::Of(Island::Guernsey)),
            (Id::IM, Verdict::Of(Island::IsleOfMan)),
            (Id::JE, Verdict::Of(Island::Jersey)),
        ];
        let find = |id: Id| DATABASE.by_id(id.as_ref()).expect("the region is known");
        Oracle(regions.into_iter().map(|(id, verdict)| (find(id), verdict)).collect())
    }

    fn verdict(&self, national: &str) -> Verdict {
        let of = |region: &Metadata, mobile: Verdict| {
            let all = region.descriptors();
            let kinds = [
                (all.personal_number(), Verdict::Personal),
                (all.pager(), Verdict::Pager),
                (all.mobile(), mobile),
            ];
            kinds
                .into_iter()
                .find(|(descriptor, _)| descriptor.is_some_and(|d| d.is_match(national)))
                .map(|(_, verdict)| verdict)
        };
        self.0.iter().find_map(|&(region, mobile)| of(region, mobile)).unwrap_or(Verdict::Unused)
    }
}

fn listed(national: &str, theirs: Verdict) -> Option<usize> {
    DIFFERENCES.iter().position(|(start, their, ..)| national.starts_with(start) && *their == theirs)
}

#[test]
fn every_block_of_the_07_range_is_judged_as_libphonenumber_does() {
    let oracle = Oracle::new();
    let mut seen = vec![0; DIFFERENCES.len()];
    let step = if cfg!(debug_assertions) { 7 } else { 1 };
    let shared = SHARED.iter().flat_map(|four| four * 100..four * 100 + 100);
    for block in (700_000..800_000).step_by(step).chain(shared) {
        let national = format!("{block}{:04}", block % 9973);
        let theirs = oracle.verdict(&national);
        let ours = ours(&format!("0{national}"));
        let expected = match listed(&national, theirs) {
            // Manx Telecom's 07624 is no pager's, whatever libphonenumber lists of it.
            Some(_) if national.starts_with("7624") => theirs,
            Some(line) => {
                seen[line] += 1;
                DIFFERENCES[line].2
            }
            None => theirs,
        };
        assert_eq!(ours, expected, "0{national}, of which libphonenumber says {theirs:?}");
    }
    assert!(seen[1..].iter().all(|&count| count > 0), "a difference no longer shows: {seen:?}");
}

#[test]
fn the_drama_range_is_mobile_to_its_last_number_and_no_further() {
    let oracle = Oracle::new();
    for last in [900_000, 900_001, 900_500, 900_998, 900_999] {
        let national = format!("7700{last}");
        assert_eq!(oracle.verdict(&national), DIFFERENCES[0].1, "0{national}");
        assert_eq!(ours(&format!("0{national}")), DIFFERENCES[0].2, "0{national}");
    }
    for last in [899_999, 901_000] {
        let national = format!("7700{last}");
        assert_eq!(ours(&format!("0{national}")), oracle.verdict(&national), "0{national}");
    }
}

#[test]
fn every_written_form_of_a_number_has_the_verdict_of_the_number() {
    let oracle = Oracle::new();
    for thousand in 7_000..8_000 {
        for fifth in [0, 6] {
            let national = format!("{thousand}{fifth}{:05}", thousand * 37 % 99_991);
            let digits = format!("0{national}");
            let plain = ours(&digits);
            let theirs = oracle.verdict(&national);
            assert!(plain == theirs || listed(&national, theirs).is_some(), "{digits}");
            for form in FORMS {
                let written = form(&digits);
                assert_eq!(ours(&written), plain, "{written:?}");
                if let Ok(mobile) = written.parse::<Mobile>() {
                    assert_eq!(mobile.comparison_key(), digits, "{written:?}");
                }
            }
        }
    }
}

/// What libphonenumber itself reads is asked too, whole: parsing, validity and kind.
#[test]
fn whole_numbers_are_judged_as_libphonenumbers_own_parser_does() {
    for thousand in 7_000..8_000 {
        let digits = format!("0{thousand}{:06}", thousand * 7919 % 1_000_000);
        let form = [FORMS[0], FORMS[8], FORMS[9], FORMS[11]][thousand % 4];
        let written = form(&digits);
        let number = phonenumber::parse(Some(Id::GB), &written).expect("a number");
        let is_mobile = number.is_valid() && number.number_type(&DATABASE) == phonenumber::Type::Mobile;
        let ours_is = matches!(ours(&written), Verdict::Uk | Verdict::Of(_));
        assert_eq!(ours_is, is_mobile, "{written:?}");
    }
}

#[test]
fn numbers_that_are_no_mobile_are_refused() {
    for start in (1..=9).filter(|start| *start != 7) {
        for rest in ["12345678", "002001133", "207946099"] {
            for form in FORMS.iter().filter(|form| form("0123456789x").starts_with(['0', '+'])) {
                let written = form(&format!("0{start}{rest:0<9}"));
                assert!(written.parse::<Mobile>().is_err(), "{written:?}");
            }
        }
    }
    for (id, example) in DATABASE
        .iter()
        .filter_map(|region| Some((region.id(), region.descriptors().mobile()?.example()?.to_owned())))
    {
        let code = DATABASE.by_id(id).map(Metadata::country_code);
        if let Some(code) = code.filter(|code| *code != 44) {
            for written in [format!("+{code} {example}"), format!("00{code}{example}")] {
                assert_eq!(written.parse::<Mobile>(), Err(MobileError::Foreign), "{id} {written}");
            }
        }
    }
}
