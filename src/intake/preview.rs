//! What the page asks to see of a list, and what the reader shows of it.

use serde::{Deserialize, Serialize};

use super::meaning::Meaning;
use crate::application::{Person, PersonBox};
use crate::fields::Entered;
use crate::rules::check_person;
use crate::rules::finding::{Finding, Mark, Place};
use crate::settings::Settings;
use crate::text::{counted, listed};

/// How many rows are shown at a time.
pub const ROWS: usize = 25;

/// What to show of a list, or to take from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PreviewRequest {
    /// Which sheets, counted from 0, read as one; empty for those that the reader proposes.
    pub sheets: Vec<usize>,
    /// What each column means; empty for what the reader makes of them.
    pub columns: Vec<Meaning>,
    /// Whether first and last names are the other way round than the reader took them.
    pub swap_names: bool,
    /// Rows that were left out and are people all the same, by [`LeftOut::row`].
    pub add: Vec<usize>,
    /// The first row to show, counted from 0 among those that hold a person.
    pub from: usize,
    /// The rows to take, by [`RowPreview::row`].
    pub rows: Vec<usize>,
}

/// What there is to see of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Preview {
    /// The file's sheets.
    pub sheets: Vec<SheetPreview>,
    /// The columns of those that are taken.
    pub columns: Vec<ColumnPreview>,
    /// Whether first and last names are the other way round, as the request had it.
    pub swap_names: bool,
    /// How many rows hold a person.
    pub people: usize,
    /// The rows, by [`RowPreview::row`], that would be taken unless the person chooses otherwise: not those that repeat others,
    /// and none of a list that is longer than any application.
    pub proposed: Vec<usize>,
    /// [`ROWS`] of its rows, from [`PreviewRequest::from`] on.
    pub rows: Vec<RowPreview>,
    /// The rows that are nobody, in the order of the list: the first [`MOST_LEFT_OUT`].
    pub left_out: Vec<LeftOut>,
    /// How many there are.
    pub left_out_count: usize,
    /// The rows that were added although they would be left out, as the request had them.
    pub added: Vec<usize>,
    /// What is to be asked once for the whole list.
    pub questions: Vec<ListQuestion>,
    /// What there is to say about the list as a whole, in sentences.
    pub summary: Vec<String>,
    /// Whether every row was read and compared with the others for the summary.
    pub is_checked: bool,
}

/// How many of the rows that are left out are shown.
pub const MOST_LEFT_OUT: usize = 200;

/// One sheet of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPreview {
    /// Its name, as its tab shows it, or its number; empty for a text file.
    pub name: String,
    /// How many of its rows hold a person.
    pub people: usize,
    /// Whether the file hides it.
    pub is_hidden: bool,
    /// Whether its people are those of this preview.
    pub is_taken: bool,
}

/// A row that is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What names it in [`PreviewRequest::add`].
    pub row: usize,
    /// Its number in the file.
    pub number: usize,
    /// Why.
    pub reason: LeftOutReason,
    /// What stands in it, shortened.
    pub text: String,
}

/// Why a row is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LeftOutReason {
    /// The file hides it, by hand or by a filter.
    Hidden,
    /// Its text is struck out.
    StruckOut,
    /// It holds headings.
    Headings,
    /// It names a part of the list: "DAYS".
    Section,
    /// It counts the others.
    Total,
    /// It holds a sentence, or a signature.
    Note,
    /// It shows how to fill in the list.
    Example,
    /// It says what is to be entered.
    Hint,
    /// Only something to choose is filled in, such as "Member".
    OnlyAChoice,
    /// It is a line of a letter, or of another text, that names nobody.
    OtherText,
    /// Nothing stands in the columns that are taken.
    NothingInColumns,
    /// The person has left.
    Left,
    /// The list says that no account is wanted for the person.
    NoAccountWanted,
    /// The list says that the person has an account.
    HasAccount,
    /// It is a mailbox or a telephone that several people use.
    Shared,
    /// It is a firm.
    Firm,
}

impl LeftOutReason {
    /// What a row left out for this reason is, and what more than one are: "1 total", "2 hidden rows".
    pub fn label(self, count: usize) -> &'static str {
        let (one, more) = match self {
            LeftOutReason::Hidden => ("hidden row", "hidden rows"),
            LeftOutReason::StruckOut => ("struck out row", "struck out rows"),
            LeftOutReason::Headings => ("row of headings", "rows of headings"),
            LeftOutReason::Section => ("section", "sections"),
            LeftOutReason::Total => ("total", "totals"),
            LeftOutReason::Note => ("note", "notes"),
            LeftOutReason::Example => ("example", "examples"),
            LeftOutReason::Hint => ("row of hints", "rows of hints"),
            LeftOutReason::OnlyAChoice => ("row that is not filled in", "rows that are not filled in"),
            LeftOutReason::OtherText => ("line of other text", "lines of other text"),
            LeftOutReason::NothingInColumns => {
                ("row with nothing in these columns", "rows with nothing in these columns")
            }
            LeftOutReason::Left => ("leaver", "leavers"),
            LeftOutReason::NoAccountWanted => ("person who needs no account", "people who need no account"),
            LeftOutReason::HasAccount => ("person who has an account", "people who have an account"),
            LeftOutReason::Shared => ("shared mailbox or phone", "shared mailboxes or phones"),
            LeftOutReason::Firm => ("firm", "firms"),
        };
        if count == 1 { one } else { more }
    }
}

/// What only a person can say about a list as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListQuestion {
    /// Nothing tells which of two columns holds the first names. Answered by [`PreviewRequest::swap_names`].
    WhichNameIsFirst {
        /// A first name, as it was taken.
        first: String,
        /// The last name beside it.
        last: String,
    },
    /// Another column has addresses or mobiles too. Answered by [`PreviewRequest::columns`].
    OtherColumn {
        /// What both hold: [`PersonBox::Email`] or [`PersonBox::Mobile`].
        person_box: PersonBox,
        /// The heading of the column that is taken.
        taken: String,
        /// The heading of the other.
        other: String,
        /// In how many rows the other holds a value of its own.
        rows: usize,
    },
    /// Other sheets hold people too. Answered by [`PreviewRequest::sheets`].
    OtherSheets {
        /// Their names.
        names: Vec<String>,
        /// How many people they hold.
        people: usize,
    },
}

impl ListQuestion {
    /// The question, in a sentence or two.
    pub fn message(&self) -> String {
        match self {
            ListQuestion::WhichNameIsFirst { first, last } => {
                format!(
                    "Is “{first}” a first name, and “{last}” a last name? If not, swap them for the whole list."
                )
            }
            ListQuestion::OtherColumn { person_box, taken, other, rows } => format!(
                "“{other}” has another {} for {}. “{taken}” is the one used: check that it is the right one.",
                if *person_box == PersonBox::Mobile { "number" } else { "address" },
                counted(*rows, "person", "people")
            ),
            ListQuestion::OtherSheets { names, people } => format!(
                "{} on other sheets: {}. Choose the sheets to take.",
                counted(*people, "person is", "people are"),
                listed(names)
            ),
        }
    }

    /// What is said once it is answered the other way than it was read.
    pub fn answered(&self) -> String {
        match self {
            ListQuestion::WhichNameIsFirst { .. } => "First and last names are swapped.".to_owned(),
            ListQuestion::OtherColumn { other, .. } => format!("“{other}” is used for everyone."),
            ListQuestion::OtherSheets { .. } => "These sheets are taken too.".to_owned(),
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPreview {
    /// What stands above it, or its letter.
    pub heading: String,
    /// Some of its values.
    pub samples: String,
    /// What it is taken for.
    pub meaning: Meaning,
    /// Whether the file hides it. Then it is only taken if the person chooses so.
    pub is_hidden: bool,
}

/// One row that holds a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowPreview {
    /// Its place among the rows with people, counted from 0. It shifts when rows are added or left out.
    pub index: usize,
    /// What names it in [`PreviewRequest::rows`], as long as the sheets are the same.
    pub row: usize,
    /// Which of the file's sheets it stands in, counted from 0.
    pub sheet: usize,
    /// Its number in the file.
    pub number: usize,
    /// The person.
    pub person: Person,
    /// What there is to say about it.
    pub notes: Vec<Note>,
}

/// A person taken from the list, with the row they stand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenPerson {
    /// Which of the file's sheets the row stands in, counted from 0.
    pub sheet: usize,
    /// The row's number in the file.
    pub number: usize,
    /// The person.
    pub person: Person,
}

/// One remark about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is to the person who reads it.
    pub mark: Mark,
    /// The boxes that it is about; none where it is about the whole row.
    pub boxes: Vec<PersonBox>,
    /// One or two sentences.
    pub message: String,
}

impl RowPreview {
    /// What there is to say about the row once it holds `person`, beside those who are `listed` already: a value
    /// that was changed in place is judged anew.
    pub fn notes_for(&self, person: &Person, listed: &[Person], settings: &Settings) -> Vec<Note> {
        let already = listed.iter().any(|other| person.is_same_as(other)).then(|| Note {
            mark: Mark::Repeated,
            boxes: Vec::new(),
            message: "This person is on your list already.".to_owned(),
        });
        let is_changed = *person != Person { role: person.role, ..self.person.clone() };
        let notes = if is_changed {
            let findings = check_person(person, &[], settings, Entered::ByHand);
            findings.iter().map(Note::from).collect()
        } else {
            self.notes.clone()
        };
        already.into_iter().chain(notes).collect()
    }
}

impl From<&Finding> for Note {
    fn from(finding: &Finding) -> Self {
        Note {
            mark: finding.mark(),
            boxes: match finding.place {
                Place::Person(_, person_box) => vec![person_box],
                _ => Vec::new(),
            },
            message: finding.message.clone(),
        }
    }
}

impl Preview {
    /// What asks for this preview again.
    pub fn request(&self) -> PreviewRequest {
        PreviewRequest {
            sheets: self
                .sheets
                .iter()
                .enumerate()
                .filter(|(_, sheet)| sheet.is_taken)
                .map(|(index, _)| index)
                .collect(),
            columns: self.columns.iter().map(|column| column.meaning).collect(),
            swap_names: self.swap_names,
            add: self.added.clone(),
            from: self.rows.first().map_or(0, |row| row.index),
            rows: Vec::new(),
        }
    }

    /// What asks for the list once `question` is answered the other way than it was read.
    pub fn answer(&self, question: &ListQuestion) -> PreviewRequest {
        let request = self.request();
        match question {
            ListQuestion::WhichNameIsFirst { .. } => {
                PreviewRequest { swap_names: !request.swap_names, ..request }
            }
            ListQuestion::OtherColumn { person_box, taken, other, .. } => {
                let (first, second) = match person_box {
                    PersonBox::Mobile => (Meaning::Mobile, Meaning::SecondMobile),
                    _ => (Meaning::Email, Meaning::SecondEmail),
                };
                let columns = self.columns.iter().map(|column| match column.meaning {
                    meaning if meaning == first && column.heading == *taken => second,
                    meaning if meaning == second && column.heading == *other => first,
                    meaning => meaning,
                });
                PreviewRequest { columns: columns.collect(), from: 0, ..request }
            }
            ListQuestion::OtherSheets { names, .. } => {
                let sheets = self.sheets.iter().enumerate();
                let sheets = sheets.filter(|(_, sheet)| sheet.is_taken || names.contains(&sheet.name));
                let sheets = sheets.map(|(index, _)| index).collect();
                PreviewRequest { sheets, ..PreviewRequest::default() }
            }
        }
    }
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// How many rows are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview() -> Preview {
        let column = |heading: &str, meaning| ColumnPreview {
            heading: heading.into(),
            samples: String::new(),
            meaning,
            is_hidden: false,
        };
        let sheet =
            |name: &str, is_taken| SheetPreview { name: name.into(), people: 3, is_hidden: false, is_taken };
        Preview {
            sheets: vec![sheet("Staff", true), sheet("Lists", false), sheet("Bank", false)],
            columns: vec![
                column("Name", Meaning::FullName),
                column("Work email", Meaning::Email),
                column("Personal email", Meaning::SecondEmail),
            ],
            ..Preview::default()
        }
    }

    #[test]
    fn the_other_column_is_used_and_the_one_that_was_fills_its_gaps() {
        let question = ListQuestion::OtherColumn {
            person_box: PersonBox::Email,
            taken: "Work email".into(),
            other: "Personal email".into(),
            rows: 2,
        };
        let columns = preview().answer(&question).columns;
        assert_eq!(columns, [Meaning::FullName, Meaning::SecondEmail, Meaning::Email]);
    }

    #[test]
    fn names_that_were_turned_round_are_turned_back() {
        let question = ListQuestion::WhichNameIsFirst { first: "Kumar".into(), last: "Ravi".into() };
        assert!(preview().answer(&question).swap_names);
        let turned = Preview { swap_names: true, ..preview() };
        assert!(!turned.answer(&question).swap_names);
    }

    #[test]
    fn the_sheets_asked_about_are_taken_beside_those_that_are() {
        let question = ListQuestion::OtherSheets { names: vec!["Bank".into()], people: 3 };
        assert_eq!(preview().answer(&question).sheets, [0, 2]);
    }

    #[test]
    fn a_row_says_who_is_listed_already_and_judges_what_was_changed() {
        let person = |mobile: &str| Person {
            first_name: "Anna".into(),
            last_name: "Smith".into(),
            email: "anna@example.org".into(),
            mobile: mobile.into(),
            ..Person::default()
        };
        let note = Note { mark: Mark::ToDo, boxes: vec![PersonBox::Mobile], message: "Mend it.".into() };
        let row = RowPreview { person: person("012"), notes: vec![note.clone()], ..RowPreview::default() };
        let settings = Settings::default();
        assert_eq!(row.notes_for(&person("012"), &[], &settings), row.notes);
        assert_eq!(row.notes_for(&person("07700 900123"), &[], &settings), []);
        let listed = row.notes_for(&person("012"), &[person("")], &settings);
        assert_eq!(listed.first().map(|note| note.mark), Some(Mark::Repeated));
        assert_eq!(listed.last(), Some(&note));
    }
}
