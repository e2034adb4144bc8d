//! `nhsmail-application.json`: everything typed, to go on with another day or on another machine.
//!
//! The file names its format and version. What this release does not know (a damaged file, one of
//! another program, one of a later release) is refused with a sentence, and never half read.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use crate::application::{Answer, Answers, Application, Confirmation, MailboxRole, Person, Question, Site};

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

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    format: String,
    version: u32,
    answers: Pairs,
    site: SavedSite,
    people: Vec<SavedPerson>,
    confirmed: Vec<SavedWord>,
}

/// Answers by question, as a map in the file.
type Pairs = std::collections::BTreeMap<String, String>;

#[derive(Serialize, Deserialize)]
struct SavedSite {
    name: String,
    location_id: String,
    postcode: String,
    ods_code: String,
    ods_unknown: bool,
}

#[derive(Serialize, Deserialize)]
struct SavedPerson {
    first_name: String,
    last_name: String,
    email: String,
    mobile: String,
    role: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct SavedWord {
    rule: String,
    doubt: String,
    value: String,
}

/// The text of the file that holds `application`.
pub fn save(application: &Application) -> String {
    let Application { answers, site, people, confirmed } = application.clone();
    let saved = Saved {
        format: FORMAT.to_owned(),
        version: VERSION,
        answers: answers
            .all()
            .map(|(question, answer)| (question.wording().key.to_owned(), answer.key()))
            .collect(),
        site: SavedSite {
            name: site.name,
            location_id: site.location_id,
            postcode: site.postcode,
            ods_code: site.ods_code,
            ods_unknown: site.ods_unknown,
        },
        people: people.into_iter().map(SavedPerson::from).collect(),
        confirmed: confirmed
            .into_iter()
            .map(|Confirmation { rule, doubt, value }| SavedWord { rule, doubt, value })
            .collect(),
    };
    serde_json::to_string_pretty(&saved).unwrap_or_default()
}

/// The application that `text` holds.
///
/// # Errors
/// Says why nothing was opened; then nothing of the file is used.
pub fn open(text: &str) -> Result<Application, OpenError> {
    if text.len() > LARGEST_FILE {
        return Err(OpenError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.format != FORMAT => return Err(OpenError::Foreign),
        Ok(head) if head.version > VERSION => return Err(OpenError::Newer),
        Ok(_) => {}
        Err(_) if text.contains(FORMAT) => return Err(OpenError::Damaged),
        Err(_) => return Err(OpenError::Foreign),
    }
    let saved: Saved = serde_json::from_str(text).map_err(|_| OpenError::Damaged)?;
    let SavedSite { name, location_id, postcode, ods_code, ods_unknown } = saved.site;
    Ok(Application {
        answers: answers(saved.answers)?,
        site: Site { name, location_id, postcode, ods_code, ods_unknown },
        people: saved.people.into_iter().map(Person::try_from).collect::<Result<_, _>>()?,
        confirmed: saved
            .confirmed
            .into_iter()
            .map(|SavedWord { rule, doubt, value }| Confirmation { rule, doubt, value })
            .collect(),
    })
}

fn answers(pairs: Pairs) -> Result<Answers, OpenError> {
    let mut answers = Answers::default();
    for (question, answer) in pairs {
        let question = Question::from_key(&question).ok_or(OpenError::Damaged)?;
        let answer = Answer::from_key(&answer).filter(|answer| question.can_be(answer));
        answers.set(question, answer.ok_or(OpenError::Damaged)?);
    }
    Ok(answers)
}

impl From<Person> for SavedPerson {
    fn from(person: Person) -> Self {
        let Person { first_name, last_name, email, mobile, role } = person;
        SavedPerson { first_name, last_name, email, mobile, role: role.map(|role| role.key().to_owned()) }
    }
}

impl TryFrom<SavedPerson> for Person {
    type Error = OpenError;

    fn try_from(saved: SavedPerson) -> Result<Self, OpenError> {
        let SavedPerson { first_name, last_name, email, mobile, role } = saved;
        let role = match role {
            Some(key) => Some(MailboxRole::from_key(&key).ok_or(OpenError::Damaged)?),
            None => None,
        };
        Ok(Person { first_name, last_name, email, mobile, role })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::rules::bench::ready;

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
