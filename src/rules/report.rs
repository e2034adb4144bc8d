//! All findings of one application, and the outcome that follows from them.

use crate::finding::{Finding, Place, Route};

/// What the checker says of an application.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What it comes to.
    pub outcome: Outcome,
    /// Every finding, in the order of the journey and, at one place, the gravest first.
    pub findings: Vec<Finding>,
}

/// What an application comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is left to do before applying.
    Ready,
    /// The provider can apply once what is outstanding is done.
    ReadyOnceDone,
    /// The portal is not for this provider: another route is.
    AnotherRoute(Route),
}

impl Report {
    pub(super) fn new(found: impl IntoIterator<Item = Finding>) -> Self {
        let order = |finding: &Finding| (finding.place, finding.severity);
        let mut findings: Vec<Finding> = Vec::new();
        // Put in place one by one: there are few, and a sort costs the page 5 KB.
        for finding in found {
            let place = findings.partition_point(|before| order(before) <= order(&finding));
            findings.insert(place, finding);
        }
        Report { outcome: outcome(&findings), findings }
    }

    /// The findings about `place`.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.place == place)
    }

    /// The findings that still ask for something before applying.
    pub fn outstanding(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_outstanding())
    }
}

fn outcome(findings: &[Finding]) -> Outcome {
    if let Some(route) = findings.iter().find_map(|finding| finding.route) {
        return Outcome::AnotherRoute(route);
    }
    if findings.iter().any(Finding::is_outstanding) { Outcome::ReadyOnceDone } else { Outcome::Ready }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{PersonBox, Question, SiteBox};

    #[test]
    fn findings_follow_the_journey() {
        let last = Finding::hint("c", Place::Person(1, PersonBox::Email), "c");
        let first = Finding::hint("a", Place::Question(Question::AlreadyHas), "a");
        let middle = Finding::hint("b", Place::Site(SiteBox::OdsCode), "b");
        let graver = Finding::blocker("b", Place::Site(SiteBox::OdsCode), "b");
        let report = Report::new(vec![last.clone(), middle.clone(), first.clone(), graver.clone()]);
        assert_eq!(report.findings, [first, graver, middle, last]);
        assert_eq!(report.outcome, Outcome::ReadyOnceDone);
    }

    #[test]
    fn a_hint_or_a_confirmed_doubt_does_not_hold_anyone_up() {
        let hint = Finding::hint("a", Place::People, "a");
        let doubt = Finding::confirm("b", Place::People, ("odd", "value"), "b");
        let settled = Finding { confirmed: true, ..doubt.clone() };
        assert_eq!(Report::new(vec![hint.clone(), doubt]).outcome, Outcome::ReadyOnceDone);
        assert_eq!(Report::new(vec![hint, settled]).outcome, Outcome::Ready);
    }

    #[test]
    fn another_route_goes_before_what_is_left_to_do() {
        let blocker = Finding::blocker("a", Place::People, "a");
        let elsewhere = Finding::blocker("b", Place::People, "b").route(Route::Feedback);
        let report = Report::new(vec![blocker, elsewhere]);
        assert_eq!(report.outcome, Outcome::AnotherRoute(Route::Feedback));
    }
}
