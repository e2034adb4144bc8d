//! How often each problem was found.

use super::kept::{KeptPerson, KeptSite};
use super::problem::{PROBLEMS, Problem, ProblemSet};
use crate::intake::site_list::{PersonRead, RowReader};
use crate::rules::finding::{Finding, Mark, Severity};

/// How often each problem that is to be seen to was found.
#[derive(Debug, Clone)]
pub(super) struct Counts([usize; PROBLEMS]);

impl Default for Counts {
    fn default() -> Self {
        Counts([0; PROBLEMS])
    }
}

impl Counts {
    /// Counts one more, at this site too.
    pub fn add(&mut self, site: &mut KeptSite, problem: Problem, severity: Severity) {
        match severity {
            Severity::Blocker | Severity::Missing => site.to_mend += 1,
            Severity::Confirm => site.to_check += 1,
            Severity::Hint => return,
        }
        site.problems.add(problem);
        if let Some(count) = self.0.get_mut(problem.index()) {
            *count += 1;
        }
    }

    /// The same of what a rule found, where it is to be seen to.
    pub fn add_finding(&mut self, site: &mut KeptSite, finding: &Finding) {
        if finding.is_outstanding() {
            self.add(site, Problem::of_rule(&finding.rule), finding.severity);
        }
    }

    /// Counts what there is to say about a row by itself.
    pub fn add_row(&mut self, site: &mut KeptSite, read: &PersonRead) {
        for (problem, severity) in problems_of(read) {
            self.add(site, problem, severity);
        }
    }

    /// Counts no more what was found in rows that repeat others of their site: nobody has to mend what is left out.
    pub fn leave_repeated_out(&mut self, site: &mut KeptSite, people: &[KeptPerson], reader: &RowReader) {
        let read = |person: &KeptPerson| reader.person(person.place, person.number);
        let before = (site.to_mend, site.to_check);
        for read in people.iter().filter(|person| person.facts.is_repeated).filter_map(read) {
            self.take_row_back(site, &read);
        }
        if (site.to_mend, site.to_check) == before {
            return;
        }
        site.problems = ProblemSet::default();
        for read in people.iter().filter(|person| !person.facts.is_repeated).filter_map(read) {
            for (problem, _) in problems_of(&read).filter(|(_, severity)| *severity != Severity::Hint) {
                site.problems.add(problem);
            }
        }
    }

    /// The site still has each problem until it is told anew which it has.
    fn take_row_back(&mut self, site: &mut KeptSite, read: &PersonRead) {
        for (problem, severity) in problems_of(read) {
            match severity {
                Severity::Blocker | Severity::Missing => site.to_mend = site.to_mend.saturating_sub(1),
                Severity::Confirm => site.to_check = site.to_check.saturating_sub(1),
                Severity::Hint => continue,
            }
            if let Some(count) = self.0.get_mut(problem.index()) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// How often this one was found.
    pub fn of(&self, problem: Problem) -> usize {
        self.0.get(problem.index()).copied().unwrap_or_default()
    }
}

/// What is to be seen to in a row by itself.
fn problems_of(read: &PersonRead) -> impl Iterator<Item = (Problem, Severity)> {
    let outstanding = read.findings.iter().filter(|finding| finding.is_outstanding());
    let found = outstanding.map(|finding| (Problem::of_rule(&finding.rule), finding.severity));
    let to_check = read.notes.iter().filter(|note| note.mark == Mark::ToCheck);
    found.chain(to_check.map(|_| (Problem::Reading, Severity::Confirm)))
}
