//! How often each problem was found.

use super::kept::KeptSite;
use super::problem::{PROBLEMS, Problem};
use crate::rules::finding::{Finding, Severity};

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

    /// How often this one was found.
    pub fn of(&self, problem: Problem) -> usize {
        self.0.get(problem.index()).copied().unwrap_or_default()
    }
}
