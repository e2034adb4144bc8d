//! What the page asks to see of many sites, and what it is shown.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use crate::intake::named_columns::NamedColumn;
use crate::intake::preview::LeftOutReason;
use crate::rules::finding::Mark;

/// How many sites are shown at a time.
pub const SITES_SHOWN: usize = 25;

/// How many of the commonest problems are shown.
pub const COMMONEST: usize = 10;

/// What a site comes to, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SiteOutcome {
    /// Something has to be mended or added.
    ToMend,
    /// Only a person can say whether something is right.
    ToCheck,
    /// The portal is not for it: another route is.
    AnotherRoute,
    /// Its list is in order.
    Ready,
}

impl SiteOutcome {
    /// Each of them, the worst first.
    pub const ALL: [SiteOutcome; 4] =
        [SiteOutcome::ToMend, SiteOutcome::ToCheck, SiteOutcome::AnotherRoute, SiteOutcome::Ready];

    /// What it is called on screen.
    pub fn label(self) -> &'static str {
        match self {
            SiteOutcome::ToMend => "To mend",
            SiteOutcome::ToCheck => "To check",
            SiteOutcome::AnotherRoute => "Another route",
            SiteOutcome::Ready => "Ready",
        }
    }
}

/// Which sites to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SitesQuery {
    /// Only those that come to this.
    pub outcome: Option<SiteOutcome>,
    /// Only those with this problem.
    pub problem: Option<Problem>,
    /// Only those whose name, code, ID, postcode or file holds this.
    pub search: String,
    /// The first to show, counted from 0 among those.
    pub from: usize,
}

/// Some of the sites.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SitesPage {
    /// [`SITES_SHOWN`] of them, worst first.
    pub sites: Vec<SiteRow>,
    /// How many there are that the query asks for.
    pub count: usize,
    /// The place of the first of them among those.
    pub from: usize,
}

/// One site in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteRow {
    /// What names it in requests.
    pub site: u32,
    /// What it is called.
    pub name: String,
    /// Its ODS code, Location ID and postcode, as they stand in the list.
    pub ods_code: String,
    /// See [`SiteRow::ods_code`].
    pub location_id: String,
    /// See [`SiteRow::ods_code`].
    pub postcode: String,
    /// The file it stands in.
    pub file: String,
    /// How many people are listed.
    pub people: usize,
    /// What it comes to.
    pub outcome: SiteOutcome,
    /// How much is to be mended or added.
    pub to_mend: usize,
    /// How much only a person can say.
    pub to_check: usize,
}

/// All sites in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SitesSummary {
    /// How many sites there are.
    pub sites: usize,
    /// How many of them are ready.
    pub ready: usize,
    /// How many come to each outcome, in the order of [`SiteOutcome::ALL`].
    pub outcomes: [usize; 4],
    /// How many people are listed.
    pub people: usize,
    /// How many rows repeat others of their site, and were left out.
    pub repeated: usize,
    /// How many rows were left out, and why.
    pub left_out: Vec<(LeftOutReason, usize)>,
    /// How often each problem was found that is to be seen to, the commonest first.
    pub problems: Vec<ProblemCount>,
    /// Files that could not be opened, and what to do.
    pub unread: Vec<UnreadFile>,
    /// What there is to say about the files as a whole.
    pub notes: Vec<String>,
    /// What the columns of the files were taken for, each heading once.
    pub columns: Vec<NamedColumn>,
    /// How much memory the people and the sites take beside the files' own rows, in bytes.
    pub memory: usize,
}

/// How common a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemCount {
    /// The problem.
    pub problem: Problem,
    /// How often it was found.
    pub found: usize,
    /// At how many sites.
    pub sites: usize,
}

/// A piece of a file: no more of it is on its way at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePiece {
    /// What the file is called.
    pub name: String,
    /// How many bytes it has in all.
    pub size: usize,
    /// Whether it is whole with this piece.
    pub is_last: bool,
}

/// A file that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadFile {
    /// Its name.
    pub name: String,
    /// Why, and what to do.
    pub why: String,
}

/// One site, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteDetail {
    /// The site.
    pub row: SiteRow,
    /// What there is to say, the gravest first.
    pub findings: Vec<SiteFinding>,
    /// A short email for its manager.
    pub email: String,
}

/// One thing to say about a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteFinding {
    /// What kind of problem it is.
    pub problem: Problem,
    /// What it is to the person who reads it.
    pub mark: Mark,
    /// The number of the row in the file, where it is about one.
    pub row: Option<u32>,
    /// Where that row is among all that were read: rows of two sheets may have one number.
    pub place: Option<u32>,
    /// Who it is about; empty where it is about nobody alone.
    pub person: String,
    /// Which box it is about.
    pub field: String,
    /// What stands there.
    pub found: String,
    /// What to do.
    pub message: String,
}
