//! The reader's desk: the one list that lies on it, and what the page asks about it.

use super::back;
use super::columns::{self, Matching, Meaning};
use super::look::{ColumnLook, Look, ROWS, RowLook, Wanted, write_people};
use super::people::{self, Link, PersonRead, listed};
use super::table::{Sheet, Table};
use crate::application::{MailboxRole, Person};
use crate::documents::order::write_book;
use crate::settings::Settings;
use crate::text::counted;

/// The list, as it was last looked at.
#[derive(Debug, Default)]
pub struct Desk {
    table: Table,
    sheet: usize,
    matching: Matching,
    /// The rows that hold people, by their places in the sheet.
    people: Vec<usize>,
    /// What each has to do with the others; empty until it is asked.
    links: Vec<Link>,
    settings: Settings,
}

impl Desk {
    /// Puts the file with these bytes on the desk in place of what lay there, and looks at it.
    ///
    /// # Errors
    /// Says why it cannot be opened, and what to do.
    pub fn open(&mut self, bytes: &[u8]) -> Result<String, String> {
        self.table = super::open(bytes).map_err(|error| error.to_string())?;
        self.turn_to(columns::likeliest(&self.table), None);
        Ok(self.seen(0).write())
    }

    /// What there is to see of the list, as [`Wanted`] asks: of a long one, before its rows are compared.
    pub fn look(&mut self, wanted: &str) -> String {
        let wanted = Wanted::read(wanted);
        self.turn_as_wanted(&wanted);
        self.seen(wanted.from).write()
    }

    /// The same, once every row is compared with the others and, up to [`MOST_READ`], read.
    pub fn check(&mut self, wanted: &str) -> String {
        let wanted = Wanted::read(wanted);
        self.turn_as_wanted(&wanted);
        self.compare();
        let read = (self.people.len() <= MOST_READ).then(|| self.read(0..self.people.len()));
        Look { told: self.told(read.as_ref()), is_whole: true, ..self.seen(wanted.from) }.write()
    }

    /// The people in the rows that [`Wanted`] names, in the order of the list. Where no column says who owns
    /// the mailbox, each is a member: whoever has to choose its owners need not choose everyone else too.
    pub fn take(&mut self, wanted: &str) -> String {
        let wanted = Wanted::read(wanted);
        self.turn_as_wanted(&wanted);
        let chosen = (0..self.people.len()).filter(|index| wanted.rows.contains(index));
        let mut people: Vec<Person> = self.read(chosen).into_iter().map(|read| read.person).collect();
        if !self.says_roles() {
            people.iter_mut().for_each(|person| person.role = Some(MailboxRole::Member));
        }
        write_people(&people)
    }

    fn says_roles(&self) -> bool {
        self.matching.columns.contains(&Meaning::Role)
    }

    /// The list as a CSV file, with what there is to say about each row.
    pub fn back(&mut self) -> Vec<u8> {
        self.compare();
        let people = self.read(0..self.people.len());
        self.sheet().map(|sheet| back::csv(sheet, &self.matching, &people)).unwrap_or_default()
    }

    /// The same as text that orders a workbook: [`crate::documents::order::read_book`].
    pub fn book(&mut self) -> String {
        self.compare();
        let people = self.read(0..self.people.len());
        let book = self.sheet().map(|sheet| back::book(sheet, &self.matching, &people));
        write_book(&book.unwrap_or_default())
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

    fn turn_as_wanted(&mut self, wanted: &Wanted) {
        let sheet = wanted.sheet.unwrap_or(self.sheet);
        let columns = (!wanted.columns.is_empty()).then_some(&wanted.columns[..]);
        if sheet != self.sheet || columns.is_some_and(|columns| columns != self.matching.columns) {
            self.turn_to(sheet, columns);
        }
    }

    fn turn_to(&mut self, sheet: usize, columns: Option<&[Meaning]>) {
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

    fn seen(&self, from: usize) -> Look {
        let is_short = self.people.len() <= MOST_PROPOSED;
        let ready = self.links.iter().enumerate().filter(|(_, link)| is_short && link.repeats.is_none());
        let shown = self.read(from..self.people.len().min(from + ROWS));
        // A list that is shown whole is read whole.
        let is_whole = shown.len() == self.people.len();
        Look {
            sheets: self.table.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            sheet: self.sheet,
            columns: self.sheet().map(|sheet| columns_seen(sheet, &self.matching)).unwrap_or_default(),
            people: self.people.len(),
            ready: ready.map(|(index, _)| index).collect(),
            told: self.told(is_whole.then_some(&shown)),
            is_whole,
            rows: (from..).zip(&shown).map(|(index, read)| self.row_seen(index, read)).collect(),
        }
    }

    fn row_seen(&self, index: usize, read: &PersonRead) -> RowLook {
        let number = self.sheet().and_then(|sheet| sheet.rows.get(read.row)).map_or(0, |row| row.number);
        let repeats =
            read.repeats.map(|other| ("Repeated".to_owned(), format!("This person is in row {other} too.")));
        let said = read.findings.iter().map(|finding| (finding.mark().to_owned(), finding.message.clone()));
        RowLook {
            index,
            number: number as usize,
            person: read.person.clone(),
            notes: repeats.into_iter().chain(said).collect(),
        }
    }

    /// What there is to say about the whole list: the more, once all of it is `read`.
    fn told(&self, read: Option<&Vec<PersonRead>>) -> Vec<String> {
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let mut told = Vec::new();
        let to_mend = read.map(|read| read.iter().filter(|read| back::result(read) != "Ready").count());
        told.push(match (self.people.len(), to_mend) {
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
        if !self.people.is_empty() && !self.says_roles() {
            told.push(
                "Each is added as a member of the shared mailbox. After that, choose who owns it.".to_owned(),
            );
        }
        let repeated = self.links.iter().filter(|link| link.repeats.is_some()).count();
        if repeated > 0 {
            told.push(format!("{} an earlier one.", counted(repeated, "row repeats", "rows repeat")));
        }
        let without = sheet.rows.len().saturating_sub(self.matching.first + self.people.len());
        let left_out = sheet.empty_rows + without;
        if left_out > 0 {
            told.push(format!(
                "{} left out.",
                counted(
                    left_out,
                    "row with nothing in these columns was",
                    "rows with nothing in these columns were"
                )
            ));
        }
        if sheet.cut_short {
            told.push("The list goes on: this is as much as can be read of it.".to_owned());
        }
        told
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

/// How many values of a column are shown.
const SAMPLES: usize = 3;

fn columns_seen(sheet: &Sheet, matching: &Matching) -> Vec<ColumnLook> {
    let headings = matching.header.and_then(|header| sheet.rows.get(header));
    let data = sheet.rows.get(matching.first..).unwrap_or_default();
    let column = |(column, meaning): (usize, &Meaning)| {
        let heading = headings.map(|row| row.text(column).trim()).filter(|heading| !heading.is_empty());
        let values = data.iter().map(|row| row.text(column).trim()).filter(|text| !text.is_empty());
        ColumnLook {
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

    fn desk() -> (Desk, Look) {
        let mut desk = Desk::default();
        let seen = Look::read(&desk.open(LIST.as_bytes()).unwrap());
        (desk, seen)
    }

    #[test]
    fn a_list_is_seen_with_its_columns_and_its_rows() {
        let (_, seen) = desk();
        let columns: Vec<(&str, Meaning)> =
            seen.columns.iter().map(|column| (column.heading.as_str(), column.meaning)).collect();
        assert_eq!(
            columns,
            [
                ("Name", Meaning::FullName),
                ("Post", Meaning::Ignored),
                ("E-mail", Meaning::Email),
                ("Mob", Meaning::Mobile)
            ]
        );
        assert_eq!(seen.columns[3].samples, "7700900123, 0770090012, 07700 900123");
        let numbers: Vec<usize> = seen.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [3, 5, 6, 7]);
        assert_eq!(seen.ready, [0, 1, 3], "the repeated row is not proposed");
        assert!(seen.told.iter().any(|said| said.starts_with("1 row with nothing")), "{:?}", seen.told);
    }

    #[test]
    fn another_choice_of_columns_is_kept_to() {
        let (mut desk, seen) = desk();
        let mut columns: Vec<Meaning> = seen.columns.iter().map(|column| column.meaning).collect();
        columns[3] = Meaning::Ignored;
        let wanted = Wanted { columns, ..Wanted::default() };
        let seen = Look::read(&desk.look(&wanted.write()));
        assert_eq!(seen.columns[3].meaning, Meaning::Ignored);
        assert_eq!(seen.rows[0].person.mobile, "");
    }

    #[test]
    fn the_ticked_people_are_taken_in_the_order_of_the_list() {
        let (mut desk, _) = desk();
        let wanted = Wanted { rows: vec![1, 0], ..Wanted::default() };
        let people = crate::intake::look::read_people(&desk.take(&wanted.write()));
        let names: Vec<String> = people.iter().map(Person::full_name).collect();
        assert_eq!(names, ["Anna Smith", "Ben Jones"]);
        assert_eq!(people[0].mobile, "07700 900123");
        assert_eq!(people[0].role, Some(MailboxRole::Member), "no column says who owns the mailbox");
    }

    #[test]
    fn where_a_column_says_who_owns_the_mailbox_nobody_becomes_a_member_unasked() {
        let mut desk = Desk::default();
        let list = "Name,Email,Shared mailbox\nAnna Smith,a@example.org,Owner\nBen Jones,b@example.org,\n";
        let seen = Look::read(&desk.open(list.as_bytes()).unwrap());
        assert!(seen.told.iter().all(|said| !said.contains("member")), "{:?}", seen.told);
        let wanted = Wanted { rows: vec![0, 1], ..Wanted::default() };
        let people = crate::intake::look::read_people(&desk.take(&wanted.write()));
        assert_eq!((people[0].role, people[1].role), (Some(MailboxRole::Owner), None));
    }

    #[test]
    fn a_long_list_is_shown_page_by_page() {
        let list: String =
            (0..60).map(|n| format!("Anna,Smith,a{n}@example.org,077009001{n:02}\n")).collect();
        let mut desk = Desk::default();
        let first = Look::read(&desk.open(list.as_bytes()).unwrap());
        assert_eq!((first.people, first.rows.len()), (60, ROWS));
        assert_eq!(first.ready, [0; 0], "nobody is proposed");
        assert_eq!((first.is_whole, &first.told[0][..]), (false, "60 people were found."));
        let whole = Look::read(&desk.check(&Wanted::default().write()));
        assert_eq!((whole.is_whole, &whole.told[0][..]), (true, "60 people were found, all in order."));
        let wanted = Wanted { from: 50, ..Wanted::default() };
        let last = Look::read(&desk.look(&wanted.write()));
        assert_eq!((last.rows.len(), last.rows[0].index), (10, 50));
    }

    #[test]
    fn the_rows_of_a_very_long_list_are_compared_once_it_is_checked() {
        let mut list = String::from("Name,Email\n");
        for n in 0..COMPARED_AT_ONCE {
            list += &format!("Anna Smith{n},a{n}@example.org\n");
        }
        list += "Anna Smith0,a0@example.org\nBen Jones,a1@example.org\n";
        let mut desk = Desk::default();
        let before = Look::read(&desk.open(list.as_bytes()).unwrap());
        assert!(before.rows[1].notes.iter().all(|(_, said)| !said.contains("Ben Jones")));
        assert!(!before.told.iter().any(|said| said.contains("repeats")), "{:?}", before.told);
        let after = Look::read(&desk.check(&Wanted::default().write()));
        assert!(after.rows[1].notes.iter().any(|(_, said)| said.contains("Ben Jones has the same one")));
        assert!(after.told.contains(&"1 row repeats an earlier one.".to_owned()), "{:?}", after.told);
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }
}
