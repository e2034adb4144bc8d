//! What is checked, one file a rule, and what follows from it.
//!
//! To add a rule: write its file (what it says, on which facts, its check, its tests), then add it
//! to [`RULES`]. It shows on the rules page and beside the boxes it is about by itself.
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

mod alike;
pub mod finding;
mod found;
mod one_box;
mod report;

#[cfg(test)]
pub(crate) mod fixtures;

pub use report::{Outcome, Report};

use found::Found;
use time::Date;

use crate::application::{Answers, Application, Person, Question};
use crate::facts::Fact;
use crate::rules::finding::{Finding, Place};
use crate::settings::Settings;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, that of its file: saved files and tests know the rule by it.
    pub id: &'static str,
    /// What it asks of an application, in a sentence for the rules page. A name between { and } stands for
    /// that setting.
    pub says: &'static str,
    /// The facts it stands on; never empty.
    pub basis: &'static [&'static Fact],
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

/// Looks for what a rule is about.
type Check = fn(&Case, &mut Found);

/// Names each rule once: its file, its place in [`RULES`], its check in [`CHECKS`]. The two are kept
/// apart so that the page need not load what every rule says in order to check by it.
macro_rules! registry {
    ($count:literal rules: $($rule:ident)*) => {
        $(mod $rule;)*

        /// Every rule, in the order of a provider's journey.
        pub static RULES: [&Rule; $count] = [$(&$rule::RULE),*];

        /// Each rule of [`RULES`] by its id, and what looks for it.
        static CHECKS: [(&str, Check); $count] = [$(($rule::ID, $rule::check)),*];
    };
}

registry! { 26 rules:
    unanswered
    already_has_nhsmail
    kind_of_service
    cqc_registration
    public_funding
    dspt_published
    dspt_in_date
    dspt_approaching
    dspt_head_office
    proof_of_site
    passcode_route
    passcode_in_time
    site_name
    location_id
    postcode
    ods_code
    number_of_people
    person_name
    email_address
    mobile_number
    mailbox_role
    mailbox_owner
    same_email
    same_mobile
    same_name
    organisation_email
}

/// What there is to say about one person's names, email address and mobile number, by themselves and
/// beside these others. Whether they own the mailbox is asked once they are listed.
pub fn check_person(person: &Person, others: &[Person], settings: &Settings) -> Vec<Finding> {
    read_person(person, others, settings).1
}

/// The person with each value in its canonical form, trimmed only where it cannot be read; and what
/// [`check_person`] says about them as they are.
pub fn read_person(person: &Person, others: &[Person], settings: &Settings) -> (Person, Vec<Finding>) {
    const OF_SEVERAL: [(&str, Check); 2] =
        [(same_email::ID, same_email::check), (same_mobile::ID, same_mobile::check)];

    // Named one by one, so that a program that asks for nothing else does not carry every rule.
    let mut found = Found { rule: person_name::ID, ..Found::default() };
    let [first_name, last_name] = person_name::read_person(&mut found, 0, person);
    found.rule = email_address::ID;
    let email = email_address::read_person(&mut found, 0, person);
    found.rule = mobile_number::ID;
    let mobile = mobile_number::read_person(&mut found, 0, person);
    let canonical = Person { first_name, last_name, email, mobile, id: person.id, role: person.role };
    let mut findings = found.findings;
    if !others.is_empty() {
        let people = [std::slice::from_ref(person), others].concat();
        let application = Application { people, ..Application::default() };
        // None of these looks at the day.
        let case = Case { application: &application, settings, today: Date::MIN };
        findings.extend(found_by(&OF_SEVERAL, &case));
        findings.retain(|finding| matches!(finding.place, Place::Person(0, _)));
    }
    (canonical, findings)
}

/// Everything there is to say about `application` on the day `today`.
pub fn check(application: &Application, settings: &Settings, today: Date) -> Report {
    let case = Case { application, settings, today };
    let mut findings = found_by(&CHECKS, &case);
    for finding in &mut findings {
        finding.confirmed = finding.confirmation.as_ref().is_some_and(|word| application.has_confirmed(word));
    }
    Report::new(findings)
}

/// What these rules find, rule by rule.
fn found_by(rules: &[(&'static str, Check)], case: &Case) -> Vec<Finding> {
    let mut found = Found::default();
    for (rule, check) in rules {
        found.rule = rule;
        check(case, &mut found);
    }
    found.findings
}
