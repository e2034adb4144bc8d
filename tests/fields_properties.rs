//! What holds for every field, whatever is typed.

use caremail::fields::person_name::looks_like_post;
use caremail::fields::{
    Doubt, Email, Entered, Field, FieldError, LocationId, Mobile, OdsCode, PersonName, Postcode,
};
use proptest::prelude::*;

/// Every promise that the traits make, asked of one box.
fn keeps_its_promises<F>(typed: &str)
where
    F: Field,
{
    match typed.parse::<F>() {
        Ok(value) => {
            let kept = value.to_string();
            match value.repair() {
                None => assert_eq!(kept, typed),
                Some(repair) => {
                    assert_ne!(kept, typed, "a repair of nothing");
                    assert_eq!(repair.typed, typed);
                    assert_eq!(repair.kept, kept);
                    assert!(!repair.mends.is_empty(), "{typed:?}");
                    for mend in &repair.mends {
                        assert_plain(mend.why(Entered::ByHand));
                        assert_plain(mend.why(Entered::FromList));
                    }
                }
            }
            for doubt in value.doubts() {
                assert_plain(&doubt.to_string());
                let is_kebab = |c: char| c.is_ascii_lowercase() || c == '-';
                assert!(doubt.id().chars().all(is_kebab), "{}", doubt.id());
                assert_ne!(doubt.suggestion().as_ref(), Some(&kept));
            }
            let again: F = match kept.parse() {
                Ok(again) => again,
                Err(error) => panic!("{kept:?}, read from {typed:?}, is refused: {error}"),
            };
            assert_eq!(again.to_string(), kept);
            assert!(again.repair().is_none(), "{kept:?}: {:?}", again.repair());
            assert_eq!(again.doubts(), value.doubts(), "{typed:?}");
        }
        Err(error) => {
            assert_plain(&error.to_string());
            let is_blank = typed.trim().is_empty();
            assert!(!is_blank || error.is_empty(), "{typed:?}: {error}");
            assert_eq!(error.is_empty(), error.to_string().starts_with("Enter") && error.is_empty());
        }
    }
}

/// The house's rules for words that people read. What was typed may be quoted in them.
fn assert_plain(words: &str) {
    assert!(!words.trim().is_empty());
    let sentences = words.matches(". ").count();
    assert!(sentences <= 1 || words.contains('“'), "{words}");
    let lower = words.to_lowercase();
    for banned in ["invalid", "please", "not valid"] {
        assert!(!lower.contains(banned) || words.contains('@'), "{words}");
    }
}

fn every_field_keeps_its_promises(typed: &str) {
    keeps_its_promises::<Mobile>(typed);
    keeps_its_promises::<Postcode>(typed);
    keeps_its_promises::<LocationId>(typed);
    keeps_its_promises::<OdsCode>(typed);
    keeps_its_promises::<Email>(typed);
    keeps_its_promises::<PersonName>(typed);
}

/// Characters that the fields look for, so that arbitrary text comes near to what they read.
const TELLING: &str = "0123456789 OoIiLlVvAaCc1-–—−.,:;/\\()[]<>@+&'’“”\"`=#?xXeEé\u{301}ß İŞŉ١２Ａ＠。\u{200b}\
    \u{200d}\u{200c}\u{ad}\u{feff}\u{a0}\u{3000}\t\n\r\0क्ष\u{fe0f}\u{e0100}葛محΣς👩";

fn telling() -> impl Strategy<Value = String> {
    let characters: Vec<char> = TELLING.chars().collect();
    prop::collection::vec(prop::sample::select(characters), 0..24)
        .prop_map(|characters| characters.into_iter().collect())
}

/// Values and pieces of values, to be put together and broken.
const PIECES: &[&str] = &[
    "07700 900123",
    "+44",
    "(0)",
    "7700900123",
    "44",
    "0044",
    "tel:",
    "7.7009E+09",
    "ext",
    "or",
    "LN1 1AA",
    "SW1A",
    "GIR 0AA",
    "BFPO 61",
    "S01",
    "1-125856395",
    "1-2624556588",
    "cqc.org.uk/location/",
    "/provider/",
    "provider",
    "location",
    "CON1-",
    "VLLWV",
    "G7H8J",
    "care.vllwv@nhs.net",
    "OrganisationSearch/",
    "ODS code: ",
    "A1B2",
    "anna@example.org",
    "@gmial.com",
    "@nhs.net",
    "mailto:",
    "manager",
    "info",
    "Anna <",
    ">",
    "https://",
    "O’BRIEN",
    "MCDONALD",
    "Care",
    "Office",
    "and",
    "3rd",
    "علی\u{200c}رضا",
    " ",
    "\u{200b}",
    ",",
    ".",
    "-",
    "'",
    "\"",
    "\n",
];

fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => telling().prop_map(|text| text.chars().take(2).collect()),
    ];
    (prop::collection::vec(piece, 1..5), any::<prop::sample::Index>(), any::<u8>()).prop_map(
        |(pieces, at, how)| {
            let mut characters: Vec<char> = pieces.concat().chars().collect();
            if !characters.is_empty() {
                let at = at.index(characters.len());
                match how % 4 {
                    0 => drop(characters.remove(at)),
                    1 => characters.insert(at, characters[at]),
                    2 => characters.rotate_left(at),
                    _ => {}
                }
            }
            characters.into_iter().collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all(typed in any::<String>()) {
        every_field_keeps_its_promises(&typed);
    }

    #[test]
    fn text_of_telling_characters(typed in telling()) {
        every_field_keeps_its_promises(&typed);
    }

    #[test]
    fn broken_values(typed in mutated()) {
        every_field_keeps_its_promises(&typed);
    }

    #[test]
    fn a_pair_of_names_is_judged_without_a_panic(first in mutated(), last in telling()) {
        let _ = looks_like_post(&first, &last);
    }

    #[test]
    fn a_name_keeps_every_letter(typed in "[\\p{L}\\p{M} ]{1,20}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        if let Ok(name) = typed.parse::<PersonName>() {
            let visible: String = typed.chars().filter(|&c| !caremail::text::is_invisible(c)).collect();
            prop_assert!(letters(name.as_str()).chars().count() >= letters(&visible).chars().count());
        }
    }

    #[test]
    fn a_postcode_in_any_spacing_and_case_is_one_postcode(
        area in prop::sample::select(&["LN", "B", "SW", "CF", "DG", "W", "SO"][..]),
        district in "[0-9][0-9A-HJ-NP-Z]?",
        inward in "[0-9][ABD-HJLNP-UW-Z]{2}",
        space in "[ .\\-]{0,3}",
    ) {
        // A leading 0 behind S reads as SO.
        prop_assume!(!(area == "S" && district.starts_with('0')));
        let expected = format!("{area}{district} {inward}");
        let typed = format!("{space}{area}{district}{space}{inward}").to_lowercase();
        prop_assert_eq!(typed.parse::<Postcode>().unwrap().to_string(), expected);
    }

    #[test]
    fn an_address_that_notify_accepts_is_accepted(
        // An apostrophe at the start would be a spreadsheet's mark.
        local in "[a-z0-9!#$%&*+/=?^_{|}~-][a-z0-9!#$%&'*+/=?^_{|}~-]{0,19}(\\.[a-z0-9]{1,5}){0,2}",
        host in "[a-z0-9]{1,20}(-{1,2}[a-z0-9]{1,5}){0,2}",
        ending in "(co\\.)?[a-z]{2,10}",
    ) {
        let typed = format!("{local}@{host}.{ending}");
        prop_assume!(!typed.ends_with("@nhs.net") && !typed.contains("@xn--"));
        let email: Email = typed.parse().unwrap();
        prop_assert_eq!(email.as_str(), typed.as_str());
    }
}

/// Each step is done once over the text, so this takes moments; a step done for each character
/// again would take minutes.
#[test]
fn very_long_text_is_answered_soon() {
    for piece in PIECES.iter().copied().chain(["(", "<", "\u{200d}", "क\u{200d}", "1-", "1 ", "@"]) {
        every_field_keeps_its_promises(&piece.repeat(5_000 / piece.len()));
    }
}

#[test]
fn an_empty_box_says_enter() {
    fn words<F: Field>() -> String {
        let error = "\u{200b} ".parse::<F>().expect_err("nothing was typed");
        assert!(error.is_empty());
        error.to_string()
    }
    for words in [
        words::<Mobile>(),
        words::<Postcode>(),
        words::<LocationId>(),
        words::<OdsCode>(),
        words::<Email>(),
        words::<PersonName>(),
    ] {
        assert!(words.starts_with("Enter "), "{words}");
    }
}

/// Whether reading `typed` as the field `F` finds nothing to say, but perhaps that its layout was tidied.
fn is_beyond_doubt<F: Field>(typed: &str) -> bool {
    typed.parse::<F>().is_ok_and(|value| {
        value.doubts().is_empty() && value.repair().is_none_or(|repair| repair.is_only_layout())
    })
}

#[test]
fn every_mobile_that_is_plain_at_a_glance_is_beyond_doubt() {
    use caremail::fields::mobile::plain;
    let mut count = 0;
    // Every start of five figures, and behind it those that ranges hang on.
    for start in 0..100_000_u32 {
        for rest in ["000000", "123456", "512345", "600000", "712345", "899999", "900123"] {
            let typed = format!("{start:05}{rest}");
            if let Some(number) = plain(typed.as_bytes()) {
                count += 1;
                if start % 7 == 0 {
                    for typed in [
                        typed.clone(),
                        format!("+44{}", &typed[1..]),
                        format!("+44 {}", &typed[1..]),
                        typed[1..].to_owned(),
                    ] {
                        let read: Mobile = typed.parse().unwrap();
                        assert!(read.doubts().is_empty(), "{typed}");
                        assert_eq!(read.comparison_key(), format!("{number:011}"), "{typed}");
                        assert_eq!(plain(typed.as_bytes()), Some(number), "{typed}");
                        assert_eq!(plain(read.as_str().as_bytes()), Some(number));
                    }
                }
            }
        }
    }
    assert!(count > 5_000, "{count}");
    for typed in
        ["07700 90012", "077009001234", "447700900123", "07700-900123", "٠7700900123", "7", "", "+44"]
    {
        assert_eq!(plain(typed.as_bytes()), None, "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn every_address_that_is_plain_at_a_glance_is_beyond_doubt(
        local in "(anna|smith|info|manager|night|care|team|home|mail|to|e|staff|the|[a-z0-9]{1,4})([._-]?(anna|smith|team|home|staff|nurse|s|[a-z0-9]{1,3})){0,3}",
        domain in "(gmail|gmial|hotmail|nhs|example|oak-house|email|[a-z0-9-]{1,6})(\\.(co|org|com|con|net|c|[a-z0-9]{1,3})){0,2}",
    ) {
        use caremail::fields::email::{is_plain_domain, is_plain_word, plain_shape};
        let typed = format!("{local}@{domain}");
        let Some(at) = plain_shape(typed.as_bytes()) else { return Ok(()) };
        let (local, domain) = (&typed[..at], &typed[at + 1..]);
        let mut words = local.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty()).peekable();
        if words.peek().is_some() && words.all(is_plain_word) && is_plain_domain(domain) {
            let read = typed.parse::<Email>();
            prop_assert!(is_beyond_doubt::<Email>(&typed), "{} {:?}", typed, read);
            prop_assert_eq!(read.map(|email| email.to_string()), Ok(typed));
        }
    }

    #[test]
    fn every_number_of_digits_and_spaces_that_is_plain_at_a_glance_is_beyond_doubt(
        typed in "(0|\\+44|\\+44 |0044|44|)7[0-9]( ?[0-9]){7,9}",
    ) {
        if let Some(number) = caremail::fields::mobile::plain(typed.as_bytes()) {
            let read = typed.parse::<Mobile>();
            prop_assert!(read.as_ref().is_ok_and(|read| read.doubts().is_empty()), "{} {:?}", typed, read);
            prop_assert_eq!(read.unwrap().comparison_key(), format!("{number:011}"));
        }
    }

    #[test]
    fn every_code_that_is_plain_at_a_glance_is_beyond_doubt(
        postcode in "[A-Z]{1,2}[0-9O]{1,2}[A-Z]? [0-9O][A-Z]{2}",
        ods in "V[A-Z0-9]{4}|[A-Z0-9]{3,6}",
        location in "1-[0-9]{7,12}|[01]-[0-9]{9}",
    ) {
        use caremail::fields::{location_id, ods_code, postcode as post};
        prop_assert!(!post::is_plain(&postcode) || is_beyond_doubt::<Postcode>(&postcode) && postcode.parse::<Postcode>().unwrap().as_str() == postcode, "{}", postcode);
        prop_assert!(!ods_code::is_plain(&ods) || is_beyond_doubt::<OdsCode>(&ods), "{}", ods);
        prop_assert!(!location_id::is_plain(&location) || is_beyond_doubt::<LocationId>(&location), "{}", location);
    }
}

#[test]
fn what_most_people_have_is_plain_at_a_glance() {
    use caremail::fields::{email, location_id, ods_code, postcode};
    assert_eq!(email::plain_shape(b"anna.smith92@care-7.example.org"), Some(12));
    assert!(email::is_plain_word("anna") && !email::is_plain_word("manager"));
    assert!(email::is_plain_domain("gmail.com") && !email::is_plain_domain("gmial.com"));
    assert!(
        postcode::is_plain("LN1 1AA") && postcode::is_plain("EC1A 1BB") && !postcode::is_plain("CF1 1AA")
    );
    assert!(ods_code::is_plain("VLLWV") && location_id::is_plain("1-125856395"));
}
