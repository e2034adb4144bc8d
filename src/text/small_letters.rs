//! Capitals to small letters, in the alphabets that write names in capitals: Latin, Greek, Cyrillic
//! and Armenian.
//!
//! The standard library does so for every letter there is, by a table that alone would be a
//! twentieth of what the page loads. This one is a tenth of that; its tests hold it against the
//! standard library's.

/// Runs of capitals, in order: the first, the last, and what leads from each to its small letter.
/// Where that is 1, capitals and small letters take turns, and every second character is a capital.
/// (Unicode, UnicodeData.txt, simple lower-case mappings.)
const RUNS: &[(u16, u16, i16)] = &[
    (0x0041, 0x005a, 32),
    (0x00c0, 0x00d6, 32),
    (0x00d8, 0x00de, 32),
    (0x0100, 0x012e, 1),
    (0x0132, 0x0136, 1),
    (0x0139, 0x0147, 1),
    (0x014a, 0x0176, 1),
    (0x0178, 0x0178, -121),
    (0x0179, 0x017d, 1),
    (0x0181, 0x0181, 210),
    (0x0182, 0x0184, 1),
    (0x0186, 0x0186, 206),
    (0x0187, 0x0187, 1),
    (0x0189, 0x018a, 205),
    (0x018b, 0x018b, 1),
    (0x018e, 0x018e, 79),
    (0x018f, 0x018f, 202),
    (0x0190, 0x0190, 203),
    (0x0191, 0x0191, 1),
    (0x0193, 0x0193, 205),
    (0x0194, 0x0194, 207),
    (0x0196, 0x0196, 211),
    (0x0197, 0x0197, 209),
    (0x0198, 0x0198, 1),
    (0x019c, 0x019c, 211),
    (0x019d, 0x019d, 213),
    (0x019f, 0x019f, 214),
    (0x01a0, 0x01a4, 1),
    (0x01a6, 0x01a6, 218),
    (0x01a7, 0x01a7, 1),
    (0x01a9, 0x01a9, 218),
    (0x01ac, 0x01ac, 1),
    (0x01ae, 0x01ae, 218),
    (0x01af, 0x01af, 1),
    (0x01b1, 0x01b2, 217),
    (0x01b3, 0x01b5, 1),
    (0x01b7, 0x01b7, 219),
    (0x01b8, 0x01b8, 1),
    (0x01bc, 0x01bc, 1),
    (0x01c4, 0x01c4, 2),
    (0x01c5, 0x01c5, 1),
    (0x01c7, 0x01c7, 2),
    (0x01c8, 0x01c8, 1),
    (0x01ca, 0x01ca, 2),
    (0x01cb, 0x01db, 1),
    (0x01de, 0x01ee, 1),
    (0x01f1, 0x01f1, 2),
    (0x01f2, 0x01f4, 1),
    (0x01f6, 0x01f6, -97),
    (0x01f7, 0x01f7, -56),
    (0x01f8, 0x021e, 1),
    (0x0220, 0x0220, -130),
    (0x0222, 0x0232, 1),
    (0x023a, 0x023a, 10795),
    (0x023b, 0x023b, 1),
    (0x023d, 0x023d, -163),
    (0x023e, 0x023e, 10792),
    (0x0241, 0x0241, 1),
    (0x0243, 0x0243, -195),
    (0x0244, 0x0244, 69),
    (0x0245, 0x0245, 71),
    (0x0246, 0x024e, 1),
    (0x0370, 0x0372, 1),
    (0x0376, 0x0376, 1),
    (0x037f, 0x037f, 116),
    (0x0386, 0x0386, 38),
    (0x0388, 0x038a, 37),
    (0x038c, 0x038c, 64),
    (0x038e, 0x038f, 63),
    (0x0391, 0x03a1, 32),
    (0x03a3, 0x03ab, 32),
    (0x03cf, 0x03cf, 8),
    (0x03d8, 0x03ee, 1),
    (0x03f4, 0x03f4, -60),
    (0x03f7, 0x03f7, 1),
    (0x03f9, 0x03f9, -7),
    (0x03fa, 0x03fa, 1),
    (0x03fd, 0x03ff, -130),
    (0x0400, 0x040f, 80),
    (0x0410, 0x042f, 32),
    (0x0460, 0x0480, 1),
    (0x048a, 0x04be, 1),
    (0x04c0, 0x04c0, 15),
    (0x04c1, 0x04cd, 1),
    (0x04d0, 0x052e, 1),
    (0x0531, 0x0556, 48),
    (0x1e00, 0x1e94, 1),
    (0x1e9e, 0x1e9e, -7615),
    (0x1ea0, 0x1efe, 1),
];

/// `text` in small letters, letter by letter: a Greek sigma at the end of a word is written as any
/// other.
pub fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// The small letter of a capital; any other character as it is.
pub fn small_letter(c: char) -> char {
    if c == 'İ' {
        // Unicode adds a dot above to the i, which has one already.
        return 'i';
    }
    let small = |&(first, last, step): &(u16, u16, i16)| {
        let (code, first, last) = (u32::from(c), u32::from(first), u32::from(last));
        let is_capital = (first..=last).contains(&code) && (step != 1 || (code - first) % 2 == 0);
        is_capital.then(|| code.checked_add_signed(step.into())).flatten()
    };
    RUNS.iter().find_map(small).and_then(char::from_u32).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_of_the_four_alphabets_become_what_unicode_says() {
        let alphabets = ('\0'..='\u{0556}').chain('\u{1e00}'..='\u{1eff}');
        for c in alphabets.filter(|&c| c != 'İ') {
            assert_eq!(small_letter(c).to_string(), c.to_lowercase().to_string(), "{c}");
        }
    }

    #[test]
    fn every_other_letter_is_left_alone() {
        for c in ('\u{0557}'..='\u{1dff}').chain('\u{1f00}'..=char::MAX) {
            assert_eq!(small_letter(c), c);
        }
    }

    #[test]
    fn the_turkish_dotted_capital_loses_no_dot_and_gains_none() {
        assert_eq!(small("İPEK"), "ipek");
    }
}
