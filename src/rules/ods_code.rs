use super::found::Found;
use super::{Case, Rule, one_box};
use crate::application::SiteBox;
use crate::facts;
use crate::fields::OdsCode;
use crate::rules::finding::Place;

pub(super) const ID: &str = "ods_code";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The ODS code is the site’s, and not the head office’s.",
    basis: &[&facts::ODS_SHAPES, &facts::ODS_NEW_SHAPE, &facts::POSTCODE_FINDS_ODS],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let site = &case.application.site;
    let place = Place::Site(SiteBox::OdsCode);
    if site.ods_unknown {
        let message = format!(
            "The portal finds your ODS code from your postcode. If it does not, phone the NHS helpdesk on {}: your site may already have accounts.",
            case.settings.helpdesk_telephone
        );
        found.hint(place, message);
    } else {
        one_box::read::<OdsCode>(found, place, &site.ods_code);
        if site.ods_code.parse().is_ok_and(|code: OdsCode| code.is_site() && code.has_look_alikes()) {
            found.hint(place, "Look twice at each O and 0, I and 1 in this code: they are easily typed for one another.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    fn typed(text: &str) -> Vec<Severity> {
        severities(ID, |application| application.site.ods_code = text.into())
    }

    #[test]
    fn fires_on_nothing_on_a_head_office_and_on_no_code() {
        assert_eq!(typed(""), [Severity::Missing]);
        assert_eq!(typed("A1B2"), [Severity::Confirm]);
        assert_eq!(typed("not a code at all"), [Severity::Blocker]);
    }

    #[test]
    fn a_code_not_known_holds_nobody_up() {
        let unknown = severities(ID, |application| {
            application.site.ods_code = String::new();
            application.site.ods_unknown = true;
        });
        assert_eq!(unknown, [Severity::Hint]);
    }

    #[test]
    fn says_to_look_twice_at_what_looks_alike() {
        assert_eq!(typed("VLLW0"), [Severity::Hint]);
        assert_eq!(typed("V1AAA"), [Severity::Hint]);
    }

    #[test]
    fn is_silent_on_a_sites_code() {
        assert_eq!(typed("VLLWV"), []);
        assert_eq!(typed("G7H8J"), []);
    }
}
