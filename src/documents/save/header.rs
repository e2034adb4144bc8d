//! What a file says of itself: read before anything else of it is.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::load_error::LoadError;

/// What a file says of itself, whatever else is in it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Header {
    format: Claim,
    version: Claim,
}

impl Header {
    /// Whether the file says that it is of `format`.
    pub fn is_of(&self, format: &str) -> bool {
        matches!(&self.format, Claim::Text(claimed) if claimed == format)
    }

    /// The version of the format, from 1 to `newest`.
    ///
    /// # Errors
    /// [`LoadError::Newer`], or [`LoadError::Damaged`] where it is no version at all.
    pub fn version(&self, newest: u8) -> Result<u8, LoadError> {
        let Some(version) = self.version.whole_number() else { return Err(LoadError::Damaged) };
        match (1..=newest).find(|known| f64::from(*known) == version) {
            Some(known) => Ok(known),
            None if version > f64::from(newest) => Err(LoadError::Newer),
            None => Err(LoadError::Damaged),
        }
    }
}

/// One value, of any kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Claim {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Anything else.
    #[default]
    Other,
}

impl Claim {
    /// The number, where it is a whole one.
    pub fn whole_number(&self) -> Option<f64> {
        match self {
            Claim::Number(number) if number.fract() == 0.0 => Some(*number),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Claim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyValue;

        impl<'de> Visitor<'de> for AnyValue {
            type Value = Claim;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Claim, E> {
                Ok(Claim::Text(text.to_owned()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Claim, E> {
                Ok(Claim::Number(number))
            }

            #[allow(clippy::cast_precision_loss, reason = "no version comes near 2 to the power of 53")]
            fn visit_u64<E: Error>(self, number: u64) -> Result<Claim, E> {
                Ok(Claim::Number(number as f64))
            }

            #[allow(clippy::cast_precision_loss, reason = "no version comes near 2 to the power of 53")]
            fn visit_i64<E: Error>(self, number: i64) -> Result<Claim, E> {
                Ok(Claim::Number(number as f64))
            }

            fn visit_bool<E: Error>(self, _: bool) -> Result<Claim, E> {
                Ok(Claim::Other)
            }

            fn visit_unit<E: Error>(self) -> Result<Claim, E> {
                Ok(Claim::Other)
            }

            // What stands within is passed over one level deep, however deep it goes.

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Claim, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Claim::Other)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Claim, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Claim::Other)
            }
        }

        deserializer.deserialize_any(AnyValue)
    }
}
