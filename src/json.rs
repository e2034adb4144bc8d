//! JSON, for which this crate has types and no parser: the page uses the browser's own, tests and the
//! build use serde_json. Whatever is decided about a text is decided here, over [`Json`], so that both
//! decide alike.

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
}

#[cfg(test)]
impl Json for serde_json::Value {
    fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn read<T: DeserializeOwned>(&self) -> Result<T, String> {
        T::deserialize(self).map_err(|error| error.to_string())
    }
}
