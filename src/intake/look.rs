//! What the page and the reader say to each other about a file: what the page wants to see of it, and
//! what there is to see. Each is a text on its way, and reads back as it was. Both ends are of
//! one release: what is missing in a text is taken for nothing, and no text fails.

use super::columns::Meaning;
use crate::application::{MailboxRole, Person};
use crate::json::Json;

/// How many rows are shown at a time.
pub const ROWS: usize = 25;

/// What the page wants to see, or to take.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Which sheet, counted from 0; `None` for the likeliest.
    pub sheet: Option<usize>,
    /// What each column means; empty for what the reader makes of them.
    pub columns: Vec<Meaning>,
    /// The first row to show, counted from 0 among those that hold anything.
    pub from: usize,
    /// The rows to take, by [`RowLook::index`].
    pub rows: Vec<usize>,
}

/// What there is to see of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// The names of the file's sheets.
    pub sheets: Vec<String>,
    /// Which of them this is.
    pub sheet: usize,
    /// Its columns.
    pub columns: Vec<ColumnLook>,
    /// How many rows hold a person.
    pub people: usize,
    /// The rows that would be taken unless the person chooses otherwise: not those that repeat others,
    /// and none of a list that is longer than any application.
    pub ready: Vec<usize>,
    /// [`ROWS`] of its rows, from [`Wanted::from`] on.
    pub rows: Vec<RowLook>,
    /// What there is to say about the sheet as a whole, in sentences.
    pub told: Vec<String>,
    /// Whether every row of it was read for that.
    pub is_whole: bool,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnLook {
    /// What stands above it, or its letter.
    pub heading: String,
    /// Some of its values.
    pub samples: String,
    /// What it is taken for.
    pub meaning: Meaning,
}

/// One row that holds a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowLook {
    /// Its place among the rows with people, counted from 0.
    pub index: usize,
    /// Its number in the file.
    pub number: usize,
    /// The person.
    pub person: Person,
    /// What there is to say about it: how grave it is, by the word before it, and a sentence.
    pub notes: Vec<(String, String)>,
}

impl Wanted {
    /// The text that says so.
    pub fn write(&self) -> String {
        let sheet = self.sheet.map_or(Json::Null, number);
        let columns = self.columns.iter().map(|meaning| text(meaning.key()));
        let rows = self.rows.iter().copied().map(number);
        Json::List(vec![sheet, list(columns), number(self.from), list(rows)]).write()
    }

    /// What `written` says.
    pub fn read(written: &str) -> Self {
        let json = Json::read(written).unwrap_or(Json::Null);
        Wanted {
            sheet: json.at(0).as_index(),
            columns: json.at(1).items().iter().map(read_meaning).collect(),
            from: read_number(json.at(2)),
            rows: json.at(3).items().iter().map(read_number).collect(),
        }
    }
}

impl Look {
    /// The text that says so.
    pub fn write(&self) -> String {
        let column = |column: &ColumnLook| {
            Json::List(vec![text(&column.heading), text(&column.samples), text(column.meaning.key())])
        };
        let note = |(mark, said): &(String, String)| Json::List(vec![text(mark), text(said)]);
        let row = |row: &RowLook| {
            Json::List(vec![
                number(row.index),
                number(row.number),
                write_person(&row.person),
                list(row.notes.iter().map(note)),
            ])
        };
        Json::List(vec![
            list(self.sheets.iter().map(|name| text(name))),
            number(self.sheet),
            list(self.columns.iter().map(column)),
            number(self.people),
            list(self.ready.iter().copied().map(number)),
            list(self.rows.iter().map(row)),
            list(self.told.iter().map(|said| text(said))),
            Json::Bool(self.is_whole),
        ])
        .write()
    }

    /// What `written` says.
    pub fn read(written: &str) -> Self {
        let json = Json::read(written).unwrap_or(Json::Null);
        Look {
            sheets: json.at(0).items().iter().map(read_text).collect(),
            sheet: read_number(json.at(1)),
            columns: json.at(2).items().iter().map(read_column).collect(),
            people: read_number(json.at(3)),
            ready: json.at(4).items().iter().map(read_number).collect(),
            rows: json.at(5).items().iter().map(read_row).collect(),
            told: json.at(6).items().iter().map(read_text).collect(),
            is_whole: *json.at(7) == Json::Bool(true),
        }
    }
}

/// The text that holds `people`.
pub fn write_people(people: &[Person]) -> String {
    list(people.iter().map(write_person)).write()
}

/// The people that `written` holds.
pub fn read_people(written: &str) -> Vec<Person> {
    Json::read(written).unwrap_or(Json::Null).items().iter().map(read_person).collect()
}

fn write_person(person: &Person) -> Json {
    let role = person.role.map(MailboxRole::key).unwrap_or_default();
    list([&person.first_name, &person.last_name, &person.email, &person.mobile, role].map(text))
}

fn read_person(json: &Json) -> Person {
    Person {
        first_name: read_text(json.at(0)),
        last_name: read_text(json.at(1)),
        email: read_text(json.at(2)),
        mobile: read_text(json.at(3)),
        role: MailboxRole::from_key(json.at(4).as_text().unwrap_or_default()),
    }
}

fn read_column(json: &Json) -> ColumnLook {
    ColumnLook {
        heading: read_text(json.at(0)),
        samples: read_text(json.at(1)),
        meaning: read_meaning(json.at(2)),
    }
}

fn read_row(json: &Json) -> RowLook {
    let note = |json: &Json| (read_text(json.at(0)), read_text(json.at(1)));
    RowLook {
        index: read_number(json.at(0)),
        number: read_number(json.at(1)),
        person: read_person(json.at(2)),
        notes: json.at(3).items().iter().map(note).collect(),
    }
}

fn read_meaning(json: &Json) -> Meaning {
    Meaning::from_key(json.as_text().unwrap_or_default()).unwrap_or(Meaning::Ignored)
}

fn read_text(json: &Json) -> String {
    json.as_text().unwrap_or_default().to_owned()
}

fn read_number(json: &Json) -> usize {
    json.as_index().unwrap_or_default()
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn number(number: usize) -> Json {
    Json::Number(number as i64)
}

fn list(items: impl IntoIterator<Item = Json>) -> Json {
    Json::List(items.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anna() -> Person {
        Person {
            first_name: "Anna".into(),
            last_name: "O'Brien \"Łucja\"\n".into(),
            email: "anna@example.org".into(),
            mobile: "07700 900123".into(),
            role: Some(MailboxRole::Owner),
        }
    }

    #[test]
    fn what_is_wanted_reads_back_as_it_was() {
        for wanted in [
            Wanted::default(),
            Wanted { sheet: Some(2), columns: Meaning::ALL.into(), from: 50, rows: vec![0, 7] },
        ] {
            assert_eq!(Wanted::read(&wanted.write()), wanted);
        }
    }

    #[test]
    fn a_look_reads_back_as_it_was() {
        let look = Look {
            sheets: vec!["Staff".into(), "Лист2".into()],
            sheet: 1,
            columns: vec![ColumnLook {
                heading: "Mob no.".into(),
                samples: "07700 900123".into(),
                meaning: Meaning::Mobile,
            }],
            people: 1,
            ready: vec![0],
            rows: vec![RowLook {
                index: 0,
                number: 4,
                person: anna(),
                notes: vec![("To do".into(), "Enter an email address.".into())],
            }],
            told: vec!["3 empty rows were left out.".into()],
            is_whole: true,
        };
        assert_eq!(Look::read(&look.write()), look);
        assert_eq!(Look::read(&Look::default().write()), Look::default());
    }

    #[test]
    fn people_read_back_as_they_were() {
        let people = vec![anna(), Person::default()];
        assert_eq!(read_people(&write_people(&people)), people);
    }

    #[test]
    fn what_is_not_there_reads_as_nothing() {
        for written in ["", "{}", "[]", "[[], 0]", "[null, [], 0, []]"] {
            assert_eq!(Wanted::read(written), Wanted::default(), "{written}");
            assert_eq!(Look::read(written), Look::default(), "{written}");
        }
    }
}
