//! Whether the site can apply at all, which the readiness questions alone decide: the site and the people to
//! enter are no part of it.

use crate::application::{Answer, Answers, Question};
use crate::rules::finding::{AlternativeRoute, Finding, Place, Severity};
use serde::{Deserialize, Serialize};

/// What the readiness questions come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Eligibility {
    /// Every answer is one to apply with.
    CanApply,
    /// Something known has to be done first.
    NotYet,
    /// The portal is not for this site: another route is.
    AnotherRoute(AlternativeRoute),
    /// It hangs on something that is not answered, not known, or to be checked.
    CannotTell,
}

impl Eligibility {
    /// What `answers` come to, with what the rules found about them.
    pub(super) fn of(answers: &Answers, findings: &[Finding]) -> Self {
        if let Some(route) = findings.iter().find_map(|finding| finding.route) {
            return Eligibility::AnotherRoute(route);
        }
        // Which way to take hangs on these two: without them nothing else decides.
        let decides_the_way = [Question::AlreadyHas, Question::Registered];
        if decides_the_way.iter().any(|question| !is_known(answers, *question)) {
            return Eligibility::CannotTell;
        }
        let outstanding = || findings.iter().filter(|finding| finding.is_outstanding());
        let of_questions = || {
            outstanding().filter_map(|finding| match finding.place {
                Place::Question(question) => Some((question, finding.severity)),
                _ => None,
            })
        };
        let is_undecided = |(question, severity): (Question, Severity)| {
            let decides = question < Question::Proof;
            !answers.is_answered(question)
                || (decides && (severity == Severity::Confirm || answers.are(question, Answer::NotSure)))
        };
        if of_questions().any(|of_question| !is_undecided(of_question)) {
            Eligibility::NotYet
        } else if of_questions().next().is_some() {
            Eligibility::CannotTell
        } else {
            Eligibility::CanApply
        }
    }
}

/// Whether `question` has an answer, and not that nobody is sure.
fn is_known(answers: &Answers, question: Question) -> bool {
    answers.is_answered(question) && !answers.are(question, Answer::NotSure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::Application;
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today};
    use crate::settings::Settings;

    #[track_caller]
    fn comes_to(eligibility: Eligibility, given: &[(Question, Answer)]) {
        let mut application = ready();
        for (question, answer) in given {
            application.answers.set(*question, answer.clone());
        }
        let report = check(&application, &Settings::default(), today());
        assert_eq!(report.eligibility, eligibility, "{given:?}");
    }

    #[test]
    fn nothing_answered_is_nothing_that_can_be_told() {
        let report = check(&Application::default(), &Settings::default(), today());
        assert_eq!(report.eligibility, Eligibility::CannotTell);
    }

    #[test]
    fn right_answers_are_enough_whoever_and_whatever_is_entered_besides() {
        comes_to(Eligibility::CanApply, &[]);
        let mut application = ready();
        application.people.clear();
        application.site = Default::default();
        let report = check(&application, &Settings::default(), today());
        assert_eq!(report.eligibility, Eligibility::CanApply);
    }

    #[test]
    fn what_is_known_to_be_lacking_has_to_be_done_first() {
        for given in [
            (Question::DsptStatus, Answer::NotPublished),
            (Question::DsptStatus, Answer::NotMet),
            (Question::Proof, Answer::Neither),
            (Question::Proof, Answer::NotSure),
        ] {
            comes_to(Eligibility::NotYet, &[given]);
        }
    }

    #[test]
    fn not_to_be_sure_of_what_decides_leaves_it_open() {
        for question in [Question::AlreadyHas, Question::Registered, Question::Funding, Question::DsptStatus]
        {
            comes_to(Eligibility::CannotTell, &[(question, Answer::NotSure)]);
        }
        // Whatever else is known to be lacking.
        for question in [Question::AlreadyHas, Question::Registered] {
            comes_to(
                Eligibility::CannotTell,
                &[(question, Answer::NotSure), (Question::DsptStatus, Answer::NotPublished)],
            );
        }
        comes_to(Eligibility::CannotTell, &[(Question::DsptPublisher, Answer::HeadOffice)]);
    }

    #[test]
    fn a_follow_up_that_is_not_answered_leaves_it_open() {
        comes_to(Eligibility::CannotTell, &[(Question::Proof, Answer::Passcode)]);
    }

    #[test]
    fn each_other_route_is_told_apart() {
        comes_to(
            Eligibility::AnotherRoute(AlternativeRoute::Helpdesk),
            &[(Question::AlreadyHas, Answer::Yes)],
        );
        comes_to(
            Eligibility::AnotherRoute(AlternativeRoute::Feedback),
            &[(Question::Service, Answer::Hospice)],
        );
        comes_to(
            Eligibility::AnotherRoute(AlternativeRoute::ThirdParty),
            &[(Question::Registered, Answer::No)],
        );
    }
}
