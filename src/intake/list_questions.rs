//! What is to be asked once for a whole list.

use super::columns::Matching;
use super::limits;
use super::meaning::Meaning;
use super::names;
use super::preview::ListQuestion;
use super::sheets::Judged;
use super::summary::List;
use super::table::{Row, cut};
use super::typed::typed;
use super::values;
use crate::application::PersonBox;
use crate::fields::Mobile;

/// What is to be asked once for the whole list.
pub(super) fn questions(list: &List, judged: &[Judged]) -> Vec<ListQuestion> {
    let mut questions = Vec::new();
    if list.matching.is_order_unknown {
        let rows = list.rows.people.iter().filter_map(|index| list.sheet.rows.get(*index));
        let mut undecided = rows.filter(|row| is_order_unknown_in(list.matching, row));
        questions.extend(undecided.next().map(|row| {
            let person = typed(row, list.matching).person;
            ListQuestion::WhichNameIsFirst { first: person.first_name, last: person.last_name }
        }));
    }
    for kind in [
        (Meaning::Email, Meaning::SecondEmail, PersonBox::Email),
        (Meaning::Mobile, Meaning::SecondMobile, PersonBox::Mobile),
    ] {
        questions.extend(other_column(list, kind));
    }
    let others = || {
        let sheets = list.table.sheets.iter().zip(judged).enumerate();
        sheets.filter(|(index, (_, judged))| {
            judged.people > 0 && !judged.is_reference && !list.chosen.contains(index)
        })
    };
    if others().next().is_some() {
        questions.push(ListQuestion::OtherSheets {
            names: others().map(|(index, _)| list.table.sheet_label(index)).collect(),
            people: others().map(|(_, (_, judged))| judged.people).sum(),
        });
    }
    questions
}

/// Whether the row is one of those that the order of names is asked about: a comma or capitals may tell in others.
fn is_order_unknown_in(matching: &Matching, row: &Row) -> bool {
    let whole = matching.columns.iter().position(|meaning| *meaning == Meaning::FullName);
    whole.is_none_or(|column| names::undecided_pair(row.text(column)).is_some())
}

/// The column of other values of this kind that has the most of its own. Where two columns have one heading, each
/// row is asked about instead.
fn other_column(
    list: &List,
    (first, second, person_box): (Meaning, Meaning, PersonBox),
) -> Option<ListQuestion> {
    let taken = list.matching.columns.iter().position(|meaning| *meaning == first)?;
    let headings = list.sheet.rows.get(list.matching.header?)?;
    let heading = |column: usize| headings.text(column).trim();
    let columns = list.matching.columns.iter().enumerate();
    let seconds =
        columns.filter(|(column, meaning)| **meaning == second && heading(*column) != heading(taken));
    let rows = || list.rows.people.iter().filter_map(|index| list.sheet.rows.get(*index));
    // What is compared: an address, or the digits of a mobile.
    let key = |text: &str| match person_box {
        PersonBox::Mobile => {
            values::mobile(text).text.parse::<Mobile>().map(|mobile| mobile.comparison_key()).ok()
        }
        _ => Some(values::email(text).text.to_ascii_lowercase()).filter(|text| text.contains('@')),
    };
    let is_other = |row: &Row, column: usize| {
        let other = row.text(column).trim();
        !other.is_empty()
            && key(other).is_some_and(|other| key(row.text(taken).trim()).is_some_and(|one| one != other))
    };
    let counts = seconds.map(|(column, _)| (rows().filter(|row| is_other(row, column)).count(), column));
    let (count, other) = counts.max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0)?;
    // As the columns are called in the preview.
    let [taken, other] = [taken, other].map(|column| cut(heading(column), limits::SHOWN_CHARACTERS));
    Some(ListQuestion::OtherColumn { person_box, taken, other, rows: count })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::import_session::ImportSession;
    use crate::intake::preview::{Preview, PreviewRequest};
    use crate::rules::finding::Mark;
    use crate::settings::Settings;

    fn open(list: &str) -> (ImportSession, Preview) {
        let mut session = ImportSession::open(list.as_bytes(), Settings::default()).unwrap();
        let preview = session.preview(&PreviewRequest::default());
        (session, preview)
    }

    #[test]
    fn names_are_swapped_for_the_whole_list() {
        let (mut session, before) = open("Kim,Lee,07700900123\nSoo,Park,07700900124\n");
        assert!(
            matches!(&before.questions[..], [ListQuestion::WhichNameIsFirst { first, .. }] if first == "Kim")
        );
        let after = session.preview(&PreviewRequest { swap_names: true, ..before.request() });
        let person = &after.rows[0].person;
        assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("Lee", "Kim"));
    }

    #[test]
    fn whole_names_are_asked_about_where_nothing_tells_which_is_the_first() {
        let asked = |list: &str| {
            let (_, preview) = open(list);
            preview.questions.into_iter().find_map(|question| match question {
                ListQuestion::WhichNameIsFirst { first, last } => Some(format!("{first} {last}")),
                _ => None,
            })
        };
        for (list, first) in [
            ("Name,Mobile\nOyelaran Adewale,07700900123\nMusa Bako,07700900124\n", Some("Oyelaran Adewale")),
            // Common first names stand last: the names are taken so, and asked about.
            ("Name,Mobile\nNowak Anna,07700900123\nKowalska Zofia,07700900124\n", Some("Anna Nowak")),
            ("Name,Mobile\nMusa Bako,07700900123\nAnna Nowak,07700900124\n", None),
            ("Name,Email\nMusa Bako,musa.bako@example.org\nTeju Cole,x@example.org\n", None),
            ("Name,Mobile\nBAKO Musa,07700900123\n\"Cole, Teju\",07700900124\n", None),
            ("First name and surname,Mobile\nMusa Bako,07700900123\n", None),
            ("Imię i nazwisko,Mobile\nMusa Bako,07700900123\n", None),
        ] {
            assert_eq!(asked(list).as_deref(), first, "{list}");
        }
    }

    #[test]
    fn another_column_with_other_addresses_is_asked_about_once() {
        let (_, preview) = open(
            "Name,Work email,Own email\nAnna Smith,w@example.org,a@example.org\nBen Jones,v@example.org,b@example.org\n",
        );
        let asked = &preview.questions[0];
        assert!(
            matches!(asked, ListQuestion::OtherColumn { person_box: PersonBox::Email, rows: 2, .. }),
            "{asked:?}"
        );
        assert!(
            preview.rows.iter().all(|row| row.notes.iter().all(|note| note.mark == Mark::Missing)),
            "{:?}",
            preview.rows
        );
    }
}
