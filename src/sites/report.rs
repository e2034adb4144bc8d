//! What is taken away from many sites: a report, an email for a manager.

use super::check::SitesCheck;
use super::view::{SiteFinding, SiteRow};
use crate::documents::csv_text;
use crate::rules::finding::Mark;
use crate::settings::Settings;
use crate::text::counted;

/// The columns of a report.
const HEADINGS: [&str; 11] = [
    "Site",
    "ODS code",
    "Location ID",
    "File",
    "Row",
    "Person",
    "Field",
    "Level",
    "Rule",
    "What was found",
    "What to do",
];

/// How many lines of a report are put into words at a time.
const LINES_A_STEP: usize = 2_000;

impl SitesCheck {
    /// Everything there is to do at any site, a line each, worst sites first, as a CSV file. Without `has_details` it
    /// names the site, the row and the rule, and nothing that stands in the row. `progress` hears how many sites are
    /// written, of how many.
    pub fn report_csv(&self, has_details: bool, progress: &mut dyn FnMut(usize, usize)) -> Vec<u8> {
        let mut file = Vec::new();
        self.each_line(has_details, progress, &mut |lines| csv_text::append(&mut file, &lines));
        file
    }

    /// The same as a table, for a workbook.
    pub fn report_table(
        &self,
        has_details: bool,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Vec<Vec<String>> {
        let mut table = Vec::new();
        self.each_line(has_details, progress, &mut |lines| table.extend(lines));
        table
    }

    fn each_line(
        &self,
        has_details: bool,
        progress: &mut dyn FnMut(usize, usize),
        write: &mut dyn FnMut(Vec<Vec<String>>),
    ) {
        let mut lines = vec![HEADINGS.map(str::to_owned).to_vec()];
        for (done, (index, site)) in self.worst_first().enumerate() {
            if site.to_mend + site.to_check > 0 {
                let row = self.row(index, site);
                let findings = self.open(index, site).findings;
                let is_to_do = |finding: &&SiteFinding| is_outstanding(finding.mark);
                lines
                    .extend(findings.iter().filter(is_to_do).map(|finding| line(&row, finding, has_details)));
            }
            if lines.len() >= LINES_A_STEP {
                write(std::mem::take(&mut lines));
                progress(done, self.sites.len());
            }
        }
        write(lines);
        progress(self.sites.len(), self.sites.len());
    }
}

fn is_outstanding(mark: Mark) -> bool {
    matches!(mark, Mark::ToDo | Mark::Missing | Mark::ToCheck)
}

fn line(site: &SiteRow, finding: &SiteFinding, has_details: bool) -> Vec<String> {
    let detail = |text: &str| if has_details { text.to_owned() } else { String::new() };
    vec![
        site.name.clone(),
        site.ods_code.clone(),
        site.location_id.clone(),
        site.file.clone(),
        finding.row.map_or_else(String::new, |row| row.to_string()),
        detail(&finding.person),
        finding.field.clone(),
        finding.mark.label().to_owned(),
        finding.problem.id().to_owned(),
        detail(&finding.found),
        if has_details { finding.message.clone() } else { finding.problem.label().to_owned() },
    ]
}

/// The most lines of an email: a manager reads no more, and the list returned says the rest.
const MOST_LINES: usize = 20;

/// A short email to the manager of a site: what to mend, and where.
pub(super) fn email(site: &SiteRow, findings: &[SiteFinding], settings: &Settings) -> String {
    let to_do: Vec<&SiteFinding> = findings.iter().filter(|finding| is_outstanding(finding.mark)).collect();
    let mut text = format!("Subject: NHSmail list for {}\n\nHello\n\n", site.name);
    if to_do.is_empty() {
        text += &format!("Thank you for the list of {}. Everything in it is in order.\n", site.name);
    } else {
        text += &format!(
            "Thank you for the list of {}. Before you apply for NHSmail, put right {}:\n\n",
            site.name,
            counted(to_do.len(), "thing", "things")
        );
        for finding in to_do.iter().take(MOST_LINES) {
            let row = finding.row.map_or_else(String::new, |row| format!("Row {row}: "));
            text += &format!("- {row}{}\n", finding.message);
        }
        if to_do.len() > MOST_LINES {
            text += &format!("\nThere are {} more.\n", to_do.len() - MOST_LINES);
        }
        text += "\nPlease send the list again once this is done.\n";
    }
    let association = &settings.association;
    text += &format!("\nKind regards\n{}\n{}\n", association.contact_name, association.name);
    text
}
