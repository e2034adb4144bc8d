use super::{Case, Rule};
use crate::application::SiteBox;
use crate::facts;
use crate::finding::{Finding, Place};

const ID: &str = "site_name";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: |_| "The list says which site it is for: one application is made for each site.".to_owned(),
    basis: &[&facts::HOW_MANY],
};

pub(super) fn check(case: &Case) -> Vec<Finding> {
    if case.application.site.name.trim().is_empty() {
        let message = "Enter the name of the home or branch, as CQC has it.";
        return vec![Finding::missing(ID, Place::Site(SiteBox::Name), message)];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::bench::severities;

    #[test]
    fn fires_without_a_name() {
        assert_eq!(severities(ID, |application| application.site.name = " ".into()), [Severity::Missing]);
    }

    #[test]
    fn is_silent_on_any_name() {
        assert_eq!(severities(ID, |application| application.site.name = "№ 7".into()), []);
    }
}
