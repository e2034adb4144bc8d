//! JSON, for which this crate has types and no parser: the page uses the browser's own, tests and the
//! build use serde_json. Whatever is decided about a text is decided here, over [`Json`], so that both
//! decide alike.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use serde::de::DeserializeOwned;

/// A JSON text that a parser has read.
pub trait Json: Sized {
    /// Parses `text`; `None` when it is not JSON.
    fn parse(text: &str) -> Option<Self>;

    /// The value as a `T`.
    ///
    /// # Errors
    /// Says, in the parser's words, where the value is no `T`.
    fn read<T: DeserializeOwned>(&self) -> Result<T, String>;

    /// The names in the value, and behind each those that stand within it, two deep: `links`,
    /// `links.portal`. The items of a list are called `0`, `1` and so on.
    fn names(&self) -> Vec<String>;
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
    use serde::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
    use serde::forward_to_deserialize_any;
    use serde_json::Value;

    /// JSON by serde_json, read as serde-wasm-bindgen reads what the browser has parsed, where that differs: of
    /// an object only the names that a struct asks for, and a list that was asked for as something else not at
    /// all, since it would be described in full, list in list, until the stack ends.
    #[derive(Debug, Clone)]
    pub(crate) struct BrowserJson(Value);

    impl Json for BrowserJson {
        fn parse(text: &str) -> Option<Self> {
            serde_json::from_str(text).ok().map(BrowserJson)
        }

        fn read<T: DeserializeOwned>(&self) -> Result<T, String> {
            T::deserialize(self.clone()).map_err(|error| error.to_string())
        }

        fn names(&self) -> Vec<String> {
            fn members(value: &Value) -> Vec<(String, Value)> {
                match value {
                    Value::Object(map) => map.clone().into_iter().collect(),
                    Value::Array(list) => {
                        list.iter().enumerate().map(|(at, item)| (at.to_string(), item.clone())).collect()
                    }
                    _ => Vec::new(),
                }
            }
            let mut names = Vec::new();
            for (name, value) in members(&self.0) {
                names.extend(members(&value).into_iter().map(|(inner, _)| format!("{name}.{inner}")));
                names.push(name);
            }
            names
        }
    }

    impl<'de> IntoDeserializer<'de, Error> for BrowserJson {
        type Deserializer = Self;

        fn into_deserializer(self) -> Self {
            self
        }
    }

    impl BrowserJson {
        fn asked_for<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            assert!(!self.0.is_array(), "a list would be described in full");
            self.deserialize_any(visitor)
        }
    }

    macro_rules! asked_for {
        ($($method:ident)*) => {
            $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                self.asked_for(visitor)
            })*
        };
    }

    impl<'de> Deserializer<'de> for BrowserJson {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Value::Null => visitor.visit_unit(),
                Value::Bool(value) => visitor.visit_bool(value),
                // JavaScript has one kind of number.
                Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                    (Some(whole), _) => visitor.visit_i64(whole),
                    (_, Some(number)) if number.fract() == 0.0 && number.abs() < 9e15 => {
                        visitor.visit_i64(number as i64)
                    }
                    (_, number) => visitor.visit_f64(number.unwrap_or_default()),
                },
                Value::String(text) => visitor.visit_string(text),
                Value::Array(list) => {
                    visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(BrowserJson)))
                }
                Value::Object(map) => visitor.visit_map(MapDeserializer::new(
                    map.into_iter().map(|(name, value)| (name, BrowserJson(value))),
                )),
            }
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _name: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Error> {
            if !self.0.is_object() && !self.0.is_array() {
                return Err(Error::invalid_type(Unexpected::Other("a value"), &visitor));
            }
            let found =
                fields.iter().filter_map(|name| Some((*name, BrowserJson(self.0.get(name)?.clone()))));
            visitor.visit_map(MapDeserializer::new(found))
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
        }

        fn deserialize_newtype_struct<V: Visitor<'de>>(
            self,
            _name: &'static str,
            visitor: V,
        ) -> Result<V::Value, Error> {
            visitor.visit_newtype_struct(self)
        }

        fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_unit()
        }

        asked_for! {
            deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
            deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char
            deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
            deserialize_identifier
        }

        forward_to_deserialize_any! { unit_struct seq tuple tuple_struct map enum }
    }
}
