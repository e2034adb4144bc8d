use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::SiteBox;
use crate::facts;
use crate::fields::LocationId;
use crate::rules::finding::Place;

pub(super) const ID: &str = "location_id";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The Location ID is that of the site, and not the Provider ID.",
    basis: &[&facts::LOCATION_ID, &facts::LOCATION_ID_PLACE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    one_box::read::<LocationId>(found, Place::Site(SiteBox::LocationId), &case.application.site.location_id);
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
        assert_eq!(typed(""), [Severity::Missing]);
        assert_eq!(typed("https://www.cqc.org.uk/provider/1-101234567"), [Severity::Blocker]);
        assert_eq!(typed("1-12345678"), [Severity::Confirm]);
    }

    #[test]
    fn is_silent_on_each_length_in_use() {
        for text in ["1-123456789", "1-2345678901", "1-12345678901"] {
            assert_eq!(typed(text), [], "{text}");
        }
    }
}
