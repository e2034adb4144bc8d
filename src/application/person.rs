//! A person who needs an account.

use serde::{Deserialize, Serialize};
use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::fields::secret::{Secret, secret_in};
use crate::fields::{Email, Mobile, PersonName};
use crate::text::{lowercase, visible};

/// One person, as typed. Two are equal when the same is typed about both.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "app", derive(reactive_stores::Store))]
pub struct Person {
    /// Tells this person from the others while the program runs; neither saved nor compared.
    #[serde(skip)]
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The email address the username is sent to.
    pub email: String,
    /// The mobile number the temporary password is sent to.
    pub mobile: String,
    /// What they may do with the shared mailbox.
    pub role: Option<MailboxRole>,
}

/// What tells one person of a running program from another, whatever is typed about either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(u32);

impl Default for PersonId {
    /// An id that nobody had before: they are counted.
    fn default() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        PersonId(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl PartialEq for Person {
    fn eq(&self, other: &Self) -> bool {
        let Person { id: _, first_name, last_name, email, mobile, role } = self;
        *first_name == other.first_name
            && *last_name == other.last_name
            && *email == other.email
            && *mobile == other.mobile
            && *role == other.role
    }
}

impl Eq for Person {}

/// What a person may do with the site's shared mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailboxRole {
    /// Reads, sends, and decides who else may.
    Owner,
    /// Reads and sends.
    Member,
}

impl MailboxRole {
    /// Both roles, in the order they are offered.
    pub const ALL: [MailboxRole; 2] = [MailboxRole::Owner, MailboxRole::Member];

    /// The name it is saved under.
    pub fn key(self) -> &'static str {
        match self {
            MailboxRole::Owner => "owner",
            MailboxRole::Member => "member",
        }
    }

    /// The role saved under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        MailboxRole::ALL.into_iter().find(|role| role.key() == key)
    }

    /// The role in a word or two, as documents write it.
    pub fn name(self) -> &'static str {
        match self {
            MailboxRole::Owner => "Owner",
            MailboxRole::Member => "Member",
        }
    }
}

/// One box of a person's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PersonBox {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// Email address.
    Email,
    /// Mobile number.
    Mobile,
    /// Owner or member of the shared mailbox.
    Role,
}

impl PersonBox {
    /// Every box, in the order the portal asks.
    pub const ALL: [PersonBox; 5] =
        [PersonBox::FirstName, PersonBox::LastName, PersonBox::Email, PersonBox::Mobile, PersonBox::Role];

    /// The box's label.
    pub fn label(self) -> &'static str {
        match self {
            PersonBox::FirstName => "First name",
            PersonBox::LastName => "Last name",
            PersonBox::Email => "Email address",
            PersonBox::Mobile => "Mobile number",
            PersonBox::Role => "Shared mailbox",
        }
    }
}

impl Person {
    /// Whether nothing has been entered about this person.
    pub fn is_empty(&self) -> bool {
        let boxes = [&self.first_name, &self.last_name, &self.email, &self.mobile];
        self.role.is_none() && boxes.iter().all(|text| text.trim().is_empty())
    }

    /// The text in `person_box`, as typed; the role by its key.
    pub fn typed(&self, person_box: PersonBox) -> &str {
        match person_box {
            PersonBox::FirstName => &self.first_name,
            PersonBox::LastName => &self.last_name,
            PersonBox::Email => &self.email,
            PersonBox::Mobile => &self.mobile,
            PersonBox::Role => self.role.map_or("", MailboxRole::key),
        }
    }

    /// Puts `text` into `person_box`; for the role, its key.
    pub fn set(&mut self, person_box: PersonBox, text: String) {
        match person_box {
            PersonBox::FirstName => self.first_name = text,
            PersonBox::LastName => self.last_name = text,
            PersonBox::Email => self.email = text,
            PersonBox::Mobile => self.mobile = text,
            PersonBox::Role => self.role = MailboxRole::from_key(&text),
        }
    }

    /// What was typed into `person_box` and works as a password. It goes no further than the box, into no file
    /// and no document.
    pub fn secret(&self, person_box: PersonBox) -> Option<Secret> {
        secret_in(self.typed(person_box))
    }

    /// What `person_box` comes to: the canonical form, or the typed text where it cannot be read. Empty in place
    /// of a [secret](Person::secret).
    pub fn value(&self, person_box: PersonBox) -> String {
        let typed = self.typed(person_box);
        match person_box {
            _ if self.secret(person_box).is_some() => String::new(),
            PersonBox::FirstName | PersonBox::LastName => canonical::<PersonName>(typed),
            PersonBox::Email => canonical::<Email>(typed),
            PersonBox::Mobile => canonical::<Mobile>(typed),
            PersonBox::Role => self.role.map_or("", MailboxRole::name).to_owned(),
        }
    }

    /// Whether both have one name, in whatever letters.
    pub fn has_name_of(&self, other: &Person) -> bool {
        self.letters_of_name().eq(other.letters_of_name())
    }

    fn letters_of_name(&self) -> impl Iterator<Item = char> {
        let (first, last) = (self.first_name.trim().chars(), self.last_name.trim().chars());
        first.chain([' ']).chain(last).flat_map(char::to_lowercase)
    }

    /// Whether `other` is the same person: of one name, and with one address or one mobile, however each is
    /// written. Two of one name of whom one gives neither are the same too.
    pub fn is_same_as(&self, other: &Person) -> bool {
        let name = |person: &Person| lowercase(&person.full_name());
        let email = |person: &Person| person.email.parse::<Email>().ok().map(|email| email.comparison_key());
        let mobile =
            |person: &Person| person.mobile.parse::<Mobile>().ok().map(|mobile| mobile.comparison_key());
        let has_none = |person: &Person| email(person).is_none() && mobile(person).is_none();
        let is_one = |one: Option<String>, other| one.is_some() && one == other;
        name(self) == name(other)
            && (has_none(self)
                || has_none(other)
                || is_one(email(self), email(other))
                || is_one(mobile(self), mobile(other)))
    }

    /// First and last name with one space between; empty when neither is given.
    pub fn full_name(&self) -> String {
        let names = [&self.first_name, &self.last_name].map(|name| name.trim());
        let is_name = |name: &&str| !name.is_empty() && secret_in(name).is_none();
        visible(&names.into_iter().filter(is_name).collect::<Vec<_>>().join(" "))
    }
}

/// `typed` in the canonical form of the field `F`; where `F` cannot read it, trimmed and [`visible`].
pub(super) fn canonical<F: FromStr + ToString>(typed: &str) -> String {
    typed.parse::<F>().map_or_else(|_| visible(typed.trim()), |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, email: &str, mobile: &str) -> Person {
        let (first_name, last_name) = name.split_once(' ').unwrap();
        Person {
            first_name: first_name.into(),
            last_name: last_name.into(),
            email: email.into(),
            mobile: mobile.into(),
            ..Person::default()
        }
    }

    #[test]
    fn people_are_compared_by_what_is_typed_and_not_by_their_ids() {
        let anna = person("Anna Smith", "a@example.org", "");
        let again = person("Anna Smith", "a@example.org", "");
        assert_ne!(anna.id, again.id);
        assert_eq!(anna, again);
        assert_eq!(anna.clone().id, anna.id);
    }

    #[test]
    fn one_person_is_known_however_they_are_written() {
        let anna = person("Anna Smith", "a@example.org", "07700 900123");
        assert!(anna.is_same_as(&person("ANNA smith", "other@example.org", "+447700900123")));
        assert!(anna.is_same_as(&person("Anna Smith", "A@Example.org", "")));
        assert!(anna.is_same_as(&person("Anna Smith", "", "")));
        assert!(!anna.is_same_as(&person("Anna Smith", "b@example.org", "07700 900124")));
        assert!(!anna.is_same_as(&person("Ben Smith", "a@example.org", "07700 900123")));
    }
}
