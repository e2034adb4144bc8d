//! How much is read of what a user brings. A file that goes further is refused, or read up to here
//! and said so; the privacy page lists each.

/// The largest file, in bytes.
pub const FILE_BYTES: usize = 20 * 1024 * 1024;

/// The most bytes that a workbook's parts may inflate to, counted while inflating: what its headers
/// say is not believed.
pub const INFLATED_BYTES: u64 = 200 * 1024 * 1024;

/// The most parts in a workbook.
pub const ENTRIES: usize = 2_000;

/// The most cells with anything in them, over all sheets.
pub const CELLS: usize = 2_000_000;

/// The most cells that the sheets of a workbook of Excel 97 to 2003 may reach over, empty ones among them.
pub const CELLS_BETWEEN: u64 = 4_000_000;

/// The most columns that are looked at.
pub const COLUMNS: usize = 200;

/// The most characters of one cell that are kept.
pub const CELL_CHARACTERS: usize = 1_000;

/// The longest that a file may take, in seconds. Then the worker is ended.
pub const SECONDS: u32 = 30;

/// The largest text file with the people of many sites, in bytes: a million rows and more.
pub const SITES_TEXT_BYTES: usize = 200 * 1024 * 1024;
