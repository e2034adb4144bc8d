//! What is known once the application is sent: its days, the mailbox that was issued, and what letters to
//! the helpdesk need besides.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use time::Date;

use crate::day::TypedDay;
use crate::fields::secret::secret_in;

/// What was typed into the boxes of the screens for the day after, each as it stands there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Afterwards {
    typed: BTreeMap<AfterBox, String>,
}

/// One box, or one day in three boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AfterBox {
    /// The day the application was sent on the portal.
    Applied,
    /// The day the accounts came.
    AccountsCame,
    /// The day the toolkit was last published.
    ToolkitPublished,
    /// The address of the shared mailbox, once it is issued.
    Mailbox,
    /// Who writes to the helpdesk.
    YourName,
    /// Where the helpdesk answers.
    YourEmail,
    /// Where the helpdesk calls back.
    YourTelephone,
    /// Something that one letter asks for: another letter is about somebody else.
    Of(Letter, LetterBox),
}

/// A letter to the helpdesk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// Somebody who has NHSmail from another job joins the site.
    Joiner,
    /// Somebody needs an account.
    NewAccount,
    /// Somebody leaves the site.
    Leaver,
    /// The shared mailbox gets another owner.
    NewOwner,
    /// Somebody is away for long.
    LongLeave,
    /// An account that was deleted is wanted back.
    Restore,
}

/// Something that a letter asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterBox {
    /// First and last name of the person it is about.
    Name,
    /// That person's address at nhs.net.
    NhsEmail,
    /// That person's own email address.
    OwnEmail,
    /// That person's own mobile number.
    Mobile,
    /// A day: the last at work, or the first away.
    From,
    /// The day somebody is back.
    Until,
    /// The owner who leaves or has left.
    OwnerBefore,
    /// Who owns the shared mailbox after somebody who leaves.
    NextOwner,
}

impl AfterBox {
    /// The boxes that every letter fills in from.
    pub const SHARED: [AfterBox; 7] = [
        AfterBox::Applied,
        AfterBox::AccountsCame,
        AfterBox::ToolkitPublished,
        AfterBox::Mailbox,
        AfterBox::YourName,
        AfterBox::YourEmail,
        AfterBox::YourTelephone,
    ];

    /// Whether it is a day in three boxes.
    pub fn is_day(self) -> bool {
        match self {
            AfterBox::Applied | AfterBox::AccountsCame | AfterBox::ToolkitPublished => true,
            AfterBox::Of(_, letter_box) => matches!(letter_box, LetterBox::From | LetterBox::Until),
            AfterBox::Mailbox | AfterBox::YourName | AfterBox::YourEmail | AfterBox::YourTelephone => false,
        }
    }

    /// The name it is saved under, such as `applied` or `leaver/name`.
    pub fn key(self) -> String {
        let key = match self {
            AfterBox::Applied => "applied",
            AfterBox::AccountsCame => "accounts-came",
            AfterBox::ToolkitPublished => "toolkit-published",
            AfterBox::Mailbox => "mailbox",
            AfterBox::YourName => "your-name",
            AfterBox::YourEmail => "your-email",
            AfterBox::YourTelephone => "your-telephone",
            AfterBox::Of(letter, letter_box) => return format!("{}/{}", letter.key(), letter_box.key()),
        };
        key.to_owned()
    }

    /// The box saved under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once('/') {
            Some((letter, letter_box)) => {
                Some(AfterBox::Of(Letter::from_key(letter)?, LetterBox::from_key(letter_box)?))
            }
            None => AfterBox::SHARED.into_iter().find(|shared| shared.key() == key),
        }
    }
}

impl Letter {
    /// Every letter, in the order they are offered.
    pub const ALL: [Letter; 6] = [
        Letter::NewAccount,
        Letter::Joiner,
        Letter::Leaver,
        Letter::NewOwner,
        Letter::LongLeave,
        Letter::Restore,
    ];

    /// Its name in an address and in a saved file.
    pub fn key(self) -> &'static str {
        match self {
            Letter::Joiner => "joiner",
            Letter::NewAccount => "new-account",
            Letter::Leaver => "leaver",
            Letter::NewOwner => "new-owner",
            Letter::LongLeave => "long-leave",
            Letter::Restore => "restore",
        }
    }

    /// The letter called `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Letter::ALL.into_iter().find(|letter| letter.key() == key)
    }
}

impl LetterBox {
    const ALL: [LetterBox; 8] = [
        LetterBox::Name,
        LetterBox::NhsEmail,
        LetterBox::OwnEmail,
        LetterBox::Mobile,
        LetterBox::From,
        LetterBox::Until,
        LetterBox::OwnerBefore,
        LetterBox::NextOwner,
    ];

    /// Its name in a saved file, and on its screen.
    pub fn key(self) -> &'static str {
        match self {
            LetterBox::Name => "name",
            LetterBox::NhsEmail => "nhs-email",
            LetterBox::OwnEmail => "own-email",
            LetterBox::Mobile => "mobile",
            LetterBox::From => "from",
            LetterBox::Until => "until",
            LetterBox::OwnerBefore => "owner-before",
            LetterBox::NextOwner => "next-owner",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        LetterBox::ALL.into_iter().find(|letter_box| letter_box.key() == key)
    }
}

impl Afterwards {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Every text, as typed.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.typed.values().map(String::as_str)
    }

    /// The text in `after_box`, as typed; empty where there is none.
    pub fn typed(&self, after_box: AfterBox) -> &str {
        self.typed.get(&after_box).map_or("", String::as_str)
    }

    /// The text in `after_box` as it goes into letters: nothing in place of what works as a password.
    pub fn value(&self, after_box: AfterBox) -> &str {
        let typed = self.typed(after_box);
        if secret_in(typed).is_some() { "" } else { typed }
    }

    /// Puts `text` into `after_box`.
    pub fn set(&mut self, after_box: AfterBox, text: String) {
        if text.is_empty() {
            self.typed.remove(&after_box);
        } else {
            self.typed.insert(after_box, text);
        }
    }

    /// The three boxes of a day.
    pub fn typed_day(&self, after_box: AfterBox) -> TypedDay {
        TypedDay::from_line(self.typed(after_box))
    }

    /// Puts a day into `after_box`.
    pub fn set_day(&mut self, after_box: AfterBox, day: &TypedDay) {
        let text = if *day == TypedDay::default() { String::new() } else { day.to_line() };
        self.set(after_box, text);
    }

    /// The day in `after_box`; `None` where there is none, or none that is a day.
    pub fn day(&self, after_box: AfterBox) -> Option<Date> {
        self.typed_day(after_box).parse().ok()
    }

    /// Empties each box but those whose text `is_wanted`.
    pub fn retain(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.typed.retain(|_, text| is_wanted(text));
    }

    /// Empties the boxes of `letter`.
    pub fn clear(&mut self, letter: Letter) {
        self.typed.retain(|after_box, _| !matches!(after_box, AfterBox::Of(of, _) if *of == letter));
    }
}

// The same in a saved file and in a message: each text by the name of its box. Values are read by what they
// are: see `documents::save`.

impl Serialize for Afterwards {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.typed.iter().map(|(after_box, text)| (after_box.key(), text)))
    }
}

impl<'de> Deserialize<'de> for Afterwards {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ByBox;

        impl<'de> Visitor<'de> for ByBox {
            type Value = Afterwards;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("texts by box")
            }

            /// Stops at the first name that is no box's: of the others there may be any number.
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Afterwards, A::Error> {
                let mut afterwards = Afterwards::default();
                while let Some(Text(key)) = map.next_key()? {
                    let after_box =
                        AfterBox::from_key(&key).ok_or_else(|| A::Error::custom("no such box"))?;
                    let Text(text) = map.next_value()?;
                    afterwards.set(after_box, text);
                }
                Ok(afterwards)
            }
        }

        deserializer.deserialize_any(ByBox)
    }
}

/// A text, and nothing that could be read as one.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyText;

        impl Visitor<'_> for AnyText {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.to_owned()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Text, E> {
                Ok(Text(text))
            }
        }

        deserializer.deserialize_any(AnyText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_box_is_read_back_from_its_name() {
        let of_letters =
            Letter::ALL.into_iter().flat_map(|letter| LetterBox::ALL.map(|of| AfterBox::Of(letter, of)));
        for after_box in AfterBox::SHARED.into_iter().chain(of_letters) {
            assert_eq!(AfterBox::from_key(&after_box.key()), Some(after_box));
        }
        for key in ["", "leaver", "leaver/", "leaver/applied", "x/name", "name"] {
            assert_eq!(AfterBox::from_key(key), None, "{key}");
        }
    }

    #[test]
    fn a_letter_is_emptied_without_the_others() {
        let mut afterwards = Afterwards::default();
        let leaver = AfterBox::Of(Letter::Leaver, LetterBox::Name);
        let joiner = AfterBox::Of(Letter::Joiner, LetterBox::Name);
        afterwards.set(leaver, "Anna Smith".into());
        afterwards.set(joiner, "Ben Jones".into());
        afterwards.clear(Letter::Leaver);
        assert_eq!((afterwards.typed(leaver), afterwards.typed(joiner)), ("", "Ben Jones"));
    }

    #[test]
    fn three_empty_boxes_are_no_day_and_are_not_kept() {
        let mut afterwards = Afterwards::default();
        afterwards.set_day(AfterBox::Applied, &TypedDay::from_line("3//20"));
        assert_eq!((afterwards.typed(AfterBox::Applied), afterwards.day(AfterBox::Applied)), ("3//20", None));
        afterwards.set_day(AfterBox::Applied, &TypedDay::default());
        assert!(afterwards.is_empty());
    }
}
