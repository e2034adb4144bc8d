//! What is checked, one file a rule, and what follows from it.
//!
//! To add a rule: write its file (what it says, on which facts, its check, its tests), then add it
//! to [`RULES`]. It shows on the rules page and beside the boxes it is about by itself.

mod already_has_nhsmail;
mod cqc_registration;
mod dspt_approaching;
mod dspt_head_office;
mod dspt_in_date;
mod dspt_published;
mod email_address;
mod kind_of_service;
mod location_id;
mod mailbox_owner;
mod mailbox_role;
mod mobile_number;
mod number_of_people;
mod ods_code;
mod one_box;
mod organisation_email;
mod passcode_in_time;
mod passcode_route;
mod person_name;
mod postcode;
mod proof_of_site;
mod public_funding;
mod report;
mod same_email;
mod same_mobile;
mod same_name;
mod site_name;
mod unanswered;

#[cfg(test)]
pub(crate) mod bench;

pub use report::{Outcome, Report};

use time::Date;

use crate::application::{Answers, Application, Question};
use crate::facts::Fact;
use crate::finding::Finding;
use crate::settings::Settings;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, that of its file: saved files and tests know the rule by it.
    pub id: &'static str,
    /// What it asks of an application, in a sentence for the rules page.
    pub says: fn(&Settings) -> String,
    /// The facts it stands on; never empty.
    pub basis: &'static [&'static Fact],
    check: fn(&Case) -> Vec<Finding>,
}

/// What a rule may look at.
#[derive(Debug, Clone, Copy)]
struct Case<'a> {
    application: &'a Application,
    settings: &'a Settings,
    today: Date,
}

impl Case<'_> {
    fn answers(&self) -> &Answers {
        &self.application.answers
    }

    /// Whether the provider applies on the portal, as far as the answers go.
    fn is_for_the_portal(&self) -> bool {
        Question::Proof.is_asked(self.answers())
    }
}

/// Every rule, in the order of a provider's journey.
pub static RULES: [&Rule; 26] = [
    &unanswered::RULE,
    &already_has_nhsmail::RULE,
    &kind_of_service::RULE,
    &cqc_registration::RULE,
    &public_funding::RULE,
    &dspt_published::RULE,
    &dspt_in_date::RULE,
    &dspt_approaching::RULE,
    &dspt_head_office::RULE,
    &proof_of_site::RULE,
    &passcode_route::RULE,
    &passcode_in_time::RULE,
    &site_name::RULE,
    &location_id::RULE,
    &postcode::RULE,
    &ods_code::RULE,
    &number_of_people::RULE,
    &person_name::RULE,
    &email_address::RULE,
    &mobile_number::RULE,
    &mailbox_role::RULE,
    &mailbox_owner::RULE,
    &same_email::RULE,
    &same_mobile::RULE,
    &same_name::RULE,
    &organisation_email::RULE,
];

/// Everything there is to say about `application` on the day `today`.
pub fn check(application: &Application, settings: &Settings, today: Date) -> Report {
    let case = Case { application, settings, today };
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| (rule.check)(&case)).collect();
    for finding in &mut findings {
        let given = finding.confirmation.as_ref().is_some_and(|word| application.has_confirmed(word));
        finding.confirmed = given;
    }
    Report::new(findings)
}
