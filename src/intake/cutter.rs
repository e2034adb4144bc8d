//! Cuts a line of text into cells where they stand, without a copy.
//!
//! The `csv` crate reads the cells of every list ([`delimited`](super::delimited)). In one of a whole country it is asked
//! for a line in a thousand: most have cells between separators, some in quotation marks, and these are found here
//! with one look at each byte. A test holds that they are cut as the `csv` crate cuts them; of what it would have to
//! change, a cell with a mark doubled inside, this says so ([`Cutter::has_doubled`]).

/// The cells of one record, by where they stand in the text.
#[derive(Debug, Default)]
pub(super) struct Cutter {
    cells: Vec<Cut>,
    /// In how many of them marks are doubled.
    doubled: usize,
}

#[derive(Debug, Clone, Copy)]
struct Cut {
    start: usize,
    end: usize,
    is_doubled: bool,
}

const MARK: u8 = b'"';

/// The longest cell between quotation marks that is cut here: of a longer one, the marks may be none.
const LONGEST_QUOTED: usize = 32_767;

impl Cutter {
    /// Cuts the record that begins at `start`, where no line ends, and says where the text goes on behind it: behind
    /// all of its line end. `None` where only the `csv` crate knows what the record is.
    pub(super) fn cut(&mut self, text: &[u8], start: usize, separator: u8) -> Option<usize> {
        self.cells.clear();
        self.doubled = 0;
        let mut from = start;
        loop {
            let rest = text.get(from..)?;
            let (cell, end) = if rest.first() == Some(&MARK) {
                let (length, is_doubled) = quoted(rest.get(1..)?)?;
                self.doubled += usize::from(is_doubled);
                (Cut { start: from + 1, end: from + 1 + length, is_doubled }, from + length + 2)
            } else {
                let length = rest.iter().position(|byte| ends_cell(*byte, separator)).unwrap_or(rest.len());
                (Cut { start: from, end: from + length, is_doubled: false }, from + length)
            };
            self.cells.push(cell);
            match text.get(end..)? {
                [byte, ..] if *byte == separator => from = end + 1,
                [b'\r', b'\n', ..] => return Some(end + 2),
                [b'\n' | b'\r', ..] => return Some(end + 1),
                [] => return Some(end),
                // More behind the closing mark.
                _ => return None,
            }
        }
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// What stands in the cell at `column` of the `text` that was cut, without the quotation marks around it; empty
    /// where there is none.
    pub(super) fn cell<'t>(&self, text: &'t str, column: usize) -> &'t str {
        self.cells.get(column).and_then(|cell| text.get(cell.start..cell.end)).unwrap_or_default()
    }

    /// Whether quotation marks are doubled in the cell at `column`, each to be read as one.
    pub(super) fn has_doubled(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| cell.is_doubled)
    }

    /// In how many cells quotation marks are doubled.
    pub(super) fn doubled(&self) -> usize {
        self.doubled
    }
}

fn ends_cell(byte: u8, separator: u8) -> bool {
    byte == separator || byte == b'\n' || byte == b'\r'
}

/// How long the cell is behind its first mark, and whether it holds doubled ones; `None` where it is never closed.
fn quoted(behind: &[u8]) -> Option<(usize, bool)> {
    let rest = behind.get(..LONGEST_QUOTED).unwrap_or(behind);
    let mut is_doubled = false;
    let mut from = 0;
    loop {
        let mark = from + rest.get(from..)?.iter().position(|byte| *byte == MARK)?;
        if behind.get(mark + 1) != Some(&MARK) {
            return Some((mark, is_doubled));
        }
        is_doubled = true;
        from = mark + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The records as they are cut here, until one that is the `csv` crate's alone; and where that begins.
    fn cut(text: &str, separator: u8) -> (Vec<Vec<String>>, Option<usize>) {
        let mut cutter = Cutter::default();
        let (mut rows, mut from) = (Vec::new(), 0);
        loop {
            while text.as_bytes().get(from).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
                from += 1;
            }
            if from == text.len() {
                return (rows, None);
            }
            let Some(next) = cutter.cut(text.as_bytes(), from, separator) else { return (rows, Some(from)) };
            let cell = |column: usize| {
                let cell = cutter.cell(text, column);
                if cutter.has_doubled(column) { cell.replace("\"\"", "\"") } else { cell.to_owned() }
            };
            let doubled = (0..cutter.len()).filter(|column| cutter.has_doubled(*column)).count();
            assert_eq!(doubled, cutter.doubled());
            rows.push((0..cutter.len()).map(cell).collect());
            from = next;
        }
    }

    fn by_csv(text: &str, separator: u8) -> Vec<Vec<String>> {
        let mut builder = csv::ReaderBuilder::new();
        let mut reader =
            builder.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn what_needs_no_more_than_a_look_is_cut_here() {
        let text = "a,b,c\r\n\"d, e\",,\"f \"\"g\"\"\"\n\n\"\"\rh\"i\",\"two\nlines\",é";
        let (rows, left) = cut(text, b',');
        assert_eq!(left, None);
        assert_eq!(rows, by_csv(text, b','));
        assert_eq!(rows[1], ["d, e", "", "f \"g\""]);
    }

    #[test]
    fn what_is_odd_is_left_to_the_csv_crate() {
        for odd in ["a,\"b\"c,d\n", "a,\"b\n", &format!("\"{}\"", "a".repeat(LONGEST_QUOTED))] {
            assert_eq!(cut(odd, b','), (vec![], Some(0)), "{odd}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn what_is_cut_here_is_cut_as_the_csv_crate_cuts_it(
            text in "([ab;,é\"\r\n]|\"[ab,\n]{0,2}\"[,\n]|\"\"){0,24}",
            separator in prop::sample::select(&b",;"[..]),
        ) {
            let (ours, left) = cut(&text, separator);
            // A record ends where the other begins: what is behind is no matter.
            let before = left.map_or(text.as_str(), |left| &text[..left]);
            prop_assert_eq!(ours, by_csv(before, separator));
            if let Some(left) = left {
                // And the record that is left is one that the crate would begin there.
                let all = by_csv(&text, separator);
                let behind = by_csv(&text[left..], separator);
                prop_assert!(all.ends_with(&behind));
            }
        }
    }
}
