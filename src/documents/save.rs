//! `nhsmail-application.json`: everything typed, to go on with another day or on another machine.
//!
//! The file names its format and version. What this release does not know (a damaged file, one of
//! another program, one of a later release) is refused with a sentence, and never half read.

use std::fmt::{self, Display};

use crate::application::{
    Answer, Answers, Application, Confirmation, MailboxRole, Person, Question, Site, SiteBox,
};
use crate::json::Json;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-application.json";

/// Files larger than this, in bytes, are not read: the largest application is a small part of it.
pub const LARGEST_FILE: usize = 1_000_000;

const FORMAT: &str = "caremail-application";
const VERSION: i64 = 1;

/// Why a file was not opened. [`Display`] is the sentence to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// It is far larger than any file the checker saves.
    TooLarge,
    /// It is not whole, or was changed by hand.
    Damaged,
    /// It is a file of something else.
    Foreign,
    /// A later release of the checker saved it.
    Newer,
}

impl Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            OpenError::TooLarge => {
                "That file is too large to be one this checker saved. Choose the file named nhsmail-application.json."
            }
            OpenError::Damaged => {
                "That file is damaged, so nothing was opened. Choose another copy of it, or start again."
            }
            OpenError::Foreign => {
                "That file was not saved by this checker. Choose the file named nhsmail-application.json."
            }
            OpenError::Newer => {
                "That file was saved by a newer version of this checker. Reload this page, then open the file again."
            }
        })
    }
}

/// The text of the file that holds `application`. A manager's ID in the wrong box is left out.
pub fn save(application: &Application) -> String {
    let mut application = application.clone();
    for site_box in SiteBox::ALL {
        if application.site.holds_managers_id(site_box) {
            application.site.set(site_box, String::new());
        }
    }
    whole(&application)
}

/// The text of all of `application`, for those within the page.
pub(super) fn whole(application: &Application) -> String {
    let Application { answers, site, people, confirmed } = application;
    let answers =
        answers.all().map(|(question, answer)| (question.wording().key.to_owned(), Json::Text(answer.key())));
    let saved = map(vec![
        ("format", text(FORMAT)),
        ("version", Json::Number(VERSION)),
        ("answers", Json::Map(answers.collect())),
        ("site", save_site(site)),
        ("people", Json::List(people.iter().map(save_person).collect())),
        ("confirmed", Json::List(confirmed.iter().map(save_word).collect())),
    ]);
    saved.write()
}

/// The application that `text` holds.
///
/// # Errors
/// Says why nothing was opened; then nothing of the file is used.
pub fn open(text: &str) -> Result<Application, OpenError> {
    if text.len() > LARGEST_FILE {
        return Err(OpenError::TooLarge);
    }
    let Ok(file) = Json::read(text.trim_start_matches('\u{feff}')) else {
        return Err(if text.contains(FORMAT) { OpenError::Damaged } else { OpenError::Foreign });
    };
    if file.text("format") != Some(FORMAT) {
        return Err(OpenError::Foreign);
    }
    match file.get("version") {
        Some(Json::Number(version)) if *version > VERSION => return Err(OpenError::Newer),
        Some(Json::Number(VERSION)) => {}
        _ => return Err(OpenError::Damaged),
    }
    read(&file).ok_or(OpenError::Damaged)
}

/// The application in `file`; `None` where a part of it is not as this version saves it.
fn read(file: &Json) -> Option<Application> {
    Some(Application {
        answers: read_answers(file.get("answers")?)?,
        site: read_site(file.get("site")?)?,
        people: file.list("people")?.iter().map(read_person).collect::<Option<_>>()?,
        confirmed: file.list("confirmed")?.iter().map(read_word).collect::<Option<_>>()?,
    })
}

fn map(pairs: Vec<(&str, Json)>) -> Json {
    Json::Map(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn read_answers(saved: &Json) -> Option<Answers> {
    let Json::Map(pairs) = saved else { return None };
    let mut answers = Answers::default();
    for (question, answer) in pairs {
        let Json::Text(answer) = answer else { return None };
        let question = Question::from_key(question)?;
        answers.set(question, Answer::from_key(answer).filter(|answer| question.can_be(answer))?);
    }
    Some(answers)
}

fn save_site(site: &Site) -> Json {
    map(vec![
        ("name", text(&site.name)),
        ("location_id", text(&site.location_id)),
        ("postcode", text(&site.postcode)),
        ("ods_code", text(&site.ods_code)),
        ("ods_unknown", Json::Bool(site.ods_unknown)),
    ])
}

fn read_site(saved: &Json) -> Option<Site> {
    let Json::Bool(ods_unknown) = *saved.get("ods_unknown")? else { return None };
    Some(Site {
        name: saved.text("name")?.to_owned(),
        location_id: saved.text("location_id")?.to_owned(),
        postcode: saved.text("postcode")?.to_owned(),
        ods_code: saved.text("ods_code")?.to_owned(),
        ods_unknown,
    })
}

fn save_person(person: &Person) -> Json {
    map(vec![
        ("first_name", text(&person.first_name)),
        ("last_name", text(&person.last_name)),
        ("email", text(&person.email)),
        ("mobile", text(&person.mobile)),
        ("role", person.role.map_or(Json::Null, |role| text(role.key()))),
    ])
}

fn read_person(saved: &Json) -> Option<Person> {
    let role = match saved.get("role")? {
        Json::Null => None,
        Json::Text(key) => Some(MailboxRole::from_key(key)?),
        _ => return None,
    };
    Some(Person {
        first_name: saved.text("first_name")?.to_owned(),
        last_name: saved.text("last_name")?.to_owned(),
        email: saved.text("email")?.to_owned(),
        mobile: saved.text("mobile")?.to_owned(),
        role,
        ..Person::default()
    })
}

fn save_word(word: &Confirmation) -> Json {
    map(vec![("rule", text(&word.rule)), ("doubt", text(&word.doubt)), ("value", text(&word.value))])
}

fn read_word(saved: &Json) -> Option<Confirmation> {
    Some(Confirmation {
        rule: saved.text("rule")?.to_owned(),
        doubt: saved.text("doubt")?.to_owned(),
        value: saved.text("value")?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::rules::fixtures::ready;

    #[test]
    fn what_was_saved_opens_as_it_was() {
        let mut application = ready();
        application.answers.set(Question::Proof, Answer::Passcode);
        application.answers.set(Question::PasscodeIssued, Answer::Day(TypedDay::from_line("3//20")));
        application.people[0].role = None;
        application.people[1].first_name = "محمد \u{1F600} \"\\\u{0}\n".into();
        application.site.ods_unknown = true;
        let (rule, doubt, value) = ("person_name".into(), "post".into(), "Office".into());
        application.confirm(Confirmation { rule, doubt, value });
        for application in [application, Application::default()] {
            assert_eq!(open(&save(&application)), Ok(application.clone()));
            assert_eq!(open(&format!("\u{feff}{}", save(&application))), Ok(application));
        }
    }

    #[test]
    fn a_managers_id_typed_into_another_box_is_not_saved() {
        for site_box in [SiteBox::LocationId, SiteBox::OdsCode] {
            let mut application = ready();
            application.site.set(site_box, "Con ID 1-1234567890".into());
            assert!(!save(&application).contains("1234567890"));
            assert_eq!(application.site.value(site_box), "");
        }
    }

    #[test]
    fn a_file_that_is_not_ours_or_not_whole_says_which() {
        let ours = save(&ready());
        assert_eq!(open(""), Err(OpenError::Foreign));
        assert_eq!(open("{\"people\": []}"), Err(OpenError::Foreign));
        assert_eq!(open("[1, 2, 3]"), Err(OpenError::Foreign));
        assert_eq!(open(&ours.replace(FORMAT, "another-program")), Err(OpenError::Foreign));
        assert_eq!(open(&ours.replace("\"version\": 1", "\"version\": 2")), Err(OpenError::Newer));
        assert_eq!(open(&ours[..ours.len() / 2]), Err(OpenError::Damaged));
        assert_eq!(open(&ours.replace("\"owner\"", "\"boss\"")), Err(OpenError::Damaged));
        assert_eq!(open(&ours.replace("\"care-home\"", "\"post\"")), Err(OpenError::Damaged));
        assert_eq!(open(&ours.replace("dspt-status", "dspt")), Err(OpenError::Damaged));
        assert_eq!(open(&" ".repeat(LARGEST_FILE + 1)), Err(OpenError::TooLarge));
    }
}
