//! What there is to say about a list as a whole, in sentences.

use super::columns::Matching;
use super::headings::{is_day, is_meant};
use super::limits;
use super::links::Link;
use super::meaning::Meaning;
use super::people::PersonRead;
use super::preview::LeftOutReason;
use super::row_result::RowResult;
use super::rows::Sorted;
use super::table::{Sheet, Table};
use crate::text::{counted, listed};

/// A list, as it was read.
pub(super) struct List<'a> {
    pub table: &'a Table,
    /// Which of the table's sheets are taken, and their rows as one sheet.
    pub chosen: &'a [usize],
    pub sheet: &'a Sheet,
    pub matching: &'a Matching,
    /// The rows that hold people, and the others.
    pub rows: &'a Sorted,
    /// What each person has to do with the others; empty until they are compared.
    pub links: &'a [Link],
}

/// What there is to say of the list: the more, once all of it is `read`.
pub(super) fn sentences(list: &List, read: Option<&[PersonRead]>) -> Vec<String> {
    let mut sentences = vec![people(list, read)];
    sentences.extend(kind(list).map(|kind| kind.sentence().to_owned()));
    let repeated = list.links.iter().filter(|link| link.repeats.is_some()).count();
    if repeated > 0 {
        sentences.push(format!("{} an earlier one.", counted(repeated, "row repeats", "rows repeat")));
    }
    if !list.rows.left_out.is_empty() {
        sentences.push(left_out(list.rows));
    }
    let empty = list.sheet.empty_rows;
    if empty > 0 {
        sentences.push(format!("{} left out.", counted(empty, "empty row was", "empty rows were")));
    }
    let headings = list.matching.header.and_then(|header| list.sheet.rows.get(header));
    let is_like_taken = |column: &&usize| headings.is_some_and(|row| is_meant(row.text(**column)));
    let hidden = list.matching.hidden.iter().filter(is_like_taken).count();
    if hidden > 0 {
        sentences.push(format!("{} left out.", counted(hidden, "hidden column was", "hidden columns were")));
    }
    if list.table.sheets.len() > 1 {
        let names: Vec<String> = list.chosen.iter().map(|index| list.table.sheet_label(*index)).collect();
        sentences.push(format!(
            "{} taken: {}.",
            if names.len() == 1 { "This sheet is" } else { "These sheets are" },
            listed(&names)
        ));
    }
    if list.table.has_more_sheets {
        sentences.push(format!(
            "This workbook has more than {} sheets: the others were not read.",
            limits::SHEETS
        ));
    }
    if list.sheet.cut_short {
        sentences.push("The list goes on: this is as much as can be read of it.".to_owned());
    }
    sentences
}

/// How many people were found, and how many of their rows need something.
fn people(list: &List, read: Option<&[PersonRead]>) -> String {
    let is_to_mend = |read: &&PersonRead| read.result() != RowResult::Ready;
    let to_mend = read.map(|read| read.iter().filter(is_to_mend).count());
    let found = |count| counted(count, "person was", "people were");
    match (list.rows.people.len(), to_mend) {
        (0, _) => nobody(list).sentence().to_owned(),
        (count, None) => format!("{} found.", found(count)),
        (count, Some(0)) => format!("{} found, all in order.", found(count)),
        (count, Some(to_mend)) => format!(
            "{} found. {} checking: what to do is beside the row.",
            found(count),
            counted(to_mend, "row needs", "rows need")
        ),
    }
}

/// Why there is nobody in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nobody {
    /// No column is one of people: it counts posts, such as a workforce return.
    NoColumns,
    /// Nobody was entered below the headings: a template.
    NotFilledIn,
    /// There are people, and the list says of each why not to take them.
    AllLeftOut,
}

impl Nobody {
    fn sentence(self) -> &'static str {
        match self {
            Nobody::NoColumns => {
                "Nobody is named in this file. Bring a list with a row for each person: their name, email and mobile."
            }
            Nobody::NotFilledIn => {
                "Nobody is entered below the headings yet. Fill in a row for each person, save the file and bring it \
                 again."
            }
            Nobody::AllLeftOut => "Every person in this file was left out. Add those who need an account.",
        }
    }
}

fn nobody(list: &List) -> Nobody {
    let has_people = list.matching.columns.iter().any(|meaning| meaning.is_of_person());
    let is_person = |reason: LeftOutReason| match reason {
        LeftOutReason::Hidden
        | LeftOutReason::StruckOut
        | LeftOutReason::Left
        | LeftOutReason::NoAccountWanted
        | LeftOutReason::HasAccount => true,
        LeftOutReason::Headings
        | LeftOutReason::Section
        | LeftOutReason::Total
        | LeftOutReason::Note
        | LeftOutReason::Example
        | LeftOutReason::Hint
        | LeftOutReason::OnlyAChoice
        | LeftOutReason::OtherText
        | LeftOutReason::NothingInColumns
        | LeftOutReason::Shared
        | LeftOutReason::Firm => false,
    };
    match () {
        () if !has_people => Nobody::NoColumns,
        () if list.rows.left_out.iter().any(|(_, reason)| is_person(*reason)) => Nobody::AllLeftOut,
        () => Nobody::NotFilledIn,
    }
}

/// What a list is that was made for something else, and was read all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// People are named and no column has an address or a number: a training matrix, most rotas.
    NamesOnly,
    /// Columns are days, and there are addresses or numbers beside them.
    Rota,
}

impl Kind {
    fn sentence(self) -> &'static str {
        match self {
            Kind::NamesOnly => {
                "Only names were read: this list has no emails or mobiles. Bring your staff list, or type them \
                 beside each name."
            }
            Kind::Rota => "This looks like a rota. Its names and contacts were read, its shifts were not.",
        }
    }
}

fn kind(list: &List) -> Option<Kind> {
    let has = |meaning| list.matching.columns.contains(&meaning);
    let has_contacts =
        [Meaning::Email, Meaning::SecondEmail, Meaning::Mobile, Meaning::SecondMobile].into_iter().any(has);
    let headings = list.matching.header.and_then(|header| list.sheet.rows.get(header));
    let days = headings.map_or(0, |row| row.cells.iter().filter(|cell| is_day(&cell.text)).count());
    match () {
        () if list.rows.people.is_empty() => None,
        () if !has_contacts => Some(Kind::NamesOnly),
        () if days >= 3 => Some(Kind::Rota),
        () => None,
    }
}

/// "5 rows were left out: 2 sections, 1 total, 2 hidden rows."
fn left_out(rows: &Sorted) -> String {
    let mut reasons: Vec<_> = rows.left_out.iter().map(|(_, reason)| *reason).collect();
    reasons.sort_unstable();
    let of_reason = reasons.chunk_by(|one, other| one == other).filter_map(|same| {
        let reason = same.first()?;
        Some(format!("{} {}", same.len(), reason.label(same.len())))
    });
    let of_reason: Vec<String> = of_reason.collect();
    format!("{} left out: {}.", counted(reasons.len(), "row was", "rows were"), of_reason.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::intake::import_session::ImportSession;
    use crate::intake::preview::PreviewRequest;
    use crate::settings::Settings;

    fn summary(list: &str) -> Vec<String> {
        let mut session = ImportSession::open(list.as_bytes(), Settings::default()).unwrap();
        session.check(&PreviewRequest::default(), &mut |_| ()).summary
    }

    #[test]
    fn a_list_of_nobody_says_what_to_bring() {
        for (list, start) in [
            ("Job role,Permanent,Bank,Vacancies\nCare worker,12,3,1\nTotal,12,3,1\n", "Nobody is named"),
            ("First name,Last name,Email,Mobile\n", "Nobody is entered"),
            ("First name,Last name,Email,Mobile\n,,,\n,,,\n", "Nobody is entered"),
            ("Name,Status,Email\nAnna Smith,Left,a@example.org\n", "Every person in this file was left out"),
        ] {
            let summary = summary(list);
            assert!(summary[0].starts_with(start), "{list}: {summary:?}");
        }
    }

    #[test]
    fn the_other_lines_of_a_letter_are_called_what_they_are() {
        let letter = "Hi Sue,\nhere are the people.\n\nAnna Nowak 07700 900123 anna@example.org\nBen Jones 07700 900124 ben@example.org\n\nThanks\n";
        let summary = summary(letter);
        assert_eq!(summary[1..], ["3 rows were left out: 3 lines of other text."]);
    }

    #[test]
    fn a_rota_and_a_list_of_names_say_what_was_read_of_them() {
        let only_names = |list: &str| summary(list).iter().any(|line| line.starts_with("Only names"));
        assert!(only_names("Name,Fire,First aid\nAnna Nowak,01/02/2025,Booked\nChidi Okafor,02/02/2025,\n"));
        assert!(only_names("Name,Mon,Tue,Wed\nAnna Nowak,E,L,OFF\nChidi Okafor,N,N,N\n"));
        assert!(!only_names("Name,Email\nAnna Nowak,a@example.org\n"));
        let rota = summary("Name,Mon,Tue,Wed,Mobile\nAnna Nowak,E,L,OFF,07700 900123\n");
        assert!(rota[1].starts_with("This looks like a rota"), "{rota:?}");
        assert!(!only_names("Name,Email\nAnna Nowak,\n"));
    }
}
