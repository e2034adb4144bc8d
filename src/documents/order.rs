//! What the page orders from the worker that makes documents, as text between the two.

use time::Date;

use super::book::{Book, BookSheet};
use super::save;
use crate::application::Application;
use crate::day::TypedDay;
use crate::json::Json;

/// The name the PDF is offered under.
pub const PDF_NAME: &str = "nhsmail-checklist.pdf";

/// The name the blank form is offered under.
pub const FORM_NAME: &str = "nhsmail-people-form.xlsx";

/// The text that orders a document about `application`, made on `today`, which [`read`] reads.
pub fn write(application: &Application, today: Date) -> String {
    format!("{}\n{}", TypedDay::of(today).to_line(), save::whole(application))
}

/// The application, and the day, that `order` is about; `None` for any other text.
pub fn read(order: &str) -> Option<(Application, Date)> {
    let (today, application) = order.split_once('\n')?;
    Some((save::open(application).ok()?, TypedDay::from_line(today).read().ok()?))
}

/// The text of `book`, which [`read_book`] reads.
pub fn write_book(book: &Book) -> String {
    let sheet = |sheet: &BookSheet| {
        let rows = all(&sheet.rows, |row| all(row, |cell| text(cell)));
        list([text(&sheet.name), all(&sheet.lines, |line| text(line)), rows])
    };
    list([text(&book.title), all(&book.sheets, sheet)]).write()
}

/// The book that `written` holds; `None` for any other text.
pub fn read_book(written: &str) -> Option<Book> {
    let written = Json::read(written).ok()?;
    let sheet = |json: &Json| {
        Some(BookSheet {
            name: read_text(json.at(0))?,
            lines: read_all(json.at(1), read_text)?,
            rows: read_all(json.at(2), |row| read_all(row, read_text))?,
        })
    };
    Some(Book { title: read_text(written.at(0))?, sheets: read_all(written.at(1), sheet)? })
}

fn list<const N: usize>(items: [Json; N]) -> Json {
    Json::List(items.into())
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn all<T>(items: &[T], write: impl Fn(&T) -> Json) -> Json {
    Json::List(items.iter().map(write).collect())
}

fn read_text(json: &Json) -> Option<String> {
    json.as_text().map(str::to_owned)
}

fn read_all<T>(json: &Json, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.items().iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bench::{ready, today};

    #[test]
    fn an_application_arrives_whole() {
        let mut application = ready();
        application.people[0].first_name = "محمد \"\\\n".into();
        application.site.location_id = "CON1-1234567890".into();
        assert_eq!(read(&write(&application, today())), Some((application, today())));
    }

    #[test]
    fn a_book_arrives_as_it_was_sent() {
        let sheet = BookSheet {
            name: "People".into(),
            lines: vec!["Not ready yet".into()],
            rows: vec![vec!["a".into(), String::new()], vec![], vec!["=1".into()]],
        };
        let book = Book { title: "Title".into(), sheets: vec![sheet, BookSheet::default()] };
        assert_eq!(read_book(&write_book(&book)), Some(book));
    }

    #[test]
    fn any_other_text_is_neither() {
        for written in ["", "\n", "{}", "[]", "[1, 2]", "1//2\n{}", "[\"a\", [[\"b\", [], [[3]]]]]"] {
            assert_eq!(read(written), None, "{written}");
            assert_eq!(read_book(written), None, "{written}");
        }
    }
}
