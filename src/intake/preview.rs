//! What the page asks to see of a list, and what the reader shows of it.

use serde::{Deserialize, Serialize};

use super::meaning::Meaning;
use crate::application::{Person, PersonBox};
use crate::rules::finding::Mark;

/// How many rows are shown at a time.
pub const ROWS: usize = 25;

/// What to show of a list, or to take from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PreviewRequest {
    /// Which sheet, counted from 0; `None` for the likeliest.
    pub sheet: Option<usize>,
    /// What each column means; empty for what the reader makes of them.
    pub columns: Vec<Meaning>,
    /// The first row to show, counted from 0 among those that hold anything.
    pub from: usize,
    /// The rows to take, by [`RowPreview::index`].
    pub rows: Vec<usize>,
}

/// What there is to see of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Preview {
    /// The names of the file's sheets.
    pub sheets: Vec<String>,
    /// Which of them this is.
    pub sheet: usize,
    /// Its columns.
    pub columns: Vec<ColumnPreview>,
    /// How many rows hold a person.
    pub people: usize,
    /// The rows that would be taken unless the person chooses otherwise: not those that repeat others,
    /// and none of a list that is longer than any application.
    pub proposed: Vec<usize>,
    /// [`ROWS`] of its rows, from [`PreviewRequest::from`] on.
    pub rows: Vec<RowPreview>,
    /// What there is to say about the sheet as a whole, in sentences.
    pub summary: Vec<String>,
    /// Whether every row was read and compared with the others for the summary.
    pub is_checked: bool,
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
}

/// One row that holds a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowPreview {
    /// Its place among the rows with people, counted from 0.
    pub index: usize,
    /// Its number in the file.
    pub number: usize,
    /// The person.
    pub person: Person,
    /// What there is to say about it.
    pub notes: Vec<Note>,
}

/// One remark about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is to the person who reads it.
    pub mark: Mark,
    /// The box that it is about; `None` where it is about the whole row.
    pub person_box: Option<PersonBox>,
    /// One or two sentences.
    pub message: String,
}

impl Preview {
    /// What asks for this preview again.
    pub fn request(&self) -> PreviewRequest {
        PreviewRequest {
            sheet: Some(self.sheet),
            columns: self.columns.iter().map(|column| column.meaning).collect(),
            from: self.rows.first().map_or(0, |row| row.index),
            rows: Vec::new(),
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
