//! The rows of a list of many sites, one by one: which site each names, and who stands in it.
//!
//! The rows of a text are cut where they stand ([`Cutter`]); those that need more are cut by the `csv` crate. A row that
//! is [plain](PlainPerson) is taken as it stands; any other is read as the rows of one list are.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::Cursor;

use csv::{ByteRecord, Position, Reader, ReaderBuilder};

use super::columns::Matching;
use super::cutter::Cutter;
use super::links::Link;
use super::people::{self, PersonRead};
use super::plain_rows::{Memory, PlainColumns, PlainPerson};
use super::preview::LeftOutReason;
use super::rows::List;
use super::site_columns::SiteColumns;
use super::table::{Cell, CellKind, Row, Sheet};
use super::typed::typed;
use super::{limits, shifted};
use crate::settings::Settings;
use crate::text::formula;

/// One row of the list.
#[derive(Debug)]
pub struct ListedRow<'a> {
    /// Names the row to a [`RowReader`].
    pub place: u32,
    /// Its number in the file, counted from 1.
    pub number: u32,
    /// Which of the file's sheets it stands in.
    pub sheet: usize,
    /// What it says of the site, box by box in the order of [`SiteBox::ALL`](crate::application::SiteBox::ALL): empty
    /// where it says nothing.
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

/// The rows of a list, as they are kept.
#[derive(Debug)]
pub(super) enum Rows {
    /// Those of a sheet, in cells.
    Sheet(Sheet),
    /// Those of a long text, uncut.
    Text {
        text: String,
        separator: u8,
        /// The row of headings, and what was read to find it.
        sample: Sheet,
        /// Where the first row behind the headings begins, and its number.
        first: (usize, u32),
    },
}

impl Rows {
    /// The sheet, or as much of it as was read to find its columns.
    pub(super) fn sheet(&self) -> &Sheet {
        match self {
            Rows::Sheet(sheet) | Rows::Text { sample: sheet, .. } => sheet,
        }
    }
}

/// What stands where in the rows of a list.
#[derive(Debug)]
pub(super) struct Layout {
    pub matching: Matching,
    pub sites: SiteColumns,
    /// Where a row can be plain.
    pub plain: Option<PlainColumns>,
}

/// How many rows are read between two words on the progress.
const ROWS_A_STEP: usize = 4096;

/// Reads every row behind the headings. `progress` hears now and then how much is read, of how much.
pub(super) fn read(
    rows: &Rows,
    layout: &Layout,
    settings: &Settings,
    mut take: impl FnMut(ListedRow),
    progress: &mut dyn FnMut(usize, usize),
) {
    match rows {
        Rows::Sheet(sheet) => {
            let full = Full::new(layout, sheet, settings);
            let total = sheet.rows.len();
            let mut memory = Memory::default();
            let mut from = layout.matching.first;
            while let Some(rows) = sheet.rows.get(from..).filter(|rows| !rows.is_empty()) {
                progress(from, total);
                let rows = rows.get(..ROWS_A_STEP).unwrap_or(rows);
                read_sheet_rows(rows, from, layout, &full, &mut memory, &mut take);
                from += rows.len();
            }
            progress(total, total);
        }
        Rows::Text { text, first, .. } => {
            let mut carried = Carried::new(*first);
            while read_text(rows, layout, settings, &mut carried, &mut take, Behind::Nothing) == Step::More {
                progress(carried.at, text.len());
            }
            progress(text.len(), text.len());
        }
    }
}

/// Reads the rows of a text of which more may come, from where `carried` says on; all that are left where `is_last`.
/// False where a row cannot be read before the whole text is looked at.
pub(super) fn read_on(
    rows: &Rows,
    layout: &Layout,
    settings: &Settings,
    carried: &mut Carried,
    mut take: impl FnMut(ListedRow),
    is_last: bool,
) -> bool {
    let Rows::Text { text, .. } = rows else { return false };
    let behind = if is_last { Behind::NothingMore } else { Behind::More };
    loop {
        match read_text(rows, layout, settings, carried, &mut take, behind) {
            Step::More => {}
            Step::Waits => return text.len() - carried.at < MOST_WAITED_FOR,
            Step::Done => return true,
            Step::Odd => return false,
        }
    }
}

/// A record that is longer than this and does not end is taken for an odd one.
const MOST_WAITED_FOR: usize = 128 * 1024;

#[inline(never)]
fn read_sheet_rows(
    rows: &[Row],
    from: usize,
    layout: &Layout,
    full: &Full,
    memory: &mut Memory,
    take: &mut impl FnMut(ListedRow),
) {
    for (index, row) in (from..).zip(rows) {
        let site = layout.sites.map(|column| column.map_or("", |column| row.text(column).trim()));
        let is_odd = row.is_hidden || row.is_struck || row.is_mended || row.is_too_wide;
        let is_odd =
            is_odd || row.cells.iter().any(|cell| matches!(cell.kind, CellKind::Date | CellKind::Error));
        let plain = layout.plain.as_ref().filter(|_| !is_odd);
        let plain =
            plain.and_then(|columns| columns.person(memory, row.cells.len(), |column| row.text(column)));
        let seen = plain.map_or_else(|| full.read(row.clone()), Seen::Plain);
        let place = u32::try_from(index).unwrap_or(u32::MAX);
        take(ListedRow { place, number: row.number, sheet: row.sheet, site, seen });
    }
}

/// What stands behind the text that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// More of it, which is still to come.
    More,
    /// Nothing, of a text that came in pieces.
    NothingMore,
    /// Nothing, and its quotation marks are sound.
    Nothing,
}

/// Why the reading of a text stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// There are more rows.
    More,
    /// The next row is not there as a whole.
    Waits,
    /// All are read.
    Done,
    /// The next row needs the whole text looked at.
    Odd,
}

/// What is carried from one step of the reading of a text to the next.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Where the next row is looked for, and its number if no blank line is before it.
    at: usize,
    number: u32,
    cutter: Cutter,
    memory: Memory,
    /// The cells that tell of the site and hold doubled marks: as they stand, and as they are read.
    unquoted: [(String, String); 4],
}

impl Carried {
    /// At the first row, which begins there and has this number.
    pub(super) fn new((at, number): (usize, u32)) -> Self {
        Carried { at, number, ..Carried::default() }
    }
}

/// Reads the next few rows of the text.
///
/// It is called anew for each few of them: what a browser has made quicker meanwhile is taken up where a function begins,
/// and in no loop that runs already.
#[inline(never)]
fn read_text(
    rows: &Rows,
    layout: &Layout,
    settings: &Settings,
    carried: &mut Carried,
    take: &mut impl FnMut(ListedRow),
    behind: Behind,
) -> Step {
    let Rows::Text { text, separator, sample, .. } = rows else { return Step::Done };
    let full = Full::new(layout, sample, settings);
    for _ in 0..ROWS_A_STEP {
        let (start, blank) = behind_blank_lines(text, carried.at);
        if start >= text.len() {
            return if behind == Behind::More { Step::Waits } else { Step::Done };
        }
        let next = carried.cutter.cut(text.as_bytes(), start, *separator);
        if behind == Behind::More && next.is_none_or(|next| next == text.len()) {
            return Step::Waits;
        }
        let mut odd = None;
        let next = match next {
            Some(next) => next,
            None if behind == Behind::NothingMore => return Step::Odd,
            None => {
                let mut reader = OddReader::new(text, *separator);
                let Some(next) = reader.cut(start) else { return Step::Done };
                odd = Some(reader);
                next
            }
        };
        let number = carried.number.saturating_add(blank);
        (carried.at, carried.number) = (next, number.saturating_add(1));
        let place = u32::try_from(start).unwrap_or(u32::MAX);
        let Carried { cutter, memory, unquoted, .. } = carried;
        // Nothing in a plain row has to be put into other words, but for what the site is called.
        let has_more_doubled = || {
            let of_site =
                layout.sites.into_iter().flatten().filter(|column| cutter.has_doubled(*column)).count();
            cutter.doubled() > of_site
        };
        let may_be_plain = odd.is_none() && (cutter.doubled() == 0 || !has_more_doubled());
        let plain = layout.plain.as_ref().filter(|_| may_be_plain);
        let cell = |column: usize| cutter.cell(text, column);
        if let Some(person) = plain.and_then(|columns| columns.person(memory, cutter.len(), cell)) {
            let site = site(layout.sites, text, cutter, unquoted);
            take(ListedRow { place, number, sheet: 0, site, seen: Seen::Plain(person) });
            continue;
        }
        let row = match &odd {
            Some(reader) => full.row(reader.cells(), number),
            None => full.row(cells(text, cutter), number),
        };
        if let Some(row) = row {
            let site = layout.sites.map(|column| column.map_or("", |column| row.text(column).trim()));
            take(ListedRow { place, number, sheet: 0, site, seen: full.read(row.clone()) });
        }
    }
    Step::More
}

/// What the row that was cut says of its site.
fn site<'s>(
    columns: SiteColumns,
    text: &'s str,
    cutter: &Cutter,
    unquoted: &'s mut [(String, String); 4],
) -> [&'s str; 4] {
    let mut site = [""; 4];
    for ((value, column), (stood, read)) in site.iter_mut().zip(columns).zip(unquoted) {
        let Some(column) = column else { continue };
        let cell = cutter.cell(text, column).trim_ascii();
        *value = if cutter.has_doubled(column) {
            if stood != cell {
                cell.clone_into(stood);
                *read = unquote(cell);
            }
            read
        } else {
            cell
        };
    }
    site
}

/// The cells of the record that was cut, as they are read.
fn cells<'c>(text: &'c str, cutter: &'c Cutter) -> impl Iterator<Item = Cow<'c, str>> {
    (0..cutter.len()).map(move |column| {
        let cell = cutter.cell(text, column);
        if cutter.has_doubled(column) { Cow::Owned(unquote(cell)) } else { Cow::Borrowed(cell) }
    })
}

fn unquote(cell: &str) -> String {
    cell.replace("\"\"", "\"")
}

/// Where the next record begins at or behind `from`, where one has ended, and how many blank lines are before it.
fn behind_blank_lines(text: &str, from: usize) -> (usize, u32) {
    let byte = |at: usize| text.as_bytes().get(at).copied();
    let mut start = from;
    // A record may have ended with the CR of its CRLF.
    if byte(start) == Some(b'\n') && start.checked_sub(1).and_then(byte) == Some(b'\r') {
        start += 1;
    }
    let mut blank = 0;
    loop {
        start += match byte(start) {
            Some(b'\r') if byte(start + 1) == Some(b'\n') => 2,
            Some(b'\r' | b'\n') => 1,
            _ => return (start, blank),
        };
        blank += 1;
    }
}

/// Cuts the records that the [`Cutter`] leaves to the `csv` crate.
struct OddReader<'a> {
    reader: Reader<Cursor<&'a [u8]>>,
    record: ByteRecord,
}

/// How many bytes are looked at for one odd row at first.
const BYTES_OF_ROW: usize = 512;

impl<'a> OddReader<'a> {
    fn new(text: &'a str, separator: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        let builder = builder.delimiter(separator).has_headers(false).flexible(true);
        let reader = builder.buffer_capacity(BYTES_OF_ROW).from_reader(Cursor::new(text.as_bytes()));
        OddReader { reader, record: ByteRecord::new() }
    }

    /// Cuts the record that begins at `start`, and says where it ends; `None` where there is none.
    fn cut(&mut self, start: usize) -> Option<usize> {
        let mut position = Position::new();
        position.set_byte(u64::try_from(start).ok()?);
        self.reader.seek(position).ok()?;
        // It fails where bytes cannot be read, and these are in memory.
        let is_record = self.reader.read_byte_record(&mut self.record).unwrap_or(false);
        usize::try_from(self.reader.position().byte()).ok().filter(|_| is_record)
    }

    /// The cells of the record that was cut.
    fn cells(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.record.iter().map(|cell| Cow::Borrowed(std::str::from_utf8(cell).unwrap_or_default()))
    }
}

/// What reads single rows of a list in full.
pub struct RowReader<'a> {
    full: Full<'a>,
    rows: &'a Rows,
    cutter: RefCell<Cutter>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(rows: &'a Rows, layout: &'a Layout, settings: &'a Settings) -> Self {
        let full = Full::new(layout, rows.sheet(), settings);
        RowReader { full, rows, cutter: RefCell::default() }
    }

    /// Who stands in the row at `place`, whose number is `number`. `None` where there is no such row, or it is nobody.
    pub fn person(&self, place: u32, number: u32) -> Option<PersonRead> {
        match self.full.read(self.cells(place, number)?) {
            Seen::Read(read) => Some(*read),
            _ => None,
        }
    }

    /// The cells of the row at `place`, as they stand in the file.
    pub fn cells(&self, place: u32, number: u32) -> Option<Row> {
        let place = usize::try_from(place).ok()?;
        match self.rows {
            Rows::Text { text, separator, .. } => {
                let mut cutter = self.cutter.try_borrow_mut().ok()?;
                if cutter.cut(text.as_bytes(), place, *separator).is_some() {
                    return self.full.row(cells(text, &cutter), number);
                }
                let mut reader = OddReader::new(text, *separator);
                reader.cut(place)?;
                self.full.row(reader.cells(), number)
            }
            Rows::Sheet(sheet) => sheet.rows.get(place).cloned(),
        }
    }
}

/// What reads a row as the rows of one list are read.
struct Full<'a> {
    layout: &'a Layout,
    sheet: &'a Sheet,
    rows: List<'a>,
    settings: &'a Settings,
    /// The row of headings, with a place below it for the row that is read.
    pair: RefCell<(Sheet, Matching)>,
}

impl<'a> Full<'a> {
    fn new(layout: &'a Layout, sheet: &'a Sheet, settings: &'a Settings) -> Self {
        let pair = RefCell::new(beside_headings(Row::default(), &layout.matching, sheet));
        Full { layout, sheet, rows: List::of(sheet, &layout.matching), settings, pair }
    }

    /// The row of these cells; `None` where nothing stands in it.
    fn row<'c>(&self, cells: impl Iterator<Item = Cow<'c, str>>, number: u32) -> Option<Row> {
        mended_row(cells, number, &self.layout.matching, self.sheet)
    }

    fn read(&self, mut row: Row) -> Seen<'static> {
        // What it says of the site says nothing of the person.
        for column in self.layout.sites.into_iter().flatten() {
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

/// The row of these cells, put together again where a comma had cut one of them in two.
fn mended_row<'c>(
    cells: impl Iterator<Item = Cow<'c, str>>,
    number: u32,
    matching: &Matching,
    sample: &Sheet,
) -> Option<Row> {
    let cells = cells.take(limits::COLUMNS).map(|cell| Cell::text(&formula::unescaped(&cell)));
    let cells: Vec<Cell> = cells.collect();
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
