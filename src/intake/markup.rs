//! Tables in HTML and in Excel's XML of 2003: what many systems call "Export to Excel", under a name that ends in
//! .xls. Web pages are seldom well formed, so tags are looked for and nothing is asked of what stands around them.

use super::limits;
use super::open_error::OpenError;
use super::table::{Cell, CellKind, Row, Sheet, Table};
use crate::text::strip_prefix_any_case;

/// The tables in `text`, each as a sheet.
///
/// # Errors
/// It is a page without a table: says so, and that it may be one to sign in on.
pub(super) fn read(text: &str) -> Result<Table, OpenError> {
    let mut page = Page::default();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        page.add_text(before);
        // "<" in a text, as in "<5", opens no tag.
        if !behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            page.add_text("<");
            rest = behind;
            continue;
        }
        let (tag, after) = match behind.strip_prefix("!--") {
            Some(comment) => ("", comment.split_once("-->").map_or("", |(_, after)| after)),
            None => behind.split_once('>').unwrap_or((behind, "")),
        };
        rest = page.see(tag, after);
    }
    page.add_text(rest);
    page.end_row();
    page.end_sheet();
    let sheets: Vec<Sheet> = page.sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    if sheets.is_empty() { Err(OpenError::WebPage) } else { Ok(Table { sheets, ..Table::default() }) }
}

/// What has been read, and where in it the reader stands.
#[derive(Default)]
struct Page {
    sheets: Vec<Sheet>,
    name: String,
    rows: Vec<Row>,
    row_number: u32,
    is_row_hidden: bool,
    cells: Option<Vec<Cell>>,
    /// The cell that is being read: its text, over how many columns it reaches, whether its text counts now.
    cell: Option<(String, usize, CellKind)>,
    /// The address that the cell links to, where it links to one.
    link: Option<String>,
    cell_count: usize,
    cut_short: bool,
}

impl Page {
    /// Sees a tag, and returns the text behind it that is still to be read.
    fn see<'t>(&mut self, tag: &str, after: &'t str) -> &'t str {
        let name = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default().trim_end_matches('/');
        let is_empty = tag.ends_with('/');
        let name = name.to_ascii_lowercase();
        let local = name.rsplit(':').next().unwrap_or_default().trim_start_matches('/');
        match (name.starts_with('/'), local) {
            (false, "style" | "script") => {
                let end = format!("</{local}");
                let at = after.to_ascii_lowercase().find(&end).unwrap_or(after.len());
                return after.get(at..).unwrap_or_default();
            }
            (false, "worksheet") => {
                self.end_sheet();
                self.name = attribute(tag, "name").unwrap_or_default();
            }
            (true, "worksheet" | "table") => {
                self.end_row();
                self.end_sheet();
            }
            (false, "row" | "tr") => {
                self.end_row();
                let number = attribute(tag, "index").and_then(|index| index.parse().ok());
                self.row_number = number.unwrap_or(self.row_number.saturating_add(1));
                self.is_row_hidden = attribute(tag, "hidden").is_some_and(|hidden| hidden != "0")
                    || attribute(tag, "style")
                        .is_some_and(|style| style.replace(' ', "").contains("display:none"));
                self.cells = Some(Vec::new());
            }
            (true, "row" | "tr") => self.end_row(),
            (false, "cell" | "td" | "th") => {
                self.end_cell();
                let place = attribute(tag, "index").and_then(|index| index.parse::<usize>().ok());
                if let (Some(cells), Some(place)) = (&mut self.cells, place) {
                    cells
                        .resize(place.saturating_sub(1).clamp(cells.len(), limits::COLUMNS), Cell::default());
                }
                let over = attribute(tag, "colspan").and_then(|over| over.parse().ok());
                let more = attribute(tag, "mergeacross").and_then(|more| more.parse::<usize>().ok());
                let over = over.or(more.map(|more| more.saturating_add(1))).unwrap_or(1);
                self.cell = Some((String::new(), over, CellKind::Text));
                if is_empty {
                    self.end_cell();
                }
            }
            (true, "cell" | "td" | "th") => self.end_cell(),
            (false, "data") => {
                if let (Some((_, _, kind)), Some(given)) = (&mut self.cell, attribute(tag, "type")) {
                    *kind = match given.as_str() {
                        "Number" => CellKind::Number,
                        "DateTime" => CellKind::Date,
                        "Error" => CellKind::Error,
                        _ => CellKind::Text,
                    };
                }
            }
            (false, "a") if self.cell.is_some() => {
                let address = attribute(tag, "href")
                    .and_then(|link| strip_prefix_any_case(&link, "mailto:").map(str::to_owned));
                self.link = address.or(self.link.take());
            }
            (_, "br" | "p" | "div" | "li") => self.add_text("\n"),
            _ => {}
        }
        after
    }

    fn add_text(&mut self, text: &str) {
        if let Some((cell, ..)) = &mut self.cell
            && cell.len() <= limits::CELL_CHARACTERS * 4
        {
            cell.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let (Some((text, over, kind)), Some(cells)) = (self.cell.take(), &mut self.cells) else { return };
        let mut text = unescaped(&text);
        // "Send a mail" is no address; what it links to is.
        if let Some(link) = self.link.take().filter(|_| !text.contains('@')) {
            text = link.split('?').next().unwrap_or_default().to_owned();
        }
        // Line ends are for the one who writes the page; those that show stand for tags.
        let lines: Vec<String> =
            text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        let over = over.clamp(1, limits::COLUMNS.saturating_sub(cells.len()).max(1));
        self.cell_count = self.cell_count.saturating_add(over);
        if cells.len() < limits::COLUMNS && self.cell_count <= limits::CELLS {
            cells.push(Cell { kind, ..Cell::text(&lines.join("\n")) });
            cells.resize(cells.len().saturating_add(over).saturating_sub(1), Cell::default());
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.cells.take() else { return };
        if self.cell_count > limits::CELLS {
            self.cut_short = true;
        } else if cells.iter().any(|cell| !cell.text.is_empty()) {
            let number = self.row_number;
            self.rows.push(Row { number, cells, is_hidden: self.is_row_hidden, ..Row::default() });
        }
    }

    fn end_sheet(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let last = rows.last().map_or(0, |row| row.number as usize);
        self.sheets.push(Sheet {
            name: std::mem::take(&mut self.name),
            empty_rows: last.saturating_sub(rows.len()),
            cut_short: self.cut_short,
            rows,
            ..Sheet::default()
        });
        self.row_number = 0;
    }
}

/// The value of an attribute of a tag, whatever its namespace is called.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (before, behind) = rest.split_once('=')?;
        let key =
            before.trim_end().rsplit(|c: char| c.is_whitespace() || c == ':').next().unwrap_or_default();
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => behind.get(1..)?.split_once(quote)?,
            None => {
                behind.split_once(|c: char| c.is_whitespace()).unwrap_or((behind.trim_end_matches('/'), ""))
            }
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(unescaped(value));
        }
        rest = after;
    }
}

/// `text` with the characters that its entities stand for.
fn unescaped(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        read.push_str(before);
        let entity = behind.split_once(';').filter(|(name, _)| name.len() <= 10);
        match entity.and_then(|(name, after)| Some((character(name)?, after))) {
            Some((c, after)) => {
                read.push(c);
                rest = after;
            }
            None => {
                read.push('&');
                rest = behind;
            }
        }
    }
    read.push_str(rest);
    read
}

/// The character that an entity stands for: those of HTML 4 that stand in names, and all numbers.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32);
    }
    const NAMED: [(&str, char); 17] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("szlig", 'ß'),
        ("oslash", 'ø'),
        ("Oslash", 'Ø'),
        ("aelig", 'æ'),
        ("AElig", 'Æ'),
        ("ccedil", 'ç'),
        ("Ccedil", 'Ç'),
    ];
    if let Some((_, c)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    // A letter and the name of its sign.
    const SIGNS: [(&str, &str, &str); 7] = [
        ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ("uml", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        ("tilde", "anoANO", "ãñõÃÑÕ"),
        ("ring", "aA", "åÅ"),
        ("caron", "sS", "šŠ"),
    ];
    let letter = name.chars().next()?;
    let sign = name.get(letter.len_utf8()..)?;
    let (_, plain, signed) = SIGNS.iter().find(|(known, ..)| *known == sign)?;
    let place = plain.chars().position(|known| known == letter)?;
    signed.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let table = read(text).unwrap();
        let rows = &table.sheets[0].rows;
        let rows: Vec<(u32, Vec<&str>)> = rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(|cell| cell.text.as_str()).collect()))
            .collect();
        let expected: Vec<(u32, Vec<&str>)> =
            expected.iter().map(|(number, cells)| (*number, cells.to_vec())).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_table_of_a_web_page_is_read() {
        check(
            "<html><style>td{x:\"<b>\"}</style><table border=1><tr><th colspan=\"2\">Staff</th></tr><tr><td>Anna</td><td>O&#39;Nowak<br>x</td>\n<tr><td>Zo&euml;&nbsp;<b>B</b><td>a &lt; 5</table></html>",
            &[(1, &["Staff", ""]), (2, &["Anna", "O'Nowak\nx"]), (3, &["Zoë B", "a < 5"])],
        );
    }

    #[test]
    fn a_workbook_in_xml_is_read() {
        let text = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><ss:Worksheet ss:Name=\"Staff &amp; bank\"><Table><Row><Cell><Data ss:Type=\"String\">Name</Data></Cell></Row><Row ss:Index=\"4\"><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">7700900123</Data></Cell><Cell/></Row></Table></ss:Worksheet></Workbook>";
        check(text, &[(1, &["Name"]), (4, &["", "7700900123", ""])]);
        let table = read(text).unwrap();
        assert_eq!((table.sheets.len(), table.sheets[0].name.as_str()), (1, "Staff & bank"));
        assert_eq!(table.sheets[0].rows[1].cells[1].kind, CellKind::Number);
    }

    #[test]
    fn a_page_without_a_table_says_so() {
        assert_eq!(read("<html><body><form>Password <input></form></body></html>"), Err(OpenError::WebPage));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in "[<>/=\"'&;# trdabl1é]{0,80}") {
            let _ = read(&text);
            let _ = read(&format!("<table><tr><td colspan=9999999999 {text}"));
        }
    }
}
