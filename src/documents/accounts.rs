//! `nhsmail-accounts.csv` and `nhsmail-accounts.xlsx`: the people in the portal's order, for a spreadsheet.

use crate::application::{Application, Person, PersonBox, SiteBox};
use crate::documents::book::{Book, BookSheet};
use crate::documents::csv_text;
use crate::documents::summary::{Action, warning};
use crate::rules::Report;

/// The name the CSV file is offered under.
pub const FILE_NAME: &str = "nhsmail-accounts.csv";

/// The name the workbook is offered under.
pub const BOOK_NAME: &str = "nhsmail-accounts.xlsx";

/// The file. Mobiles keep their leading 0 because the space in them makes them text. While something is
/// outstanding, the first line says so.
pub fn csv(application: &Application, report: &Report) -> Vec<u8> {
    let warning = warning(report).map(|text| vec![text]);
    csv_text::file(&warning.into_iter().chain(rows(application)).collect::<Vec<_>>())
}

/// What the workbook is made of: the people on one sheet, and what is to do on another.
pub fn book(application: &Application, report: &Report, actions: Vec<Action>) -> Book {
    let name = application.site.value(SiteBox::Name);
    let of_site: Vec<String> = [&name, &application.site.value(SiteBox::OdsCode)]
        .into_iter()
        .filter(|value| !value.is_empty())
        .cloned()
        .collect();
    let mut lines: Vec<String> = warning(report).into_iter().collect();
    if !of_site.is_empty() {
        lines.push(format!("NHSmail accounts for {}", of_site.join(", ODS code ")));
    }
    let mut to_do = vec![["About", "What to do", "Ask"].map(str::to_owned).to_vec()];
    to_do.extend(
        actions.into_iter().map(|action| vec![action.about, action.message, action.ask.unwrap_or_default()]),
    );
    Book {
        title: if name.is_empty() {
            "NHSmail accounts".to_owned()
        } else {
            format!("NHSmail accounts: {name}")
        },
        sheets: vec![
            BookSheet { name: "Accounts".to_owned(), lines: lines.clone(), rows: rows(application) },
            BookSheet { name: "To do".to_owned(), lines, rows: to_do },
        ],
    }
}

/// The people below the labels of their boxes.
fn rows(application: &Application) -> Vec<Vec<String>> {
    let mut rows = vec![PersonBox::ALL.map(|person_box| person_box.label().to_owned()).to_vec()];
    rows.extend(application.people.iter().map(row));
    rows
}

fn row(person: &Person) -> Vec<String> {
    PersonBox::ALL.map(|person_box| person.value(person_box)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::summary::actions;
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today};
    use crate::settings::Settings;
    use crate::text::formula::unescaped;

    fn text_of(application: &Application) -> String {
        let report = check(application, &Settings::default(), today());
        String::from_utf8(csv(application, &report)).unwrap()
    }

    #[test]
    fn the_list_reads_back_cell_for_cell() {
        let mut application = ready();
        application.people[0].first_name = "=HYPERLINK(\"x\")".into();
        application.people[1].last_name = "de la \"Torre\", Jr".into();
        let text = text_of(&application);
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));

        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(|c| unescaped(c).into_owned()).collect())
            .collect();
        let people: Vec<Vec<String>> = application.people.iter().map(row).collect();
        assert_eq!(rows[rows.len() - people.len()..], people);
        assert_eq!(people[0][3], "07700 900123");
    }

    #[test]
    fn the_workbook_has_the_same_people_and_what_is_to_do() {
        let mut application = ready();
        application.people[1].mobile = "012".into();
        let settings = Settings::default();
        let report = check(&application, &settings, today());
        let actions = actions(&application, &report, &settings);
        let book = book(&application, &report, actions.clone());
        let [accounts, to_do] = &book.sheets[..] else { panic!("{book:?}") };
        assert_eq!(accounts.rows[1..], application.people.iter().map(row).collect::<Vec<_>>());
        assert_eq!(to_do.rows.len(), actions.len() + 1);
        assert!(to_do.rows[1][0].contains("Ben Jones"), "{to_do:?}");
        let of_site = "NHSmail accounts for Oak House Care Home, ODS code VLLWV";
        assert_eq!(accounts.lines, ["Not ready yet: 1 thing is still to do.", of_site]);
    }

    #[test]
    fn what_is_outstanding_is_said_at_the_top() {
        let mut application = ready();
        assert!(text_of(&application).starts_with("\u{feff}\"First name\","));
        application.people.truncate(1);
        assert!(text_of(&application).starts_with("\u{feff}\"Not ready yet: "), "{}", text_of(&application));
    }
}
