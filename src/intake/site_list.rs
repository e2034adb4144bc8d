//! A list of the people of many sites, read row by row: each row comes with the site it names and the person in it.
//!
//! A text file in columns that is longer than [`STREAMED_FROM`] is kept as its text alone and cut into cells as it is
//! read: its first [`SAMPLE`] bytes tell what its columns are. Whatever else there is, a workbook, a shorter text, a
//! layout of another kind, is opened as [`open`](super::open) opens any list. Both ways come to the same rows.
//!
//! A row that is [plain](PlainPerson) is taken as it stands; any other is read as the rows of one list are.

use std::cell::RefCell;
use std::io::Cursor;

use csv::{ByteRecord, Position, Reader, ReaderBuilder};

use super::columns::{self, Matching};
use super::delimited;
use super::file_kind::{FileKind, file_kind};
use super::links::Link;
use super::meaning::Meaning;
use super::people;
use super::plain_rows::{Memory, PlainColumns};
use super::preview::LeftOutReason;
use super::rows::List;
use super::site_columns::{SiteColumns, along, site_columns};
use super::table::{Cell, CellKind, Row, Sheet, Table};
use super::typed::typed;
use super::{OpenError, decode, is_table, layouts, limits, open_any, sheets, shifted, tables};
use crate::application::SiteBox;
use crate::rules::Asked;
use crate::settings::Settings;
use crate::text::formula;

pub use super::people::PersonRead;
pub use super::plain_rows::{PlainPerson, name_hash};

/// From how many bytes on a text file is read as a stream.
pub const STREAMED_FROM: usize = 1024 * 1024;

/// How many bytes of a stream tell what its columns are.
const SAMPLE: usize = 256 * 1024;

/// A file with the people of one site or of many.
#[derive(Debug)]
pub struct SiteList {
    rows: Rows,
    matching: Matching,
    sites: SiteColumns,
    plain: Option<PlainColumns>,
    /// The names of the sheets that are taken, by their places in the file, where there is more than one.
    sheets: Vec<String>,
    /// What stands above the headings, alone in its row.
    title: Option<String>,
}

#[derive(Debug)]
enum Rows {
    Sheet(Sheet),
    Text {
        text: String,
        separator: u8,
        /// The row of headings, and what was read to find it.
        sample: Sheet,
        /// Where the first row behind the headings begins, and its number.
        first: (usize, u32),
    },
}

/// One row of the list.
#[derive(Debug)]
pub struct ListedRow<'a> {
    /// Names the row in [`SiteList::row`].
    pub place: u32,
    /// Its number in the file, counted from 1.
    pub number: u32,
    /// Which of the file's sheets it stands in.
    pub sheet: usize,
    /// What it says of the site, box by box in the order of [`SiteBox::ALL`]: empty where it says nothing.
    pub site: [&'a str; 4],
    /// Who stands in it.
    pub seen: Seen<'a>,
}

/// Who stands in a row.
#[derive(Debug)]
pub enum Seen<'a> {
    /// Somebody about whom there is nothing to say.
    Plain(PlainPerson<'a>),
    /// Somebody, with what there is to say.
    Read(Box<PersonRead>),
    /// Nobody.
    LeftOut(LeftOutReason),
}

impl SiteList {
    /// The file with these bytes, opened.
    ///
    /// # Errors
    /// Says why it cannot be opened, and what to do.
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        SiteList::open_streaming(bytes, STREAMED_FROM)
    }

    fn open_streaming(bytes: &[u8], from: usize) -> Result<Self, OpenError> {
        let is_text = matches!(file_kind(bytes)?, FileKind::Text);
        if bytes.len() > if is_text { limits::SITES_TEXT_BYTES } else { limits::FILE_BYTES } {
            return Err(OpenError::TooLarge);
        }
        if is_text && bytes.len() >= from {
            let text = decode::decode(bytes).ok_or(OpenError::Unknown)?;
            if let Some(list) = SiteList::of_text(text) {
                return Ok(list);
            }
        }
        if bytes.len() > limits::FILE_BYTES {
            return Err(OpenError::TooLarge);
        }
        let mut table = open_any(bytes)?;
        table.sheets = table
            .sheets
            .into_iter()
            .map(|sheet| along(&sheet).unwrap_or_else(|| tables::straightened(sheet)))
            .collect();
        Ok(SiteList::of_table(table))
    }

    fn of_table(mut table: Table) -> Self {
        let judged = sheets::judged(&table);
        let taken = judged.iter().enumerate().filter(|(_, judged)| judged.is_taken);
        let chosen: Vec<usize> = taken.map(|(index, _)| index).collect();
        let mut sheet = sheets::together(&mut table, &chosen);
        let mut matching = columns::matching(&sheet);
        if shifted::mend(&mut sheet, &matching) {
            matching = columns::matching(&sheet);
        }
        let names = if chosen.len() > 1 {
            (0..table.sheets.len()).map(|index| table.sheet_label(index)).collect()
        } else {
            Vec::new()
        };
        SiteList::new(Rows::Sheet(sheet), matching, names)
    }

    /// `None` where the text is no plain table with headings.
    fn of_text(text: String) -> Option<Self> {
        let (separator, start, first_number) = match delimited::declared(&text) {
            Some((separator, rest)) => (separator, text.len() - rest.len(), 2),
            None => (delimited::likeliest_separator(&text), 0, 1),
        };
        let sound = match delimited::with_sound_quotes(text.get(start..)?, separator) {
            std::borrow::Cow::Owned(sound) => Some(sound),
            std::borrow::Cow::Borrowed(_) => None,
        };
        let (text, start) = match sound {
            Some(sound) => (sound, 0),
            None => (text, start),
        };
        let rest = text.get(start..)?;
        let head = rest.get(..rest.floor_char_boundary(SAMPLE))?;
        let head = head.get(..head.rfind('\n')?)?;
        if layouts::of_marked_text(head).is_some() {
            return None;
        }
        let mut sample = delimited::read(head);
        for row in &mut sample.rows {
            row.number += first_number - 1;
        }
        let header = columns::header(&sample)?;
        let below = Sheet { rows: sample.rows.get(header..)?.to_vec(), ..Sheet::default() };
        if !is_table(&below) || along(&sample).is_some() || tables::straightened(sample.clone()) != sample {
            return None;
        }
        let matching = columns::matching(&sample);
        let number = sample.rows.get(matching.header?)?.number;
        let mut reader = reader(rest.as_bytes(), separator);
        let mut record = ByteRecord::new();
        let mut at = first_number;
        loop {
            let from = usize::try_from(reader.position().byte()).ok()?;
            if !reader.read_byte_record(&mut record).ok()? {
                return None;
            }
            at += u32::try_from(delimited::blank_lines(rest, from)).ok()?;
            if at >= number {
                break;
            }
            at += 1;
        }
        let mut behind = usize::try_from(reader.position().byte()).ok()?;
        // The row of headings ends with the CR of its CRLF.
        if rest.get(..behind)?.ends_with('\r') && rest.get(behind..)?.starts_with('\n') {
            behind += 1;
        }
        let first = (start + behind, at + 1);
        let list = SiteList::new(Rows::Text { text, separator, sample, first }, matching, Vec::new());
        // A place is kept in 32 bits.
        (at == number && list.bytes() < u32::MAX as usize).then_some(list)
    }

    fn new(rows: Rows, mut matching: Matching, sheets: Vec<String>) -> Self {
        let sheet = rows.sheet();
        let sites = site_columns(sheet, &mut matching);
        let headings = matching.header.and_then(|header| sheet.rows.get(header));
        let plain = headings.and_then(|headings| PlainColumns::of(&matching, headings, sites));
        let title = sheet.rows.iter().take(matching.header.unwrap_or(0)).find_map(|row| {
            let mut filled = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
            filled.next().filter(|_| filled.next().is_none()).map(str::to_owned)
        });
        SiteList { rows, matching, sites, plain, sheets, title }
    }

    /// Whether a column says which site each person is of.
    pub fn has_sites(&self) -> bool {
        self.sites.iter().any(Option::is_some)
    }

    /// What there are columns for, beside the people. What a site is called is always known.
    pub fn asked(&self) -> Asked {
        let mut boxes = self.sites.map(|column| column.is_some());
        if let Some(name) = boxes.get_mut(SiteBox::Name as usize) {
            *name = true;
        }
        Asked { boxes, roles: self.matching.columns.contains(&Meaning::Role) }
    }

    /// What each column is taken for, under its heading, in order; the columns that say nothing needed are left out.
    pub fn columns(&self) -> Vec<(String, String)> {
        let sheet = self.rows.sheet();
        let headings = self.matching.header.and_then(|header| sheet.rows.get(header));
        let Some(headings) = headings else { return Vec::new() };
        let site_box = |column: usize| {
            SiteBox::ALL
                .into_iter()
                .find(|site_box| self.sites.get(*site_box as usize) == Some(&Some(column)))
        };
        let columns = self.matching.columns.iter().enumerate();
        columns
            .filter_map(|(column, meaning)| {
                let label = match (site_box(column), meaning) {
                    (Some(site_box), _) => site_box.label(),
                    (None, Meaning::Ignored) => return None,
                    (None, meaning) => meaning.label(),
                };
                Some((headings.text(column).trim().to_owned(), label.to_owned()))
            })
            .collect()
    }

    /// What the file calls the sheet at this place, where it has more than one with people.
    pub fn sheet_name(&self, sheet: usize) -> Option<&str> {
        self.sheets.get(sheet).map(String::as_str)
    }

    /// What stands above the headings, alone in its row.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// How much memory its rows take, in bytes: of a text, its length.
    pub fn bytes(&self) -> usize {
        match &self.rows {
            Rows::Text { text, .. } => text.len(),
            Rows::Sheet(sheet) => {
                let of_row = |row: &Row| {
                    size_of::<Row>()
                        + row.cells.iter().map(|cell| size_of::<Cell>() + cell.text.capacity()).sum::<usize>()
                };
                sheet.rows.iter().map(of_row).sum()
            }
        }
    }

    /// Reads every row behind the headings. `progress` hears now and then how much of the file is read, of how much.
    pub fn read(
        &self,
        settings: &Settings,
        mut take: impl FnMut(ListedRow),
        progress: &mut dyn FnMut(usize, usize),
    ) {
        let mut memory = Memory::default();
        match &self.rows {
            Rows::Sheet(sheet) => self.read_sheet(sheet, settings, &mut memory, &mut take, progress),
            Rows::Text { text, sample, .. } => {
                self.read_text(text, sample, settings, &mut memory, &mut take, progress);
            }
        }
    }

    fn read_sheet(
        &self,
        sheet: &Sheet,
        settings: &Settings,
        memory: &mut Memory,
        take: &mut impl FnMut(ListedRow),
        progress: &mut dyn FnMut(usize, usize),
    ) {
        let full = Full::new(self, sheet, settings);
        let total = sheet.rows.len();
        for (index, row) in sheet.rows.iter().enumerate().skip(self.matching.first) {
            if index % ROWS_A_STEP == 0 {
                progress(index, total);
            }
            let site = self.sites.map(|column| column.map_or("", |column| row.text(column).trim()));
            let is_odd = row.is_hidden || row.is_struck || row.is_mended || row.is_too_wide;
            let is_odd =
                is_odd || row.cells.iter().any(|cell| matches!(cell.kind, CellKind::Date | CellKind::Error));
            let plain = self.plain.as_ref().filter(|_| !is_odd);
            let cell = |column: usize| row.text(column).as_bytes();
            let plain = plain.and_then(|columns| columns.person(memory, row.cells.len(), cell));
            let seen = plain.map_or_else(|| full.read(row.clone()), Seen::Plain);
            let place = u32::try_from(index).unwrap_or(u32::MAX);
            take(ListedRow { place, number: row.number, sheet: row.sheet, site, seen });
        }
        progress(total, total);
    }

    fn read_text(
        &self,
        text: &str,
        sample: &Sheet,
        settings: &Settings,
        memory: &mut Memory,
        take: &mut impl FnMut(ListedRow),
        progress: &mut dyn FnMut(usize, usize),
    ) {
        let Rows::Text { separator, first: (start, mut number), .. } = self.rows else { return };
        let full = Full::new(self, sample, settings);
        let rest = text.get(start..).unwrap_or_default();
        let mut reader = reader(rest.as_bytes(), separator);
        let mut record = ByteRecord::new();
        let mut count = 0_usize;
        loop {
            let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            if count.is_multiple_of(ROWS_A_STEP) {
                progress(start + from, text.len());
            }
            count += 1;
            // It fails where bytes cannot be read, and these are in memory.
            if !reader.read_byte_record(&mut record).unwrap_or(false) {
                break;
            }
            number += u32::try_from(delimited::blank_lines(rest, from)).unwrap_or(u32::MAX);
            let place = u32::try_from(start + from).unwrap_or(u32::MAX);
            let cell = |column: usize| record.get(column).unwrap_or_default();
            let plain = self.plain.as_ref().and_then(|columns| columns.person(memory, record.len(), cell));
            if let Some(person) = plain {
                let text = |column: usize| std::str::from_utf8(cell(column).trim_ascii()).unwrap_or_default();
                let site = self.sites.map(|column| column.map_or("", text));
                take(ListedRow { place, number, sheet: 0, site, seen: Seen::Plain(person) });
            } else if let Some(row) = full.row(&record, number) {
                let site = self.sites.map(|column| column.map_or("", |column| row.text(column).trim()));
                take(ListedRow { place, number, sheet: 0, site, seen: full.read(row.clone()) });
            }
            number = number.saturating_add(1);
        }
        progress(text.len(), text.len());
    }

    /// What reads single rows in full.
    pub fn row_reader<'a>(&'a self, settings: &'a Settings) -> RowReader<'a> {
        let text = match &self.rows {
            Rows::Text { text, separator, .. } => {
                Some(RefCell::new(sized_reader(Cursor::new(text.as_bytes()), *separator, BYTES_OF_ROW)))
            }
            Rows::Sheet(_) => None,
        };
        RowReader { full: Full::new(self, self.rows.sheet(), settings), text }
    }

    /// Whether there was more than is read.
    pub fn is_cut_short(&self) -> bool {
        match &self.rows {
            Rows::Sheet(sheet) => sheet.cut_short,
            Rows::Text { .. } => false,
        }
    }

    /// The row of headings, where there is one.
    pub fn headings(&self) -> Option<&Row> {
        self.rows.sheet().rows.get(self.matching.header?)
    }
}

/// What reads single rows of a list in full.
pub struct RowReader<'a> {
    full: Full<'a>,
    /// What cuts the text into cells: to make it anew for each row takes longer than to read the row.
    text: Option<RefCell<Reader<Cursor<&'a [u8]>>>>,
}

impl RowReader<'_> {
    /// Who stands in the row at `place`, whose number is `number`. `None` where there is no such row, or it is nobody.
    pub fn person(&self, place: u32, number: u32) -> Option<PersonRead> {
        match self.full.read(self.cells(place, number)?) {
            Seen::Read(read) => Some(*read),
            _ => None,
        }
    }

    /// The cells of the row at `place`, as they stand in the file.
    pub fn cells(&self, place: u32, number: u32) -> Option<Row> {
        match (&self.text, &self.full.list.rows) {
            (Some(reader), _) => {
                let mut reader = reader.try_borrow_mut().ok()?;
                let mut position = Position::new();
                position.set_byte(u64::from(place));
                reader.seek(position).ok()?;
                let mut record = ByteRecord::new();
                reader.read_byte_record(&mut record).ok()?;
                self.full.row(&record, number)
            }
            (None, Rows::Sheet(sheet)) => sheet.rows.get(usize::try_from(place).ok()?).cloned(),
            (None, Rows::Text { .. }) => None,
        }
    }
}

/// How many rows are read between two words on the progress.
const ROWS_A_STEP: usize = 4096;

/// How many bytes are looked at for one row at first.
const BYTES_OF_ROW: usize = 512;

impl Rows {
    /// The sheet, or as much of it as was read to find its columns.
    fn sheet(&self) -> &Sheet {
        match self {
            Rows::Sheet(sheet) | Rows::Text { sample: sheet, .. } => sheet,
        }
    }
}

fn reader(bytes: &[u8], separator: u8) -> Reader<&[u8]> {
    sized_reader(bytes, separator, 64 * 1024)
}

fn sized_reader<R: std::io::Read>(text: R, separator: u8, buffer: usize) -> Reader<R> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true).buffer_capacity(buffer).from_reader(text)
}

/// What reads a row as the rows of one list are read.
struct Full<'a> {
    list: &'a SiteList,
    sheet: &'a Sheet,
    rows: List<'a>,
    settings: &'a Settings,
    /// The row of headings, with a place below it for the row that is read.
    pair: RefCell<(Sheet, Matching)>,
}

impl<'a> Full<'a> {
    fn new(list: &'a SiteList, sheet: &'a Sheet, settings: &'a Settings) -> Self {
        let pair = RefCell::new(beside_headings(Row::default(), &list.matching, sheet));
        Full { list, sheet, rows: List::of(sheet, &list.matching), settings, pair }
    }

    /// The row of a record; `None` where nothing stands in it.
    fn row(&self, record: &ByteRecord, number: u32) -> Option<Row> {
        mended_row(record, number, &self.list.matching, self.sheet)
    }

    fn read(&self, mut row: Row) -> Seen<'static> {
        // What it says of the site says nothing of the person.
        for column in self.list.sites.into_iter().flatten() {
            if let Some(cell) = row.cells.get_mut(column) {
                *cell = Cell::default();
            }
        }
        if let Some(reason) = self.rows.reason(&row) {
            return Seen::LeftOut(reason);
        }
        let mut pair = self.pair.borrow_mut();
        let (sheet, matching) = &mut *pair;
        sheet.rows.pop();
        sheet.rows.push(row);
        let place = usize::from(matching.header.is_some());
        let typed = sheet.rows.get(place).map(|row| typed(row, matching)).unwrap_or_default();
        let read = people::read(sheet, matching, self.settings, (place, Link::default()), &typed);
        Seen::Read(Box::new(read))
    }
}

/// The row with the headings alone above it.
fn beside_headings(row: Row, matching: &Matching, sheet: &Sheet) -> (Sheet, Matching) {
    let headings = matching.header.and_then(|header| sheet.rows.get(header)).cloned();
    let header = headings.is_some().then_some(0);
    let first = usize::from(headings.is_some());
    let rows = headings.into_iter().chain([row]).collect();
    (Sheet { rows, ..Sheet::default() }, Matching { header, first, ..matching.clone() })
}

/// The row of a record, put together again where a comma had cut one of its cells in two.
fn mended_row(record: &ByteRecord, number: u32, matching: &Matching, sample: &Sheet) -> Option<Row> {
    let text = |cell: &[u8]| Cell::text(&formula::unescaped(std::str::from_utf8(cell).unwrap_or_default()));
    let cells: Vec<Cell> = record.iter().take(limits::COLUMNS).map(text).collect();
    if cells.iter().all(|cell| cell.text.trim().is_empty()) {
        return None;
    }
    let row = Row { number, cells, ..Row::default() };
    let width = matching.header.and_then(|header| sample.rows.get(header)).map_or(0, |row| row.cells.len());
    if row.cells.len() <= width {
        return Some(row);
    }
    let (mut pair, matching) = beside_headings(row, matching, sample);
    shifted::mend(&mut pair, &matching);
    pair.rows.pop()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use proptest::prelude::*;

    const HEAD: &str = "Home,Postcode,First name,Last name,Email,Mobile,Shared mailbox\n";

    /// Each row in words: what it says of the site, and who was seen.
    fn seen(list: &SiteList) -> Vec<String> {
        let mut rows = Vec::new();
        let settings = Settings::default();
        list.read(
            &settings,
            |row| {
                let who = match &row.seen {
                    Seen::Plain(person) => {
                        let mobile = format!("0{}", person.mobile);
                        let (start, end) = mobile.split_at(5);
                        format!(
                            "{} {} {} {start} {end} {:?}",
                            person.first_name.replace('’', "'"),
                            person.last_name.replace('’', "'"),
                            person.email.to_lowercase(),
                            person.role
                        )
                    }
                    Seen::Read(read) => {
                        let person = &read.person;
                        let outstanding: Vec<&str> =
                            read.findings.iter().filter(|f| f.is_outstanding()).map(|f| &*f.rule).collect();
                        format!(
                            "{} {} {} {} {:?}{}",
                            person.first_name,
                            person.last_name,
                            person.email,
                            person.mobile,
                            person.role,
                            outstanding.join(" ")
                        )
                    }
                    Seen::LeftOut(reason) => format!("{reason:?}"),
                };
                rows.push(format!("{} {} {who}", row.number, row.site.join("|")));
            },
            &mut |_, _| (),
        );
        rows
    }

    #[test]
    fn a_text_read_as_a_stream_comes_to_the_rows_of_one_that_is_opened_whole() {
        let rows = "Oak House,LN1 1AA,Anna,Smith,anna.smith@example.org,07700 900123,Owner\n\
                    \"Oak House, Lincoln\",LN1 1AA,Ben,O’Brien,B.Obrien@example.org,7700900124,Member\n\n\
                    Elm,LN2 2AA,Cleo,Ward,cleo@example.org,07700900125,Member\n\
                    Elm,LN2 2AA,,,,,\n\
                    Elm,LN2 2AA,Night,Staff,manager@example.org,07700900126,Member\n\
                    Elm,LN2 2AA,Jane,Doe, j.doe@example.org ,01522 546321,\n\
                    Ash \"Lodge\",LN3 3AA,J,Smith,,07700900127,Owner\n";
        for (head, end) in [(HEAD.to_owned(), "\n"), (format!("Our homes\n\n{HEAD}"), "\r\n")] {
            let text = format!("{head}{rows}").replace('\n', end);
            let whole = SiteList::open_streaming(text.as_bytes(), usize::MAX).unwrap();
            let streamed = SiteList::open_streaming(text.as_bytes(), 0).unwrap();
            assert!(matches!(streamed.rows, Rows::Text { .. }) && matches!(whole.rows, Rows::Sheet(_)));
            assert_eq!(seen(&streamed), seen(&whole));
            assert_eq!(seen(&whole).len(), 7);
            assert_eq!(streamed.columns(), whole.columns());
        }
    }

    #[test]
    fn a_row_is_found_again_by_its_place() {
        let text = format!(
            "{HEAD}Oak,LN1 1AA,Anna,Smith,anna@example.org,07700 900123,Owner\nOak,LN1 1AA,Ben,Jones,ben@example.org,07700 900124,\n"
        );
        let settings = Settings::default();
        for from in [0, usize::MAX] {
            let list = SiteList::open_streaming(text.as_bytes(), from).unwrap();
            let mut places = Vec::new();
            list.read(&settings, |row| places.push((row.place, row.number)), &mut |_, _| ());
            let reader = list.row_reader(&settings);
            let names: Vec<String> = places
                .iter()
                .filter_map(|(place, number)| reader.person(*place, *number))
                .map(|read| read.person.full_name())
                .collect();
            assert_eq!(names, ["Anna Smith", "Ben Jones"]);
        }
    }

    /// Values of which some are plain and most nearly so.
    fn values(kind: usize) -> impl Strategy<Value = String> {
        const NAMES: &[&str] = &[
            "Anna",
            "Smith",
            "SMITH",
            "O'Brien",
            "O’Brien",
            "Zoë",
            "Jean-Luc",
            "Ana María",
            "de la Cruz",
            "Night",
            "Staff",
            "Manager",
            "Care",
            "Office",
            "J",
            "J.",
            "Mr",
            "Dr Ann",
            "Other",
            "An",
            "Un",
            "Known",
            "Head",
            "Cook",
            "Ward",
            "House",
            "Nurse",
            "Bloggs",
            "Doe",
            "Tb",
            "A",
            "Ltd",
            "Surgery",
            "Example",
            "Sample",
            "Not",
            "vacant",
            "smith",
            "McDONALD",
            "Ng",
            "Anna (days)",
            "Anna - bank",
            "Smith, RN",
            "a n",
            "'Anna",
            "Total",
            "Søren",
            "Łukasz",
            "ZoÃ«",
            "Ann\u{a0}Marie",
            "Vacancy",
            "Agency",
            "2nd",
            "Lee & Ann",
            "",
            "Joe",
            "Jane",
            "Team",
        ];
        const EMAILS: &[&str] = &[
            "anna.smith@example.org",
            "Anna.Smith@Example.org",
            "asmith@gmail.com",
            "a@gmial.com",
            "manager@oak.org",
            "nightstaff@oak.org",
            "info@oak.org",
            "anna@nhs.net",
            "anna@@x.org",
            "anna.x.org",
            "anna@x",
            "",
            "anna@x.con",
            "anna..s@x.org",
            ".anna@x.org",
            "anna.@x.org",
            "cook@x.org",
            "headcook@x.org",
            "the.team@x.org",
            "care.home@x.org",
            "1234@x.org",
            "anna@x-.org",
            "anna@x.o1",
            "o'neil@x.org",
            "anna+1@x.org",
            "anna @x.org",
            "example@x.org",
            "sample.anna@x.org",
            "anna_smith@hotmail.co.uk",
            "anna@hotmial.co.uk",
            "anna@www.gmail.com",
        ];
        const MOBILES: &[&str] = &[
            "07700 900123",
            "07700900123",
            "7700900123",
            "+44 7700 900123",
            "01522 546321",
            "07624 123456",
            "07797 123456",
            "07911 223344",
            "07911 523344",
            "070 1234 5678",
            "0770090012",
            "077009001234",
            "",
            "07700 90012x",
            "0 7700900123",
            "07457 612345",
            "07312 345678",
            "07839 123456",
            "0760 0123456",
            "07700900123 07700900124",
        ];
        let list = match kind {
            0 => NAMES,
            1 => EMAILS,
            _ => MOBILES,
        };
        prop::sample::select(list).prop_map(str::to_owned)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn a_plain_row_is_what_reading_it_in_full_would_have_come_to(
            (first, last, email, mobile, role) in
                (values(0), values(0), values(1), values(2), prop::sample::select(&["Owner", "member", "", "x"][..])),
            is_whole in any::<bool>(),
        ) {
            let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
            let names = if is_whole { quoted(&format!("{first} {last}")) } else { format!("{},{}", quoted(&first), quoted(&last)) };
            let head = if is_whole { HEAD.replace("First name,Last name", "Name") } else { HEAD.to_owned() };
            let sure = if is_whole { "Anna Smith" } else { "Anna,Smith" };
            let text = format!(
                "{head}Oak,LN1 1AA,{sure},anna.smith@example.org,07700900999,Owner\nOak,LN1 1AA,{names},{},{},{role}\n",
                quoted(&email), quoted(&mobile)
            );
            let mut list = SiteList::open(text.as_bytes()).unwrap();
            let settings = Settings::default();
            let mut is_plain = Vec::new();
            list.read(&settings, |row| is_plain.push(matches!(row.seen, Seen::Plain(_))), &mut |_, _| ());
            let quick = seen(&list);
            list.plain = None;
            prop_assert_eq!(&quick, &seen(&list));
            let mut index = 0;
            list.read(
                &settings,
                |row| {
                    if let (Some(true), Seen::Read(read)) = (is_plain.get(index), &row.seen) {
                        assert!(read.notes.is_empty(), "{:?}", read.notes);
                        let is_tidied = |f: &crate::rules::finding::Finding| {
                            f.severity == Severity::Hint && f.repair.is_some()
                        };
                        assert!(read.findings.iter().all(is_tidied), "{:?}", read.findings);
                    }
                    index += 1;
                },
                &mut |_, _| (),
            );
        }
    }

    #[test]
    fn most_rows_of_a_real_list_are_plain() {
        let text = format!(
            "{HEAD}Oak,LN1 1AA,Anna,Smith,anna.smith@example.org,07700 900123,Owner\n\
             Oak,LN1 1AA,Zoë,O'Brien,z.obrien@example.org,07700900124,Member\n\
             Oak,LN1 1AA,Jean-Luc,Wiśniewski,Jean.W@gmail.com,07700900125,\n"
        );
        let list = SiteList::open(text.as_bytes()).unwrap();
        let mut plain = 0;
        list.read(
            &Settings::default(),
            |row| plain += usize::from(matches!(row.seen, Seen::Plain(_))),
            &mut |_, _| (),
        );
        assert_eq!(plain, 3);
    }
}
