//! How the values in a file are read, and written.
//!
//! They are read by what they are, and not asked for by what they should be: serde-wasm-bindgen describes a
//! value that it was not asked for in full, which a list of a million lists in each other would bring down.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::header::Claim;
use crate::application::{Answer, Answers, MailboxRole, Question};

/// A text.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Text;

    impl Visitor<'_> for Text {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }

        fn visit_string<E: Error>(self, text: String) -> Result<String, E> {
            Ok(text)
        }
    }

    deserializer.deserialize_any(Text)
}

/// Yes or no.
pub fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    struct Flag;

    impl Visitor<'_> for Flag {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("true or false")
        }

        fn visit_bool<E: Error>(self, flag: bool) -> Result<bool, E> {
            Ok(flag)
        }
    }

    deserializer.deserialize_any(Flag)
}

/// A whole number that counts something.
pub fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let number = Claim::deserialize(deserializer)?.whole_number();
    // No count comes near 2 to the power of 32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within the bounds")]
    let count = number.filter(|number| (0.0..4e9).contains(number)).map(|number| number as usize);
    count.ok_or_else(|| D::Error::custom("no count"))
}

/// A role by its name, or `null`.
pub mod role {
    use super::*;

    /// Writes its name.
    pub fn serialize<S: Serializer>(role: &Option<MailboxRole>, serializer: S) -> Result<S::Ok, S::Error> {
        role.map(MailboxRole::key).serialize(serializer)
    }

    /// Reads its name.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<MailboxRole>, D::Error> {
        struct Role;

        impl Visitor<'_> for Role {
            type Value = Option<MailboxRole>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a role or null")
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
                MailboxRole::from_key(key).map(Some).ok_or_else(|| E::custom("no such role"))
            }
        }

        deserializer.deserialize_any(Role)
    }
}

/// Answers by the names of their questions, each by its own name.
pub mod answers {
    use super::*;

    /// Writes each under its question.
    pub fn serialize<S: Serializer>(answers: &Answers, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(answers.all().map(|(question, answer)| (question.entry().key, answer.key())))
    }

    /// Reads each under its question.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Answers, D::Error> {
        struct ByQuestion;

        impl<'de> Visitor<'de> for ByQuestion {
            type Value = Answers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("answers by question")
            }

            /// Stops at the first name that is no question's: of the others there may be any number.
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
                let mut answers = Answers::default();
                while let Some(Name(name)) = map.next_key()? {
                    let question =
                        Question::from_key(&name).ok_or_else(|| A::Error::custom("no such question"))?;
                    let Name(key) = map.next_value()?;
                    let answer = Answer::from_key(&key).filter(|answer| question.can_be(answer));
                    answers.set(question, answer.ok_or_else(|| A::Error::custom("no such answer"))?);
                }
                Ok(answers)
            }
        }

        deserializer.deserialize_any(ByQuestion)
    }

    struct Name(String);

    impl<'de> Deserialize<'de> for Name {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            text(deserializer).map(Name)
        }
    }
}
