//! Many sites, as they are brought in and once they are checked.

use std::collections::BTreeMap;

use time::Date;

use super::across::{self, Across};
use super::counts::Counts;
use super::grouping::Grouping;
use super::incoming::Incoming;
use super::kept::{Content, KeptFile, KeptPerson, KeptSite};
use super::problem::{AcrossRule, Problem};
use super::verdict;
use super::view::{
    ProblemCount, SITES_SHOWN, SiteOutcome, SiteRow, SitesPage, SitesQuery, SitesSummary, UnreadFile,
};
use crate::application::{Application, SiteBox};
use crate::documents::save;
use crate::intake::named_columns::NamedColumn;
use crate::intake::preview::LeftOutReason;
use crate::intake::site_list::{ListedRow, RowReader, Seen, SiteList};
use crate::json::Json;
use crate::rules;
use crate::rules::Asked;
use crate::rules::finding::Severity;
use crate::settings::Settings;
use crate::text::{counted, lowercase};

/// Many sites.
///
/// ```
/// use caremail::settings::Settings;
/// use caremail::sites::SitesCheck;
/// use time::{Date, Month};
///
/// let today = Date::from_calendar_date(2026, Month::November, 23).unwrap();
/// let mut sites = SitesCheck::new(Settings::default(), today);
/// let list = "Home,Postcode,ODS code,Location ID,Name,Email,Mobile\n\
///     Oak House,LN1 1AA,VLLWV,1-125856395,Anna Smith,anna.smith@example.org,07700 900123\n\
///     Oak House,LN1 1AA,VLLWV,1-125856395,Ben Jones,ben.jones@example.org,07700 900124\n\
///     Elm Court,LN2 2AA,VLLWW,1-125856396,Cleo Ward,cleo.ward@example.org,07700 900125\n";
/// sites.add_list("homes.csv", list.as_bytes().to_vec(), &mut |_, _| ());
/// let summary = sites.finish();
/// assert_eq!((summary.sites, summary.ready, summary.people), (2, 1, 3));
/// ```
pub struct SitesCheck {
    pub(super) settings: Settings,
    pub(super) today: Date,
    pub(super) files: Vec<KeptFile>,
    /// A file of which pieces are still to come.
    pub(super) incoming: Incoming,
    unread: Vec<UnreadFile>,
    pub(super) sites: Vec<KeptSite>,
    pub(super) people: Vec<KeptPerson>,
    pub(super) across: Vec<Across>,
    /// The sites, the worst first.
    order: Vec<u32>,
    pub(super) found: Counts,
    pub(super) left_out: BTreeMap<LeftOutReason, usize>,
    repeated: usize,
    /// What the columns of the files were taken for, each heading once.
    columns: Vec<NamedColumn>,
    /// What a person says that columns are.
    pub(super) chosen_columns: Vec<NamedColumn>,
}

/// How many different columns are shown: a list that was made to do harm has any number.
const MOST_COLUMNS: usize = 100;

impl SitesCheck {
    /// Nothing yet. What hangs on the day is judged for `today`.
    pub fn new(settings: Settings, today: Date) -> Self {
        SitesCheck {
            settings,
            today,
            files: Vec::new(),
            incoming: Incoming::default(),
            unread: Vec::new(),
            sites: Vec::new(),
            people: Vec::new(),
            across: Vec::new(),
            order: Vec::new(),
            found: Counts::default(),
            left_out: BTreeMap::new(),
            repeated: 0,
            columns: Vec::new(),
            chosen_columns: Vec::new(),
        }
    }

    /// Takes these columns for what a person says they are, in every file that is added from now on.
    pub fn choose_columns(&mut self, chosen: Vec<NamedColumn>) {
        self.chosen_columns = chosen;
    }

    /// Adds a file: a saved application, or a list. What it is, is seen in its bytes.
    pub fn add_file<J: Json>(&mut self, name: &str, bytes: Vec<u8>, progress: &mut dyn FnMut(usize, usize)) {
        let is_saved = bytes.trim_ascii_start().starts_with(b"{") && bytes.len() <= save::LARGEST_FILE;
        if is_saved && let Ok(text) = std::str::from_utf8(&bytes) {
            return self.add_saved::<J>(name, text);
        }
        self.add_list(name, bytes, progress);
    }

    /// Adds a list: a workbook, or a text. One that cannot be opened is told of in the summary, and changes nothing
    /// else. `progress` hears how much of the file is read, of how much.
    pub fn add_list(&mut self, name: &str, bytes: Vec<u8>, progress: &mut dyn FnMut(usize, usize)) {
        match SiteList::open(bytes) {
            Ok(mut list) => {
                list.choose_columns(&self.chosen_columns);
                self.take_list(name, list, progress);
            }
            Err(error) => self.add_unread(name, &error.to_string()),
        }
    }

    /// Adds a saved file: each application in it is a site.
    pub fn add_saved<J: Json>(&mut self, name: &str, text: &str) {
        match save::open::<J>(text) {
            Ok(workspace) => {
                for application in workspace.applications() {
                    self.take_application(name, application.clone());
                }
            }
            Err(error) => self.add_unread(name, &error.to_string()),
        }
    }

    /// Tells of a file that could not be opened.
    pub fn add_unread(&mut self, name: &str, why: &str) {
        self.incoming = Incoming::default();
        self.unread.push(UnreadFile { name: name.to_owned(), why: why.to_owned() });
    }

    fn take_list(&mut self, name: &str, list: SiteList, progress: &mut dyn FnMut(usize, usize)) {
        let mut grouping = Grouping::new(&list, name, self.next_file());
        let (settings, mut taking) = self.taking(&mut grouping);
        list.read(settings, |row| taking.take(&row), progress);
        self.keep_list(name, list);
    }

    /// The place of the file that is added next.
    pub(super) fn next_file(&self) -> u32 {
        u32::try_from(self.files.len()).unwrap_or(u32::MAX)
    }

    /// What takes the rows of a list that is grouped so.
    pub(super) fn taking<'a>(&'a mut self, grouping: &'a mut Grouping) -> (&'a Settings, Taking<'a>) {
        let SitesCheck { settings, sites, people, left_out, found, .. } = self;
        (settings, Taking { grouping, sites, people, left_out, found })
    }

    /// Keeps a list whose rows were taken.
    pub(super) fn keep_list(&mut self, name: &str, list: SiteList) {
        for column in list.columns() {
            let is_known = self.columns.iter().any(|known| known.heading == column.heading);
            if !is_known && self.columns.len() < MOST_COLUMNS {
                self.columns.push(column);
            }
        }
        self.files.push(KeptFile { name: name.to_owned(), content: Content::List(Box::new(list)) });
    }

    fn take_application(&mut self, name: &str, application: Application) {
        let file = self.next_file();
        let index = u32::try_from(self.sites.len()).unwrap_or(u32::MAX);
        let mut site = KeptSite::of_site(file, application.site.clone());
        if site.site.name.trim().is_empty() {
            site.site.name = super::grouping::name_of_file(name);
        }
        let report = rules::check(&application, &self.settings, self.today);
        site.has_other_route = matches!(report.outcome, rules::Outcome::AnotherRoute(_));
        for finding in &report.findings {
            self.found.add_finding(&mut site, finding);
        }
        for (place, person) in application.people.iter().enumerate() {
            let kept = KeptPerson::of_person(person, &site.site.name);
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            self.people.push(KeptPerson { site: index, place, ..kept });
        }
        self.sites.push(site);
        self.files
            .push(KeptFile { name: name.to_owned(), content: Content::Application(Box::new(application)) });
    }

    /// Judges each site as a whole and beside the others, once every file is added.
    pub fn finish(&mut self) -> SitesSummary {
        if self.order.is_empty() {
            self.put_people_in_order();
            self.repeated = verdict::leave_out_repeated(&self.sites, &mut self.people);
            self.judge_each();
            self.across = across::found(&self.sites, &self.people);
            for across in &self.across {
                if let Some(site) = self.sites.get_mut(across.site as usize) {
                    self.found.add(site, Problem::Across(across.rule), across.severity());
                }
            }
            let mut order: Vec<u32> = (0..).zip(&self.sites).map(|(index, _)| index).collect();
            order.sort_by_cached_key(|index| {
                let site = self.sites.get(*index as usize);
                site.map(|site| (outcome(site), std::cmp::Reverse((site.to_mend, site.to_check)), *index))
            });
            self.order = order;
        }
        self.summary()
    }

    /// The people of each site one behind the other, in the order of the list.
    fn put_people_in_order(&mut self) {
        if !self.people.is_sorted_by_key(|person| person.site) {
            self.people.sort_by_key(|person| person.site);
        }
        let mut start = 0;
        for run in self.people.chunk_by(|one, other| one.site == other.site) {
            let end = start + u32::try_from(run.len()).unwrap_or(u32::MAX);
            let site = run.first().and_then(|person| self.sites.get_mut(person.site as usize));
            if let Some(site) = site {
                site.people = (start, end);
            }
            start = end;
        }
    }

    fn judge_each(&mut self) {
        let SitesCheck { settings, files, sites, people, found, .. } = self;
        let mut reader: Option<(u32, RowReader)> = None;
        for site in sites {
            let people = people_of(people, site);
            let count = people.iter().filter(|person| !person.facts.is_repeated).count();
            site.count = u32::try_from(count).unwrap_or(u32::MAX);
            // A saved application was judged as it was added.
            let Some(Content::List(list)) = files.get(site.file as usize).map(|file| &file.content) else {
                continue;
            };
            if reader.as_ref().is_none_or(|(file, _)| *file != site.file) {
                reader = Some((site.file, list.row_reader(settings)));
            }
            let Some((_, reader)) = &reader else { continue };
            found.leave_repeated_out(site, people, reader);
            for finding in verdict::of_list(list, reader, site, people, settings) {
                found.add_finding(site, &finding);
            }
            for _ in site.disagree.into_iter().filter(|disagree| *disagree) {
                found.add(site, Problem::Across(AcrossRule::RowsDisagree), Severity::Blocker);
            }
        }
    }

    fn summary(&self) -> SitesSummary {
        let mut summary = SitesSummary {
            sites: self.sites.len(),
            people: self.sites.iter().map(|site| site.count as usize).sum(),
            repeated: self.repeated,
            unread: self.unread.clone(),
            columns: self.columns.clone(),
            notes: self.notes(),
            memory: self.people.capacity() * size_of::<KeptPerson>()
                + self.across.capacity() * size_of::<Across>()
                + self.sites.iter().map(bytes_of_site).sum::<usize>(),
            ..SitesSummary::default()
        };
        for site in &self.sites {
            if let Some(count) = summary.outcomes.get_mut(outcome(site) as usize) {
                *count += 1;
            }
        }
        summary.ready = summary.outcomes.get(SiteOutcome::Ready as usize).copied().unwrap_or_default();
        summary.left_out = self.left_out.iter().map(|(reason, count)| (*reason, *count)).collect();
        summary.left_out.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
        for problem in Problem::all() {
            let found = self.found.of(problem);
            let sites = || self.sites.iter().filter(|site| site.problems.has(problem)).count();
            if found > 0 {
                summary.problems.push(ProblemCount { problem, found, sites: sites() });
            }
        }
        summary.problems.sort_by_key(|count| std::cmp::Reverse(count.found));
        summary
    }

    /// What there is to say about the files as a whole.
    fn notes(&self) -> Vec<String> {
        let lists = || {
            self.files.iter().filter_map(|file| match &file.content {
                Content::List(list) => Some((file, list)),
                Content::Application(_) => None,
            })
        };
        let mut notes = Vec::new();
        let lacking = |is_lacking: &dyn Fn(Asked) -> bool| {
            let count = lists().filter(|(_, list)| is_lacking(list.asked())).count();
            (count > 0).then(|| match (count, self.files.len()) {
                (1, 1) => "This list does not say".to_owned(),
                (count, all) if count == all => "These lists do not say".to_owned(),
                (count, _) => format!("{} not say", counted(count, "list does", "lists do")),
            })
        };
        if let Some(lists) = lacking(&|asked| !asked.roles) {
            notes.push(format!(
                "{lists} who owns the shared mailbox of each site. Each site still has to choose."
            ));
        }
        for (site_box, what) in [
            (SiteBox::LocationId, "the CQC Location ID"),
            (SiteBox::Postcode, "the postcode"),
            (SiteBox::OdsCode, "the ODS code"),
        ] {
            let is_lacking = |asked: Asked| asked.boxes.get(site_box as usize) == Some(&false);
            if let Some(lists) = lacking(&is_lacking) {
                notes.push(format!("{lists} {what} of each site. It was not checked."));
            }
        }
        let cut: Vec<&str> =
            lists().filter(|(_, list)| list.is_cut_short()).map(|(file, _)| file.name.as_str()).collect();
        if !cut.is_empty() {
            notes.push(format!(
                "Only the first part was read of {}. Cut it into smaller files.",
                cut.join(", ")
            ));
        }
        notes
    }

    /// The sites that the query asks for.
    pub fn page(&self, query: &SitesQuery) -> SitesPage {
        let search = lowercase(query.search.trim());
        let is_wanted = |site: &KeptSite| {
            query.outcome.is_none_or(|wanted| outcome(site) == wanted)
                && query.problem.is_none_or(|wanted| site.problems.has(wanted))
                && (search.is_empty() || self.holds(site, &search))
        };
        let mut page = SitesPage { from: query.from, ..SitesPage::default() };
        for index in &self.order {
            let Some(site) = self.sites.get(*index as usize).filter(|site| is_wanted(site)) else { continue };
            if page.count >= query.from && page.sites.len() < SITES_SHOWN {
                page.sites.push(self.row(*index, site));
            }
            page.count += 1;
        }
        page
    }

    fn holds(&self, site: &KeptSite, search: &str) -> bool {
        let of_site = &site.site;
        [&of_site.name, &of_site.ods_code, &of_site.location_id, &of_site.postcode]
            .into_iter()
            .chain(self.files.get(site.file as usize).map(|file| &file.name))
            .any(|text| lowercase(text).contains(search))
    }

    pub(super) fn row(&self, index: u32, site: &KeptSite) -> SiteRow {
        let name = site.shown(SiteBox::Name);
        SiteRow {
            site: index,
            name: if name.is_empty() { "A site without a name".to_owned() } else { name.to_owned() },
            ods_code: site.shown(SiteBox::OdsCode).to_owned(),
            location_id: site.shown(SiteBox::LocationId).to_owned(),
            postcode: site.shown(SiteBox::Postcode).to_owned(),
            file: self.files.get(site.file as usize).map_or_else(String::new, |file| file.name.clone()),
            people: site.count as usize,
            outcome: outcome(site),
            to_mend: site.to_mend as usize,
            to_check: site.to_check as usize,
        }
    }

    /// Each site, the worst first.
    pub(super) fn worst_first(&self) -> impl Iterator<Item = (u32, &KeptSite)> {
        self.order.iter().filter_map(|index| Some((*index, self.sites.get(*index as usize)?)))
    }
}

/// Takes the rows of a list, one by one.
pub(super) struct Taking<'a> {
    grouping: &'a mut Grouping,
    sites: &'a mut Vec<KeptSite>,
    people: &'a mut Vec<KeptPerson>,
    left_out: &'a mut BTreeMap<LeftOutReason, usize>,
    found: &'a mut Counts,
}

impl Taking<'_> {
    pub fn take(&mut self, row: &ListedRow) {
        let is_about_nobody = match &row.seen {
            Seen::LeftOut(LeftOutReason::NothingInColumns) => row.site.iter().all(|text| text.is_empty()),
            Seen::LeftOut(_) => true,
            _ => false,
        };
        if let Seen::LeftOut(reason) = &row.seen
            && is_about_nobody
        {
            *self.left_out.entry(*reason).or_default() += 1;
            return;
        }
        let Some(index) = self.grouping.site_of(row, self.sites) else { return };
        let Some(site) = self.sites.get_mut(index) else { return };
        let mut person = match &row.seen {
            Seen::Plain(person) => KeptPerson::of_plain(person, &site.site.name),
            Seen::Read(read) => {
                self.found.add_row(site, read);
                KeptPerson::of_person(&read.person, &site.site.name)
            }
            // The site alone.
            Seen::LeftOut(_) => return,
        };
        person.site = u32::try_from(index).unwrap_or(u32::MAX);
        (person.place, person.number) = (row.place, row.number);
        self.people.push(person);
    }
}

/// The people of a site.
pub(super) fn people_of<'a>(people: &'a [KeptPerson], site: &KeptSite) -> &'a [KeptPerson] {
    people.get(site.people.0 as usize..site.people.1 as usize).unwrap_or_default()
}

fn bytes_of_site(site: &KeptSite) -> usize {
    let texts = [&site.site.name, &site.site.location_id, &site.site.postcode, &site.site.ods_code];
    size_of::<KeptSite>() + texts.iter().map(|text| text.capacity()).sum::<usize>()
}

pub(super) fn outcome(site: &KeptSite) -> SiteOutcome {
    if site.has_other_route {
        SiteOutcome::AnotherRoute
    } else if site.to_mend > 0 {
        SiteOutcome::ToMend
    } else if site.to_check > 0 {
        SiteOutcome::ToCheck
    } else {
        SiteOutcome::Ready
    }
}
