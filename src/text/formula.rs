//! Escaping text so that no spreadsheet runs it as a formula, and undoing that.

use std::borrow::Cow;

use super::is_invisible;

/// `cell` so that no spreadsheet takes it, or a part of it, for a formula: with an apostrophe in front, as a person
/// would type one. A part is what another program makes a cell of: one that takes semicolons, tabs or bars for the
/// ends of cells, or a line break for the end of a row. [`unescaped`] removes the apostrophes again.
pub fn escaped(cell: &str) -> String {
    parts(cell).map(|part| if may_be_run(part) { format!("'{part}") } else { part.to_owned() }).collect()
}

/// The text that [`escaped`] made `cell` of.
pub fn unescaped(cell: &str) -> Cow<'_, str> {
    if !cell.contains('\'') {
        return Cow::Borrowed(cell);
    }
    let inner = |part: &str| part.strip_prefix('\'').filter(|rest| may_be_run(rest)).map(str::to_owned);
    parts(cell).map(|part| inner(part).unwrap_or_else(|| part.to_owned())).collect()
}

/// What the cell may come apart into, each part but the last with the character behind it.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split_inclusive([';', '\t', '|', '\n', '\r'])
}

/// Whether a spreadsheet may run the text: it starts with one of the characters that begin a formula, after any
/// number of apostrophes, each of which is lost when a file is opened and saved, of quotation marks, and of what
/// cannot be seen, which some programs drop.
fn may_be_run(text: &str) -> bool {
    let is_lost = |c: char| matches!(c, '\'' | '"') || is_invisible(c) || c.is_whitespace() && !is_break(c);
    let rest = text.trim_start_matches(is_lost);
    rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || rest.starts_with(is_break)
}

fn is_break(c: char) -> bool {
    matches!(c, '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_can_be_run_and_each_reads_back_unescaped() {
        for cell in [
            "=1",
            "+44",
            "-",
            "@a",
            "\tx",
            "\rx",
            "'",
            "'=1",
            "''=1",
            "'plain",
            "plain",
            "",
            "O'Neill",
            "\0=1+1",
            "\u{1}=1",
            "\u{feff}=1",
            " =1",
            "\"=1\"",
            "a;=1+1;b",
            "a;\0=1",
            "a|=1",
            "a\t=1",
            "a\n=1",
            "a; \"=1\"",
            "Smith; Jones",
        ] {
            let safe = escaped(cell);
            assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']), "{safe:?}");
            assert_eq!(unescaped(&safe), cell);
        }
        assert_eq!(escaped("a;=1+1;b"), "a;'=1+1;b");
        assert_eq!(escaped("\0=1+1"), "'\0=1+1");
        assert_eq!(escaped("Smith; Jones"), "Smith; Jones");
    }

    /// The cells of a line whose ends are marked by `separator`, as a program reads it that takes a quotation mark
    /// only at the start of a cell.
    fn cells(file: &str, separator: char) -> Vec<String> {
        let mut cells = vec![String::new()];
        let mut is_quoted = false;
        let mut characters = file.chars().peekable();
        while let Some(c) = characters.next() {
            let cell = cells.last_mut().unwrap();
            match c {
                '"' if is_quoted && characters.peek() == Some(&'"') => {
                    characters.next();
                    cell.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '"' if cell.is_empty() => is_quoted = true,
                _ if is_quoted => cell.push(c),
                '\n' | '\r' => cells.push(String::new()),
                _ if c == separator => cells.push(String::new()),
                _ => cell.push(c),
            }
        }
        cells
    }

    proptest! {
        #[test]
        fn whatever_separates_cells_none_of_them_is_a_formula(
            row in prop::collection::vec("[a=+@;|\t\n\r\"' \0-]{0,8}", 1..4),
            separator in prop::sample::select(&[',', ';', '\t', '|'][..]),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", escaped(cell).replace('"', "\"\""));
            let line = row.iter().map(quoted).collect::<Vec<_>>().join(",");
            for cell in cells(&line, separator) {
                let seen = cell.trim_start_matches(|c: char| c.is_control() || c == ' ');
                prop_assert!(!seen.starts_with(['=', '+', '@', '-']), "{line:?} by {separator:?}: {cell:?}");
            }
            for cell in &row {
                let safe = escaped(cell);
                prop_assert_eq!(unescaped(&safe), cell.as_str());
            }
        }
    }
}
