//! A list of the people of many sites, read row by row: each row comes with the site it names and the person in it.
//!
//! A text file in columns that is longer than [`STREAMED_FROM`] is kept as its text alone and cut into cells as it is
//! read: its first [`SAMPLE`] bytes tell what its columns are. Whatever else there is, a workbook, a shorter text, a
//! layout of another kind, is opened as [`open`](super::open) opens any list. Both ways come to the same rows.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{self, Matching};
use super::delimited;
use super::file_kind::{FileKind, file_kind};
use super::meaning::Meaning;
use super::named_columns::{self, NamedColumn};
use super::plain_rows::PlainColumns;
use super::site_columns::{along, site_columns};
use super::site_rows::{self, Carried, Layout, Rows};
use super::table::{Cell, Row, Sheet, Table};
use super::{OpenError, decode, is_table, layouts, limits, open_any, secrets, sheets, shifted, tables};
use crate::application::SiteBox;
use crate::rules::Asked;
use crate::settings::Settings;

pub use super::people::PersonRead;
pub use super::plain_rows::{PlainPerson, name_hash};
pub use super::site_rows::{ListedRow, RowReader, Seen};

/// From how many bytes on a text file is read as a stream.
pub const STREAMED_FROM: usize = 1024 * 1024;

/// How many bytes of a stream tell what its columns are.
const SAMPLE: usize = 256 * 1024;

/// A file with the people of one site or of many.
#[derive(Debug)]
pub struct SiteList {
    rows: Rows,
    layout: Layout,
    /// The names of the sheets that are taken, by their places in the file, where there is more than one.
    sheets: Vec<String>,
    /// What stands above the headings, alone in its row.
    title: Option<String>,
}

impl SiteList {
    /// The file with these bytes, opened.
    ///
    /// # Errors
    /// Says why it cannot be opened, and what to do.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OpenError> {
        SiteList::open_streaming(bytes, STREAMED_FROM)
    }

    fn open_streaming(mut bytes: Vec<u8>, from: usize) -> Result<Self, OpenError> {
        let is_text = matches!(file_kind(&bytes)?, FileKind::Text);
        if bytes.len() > if is_text { limits::SITES_TEXT_BYTES } else { limits::FILE_BYTES } {
            return Err(OpenError::TooLarge);
        }
        if is_text && bytes.len() >= from {
            let text = decode::decode_owned(bytes).ok_or(OpenError::Unknown)?;
            match SiteList::of_text(text) {
                Ok(list) => return Ok(list),
                Err(text) => bytes = text.into_bytes(),
            }
        }
        if bytes.len() > limits::FILE_BYTES {
            return Err(OpenError::TooLarge);
        }
        let mut table = open_any(&bytes)?;
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

    /// The text itself where it is no plain table with headings.
    fn of_text(text: String) -> Result<Self, String> {
        let (separator, start, first_number) = match delimited::declared(&text) {
            Some((separator, rest)) => (separator, text.len() - rest.len(), 2),
            None => (delimited::likeliest_separator(&text), 0, 1),
        };
        let rest = text.get(start..).unwrap_or_default();
        let sound = match delimited::with_sound_quotes(rest, separator) {
            Cow::Owned(sound) => Some(sound),
            Cow::Borrowed(_) => None,
        };
        let opening = Opening::of(sound.as_deref().unwrap_or(rest), separator, first_number);
        let Some(Opening { sample, matching, behind, number }) = opening else { return Err(text) };
        let (text, start) = sound.map_or((text, start), |sound| (sound, 0));
        let first = (start + behind, number);
        Ok(SiteList::new(Rows::Text { text, separator, sample, first }, matching, Vec::new()))
    }

    /// The list that a long text begins, and where its first row is, with its number; the text itself where it is none.
    /// More of it may come: whether its quotation marks are sound is seen as its rows are read.
    pub(super) fn beginning(text: String) -> Result<(Self, (usize, u32)), String> {
        let (separator, start, first_number) = match delimited::declared(&text) {
            Some((separator, rest)) => (separator, text.len() - rest.len(), 2),
            None => (delimited::likeliest_separator(&text), 0, 1),
        };
        let rest = text.get(start..).unwrap_or_default();
        let is_long = rest.len() >= SAMPLE;
        let opening = Opening::of(rest, separator, first_number).filter(|_| is_long);
        let Some(Opening { sample, matching, behind, number }) = opening else { return Err(text) };
        let first = (start + behind, number);
        let rows = Rows::Text { text, separator, sample, first };
        Ok((SiteList::new(rows, matching, Vec::new()), first))
    }

    /// Puts what came next behind the text.
    pub(super) fn push(&mut self, more: &str) {
        if let Rows::Text { text, .. } = &mut self.rows {
            text.push_str(more);
        }
    }

    /// Reads the rows of a text of which more may come: see [`site_rows::read_on`].
    pub(super) fn read_on(
        &self,
        settings: &Settings,
        carried: &mut Carried,
        take: impl FnMut(ListedRow),
        is_last: bool,
    ) -> bool {
        site_rows::read_on(&self.rows, &self.layout, settings, carried, take, is_last)
    }

    /// The bytes of the text.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        match self.rows {
            Rows::Text { text, .. } => text.into_bytes(),
            Rows::Sheet(_) => Vec::new(),
        }
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
        SiteList { rows, layout: Layout { matching, sites, plain }, sheets, title }
    }

    /// Whether a column says which site each person is of.
    pub fn has_sites(&self) -> bool {
        self.layout.sites.iter().any(Option::is_some)
    }

    /// What there are columns for, beside the people. What a site is called is always known.
    pub fn asked(&self) -> Asked {
        let mut boxes = self.layout.sites.map(|column| column.is_some());
        if let Some(name) = boxes.get_mut(SiteBox::Name as usize) {
            *name = true;
        }
        Asked { boxes, roles: self.layout.matching.columns.contains(&Meaning::Role) }
    }

    /// What each column is taken for that has a heading, in order.
    pub fn columns(&self) -> Vec<NamedColumn> {
        let Layout { matching, sites, .. } = &self.layout;
        self.headings().map(|headings| named_columns::named(headings, matching, sites)).unwrap_or_default()
    }

    /// Takes the columns for what was `chosen`, where the list has them.
    pub fn choose_columns(&mut self, chosen: &[NamedColumn]) {
        let Layout { matching, sites, plain } = &mut self.layout;
        let headings = matching.header.and_then(|header| self.rows.sheet().rows.get(header));
        if let Some(headings) = headings.filter(|_| !chosen.is_empty()) {
            named_columns::choose(headings, matching, sites, chosen);
            *plain = PlainColumns::of(matching, headings, *sites);
        }
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
        take: impl FnMut(ListedRow),
        progress: &mut dyn FnMut(usize, usize),
    ) {
        site_rows::read(&self.rows, &self.layout, settings, take, progress);
    }

    /// What reads single rows in full.
    pub fn row_reader<'a>(&'a self, settings: &'a Settings) -> RowReader<'a> {
        RowReader::new(&self.rows, &self.layout, settings)
    }

    /// Whether there was more than is read.
    pub fn is_cut_short(&self) -> bool {
        match &self.rows {
            Rows::Sheet(sheet) => sheet.cut_short,
            Rows::Text { .. } => false,
        }
    }

    /// The text of a row's cells, to be given back: a manager's ID or a passcode is taken out of it.
    pub fn shown_cells(&self, row: Row) -> Vec<String> {
        let headings = self.headings();
        let cells = row.cells.into_iter().enumerate();
        let shown = cells.map(|(column, cell)| {
            let is_secret = secrets::is_secret(headings.map_or("", |row| row.text(column)), &cell.text);
            if is_secret { secrets::TAKEN_OUT.to_owned() } else { cell.text }
        });
        shown.collect()
    }

    /// The row of headings, where there is one.
    pub fn headings(&self) -> Option<&Row> {
        self.rows.sheet().rows.get(self.layout.matching.header?)
    }
}

/// How a long text begins, where it is a plain table with headings.
struct Opening {
    /// What was read to find the headings.
    sample: Sheet,
    matching: Matching,
    /// Where the first row behind the headings begins, and its number.
    behind: usize,
    number: u32,
}

impl Opening {
    fn of(text: &str, separator: u8, first_number: u32) -> Option<Self> {
        let head = text.get(..text.floor_char_boundary(SAMPLE))?;
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
        let mut builder = ReaderBuilder::new();
        let builder = builder.delimiter(separator).has_headers(false).flexible(true);
        let mut reader = builder.from_reader(text.as_bytes());
        let mut record = ByteRecord::new();
        let mut at = first_number;
        loop {
            let from = usize::try_from(reader.position().byte()).ok()?;
            if !reader.read_byte_record(&mut record).ok()? {
                return None;
            }
            at += u32::try_from(delimited::blank_lines(text, from)).ok()?;
            if at >= number {
                break;
            }
            at += 1;
        }
        let behind = usize::try_from(reader.position().byte()).ok()?;
        // A place is kept in 32 bits.
        (at == number && text.len() < u32::MAX as usize).then_some(Opening {
            sample,
            matching,
            behind,
            number: at + 1,
        })
    }
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
            let whole = SiteList::open_streaming(text.clone().into_bytes(), usize::MAX).unwrap();
            let streamed = SiteList::open_streaming(text.clone().into_bytes(), 0).unwrap();
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
            let list = SiteList::open_streaming(text.clone().into_bytes(), from).unwrap();
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
            "Hall",
            "Hall Ward",
            "Day-Ward",
            "Bank",
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
            let mut list = SiteList::open(text.clone().into_bytes()).unwrap();
            let settings = Settings::default();
            let mut is_plain = Vec::new();
            list.read(&settings, |row| is_plain.push(matches!(row.seen, Seen::Plain(_))), &mut |_, _| ());
            let quick = seen(&list);
            list.layout.plain = None;
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
        let list = SiteList::open(text.clone().into_bytes()).unwrap();
        let mut plain = 0;
        list.read(
            &Settings::default(),
            |row| plain += usize::from(matches!(row.seen, Seen::Plain(_))),
            &mut |_, _| (),
        );
        assert_eq!(plain, 3);
    }
}
