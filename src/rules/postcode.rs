use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::SiteBox;
use crate::facts;
use crate::fields::Postcode;
use crate::rules::finding::Place;

pub(super) const ID: &str = "postcode";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The postcode is the one registered with CQC, and in England.",
    basis: &[&facts::POSTCODE_FINDS_ODS, &facts::POSTCODE_SHAPE],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    one_box::read::<Postcode>(found, Place::Site(SiteBox::Postcode), &case.application.site.postcode);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    fn typed(text: &str) -> Vec<Severity> {
        severities(ID, |application| application.site.postcode = text.into())
    }

    #[test]
    fn fires_on_nothing_on_no_postcode_and_on_scotland() {
        assert_eq!(typed(""), [Severity::Missing]);
        assert_eq!(typed("QQ1 1AA"), [Severity::Blocker]);
        assert_eq!(typed("EH1 1AA"), [Severity::Confirm]);
    }

    #[test]
    fn is_silent_on_an_english_postcode() {
        assert_eq!(typed("ln11aa"), []);
    }
}
