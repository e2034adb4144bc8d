//! What a host may change: who it is, whom to ask, and the values that NHS England may move.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use crate::facts;
use serde::{Deserialize, Serialize};

/// One host's settings, handed down as an argument to everything that needs one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The care association that offers the checker.
    pub association: Association,
    /// The NHS helpdesk's telephone, as it is to be written.
    pub helpdesk_telephone: String,
    /// Fewest accounts a site may ask for.
    pub fewest_accounts: usize,
    /// Most accounts a site may ask for at once.
    pub most_accounts: usize,
    /// Days a one-time passcode is valid, counted from the day of issue.
    pub passcode_days: u16,
    /// Days after the day of issue from which to warn that the passcode is about to end.
    pub passcode_warning_days: u16,
    /// Days a passcode letter takes at the least and at the most.
    pub letter_days: (u16, u16),
    /// Hours a reply to an application may take.
    pub reply_hours: u16,
    /// Days within which to accept the Acceptable Use Policy.
    pub policy_days: u16,
    /// Days without signing in or sending after which an account becomes inactive.
    pub idle_days: u16,
    /// Where to go.
    pub links: Links,
}

/// The care association that offers the checker, and the person to ask there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// Its name.
    pub name: String,
    /// Its page about NHSmail.
    pub page: String,
    /// The person to ask.
    pub contact_name: String,
    /// That person's post.
    pub contact_post: String,
    /// That person's email address.
    pub contact_email: String,
}

/// Pages the checker sends people to. Following one is the person's own doing: the checker itself
/// asks nothing of any of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// The NHS Portal, or the page that leads to its form for social care.
    pub portal: String,
    /// The toolkit's public search. An ODS code can be added after a slash.
    pub dspt_search: String,
    /// Help with the toolkit.
    pub dspt_help: String,
    /// Where to find the ODS code.
    pub ods_help: String,
    /// Where to find a location's page on the CQC website.
    pub cqc_search: String,
    /// The secure email standard, for those who keep their own email.
    pub own_email: String,
    /// The third-party route.
    pub third_party: String,
    /// What a site does once it has accounts, and how more are asked for.
    pub starter_guide: String,
}

impl Default for Settings {
    /// The association whose page the checker grew from, and the facts as last checked.
    fn default() -> Self {
        Settings {
            association: Association {
                name: "Lincolnshire Care Association".into(),
                page: facts::ASSOCIATION_PAGE.address.into(),
                contact_name: "Damon Habbin".into(),
                contact_post: "Digital Project Officer".into(),
                contact_email: "damon.habbin@nhs.net".into(),
            },
            helpdesk_telephone: facts::HELPDESK_TELEPHONE.into(),
            fewest_accounts: facts::FEWEST_ACCOUNTS,
            most_accounts: facts::MOST_ACCOUNTS,
            passcode_days: facts::PASSCODE_DAYS,
            passcode_warning_days: facts::PASSCODE_WARNING_DAYS,
            letter_days: facts::LETTER_DAYS,
            reply_hours: facts::REPLY_HOURS,
            policy_days: facts::POLICY_DAYS,
            idle_days: facts::IDLE_DAYS,
            links: Links {
                portal: facts::REGISTERING.address.into(),
                dspt_search: facts::TOOLKIT.address.into(),
                dspt_help: facts::PUBLISHING_DSPT.address.into(),
                ods_help: facts::FINDING_ODS.address.into(),
                cqc_search: "https://www.cqc.org.uk/search/all".into(),
                own_email: facts::OWN_EMAIL.address.into(),
                third_party: facts::THIRD_PARTY.address.into(),
                starter_guide: facts::STARTER_GUIDE.address.into(),
            },
        }
    }
}
