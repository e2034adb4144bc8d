//! Rows of cells as a CSV file, which opens in Excel with accents and zeros intact and runs nothing.

use crate::text::formula;

/// The file of these rows: UTF-8 with a byte order mark, by which Excel knows the accents, and lines
/// that end as RFC 4180 has it.
pub fn file(rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&formula::escaped(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// `cell` between quotation marks, as RFC 4180 has it. Every cell is: it is never wrong, and the
/// crate that knows when not to brings all there is to know of fractions.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}
