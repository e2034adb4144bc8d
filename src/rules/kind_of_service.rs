use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place, AlternativeRoute};

pub(super) const ID: &str = "kind_of_service";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Care homes and home care apply on the portal. Hospices take another route.",
    basis: &[&facts::HOSPICES, &facts::FUNDING],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Question(Question::Service);
    match case.answers().to(Question::Service) {
        Some(Answer::Hospice) => {
            let message = "Write to the NHS.net Connect feedback team: hospices do not apply on the portal.";
            found.blocker(place, message).route(AlternativeRoute::Feedback);
        }
        Some(Answer::OtherService) => {
            let message = "Check with the NHS helpdesk that your kind of service can apply on the portal.";
            found.confirm(place, ("may-apply", "other-service"), message).ask(Ask::Helpdesk);
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
    fn fires_on_a_hospice_and_on_an_unusual_service() {
        let findings = found(ID, |application| application.answers.set(Question::Service, Answer::Hospice));
        assert_eq!(findings[0].route, Some(AlternativeRoute::Feedback));
        assert_eq!(answered(ID, Question::Service, Answer::OtherService), [Severity::Confirm]);
    }

    #[test]
    fn is_silent_on_care_homes_home_care_and_councils() {
        for service in [Answer::CareHome, Answer::HomeCare, Answer::CouncilService] {
            assert_eq!(answered(ID, Question::Service, service), []);
        }
    }
}
