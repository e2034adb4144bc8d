//! From the bytes of a text file to its text, whatever program wrote it.

use std::borrow::Cow;

use encoding_rs::{
    Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1257,
};

use super::letters::{misplaced, oddities};

/// The text that `bytes` hold, without a byte order mark; `None` where they are no text at all.
///
/// In order: UTF-8 or UTF-16 with a byte order mark; UTF-16 without one, known by the NUL in every
/// other place; UTF-8, where the bytes are just that; else, for the lines that are no UTF-8, what a program from
/// before Unicode most likely wrote ([`legacy`]). A NUL here or there, which some exports leave, is nothing.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let pairs = bytes.len().min(LOOKED_AT) / 2;
    let utf16 =
        |encoding: &'static Encoding, bytes| encoding.decode_without_bom_handling(bytes).0.into_owned();
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            let rest = bytes.get(length..).unwrap_or_default();
            if encoding == UTF_8 { utf8_or_legacy(rest) } else { utf16(encoding, rest) }
        }
        None => match nuls(bytes) {
            (0, 0) => utf8_or_legacy(bytes),
            (even, odd) if odd > 8 * even && odd * 4 > pairs => utf16(UTF_16LE, bytes),
            (even, odd) if even > 8 * odd && even * 4 > pairs => utf16(UTF_16BE, bytes),
            (even, odd) if even + odd <= 2 + pairs / 25 => utf8_or_legacy(bytes),
            _ => return None,
        },
    };
    is_text(&text).then(|| if text.contains('\0') { text.replace('\0', "") } else { text })
}

/// The same of bytes that are not needed any more: where they are UTF-8, they are the text's, and nothing is copied.
pub fn decode_owned(bytes: Vec<u8>) -> Option<String> {
    match beginning(bytes) {
        Ok((text, rest)) if rest.is_empty() => Some(text),
        Ok((text, rest)) => decode(&[text.into_bytes(), rest].concat()),
        Err(bytes) => decode(&bytes),
    }
}

/// The text that begins with these bytes, in UTF-8 and without NULs, and the first bytes of a character that is not whole.
///
/// # Errors
/// Gives the bytes back where they are something else, or nothing tells what they are.
pub fn beginning(mut bytes: Vec<u8>) -> Result<(String, Vec<u8>), Vec<u8>> {
    let mark = match Encoding::for_bom(&bytes) {
        None => 0,
        Some((encoding, length)) if encoding == UTF_8 => length,
        Some(_) => return Err(bytes),
    };
    let text = bytes.get(mark..).unwrap_or_default();
    let end = match std::str::from_utf8(text) {
        Ok(_) => text.len(),
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return Err(bytes),
    };
    if text.contains(&0) {
        return Err(bytes);
    }
    let rest = bytes.split_off(mark + end);
    bytes.drain(..mark);
    // It was seen to be UTF-8.
    let text = String::from_utf8(bytes).map_err(|error| error.into_bytes())?;
    if is_text(&text) { Ok((text, rest)) } else { Err([text.into_bytes(), rest].concat()) }
}

/// Whether there are few signs for devices that no text file of today holds: pictures and programs have them.
fn is_text(text: &str) -> bool {
    let start = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or(text);
    let odd = start.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    odd * 50 <= start.chars().count()
}

/// How many bytes are looked at to see how a text is written.
const LOOKED_AT: usize = 4096;

/// How many bytes are 0 in even and in odd places.
fn nuls(bytes: &[u8]) -> (usize, usize) {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = start.iter().enumerate().filter(|(_, byte)| **byte == 0);
    zeros.fold((0, 0), |(even, odd), (at, _)| if at % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) })
}

/// Each line as UTF-8 where it is that: lists are put together from more than one program.
fn utf8_or_legacy(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let lines = || bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'));
    let older: Vec<u8> =
        lines().filter(|line| std::str::from_utf8(line).is_err()).flatten().copied().collect();
    let encoding = legacy(&older, by_headings(bytes));
    let text = lines().map(|line| match std::str::from_utf8(line) {
        Ok(line) => Cow::Borrowed(line),
        Err(_) => encoding.decode_without_bom_handling(line).0,
    });
    text.collect()
}

/// How `bytes`, which are no UTF-8, were most likely written. What guesses the language of web pages needs more text
/// than a list of twenty names has: here, the reading is taken in which the fewest letters look out of place, of
/// those that Windows and old Macs write in Europe. `expected` is the one that the headings speak for.
fn legacy(bytes: &[u8], expected: &'static Encoding) -> &'static Encoding {
    let start = bytes.get(..JUDGED).unwrap_or(bytes);
    let read = |encoding: &'static Encoding| encoding.decode_without_bom_handling(start).0;
    if has_other_alphabet(start) {
        let is_greek = oddities(&read(WINDOWS_1253)) < oddities(&read(WINDOWS_1251));
        return if is_greek { WINDOWS_1253 } else { WINDOWS_1251 };
    }
    let (not_western, not_central) = misplaced(&read(WINDOWS_1252));
    let cost = |encoding: &'static Encoding| {
        let misplaced = match encoding {
            _ if encoding == WINDOWS_1252 => not_western,
            _ if encoding == WINDOWS_1250 => not_central,
            _ => 0,
        };
        // Of readings that are as good, the one that is expected, then the commonest.
        (oddities(&read(encoding)) + misplaced, encoding != expected)
    };
    if let Some(alphabet) = ALPHABETS.iter().find(|alphabet| alphabet.is_of(&read(alphabet.encoding))) {
        return alphabet.encoding;
    }
    let mut best = (WINDOWS_1252, cost(WINDOWS_1252));
    for encoding in [WINDOWS_1250, MACINTOSH, expected] {
        let cost = cost(encoding);
        if cost < best.1 {
            best = (encoding, cost);
        }
    }
    best.0
}

/// Whether whole words are beyond ASCII, as they are in Cyrillic and in Greek: in Latin ones, single letters are.
fn has_other_alphabet(bytes: &[u8]) -> bool {
    let words = bytes.split(|byte| !byte.is_ascii_alphabetic() && *byte < 0xc0);
    let words = words.filter(|word| word.len() > 2 && !word.is_ascii());
    let (mut whole, mut all) = (0, 0);
    for word in words {
        all += 1;
        whole += usize::from(!word.iter().any(u8::is_ascii));
    }
    whole * 2 > all
}

/// The letters of languages that Windows writes in an encoding of their own, where a Western or Central European
/// reading has nothing that is out of place.
struct Alphabet {
    encoding: &'static Encoding,
    /// Its small letters beyond ASCII.
    letters: &'static str,
    /// Letters of which a list has some of two groups: a single one may be another language's.
    telling: &'static [&'static str],
}

const ALPHABETS: [Alphabet; 2] = [
    // Lithuanian and Latvian.
    Alphabet {
        encoding: WINDOWS_1257, letters: "ąčęėįšųūžāēģīķļņ", telling: &["šž", "ėųūņļ"]
    },
    // Turkish.
    Alphabet { encoding: WINDOWS_1254, letters: "çğıi\u{307}öşüâîû", telling: &["ğ", "ş", "ıi"] },
];

impl Alphabet {
    fn is_of(&self, text: &str) -> bool {
        let letters = || {
            text.chars()
                .filter(|c| !c.is_ascii() && c.is_alphabetic())
                .filter_map(|c| c.to_lowercase().next())
        };
        let has = |group: &&&str| letters().any(|letter| group.contains(letter));
        letters().all(|letter| self.letters.contains(letter)) && self.telling.iter().filter(has).count() >= 2
    }
}

/// How many bytes are judged by their letters.
const JUDGED: usize = 64 * 1024;

/// What Windows writes where people speak the language that the headings are in. Only the letters a to z can be
/// known before the encoding is.
fn by_headings(bytes: &[u8]) -> &'static Encoding {
    const WORDS: [(&str, &Encoding); 11] = [
        ("nazwisko", WINDOWS_1250),
        ("nume", WINDOWS_1250),
        ("keresztn", WINDOWS_1250),
        ("vezet", WINDOWS_1250),
        ("jmen", WINDOWS_1250),
        ("priezvisko", WINDOWS_1250),
        ("prezime", WINDOWS_1250),
        ("vardas", WINDOWS_1257),
        ("pavard", WINDOWS_1257),
        ("uzv", WINDOWS_1257),
        ("soyad", WINDOWS_1254),
    ];
    let headings = bytes.get(..HEADINGS).unwrap_or(bytes).to_ascii_lowercase();
    let holds = |word: &str| headings.windows(word.len()).any(|here| here == word.as_bytes());
    WORDS.into_iter().find(|(word, _)| holds(word)).map_or(WINDOWS_1252, |(_, encoding)| encoding)
}

/// Within how many bytes the headings are looked for.
const HEADINGS: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_way_to_write_a_text_is_known_by_its_look() {
        let text = "First name,Mobile\r\nZoë,07700 900123\r\n";
        let with_mark = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with_mark(&[0xef, 0xbb, 0xbf], text.as_bytes().to_vec()),
            with_mark(&[0xff, 0xfe], utf16_bytes(text, u16::to_le_bytes)),
            with_mark(&[0xfe, 0xff], utf16_bytes(text, u16::to_be_bytes)),
            utf16_bytes(text, u16::to_le_bytes),
            utf16_bytes(text, u16::to_be_bytes),
            text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(text), "{bytes:?}");
        }
    }

    #[test]
    fn the_signs_that_windows_added_are_read() {
        assert_eq!(decode(b"O\x92Brien \x96 \x80").as_deref(), Some("O’Brien – €"));
    }

    #[track_caller]
    fn check(encoding: &'static Encoding, text: &str) {
        let (bytes, _, is_lossy) = encoding.encode(text);
        assert!(!is_lossy, "{text} can be written so");
        assert_eq!(decode(&bytes).as_deref(), Some(text), "{}", encoding.name());
    }

    #[test]
    fn a_short_list_of_a_british_home_is_read_as_western() {
        for names in [
            "Zoë,O’Brien",
            "Siân,Parry",
            "Renée,Hélène",
            "Muñoz,João",
            "Sørensen,Åse",
            "Ffrêd,–",
            "£9.50 an hour",
        ] {
            check(WINDOWS_1252, &format!("First name,Last name\r\n{names}\r\n"));
            check(WINDOWS_1252, names);
        }
    }

    #[test]
    fn names_of_central_europe_are_read_as_such() {
        for list in [
            "Imię;Nazwisko;Telefon komórkowy\r\nŁukasz;Wiśniewski\r\nAgnieszka;Żółkowska\r\n",
            "First name,Last name\r\nKatarzyna,Wójcik\r\nŁukasz,Zieliński\r\n",
            "Name,Email\r\nJiří Dvořák,jiri@example.org\r\nBožena Růžičková,b@example.org\r\n",
            "Vezetéknév;Keresztnév\r\nSzőke;Győző\r\nSzűcs;László\r\n",
            "Nume;Prenume\r\nBălan;Ionuţ\r\nMureşan;Mădălina\r\n",
        ] {
            check(WINDOWS_1250, list);
        }
    }

    #[test]
    fn what_an_old_mac_wrote_is_read() {
        check(MACINTOSH, "First name,Last name\rZoë,Bélanger\rSiân,O’Neill\r");
    }

    #[test]
    fn other_alphabets_are_known() {
        check(
            WINDOWS_1251,
            "Име,Фамилия,Имейл\r\nИван,Петров,ivan@example.org\r\nМария,Георгиева,m@example.org\r\n",
        );
        check(WINDOWS_1251, "Name,Email\r\nОлена Шевченко,o@example.org\r\n");
        check(WINDOWS_1253, "Όνομα,Επώνυμο\r\nΕλένη,Παπαδοπούλου\r\nΓιώργος,Νικολάου\r\n");
    }

    #[test]
    fn names_of_the_baltic_and_of_turkey_are_read_as_such() {
        check(WINDOWS_1257, "First name,Last name\r\nRūta,Žukauskienė\r\nTomas,Šimkus\r\n");
        check(WINDOWS_1257, "Name,Email\r\nInga Bērziņa,i@example.org\r\nJānis Ozoliņš,j@example.org\r\n");
        check(WINDOWS_1257, "Vardas,Pavardė\r\nLina,Jonaitienė\r\nIeva,Kazlauskaitė\r\n");
        check(WINDOWS_1254, "First name,Last name\r\nAyşe,Yıldız\r\nÖzgür,Doğan\r\n");
        check(WINDOWS_1254, "Ad,Soyad\r\nİpek,Şahin\r\n");
    }

    #[test]
    fn lines_of_two_programs_are_each_read_in_their_own_way() {
        let bytes = [&b"Name\n"[..], "Zoë\nSiân\n".as_bytes(), b"Ren\xe9e\n"].concat();
        assert_eq!(decode(&bytes).as_deref(), Some("Name\nZoë\nSiân\nRenée\n"));
    }

    #[test]
    fn a_stray_nul_is_nothing() {
        let text = format!("{}\0", "Anna,07700 900123\n".repeat(5));
        assert_eq!(decode(text.as_bytes()).as_deref(), Some(text.trim_end_matches('\0')));
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        let program: Vec<u8> = (0..=255).cycle().take(2000).collect();
        assert_eq!(decode(&program), None);
        assert_eq!(decode(&[0, 1, 0, 2, 1, 0, 0, 0]), None);
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(decode(b"").as_deref(), Some(""));
        assert_eq!(decode(&[0xff, 0xfe]).as_deref(), Some(""));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&bytes), decode_owned(bytes));
        }

        #[test]
        fn every_text_of_letters_comes_back(text in "[ -~à-ſа-я一-十\n]{0,80}") {
            prop_assert_eq!(decode(text.as_bytes()).unwrap(), text.clone());
            prop_assert_eq!(decode_owned(text.clone().into_bytes()).unwrap(), text);
        }
    }
}
