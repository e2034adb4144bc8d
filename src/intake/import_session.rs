//! One list that is being brought in: what was read of it, and how it was last looked at.

use std::borrow::Cow;

use super::annotated_export;
use super::column_previews::column_previews;
use super::columns::{self, Matching};
use super::limits;
use super::links::{self, Keys, Link};
use super::list_questions;
use super::meaning::Meaning;
use super::open_error::OpenError;
use super::people::{self, PersonRead};
use super::preview::{
    LeftOut, MOST_LEFT_OUT, Note, Preview, PreviewRequest, Progress, ROWS, RowPreview, SheetPreview,
    TakenPerson,
};
use super::rows::{self, Sorted};
use super::secrets;
use super::sheets::{self, Judged};
use super::shifted;
use super::summary;
use super::table::{Row, Sheet, Table, cut};
use super::typed::{Typed, typed};
use crate::application::MailboxRole;
use crate::rules::finding::Mark;
use crate::settings::Settings;

/// A list, as it was last looked at.
#[derive(Debug)]
pub struct ImportSession {
    table: Table,
    judged: Vec<Judged>,
    /// Which sheets are taken, and their rows as one sheet.
    chosen: Vec<usize>,
    sheet: Sheet,
    matching: Matching,
    swap_names: bool,
    added: Vec<usize>,
    /// The rows that hold people, by their places in the sheet, and the others.
    rows: Sorted,
    /// What each has to do with the others; empty until it is asked.
    links: Vec<Link>,
    /// What is typed in the rows of people, where they were compared and are few enough to be kept.
    typed: Vec<Typed>,
    settings: Settings,
}

impl ImportSession {
    /// The file with these bytes, opened, at the sheets that most likely hold people.
    ///
    /// # Errors
    /// Says why it cannot be opened, and what to do.
    pub fn open(bytes: &[u8], settings: Settings) -> Result<Self, OpenError> {
        let table = super::open(bytes)?;
        let judged = sheets::judged(&table);
        let mut session = ImportSession {
            table,
            judged,
            chosen: Vec::new(),
            sheet: Sheet::default(),
            matching: Matching::default(),
            swap_names: false,
            added: Vec::new(),
            rows: Sorted::default(),
            links: Vec::new(),
            typed: Vec::new(),
            settings,
        };
        session.choose(session.proposed_sheets());
        session.sort();
        Ok(session)
    }

    /// What there is to see of the list: of a long one, before its rows are compared.
    pub fn preview(&mut self, request: &PreviewRequest) -> Preview {
        self.apply(request);
        self.preview_from(request.from)
    }

    /// The same, once every row is compared with the others and, up to a number that takes seconds, read.
    pub fn check(&mut self, request: &PreviewRequest, progress: &mut dyn FnMut(Progress)) -> Preview {
        self.apply(request);
        self.compare();
        let read = (self.rows.people.len() <= MOST_READ).then(|| self.read_all(progress));
        let summary = self.summary(read.as_deref());
        Preview { summary, is_checked: true, ..self.preview_from(request.from) }
    }

    /// The people in the rows that the request names, in the order of the list. Where no column says who owns
    /// the mailbox, each is a member: whoever has to choose its owners need not choose everyone else too.
    pub fn take(&mut self, request: &PreviewRequest) -> Vec<TakenPerson> {
        self.apply(request);
        let people = self.rows.people.iter().enumerate();
        let chosen = people.filter(|(_, row)| request.rows.contains(row)).map(|(index, _)| index);
        let taken = self.read(chosen).into_iter().map(|read| {
            let (sheet, number) = self.place_of(&read);
            TakenPerson { sheet, number, person: read.person }
        });
        taken.collect()
    }

    /// The sheet and the number of the row in the file.
    fn place_of(&self, read: &PersonRead) -> (usize, usize) {
        self.sheet.rows.get(read.row).map_or((0, 0), |row| (row.sheet, row.number as usize))
    }

    /// The rows that the request shows, as they stand in the file, with what there is to say about each behind it.
    pub fn annotated(
        &mut self,
        request: &PreviewRequest,
        progress: &mut dyn FnMut(Progress),
    ) -> Vec<Vec<String>> {
        self.apply(request);
        self.compare();
        let people = self.read_all(progress);
        annotated_export::rows(&self.sheet, &self.matching, &people)
    }

    fn has_role_column(&self) -> bool {
        self.matching.columns.contains(&Meaning::Role)
    }

    /// Reads everyone, and says now and then how many are read.
    fn read_all(&self, progress: &mut dyn FnMut(Progress)) -> Vec<PersonRead> {
        let total = self.rows.people.len();
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
        let row = |index| {
            let link = self.links.get(index).copied().unwrap_or_default();
            let place = (*self.rows.people.get(index)?, link);
            let anew = || Some(Cow::Owned(typed(self.sheet.rows.get(place.0)?, &self.matching)));
            let typed = self.typed.get(index).map(Cow::Borrowed).or_else(anew)?;
            let mut read = people::read(&self.sheet, &self.matching, &self.settings, place, &typed);
            if !self.has_role_column() {
                read.person.role = Some(MailboxRole::Member);
            }
            Some(read)
        };
        chosen.filter_map(row).collect()
    }

    /// Sees which rows repeat others, or share with them what they must not, if that was not done yet.
    fn compare(&mut self) {
        if self.links.is_empty() {
            let are_kept = self.rows.people.len() <= MOST_READ;
            self.links = links::links(&self.sheet, &self.rows.people, &mut |row| {
                let typed = typed(row, &self.matching);
                let keys = Keys::of(&typed.person);
                if are_kept {
                    self.typed.push(typed);
                }
                keys
            });
        }
    }

    fn proposed_sheets(&self) -> Vec<usize> {
        self.judged.iter().enumerate().filter(|(_, judged)| judged.is_taken).map(|(index, _)| index).collect()
    }

    fn apply(&mut self, request: &PreviewRequest) {
        let mut chosen = if request.sheets.is_empty() { self.chosen.clone() } else { request.sheets.clone() };
        chosen.retain(|index| *index < self.table.sheets.len());
        // Of one sheet there is no other choice.
        if self.table.sheets.len() == 1 {
            chosen.clone_from(&self.chosen);
        }
        let is_same_list = chosen == self.chosen;
        if !is_same_list {
            self.choose(chosen);
        }
        let is_changed =
            is_same_list && !request.columns.is_empty() && request.columns != self.matching.columns;
        if is_changed {
            self.matching = columns::changed(&self.matching, &request.columns);
        }
        // A row has the same place as long as the sheets are the same.
        let added = if is_same_list { request.add.clone() } else { Vec::new() };
        if !is_same_list || is_changed || added != self.added || request.swap_names != self.swap_names {
            self.swap_names = request.swap_names;
            self.added = added;
            self.sort();
        }
    }

    fn choose(&mut self, chosen: Vec<usize>) {
        self.sheet = sheets::together(&mut self.table, &chosen);
        self.chosen = chosen;
        self.matching = columns::matching(&self.sheet);
        if shifted::mend(&mut self.sheet, &self.matching) {
            self.matching = columns::matching(&self.sheet);
        }
        self.swap_names = false;
        self.added = Vec::new();
    }

    fn sort(&mut self) {
        self.matching.is_swapped = self.swap_names;
        self.rows = rows::sorted(&self.sheet, &self.matching, &self.added);
        if let ([only], true) = (self.judged.as_mut_slice(), self.added.is_empty()) {
            only.people = self.rows.people.len();
        }
        self.links = Vec::new();
        self.typed = Vec::new();
        if self.rows.people.len() <= COMPARED_AT_ONCE {
            self.compare();
        }
    }

    fn preview_from(&self, from: usize) -> Preview {
        let is_short = self.rows.people.len() <= MOST_PROPOSED;
        let proposed = self.links.iter().enumerate().filter(|(_, link)| is_short && link.repeats.is_none());
        let shown = self.read(from..self.rows.people.len().min(from + ROWS));
        // A list that is shown whole is read whole.
        let is_checked = shown.len() == self.rows.people.len();
        Preview {
            sheets: self.sheet_previews(),
            columns: column_previews(&self.sheet, &self.matching),
            swap_names: self.swap_names,
            people: self.rows.people.len(),
            proposed: proposed.filter_map(|(index, _)| self.rows.people.get(index).copied()).collect(),
            left_out: self.left_out(),
            left_out_count: self.rows.left_out.len(),
            added: self.added.clone(),
            questions: list_questions::questions(&self.list(), &self.judged),
            summary: self.summary(is_checked.then_some(&shown[..])),
            is_checked,
            rows: (from..).zip(&shown).map(|(index, read)| self.row_preview(index, read)).collect(),
        }
    }

    fn sheet_previews(&self) -> Vec<SheetPreview> {
        let is_alone = self.table.sheets.len() == 1;
        let judged = self.table.sheets.iter().zip(&self.judged).enumerate();
        judged
            .map(|(index, (sheet, judged))| SheetPreview {
                name: if is_alone { sheet.name.clone() } else { self.table.sheet_label(index) },
                people: judged.people,
                is_hidden: sheet.hidden,
                is_taken: self.chosen.contains(&index),
            })
            .collect()
    }

    fn left_out(&self) -> Vec<LeftOut> {
        let shown = self.rows.left_out.iter().take(MOST_LEFT_OUT);
        shown
            .filter_map(|(index, reason)| {
                let row = self.sheet.rows.get(*index)?;
                Some(LeftOut {
                    row: *index,
                    number: row.number as usize,
                    reason: *reason,
                    text: secrets::shown("", &shortened(row)),
                })
            })
            .collect()
    }

    fn row_preview(&self, index: usize, read: &PersonRead) -> RowPreview {
        let (sheet, number) = self.place_of(read);
        let repeats = read.repeats.map(|other| Note {
            mark: Mark::Repeated,
            boxes: Vec::new(),
            message: format!("This person is in row {other} too."),
        });
        let findings = read.findings_beside_notes().map(Note::from);
        let notes = repeats.into_iter().chain(read.notes.iter().cloned()).chain(findings);
        let notes =
            notes.map(|note| Note { message: cut(&note.message, limits::SENTENCE_CHARACTERS), ..note });
        RowPreview {
            index,
            row: read.row,
            sheet,
            number,
            person: read.person.clone(),
            notes: notes.collect(),
        }
    }

    /// What there is to say about the whole list: the more, once all of it is `read`.
    fn summary(&self, read: Option<&[PersonRead]>) -> Vec<String> {
        summary::sentences(&self.list(), read)
    }

    fn list(&self) -> summary::List<'_> {
        summary::List {
            table: &self.table,
            chosen: &self.chosen,
            sheet: &self.sheet,
            matching: &self.matching,
            rows: &self.rows,
            links: &self.links,
        }
    }
}

/// What stands in a row, shortened.
fn shortened(row: &Row) -> String {
    const CHARACTERS: usize = 120;
    let cells: Vec<&str> =
        row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    cut(&cells.join(", "), CHARACTERS)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::PersonBox;
    use crate::intake::preview::LeftOutReason;

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
        assert_eq!(numbers, [3, 5, 6]);
        let proposed = preview.rows.iter().filter(|row| preview.proposed.contains(&row.row));
        let proposed: Vec<usize> = proposed.map(|row| row.index).collect();
        assert_eq!(proposed, [0, 1], "the repeated row is not proposed");
        assert_eq!((preview.left_out[0].number, preview.left_out[0].reason), (7, LeftOutReason::Section));
        assert_eq!(preview.rows[2].notes[0].mark, Mark::Repeated);
        let summary = &preview.summary;
        assert!(summary.iter().any(|line| line == "1 empty row was left out."), "{summary:?}");
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
    fn a_row_that_was_left_out_is_put_back_and_stays_so_as_long_as_it_is_asked_for() {
        let list = "Name,Status,Email\nAnna Smith,Left,a@example.org\nBen Jones,Current,b@example.org\n";
        let (mut session, before) = open(list);
        assert_eq!((before.people, before.left_out[0].reason), (1, LeftOutReason::Left));
        let request = PreviewRequest { add: vec![before.left_out[0].row], ..before.request() };
        let after = session.preview(&request);
        assert_eq!((after.people, after.left_out.len(), &after.added[..]), (2, 0, &request.add[..]));
        assert_eq!(session.preview(&after.request()).people, 2);
        assert_eq!(session.preview(&before.request()).people, 1);
    }

    #[test]
    fn whole_names_are_swapped_where_nothing_else_tells_and_stay_where_a_comma_does() {
        let list = "Name,Mobile\nBako Musa,07700900123\n\"Cole, Teju\",07700900124\n";
        let (mut session, before) = open(list);
        let names = |preview: &Preview| -> Vec<String> {
            preview.rows.iter().map(|row| row.person.full_name()).collect()
        };
        assert_eq!(names(&before), ["Bako Musa", "Teju Cole"]);
        let after = session.preview(&PreviewRequest { swap_names: true, ..before.request() });
        assert_eq!(names(&after), ["Musa Bako", "Teju Cole"]);
    }

    #[test]
    fn nothing_is_said_twice_of_a_row() {
        let (_, preview) = open(
            "Name,Email,Mobile\nSuryani,s@example.org,07700900123\nMr & Mrs Lee,l@example.org,07700900124\nAnna ZoÃ«,z@example.org,07700900125\nBen Jones,b@example.org,07700900126\n",
        );
        let said: Vec<Vec<&str>> = preview
            .rows
            .iter()
            .map(|row| row.notes.iter().map(|note| note.message.as_str()).collect())
            .collect();
        assert_eq!(
            said,
            [
                vec!["“Suryani” is one name. Enter the first and the last name."],
                vec!["“Mr & Mrs Lee” looks like two people. Give each a place of their own in the list."],
                vec!["Anna ZoÃ« → Anna Zoë: another program spoilt the letters. Check the name."],
                vec![],
            ]
        );
        let both = [PersonBox::FirstName, PersonBox::LastName];
        assert!(preview.rows[..3].iter().all(|row| row.notes[0].boxes == both));
        // A section that is added all the same.
        let (mut session, before) = open("Name,Email,Mobile\nDAYS,,\nBen Jones,b@example.org,07700900126\n");
        let after =
            session.preview(&PreviewRequest { add: vec![before.left_out[0].row], ..before.request() });
        let said: Vec<&str> = after.rows[0].notes.iter().map(|note| note.message.as_str()).collect();
        assert_eq!(said.iter().filter(|message| message.contains("last name")).count(), 1, "{said:?}");
    }

    #[test]
    fn the_ticked_people_are_taken_in_the_order_of_the_list() {
        let (mut session, preview) = open(LIST);
        let rows = preview.rows.iter().take(2).rev().map(|row| row.row).collect();
        let people = session.take(&PreviewRequest { rows, ..PreviewRequest::default() });
        let names: Vec<String> = people.iter().map(|taken| taken.person.full_name()).collect();
        assert_eq!(names, ["Anna Smith", "Ben Jones"]);
        assert_eq!(people[0].person.mobile, "07700 900123");
        assert_eq!(people[0].person.role, Some(MailboxRole::Member), "no column says who owns the mailbox");
    }

    #[test]
    fn where_a_column_says_who_owns_the_mailbox_nobody_becomes_a_member_unasked() {
        let list = "Name,Email,Shared mailbox\nAnna Smith,a@example.org,Owner\nBen Jones,b@example.org,\n";
        let (mut session, preview) = open(list);
        let rows = preview.rows.iter().map(|row| row.row).collect();
        let people = session.take(&PreviewRequest { rows, ..PreviewRequest::default() });
        assert_eq!((people[0].person.role, people[1].person.role), (Some(MailboxRole::Owner), None));
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
}
