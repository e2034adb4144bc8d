//! What is kept of each person and of each site, and no more: the rest stays in the file's rows, and is read again
//! where somebody asks.

use super::problem::ProblemSet;
use crate::application::{Application, MailboxRole, Person, Site, SiteBox};
use crate::fields::{Email, Mobile};
use crate::intake::TAKEN_OUT;
use crate::intake::fast_hash::hash;
use crate::intake::site_list::{PlainPerson, SiteList, name_hash};
use crate::rules::is_home_address;
use crate::text::lowercase;

/// A file that was opened.
pub(super) struct KeptFile {
    /// Its name, as the person knows it.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What a file holds.
pub(super) enum Content {
    /// A list of people.
    List(Box<SiteList>),
    /// A saved application, which is one site.
    Application(Box<Application>),
}

/// A person: 48 bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct KeptPerson {
    /// Hashes of the name, and of the address as it is compared; 0 where there is none that can be read.
    pub name: u64,
    /// See `name`.
    pub email: u64,
    /// The eleven digits of the mobile as one number; 0 where there is none that can be read.
    pub mobile: u64,
    /// The place of the site.
    pub site: u32,
    /// Where the row is, and its number: see [`SiteList::row`]. Of a saved application, the person's place in it.
    pub place: u32,
    /// See `place`.
    pub number: u32,
    /// What is known of the person beside.
    pub facts: PersonFacts,
}

/// What is known of a person.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PersonFacts {
    /// What the list says of the shared mailbox.
    pub role: Option<MailboxRole>,
    /// Whether the address looks like the home's own.
    pub is_homes: bool,
    /// Whether an earlier row of the site says the same.
    pub is_repeated: bool,
}

/// A site.
#[derive(Debug, Clone)]
pub(super) struct KeptSite {
    /// The place of the file it stands in.
    pub file: u32,
    /// What the list says of it.
    pub site: Site,
    /// Its people, once they stand in the order of their sites: where they begin and end.
    pub people: (u32, u32),
    /// How many are listed, without rows that repeat others.
    pub count: u32,
    /// How much is to be mended or added, and how much only a person can say.
    pub to_mend: u32,
    /// See `to_mend`.
    pub to_check: u32,
    /// What kinds of problems there are to be seen to.
    pub problems: ProblemSet,
    /// The boxes for which its rows give different values.
    pub disagree: [bool; 4],
    /// Whether the portal is not for it.
    pub has_other_route: bool,
}

impl KeptPerson {
    /// Somebody in a plain row.
    pub fn of_plain(person: &PlainPerson, site: &str) -> Self {
        KeptPerson {
            name: person.name_hash,
            email: person.email_hash,
            mobile: person.mobile,
            site: 0,
            place: 0,
            number: 0,
            facts: PersonFacts {
                role: person.role,
                is_homes: !person.is_named_in_address
                    && is_homes(person.email, site, [person.first_name, person.last_name]),
                is_repeated: false,
            },
        }
    }

    /// Somebody as they were read or typed.
    pub fn of_person(person: &Person, site: &str) -> Self {
        let (first, last) = (person.first_name.trim(), person.last_name.trim());
        let email = person.email.parse::<Email>().ok().map(|email| hash(email.comparison_key().as_bytes()));
        let mobile = person.mobile.parse::<Mobile>().ok();
        KeptPerson {
            name: if first.is_empty() && last.is_empty() { 0 } else { name_hash(first, last) },
            email: email.unwrap_or_default(),
            mobile: mobile.and_then(|mobile| mobile.comparison_key().parse().ok()).unwrap_or_default(),
            site: 0,
            place: 0,
            number: 0,
            facts: PersonFacts {
                role: person.role,
                is_homes: is_homes(&person.email, site, [first, last]),
                is_repeated: false,
            },
        }
    }

    /// Whether the two are one person, listed twice: of one name, and with one address or one mobile, or of one name
    /// where one of them gives neither.
    pub fn is_same_as(&self, other: &KeptPerson) -> bool {
        let has_none = |person: &KeptPerson| person.email == 0 && person.mobile == 0;
        self.name != 0
            && self.name == other.name
            && (self.email != 0 && self.email == other.email
                || self.mobile != 0 && self.mobile == other.mobile
                || has_none(self)
                || has_none(other))
    }
}

impl KeptSite {
    pub fn new(file: u32, values: [&str; 4]) -> Self {
        let mut site = Site::default();
        for (site_box, value) in SiteBox::ALL.into_iter().zip(values) {
            site.set(site_box, value.to_owned());
        }
        KeptSite::of_site(file, site)
    }

    pub fn of_site(file: u32, site: Site) -> Self {
        KeptSite {
            file,
            site,
            people: (0, 0),
            count: 0,
            to_mend: 0,
            to_check: 0,
            problems: ProblemSet::default(),
            disagree: [false; 4],
            has_other_route: false,
        }
    }

    /// What the list says in this box, for people to see: a manager's ID or a passcode goes no further.
    pub fn shown(&self, site_box: SiteBox) -> &str {
        if self.site.secret(site_box).is_some() { TAKEN_OUT } else { self.site.typed(site_box).trim() }
    }

    /// Fills in what another row says of it, and sees where the two disagree.
    pub fn add(&mut self, values: [&str; 4]) {
        for ((site_box, value), disagree) in SiteBox::ALL.into_iter().zip(values).zip(&mut self.disagree) {
            let before = self.site.typed(site_box);
            if before == value || value.is_empty() {
            } else if before.is_empty() {
                self.site.set(site_box, value.to_owned());
            } else {
                *disagree |= squeezed(before) != squeezed(value);
            }
        }
    }
}

/// Whether the address looks like the home's own. Most begin in another way than the names of the site and of the
/// domain do, and need no closer look.
fn is_homes(email: &str, site: &str, person: [&str; 2]) -> bool {
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase());
    let begins_alike = |text: &str| {
        let (one, other) = (first(local), first(text));
        one == other || other.is_some_and(|c| !c.is_ascii())
    };
    let mut words = site.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if !email.is_ascii() || begins_alike(domain) || words.any(begins_alike) {
        let (local, domain) = (lowercase(local), lowercase(domain));
        return is_home_address(&local, &domain, site, &person.join(" "));
    }
    false
}

/// The letters and digits of a value, in small letters: what people write in more ways than one is left out.
pub(super) fn squeezed(text: &str) -> String {
    if text.is_ascii() {
        let kept = text.bytes().filter(u8::is_ascii_alphanumeric);
        return kept.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    lowercase(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
