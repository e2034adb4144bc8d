use super::found::Found;
use super::{Case, Rule};
use crate::application::SiteBox;
use crate::facts;
use crate::rules::finding::Place;

pub(super) const ID: &str = "site_name";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The list says which site it is for: one application is made for each site.",
    basis: &[&facts::HOW_MANY],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    if case.application.site.name.trim().is_empty() {
        found.missing(Place::Site(SiteBox::Name), "Enter the name of the home or branch, as CQC has it.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    #[test]
    fn fires_without_a_name() {
        assert_eq!(severities(ID, |application| application.site.name = " ".into()), [Severity::Missing]);
    }

    #[test]
    fn is_silent_on_any_name() {
        assert_eq!(severities(ID, |application| application.site.name = "№ 7".into()), []);
    }
}
