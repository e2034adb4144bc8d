//! One list that is being brought in: what was read of it, and how it was last looked at.

use super::annotated_export::{self, RowResult};
use super::columns::{self, Matching};
use super::meaning::Meaning;
use super::open_error::OpenError;
use super::people::{self, Link, PersonRead, listed};
use super::preview::{ColumnPreview, Note, Preview, PreviewRequest, Progress, ROWS, RowPreview};
use super::table::{Sheet, Table};
use crate::application::{MailboxRole, Person};
use crate::rules::finding::{Mark, Place};
use crate::settings::Settings;
use crate::text::counted;

/// A list, as it was last looked at.
#[derive(Debug)]
pub struct ImportSession {
    table: Table,
    sheet: usize,
    matching: Matching,
    /// The rows that hold people, by their places in the sheet.
    people: Vec<usize>,
    /// What each has to do with the others; empty until it is asked.
    links: Vec<Link>,
    settings: Settings,
}

impl ImportSession {
    /// The file with these bytes, opened, at the sheet that most likely holds people.
    ///
    /// # Errors
    /// Says why it cannot be opened, and what to do.
    pub fn open(bytes: &[u8], settings: Settings) -> Result<Self, OpenError> {
        let table = super::open(bytes)?;
        let sheet = columns::likeliest(&table);
        let mut session = ImportSession {
            table,
            sheet,
            matching: Matching::default(),
            people: Vec::new(),
            links: Vec::new(),
            settings,
        };
        session.select(sheet, None);
        Ok(session)
    }

    /// What there is to see of the list: of a long one, before its rows are compared.
    pub fn preview(&mut self, request: &PreviewRequest) -> Preview {
        self.apply(request);
        self.preview_from(request.from)
    }

    /// The same, once every row is compared with the others and, up to [`MOST_READ`], read.
    pub fn check(&mut self, request: &PreviewRequest, progress: &mut dyn FnMut(Progress)) -> Preview {
        self.apply(request);
        self.compare();
        let read = (self.people.len() <= MOST_READ).then(|| self.read_all(progress));
        let summary = self.summary(read.as_ref());
        Preview { summary, is_checked: true, ..self.preview_from(request.from) }
    }

    /// The people in the rows that the request names, in the order of the list. Where no column says who owns
    /// the mailbox, each is a member: whoever has to choose its owners need not choose everyone else too.
    pub fn take(&mut self, request: &PreviewRequest) -> Vec<Person> {
        self.apply(request);
        let chosen = (0..self.people.len()).filter(|index| request.rows.contains(index));
        let mut people: Vec<Person> = self.read(chosen).into_iter().map(|read| read.person).collect();
        if !self.has_role_column() {
            people.iter_mut().for_each(|person| person.role = Some(MailboxRole::Member));
        }
        people
    }

    /// The rows of the sheet as they stand in the file, with what there is to say about each behind it.
    pub fn annotated(&mut self, progress: &mut dyn FnMut(Progress)) -> Vec<Vec<String>> {
        self.compare();
        let people = self.read_all(progress);
        self.sheet().map(|sheet| annotated_export::rows(sheet, &self.matching, &people)).unwrap_or_default()
    }

    fn has_role_column(&self) -> bool {
        self.matching.columns.contains(&Meaning::Role)
    }

    /// Reads everyone, and says now and then how many are read.
    fn read_all(&self, progress: &mut dyn FnMut(Progress)) -> Vec<PersonRead> {
        let total = self.people.len();
        let mut people = Vec::with_capacity(total);
        for start in (0..total).step_by(ROWS_A_STEP) {
            let end = total.min(start + ROWS_A_STEP);
            people.extend(self.read(start..end));
            progress(Progress { done: end, total });
        }
        people
    }

    /// Reads these of the people.
    fn read(&self, chosen: impl Iterator<Item = usize>) -> Vec<PersonRead> {
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let row = |index| {
            let link = self.links.get(index).copied().unwrap_or_default();
            people::read(sheet, &self.matching, &self.settings, (*self.people.get(index)?, link)).into()
        };
        chosen.filter_map(row).collect()
    }

    /// Sees which rows repeat others, or share with them what they must not, if that was not done yet.
    fn compare(&mut self) {
        if let Some(sheet) = self.sheet()
            && self.links.is_empty()
        {
            self.links = people::links(sheet, &self.matching, &self.people);
        }
    }

    fn sheet(&self) -> Option<&Sheet> {
        self.table.sheets.get(self.sheet)
    }

    fn apply(&mut self, request: &PreviewRequest) {
        let sheet = request.sheet.unwrap_or(self.sheet);
        let columns = (!request.columns.is_empty()).then_some(&request.columns[..]);
        if sheet != self.sheet || columns.is_some_and(|columns| columns != self.matching.columns) {
            self.select(sheet, columns);
        }
    }

    fn select(&mut self, sheet: usize, columns: Option<&[Meaning]>) {
        let is_same_sheet = sheet == self.sheet;
        self.sheet = sheet;
        self.links = Vec::new();
        let Some(sheet) = self.table.sheets.get(sheet) else {
            self.people = Vec::new();
            return;
        };
        self.matching = match columns {
            Some(columns) if is_same_sheet => columns::changed(&self.matching, columns),
            _ => columns::matching(sheet),
        };
        self.people = listed(sheet, &self.matching);
        if self.people.len() <= COMPARED_AT_ONCE {
            self.compare();
        }
    }

    fn preview_from(&self, from: usize) -> Preview {
        let is_short = self.people.len() <= MOST_PROPOSED;
        let proposed = self.links.iter().enumerate().filter(|(_, link)| is_short && link.repeats.is_none());
        let shown = self.read(from..self.people.len().min(from + ROWS));
        // A list that is shown whole is read whole.
        let is_checked = shown.len() == self.people.len();
        Preview {
            sheets: self.table.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            sheet: self.sheet,
            columns: self.sheet().map(|sheet| column_previews(sheet, &self.matching)).unwrap_or_default(),
            people: self.people.len(),
            proposed: proposed.map(|(index, _)| index).collect(),
            summary: self.summary(is_checked.then_some(&shown)),
            is_checked,
            rows: (from..).zip(&shown).map(|(index, read)| self.row_preview(index, read)).collect(),
        }
    }

    fn row_preview(&self, index: usize, read: &PersonRead) -> RowPreview {
        let number = self.sheet().and_then(|sheet| sheet.rows.get(read.row)).map_or(0, |row| row.number);
        let repeats = read.repeats.map(|other| Note {
            mark: Mark::Repeated,
            person_box: None,
            message: format!("This person is in row {other} too."),
        });
        let findings = read.findings.iter().map(|finding| Note {
            mark: finding.mark(),
            person_box: match finding.place {
                Place::Person(_, person_box) => Some(person_box),
                _ => None,
            },
            message: finding.message.clone(),
        });
        RowPreview {
            index,
            number: number as usize,
            person: read.person.clone(),
            notes: repeats.into_iter().chain(findings).collect(),
        }
    }

    /// What there is to say about the whole list: the more, once all of it is `read`.
    fn summary(&self, read: Option<&Vec<PersonRead>>) -> Vec<String> {
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let mut summary = Vec::new();
        let to_mend = read.map(|read| {
            read.iter().filter(|read| annotated_export::result(read) != RowResult::Ready).count()
        });
        summary.push(match (self.people.len(), to_mend) {
            (0, _) => "No row holds a person. Check what the columns are.".to_owned(),
            (count, None) => format!("{} found.", counted(count, "person was", "people were")),
            (count, Some(0)) => {
                format!("{} found, all in order.", counted(count, "person was", "people were"))
            }
            (count, Some(to_mend)) => format!(
                "{} found. {} something to see to: it is beside the row, and you can mend it once they are added.",
                counted(count, "person was", "people were"),
                counted(to_mend, "row has", "rows have")
            ),
        });
        if !self.people.is_empty() && !self.has_role_column() {
            summary.push(
                "Each is added as a member of the shared mailbox. After that, choose who owns it.".to_owned(),
            );
        }
        let repeated = self.links.iter().filter(|link| link.repeats.is_some()).count();
        if repeated > 0 {
            summary.push(format!("{} an earlier one.", counted(repeated, "row repeats", "rows repeat")));
        }
        let without = sheet.rows.len().saturating_sub(self.matching.first + self.people.len());
        let left_out = sheet.empty_rows + without;
        if left_out > 0 {
            summary.push(format!(
                "{} left out.",
                counted(
                    left_out,
                    "row with nothing in these columns was",
                    "rows with nothing in these columns were"
                )
            ));
        }
        if sheet.cut_short {
            summary.push("The list goes on: this is as much as can be read of it.".to_owned());
        }
        summary
    }
}

/// In a list of more people than this, nobody is proposed: no site can ask for so many accounts.
const MOST_PROPOSED: usize = 50;

/// Of a list of more people than this, nobody waits to hear how many rows there are to mend. To read so many
/// takes seconds.
const MOST_READ: usize = 20_000;

/// The rows of a list of up to so many people are compared before any is shown; those of a longer one once
/// the first are on screen.
const COMPARED_AT_ONCE: usize = 500;

/// After how many rows progress is reported.
const ROWS_A_STEP: usize = 500;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

fn column_previews(sheet: &Sheet, matching: &Matching) -> Vec<ColumnPreview> {
    let headings = matching.header.and_then(|header| sheet.rows.get(header));
    let data = sheet.rows.get(matching.first..).unwrap_or_default();
    let column = |(column, meaning): (usize, &Meaning)| {
        let heading = headings.map(|row| row.text(column).trim()).filter(|heading| !heading.is_empty());
        let values = data.iter().map(|row| row.text(column).trim()).filter(|text| !text.is_empty());
        ColumnPreview {
            heading: heading.map_or_else(|| format!("Column {}", letters(column)), str::to_owned),
            samples: values.take(SAMPLES).collect::<Vec<_>>().join(", "),
            meaning: *meaning,
        }
    };
    matching.columns.iter().enumerate().map(column).collect()
}

/// What a spreadsheet calls a column: A to Z, AA, AB, …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match (column / 26).checked_sub(1) {
        Some(before) => letters(before) + &last.to_string(),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "Oak House,,,\nName,Post,E-mail,Mob\nAnna Smith,Carer,a@example.org,7700900123\n,,,\nBen Jones,Cook,b@example.org,0770090012\nANNA SMITH,Carer,a@example.org,07700 900123\nleft,,,\n";

    fn open(list: &str) -> (ImportSession, Preview) {
        let mut session = ImportSession::open(list.as_bytes(), Settings::default()).unwrap();
        let preview = session.preview(&PreviewRequest::default());
        (session, preview)
    }

    fn checked(session: &mut ImportSession) -> Preview {
        session.check(&PreviewRequest::default(), &mut |_| ())
    }

    #[test]
    fn a_list_is_seen_with_its_columns_and_its_rows() {
        let (_, preview) = open(LIST);
        let columns: Vec<(&str, Meaning)> =
            preview.columns.iter().map(|column| (column.heading.as_str(), column.meaning)).collect();
        assert_eq!(
            columns,
            [
                ("Name", Meaning::FullName),
                ("Post", Meaning::Ignored),
                ("E-mail", Meaning::Email),
                ("Mob", Meaning::Mobile)
            ]
        );
        assert_eq!(preview.columns[3].samples, "7700900123, 0770090012, 07700 900123");
        let numbers: Vec<usize> = preview.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [3, 5, 6, 7]);
        assert_eq!(preview.proposed, [0, 1, 3], "the repeated row is not proposed");
        assert_eq!(preview.rows[2].notes[0].mark, Mark::Repeated);
        let summary = &preview.summary;
        assert!(summary.iter().any(|line| line.starts_with("1 row with nothing")), "{summary:?}");
    }

    #[test]
    fn another_choice_of_columns_is_kept_to() {
        let (mut session, preview) = open(LIST);
        let mut request = preview.request();
        request.columns[3] = Meaning::Ignored;
        let preview = session.preview(&request);
        assert_eq!(preview.columns[3].meaning, Meaning::Ignored);
        assert_eq!(preview.rows[0].person.mobile, "");
    }

    #[test]
    fn the_ticked_people_are_taken_in_the_order_of_the_list() {
        let (mut session, _) = open(LIST);
        let people = session.take(&PreviewRequest { rows: vec![1, 0], ..PreviewRequest::default() });
        let names: Vec<String> = people.iter().map(Person::full_name).collect();
        assert_eq!(names, ["Anna Smith", "Ben Jones"]);
        assert_eq!(people[0].mobile, "07700 900123");
        assert_eq!(people[0].role, Some(MailboxRole::Member), "no column says who owns the mailbox");
    }

    #[test]
    fn where_a_column_says_who_owns_the_mailbox_nobody_becomes_a_member_unasked() {
        let list = "Name,Email,Shared mailbox\nAnna Smith,a@example.org,Owner\nBen Jones,b@example.org,\n";
        let (mut session, preview) = open(list);
        assert!(preview.summary.iter().all(|line| !line.contains("member")), "{:?}", preview.summary);
        let people = session.take(&PreviewRequest { rows: vec![0, 1], ..PreviewRequest::default() });
        assert_eq!((people[0].role, people[1].role), (Some(MailboxRole::Owner), None));
    }

    #[test]
    fn a_long_list_is_shown_page_by_page() {
        let list: String =
            (0..60).map(|n| format!("Anna,Smith,a{n}@example.org,077009001{n:02}\n")).collect();
        let (mut session, first) = open(&list);
        assert_eq!((first.people, first.rows.len()), (60, ROWS));
        assert_eq!(first.proposed, [0; 0], "nobody is proposed");
        assert_eq!((first.is_checked, &first.summary[0][..]), (false, "60 people were found."));
        let whole = checked(&mut session);
        assert_eq!((whole.is_checked, &whole.summary[0][..]), (true, "60 people were found, all in order."));
        let last = session.preview(&PreviewRequest { from: 50, ..PreviewRequest::default() });
        assert_eq!((last.rows.len(), last.rows[0].index), (10, 50));
    }

    #[test]
    fn the_rows_of_a_very_long_list_are_compared_once_it_is_checked() {
        let mut list = String::from("Name,Email\n");
        for n in 0..COMPARED_AT_ONCE {
            list += &format!("Anna Smith{n},a{n}@example.org\n");
        }
        list += "Anna Smith0,a0@example.org\nBen Jones,a1@example.org\n";
        let (mut session, before) = open(&list);
        assert!(before.rows[1].notes.iter().all(|note| !note.message.contains("Ben Jones")));
        assert!(!before.summary.iter().any(|line| line.contains("repeats")), "{:?}", before.summary);
        let after = checked(&mut session);
        let notes = &after.rows[1].notes;
        assert!(notes.iter().any(|note| note.message.contains("Ben Jones has the same one")), "{notes:?}");
        assert!(after.summary.contains(&"1 row repeats an earlier one.".to_owned()), "{:?}", after.summary);
    }

    #[test]
    fn progress_ends_with_everyone_read() {
        let list: String = (0..1_200).map(|n| format!("Anna Smith,a{n}@example.org\n")).collect();
        let (mut session, _) = open(&list);
        let mut steps = Vec::new();
        session.check(&PreviewRequest::default(), &mut |progress| steps.push(progress));
        assert_eq!(steps.last(), Some(&Progress { done: 1_200, total: 1_200 }));
        assert!(steps.len() > 1);
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }
}
