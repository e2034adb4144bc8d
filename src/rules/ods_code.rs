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
    basis: &[&facts::ODS_SHAPES, &facts::ODS_LETTERS, &facts::ODS_NEW_SHAPE, &facts::POSTCODE_FINDS_ODS],
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{found, severities};

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
    fn what_looks_alike_is_mended_and_shown() {
        let findings = found(ID, |application| application.site.ods_code = "VM9XO".into());
        assert_eq!(findings[0].repair.as_ref().unwrap().kept, "VM9X0");
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn is_silent_on_a_sites_code() {
        assert_eq!(typed("VM9X7"), []);
        assert_eq!(typed("G7H8J"), []);
    }
}
