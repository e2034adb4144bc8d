//! Which of its words are a person's first and last name, and what stands beside them: titles, jobs, remarks.

use super::letters::without_accents;
use super::words::lists;
use crate::fields::person_name::{is_initials, looks_like_post};
use crate::fields::title_case::{self, NameKind};
use crate::fields::{Email, Field};
use crate::text::{is_apostrophe, is_dash, is_double_quote, lowercase};

/// A name in its two parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Name {
    /// The first name or names.
    pub first: String,
    /// The last one.
    pub last: String,
    /// What stood beside it and is no part of it, as it was written.
    pub left_out: Vec<String>,
    /// What only a person can say about it.
    pub doubt: Option<NameDoubt>,
}

/// What only a person can say about how a name was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameDoubt {
    /// There is one name: it may be the first or the last.
    OneName,
    /// There are more words than a first and a last name, and nothing tells where the last name begins.
    WhereLastBegins,
    /// Names of more than one person stand in one cell.
    TwoPeople,
}

/// Which part of whole names stands first, where no comma tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NameOrder {
    /// Anna Nowak.
    #[default]
    FirstLast,
    /// Nowak Anna.
    LastFirst,
}

impl NameOrder {
    /// The other one.
    pub fn turned(self) -> Self {
        match self {
            NameOrder::FirstLast => NameOrder::LastFirst,
            NameOrder::LastFirst => NameOrder::FirstLast,
        }
    }
}

/// The two words of a whole name, where nothing in it tells which of them is the first name: no comma, no title, no
/// initial and no capitals.
pub(super) fn undecided_pair(text: &str) -> Option<(&str, &str)> {
    let (one, other) = text.trim().split_once(' ')?;
    let (one, other) = (one.trim(), other.trim());
    let is_capital = |word: &str| !word.chars().any(char::is_lowercase);
    let is_plain = |word: &str| {
        !word.is_empty()
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && !is_title(word)
            && !is_initials(word)
    };
    (is_plain(one) && is_plain(other) && is_capital(one) == is_capital(other)).then_some((one, other))
}

/// A whole name in two. `address` is the person's email address, which may tell where the last name begins.
pub(super) fn split(text: &str, order: NameOrder, address: &str) -> Name {
    let mut name = Name::default();
    let text = without_remarks(text, &mut name.left_out);
    if names_two_people(&text) {
        let (first, last) = text.rsplit_once(' ').unwrap_or((&text, ""));
        return Name {
            first: first.to_owned(),
            last: last.to_owned(),
            doubt: Some(NameDoubt::TwoPeople),
            ..name
        };
    }
    let mut parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let (before, mut behind) = (parts.next().unwrap_or_default(), parts.next());
    name.left_out.extend(parts.map(str::to_owned));
    // "Amara Okonkwo, SCA": letters behind a whole name that is not in capitals itself.
    let is_letters = |part: &str| {
        (3..=5).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_uppercase())
            && before.chars().any(char::is_lowercase)
    };
    let is_job = |part: &&str| before.contains(char::is_whitespace) && (is_remark(part) || is_letters(part));
    if let Some(job) = behind.filter(is_job) {
        name.left_out.push(job.to_owned());
        behind = None;
    }
    if let Some(first) = behind {
        name.first = without_titles(first, &mut name.left_out).join(" ");
        name.last = without_titles(before, &mut name.left_out).join(" ");
        return name;
    }
    let words = without_titles(before, &mut name.left_out);
    let words = without_job(words, address, &mut name.left_out);
    let (first, last, is_sure) = cut(&words, order, address);
    if words.len() == 1 {
        name.doubt = Some(NameDoubt::OneName);
    } else if !is_sure {
        name.doubt = Some(NameDoubt::WhereLastBegins);
    }
    name.first = first.join(" ");
    name.last = last.join(" ");
    name
}

/// A first or a last name by itself, without what stands beside it, and what that was.
pub(super) fn part(text: &str) -> (String, Vec<String>) {
    if text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return (text.to_owned(), Vec::new());
    }
    let mut left_out = Vec::new();
    let text = without_remarks(text, &mut left_out);
    if names_two_people(&text) {
        return (text, left_out);
    }
    (without_titles(&text, &mut left_out).join(" "), left_out)
}

/// Whether the address says which of two names is the first: `Some(true)` where `one` is, `None` where it says
/// neither.
pub(super) fn is_first_by_address(one: &str, other: &str, address: &str) -> Option<bool> {
    let (one, other) = (squeezed(one), squeezed(other));
    if one.is_empty() || other.is_empty() || one == other {
        return None;
    }
    let local = local_parts(address);
    let together = local.concat();
    let (first, last) = (local.first()?.as_str(), local.last()?.as_str());
    let is_order = |one: &str, other: &str| {
        let initial = one.chars().next().map(String::from).unwrap_or_default();
        local.len() > 1 && last == other && (first == one || first == initial)
            || together == format!("{one}{other}")
            || together == format!("{initial}{other}")
            || local.len() > 1 && first == one && other.starts_with(last)
    };
    match (is_order(&one, &other), is_order(&other, &one)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The first and the last name that an address bears, "anna.nowak@"; `None` for any other.
pub(super) fn in_address(address: &str) -> Option<[String; 2]> {
    let read: Email = address.parse().ok()?;
    let (local, _) = address.split_once('@')?;
    let (first, last) = local.trim().split_once(['.', '_'])?;
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_of_person = is_word(first) && is_word(last) && read.doubts().is_empty();
    let in_title_case = |word: &str, kind| {
        let small = lowercase(word);
        title_case::in_title_case(&small, kind).unwrap_or(small)
    };
    is_of_person.then(|| [in_title_case(first, NameKind::First), in_title_case(last, NameKind::Last)])
}

/// The words before the @, in small letters from a to z.
fn local_parts(address: &str) -> Vec<String> {
    let local = address.split('@').next().unwrap_or_default();
    let parts = local.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    parts.map(squeezed).collect()
}

fn squeezed(text: &str) -> String {
    without_accents(&lowercase(text)).chars().filter(|c| c.is_alphabetic()).collect()
}

/// What may stand before or behind a name and is no part of it.
const TITLES: &str = "mr mrs ms miss mx dr prof professor rev revd reverend sir dame fr sr sister pani herr frau mme mlle sig sra srta dna";

/// What begins a last name of several words.
const PARTICLES: &str =
    "van von der den de del della di da dos das du la le el al bin ibn st st. mac ter ten ap ab";

/// Degrees, registrations and honours, which stand behind a name.
const BEHIND: &str = "rn rgn rmn rnld rnmh rna rnc srn sen en nvq bsc ba bed llb msc ma mba mphil phd pgce qtls hons \
    mbe obe cbe bem frcn fca jnr jr snr hca dip cert";

/// Those that are names as well: "Amartya Sen", "Yo-Yo Ma".
const BEHIND_OR_NAME: &str = "sen ma ba en";

/// What goes before another name of the same person.
const ALSO_CALLED: &str = "aka a.k.a a.k.a. née nee formerly";

/// Where the last name begins. Also whether that is sure.
fn cut<'a>(words: &'a [&'a str], order: NameOrder, address: &str) -> (Vec<&'a str>, Vec<&'a str>, bool) {
    let is_capital =
        |word: &str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let at = |at: usize| words.split_at_checked(at).unwrap_or((words, &[]));
    // "NOWAK Anna": a last name in capitals is one wherever it stands.
    let capitals = words.iter().take_while(|word| is_capital(word) && !is_initials(word)).count();
    let behind_capitals = at(capitals).1;
    if capitals > 0 && !behind_capitals.is_empty() && !behind_capitals.iter().any(|word| is_capital(word)) {
        return (behind_capitals.to_vec(), at(capitals).0.to_vec(), true);
    }
    if order == NameOrder::LastFirst {
        let (last, first) = at(words.len().min(1));
        return (first.to_vec(), last.to_vec(), words.len() <= 2);
    }
    if words.len() <= 2 {
        let (first, last) = at(1.min(words.len()));
        return (first.to_vec(), last.to_vec(), true);
    }
    let by_address = (1..words.len()).find(|place| {
        let (first, last) = at(*place);
        let whole = || is_first_by_address(&first.concat(), &last.concat(), address);
        let outer = || is_first_by_address(first.first().unwrap_or(&""), &last.concat(), address);
        whole().or_else(outer) == Some(true)
    });
    if let Some(place) = by_address {
        let (first, last) = at(place);
        return (first.to_vec(), last.to_vec(), true);
    }
    let is_particle = |word: &&str| lists(PARTICLES, &lowercase(word));
    let begins = words.iter().skip(1).position(is_particle).map(|place| place + 1);
    match begins.filter(|place| place + 1 < words.len()) {
        Some(place) => {
            let (first, last) = at(place);
            let behind_particles = last.iter().skip_while(|word| is_particle(word)).count();
            (first.to_vec(), last.to_vec(), behind_particles == 1)
        }
        None => {
            let (first, last) = at(words.len() - 1);
            // Initials in the middle leave no other place.
            let is_sure = first.iter().skip(1).all(|word| is_initials(word));
            (first.to_vec(), last.to_vec(), is_sure)
        }
    }
}

/// The name without what stands in brackets and behind a dash.
fn without_remarks(text: &str, left_out: &mut Vec<String>) -> String {
    if text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return text.to_owned();
    }
    // "Manager: Anna Smith".
    let text = match text.split_once(": ") {
        Some((job, name)) if looks_like_post(job, "") && !name.trim().is_empty() => {
            left_out.push(job.trim().to_owned());
            name
        }
        _ => text,
    };
    let mut kept = String::new();
    let mut inside = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    left_out.extend(
                        Some(std::mem::take(&mut inside).trim().to_owned())
                            .filter(|inside| !inside.is_empty()),
                    );
                    kept.push(' ');
                }
            }
            _ if depth > 0 => inside.push(c),
            _ => kept.push(c),
        }
    }
    // A bracket that is never closed.
    left_out.extend(Some(inside.trim().to_owned()).filter(|inside| !inside.is_empty()));
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_mark = |c: char| is_dash(c) || matches!(c, '|' | '*' | ':' | '•');
    let is_end = |word: &str| !word.is_empty() && (word.chars().all(is_mark) || lists(ALSO_CALLED, word));
    // "Funmi", in quotation marks within the name.
    let is_quoted = |word: &&str| {
        let inner =
            word.strip_prefix(is_quotation_mark).and_then(|word| word.strip_suffix(is_quotation_mark));
        inner.is_some_and(|inner| !inner.is_empty())
    };
    let (mut quoted, mut words): (Vec<&str>, Vec<&str>) = kept.split(' ').partition(is_quoted);
    if words.len() < 2 {
        quoted.clear();
        words = kept.split(' ').collect();
    }
    left_out.extend(quoted.into_iter().map(str::to_owned));
    // A job stands behind a stroke as well: "Pawel Gorski / First Aider". Another name is another person.
    let is_job = |at: usize| {
        let behind = words.get(at + 1..).unwrap_or_default().join(" ");
        words.get(at) == Some(&"/") && is_remark(&behind)
    };
    let end = (0..words.len()).find(|at| words.get(*at).is_some_and(|word| is_end(word)) || is_job(*at));
    let (before, behind) = words.split_at_checked(end.unwrap_or(words.len())).unwrap_or_default();
    let behind = behind.get(1..).unwrap_or_default();
    let kept = words.join(" ");
    if behind.is_empty() || before.is_empty() {
        return kept.trim_matches(|c: char| is_mark(c) || c.is_whitespace()).to_owned();
    }
    left_out.push(behind.join(" "));
    before.join(" ")
}

fn is_quotation_mark(c: char) -> bool {
    is_double_quote(c) || is_apostrophe(c)
}

/// The words of a name without titles before it and behind it.
fn without_titles<'t>(text: &'t str, left_out: &mut Vec<String>) -> Vec<&'t str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|word| is_title(word)) {
        left_out.push(words.remove(0).to_owned());
    }
    // In a name that is all in capitals these tell nothing.
    let is_all_capital = !text.chars().any(char::is_lowercase);
    let is_behind = |word: &str| {
        let lower = lowercase(word.trim_end_matches('.'));
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        lists(BEHIND, &lower) && capitals > 1 && !(is_all_capital && lists(BEHIND_OR_NAME, &lower))
    };
    while words.len() > 2 && words.last().is_some_and(|word| is_title(word) || is_behind(word)) {
        left_out.extend(words.pop().map(str::to_owned));
    }
    words
}

/// The words of a whole name without the job behind it: "Anna Nowak Senior Carer". One word may be a last name, as
/// Cook is: then the address has to say where the name ends.
fn without_job<'t>(mut words: Vec<&'t str>, address: &str, left_out: &mut Vec<String>) -> Vec<&'t str> {
    let is_job = |place: &usize| {
        let (name, job) = words.split_at_checked(*place).unwrap_or_default();
        let reads = job.join(" ");
        let ends_here = || {
            let (first, last) = (name.first().unwrap_or(&""), name.last().unwrap_or(&""));
            is_first_by_address(first, last, address) == Some(true)
        };
        job.len() > 1 && looks_like_post(&reads, "") || is_remark(&reads) && ends_here()
    };
    if let Some(place) = (2..words.len()).find(is_job) {
        left_out.push(words.split_off(place).join(" "));
    }
    words
}

/// Whether the word is a title, such as "Mrs.".
pub(super) fn is_title(word: &str) -> bool {
    lists(TITLES, &lowercase(word.trim_end_matches('.')))
}

/// Whether what stands behind a comma is a job or a degree, and no first name.
fn is_remark(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && (looks_like_post(text, "")
            || words.all(|word| {
                let word = lowercase(word);
                lists(BEHIND, &word)
                    || lists(TITLES, &word)
                    || lists("carer nurse senior cook chef bank deputy days nights", &word)
            }))
}

/// Whether the cell names two people: "Mr & Mrs Lee", "Anna and Ben Lee", "Anna / Ben".
fn names_two_people(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1);
    words.any(|word| matches!(word, "&" | "+" | "/") || word.eq_ignore_ascii_case("and"))
        || text.contains(['&', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, first: &str, last: &str, left_out: &[&str]) {
        let name = split(text, NameOrder::FirstLast, "");
        assert_eq!((name.first.as_str(), name.last.as_str()), (first, last), "{text}");
        assert_eq!(name.left_out, left_out, "{text}");
        assert_eq!(name.doubt, None, "{text}");
    }

    #[test]
    fn a_whole_name_is_split_as_its_owner_would() {
        check("Anna Smith", "Anna", "Smith", &[]);
        check("SMITH, Anna", "Anna", "SMITH", &[]);
        check("SMITH Anna", "Anna", "SMITH", &[]);
        check("Anna van der Berg", "Anna", "van der Berg", &[]);
        check("Maria de la Cruz", "Maria", "de la Cruz", &[]);
        check("Van Nguyen", "Van", "Nguyen", &[]);
        check("Ma, Andrew", "Andrew", "Ma", &[]);
        check("J Patel", "J", "Patel", &[]);
    }

    #[test]
    fn what_stands_beside_a_name_is_no_part_of_it() {
        check("Mrs Anna Smith", "Anna", "Smith", &["Mrs"]);
        check("Smith, Anna (Mrs)", "Anna", "Smith", &["Mrs"]);
        check("Beth Hughes - Deputy Manager", "Beth", "Hughes", &["Deputy Manager"]);
        check("Beth Hughes – RGN", "Beth", "Hughes", &["RGN"]);
        check("Beth Hughes, RGN", "Beth", "Hughes", &["RGN"]);
        check("Anna Smith (mat leave)", "Anna", "Smith", &["mat leave"]);
        check("Anna Smith [bank", "Anna", "Smith", &["bank"]);
        check("Anna Smith-Jones", "Anna", "Smith-Jones", &[]);
        check("Oluwafunmilayo \"Funmi\" Peters", "Oluwafunmilayo", "Peters", &["\"Funmi\""]);
        check("Pawel Gorski / First Aider", "Pawel", "Gorski", &["First Aider"]);
        check("Manager: Anna Smith", "Anna", "Smith", &["Manager"]);
        check("Amara Okonkwo, SCA", "Amara", "Okonkwo", &["SCA"]);
        check("O'Neil, Anna", "Anna", "O'Neil", &[]);
        assert_eq!(part("Dr Anna (bank)"), ("Anna".to_owned(), vec!["bank".to_owned(), "Dr".to_owned()]));
    }

    #[test]
    fn where_the_last_name_begins_the_address_may_tell() {
        let cut = |text, address| {
            let name = split(text, NameOrder::FirstLast, address);
            (name.first, name.last, name.doubt)
        };
        let ana = |first: &str, last: &str, doubt| (first.to_owned(), last.to_owned(), doubt);
        assert_eq!(cut("Ana García López", "ana.garcialopez@x.org"), ana("Ana", "García López", None));
        assert_eq!(cut("Anna Maria Smith", "anna.smith@x.org"), ana("Anna Maria", "Smith", None));
        assert_eq!(
            cut("Ana García López", "x@x.org"),
            ana("Ana García", "López", Some(NameDoubt::WhereLastBegins))
        );
        assert_eq!(cut("Suryani", "").2, Some(NameDoubt::OneName));
        assert_eq!(cut("Mr & Mrs Lee", "").2, Some(NameDoubt::TwoPeople));
    }

    #[test]
    fn an_address_may_bear_a_whole_name() {
        let name = |address: &str| in_address(address).map(|parts| parts.join(" "));
        assert_eq!(name("anna.nowak@example.org").as_deref(), Some("Anna Nowak"));
        assert_eq!(name("ANNA_NOWAK@example.org").as_deref(), Some("Anna Nowak"));
        for address in ["anna@example.org", "a.nowak@example.org", "care.office@example.org", "anna.nowak"] {
            assert_eq!(name(address), None, "{address}");
        }
    }

    #[test]
    fn addresses_tell_which_name_is_the_first() {
        for (address, expected) in [
            ("anna.nowak@x.org", Some(true)),
            ("nowak.anna@x.org", Some(false)),
            ("a.nowak@x.org", Some(true)),
            ("anowak@x.org", Some(true)),
            ("annanowak@x.org", Some(true)),
            ("info@x.org", None),
        ] {
            assert_eq!(is_first_by_address("Anna", "Nowak", address), expected, "{address}");
        }
        assert_eq!(is_first_by_address("Łukasz", "Dąbrowski", "lukasz.dabrowski@x.org"), Some(true));
    }
}
