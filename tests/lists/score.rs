//! What is read of a staff list, held against what a careful person reads out of it.
//!
//! A folder of lists has a `cases.json`: an array of [`Case`]s. `null` where nothing is sure enough to take: then the
//! box is to be empty, asked about or refused. `also` has other answers as good, `ask` the boxes where a question is
//! due beside the right value, or `true` where one is in any; in a `loose` case two readings can be defended, and no question is a fault.

use std::fmt;
use std::fs;
use std::path::Path;

use caremail::application::{Person, PersonBox};
use caremail::intake::import_session::ImportSession;
use caremail::intake::preview::{ListQuestion, Note, Preview, PreviewRequest, RowPreview};
use caremail::rules::finding::Mark;
use caremail::settings::Settings;
use serde_json::Value;

/// A list, and what is right.
pub struct Case {
    /// The name of its file.
    pub file: String,
    people: Vec<Value>,
    is_loose: bool,
}

/// What came of one list.
pub struct Score {
    /// The name of its file.
    pub file: String,
    /// How many people are right.
    pub right: usize,
    /// How many there are.
    pub expected: usize,
    /// Wrong values, and rows of nobody, that are taken without a question; people who are missing.
    pub faults: Vec<String>,
    /// Questions nobody would ask, and questions that are due and not asked.
    pub questions: Vec<String>,
    /// What the reader says and asks of the whole list, or why it does not open it.
    pub summary: Vec<String>,
}

impl Score {
    /// Whether everything is as it should be.
    pub fn is_right(&self) -> bool {
        self.faults.is_empty() && self.questions.is_empty() && self.right == self.expected
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match () {
            () if self.is_right() => "right",
            () if self.faults.is_empty() => "asks",
            () => "WRONG",
        };
        write!(f, "{verdict:6} {:>3} of {:<3} {}", self.right, self.expected, self.file)?;
        for line in self.faults.iter().chain(&self.questions) {
            write!(f, "\n           {line}")?;
        }
        Ok(())
    }
}

/// All of them, with what does not fit, and how many are right.
pub fn table(scores: &[Score]) -> String {
    let mut table: String = scores.iter().map(|score| format!("{score}\n")).collect();
    let right = scores.iter().filter(|score| score.is_right()).count();
    let faults: usize = scores.iter().map(|score| score.faults.len()).sum();
    let people: usize = scores.iter().map(|score| score.right).sum();
    let of: usize = scores.iter().map(|score| score.expected).sum();
    table += &format!(
        "{right} of {} lists are right, {people} of {of} people; {faults} values and rows are wrong without a question.\n",
        scores.len()
    );
    table
}

/// The cases of a folder.
///
/// # Errors
/// Says what is wrong with its `cases.json`.
pub fn cases(folder: &Path) -> Result<Vec<Case>, String> {
    let path = folder.join("cases.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let cases: Vec<Value> =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let case = |case: &Value| {
        let expect = &case["expect"];
        Some(Case {
            file: case["file"].as_str()?.to_owned(),
            people: expect["people"].as_array()?.clone(),
            is_loose: [&case["loose"], &expect["loose"]].iter().any(|loose| loose.as_bool() == Some(true)),
        })
    };
    cases.iter().map(|value| case(value).ok_or_else(|| format!("a case is not whole: {value}"))).collect()
}

/// Reads the list as the page would, and compares.
///
/// # Errors
/// The file is not there.
pub fn score(folder: &Path, case: &Case) -> Result<Score, String> {
    let path = folder.join(&case.file);
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut score = Score {
        file: case.file.clone(),
        right: 0,
        expected: case.people.len(),
        faults: Vec::new(),
        questions: Vec::new(),
        summary: Vec::new(),
    };
    let mut session = match ImportSession::open(&bytes, Settings::default()) {
        Ok(session) => session,
        Err(error) => {
            score.summary.push(error.to_string());
            if !case.people.is_empty() {
                score.questions.push(format!("refused: {error}"));
            }
            return Ok(score);
        }
    };
    let preview = session.check(&PreviewRequest::default(), &mut |_| ());
    score.summary.clone_from(&preview.summary);
    score
        .summary
        .extend(preview.questions.iter().map(|question| format!("Asked once: {}", question.message())));
    let mut rows = proposed(&mut session, &preview);
    for expected in &case.people {
        match closest(expected, &rows) {
            Some(at) => {
                let row = rows.remove(at);
                compare(&mut score, expected, &row, &preview, case.is_loose);
            }
            None if is_asked_after(expected) => score.right += 1,
            None => score.faults.push(format!("missing: {}", name(expected))),
        }
    }
    for row in rows {
        let line = format!("row {}: {}", row.number, shown(&row.person));
        if has_question(&row, None) {
            score.questions.push(format!("nobody, with a question: {line}"));
        } else {
            score.faults.push(format!("nobody: {line}"));
        }
    }
    Ok(score)
}

/// The rows that are taken unless the person chooses otherwise.
fn proposed(session: &mut ImportSession, preview: &Preview) -> Vec<RowPreview> {
    let mut rows = Vec::new();
    while rows.len() < preview.people {
        let page = session.preview(&PreviewRequest { from: rows.len(), ..PreviewRequest::default() });
        if page.rows.is_empty() {
            break;
        }
        rows.extend(page.rows);
    }
    // A list too long for anybody to be proposed is compared whole.
    rows.retain(|row| preview.proposed.is_empty() || preview.proposed.contains(&row.row));
    rows
}

const BOXES: [(&str, PersonBox); 4] = [
    ("first", PersonBox::FirstName),
    ("last", PersonBox::LastName),
    ("email", PersonBox::Email),
    ("mobile", PersonBox::Mobile),
];

fn compare(score: &mut Score, expected: &Value, row: &RowPreview, preview: &Preview, is_loose: bool) {
    let before = score.faults.len();
    let asks = |key: &str| {
        expected["ask"] == Value::Bool(true)
            || expected["ask"].as_array().is_some_and(|asked| {
                // Some say in words what is to be asked: then a question anywhere in the row will do.
                asked.iter().any(|asked| asked == key || !BOXES.iter().any(|(known, _)| asked == known))
            })
    };
    for (key, person_box) in BOXES {
        let value = row.person.typed(person_box);
        let is_asked = has_question(row, Some(person_box)) || is_listwide(preview, person_box);
        let answers =
            || std::iter::once(&expected[key]).chain(expected["also"][key].as_array().into_iter().flatten());
        let is_right = answers().any(|answer| match answer.as_str() {
            Some(answer) => is_same(person_box, answer, value),
            None => value.is_empty() || is_asked,
        });
        let line = format!("row {}: {key} “{value}”, right is {}", row.number, expected[key]);
        match (is_right, is_asked) {
            (false, false) => score.faults.push(line),
            (false, true) => score.questions.push(format!("asked: {line}")),
            (true, false)
                if asks(key) && expected["ask"].as_array().is_some_and(|a| a.iter().any(|a| a == key)) =>
            {
                score.questions.push(format!("not asked: {line}"));
            }
            // An account needs a first name, and no two people one number: it is never silly to say so.
            (true, true)
                if value.chars().count() == 1 || questions(row, person_box).contains("the same one") => {}
            (true, true) if !asks(key) && !is_loose && has_question(row, Some(person_box)) => {
                let is_open = value.is_empty() || answers().any(Value::is_null);
                if !is_open {
                    score.questions.push(format!("asked in vain: {line}: {}", questions(row, person_box)));
                }
            }
            _ => {}
        }
    }
    if let Some(role) = expected["role"].as_str() {
        let found = row.person.role.map_or("", |role| role.name());
        if found != role {
            score.faults.push(format!("row {}: role “{found}”, right is {role}", row.number));
        }
    }
    if score.faults.len() == before {
        score.right += 1;
    }
}

fn is_question(mark: Mark) -> bool {
    matches!(mark, Mark::ToDo | Mark::Missing | Mark::ToCheck)
}

/// Whether it is about the box, or the whole row.
fn is_about(note: &Note, person_box: PersonBox) -> bool {
    note.boxes.is_empty() || note.boxes.contains(&person_box)
}

fn has_question(row: &RowPreview, person_box: Option<PersonBox>) -> bool {
    row.notes
        .iter()
        .any(|note| is_question(note.mark) && person_box.is_none_or(|person_box| is_about(note, person_box)))
}

fn questions(row: &RowPreview, person_box: PersonBox) -> String {
    let about = row.notes.iter().filter(|note| is_question(note.mark) && is_about(note, person_box));
    about.map(|note| note.message.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether the whole list is asked about what stands in this box.
fn is_listwide(preview: &Preview, person_box: PersonBox) -> bool {
    preview.questions.iter().any(|question| match question {
        ListQuestion::WhichNameIsFirst { .. } => {
            matches!(person_box, PersonBox::FirstName | PersonBox::LastName)
        }
        ListQuestion::OtherColumn { person_box: other, .. } => person_box == *other,
        ListQuestion::OtherSheets { .. } => false,
    })
}

/// Whether it is right that this one is not proposed: only a question was due.
fn is_asked_after(expected: &Value) -> bool {
    expected["first"].is_null() && expected["last"].is_null()
}

fn closest(expected: &Value, rows: &[RowPreview]) -> Option<usize> {
    let alike = |row: &RowPreview| {
        BOXES
            .iter()
            .filter(|(key, person_box)| {
                let answers = std::iter::once(&expected[*key])
                    .chain(expected["also"][*key].as_array().into_iter().flatten());
                let value = row.person.typed(*person_box);
                answers.filter_map(Value::as_str).any(|answer| is_same(*person_box, answer, value))
            })
            .count()
    };
    let best = rows.iter().enumerate().max_by_key(|(at, row)| (alike(row), std::cmp::Reverse(*at)))?;
    (alike(best.1) > 0).then_some(best.0)
}

fn is_same(person_box: PersonBox, answer: &str, value: &str) -> bool {
    let plain = |text: &str| match person_box {
        PersonBox::Mobile => text.chars().filter(char::is_ascii_digit).collect(),
        PersonBox::Email => text.to_lowercase(),
        _ => text.replace('’', "'"),
    };
    plain(answer) == plain(value)
}

fn name(expected: &Value) -> String {
    let part = |key: &str| expected[key].as_str().unwrap_or("?").to_owned();
    format!("{} {}", part("first"), part("last"))
}

fn shown(person: &Person) -> String {
    let parts = [&person.first_name, &person.last_name, &person.email, &person.mobile];
    parts.map(|part| format!("“{part}”")).join(" ")
}
