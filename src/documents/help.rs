//! Where to go with what is left to do: pages of others, which the host's settings name.

use crate::application::{Application, Question, SiteBox};
use crate::fields::OdsCode;
use crate::rules::finding::Place;
use crate::settings::Settings;

/// A page that helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Help {
    /// CQC's search.
    CqcSearch,
    /// The toolkit's search.
    DsptSearch,
    /// Help with the toolkit.
    DsptHelp,
    /// Where to find an ODS code.
    OdsHelp,
    /// The NHS Portal.
    Portal,
}

/// The pages that help with `place`, the best first.
pub fn helps(place: Place) -> &'static [Help] {
    match place {
        Place::Question(Question::Registered) | Place::Site(SiteBox::Name | SiteBox::LocationId) => {
            &[Help::CqcSearch]
        }
        Place::Question(Question::DsptStatus | Question::DsptEdition) => &[Help::DsptSearch, Help::DsptHelp],
        Place::Question(Question::DsptPublisher) => &[Help::DsptSearch],
        Place::Question(Question::Proof | Question::PasscodeIssued) => &[Help::Portal],
        Place::Site(SiteBox::OdsCode) => &[Help::OdsHelp],
        _ => &[],
    }
}

impl Help {
    /// What a link to it says.
    pub fn text(self) -> &'static str {
        match self {
            Help::CqcSearch => "Find your site on the CQC website",
            Help::DsptSearch => "Search the toolkit for your site",
            Help::DsptHelp => "Read how to publish the toolkit",
            Help::OdsHelp => "Read how to find your ODS code",
            Help::Portal => "Go to the NHS Portal",
        }
    }

    /// Its address: of the toolkit's search, what it says of this very site, where its ODS code is known.
    pub fn address(self, application: &Application, settings: &Settings) -> String {
        let links = &settings.links;
        match self {
            Help::CqcSearch => links.cqc_search.clone(),
            Help::DsptSearch => match application.site.ods_code.parse::<OdsCode>() {
                Ok(code) if code.is_site() => format!("{}/{code}", links.dspt_search.trim_end_matches('/')),
                _ => links.dspt_search.clone(),
            },
            Help::DsptHelp => links.dspt_help.clone(),
            Help::OdsHelp => links.ods_help.clone(),
            Help::Portal => links.portal.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    #[test]
    fn the_toolkit_is_searched_for_this_very_site_where_its_code_is_known() {
        let settings = Settings::default();
        let mut application = ready();
        let address = |application: &Application| Help::DsptSearch.address(application, &settings);
        assert!(address(&application).ends_with("/OrganisationSearch/VLLWV"), "{}", address(&application));
        application.site.ods_code = "A1B2".into();
        assert!(address(&application).ends_with("/OrganisationSearch"), "{}", address(&application));
    }
}
