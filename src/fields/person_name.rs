//! A person's first name, or last name.

use super::{Doubt, FieldError, Mend, Repair, field};
use crate::text::{self, Draft};
use std::error::Error;
use std::fmt::{self, Display};
use std::str::FromStr;

/// A first or a last name, as its owner writes it.
///
/// Nothing but an empty box is refused (W3C, *Personal names around the world*): every letter,
/// accent and capital stays as it was typed, and so do the signs without which some scripts cannot be
/// read, though they cannot be seen. Only what no name means is tidied: white space, other invisible
/// characters, a comma at the end, and the many signs that stand for an apostrophe or a hyphen, which
/// become `'` and `-` so that two spellings of one name compare as equal. Letters that look like an
/// apostrophe, such as the ʻokina, are letters.
///
/// What reads like a post, a place or two people is a [doubt](PersonNameDoubt). As "Care" and
/// "Office" come in two boxes, [`looks_like_post`] judges the pair.
///
/// ```
/// use caremail::fields::{Field, PersonName};
///
/// let name: PersonName = " O’BRIEN".parse()?;
/// assert_eq!(name.as_str(), "O'BRIEN");
/// assert_eq!(name.suggestion().as_deref(), Some("O'Brien"));
/// assert!(name.doubts().is_empty());
/// # Ok::<(), caremail::fields::person_name::PersonNameError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    name: String,
    repair: Option<Repair>,
    doubts: Vec<PersonNameDoubt>,
}

/// More characters than this are a doubt: more than a name has been put in the box.
pub const MANY_CHARACTERS: usize = 60;

impl PersonName {
    /// The name as it is kept.
    pub fn as_str(&self) -> &str {
        &self.name
    }
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    fn from_str(typed: &str) -> Result<Self, PersonNameError> {
        let mut draft = Draft::new(typed);
        remove_invisible(&mut draft);
        draft.plain_width();
        draft.single_spaces();
        draft.map(Mend::Quotes, |c| Some(plain_quote(c)));
        draft.plain_dashes();
        drop_outer_marks(&mut draft);
        if draft.text().is_empty() {
            return Err(PersonNameError::Empty);
        }
        let name = draft.text().to_owned();
        Ok(PersonName { doubts: doubts(&name), repair: draft.into_repair(&name), name })
    }
}

field!(PersonName, kept: name, doubts: PersonNameDoubt, suggestion: title_case);

/// Whether a first and a last name together read as a post or a place: "Care" "Office", "Night"
/// "Staff", "The" "Manager"; or as words that stand for a name, "A N" "Other". People called House,
/// Nurse or Lead have first names that are no post, and "Hall" "Cook" may well be one.
pub fn looks_like_post(first: &str, last: &str) -> bool {
    let (first_words, last_words) = (words(first), words(last));
    let all: Vec<String> = first_words.iter().chain(&last_words).cloned().collect();
    reads_as_post(&first_words)
        || reads_as_post(&last_words)
        || reads_as_post(&all)
        // No one's first name is Head.
        || first_words == ["head"] && last_words.iter().any(|word| is_work_word(word))
        // Three letters are too few to tell from initials: T Ba.
        || all.iter().map(String::len).sum::<usize>() > 3 && stands_for_name(&all)
}

/// Why a box holds no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNameError {
    /// Nothing was typed.
    Empty,
}

impl Display for PersonNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Enter a name, like Anna or O'Brien.")
    }
}

impl Error for PersonNameError {}

impl FieldError for PersonNameError {
    fn is_empty(&self) -> bool {
        true
    }
}

/// What only a person can say about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNameDoubt {
    /// It stands where no name is known: `TBC`, `n/a`, `Vacant`.
    NotAName,
    /// It reads like a post or a place.
    LooksLikePost,
    /// It reads like the names of two people.
    TwoPeople,
    /// It holds digits, other than in "3rd" and the like.
    Digits,
    /// It holds a sign that names do not have, or a comma between names.
    Sign(char),
    /// It holds no letter at all.
    NoLetters,
    /// It has more than [`MANY_CHARACTERS`].
    Long,
}

impl Display for PersonNameDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAName => {
                "This does not look like a person's name. \
                 Check it, or take this person off the list until you know the name."
            }
            Self::LooksLikePost => {
                "This looks like a post or a place. NHSmail accounts are for people: \
                 check that it is a person's name."
            }
            Self::TwoPeople => "This looks like two people. Give each person their own place in the list.",
            Self::Digits => "This name has a number in it. Check that it is a person's name.",
            Self::Sign(c) => {
                return write!(f, "This name has “{c}” in it. Check that it is right.");
            }
            Self::NoLetters => "This has no letters in it. Check that it is a person's name.",
            Self::Long => "This is a long name. Check that nothing else is in the box.",
        })
    }
}

impl Doubt for PersonNameDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::NotAName => "not-a-name",
            Self::LooksLikePost => "looks-like-post",
            Self::TwoPeople => "two-people",
            Self::Digits => "digits-in-name",
            Self::Sign(_) => "sign-in-name",
            Self::NoLetters => "no-letters",
            Self::Long => "long-name",
        }
    }
}

/// Takes out what cannot be seen, but for what the letters beside it need.
fn remove_invisible(draft: &mut Draft) {
    let mut next_seen = None;
    let mut followed: Vec<(char, Option<char>)> = Vec::new();
    for c in draft.text().chars().rev() {
        followed.push((c, next_seen));
        if !text::is_invisible(c) {
            next_seen = Some(c);
        }
    }
    let mut kept = String::new();
    let mut before = None;
    for (c, after) in followed.into_iter().rev() {
        if !text::is_invisible(c) || before.is_some_and(|b| needs_shaping(b, c, after)) {
            kept.push(c);
            before = Some(c);
        }
    }
    draft.replace(kept, Mend::Invisible);
}

/// Whether `shape`, between these two, changes how they are written. Joiners do so between letters of
/// the scripts from Arabic to Mongolian and their later blocks, never between Latin ones; a variation
/// selector belongs to the character before it.
fn needs_shaping(before: char, shape: char, after: Option<char>) -> bool {
    let is_joined = |c: char| {
        matches!(c, '\u{0600}'..='\u{1aff}' | '\u{a800}'..='\u{abff}' | '\u{10a00}'..='\u{11fff}')
            && !text::is_invisible(c)
    };
    let is_letter_with_forms = |c: char| {
        is_joined(c)
            || matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
    };
    match shape {
        '\u{200c}' | '\u{200d}' => is_joined(before) && after.is_some_and(is_joined),
        _ => text::shapes_letters(shape) && is_letter_with_forms(before) && !before.is_whitespace(),
    }
}

fn plain_quote(c: char) -> char {
    match c {
        _ if text::is_apostrophe(c) => '\'',
        _ if text::is_double_quote(c) => '"',
        _ => c,
    }
}

/// Takes off a pair of quotation marks around the whole, and commas at the end.
fn drop_outer_marks(draft: &mut Draft) {
    let bare = draft.text().trim_end_matches([',', ';', ' ']).to_owned();
    draft.replace(bare, Mend::TrailingPunctuation);
    let inner = draft.text().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(inner) = inner.filter(|inner| !text::holds(inner, "\"")).map(|inner| inner.trim().to_owned())
    {
        draft.replace(inner, Mend::Quotes);
        let bare = draft.text().trim_end_matches([',', ';', ' ']).to_owned();
        draft.replace(bare, Mend::TrailingPunctuation);
    }
}

fn doubts(name: &str) -> Vec<PersonNameDoubt> {
    let words = words(name);
    if stands_for_name(&words) || name.eq_ignore_ascii_case("n/a") {
        return vec![PersonNameDoubt::NotAName];
    }
    let mut doubts = Vec::new();
    if reads_as_post(&words) {
        doubts.push(PersonNameDoubt::LooksLikePost);
    }
    let has_and = words.len() >= 3 && words[1..words.len() - 1].iter().any(|word| word == "and");
    if has_and || text::holds(name, " or ") || name.chars().any(|c| matches!(c, '&' | '/' | '+')) {
        doubts.push(PersonNameDoubt::TwoPeople);
    }
    if has_digits(name) {
        doubts.push(PersonNameDoubt::Digits);
    }
    let comma = has_comma_between_names(name).then_some(',');
    if let Some(sign) = name.chars().find(|&c| is_sign(c)).or(comma) {
        doubts.push(PersonNameDoubt::Sign(sign));
    }
    if !name.chars().any(char::is_alphabetic) {
        doubts.push(PersonNameDoubt::NoLetters);
    }
    if name.chars().count() > MANY_CHARACTERS {
        doubts.push(PersonNameDoubt::Long);
    }
    doubts
}

/// The words of a name in small letters, without what stands between them, and each without the s
/// of an owner: `the nurse's station`.
fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && !text::is_apostrophe(c))
        .map(|word| word.trim_matches(|c| text::plain_digit(c).is_some() || text::is_apostrophe(c)))
        .map(|word| {
            let owner = word.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(text::is_apostrophe));
            text::small(owner.unwrap_or(word))
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether what stands in one box is a post by itself.
fn reads_as_post(words: &[String]) -> bool {
    let is_post = |word: &String| text::lists(POSTS, word);
    words.iter().any(is_post)
        || words.len() >= 2
            && words.iter().all(|word| is_work_word(word))
            && words.iter().any(|word| text::lists(NO_ONES_NAME, word))
}

fn is_work_word(word: &str) -> bool {
    [POSTS, NO_ONES_NAME, NAMES_TOO].iter().any(|list| text::lists(list, word))
}

/// Words that name a post or a part of an organisation wherever they stand; `ordinator` is what is
/// left of a co-ordinator.
const POSTS: &str = "\
    accounts admin administration administrator administrators admins carehome caremanager carers \
    carestaff careteam coordinator coordinators daystaff department dept deputymanager enquiries \
    helpdesk homemanager housekeeping hr inbox limited ltd mailbox management manager managers \
    nightstaff nurses nursinghome ordinator ordinators payroll reception receptionist \
    receptionists recruitment safeguarding supervisor supervisors webmaster";

/// Words of posts and places that are hardly a name, and yet stand beside others: one alone is let
/// be, two together, or one with words that are [`NAMES_TOO`], are a post.
const NO_ONES_NAME: &str = "\
    account activities activity agency assistant assistants associate branch business call care \
    carer centre charge chef cleaner clerk clinic clinical company compliance contact control \
    cottage customer data dementia deputy desk director domestic domiciliary duty email emergency \
    extra finance floor front general generic governance grange group handyman health healthcare \
    help helper homecare housekeeper individual infection info information laundry leader leaders \
    living maintenance managing manor matron medical medication meds member mental night nights \
    nominated nurse nursing occupational office officer oncall operations organisation owner \
    physio practitioner protection quality regional registered resident residential residents \
    resources respite rota secretary senior service services shared shift sister site social staff \
    starter station support supported team the therapist trainee training treatment unit user \
    users villa visitor volunteer waking weekend wellbeing worker workers";

/// Words of posts and places that are also people's names, first or last. No number of them makes a
/// post, but for a first name that is no one's: see [`looks_like_post`].
const NAMES_TOO: &str = "\
    all bank cook court day driver first gardener ground hall head home house human in it kitchen \
    lead live lodge main man nd new of on our porter rd relief room sleep st student test th top \
    ward work";

/// Whether this is written where no name is known, or nobody has the post. Null and None are names.
fn stands_for_name(words: &[String]) -> bool {
    let together: String = words.iter().map(String::as_str).collect();
    text::lists("another notknown tba tbc tobeconfirmed unknown vacancy vacant", &together)
}

/// Whether a comma is followed by anything but what is written behind a name: `Smith, Anna`.
fn has_comma_between_names(name: &str) -> bool {
    name.split(',').skip(1).any(|after| {
        let words = words(after);
        !words.first().is_some_and(|word| text::lists(AFTER_COMMA, word))
    })
}

/// Titles, degrees and the like, which are written behind a name and a comma, as the Dutch and the
/// Germans list their particles.
const AFTER_COMMA: &str = "\
    ba bem bn bsc cbe dame de den der dr en esq frcn hons ii iii iv jnr jr junior lady lord ma mba \
    mbe md miss mr mrs ms msc mx nd nvq obe phd prof rd rev rgn rmn rn rnld senior sir snr sr srn \
    van von";

/// Digits other than those of "2nd", "3rd" or "4th".
fn has_digits(name: &str) -> bool {
    let is_digit = |c: char| text::plain_digit(c).is_some();
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(is_digit)).any(|word| {
        let ending = text::small(word.trim_start_matches(|c: char| c.is_ascii_digit()));
        !matches!(ending.as_str(), "st" | "nd" | "rd" | "th")
    })
}

/// Signs that no name has. Marks that belong to letters cannot be told from signs by `std`, so what
/// is not ASCII counts only within the blocks of signs.
fn is_sign(c: char) -> bool {
    match c {
        '&' | '/' | '+' => false,
        ' ' | '-' | '\'' | '.' | ',' | '(' | ')' | '"' => false,
        _ if c.is_ascii() => !c.is_ascii_alphanumeric(),
        'ª' | '·' | 'º' => false,
        '\u{80}'..='\u{bf}' | '×' | '÷' => true,
        '\u{200c}' | '\u{200d}' | '\u{2022}' | '\u{2027}' => false,
        '\u{2010}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{214f}' => true,
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fffd}' => true,
        _ => false,
    }
}

/// The name with only its first letters as capitals, if it is all in capitals, or all but a Mac.
fn title_case(name: &str) -> Option<String> {
    // Turkish writes the small I without a dot, and Georgian has no capitals at the start of a name.
    let is_unsure = name.chars().any(|c| matches!(c, 'İ' | 'Ğ' | 'Ş')) && text::holds(name, "I")
        || name.contains(|c| ('\u{1c90}'..='\u{1cbf}').contains(&c));
    let between = |c: char| c == ' ' || c == '-' || c == '.' || c == '(' || c == '"' || c == '/';
    let mut titled = String::new();
    for word in name.split_inclusive(between) {
        if is_unsure || after_mac(word).1.chars().any(char::is_lowercase) {
            return None;
        }
        titled.push_str(&title_word(word));
    }
    (titled != name).then_some(titled)
}

/// What stands before the apostrophe in names whose next letter is a capital: O'Brien, D'Angelo.
const BEFORE_APOSTROPHE: &[&str] = &["o", "d", "l", "m", "n", "dall", "dell"];

fn title_word(word: &str) -> String {
    let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
    if matches!(letters, "II" | "III" | "IV" | "VI" | "VII" | "VIII") || are_initials(letters) {
        return word.to_owned();
    }
    if let Some((before, after)) = word.split_once('\'')
        && BEFORE_APOSTROPHE.contains(&text::small(before).as_str())
        && after.chars().filter(|c| c.is_alphabetic()).count() >= 2
    {
        return format!("{}'{}", first_capital(before), title_word(after));
    }
    let (mac, rest) = after_mac(word);
    if !mac.is_empty() {
        return format!("{mac}{}", first_capital(rest));
    }
    match word.strip_prefix("MC") {
        Some(rest) if rest.chars().filter(|c| c.is_alphabetic()).count() >= 3 => {
            format!("Mc{}", first_capital(rest))
        }
        _ => first_capital(word),
    }
}

/// A Mc or Mac that has its small letters already, as in McDONALD, and the rest of the word.
fn after_mac(word: &str) -> (&str, &str) {
    let at = if word.starts_with("Mac") { 3 } else { 2 * usize::from(word.starts_with("Mc")) };
    text::cut(word, at)
}

/// Whether two capitals are more likely the names AJ or JD than a word: they end in J or have no
/// vowel, and are neither Ng, the surname, nor a title.
fn are_initials(letters: &str) -> bool {
    let is_vowel = |letter: &u8| matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y');
    match letters.as_bytes() {
        [_, b'J'] => true,
        [one, other] => {
            !is_vowel(one) && !is_vowel(other) && !text::lists("DR FR JR MR MS NG SR ST", letters)
        }
        _ => false,
    }
}

/// A word all in capitals with only its first letter as one; what stands before it, as it is.
fn first_capital(capitals: &str) -> String {
    let Some((at, first)) = capitals.char_indices().find(|(_, c)| c.is_alphabetic()) else {
        return capitals.to_owned();
    };
    let (start, rest) = text::cut(capitals, at + first.len_utf8());
    let rest = text::small(rest);
    match rest.strip_suffix('σ') {
        // At the end of a word, a small sigma is written another way.
        Some(before) => format!("{start}{before}ς"),
        None => format!("{start}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(typed.parse::<PersonName>().unwrap().as_str(), expected, "{typed:?}");
    }

    #[track_caller]
    fn doubt_ids(typed: &str, expected: &[&str]) {
        let name: PersonName = typed.parse().unwrap();
        let ids: Vec<_> = name.doubts().iter().map(Doubt::id).collect();
        assert_eq!(ids, expected, "{typed:?}");
    }

    #[track_caller]
    fn suggests(typed: &str, expected: Option<&str>) {
        assert_eq!(typed.parse::<PersonName>().unwrap().suggestion().as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn names_of_the_world_are_kept_as_typed_without_doubt() {
        for name in [
            "Anna",
            "O",
            "Ng",
            "Jo",
            "O'Brien",
            "D'Angelo",
            "van der Berg",
            "d'",
            "Smith-Jones",
            "Jr.",
            "St. John",
            "Zoë",
            "José María",
            "Åsa",
            "Łukasz",
            "Nguyễn",
            "Siân",
            "Mac Giolla Phádraig",
            "Øyvind",
            "Ðuro",
            "Zoe\u{308}",
            "Kaʻiulani",
            "Ha\u{2bc}ili",
            "محمد",
            "علی\u{200c}رضا",
            "अनिल",
            "क\u{94d}\u{200d}ष",
            "ஸ்ரீ",
            "张伟",
            "葛\u{e0100}",
            "田中",
            "Иванов",
            "Παπαδόπουλος",
            "დავით",
            "אברהם",
            "שרה־לאה",
            "김",
            "Ɔkɔ",
            "Ọlá",
            "John 3rd",
            "Louis-Philippe",
            "Al·lot",
            "marvin",
            "de la Cruz",
            "McDonald",
            "MacDonald",
            "X Æ",
            "ジョン・スミス",
            "Maria (Mia)",
            "William \"Bill\"",
            "Ann, Lady Smith",
        ] {
            check(name, name);
            doubt_ids(name, &[]);
            assert!(name.parse::<PersonName>().unwrap().repair().is_none(), "{name}");
        }
    }

    #[test]
    fn surnames_that_are_also_words_raise_no_doubt() {
        for name in [
            "House",
            "Nurse",
            "Lead",
            "Null",
            "Holmes",
            "Office",
            "Nightingale",
            "Ward",
            "Cook",
            "Baker",
            "Carer",
            "Care",
            "Home",
            "Hall",
            "Head",
            "Staff",
            "Day",
            "Kitchen",
            "Lodge",
            "Court",
            "Hall Ward",
            "Matron",
            "And",
            "Sanders",
            "Anderson",
            "Nan",
            "None",
            "Test",
            "True",
            "Undefined",
            "Major",
            "Bishop",
        ] {
            check(name, name);
            doubt_ids(name, &[]);
            for first in ["Anna", "Danny", "J", "محمد", "Nan"] {
                assert!(!looks_like_post(first, name), "{first} {name}");
            }
        }
    }

    #[test]
    fn a_post_in_one_box_is_a_doubt() {
        for name in [
            "Care Office",
            "Night Staff",
            "Manager",
            "Reception",
            "Care Home",
            "The Manager",
            "Duty Manager",
            "Nurses Station",
            "Nurse Station",
            "Front Desk",
            "Registered Manager",
            "Senior Carer",
            "Day Staff",
            "Office Staff",
            "Care Team",
            "Nursing Home",
            "HR",
            "Deputy Manager",
            "Team Leader",
            "Head of Care",
            "Nurse in Charge",
            "ADMIN",
            "Staff Nurse",
            "Manager 2",
            "Co-ordinator",
            "Activities Co-ordinator",
            "The Nurse's Station",
            "Nurse’s Station",
            "Coordinators",
            "Administrators",
            "Supervisors",
            "2nd Floor",
            "Ground Floor",
            "NightStaff",
            "CareHome",
            "Homemanager",
            "Acme Care Ltd",
        ] {
            let name: PersonName = name.parse().unwrap();
            let found = name.doubts().contains(&PersonNameDoubt::LooksLikePost);
            assert!(found, "{name}");
        }
    }

    #[test]
    fn a_post_in_two_boxes_is_found() {
        for (first, last) in [
            ("Care", "Office"),
            ("Night", "Staff"),
            ("Care", "Home"),
            ("Nurse", "Lead"),
            ("House", "Manager"),
            ("The", "Office"),
            ("Oakview", "Manager"),
            ("Oakview", "Nurses Station"),
            ("Manager", "Smith"),
            ("Duty", "Nurse"),
            ("NIGHT", "STAFF"),
            ("Night", "Staff 2"),
            ("Head", "Office"),
            ("Ward", "Sister"),
            ("Senior", "Carer"),
            ("On", "Call"),
            ("Team", "Lead"),
            ("Reception", "Desk"),
            ("Nursing", "Home"),
            ("Head", "Cook"),
            ("Head", "Chef"),
            ("Manor", "House"),
            ("The", "Cook"),
            ("Main", "Contact"),
            ("Bank", "Staff"),
            ("Bank", "Nurse"),
            ("Bank", "Carer"),
            ("Relief", "Staff"),
            ("Care", "Co-ordinator"),
            ("Nurse's", "Station"),
            ("Carer’s", "Office"),
            ("Carers'", "Office"),
            ("Matron's", "Office"),
            ("Care", "Assistants"),
            ("Care", "Coordinators"),
            ("Team", "Leaders"),
            ("Service", "Users"),
            ("Staff", "Room"),
            ("Treatment", "Room"),
            ("Meds", "Room"),
            ("Laundry", "Room"),
            ("First", "Floor"),
            ("Ground", "Floor"),
            ("2nd", "Floor"),
            ("IT", "Support"),
            ("Human", "Resources"),
            ("Customer", "Services"),
            ("Business", "Support"),
            ("Compliance", "Officer"),
            ("Regional", "Director"),
            ("Ward", "Clerk"),
            ("Maintenance", "Man"),
            ("Healthcare", "Assistant"),
            ("Student", "Nurse"),
            ("Dementia", "Team"),
            ("Wellbeing", "Lead"),
            ("Quality", "Lead"),
            ("Nominated", "Individual"),
            ("Our", "Team"),
            ("All", "Staff"),
            ("New", "Starter"),
            ("Test", "User"),
            ("Shared", "Account"),
            ("Supported", "Living"),
            ("Respite", "Unit"),
            ("Help", "Desk"),
        ] {
            assert!(looks_like_post(first, last), "{first} {last}");
        }
    }

    #[test]
    fn words_that_stand_for_a_name_in_two_boxes_are_found() {
        for (first, last) in
            [("A N", "Other"), ("A.N.", "Other"), ("AN", "Other"), ("To be", "Confirmed"), ("Not", "Known")]
        {
            assert!(looks_like_post(first, last), "{first} {last}");
        }
    }

    #[test]
    fn people_are_not_taken_for_posts() {
        for (first, last) in [
            ("Anna", "Smith"),
            ("Holly", "House"),
            ("Danny", "Care"),
            ("Michael", "Kitchen"),
            ("Rose", "Hall"),
            ("Jamie", "Staff"),
            ("David", "Lodge"),
            ("Nurse", "Smith"),
            ("Alec", "Douglas-Home"),
            ("", "House"),
            ("Grace", "Nightingale"),
            ("Manu", "Lead"),
            ("Anna", "Hall Ward"),
            ("O", "Ng"),
            ("Anna", "Office"),
            ("", ""),
            ("House", ""),
            ("张", "伟"),
            // Two words that are both names, first or last.
            ("Hall", "Cook"),
            ("Ward", "Hall"),
            ("Court", "Day"),
            ("Day", "Ward"),
            ("Porter", "Ward"),
            ("Anna", "Day-Ward"),
            ("Anna", "Cook-Hall"),
            ("Anna", "Head-Cook"),
            // First names of Vietnam, China, Korea and Zimbabwe.
            ("An", "Hall"),
            ("Be", "Ward"),
            ("Man", "Cook"),
            ("On", "Hall"),
            ("In", "Day"),
            ("To", "Head"),
            ("Relief", "Moyo"),
            ("Quality", "Ncube"),
            ("Precious", "Home"),
            // Initials in the place of a first name.
            ("A", "Senior"),
            ("N", "Nurse"),
            ("A N", "Lead"),
            ("T", "Ba"),
            // Surnames in the United Kingdom that are words of work.
            ("Anna", "Bank"),
            ("Anna", "Room"),
            ("Anna", "Clerk"),
            ("Anna", "Ground"),
            ("Anna", "Human"),
            ("Anna", "First"),
            ("Anna", "Student"),
            ("Anna", "Man"),
            ("Anna", "New"),
            ("Anna", "Test"),
            ("Anna", "All"),
            ("Anna", "Other"),
            ("Anna", "Living"),
            ("Anna", "Senior"),
            ("Anna", "Service"),
            ("Mary", "O'Care"),
        ] {
            assert!(!looks_like_post(first, last), "{first} {last}");
        }
    }

    #[test]
    fn what_no_name_means_is_tidied() {
        check("  Anna ", "Anna");
        check("Anna\u{a0} \t Maria", "Anna Maria");
        check("An\u{200b}na\u{feff}", "Anna");
        check("An\u{200d}na", "Anna");
        check("\u{200f}محمد\u{200e}", "محمد");
        check("O’Brien", "O'Brien");
        check("O`Brien", "O'Brien");
        check("Smith\u{2013}Jones", "Smith-Jones");
        check("Smith\u{2011}Jones", "Smith-Jones");
        check("Smith,", "Smith");
        check("“Anna”", "Anna");
        check("Ａｎｎａ", "Anna");
        check("Jones Jr.", "Jones Jr.");
    }

    #[test]
    fn each_repair_says_what_was_done() {
        let mends = |typed: &str| typed.parse::<PersonName>().unwrap().repair().unwrap().mends.clone();
        assert_eq!(mends(" Anna"), [Mend::Layout]);
        assert_eq!(mends("An\u{200b}na"), [Mend::Invisible]);
        assert_eq!(mends("O’Brien"), [Mend::Quotes]);
        assert_eq!(mends("Smith,"), [Mend::TrailingPunctuation]);
    }

    #[test]
    fn only_nothing_is_refused() {
        for typed in ["", " ", "\u{200b}", "\t\u{a0}\n", "\u{200d}", ",", "\"\""] {
            assert_eq!(typed.parse::<PersonName>(), Err(PersonNameError::Empty), "{typed:?}");
        }
        doubt_ids("---", &["no-letters"]);
        doubt_ids("123", &["digits-in-name", "no-letters"]);
        doubt_ids("?", &["sign-in-name", "no-letters"]);
        doubt_ids("Anna2", &["digits-in-name"]);
        doubt_ids("Anna & Bob", &["two-people"]);
        doubt_ids("Anna and Bob", &["two-people"]);
        doubt_ids("Anna/Bob", &["two-people"]);
        doubt_ids("anna@example.org", &["sign-in-name"]);
        doubt_ids("Anna 👩", &["sign-in-name"]);
        doubt_ids("Anna €", &["sign-in-name"]);
        doubt_ids(&"a".repeat(60), &[]);
        doubt_ids(&"a".repeat(61), &["long-name"]);
    }

    #[test]
    fn what_stands_for_a_name_is_a_doubt_of_its_own() {
        for typed in [
            "TBC",
            "tbc.",
            "(T.B.C.)",
            "tba",
            "n/a",
            "N/A",
            "Unknown",
            "Not known",
            "Vacant",
            "vacancy",
            "To be confirmed",
            "A. N. Other",
        ] {
            doubt_ids(typed, &["not-a-name"]);
        }
        for typed in ["Null", "None", "Na", "N. A.", "Tab", "Anna Unknown", "Other"] {
            doubt_ids(typed, &[]);
        }
        assert!(!looks_like_post("T", "Ba") && !looks_like_post("N", "A"));
    }

    #[test]
    fn a_comma_between_words_is_a_doubt_but_for_what_follows_a_name() {
        for typed in ["Anna, Bob", "Smith, Anna", "Smith,Anna", "Smith, Bob Jones", "Smith, Jr, Bob"] {
            doubt_ids(typed, &["sign-in-name"]);
        }
        for typed in [
            "Smith, Jr.",
            "Smith, Jnr",
            "Smith, Sr",
            "Reyes, III",
            "Smith, Dr",
            "Smith, RGN",
            "Smith, BSc, MBE",
            "Smith, BA (Hons)",
            "Smith, PhD",
            "Berg, van den",
            "Smith,",
        ] {
            doubt_ids(typed, &[]);
        }
    }

    #[test]
    fn two_people_are_found_at_a_small_or_between_names() {
        doubt_ids("Anna or Bob", &["two-people"]);
        doubt_ids("Anna Smith or Bob Jones", &["two-people"]);
        for typed in ["Or", "or", "Or Cohen", "Ben Or", "Anna Or Cohen", "or Cohen", "Gregor"] {
            doubt_ids(typed, &[]);
        }
    }

    #[test]
    fn capitals_are_offered_in_title_case_and_never_changed() {
        for (typed, expected) in [
            ("ANNA", Some("Anna")),
            ("O'BRIEN", Some("O'Brien")),
            ("O’BRIEN", Some("O'Brien")),
            ("SMITH-JONES", Some("Smith-Jones")),
            ("ANNA MARIA", Some("Anna Maria")),
            ("MCDONALD", Some("McDonald")),
            ("MACDONALD", Some("Macdonald")),
            ("MACK", Some("Mack")),
            ("D'ANGELO", Some("D'Angelo")),
            ("SA'AD", Some("Sa'ad")),
            ("ZOË", Some("Zoë")),
            ("ÉLODIE", Some("Élodie")),
            ("NG", Some("Ng")),
            ("ИВАНОВ", Some("Иванов")),
            ("ΠΑΠΑΔΟΠΟΥΛΟΣ", Some("Παπαδοπουλος")),
            ("HENRY VIII", Some("Henry VIII")),
            ("McDONALD", Some("McDonald")),
            ("MacDONALD", Some("MacDonald")),
            ("ANNA McDONALD-SMITH", Some("Anna McDonald-Smith")),
            ("Mac GIOLLA", Some("Mac Giolla")),
            ("ST. JOHN", Some("St. John")),
            ("JONES JR", Some("Jones Jr")),
            ("LY", Some("Ly")),
            ("AJ SMITH", Some("AJ Smith")),
            ("J.P.", None),
            ("AJ", None),
            ("JJ", None),
            ("TJ", None),
            ("PJ", None),
            ("DJ", None),
            ("CJ", None),
            ("OJ", None),
            ("JD", None),
            ("KC", None),
            ("(AJ)", None),
            ("Mc", None),
            ("MacD", None),
            ("Mack", None),
            ("McDonald SMITH", None),
            ("O", None),
            ("Anna", None),
            ("anna", None),
            ("IŞIK", None),
            ("张伟", None),
            ("محمد", None),
        ] {
            suggests(typed, expected);
        }
        check("ANNA", "ANNA");
    }
}
