//! What the rows of a list have to do with each other: which say an earlier one again, and who shares an address or a
//! mobile with somebody else.

use std::collections::HashMap;

use super::table::{Row, Sheet};
use crate::application::Person;
use crate::text::{is_plain, lowercase, plain_digit};

/// What a row has to do with the others of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Link {
    /// The number, in the file, of an earlier row with the same person.
    pub repeats: Option<u32>,
    /// Where, in [`Sheet::rows`], a later row says the same person again: the last of them.
    pub repeated_at: Option<usize>,
    /// Where, in [`Sheet::rows`], somebody else has the same email address, and the same mobile.
    pub shares_with: [Option<usize>; 2],
}

/// What each of these rows has to do with the others. `keys` says by what the person in a row is compared.
pub fn links(sheet: &Sheet, rows: &[usize], keys: &mut dyn FnMut(&Row) -> Keys) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::with_capacity(rows.len());
    // By the row's place in the sheet, and among `rows`.
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    // Who first gave an address or a number: their place in `rows`, and their name.
    let mut first: [HashMap<String, (usize, String)>; 2] = Default::default();
    for (at, index) in rows.iter().enumerate() {
        let Some(row) = sheet.rows.get(*index) else { continue };
        let Keys { name, contacts } = keys(row);
        let mut link = Link::default();
        for key in identities(&name, &contacts) {
            let (earlier, earlier_at) = *seen.entry(key).or_insert((*index, at));
            if earlier == *index {
                continue;
            }
            if let Some(earlier) = links.get_mut(earlier_at) {
                earlier.repeated_at = Some(*index);
            }
            let number = || sheet.rows.get(earlier).map(|row| row.number);
            link.repeats = link.repeats.or_else(number);
        }
        for (which, (contact, first)) in contacts.into_iter().zip(&mut first).enumerate() {
            let Some(contact) = contact.filter(|_| link.repeats.is_none()) else { continue };
            let (other, other_name) = first.entry(contact).or_insert_with(|| (at, name.clone()));
            let other = *other;
            if let (Some(other_link), Some(mine)) = (links.get_mut(other), link.shares_with.get_mut(which))
                && *other_name != name
            {
                *mine = rows.get(other).copied();
                other_link.shares_with.iter_mut().skip(which).take(1).for_each(|other| {
                    other.get_or_insert(*index);
                });
            }
        }
        links.push(link);
    }
    links
}

/// By what a person is compared with others.
pub struct Keys {
    name: String,
    contacts: [Option<String>; 2],
}

impl Keys {
    /// Those of a person, as typed.
    pub fn of(person: &Person) -> Self {
        Keys { name: squeezed(&person.full_name()), contacts: contacts(person) }
    }
}

/// The email address and the mobile, each as it was typed less what people type in more ways than one:
/// capitals, spaces, and what stands before a mobile's last ten digits. Near enough to look closer: the
/// rules say whether two are the same.
fn contacts(typed: &Person) -> [Option<String>; 2] {
    let mut email = squeezed(&typed.email);
    if email.split('@').skip(1).any(|domain| domain.starts_with("googlemail.com")) {
        email = email.replace("@googlemail.com", "@gmail.com");
    }
    let mut digits: Vec<char> = typed.mobile.chars().rev().filter_map(plain_digit).take(10).collect();
    digits.reverse();
    let mobile = String::from_iter(digits);
    [email, mobile].map(|contact| Some(contact).filter(|contact| !contact.is_empty()))
}

/// What no two rows about different people have in common: the name with the email address, the name
/// with the mobile; without either, the name alone.
fn identities(name: &str, [email, mobile]: &[Option<String>; 2]) -> impl Iterator<Item = String> {
    let with = |contact: &Option<String>| contact.as_ref().map(|contact| [name, " ", contact].concat());
    let alone = (email.is_none() && mobile.is_none()).then(|| name.to_owned());
    [with(email), with(mobile), alone].into_iter().flatten()
}

/// `text` in small letters, without spaces.
pub(super) fn squeezed(text: &str) -> String {
    let mut text = lowercase(text);
    if !is_plain(&text) {
        return text.split_whitespace().collect();
    }
    text.retain(|c| c != ' ');
    text
}
