//! The cells of one sheet, as a workbook hands them out.

use std::collections::BTreeMap;

use super::limits;
use super::table::{Cell, Row, Sheet};

/// What may still be kept of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// How many more cells, empty ones between them among them.
    pub cells: usize,
    /// How many more bytes of their text.
    pub bytes: usize,
}

impl Default for Room {
    /// What there is for a whole file.
    fn default() -> Self {
        Room { cells: limits::CELLS, bytes: limits::TEXT_BYTES }
    }
}

/// The cells of one sheet, put in order.
pub(super) struct Cells {
    rows: BTreeMap<u32, Vec<Cell>>,
    room: Room,
    cut_short: bool,
}

impl Cells {
    /// None yet, and room for these.
    pub fn with_room_for(room: Room) -> Self {
        Cells { rows: BTreeMap::new(), room, cut_short: false }
    }

    /// How many more may be put.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Puts a cell where it stands; `false` once there is no more room.
    pub fn put(&mut self, (row, column): (u32, u32), cell: Option<Cell>) -> bool {
        let column = column as usize;
        let Some(cell) = cell.filter(|_| column < limits::COLUMNS) else { return true };
        let cells = self.rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(cells.len());
        let (Some(cells_left), Some(bytes_left)) =
            (self.room.cells.checked_sub(more), self.room.bytes.checked_sub(cell.text.len()))
        else {
            self.cut_short = true;
            return false;
        };
        self.room = Room { cells: cells_left, bytes: bytes_left };
        if more > 0 {
            cells.resize(column + 1, Cell::default());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        true
    }

    /// The sheet of these cells.
    pub fn into_sheet(self, name: String, hidden: bool) -> Sheet {
        let rows: Vec<Row> = self
            .rows
            .into_iter()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.text.trim().is_empty()))
            .map(|(row, cells)| Row { number: row.saturating_add(1), cells, ..Row::default() })
            .collect();
        let last = rows.last().map_or(0, |row| row.number as usize);
        Sheet {
            name,
            hidden,
            empty_rows: last - rows.len(),
            cut_short: self.cut_short,
            rows,
            ..Sheet::default()
        }
    }
}

/// A whole number in full, `7700900123` and not `7.7E9`; any other as short as it reads back.
pub(super) fn written_out(number: f64) -> String {
    // Beyond this, a spreadsheet's own numbers are no longer exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT { format!("{number:.0}") } else { number.to_string() }
}
