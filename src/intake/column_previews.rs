//! The columns of a list, as they are shown.

use super::columns::Matching;
use super::limits;
use super::meaning::Meaning;
use super::preview::ColumnPreview;
use super::secrets;
use super::table::{Sheet, cut};

/// Each column with what stands above it, some of what stands in it, and what it is taken for.
pub(super) fn column_previews(sheet: &Sheet, matching: &Matching) -> Vec<ColumnPreview> {
    let headings = matching.header.and_then(|header| sheet.rows.get(header));
    let data = sheet.rows.get(matching.first..).unwrap_or_default();
    let column = |(column, meaning): (usize, &Meaning)| {
        let heading = headings.map(|row| row.text(column).trim()).filter(|heading| !heading.is_empty());
        let values = data.iter().map(|row| row.text(column).trim()).filter(|text| !text.is_empty());
        ColumnPreview {
            heading: heading.map_or_else(
                || format!("Column {}", letters(column)),
                |heading| cut(heading, limits::SHOWN_CHARACTERS),
            ),
            samples: values
                .take(SAMPLES)
                .map(|value| {
                    cut(&secrets::shown(heading.unwrap_or_default(), value), limits::SHOWN_CHARACTERS)
                })
                .collect::<Vec<_>>()
                .join(", "),
            meaning: *meaning,
            is_hidden: sheet.hides_column(column),
        }
    };
    matching.columns.iter().enumerate().map(column).collect()
}

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// What a spreadsheet calls a column: A to Z, AA, AB, …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match (column / 26).checked_sub(1) {
        Some(before) => letters(before) + &last.to_string(),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }
}
