//! How a sheet looks to the person who opens it: what is hidden, and what is struck out.

use std::collections::{HashMap, HashSet};

use super::table::{Cell, Sheet};
use crate::text::strip_prefix_any_case;

/// What a workbook says of the look of a sheet; rows and columns are counted from 0.
#[derive(Debug, Default)]
pub(super) struct Appearance {
    /// Its hidden rows.
    pub hidden_rows: HashSet<u32>,
    /// Its hidden columns: the first and the last of each run.
    pub hidden_columns: Vec<(u32, u32)>,
    /// The cells whose text is struck out.
    pub struck: HashSet<(u32, u32)>,
    /// Where the links of its cells lead.
    pub links: HashMap<(u32, u32), String>,
}

impl Appearance {
    /// Marks what is hidden and struck out in the sheet that it belongs to.
    pub fn apply(self, sheet: &mut Sheet) {
        for row in &mut sheet.rows {
            let index = row.number.saturating_sub(1);
            row.is_hidden = self.hidden_rows.contains(&index);
            let filled = || row.cells.iter().zip(0_u32..).filter(|(cell, _)| !cell.text.trim().is_empty());
            let struck = filled().filter(|(_, column)| self.struck.contains(&(index, *column))).count();
            // Most of it: a note of why somebody left is often not struck out.
            row.is_struck = struck > 0 && struck * 2 > filled().count();
            for (cell, column) in row.cells.iter_mut().zip(0_u32..) {
                // "Email Anna", which leads to her address.
                let link =
                    self.links.get(&(index, column)).and_then(|link| strip_prefix_any_case(link, "mailto:"));
                if let Some(address) = link.filter(|_| !cell.text.contains('@')) {
                    *cell = Cell::text(address.split('?').next().unwrap_or(address));
                }
            }
        }
        sheet.hidden_columns = self.hidden_columns;
    }
}
