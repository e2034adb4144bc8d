//! All findings of one application, and the outcome that follows from them.

use super::eligibility::Eligibility;
use crate::application::Answers;
use crate::rules::finding::{AlternativeRoute, Finding, Place, Severity};
use serde::{Deserialize, Serialize};

/// What the checker says of an application.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// What it comes to.
    pub outcome: Outcome,
    /// Whether the site can apply at all, whatever is entered so far about it and its people.
    pub eligibility: Eligibility,
    /// Every finding, in the order of the journey and, at one place, the gravest first.
    pub findings: Vec<Finding>,
}

/// What an application comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Nothing is left to do before applying.
    Ready,
    /// The provider can apply once what is outstanding is done.
    ReadyOnceDone,
    /// The portal is not for this provider: another route is.
    AnotherRoute(AlternativeRoute),
}

impl Report {
    pub(super) fn new(mut findings: Vec<Finding>, answers: &Answers) -> Self {
        findings.sort_by_key(|finding| (finding.place, finding.severity));
        let eligibility = Eligibility::of(answers, &findings);
        Report { outcome: outcome(&findings), eligibility, findings }
    }

    /// The findings about `place`.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.place == place)
    }

    /// What there is to say about `place` beside its value: not that nothing is given there yet, which the value
    /// says, nor what was mended, which is shown once, where it was typed.
    pub fn given_at(&self, place: Place) -> Vec<Finding> {
        let is_said = |finding: &&Finding| finding.severity != Severity::Missing && finding.repair.is_none();
        self.at(place).filter(is_said).cloned().collect()
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
    use crate::fields::Entered;
    use crate::rules::found::Found;

    fn found(rules: impl FnOnce(&mut Found)) -> Vec<Finding> {
        let mut found = Found::new(Entered::ByHand);
        rules(&mut found);
        found.findings
    }

    fn report(findings: Vec<Finding>) -> Report {
        Report::new(findings, &Answers::default())
    }

    #[test]
    fn findings_follow_the_journey() {
        let report = report(found(|found| {
            found.hint(Place::Person(1, PersonBox::Email), "fourth");
            found.hint(Place::Site(SiteBox::OdsCode), "third");
            found.hint(Place::Question(Question::AlreadyHas), "first");
            found.blocker(Place::Site(SiteBox::OdsCode), "second, being graver");
        }));
        let order: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(order, ["first", "second, being graver", "third", "fourth"]);
        assert_eq!(report.outcome, Outcome::ReadyOnceDone);
    }

    #[test]
    fn a_hint_or_a_confirmed_doubt_does_not_hold_anyone_up() {
        let mut findings = found(|found| {
            found.hint(Place::People, "a hint");
            found.confirm(Place::People, ("odd", "value"), "a doubt");
        });
        assert_eq!(report(findings.clone()).outcome, Outcome::ReadyOnceDone);
        findings[1].confirmed = true;
        assert_eq!(report(findings).outcome, Outcome::Ready);
    }

    #[test]
    fn another_route_goes_before_what_is_left_to_do() {
        let findings = found(|found| {
            found.blocker(Place::People, "left to do");
            found.blocker(Place::People, "elsewhere").route(AlternativeRoute::Feedback);
        });
        assert_eq!(report(findings).outcome, Outcome::AnotherRoute(AlternativeRoute::Feedback));
    }
}
