//! The cells of one sheet, as a workbook hands them out.

use std::collections::BTreeMap;

use super::limits;
use super::table::{Cell, Row, Sheet};

/// The cells of one sheet, put in order.
pub(super) struct Cells {
    rows: BTreeMap<u32, Vec<Cell>>,
    /// How many more cells may be kept, empty ones between them among them.
    left: usize,
    cut_short: bool,
}

impl Cells {
    /// None yet, with room for `left`.
    pub fn with_room_for(left: usize) -> Self {
        Cells { rows: BTreeMap::new(), left, cut_short: false }
    }

    /// How many more may be put.
    pub fn room(&self) -> usize {
        self.left
    }

    /// Puts a cell where it stands; `false` once there is no more room.
    pub fn put(&mut self, (row, column): (u32, u32), cell: Option<Cell>) -> bool {
        let column = column as usize;
        let Some(cell) = cell.filter(|_| column < limits::COLUMNS) else { return true };
        let cells = self.rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(cells.len());
        if more > self.left {
            self.cut_short = true;
            return false;
        }
        self.left -= more;
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
