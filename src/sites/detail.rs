//! One site, opened: everything there is to say about it, in sentences.

use super::across::Across;
use super::check::{SitesCheck, people_of};
use super::kept::{Content, KeptPerson, KeptSite};
use super::problem::{AcrossRule, Problem};
use super::view::{SiteDetail, SiteFinding};
use crate::application::{Application, Person, PersonBox, SiteBox};
use crate::intake::site_list::{PersonRead, SiteList};
use crate::rules;
use crate::rules::finding::{Finding, Mark, Place, Severity};

/// Of a site with more people than this, the first are shown, and compared with each other: what is said of each pair
/// grows faster than the list.
pub(super) const MOST_READ: usize = 500;

/// A site's application, with what there is to say about it.
pub(super) struct Opened {
    pub application: Application,
    pub findings: Vec<SiteFinding>,
}

impl SitesCheck {
    /// The site that requests name `site`, with everything there is to say about it.
    pub fn detail(&self, site: u32) -> Option<SiteDetail> {
        let kept = self.sites.get(site as usize)?;
        let opened = self.open_first(site, kept, MOST_READ);
        let row = self.row(site, kept);
        let email = super::report::email(&row, &opened.findings, &self.settings);
        Some(SiteDetail { row, findings: opened.findings, email })
    }

    /// The site with all of its people.
    pub(super) fn open(&self, index: u32, site: &KeptSite) -> Opened {
        self.open_first(index, site, usize::MAX)
    }

    /// The site as an application, with all of its people.
    #[cfg(feature = "reader")]
    pub(super) fn application_of(&self, site: &KeptSite) -> Application {
        match self.files.get(site.file as usize).map(|file| &file.content) {
            Some(Content::List(list)) => {
                let people = self.read_first(list, site, usize::MAX).into_iter().map(|(_, read)| read.person);
                Application { site: site.site.clone(), people: people.collect(), ..Application::default() }
            }
            Some(Content::Application(application)) => application.as_ref().clone(),
            None => Application::default(),
        }
    }

    fn open_first(&self, index: u32, site: &KeptSite, most: usize) -> Opened {
        let mut opened = match self.files.get(site.file as usize).map(|file| &file.content) {
            Some(Content::List(list)) => self.open_listed(list, site, most),
            Some(Content::Application(application)) => self.open_saved(application),
            None => Opened { application: Application::default(), findings: Vec::new() },
        };
        opened.findings.extend(self.across_of(index, &opened.application));
        opened.findings.sort_by_key(|finding| rank(finding.mark));
        opened
    }

    fn open_saved(&self, application: &Application) -> Opened {
        let report = rules::check(application, &self.settings, self.today);
        let findings = report.findings.iter().map(|finding| told(finding, application, None)).collect();
        Opened { application: application.clone(), findings }
    }

    fn listed(&self, site: &KeptSite) -> impl Iterator<Item = &KeptPerson> {
        people_of(&self.people, site).iter().filter(|person| !person.facts.is_repeated)
    }

    /// The first `most` people of a site of the list, read in full.
    fn read_first(&self, list: &SiteList, site: &KeptSite, most: usize) -> Vec<(&KeptPerson, PersonRead)> {
        let reader = list.row_reader(&self.settings);
        let read = |kept: &KeptPerson| {
            let mut read = reader.person(kept.place, kept.number)?;
            read.person.role = kept.facts.role;
            Some(read)
        };
        self.listed(site).take(most).filter_map(|kept| Some((kept, read(kept)?))).collect()
    }

    fn open_listed(&self, list: &SiteList, site: &KeptSite, most: usize) -> Opened {
        let read = self.read_first(list, site, most);
        let people = read.iter().map(|(_, read)| read.person.clone()).collect();
        let application = Application { site: site.site.clone(), people, ..Application::default() };
        let mut findings = Vec::new();
        for (index, (kept, read)) in read.iter().enumerate() {
            for finding in &read.findings {
                let place = match finding.place {
                    Place::Person(_, person_box) => Place::Person(index, person_box),
                    place => place,
                };
                findings.push(told(&Finding { place, ..finding.clone() }, &application, Some(kept)));
            }
            let notes = read.notes.iter().filter(|note| matches!(note.mark, Mark::ToCheck | Mark::Repaired));
            findings.extend(notes.map(|note| {
                SiteFinding {
                    problem: Problem::Reading,
                    mark: note.mark,
                    row: Some(kept.number),
                    place: Some(kept.place),
                    person: application.call_person(index),
                    field: note
                        .boxes
                        .iter()
                        .map(|person_box| person_box.label())
                        .collect::<Vec<_>>()
                        .join(", "),
                    found: note
                        .boxes
                        .iter()
                        .map(|person_box| read.person.value(*person_box))
                        .collect::<Vec<_>>()
                        .join(" "),
                    message: note.message.clone(),
                }
            }));
        }
        let row_of = |place| match place {
            Place::Person(index, _) => read.get(index).map(|(kept, _)| *kept),
            _ => None,
        };
        // Of the others, the number and the roles count.
        let of_role = |kept: &KeptPerson| Person { role: kept.facts.role, ..Person::default() };
        let compared = application.people.iter().take(MOST_READ).cloned();
        let others = read.iter().skip(MOST_READ).map(|(kept, _)| *kept).chain(self.listed(site).skip(most));
        let people = compared.chain(others.map(of_role)).collect();
        let of_site = rules::check_listed(&site.site, people, list.asked(), &self.settings);
        let is_of_read =
            |finding: &&Finding| !matches!(finding.place, Place::Person(index, _) if index >= read.len());
        findings.extend(
            of_site
                .iter()
                .filter(is_of_read)
                .map(|finding| told(finding, &application, row_of(finding.place))),
        );
        let count = self.listed(site).count();
        if count > most {
            findings.push(SiteFinding {
                problem: Problem::Reading,
                mark: Mark::GoodToKnow,
                row: None,
                place: None,
                person: String::new(),
                field: String::new(),
                found: String::new(),
                message: format!(
                    "Only the first {most} of the {count} people of this site are looked at here. The files you can download have all of them."
                ),
            });
        }
        for (site_box, _) in SiteBox::ALL.into_iter().zip(site.disagree).filter(|(_, disagree)| *disagree) {
            findings.push(SiteFinding {
                problem: Problem::Across(AcrossRule::RowsDisagree),
                mark: Mark::ToDo,
                row: None,
                place: None,
                person: String::new(),
                field: site_box.label().to_owned(),
                found: site.shown(site_box).to_owned(),
                message:
                    "The rows of this site do not agree here. Find the right value and give it in each row."
                        .to_owned(),
            });
        }
        Opened { application, findings }
    }

    /// What the site, and its people, have to do with others.
    fn across_of(&self, index: u32, application: &Application) -> Vec<SiteFinding> {
        let start = self.across.partition_point(|across| across.site < index);
        let own = self.across.iter().skip(start).take_while(|across| across.site == index);
        own.map(|across| self.told_across(across, application)).collect()
    }

    fn told_across(&self, across: &Across, application: &Application) -> SiteFinding {
        let name = |site: u32| match self.sites.get(site as usize) {
            Some(site) if !site.shown(SiteBox::Name).is_empty() => site.shown(SiteBox::Name).to_owned(),
            _ => "another site".to_owned(),
        };
        let other = name(across.other);
        let kept = across.person.and_then(|person| self.people.get(person as usize));
        let person = kept.and_then(|kept| self.person_of(kept, application)).unwrap_or_default();
        let whom = person.full_name();
        let site = self.sites.get(across.site as usize);
        let (field, found, message) = match across.rule {
            AcrossRule::SameEmail => (
                PersonBox::Email.label(),
                person.email.clone(),
                format!("Give {whom} an email address of their own: somebody at {other} has the same one."),
            ),
            AcrossRule::SameMobile => (
                PersonBox::Mobile.label(),
                person.mobile.clone(),
                format!("Give {whom} a mobile number of their own: somebody at {other} has the same one."),
            ),
            AcrossRule::SamePerson if across.is_first => (
                "Person",
                whom.clone(),
                format!("{whom} is listed at {other} too. They get one account, with this site."),
            ),
            AcrossRule::SamePerson => (
                "Person",
                whom.clone(),
                format!(
                    "Take {whom} off this list: they are listed at {other} too, and have one account. Ask the NHS helpdesk to join it to this site’s shared mailbox."
                ),
            ),
            AcrossRule::SameOdsCode => (
                SiteBox::OdsCode.label(),
                site.map_or_else(String::new, |site| site.shown(SiteBox::OdsCode).to_owned()),
                format!(
                    "{other} has this ODS code too. Find out which site it belongs to, and the code of the other."
                ),
            ),
            AcrossRule::HeadOfficeCode => (
                SiteBox::OdsCode.label(),
                site.map_or_else(String::new, |site| site.shown(SiteBox::OdsCode).to_owned()),
                format!(
                    "{other} and other sites have this ODS code too: it may be the head office’s. Find the code of this site."
                ),
            ),
            AcrossRule::SameLocationId => (
                SiteBox::LocationId.label(),
                site.map_or_else(String::new, |site| site.shown(SiteBox::LocationId).to_owned()),
                format!("{other} has this Location ID too. Find this site’s own on the CQC website."),
            ),
            AcrossRule::RowsDisagree => ("", String::new(), String::new()),
        };
        SiteFinding {
            problem: Problem::Across(across.rule),
            mark: if across.severity() == Severity::Hint { Mark::GoodToKnow } else { Mark::ToDo },
            row: kept.map(|kept| kept.number).filter(|number| *number > 0),
            place: kept.map(|kept| kept.place),
            person: whom,
            field: field.to_owned(),
            found,
            message,
        }
    }

    fn person_of(&self, kept: &KeptPerson, application: &Application) -> Option<Person> {
        let site = self.sites.get(kept.site as usize)?;
        match &self.files.get(site.file as usize)?.content {
            Content::Application(_) => application.people.get(kept.place as usize).cloned(),
            Content::List(list) => {
                let reader = list.row_reader(&self.settings);
                reader.person(kept.place, kept.number).map(|read| read.person)
            }
        }
    }
}

fn told(finding: &Finding, application: &Application, kept: Option<&KeptPerson>) -> SiteFinding {
    let (person, field, found) = match finding.place {
        Place::Person(index, person_box) => {
            let person = application.people.get(index);
            let found = finding.repair.as_ref().map(|repair| repair.typed.clone());
            (
                application.call_person(index),
                person_box.label().to_owned(),
                found.or_else(|| person.map(|person| person.value(person_box))).unwrap_or_default(),
            )
        }
        Place::Site(site_box) => {
            (String::new(), site_box.label().to_owned(), application.site.value(site_box))
        }
        place => (String::new(), place.name(application), String::new()),
    };
    SiteFinding {
        problem: Problem::of_rule(&finding.rule),
        mark: finding.mark(),
        row: kept.map(|kept| kept.number).filter(|number| *number > 0),
        place: kept.map(|kept| kept.place),
        person,
        field,
        found,
        message: finding.message.clone(),
    }
}

/// The order in which a site's findings stand, the gravest first.
fn rank(mark: Mark) -> u8 {
    match mark {
        Mark::ToDo => 0,
        Mark::Missing => 1,
        Mark::ToCheck => 2,
        Mark::Repeated => 3,
        Mark::Repaired => 4,
        Mark::Confirmed => 5,
        Mark::Checked => 6,
        Mark::GoodToKnow => 7,
    }
}
