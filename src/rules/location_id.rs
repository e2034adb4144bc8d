use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::{Answer, Question, SiteBox};
use crate::facts;
use crate::fields::LocationId;
use crate::rules::finding::Place;

pub(super) const ID: &str = "location_id";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The Location ID is that of the site, and not the Provider ID.",
    basis: &[
        &facts::LOCATION_ID,
        &facts::LOCATION_ID_PLACE,
        &facts::PASSCODE_STANDS_IN,
        &facts::LOCATION_ID_ASKED,
    ],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let place = Place::Site(SiteBox::LocationId);
    let typed = &case.application.site.location_id;
    let is_missing = typed.trim().is_empty() && case.is_for_the_portal();
    if is_missing && case.answers().are(Question::Proof, Answer::Passcode) {
        let message = "Look for the Location ID on the CQC website. One page says that your passcode can stand in for it, but the NHS support pages ask for it all the same.";
        found.confirm(place, ("passcode-instead", ""), message);
        return;
    }
    one_box::read::<LocationId>(found, place, typed);
    if is_missing {
        let message = "If you cannot find it, the portal may let you ask for a one-time passcode instead. One page says so, but the NHS support pages ask for the Location ID all the same.";
        found.hint(place, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    fn typed(text: &str) -> Vec<Severity> {
        severities(ID, |application| application.site.location_id = text.into())
    }

    #[test]
    fn fires_on_nothing_on_a_providers_page_and_on_an_odd_length() {
        assert_eq!(typed(""), [Severity::Missing, Severity::Hint]);
        assert_eq!(typed("https://www.cqc.org.uk/provider/1-101234567"), [Severity::Blocker]);
        assert_eq!(typed("1-12345678"), [Severity::Confirm]);
    }

    #[test]
    fn fires_as_a_question_where_a_passcode_may_stand_in() {
        let with_passcode = |location_id: &str| {
            severities(ID, |application| {
                application.answers.set(Question::Proof, Answer::Passcode);
                application.site.location_id = location_id.into();
            })
        };
        assert_eq!(with_passcode(" "), [Severity::Confirm]);
        assert_eq!(with_passcode("1-101"), [Severity::Blocker]);
    }

    #[test]
    fn fires_only_as_missing_where_the_portal_is_not_used() {
        let missing = severities(ID, |application| {
            application.answers.set(Question::AlreadyHas, Answer::Yes);
            application.site.location_id.clear();
        });
        assert_eq!(missing, [Severity::Missing]);
    }

    #[test]
    fn is_silent_on_each_length_in_use() {
        for text in ["1-123456789", "1-2345678901", "1-12345678901"] {
            assert_eq!(typed(text), [], "{text}");
        }
    }
}
