use super::found::Found;
use super::{Case, Rule, one_box};
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
    let (site, place) = (&case.application.site, Place::Site(SiteBox::Name));
    if one_box::holds_secret(found, place, &site.name) {
        return;
    }
    let name = site.value(SiteBox::Name);
    if name.is_empty() {
        found.missing(place, "Enter the name of the home or branch, as CQC has it.");
    }
    one_box::offer_title_case(found, place, &name, site.better_name());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{found, severities};

    #[test]
    fn fires_without_a_name() {
        assert_eq!(severities(ID, |application| application.site.name = " ".into()), [Severity::Missing]);
    }

    #[test]
    fn a_name_in_capitals_or_small_letters_is_offered_in_title_case() {
        let findings = found(ID, |application| application.site.name = "the willows".into());
        assert_eq!(findings[0].severity, Severity::Hint);
        assert_eq!(findings[0].suggestion.as_deref(), Some("The Willows"));
    }

    #[test]
    fn is_silent_on_any_name() {
        assert_eq!(severities(ID, |application| application.site.name = "№ 7".into()), []);
    }
}
