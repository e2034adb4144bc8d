//! `nhsmail-accounts.csv`: the people in the portal's order, for a spreadsheet.

use crate::application::{Application, Person, PersonBox};
use crate::documents::checklist::warning;
use crate::documents::csv_text;
use crate::rules::Report;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-accounts.csv";

/// The file. Mobiles keep their leading 0 because the space in them makes them text. While something is
/// outstanding, the first line says so.
pub fn csv(application: &Application, report: &Report) -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = warning(report).map(|text| vec![text]).into_iter().collect();
    rows.push(PersonBox::ALL.map(|person_box| person_box.label().to_owned()).to_vec());
    rows.extend(application.people.iter().map(row));

    csv_text::file(&rows)
}

fn row(person: &Person) -> Vec<String> {
    PersonBox::ALL.map(|person_box| person.value(person_box)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::csv_text::as_it_was;
    use crate::rules::bench::{ready, today};
    use crate::rules::check;
    use crate::settings::Settings;

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
            .map(|row| row.unwrap().iter().map(|c| as_it_was(c).to_owned()).collect())
            .collect();
        let people: Vec<Vec<String>> = application.people.iter().map(row).collect();
        assert_eq!(rows[rows.len() - people.len()..], people);
        assert_eq!(people[0][3], "07700 900123");
    }

    #[test]
    fn what_is_outstanding_is_said_at_the_top() {
        let mut application = ready();
        assert!(text_of(&application).starts_with("\u{feff}\"First name\","));
        application.people.truncate(1);
        assert!(text_of(&application).starts_with("\u{feff}\"Not ready yet: "), "{}", text_of(&application));
    }
}
