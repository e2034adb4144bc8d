//! `nhsmail-application.json`: everything typed, to go on with another day or on another machine.
//!
//! The file names its format and version. What this release does not know (a damaged file, one of
//! another program, one of a later release) is refused with a sentence, and never half read.
//!
//! What is known before applying for one site is written as version 1, which every release opens; several sites,
//! and what is known after applying, as version 2. `tests/cases/saves` holds
//! a file of each version ever written. A file may be [`sealed`] with a password.

mod file;
mod header;
mod load_error;
pub mod sealed;
mod values;

pub use file::SaveFile;
pub use load_error::LoadError;

use crate::application::{Application, PersonBox, SiteBox, Workspace};
use crate::json::Json;
use file::{SavedApplication, SavedWorkspace};
use header::Header;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-application.json";

/// Files larger than this, in bytes, are neither written nor read: as many sites with as many people as there may
/// be come to less.
pub const LARGEST_FILE: usize = 20_000_000;

/// The longest text in a file that is opened, in bytes: many times what a box takes, and no more than every rule and
/// screen gets through at once.
pub const LONGEST_TEXT: usize = 20_000;

const FORMAT: &str = "caremail-application";
const VERSION_OF_ONE: u8 = 1;
const VERSION_OF_SEVERAL: u8 = 2;
const NEWEST: u8 = VERSION_OF_SEVERAL;

/// The workspace in the file whose text is `text`, parsed by `J`.
///
/// # Errors
/// Says why nothing was opened; then nothing of the file is used.
pub fn open<J: Json>(text: &str) -> Result<Workspace, LoadError> {
    if text.len() > LARGEST_FILE {
        return Err(LoadError::TooLarge);
    }
    let not_whole = || if text.contains(FORMAT) { LoadError::Damaged } else { LoadError::Foreign };
    let json = J::parse(text.trim_start_matches('\u{feff}')).ok_or_else(not_whole)?;
    let header = json.read::<Header>().map_err(|_| LoadError::Foreign)?;
    if !header.is_of(FORMAT) {
        return Err(LoadError::Foreign);
    }
    let workspace = if header.version(NEWEST)? == VERSION_OF_ONE {
        let saved = json.read::<SavedApplication>().map_err(|_| LoadError::Damaged)?;
        Workspace { open: saved.into_application()?, ..Workspace::default() }
    } else {
        json.read::<SavedWorkspace>().map_err(|_| LoadError::Damaged)?.into_workspace()?
    };
    if longest_text(&workspace).0 > LONGEST_TEXT { Err(LoadError::TooLongText) } else { Ok(workspace) }
}

/// How many bytes the longest text has that was typed into `workspace`, and where it stands: for a workspace
/// whose file could not be opened again.
pub fn longest_text(workspace: &Workspace) -> (usize, String) {
    let of_one = |(index, application): (usize, &Application)| {
        let site = format!("Site {}", index + 1);
        let in_site = SiteBox::ALL.into_iter().map(|site_box| application.site.typed(site_box).len()).max();
        let in_people = application.people.iter().enumerate().map(|(index, person)| {
            let longest = PersonBox::ALL.into_iter().map(|person_box| person.typed(person_box).len()).max();
            (longest.unwrap_or(0), format!("{site}, person {}", index + 1))
        });
        let after = application.afterwards.texts().map(str::len).max();
        let in_site = in_site.max(after).unwrap_or(0);
        in_people.chain([(in_site, site.clone())]).max().unwrap_or_default()
    };
    workspace.applications().enumerate().map(of_one).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::file::SavedPerson;
    use super::values::answers;
    use super::*;
    use crate::application::{
        AfterBox, Answer, Confirmation, Letter, LetterBox, MOST_PEOPLE, MOST_SITES, MailboxRole, Person,
        Question,
    };
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

    const READY: &str = include_str!("../../../tests/cases/saves/version-1-ready.json");
    const OF_EVERY_KIND: &str = include_str!("../../../tests/cases/saves/version-1-every-kind.json");
    const SEVERAL: &str = include_str!("../../../tests/cases/saves/version-2-three-sites.json");
    const APPLIED: &str = include_str!("../../../tests/cases/saves/version-2-applied.json");
    const EMPTY: &str = include_str!("../../../tests/cases/saves/version-1-empty.json");

    fn saved(application: &Application) -> String {
        written(&Workspace { open: application.clone(), ..Workspace::default() })
    }

    fn written(workspace: &Workspace) -> String {
        serde_json::to_string_pretty(&SaveFile::of(workspace)).unwrap() + "\n"
    }

    /// The application in the file of one site.
    fn opened(text: &str) -> Result<Application, LoadError> {
        open::<BrowserJson>(text).map(|workspace| {
            assert!(workspace.others.is_empty());
            workspace.open
        })
    }

    /// One site, some days after it applied.
    fn applied() -> Application {
        let mut application = ready();
        application.afterwards.set(AfterBox::Applied, "3/11/2026".into());
        application.afterwards.set(AfterBox::YourName, "Pat Lee".into());
        application.afterwards.set(AfterBox::Of(Letter::Leaver, LetterBox::From), "1/12/2026".into());
        application
    }

    /// Three sites, of which the second is open.
    fn several() -> Workspace {
        Workspace::new(vec![ready(), of_every_kind(), Application::default()], 1).unwrap()
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
    fn what_was_typed_for_the_day_after_opens_as_it_was_and_other_names_are_refused() {
        let mut application = ready();
        application.afterwards.set(AfterBox::Applied, "3//20".into());
        application.afterwards.set(AfterBox::Of(Letter::Leaver, LetterBox::Name), "محمد \"\\\n".into());
        let text = saved(&application);
        assert_eq!(opened(&text), Ok(application));
        for (name, other) in [("leaver/name", "leaver/nmae"), ("\"3//20\"", "[[]]"), ("\"3//20\"", "3")] {
            assert!(text.contains(name), "{text}");
            assert_eq!(opened(&text.replace(name, other)), Err(LoadError::Damaged), "{other}");
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
        assert_eq!(open::<BrowserJson>(SEVERAL), Ok(several()));
        assert_eq!(written(&several()), SEVERAL);
        assert_eq!(opened(APPLIED), Ok(applied()));
        assert_eq!(saved(&applied()), APPLIED);
    }

    #[test]
    fn each_version_has_a_file_of_it() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/saves");
        for version in 1..=NEWEST {
            let name = format!("version-{version}-");
            let mut files = std::fs::read_dir(folder).unwrap();
            let has_one = files.any(|file| file.unwrap().file_name().to_string_lossy().starts_with(&name));
            assert!(has_one, "{name}");
        }
    }

    #[test]
    fn a_file_of_several_sites_opens_whole_or_not_at_all() {
        let file: Value = serde_json::from_str(SEVERAL).unwrap();
        let with = |path: &str, value: Value| {
            let mut file = file.clone();
            *file.pointer_mut(path).unwrap() = value;
            open::<BrowserJson>(&file.to_string())
        };
        for (path, value) in [
            ("/open", 3.into()),
            ("/open", (-1).into()),
            ("/open", 0.5.into()),
            ("/open", "0".into()),
            ("/sites", Vec::<Value>::new().into()),
            ("/sites/2/site/name", Value::Null),
            ("/sites/0", "Oak House".into()),
        ] {
            assert_eq!(with(path, value.clone()), Err(LoadError::Damaged), "{path} {value}");
        }
        let site = file.pointer("/sites/2").unwrap();
        assert_eq!(with("/sites", vec![site.clone(); MOST_SITES + 1].into()), Err(LoadError::TooManySites));
        assert_eq!(with("/sites", vec![site.clone(); MOST_SITES].into()).unwrap().others.count(), MOST_SITES);
        assert_eq!(with("/version", 1.into()), Err(LoadError::Damaged), "it has no people");
        let person = file.pointer("/sites/0/people/0").unwrap().clone();
        let people = vec![person; MOST_PEOPLE + 1];
        assert_eq!(with("/sites/0/people", people.into()), Err(LoadError::TooManyPeople));
    }

    #[test]
    fn the_largest_workspace_of_people_as_they_are_opens_again() {
        let person = Person {
            first_name: "Ann-Katharina Maria".into(),
            last_name: "Featherstonehaugh-Cholmondeley".into(),
            email: "ann-katharina.featherstonehaugh-cholmondeley@a-long-name-of-a-care-home.example.org"
                .into(),
            mobile: "+44 (0) 7700 900123".into(),
            role: Some(MailboxRole::Member),
            ..Person::default()
        };
        let site = Application { people: vec![person; MOST_PEOPLE], ..ready() };
        let workspace = Workspace::new(vec![site; MOST_SITES], 0).unwrap();
        let text = written(&workspace);
        assert!(text.len() <= LARGEST_FILE, "{}", text.len());
        assert_eq!(longest_text(&workspace).0, 83);
    }

    #[test]
    fn where_the_longest_text_stands_is_said() {
        let mut workspace = several();
        workspace.open.people[1].last_name = "x".repeat(LARGEST_FILE);
        assert_eq!(longest_text(&workspace).1, "Site 2, person 2");
        workspace.open.people[1].last_name = String::new();
        workspace.open.site.name = "x".repeat(LARGEST_FILE);
        assert_eq!(longest_text(&workspace).1, "Site 2");
    }

    #[test]
    fn a_text_that_would_hold_every_screen_up_is_not_opened() {
        let with = |length: usize| {
            let mut application = applied();
            application.people[0].first_name = "x".repeat(length);
            let opened = open::<BrowserJson>(&saved(&application));
            application.people[0].first_name = String::new();
            application.afterwards.set(AfterBox::YourName, "x".repeat(length));
            assert_eq!(opened.is_ok(), open::<BrowserJson>(&saved(&application)).is_ok());
            opened.map(drop)
        };
        assert_eq!(with(LONGEST_TEXT), Ok(()));
        assert_eq!(with(LONGEST_TEXT + 1), Err(LoadError::TooLongText));
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
            assert_eq!(opened(text), Err(LoadError::Foreign), "{text}");
        }
        assert_eq!(opened(&with("/format", "another-program".into())), Err(LoadError::Foreign));
        assert_eq!(opened(&READY[..READY.len() / 2]), Err(LoadError::Damaged));
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
            assert_eq!(opened(&with(path, value)), Err(LoadError::Damaged), "{path}");
        }
        assert_eq!(opened(&READY.replace("dspt-status", "dspt")), Err(LoadError::Damaged));
        assert_eq!(opened(&READY.replace("\"role\"", "\"roll\"")), Err(LoadError::Damaged));
        assert_eq!(opened(&" ".repeat(LARGEST_FILE + 1)), Err(LoadError::TooLarge));
    }

    #[test]
    fn a_version_is_a_whole_number_that_this_release_knows() {
        for version in [3.0, 4.0, 1e300] {
            assert_eq!(opened(&with("/version", version.into())), Err(LoadError::Newer), "{version}");
        }
        assert!(opened(&with("/version", 1.0.into())).is_ok());
        let others =
            [1.9.into(), 0.into(), (-1).into(), "1".into(), true.into(), Value::Null, vec![1].into()];
        for version in others {
            assert_eq!(opened(&with("/version", version.clone())), Err(LoadError::Damaged), "{version}");
        }
        let newer = include_str!("../../../tests/cases/hostile/65-version-1.9.json");
        assert_eq!(opened(newer), Err(LoadError::Damaged));
    }

    #[test]
    fn a_file_of_more_people_than_a_list_holds_says_so() {
        let person = serde_json::to_value(SavedPerson::from(Person::default())).unwrap();
        let listing = |count| opened(&with("/people", vec![person.clone(); count].into()));
        assert_eq!(listing(MOST_PEOPLE).unwrap().people.len(), MOST_PEOPLE);
        assert_eq!(listing(MOST_PEOPLE + 1), Err(LoadError::TooManyPeople));
        assert!(LoadError::TooManyPeople.to_string().contains("more than 500 people"));
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
        let foreign = include_str!("../../../tests/cases/hostile/60-keys-20k.json");
        assert_eq!(opened(foreign), Err(LoadError::Foreign));
        let names: Value = serde_json::from_str(foreign).unwrap();
        assert_eq!(opened(&with("/answers", names.clone())), Err(LoadError::Damaged));
        assert_eq!(opened(&with("/version", names.clone())), Err(LoadError::Damaged));
        assert_eq!(opened(&with("/people", names)), Err(LoadError::Damaged));
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
            assert!(matches!(refused, Err(LoadError::Damaged | LoadError::Foreign)), "{path}: {refused:?}");
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
