//! JSON (RFC 8259), as far as a saved file and the messages between page and workers need it: text, whole numbers, lists and maps.
//!
//! Written by hand, because what waits for the module is a manager on a slow line: the usual
//! library adds an eighth to it, most of that for fractions and for types of any shape. Its tests
//! hold it against that library.

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number. Any other is read as the nearest this can hold, or 0: no saved file has one.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names and their values, in the order they stand.
    Map(Vec<(String, Json)>),
}

/// The text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotJson;

/// Lists and maps within each other beyond this are refused: reading goes down by calling itself.
const DEEPEST: usize = 64;

impl Json {
    /// The value called `name`, of a map.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Map(pairs) => pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text called `name`, of a map.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_text()
    }

    /// The list called `name`, of a map.
    pub fn list(&self, name: &str) -> Option<&[Json]> {
        match self.get(name)? {
            Json::List(list) => Some(list),
            _ => None,
        }
    }

    /// What a list holds; nothing, for what is no list.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            _ => &[],
        }
    }

    /// The item of a list at `index`; `Null` where there is none.
    pub fn at(&self, index: usize) -> &Json {
        self.items().get(index).unwrap_or(&Json::Null)
    }

    /// The text itself.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number from 0 on.
    pub fn as_index(&self) -> Option<usize> {
        match self {
            Json::Number(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The value that `text` holds.
    pub fn read(text: &str) -> Result<Json, NotJson> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.space();
        if reader.at == text.len() { Ok(value) } else { Err(NotJson) }
    }

    /// The value as text, a line for each name, for people to read.
    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text, 0);
        text
    }

    fn write_to(&self, text: &mut String, depth: usize) {
        match self {
            Json::Null => text.push_str("null"),
            Json::Bool(true) => text.push_str("true"),
            Json::Bool(false) => text.push_str("false"),
            Json::Number(number) => text.push_str(&number.to_string()),
            Json::Text(value) => write_text(text, value),
            Json::List(list) => write_all(text, depth, ['[', ']'], list, |text, value| {
                value.write_to(text, depth + 1);
            }),
            Json::Map(pairs) => write_all(text, depth, ['{', '}'], pairs, |text, (name, value)| {
                write_text(text, name);
                text.push_str(": ");
                value.write_to(text, depth + 1);
            }),
        }
    }
}

fn write_all<T>(
    text: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    all: &[T],
    one: impl Fn(&mut String, &T),
) {
    text.push(open);
    for (index, value) in all.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(depth + 1));
        one(text, value);
    }
    if !all.is_empty() {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    }
    text.push(close);
}

fn write_text(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            c if u32::from(c) < 0x20 => {
                text.push_str("\\u00");
                text.extend(
                    [16, 1].map(|place| char::from_digit(u32::from(c) / place % 16, 16).unwrap_or('0')),
                );
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

struct Reader<'a> {
    text: &'a str,
    /// How many bytes are read; always between two characters.
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    /// Reads `word`, if it stands next.
    fn take(&mut self, word: &str) -> bool {
        let taken = self.rest().starts_with(word);
        self.at += if taken { word.len() } else { 0 };
        taken
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.space();
        if depth > DEEPEST {
            return Err(NotJson);
        }
        match self.rest().bytes().next() {
            Some(b'"') => self.quoted().map(Json::Text),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.map(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("null") => Ok(Json::Null),
            _ if self.take("true") => Ok(Json::Bool(true)),
            _ if self.take("false") => Ok(Json::Bool(false)),
            _ => Err(NotJson),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, NotJson> {
        let mut list = Vec::new();
        self.between("[", "]", |reader| {
            list.push(reader.value(depth + 1)?);
            Ok(())
        })?;
        Ok(Json::List(list))
    }

    fn map(&mut self, depth: usize) -> Result<Json, NotJson> {
        let mut pairs: Vec<(String, Json)> = Vec::new();
        self.between("{", "}", |reader| {
            reader.space();
            let name = reader.quoted()?;
            reader.space();
            if !reader.take(":") {
                return Err(NotJson);
            }
            let value = reader.value(depth + 1)?;
            // Of two values with one name the last holds, as other readers have it.
            pairs.retain(|(other, _)| *other != name);
            pairs.push((name, value));
            Ok(())
        })?;
        Ok(Json::Map(pairs))
    }

    /// Reads what stands between `open` and `close`, with a comma between each and the next.
    fn between(
        &mut self,
        open: &str,
        close: &str,
        mut one: impl FnMut(&mut Self) -> Result<(), NotJson>,
    ) -> Result<(), NotJson> {
        self.take(open);
        self.space();
        if self.take(close) {
            return Ok(());
        }
        loop {
            one(self)?;
            self.space();
            if self.take(close) {
                return Ok(());
            }
            if !self.take(",") {
                return Err(NotJson);
            }
        }
    }

    fn number(&mut self) -> Result<Json, NotJson> {
        let negative = self.take("-");
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(NotJson);
        }
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            self.digits()?;
        }
        let size: i64 = whole.parse().unwrap_or(0);
        Ok(Json::Number(if negative { -size } else { size }))
    }

    /// Reads one digit or more.
    fn digits(&mut self) -> Result<String, NotJson> {
        let digits: String = self.rest().chars().take_while(char::is_ascii_digit).collect();
        self.at += digits.len();
        if digits.is_empty() { Err(NotJson) } else { Ok(digits) }
    }

    fn quoted(&mut self) -> Result<String, NotJson> {
        if !self.take("\"") {
            return Err(NotJson);
        }
        let mut text = String::new();
        loop {
            let c = self.next_char()?;
            match c {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                c if u32::from(c) < 0x20 => return Err(NotJson),
                c => text.push(c),
            }
        }
    }

    fn next_char(&mut self) -> Result<char, NotJson> {
        let c = self.rest().chars().next().ok_or(NotJson)?;
        self.at += c.len_utf8();
        Ok(c)
    }

    fn escaped(&mut self) -> Result<char, NotJson> {
        Ok(match self.next_char()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            c @ ('"' | '\\' | '/') => c,
            'u' => return self.code_point(),
            _ => return Err(NotJson),
        })
    }

    /// The character after `\u`: one unit of UTF-16, or two that belong together.
    fn code_point(&mut self) -> Result<char, NotJson> {
        let first = self.unit()?;
        let code = match first {
            0xD800..=0xDBFF if self.take("\\u") => {
                let second = self.unit()?;
                if !(0xDC00..=0xDFFF).contains(&second) {
                    return Err(NotJson);
                }
                0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
            }
            code => code,
        };
        char::from_u32(code).ok_or(NotJson)
    }

    fn unit(&mut self) -> Result<u32, NotJson> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + self.next_char()?.to_digit(16).ok_or(NotJson)?;
        }
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// What the library reads, in our terms; fractions, which no saved file has, as their whole part.
    fn oracle(text: &str) -> Result<Json, NotJson> {
        fn ours(value: Value) -> Json {
            match value {
                Value::Null => Json::Null,
                Value::Bool(value) => Json::Bool(value),
                Value::Number(number) => Json::Number(number.as_i64().unwrap_or(0)),
                Value::String(text) => Json::Text(text),
                Value::Array(list) => Json::List(list.into_iter().map(ours).collect()),
                Value::Object(map) => {
                    let mut pairs: Vec<_> =
                        map.into_iter().map(|(name, value)| (name, ours(value))).collect();
                    pairs.sort_by(|one, other| one.0.cmp(&other.0));
                    Json::Map(pairs)
                }
            }
        }
        serde_json::from_str(text).map(ours).map_err(|_| NotJson)
    }

    /// The value with the names of each map in order, as the library has them.
    fn sorted(value: Json) -> Json {
        match value {
            Json::List(list) => Json::List(list.into_iter().map(sorted).collect()),
            Json::Map(pairs) => {
                let mut pairs: Vec<_> =
                    pairs.into_iter().map(|(name, value)| (name, sorted(value))).collect();
                pairs.sort_by(|one, other| one.0.cmp(&other.0));
                Json::Map(pairs)
            }
            other => other,
        }
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Bool),
            any::<i64>().prop_filter("its size fits", |n| *n != i64::MIN).prop_map(Json::Number),
            any::<String>().prop_map(Json::Text),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Json::Map(map.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn the_library_agrees_on_every_form() {
        for text in [
            "",
            " ",
            "null",
            "nul",
            "nullx",
            "true ",
            "[]",
            "[ ]",
            "[,]",
            "[1,]",
            "[1 2]",
            "{}",
            "{\"a\":1,\"a\":2}",
            "{\"a\" : [ 1 , -2 ] }",
            "{a:1}",
            "{\"a\":}",
            "{\"a\"}",
            "0",
            "-0",
            "01",
            "-",
            "+1",
            "1.",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\u0041\"",
            "\"\\x\"",
            "\"\n\"",
            "\"\t\"",
            "\"a",
            "\"\\",
            "\"\\u12\"",
            "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"",
            "\u{feff}1",
            "1 1",
            "[1]]",
            "'a'",
            "\u{a0}1",
        ] {
            assert_eq!(Json::read(text).map(sorted), oracle(text), "{text:?}");
        }
    }

    #[test]
    fn lists_within_lists_without_end_are_refused() {
        assert_eq!(Json::read(&"[".repeat(1_000_000)), Err(NotJson));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_here_and_in_the_library(value in any_json()) {
            let text = value.write();
            prop_assert_eq!(Json::read(&text), Ok(value.clone()));
            prop_assert_eq!(oracle(&text), Ok(sorted(value)));
        }

        #[test]
        fn any_text_is_read_or_refused_as_the_library_does(text in "[\\[\\]{}:,\"\\\\u0-9ntrue. \\-+eE]{0,24}") {
            prop_assert_eq!(Json::read(&text).is_ok(), oracle(&text).is_ok(), "{:?}", text);
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = Json::read(&text);
        }
    }
}
