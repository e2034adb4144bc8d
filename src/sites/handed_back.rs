//! The lists as they came, with what there is to say about each row, and the files of each site.

use std::collections::HashMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::check::{SitesCheck, people_of};
use super::detail::MOST_READ;
use super::kept::{Content, KeptFile, KeptPerson};
use super::view::SiteFinding;
use crate::application::{PersonBox, SiteBox};
use crate::documents::checklist::{Block, Part, checklist};
use crate::documents::{accounts, csv_text, html};
use crate::intake::fast_hash::FastHash;
use crate::intake::row_result::{BOXES, HEADINGS, RowResult};
use crate::intake::site_list::SiteList;
use crate::rules;

impl SitesCheck {
    /// Each list, row by row, with the corrected values, "Result" and "What to do" behind it, as one CSV file.
    /// `progress` hears how many sites are written, of how many.
    pub fn returned_csv(&self, progress: &mut dyn FnMut(usize, usize)) -> Vec<u8> {
        let mut file = Vec::new();
        for (index, kept) in (0..).zip(&self.files) {
            if let Content::List(list) = &kept.content {
                self.return_list(index, kept, list, &mut file, progress);
            }
        }
        file
    }

    fn return_list(
        &self,
        index: u32,
        kept: &KeptFile,
        list: &SiteList,
        file: &mut Vec<u8>,
        progress: &mut dyn FnMut(usize, usize),
    ) {
        let mut head: Vec<String> = list
            .headings()
            .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect())
            .unwrap_or_default();
        let width = head.len();
        head.extend(HEADINGS.map(str::to_owned));
        let mut rows = vec![head];
        if self.files.len() > 1 {
            rows.insert(0, vec![kept.name.clone()]);
        }
        let reader = list.row_reader(&self.settings);
        for (done, (site_index, site)) in (0..).zip(&self.sites).enumerate() {
            if site.file != index {
                continue;
            }
            let findings = if site.to_mend + site.to_check > 0 {
                self.open(site_index, site).findings
            } else {
                Vec::new()
            };
            let of_row = by_row(&findings);
            for person in people_of(&self.people, site) {
                let Some(row) = reader.cells(person.place, person.number) else { continue };
                let mut cells = list.shown_cells(row);
                cells.resize(width.max(cells.len()), String::new());
                let read = reader.person(person.place, person.number);
                let value = |person_box: PersonBox| {
                    read.as_ref().map_or_else(String::new, |read| read.person.typed(person_box).to_owned())
                };
                cells.extend(BOXES.map(value));
                cells.extend(said(person, of_row.get(&person.place).map_or(&[][..], Vec::as_slice)));
                rows.push(cells);
            }
            if rows.len() > ROWS_A_STEP {
                csv_text::append(file, &rows);
                rows.clear();
                progress(done, self.sites.len());
            }
        }
        csv_text::append(file, &rows);
        progress(self.sites.len(), self.sites.len());
    }

    /// A zip with the account list and the checklist of each site. `None` where there is no room for it. `progress`
    /// hears how many sites are written, of how many.
    pub fn site_files(&self, progress: &mut dyn FnMut(usize, usize)) -> Option<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let mut names: HashMap<String, usize, FastHash> = HashMap::default();
        for (done, site) in self.sites.iter().enumerate() {
            let mut application = self.application_of(site);
            let count = application.people.len();
            let others = application.people.split_off(count.min(MOST_READ));
            let report = rules::check(&application, &self.settings, self.today);
            let folder = folder(site.shown(SiteBox::Name), &mut names);
            zip.start_file(format!("{folder}/{}", html::FILE_NAME), options).ok()?;
            let mut checklist = checklist(&application, &report, &self.settings, self.today);
            if !others.is_empty() {
                let text = format!(
                    "Only the first {MOST_READ} of the {count} people are in this checklist. All of them are in {}.",
                    accounts::FILE_NAME
                );
                let part = Part { heading: "Left out".to_owned(), blocks: vec![Block::Sentence(text)] };
                checklist.parts.insert(0, part);
            }
            zip.write_all(html::checklist_page(&checklist).as_bytes()).ok()?;
            application.people.extend(others);
            zip.start_file(format!("{folder}/{}", accounts::FILE_NAME), options).ok()?;
            zip.write_all(&accounts::csv(&application, &report)).ok()?;
            if done % 100 == 0 {
                progress(done, self.sites.len());
            }
        }
        progress(self.sites.len(), self.sites.len());
        Some(zip.finish().ok()?.into_inner())
    }
}

/// How many rows are put into words at a time.
const ROWS_A_STEP: usize = 2_000;

/// What there is to say about each row, by the row's place.
fn by_row(findings: &[SiteFinding]) -> HashMap<u32, Vec<&SiteFinding>, FastHash> {
    let mut of_row: HashMap<u32, Vec<&SiteFinding>, FastHash> = HashMap::default();
    for finding in findings {
        if let Some(place) = finding.place {
            of_row.entry(place).or_default().push(finding);
        }
    }
    of_row
}

/// What a row comes to, and what is to be done about it.
fn said(person: &KeptPerson, findings: &[&SiteFinding]) -> [String; 2] {
    if person.facts.is_repeated {
        return [
            RowResult::Repeated.label().to_owned(),
            "This person is in an earlier row of this site too.".to_owned(),
        ];
    }
    let result = RowResult::of(findings.iter().map(|finding| finding.mark), false);
    let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    [result.label().to_owned(), messages.join(" ")]
}

/// A folder's name that every system takes, and no other site has.
fn folder(site: &str, taken: &mut HashMap<String, usize, FastHash>) -> String {
    let kept: String =
        site.chars().map(|c| if c.is_alphanumeric() || " -'’".contains(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = kept.split_whitespace().take(12).collect();
    let name = if words.is_empty() { "Site without a name".to_owned() } else { words.join(" ") };
    let count = taken.entry(crate::text::lowercase(&name)).or_default();
    *count += 1;
    if *count == 1 { name } else { format!("{name} ({count})") }
}
