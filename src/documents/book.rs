//! Tables of text on their way to a workbook. A worker makes the file of one: `documents::workbook`.

use serde::{Deserialize, Serialize};

/// A workbook to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// What it is called in its properties.
    pub title: String,
    /// Its sheets, in order.
    pub sheets: Vec<BookSheet>,
}

/// One sheet of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookSheet {
    /// What its tab says.
    pub name: String,
    /// What is said above the table, a line each.
    pub lines: Vec<String>,
    /// The table: its headings, and below them its rows.
    pub rows: Vec<Vec<String>>,
}

/// A list that was brought in, with its results, as a workbook.
pub fn annotated(rows: Vec<Vec<String>>) -> Book {
    let sheet = BookSheet { name: "Checked".to_owned(), lines: Vec::new(), rows };
    Book { title: "Your list, checked".to_owned(), sheets: vec![sheet] }
}
