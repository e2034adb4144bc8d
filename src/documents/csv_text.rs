//! Rows of cells as a CSV file, which opens in Excel with accents and zeros intact and runs nothing.

/// The file of these rows: UTF-8 with a byte order mark, by which Excel knows the accents, and lines
/// that end as RFC 4180 has it.
pub fn file(rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
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

/// `cell` so that no spreadsheet takes it for a formula: an apostrophe goes before it, as a person
/// would type one. [`as_it_was`] takes it away again.
pub fn harmless(cell: &str) -> String {
    if may_be_run(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that [`harmless`] made `cell` of.
pub fn as_it_was(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if may_be_run(rest) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet may run the text: it starts with one of the characters that begin a
/// formula, behind any number of apostrophes, each of which one reading takes away.
fn may_be_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_can_be_run_and_each_reads_back_as_it_was() {
        for cell in
            ["=1", "+44", "-", "@a", "\tx", "\rx", "'", "'=1", "''=1", "'plain", "plain", "", "O'Neill"]
        {
            let safe = harmless(cell);
            assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']), "{safe}");
            assert_eq!(as_it_was(&safe), cell);
        }
    }
}
