use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place, AlternativeRoute};

pub(super) const ID: &str = "cqc_registration";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The site is registered with CQC. Services that are not take another route, called the third-party route.",
    basis: &[&facts::CQC_FIRST],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Question(Question::Registered);
    match case.answers().to(Question::Registered) {
        Some(Answer::No) => {
            let message = "Ask the NHS helpdesk how your site can apply: the portal is for sites registered with CQC.";
            found.blocker(place, message).ask(Ask::Helpdesk).route(AlternativeRoute::ThirdParty);
        }
        Some(Answer::NotSure) => {
            let message = "Look for your site on the CQC website. A site that is registered has a page of its own there.";
            found.blocker(place, message).ask(Ask::Manager);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{answered, found};

    #[test]
    fn fires_when_the_site_is_not_registered_or_may_not_be() {
        let findings = found(ID, |application| application.answers.set(Question::Registered, Answer::No));
        assert_eq!(findings[0].route, Some(AlternativeRoute::ThirdParty));
        assert_eq!(answered(ID, Question::Registered, Answer::NotSure), [Severity::Blocker]);
    }

    #[test]
    fn is_silent_on_a_registered_site() {
        assert_eq!(answered(ID, Question::Registered, Answer::Yes), []);
    }
}
