//! Escaping text so that no spreadsheet runs it as a formula, and undoing that.

/// `cell` so that no spreadsheet takes it for a formula: with an apostrophe in front, as a person
/// would type one. [`unescaped`] removes it again.
pub fn escaped(cell: &str) -> String {
    if may_be_run(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that [`escaped`] made `cell` of.
pub fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if may_be_run(rest) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet may run the text: it starts with one of the characters that begin a
/// formula, after any number of apostrophes, each of which is lost when a file is opened and saved.
fn may_be_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_can_be_run_and_each_reads_back_unescaped() {
        for cell in
            ["=1", "+44", "-", "@a", "\tx", "\rx", "'", "'=1", "''=1", "'plain", "plain", "", "O'Neill"]
        {
            let safe = escaped(cell);
            assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']), "{safe}");
            assert_eq!(unescaped(&safe), cell);
        }
    }
}
