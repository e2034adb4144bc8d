//! Rows in which there is nothing to be seen to, told apart without reading them as everyone else's.
//!
//! In a list of a whole country, most rows are so. For each row that is said to be plain here, reading it as any other
//! comes to the same person, with no reason to leave it out and nothing to do: at most, a value was tidied. A test holds
//! it over rows of all kinds. Whatever is not plain is read in full, so the fields and the rules remain the judges.
//!
//! A mobile and the shape of an address are told from their bytes. Names, domains and the words of addresses come
//! again and again: what the fields say of each is asked once, and remembered.

use super::columns::Matching;
use super::fast_hash::{PartHash, hash};
use super::headings;
use super::letters;
use super::meaning::Meaning;
use super::names::{self, NameOrder};
use super::nobody::{is_example, is_firm};
use super::remembered::{Remembered, same};
use super::site_columns::SiteColumns;
use super::table::Row;
use super::words::lists;
use crate::application::MailboxRole;
use crate::fields::person_name::looks_like_post;
use crate::fields::title_case::{NameKind, in_title_case};
use crate::fields::{Field, PersonName, email, mobile};
use crate::text::lowercase;

/// A person in a plain row: names and address as the row holds them, perhaps with capitals in the address, and with a
/// printer's apostrophe in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainPerson<'a> {
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
    /// The address, perhaps with capitals.
    pub email: &'a str,
    /// The eleven digits of the mobile, read as one number.
    pub mobile: u64,
    /// What the row says of the shared mailbox.
    pub role: Option<MailboxRole>,
    /// A hash of the name as it is compared ([`name_hash`]).
    pub name_hash: u64,
    /// A hash of the address as it is compared.
    pub email_hash: u64,
    /// Whether the address is beyond doubt the person's and not the home's: their name stands in it.
    pub is_named_in_address: bool,
}

/// Where the values of a list's people stand, if its rows can be plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainColumns {
    names: NameColumns,
    email: usize,
    mobile: usize,
    role: Option<usize>,
    /// Columns in which nothing stands in a plain row: what they say is for the full reading.
    empty: Vec<usize>,
    sites: SiteColumns,
    width: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameColumns {
    Two { first: usize, last: usize },
    Whole(usize),
}

impl PlainColumns {
    /// `None` where a list lacks a column, or its names need a closer look each.
    pub(super) fn of(matching: &Matching, headings_row: &Row, sites: SiteColumns) -> Option<Self> {
        let place = |wanted| matching.columns.iter().position(|meaning| *meaning == wanted);
        let is_in_order = matching.order == NameOrder::FirstLast && !matching.is_swapped;
        let names = match (place(Meaning::FirstName), place(Meaning::LastName), place(Meaning::FullName)) {
            (Some(first), Some(last), None) if !matching.is_swapped => NameColumns::Two { first, last },
            (None, None, Some(whole)) if is_in_order => NameColumns::Whole(whole),
            _ => return None,
        };
        let is_closer = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::PreferredName
                    | Meaning::SecondEmail
                    | Meaning::SecondMobile
                    | Meaning::Status
                    | Meaning::LeavingDate
                    | Meaning::NeedsAccount
            )
        };
        // An NHSmail address, or what kind of mailbox it is, is for the full reading.
        let is_of_accounts = |column: usize| {
            let words = headings::words(headings_row.text(column));
            words.iter().any(|word| matches!(word.as_str(), "nhs" | "nhsmail" | "recipient"))
        };
        let columns = matching.columns.iter().enumerate();
        Some(PlainColumns {
            names,
            email: place(Meaning::Email)?,
            mobile: place(Meaning::Mobile)?,
            role: place(Meaning::Role),
            // Where an empty answer says no, no row can be plain.
            empty: columns
                .filter(|(column, meaning)| is_closer(meaning) || is_of_accounts(*column))
                .map(|(column, _)| column)
                .collect(),
            sites,
            width: headings_row.cells.len(),
        })
        .filter(|_| !matching.columns.contains(&Meaning::NeedsAccount))
    }

    /// The person in a row of `count` cells, each as `cell` gives it, where the row is plain.
    pub(super) fn person<'c>(
        &self,
        memory: &mut Memory,
        count: usize,
        cell: impl Fn(usize) -> &'c str,
    ) -> Option<PlainPerson<'c>> {
        let mobile = mobile::plain(cell(self.mobile).trim_ascii().as_bytes())?;
        let (first_name, last_name) = match self.names {
            NameColumns::Two { first, last } => (cell(first).trim_ascii(), cell(last).trim_ascii()),
            NameColumns::Whole(whole) => {
                // Of three words, it is to be asked where the last name begins.
                cell(whole).trim_ascii().split_once(' ').filter(|(_, last)| !last.contains(' '))?
            }
        };
        // "Hall" and "Ward" are words of work and last names: behind a first name that is no such word, names.
        let first = memory.plain_name(first_name).filter(|first| !first.is_of_work)?;
        let last = memory.plain_name(last_name)?;
        let email = cell(self.email).trim_ascii();
        let (email_hash, is_named_in_address) = memory.plain_address(email, first_name, last_name)?;
        let role = match self.role.map(&cell) {
            None | Some("") => None,
            Some("Member") => Some(MailboxRole::Member),
            Some("Owner") => Some(MailboxRole::Owner),
            Some(other) => headings::role(other.trim_ascii()),
        };
        let is_empty = |column: usize| cell(column).trim_ascii().is_empty();
        let is_as_wide = count <= self.width || (self.width..count).all(is_empty);
        let is_plain =
            is_as_wide && self.empty.iter().all(|column| is_empty(*column)) && self.begins_plainly(cell);
        let name_hash = whole_name(first.hash, last.hash);
        is_plain.then_some(PlainPerson {
            first_name,
            last_name,
            email,
            mobile,
            role,
            name_hash,
            email_hash,
            is_named_in_address,
        })
    }

    /// Whether the first cell with anything in it marks no row that shows how to fill in the list.
    fn begins_plainly<'c>(&self, cell: impl Fn(usize) -> &'c str) -> bool {
        let is_of_site = |column: &usize| self.sites.contains(&Some(*column));
        let first = (0..self.width)
            .filter(|column| !is_of_site(column))
            .find(|column| !cell(*column).trim_ascii().is_empty());
        // A name was asked already whether it is an example.
        let is_name = |column: &usize| matches!(&self.names, NameColumns::Two { first, last } if column == first || column == last);
        first.filter(|column| !is_name(column)).is_none_or(|column| !is_example(cell(column).trim()))
    }
}

/// What was said of names, of words and of domains so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    names: Remembered<Option<PlainName>>,
    words: Remembered<bool>,
    domains: Remembered<bool>,
    small: Vec<u8>,
}

/// What is known of a plain name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PlainName {
    /// A hash of it as it is compared.
    hash: PartHash,
    /// Whether a word of it may be one of work too.
    is_of_work: bool,
}

impl Memory {
    /// The name, where it is plain.
    fn plain_name(&mut self, name: &str) -> Option<PlainName> {
        if let Some(said) = self.names.get(name.as_bytes()) {
            return said;
        }
        let mut is_plain = |name: &str| {
            self.names.of(name.as_bytes(), |_| plain_name(name)).is_some_and(|name| !name.is_of_work)
        };
        // Of parts that were looked at there are many pairs.
        let is_joined = name.contains('-') && name.split('-').all(&mut is_plain);
        let joined = || PlainName { hash: part_hash(name), is_of_work: false };
        self.names.of(name.as_bytes(), |_| if is_joined { Some(joined()) } else { plain_name(name) })
    }

    /// A hash of the address as it is compared, and whether the name stands in it before the @; `None` where the
    /// address needs a closer look.
    fn plain_address(&mut self, address: &str, first: &str, last: &str) -> Option<(u64, bool)> {
        self.small.clear();
        self.small.extend(address.bytes().map(|byte| byte.to_ascii_lowercase()));
        let at = email::plain_shape(&self.small)?;
        let (local, domain) = self.small.split_at_checked(at)?;
        let domain = domain.get(1..)?;
        let mut has_word = false;
        let is_plain =
            |text: &[u8], is_plain: fn(&str) -> bool| std::str::from_utf8(text).is_ok_and(is_plain);
        for word in local.split(|byte| !byte.is_ascii_lowercase()).filter(|word| !word.is_empty()) {
            has_word = true;
            if !self.words.of(word, |word| is_plain(word, email::is_plain_word)) {
                return None;
            }
        }
        if !has_word || !self.domains.of(domain, |domain| is_plain(domain, email::is_plain_domain)) {
            return None;
        }
        let is_named = names_in(local, last) || names_in(local, first);
        if same(domain, b"googlemail.com") {
            self.small.truncate(at);
            self.small.extend(b"@gmail.com");
        }
        Some((hash(&self.small), is_named))
    }
}

/// Whether the name, all of its letters from a to z, stands in `local`, which is in small letters.
fn names_in(local: &[u8], name: &str) -> bool {
    let name = name.as_bytes();
    let Some(first) = name.first().map(u8::to_ascii_lowercase).filter(|_| name.len() > 1) else {
        return false;
    };
    let is_here = |at: usize| {
        let here = local.get(at..).and_then(|rest| rest.get(..name.len()));
        here.is_some_and(|here| here.eq_ignore_ascii_case(name))
    };
    (0..).zip(local).any(|(at, byte)| *byte == first && is_here(at))
        && name.iter().all(u8::is_ascii_alphabetic)
}

fn plain_name(name: &str) -> Option<PlainName> {
    let is_of_work = looks_like_post("head", name);
    (!name.is_empty() && is_plain_name(name)).then(|| PlainName { hash: part_hash(name), is_of_work })
}

/// Whether the name, as a first or as a last one and beside any other as plain, needs no word about it, if not both of
/// them are words of work.
fn is_plain_name(name: &str) -> bool {
    // Words that make an example, a firm or no name at all of the one before them.
    const SECOND: &str = "other bloggs doe eg for np z and or head known confirmed be to";
    let has_word_apart = || {
        let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.any(|word| {
            lists(SECOND, &word.to_lowercase())
                || names::is_title(word)
                || is_firm(&format!("Anna {word}"))
                || NO_NAMES.iter().any(|whole| whole.ends_with(&word.to_lowercase()))
        })
    };
    let read = |name: &str| {
        name.parse::<PersonName>().is_ok_and(|read| {
            read.as_str() == name.replace('’', "'")
                && read.doubts().is_empty()
                && [NameKind::First, NameKind::Last]
                    .into_iter()
                    .all(|kind| in_title_case(name, kind).is_none())
        })
    };
    !name.starts_with('\'')
        && name.trim() == name
        && letters::reread(name).is_none()
        && letters::oddities(name) == 0
        && names::part(name) == (name.to_owned(), Vec::new())
        && read(name)
        && !is_example(name)
        && !looks_like_post(name, "")
        && !has_word_apart()
}

/// What is written where no name is known: no part of it ends a plain name.
const NO_NAMES: [&str; 10] =
    ["another", "fnu", "lnu", "notknown", "tba", "tbc", "tobeconfirmed", "unknown", "vacancy", "vacant"];

/// A hash of a whole name as it is compared: in small letters, with plain apostrophes, first name and last.
pub fn name_hash(first: &str, last: &str) -> u64 {
    whole_name(part_hash(first), part_hash(last))
}

fn part_hash(name: &str) -> PartHash {
    if name.is_ascii() {
        return PartHash::of(name.bytes().map(|byte| byte.to_ascii_lowercase()));
    }
    PartHash::of(lowercase(&name.replace('’', "'")).bytes())
}

fn whole_name(first: PartHash, last: PartHash) -> u64 {
    first.followed_by(PartHash::of([b' '])).followed_by(last).whole()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Names, and words that are none, or none beside others.
    fn parts() -> impl Strategy<Value = String> {
        const WORDS: [&str; 48] = [
            "Anna",
            "Smith",
            "SMITH",
            "smith",
            "O'Brien",
            "O’Brien",
            "Zoë",
            "Łukasz",
            "Night",
            "Staff",
            "Care",
            "Office",
            "Head",
            "Cook",
            "Ward",
            "Nurse",
            "Not",
            "Known",
            "To",
            "Be",
            "Confirmed",
            "An",
            "Other",
            "A",
            "N",
            "J",
            "Mr",
            "Dr",
            "Ltd",
            "Agency",
            "Example",
            "Sample",
            "For",
            "Joe",
            "Bloggs",
            "Doe",
            "Tba",
            "Va",
            "Cant",
            "Un",
            "known",
            "McDonald",
            "MacLeod",
            "ZoÃ«",
            "Ng",
            "Bank",
            "Ana María",
            "",
        ];
        prop_oneof![
            prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
            "[A-Z][a-zé]{0,7}",
            "[A-Za-z'’. ]{0,5}"
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn a_name_whose_parts_are_plain_is_plain(parts in prop::collection::vec(parts(), 2..4)) {
            let name = parts.join("-");
            let said = Memory::default().plain_name(&name);
            prop_assert_eq!(said, plain_name(&name), "{}", name);
        }
    }
}
