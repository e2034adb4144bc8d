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
mod eligibility;
pub mod finding;
mod found;
mod one_box;
mod report;

#[cfg(test)]
pub(crate) mod fixtures;

pub use eligibility::Eligibility;
pub use passcode_in_time::passcode_ends;
pub use report::{Outcome, Report};

use found::Found;
use time::Date;

use crate::application::{Answers, Application, Person, Question, Site, SiteBox};
use crate::facts::Fact;
use crate::fields::Entered;
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
    ($count:literal rules: $($group:ident { $($rule:ident)* })*) => {
        $($(mod $rule;)*)*

        /// Every rule, in the order of a provider's journey.
        pub static RULES: [&Rule; $count] = [$($(&$rule::RULE),*),*];

        /// The rules of each group, in the order of [`RULES`].
        pub static GROUPS: &[(Group, &[&Rule])] = &[$((Group::$group, &[$(&$rule::RULE),*])),*];

        /// Each rule of [`RULES`] by its id, and what looks for it.
        static CHECKS: [(&str, Check); $count] = [$($(($rule::ID, $rule::check)),*),*];
    };
}

/// What rules are about, as the rules page parts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Whether the site can apply.
    Applying,
    /// The Data Security and Protection Toolkit.
    Toolkit,
    /// The manager's ID and the one-time passcode.
    Proof,
    /// The site.
    Site,
    /// The people, one by one.
    People,
    /// The people beside one another.
    Alike,
}

impl Group {
    /// What it is called.
    pub fn heading(self) -> &'static str {
        match self {
            Group::Applying => "Can you apply?",
            Group::Toolkit => "The Data Security and Protection Toolkit (DSPT)",
            Group::Proof => "The manager’s ID or a passcode",
            Group::Site => "Your site",
            Group::People => "People who need accounts",
            Group::Alike => "People who share something",
        }
    }
}

registry! { 28 rules:
  Applying {
    unanswered
    already_has_nhsmail
    kind_of_service
    cqc_registration
    public_funding
  }
  Toolkit {
    dspt_published
    dspt_in_date
    dspt_approaching
    dspt_head_office
  }
  Proof {
    proof_of_site
    passcode_route
    passcode_in_time
  }
  Site {
    site_name
    location_id
    postcode
    ods_code
  }
  People {
    number_of_people
    works_at_site
    person_name
    email_address
    mobile_number
    mailbox_role
    mailbox_owner
  }
  Alike {
    same_person
    same_email
    same_mobile
    same_name
    organisation_email
  }
}

/// What there is to say about one person's names, email address and mobile number, by themselves and
/// beside these others. Whether they own the mailbox is asked once they are listed.
pub fn check_person(
    person: &Person,
    others: &[Person],
    settings: &Settings,
    entered: Entered,
) -> Vec<Finding> {
    read_person(person, others, settings, entered).1
}

/// The person with each value in its canonical form, trimmed only where it cannot be read; and what
/// [`check_person`] says about them as they are.
pub fn read_person(
    person: &Person,
    others: &[Person],
    settings: &Settings,
    entered: Entered,
) -> (Person, Vec<Finding>) {
    const OF_SEVERAL: [(&str, Check); 2] =
        [(same_email::ID, same_email::check), (same_mobile::ID, same_mobile::check)];

    // Named one by one, so that a program that asks for nothing else does not carry every rule.
    let mut found = Found::new(entered);
    found.rule = person_name::ID;
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
        findings.extend(found_by(&OF_SEVERAL, &case, entered));
        findings.retain(|finding| matches!(finding.place, Place::Person(0, _)));
    }
    (canonical, findings)
}

/// Whether the address of a person, its parts in small letters, looks like that of the home itself.
pub fn is_home_address(local: &str, domain: &str, site: &str, person: &str) -> bool {
    organisation_email::names_the_home(local, domain, site, person)
}

/// What a list has columns for, beside its people: what it has none for is not asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The boxes of the site, in the order of [`SiteBox::ALL`].
    pub boxes: [bool; 4],
    /// Who owns the shared mailbox.
    pub roles: bool,
}

/// What there is to say about a site and its people as a list gives them, but for what [`check_person`] says of each
/// person alone. A list answers no readiness question, so none is asked for.
pub fn check_listed(site: &Site, people: Vec<Person>, asked: Asked, settings: &Settings) -> Vec<Finding> {
    const OF_BOXES: [(SiteBox, (&str, Check)); 4] = [
        (SiteBox::Name, (site_name::ID, site_name::check)),
        (SiteBox::LocationId, (location_id::ID, location_id::check)),
        (SiteBox::Postcode, (postcode::ID, postcode::check)),
        (SiteBox::OdsCode, (ods_code::ID, ods_code::check)),
    ];
    const OF_PEOPLE: [(&str, Check); 6] = [
        (number_of_people::ID, number_of_people::check),
        (same_person::ID, same_person::check),
        (same_email::ID, same_email::check),
        (same_mobile::ID, same_mobile::check),
        (same_name::ID, same_name::check),
        (organisation_email::ID, organisation_email::check),
    ];
    const OF_ROLES: [(&str, Check); 2] =
        [(mailbox_role::ID, mailbox_role::check), (mailbox_owner::ID, mailbox_owner::check)];

    let application = Application { site: site.clone(), people, ..Application::default() };
    // None of these looks at the day.
    let case = Case { application: &application, settings, today: Date::MIN };
    let mut findings = Vec::new();
    for (site_box, check) in OF_BOXES {
        if asked.boxes.get(site_box as usize) == Some(&true) {
            findings.extend(found_by(&[check], &case, Entered::FromList));
        }
    }
    findings.extend(found_by(&OF_PEOPLE, &case, Entered::FromList));
    if asked.roles {
        findings.extend(found_by(&OF_ROLES, &case, Entered::FromList));
    }
    findings
}

/// Everything there is to say about `application` on the day `today`.
pub fn check(application: &Application, settings: &Settings, today: Date) -> Report {
    let case = Case { application, settings, today };
    let mut findings = found_by(&CHECKS, &case, Entered::ByHand);
    for finding in &mut findings {
        finding.confirmed = finding.confirmation.as_ref().is_some_and(|word| application.has_confirmed(word));
    }
    Report::new(findings, &application.answers)
}

/// What these rules find, rule by rule.
fn found_by(rules: &[(&'static str, Check)], case: &Case, entered: Entered) -> Vec<Finding> {
    let mut found = Found::new(entered);
    for (rule, check) in rules {
        found.rule = rule;
        check(case, &mut found);
    }
    found.findings
}
