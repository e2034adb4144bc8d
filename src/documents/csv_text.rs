//! Rows of cells as a CSV file, which opens in Excel with accents and zeros intact and runs nothing.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::text::formula;

/// The file of these rows: UTF-8 with a byte order mark, by which Excel knows the accents, every cell in
/// quotation marks and safe from being run, and lines that end as RFC 4180 has it.
pub fn file(rows: &[Vec<String>]) -> Vec<u8> {
    let mut file = Vec::new();
    append(&mut file, rows);
    file
}

/// Adds these rows to a file, which begins with them where nothing is in it yet.
pub fn append(file: &mut Vec<u8>, rows: &[Vec<String>]) {
    if file.is_empty() {
        file.extend("\u{feff}".as_bytes());
    }
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(file);
    for row in rows {
        // Writing into memory cannot fail, nor can rows of any length.
        let _ = writer.write_record(row.iter().map(|cell| formula::escaped(cell)));
    }
    let _ = writer.flush();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_bytes_are_those_that_a_spreadsheet_takes_as_they_are() {
        let rows =
            [vec!["Zoë", "07700 900123", "=1+1"], vec!["de \"la\" Torre, Jr\n"], vec!["", "-"], vec![]];
        let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(
            String::from_utf8(file(&rows)).unwrap(),
            "\u{feff}\"Zoë\",\"07700 900123\",\"'=1+1\"\r\n\"de \"\"la\"\" Torre, Jr\n\"\r\n\"\",\"'-\"\r\n\"\"\r\n"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_in_a_cell_every_one_stands_in_quotation_marks(
            rows in prop::collection::vec(prop::collection::vec(any::<String>(), 1..4), 0..4),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", formula::escaped(cell).replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
            let expected = "\u{feff}".to_owned() + &rows.iter().map(line).collect::<String>();
            prop_assert_eq!(String::from_utf8(file(&rows)).unwrap(), expected);
        }
    }
}
