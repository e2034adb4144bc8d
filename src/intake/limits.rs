//! How much is read of what a user brings. A file that goes further is refused, or read up to here
//! and said so; the privacy page lists each.

/// What a fuzzer is given of the limits on what a file holds, as a divisor: it reaches them with files of a few KB,
/// and tries hundreds while one that is full to the built limits would be read.
const SHARE: usize = if cfg!(fuzzing) { 500 } else { 1 };

/// The largest file, in bytes.
pub const FILE_BYTES: usize = 20 * 1024 * 1024;

/// The most bytes that a workbook's parts may inflate to, counted while inflating: what its headers
/// say is not believed.
pub const INFLATED_BYTES: u64 = 200 * 1024 * 1024 / SHARE as u64;

/// The most parts in a workbook.
pub const ENTRIES: usize = 2_000;

/// The most cells with anything in them, over all sheets.
pub const CELLS: usize = 2_000_000 / SHARE;

/// The most cells that the sheets of a workbook of Excel 97 to 2003 may reach over, empty ones among them.
pub const CELLS_BETWEEN: u64 = 4_000_000 / SHARE as u64;

/// The most bytes of text that the cells of a file may hold together: one that says a long cell a million times over
/// is small itself.
pub const TEXT_BYTES: usize = 64 * 1024 * 1024 / SHARE;

/// The most sheets that are read: more than a group has homes.
pub const SHEETS: usize = 500;

/// The most bytes that a part of a workbook may inflate to which says what is in it, and holds no cells: names of
/// sheets, styles.
pub const PART_BYTES: u64 = 16 * 1024 * 1024 / SHARE as u64;

/// The most characters of a name of a sheet that are kept. Excel allows 31.
pub const SHEET_NAME_CHARACTERS: usize = 100;

/// The most columns that are looked at.
pub const COLUMNS: usize = 200;

/// The most characters of one cell that are kept.
pub const CELL_CHARACTERS: usize = 1_000;

/// The most characters of a heading or of a few values that are shown, of each.
pub const SHOWN_CHARACTERS: usize = 100;

/// The most characters of a sentence about a row.
pub const SENTENCE_CHARACTERS: usize = 600;

/// The longest that a file may take, in seconds. Then the worker is ended.
pub const SECONDS: u32 = 30;

/// The largest text file with the people of many sites, in bytes: a million rows and more.
pub const SITES_TEXT_BYTES: usize = 200 * 1024 * 1024;
