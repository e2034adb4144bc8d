//! `nhsmail-application.json`: everything typed, to go on with another day or on another machine.
//!
//! The file names its format and version. What this release does not know (a damaged file, one of
//! another program, one of a later release) is refused with a sentence, and never half read.
//!
//! The types here are the format, and nothing else of the program is: what is renamed elsewhere stays
//! as it is in the file. `tests/cases/saves` holds a file of each version ever written.

use std::fmt::{self, Display};

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::application::{
    Answer, Answers, Application, Confirmation, MOST_PEOPLE, MailboxRole, Person, Question, Site, SiteBox,
};
use crate::json::Json;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-application.json";

/// Files larger than this, in bytes, are not read: the largest application is a small part of it.
pub const LARGEST_FILE: usize = 1_000_000;

const FORMAT: &str = "caremail-application";
const VERSION: u32 = 1;

/// Why a file was not opened. [`Display`] is the sentence to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// It is far larger than any file the checker saves.
    TooLarge,
    /// It lists more people than [`MOST_PEOPLE`].
    TooManyPeople,
    /// It is not whole, or was changed by hand.
    Damaged,
    /// It is a file of something else.
    Foreign,
    /// A later release of the checker saved it.
    Newer,
}

impl Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::TooLarge => {
                write!(
                    f,
                    "That file is too large to be one this checker saved. Choose the file named {FILE_NAME}."
                )
            }
            OpenError::TooManyPeople => {
                write!(
                    f,
                    "That file lists more than {MOST_PEOPLE} people, so nothing was opened. Choose a file for one site."
                )
            }
            OpenError::Damaged => f.write_str(
                "That file is damaged, so nothing was opened. Choose another copy of it, or start again.",
            ),
            OpenError::Foreign => {
                write!(f, "That file was not saved by this checker. Choose the file named {FILE_NAME}.")
            }
            OpenError::Newer => f.write_str(
                "That file was saved by a newer version of this checker. Reload this page, then open the file again.",
            ),
        }
    }
}

impl std::error::Error for OpenError {}

/// The application in the file whose text is `text`, parsed by `J`.
///
/// # Errors
/// Says why nothing was opened; then nothing of the file is used.
pub fn open<J: Json>(text: &str) -> Result<Application, OpenError> {
    if text.len() > LARGEST_FILE {
        return Err(OpenError::TooLarge);
    }
    let not_whole = || if text.contains(FORMAT) { OpenError::Damaged } else { OpenError::Foreign };
    let json = J::parse(text.trim_start_matches('\u{feff}')).ok_or_else(not_whole)?;
    json.read::<Header>().map_err(|_| OpenError::Foreign)?.check()?;
    json.read::<SaveFile>().map_err(|_| OpenError::Damaged)?.into_application()
}

/// What a file says of itself, whatever else is in it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Header {
    format: Claim,
    version: Claim,
}

impl Header {
    /// Whether [`SaveFile`] is the format of the file.
    ///
    /// # Errors
    /// Says what it is instead: a file of something else, of a later release, or a damaged one.
    pub fn check(&self) -> Result<(), OpenError> {
        if self.format != Claim::Text(FORMAT.to_owned()) {
            return Err(OpenError::Foreign);
        }
        match self.version {
            Claim::Number(version) if version == f64::from(VERSION) => Ok(()),
            Claim::Number(version) if version > f64::from(VERSION) && version.fract() == 0.0 => {
                Err(OpenError::Newer)
            }
            _ => Err(OpenError::Damaged),
        }
    }
}

/// One value of a [`Header`], of any kind.
#[derive(Debug, Clone, Default, PartialEq)]
enum Claim {
    Text(String),
    Number(f64),
    #[default]
    Other,
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

/// The file, version 1. It is written as it stands here, and read without regard to names it does not
/// have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveFile {
    // What they say is judged by `Header`, before the rest is read.
    #[serde(skip_deserializing, default = "format")]
    format: &'static str,
    #[serde(skip_deserializing, default = "version")]
    version: u32,
    #[serde(with = "answers")]
    answers: Answers,
    site: SavedSite,
    people: Vec<SavedPerson>,
    confirmed: Vec<SavedConfirmation>,
}

fn format() -> &'static str {
    FORMAT
}

fn version() -> u32 {
    VERSION
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SavedSite {
    #[serde(deserialize_with = "text")]
    name: String,
    #[serde(deserialize_with = "text")]
    location_id: String,
    #[serde(deserialize_with = "text")]
    postcode: String,
    #[serde(deserialize_with = "text")]
    ods_code: String,
    #[serde(deserialize_with = "flag")]
    ods_unknown: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SavedPerson {
    #[serde(deserialize_with = "text")]
    first_name: String,
    #[serde(deserialize_with = "text")]
    last_name: String,
    #[serde(deserialize_with = "text")]
    email: String,
    #[serde(deserialize_with = "text")]
    mobile: String,
    #[serde(with = "role")]
    role: Option<MailboxRole>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SavedConfirmation {
    #[serde(deserialize_with = "text")]
    rule: String,
    #[serde(deserialize_with = "text")]
    doubt: String,
    #[serde(deserialize_with = "text")]
    value: String,
}

impl SaveFile {
    /// The file of `application`. A manager's ID or a passcode in the wrong box is left out.
    pub fn from_application(application: &Application) -> Self {
        let Application { answers, site, people, confirmed } = application.without_secrets();
        let Site { name, location_id, postcode, ods_code, ods_unknown } = site;
        SaveFile {
            format: FORMAT,
            version: VERSION,
            answers,
            site: SavedSite { name, location_id, postcode, ods_code, ods_unknown },
            people: people.into_iter().map(SavedPerson::from).collect(),
            confirmed: confirmed.into_iter().map(SavedConfirmation::from).collect(),
        }
    }

    /// The application in the file.
    ///
    /// # Errors
    /// [`OpenError::TooManyPeople`]; whatever else is wrong with a file is found as it is read.
    pub fn into_application(self) -> Result<Application, OpenError> {
        let SaveFile { format: _, version: _, answers, site, people, confirmed } = self;
        if people.len() > MOST_PEOPLE {
            return Err(OpenError::TooManyPeople);
        }
        let SavedSite { name, location_id, postcode, ods_code, ods_unknown } = site;
        Ok(Application {
            answers,
            site: Site { name, location_id, postcode, ods_code, ods_unknown },
            people: people.into_iter().map(Person::from).collect(),
            confirmed: confirmed.into_iter().map(Confirmation::from).collect(),
        })
    }
}

impl From<Person> for SavedPerson {
    fn from(Person { id: _, first_name, last_name, email, mobile, role }: Person) -> Self {
        SavedPerson { first_name, last_name, email, mobile, role }
    }
}

impl From<SavedPerson> for Person {
    fn from(SavedPerson { first_name, last_name, email, mobile, role }: SavedPerson) -> Self {
        Person { first_name, last_name, email, mobile, role, ..Person::default() }
    }
}

impl From<Confirmation> for SavedConfirmation {
    fn from(Confirmation { rule, doubt, value }: Confirmation) -> Self {
        SavedConfirmation { rule, doubt, value }
    }
}

impl From<SavedConfirmation> for Confirmation {
    fn from(SavedConfirmation { rule, doubt, value }: SavedConfirmation) -> Self {
        Confirmation { rule, doubt, value }
    }
}

// Values are read by what they are, and not asked for by what they should be: serde-wasm-bindgen
// describes a value that it was not asked for in full, which a list of a million lists in each other
// would bring down.

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
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

fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
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

/// A role by its name, or `null`.
mod role {
    use super::*;

    pub fn serialize<S: Serializer>(role: &Option<MailboxRole>, serializer: S) -> Result<S::Ok, S::Error> {
        role.map(MailboxRole::key).serialize(serializer)
    }

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
mod answers {
    use super::*;

    pub fn serialize<S: Serializer>(answers: &Answers, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(answers.all().map(|(question, answer)| (question.entry().key, answer.key())))
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::json::testing::BrowserJson;
    use crate::rules::fixtures::ready;
    use serde::de::value::{Error as ValueError, MapDeserializer};
    use serde_json::Value;
    use std::cell::Cell;

    /// Each kind of answer, role and box, and characters that JSON escapes.
    fn of_every_kind() -> Application {
        let mut application = ready();
        let all = Question::all().zip([
            Answer::NotSure,
            Answer::Yes,
            Answer::CouncilService,
            Answer::No,
            Answer::NotSure,
            Answer::Approaching,
            Answer::Edition("2025-26".parse().unwrap()),
            Answer::HeadOffice,
            Answer::Passcode,
            Answer::Post,
            Answer::Day(TypedDay::from_line("3//20")),
        ]);
        all.for_each(|(question, answer)| application.answers.set(question, answer));
        application.people[0].role = None;
        application.people[1].first_name = "محمد \u{1F600} \"\\\u{0}\n".into();
        application.site.ods_unknown = true;
        let (rule, doubt, value) = ("person_name".into(), "post-or-place".into(), "Care Office".into());
        application.confirm(Confirmation { rule, doubt, value });
        application
    }

    const READY: &str = include_str!("../../tests/cases/saves/version-1-ready.json");
    const OF_EVERY_KIND: &str = include_str!("../../tests/cases/saves/version-1-every-kind.json");
    const EMPTY: &str = include_str!("../../tests/cases/saves/version-1-empty.json");

    fn saved(application: &Application) -> String {
        serde_json::to_string_pretty(&SaveFile::from_application(application)).unwrap() + "\n"
    }

    fn opened(text: &str) -> Result<Application, OpenError> {
        open::<BrowserJson>(text)
    }

    /// A file of every kind with `value` at `path`, such as `/people/0/role`.
    fn with(path: &str, value: Value) -> String {
        let mut file: Value = serde_json::from_str(OF_EVERY_KIND).unwrap();
        *file.pointer_mut(path).unwrap() = value;
        file.to_string()
    }

    #[test]
    fn what_was_saved_opens_as_it_was() {
        for application in [of_every_kind(), Application::default()] {
            assert_eq!(opened(&saved(&application)), Ok(application.clone()));
            assert_eq!(opened(&format!("\u{feff}{}", saved(&application))), Ok(application));
        }
    }

    #[test]
    fn each_file_ever_saved_still_opens_and_the_format_changes_only_with_a_new_one() {
        for (text, application) in
            [(READY, ready()), (OF_EVERY_KIND, of_every_kind()), (EMPTY, Application::default())]
        {
            assert_eq!(opened(text).as_ref(), Ok(&application));
            assert_eq!(saved(&application), text);
        }
    }

    #[test]
    fn a_managers_id_typed_into_another_box_is_not_saved() {
        for site_box in [SiteBox::LocationId, SiteBox::OdsCode] {
            let mut application = ready();
            application.site.set(site_box, "Con ID 1-1234567890".into());
            assert!(!saved(&application).contains("1234567890"));
            assert_eq!(application.site.value(site_box), "");
        }
    }

    #[test]
    fn a_file_that_is_not_ours_or_not_whole_says_which() {
        for text in
            ["", "null", "1", "\"caremail\"", "{}", "{\"people\": []}", "[1, 2, 3]", "{\"format\": 1}"]
        {
            assert_eq!(opened(text), Err(OpenError::Foreign), "{text}");
        }
        assert_eq!(opened(&with("/format", "another-program".into())), Err(OpenError::Foreign));
        assert_eq!(opened(&READY[..READY.len() / 2]), Err(OpenError::Damaged));
        for (path, value) in [
            ("/answers/dspt-year", "yes"),
            ("/answers/kind-of-service", "post"),
            ("/people/0/role", "boss"),
            ("/people/0/email", "null"),
            ("/site/ods_unknown", "false"),
            ("/site", "Oak House"),
            ("/answers", "yes"),
        ] {
            let value = if value == "null" { Value::Null } else { value.into() };
            assert_eq!(opened(&with(path, value)), Err(OpenError::Damaged), "{path}");
        }
        assert_eq!(opened(&READY.replace("dspt-status", "dspt")), Err(OpenError::Damaged));
        assert_eq!(opened(&READY.replace("\"role\"", "\"roll\"")), Err(OpenError::Damaged));
        assert_eq!(opened(&" ".repeat(LARGEST_FILE + 1)), Err(OpenError::TooLarge));
    }

    #[test]
    fn a_version_is_a_whole_number_that_this_release_knows() {
        for version in [2.0, 3.0, 1e300] {
            assert_eq!(opened(&with("/version", version.into())), Err(OpenError::Newer), "{version}");
        }
        assert!(opened(&with("/version", 1.0.into())).is_ok());
        let others =
            [1.9.into(), 0.into(), (-1).into(), "1".into(), true.into(), Value::Null, vec![1].into()];
        for version in others {
            assert_eq!(opened(&with("/version", version.clone())), Err(OpenError::Damaged), "{version}");
        }
        let newer = include_str!("../../tests/cases/hostile/65-version-1.9.json");
        assert_eq!(opened(newer), Err(OpenError::Damaged));
    }

    #[test]
    fn a_file_of_more_people_than_a_list_holds_says_so() {
        let person = serde_json::to_value(SavedPerson::from(Person::default())).unwrap();
        let listing = |count| opened(&with("/people", vec![person.clone(); count].into()));
        assert_eq!(listing(MOST_PEOPLE).unwrap().people.len(), MOST_PEOPLE);
        assert_eq!(listing(MOST_PEOPLE + 1), Err(OpenError::TooManyPeople));
        assert!(OpenError::TooManyPeople.to_string().contains("more than 500 people"));
    }

    #[test]
    fn names_that_are_no_questions_are_refused_at_the_first() {
        let read = Cell::new(0);
        let names = (0..100_000).map(|number| {
            read.set(read.get() + 1);
            (format!("{number:x}"), "yes")
        });
        let refused = answers::deserialize(MapDeserializer::<_, ValueError>::new(names)).unwrap_err();
        assert_eq!((refused.to_string().as_str(), read.get()), ("no such question", 1));
    }

    #[test]
    fn a_file_full_of_names_is_refused_wherever_they_stand() {
        let foreign = include_str!("../../tests/cases/hostile/60-keys-20k.json");
        assert_eq!(opened(foreign), Err(OpenError::Foreign));
        let names: Value = serde_json::from_str(foreign).unwrap();
        assert_eq!(opened(&with("/answers", names.clone())), Err(OpenError::Damaged));
        assert_eq!(opened(&with("/version", names.clone())), Err(OpenError::Damaged));
        assert_eq!(opened(&with("/people", names)), Err(OpenError::Damaged));
    }

    #[test]
    fn a_list_where_none_belongs_is_refused_unread_wherever_it_stands() {
        let file: Value = serde_json::from_str(OF_EVERY_KIND).unwrap();
        let mut paths = Vec::new();
        let mut within = vec![(String::new(), &file)];
        while let Some((path, value)) = within.pop() {
            match value {
                Value::Object(map) => {
                    within.extend(map.iter().map(|(name, value)| (format!("{path}/{name}"), value)));
                }
                Value::Array(list) => {
                    within.extend(list.iter().enumerate().map(|(at, value)| (format!("{path}/{at}"), value)));
                }
                _ => {}
            }
            paths.push(path);
        }
        assert!(paths.len() > 40, "{paths:?}");
        for path in paths {
            let refused = opened(&with(&path, vec![vec![Value::Null]].into()));
            assert!(matches!(refused, Err(OpenError::Damaged | OpenError::Foreign)), "{path}: {refused:?}");
        }
    }

    #[test]
    fn nothing_in_the_file_has_a_place_for_a_managers_id_or_a_passcode() {
        let file: Value = serde_json::from_str(&saved(&ready())).unwrap();
        let names = |path: &str| -> Vec<String> {
            file.pointer(path).unwrap().as_object().unwrap().keys().cloned().collect()
        };
        let all = [names(""), names("/site"), names("/people/0")].concat();
        assert!(all.contains(&"location_id".to_owned()), "{all:?}");
        assert!(!all.iter().any(|name| name.contains("manager") || name.contains("passcode")), "{all:?}");
    }
}
