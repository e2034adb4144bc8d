//! What stands in a file. The types here are the format, and nothing else of the program is: what is renamed
//! elsewhere stays as it is in the file.

use serde::{Deserialize, Serialize};

use super::load_error::LoadError;
use super::values::{answers, count, flag, role, text};
use super::{FORMAT, VERSION_OF_ONE, VERSION_OF_SEVERAL};
use crate::application::{
    Afterwards, Answers, Application, Confirmation, MOST_PEOPLE, MOST_SITES, MailboxRole, Person, Site,
    Workspace,
};

/// A file, as it is written: of the oldest version that has a place for everything in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum SaveFile {
    /// Version 1.
    One(SavedApplication),
    /// Version 2.
    Several(SavedWorkspace),
}

impl SaveFile {
    /// The file of `workspace`. A manager's ID or a passcode in the wrong box is left out.
    pub fn of(workspace: &Workspace) -> Self {
        // A release that knows version 1 only would pass over what it has no name for, and lose it.
        if workspace.others.is_empty() && workspace.open.afterwards.is_empty() {
            let saved = SavedApplication::from(&workspace.open);
            return SaveFile::One(SavedApplication {
                format: Some(FORMAT),
                version: Some(VERSION_OF_ONE),
                ..saved
            });
        }
        SaveFile::Several(SavedWorkspace {
            format: FORMAT,
            version: VERSION_OF_SEVERAL,
            open: workspace.others.position(),
            sites: workspace.applications().map(SavedApplication::from).collect(),
        })
    }
}

/// Several sites, or one that has applied: the file, version 2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedWorkspace {
    #[serde(skip_deserializing)]
    format: &'static str,
    #[serde(skip_deserializing)]
    version: u8,
    /// The place of the site that is open, counted from 0.
    #[serde(deserialize_with = "count")]
    open: usize,
    sites: Vec<SavedApplication>,
}

impl SavedWorkspace {
    /// The workspace in the file.
    ///
    /// # Errors
    /// Says what is wrong with the number of sites, or of people.
    pub fn into_workspace(self) -> Result<Workspace, LoadError> {
        if self.sites.len() > MOST_SITES {
            return Err(LoadError::TooManySites);
        }
        let sites: Result<_, _> = self.sites.into_iter().map(SavedApplication::into_application).collect();
        Workspace::new(sites?, self.open).ok_or(LoadError::Damaged)
    }
}

/// One site: the file, version 1, or a part of one of version 2. It is read without regard to names it does
/// not have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedApplication {
    // What they say is judged by `Header`, before the rest is read.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    version: Option<u8>,
    #[serde(with = "answers")]
    answers: Answers,
    site: SavedSite,
    people: Vec<SavedPerson>,
    confirmed: Vec<SavedConfirmation>,
    // Files from before it was asked have none.
    #[serde(default, skip_serializing_if = "Afterwards::is_empty")]
    afterwards: Afterwards,
}

impl From<&Application> for SavedApplication {
    /// A manager's ID or a passcode in any box is left out.
    fn from(application: &Application) -> Self {
        let Application { answers, site, people, confirmed, afterwards } = application.without_secrets();
        let Site { name, location_id, postcode, ods_code, ods_unknown } = site;
        SavedApplication {
            format: None,
            version: None,
            answers,
            site: SavedSite { name, location_id, postcode, ods_code, ods_unknown },
            people: people.into_iter().map(SavedPerson::from).collect(),
            confirmed: confirmed.into_iter().map(SavedConfirmation::from).collect(),
            afterwards,
        }
    }
}

impl SavedApplication {
    /// The application in the file.
    ///
    /// # Errors
    /// [`LoadError::TooManyPeople`]; whatever else is wrong with a file is found as it is read.
    pub fn into_application(self) -> Result<Application, LoadError> {
        let SavedApplication { format: _, version: _, answers, site, people, confirmed, afterwards } = self;
        if people.len() > MOST_PEOPLE {
            return Err(LoadError::TooManyPeople);
        }
        let SavedSite { name, location_id, postcode, ods_code, ods_unknown } = site;
        Ok(Application {
            answers,
            site: Site { name, location_id, postcode, ods_code, ods_unknown },
            people: people.into_iter().map(Person::from).collect(),
            confirmed: confirmed.into_iter().map(Confirmation::from).collect(),
            afterwards,
        })
    }
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

/// A person in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedPerson {
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
