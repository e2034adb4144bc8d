//! What is found at sites, as a kind: a rule of one application, a rule across sites, or how a row was read.

use serde::{Deserialize, Serialize};

use crate::facts::{self, Fact};
use crate::rules::RULES;

/// A kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Problem {
    /// What a rule found, by its place in [`RULES`].
    Rule(u8),
    /// How a row was read needs a person's eye.
    Reading,
    /// Something across sites.
    Across(AcrossRule),
}

/// A rule about more than one site, or more than one row of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AcrossRule {
    /// Rows of one site give different values for one of its boxes.
    RowsDisagree,
    /// Two people at two sites have one email address.
    SameEmail,
    /// Two people at two sites have one mobile.
    SameMobile,
    /// One person stands in the lists of several sites.
    SamePerson,
    /// Sites of different names have one ODS code.
    SameOdsCode,
    /// One ODS code, the head office's, is given for several sites.
    HeadOfficeCode,
    /// Two sites have one Location ID.
    SameLocationId,
}

impl AcrossRule {
    /// Every one of them, in the order of the journey.
    pub const ALL: [AcrossRule; 7] = [
        AcrossRule::RowsDisagree,
        AcrossRule::SameLocationId,
        AcrossRule::SameOdsCode,
        AcrossRule::HeadOfficeCode,
        AcrossRule::SamePerson,
        AcrossRule::SameEmail,
        AcrossRule::SameMobile,
    ];

    /// What it asks of a list, in a sentence for the rules page.
    pub fn says(self) -> &'static str {
        match self {
            AcrossRule::RowsDisagree => "The rows of one site agree about its codes.",
            AcrossRule::SameEmail => "No two people at different sites have the same email address.",
            AcrossRule::SameMobile => "No two people at different sites have the same mobile number.",
            AcrossRule::SamePerson => {
                "List a person who works at more than one site at one of them. They are joined to the mailboxes of the others."
            }
            AcrossRule::SameOdsCode => "No two sites have the same ODS code.",
            AcrossRule::HeadOfficeCode => "The head office’s ODS code is not given for its sites.",
            AcrossRule::SameLocationId => "No two sites have the same Location ID.",
        }
    }

    /// The facts it stands on.
    pub fn basis(self) -> &'static [&'static Fact] {
        static OF_SITES: [&Fact; 1] = [&facts::HOW_MANY];
        static OF_CONTACTS: [&Fact; 2] = [&facts::OF_THEIR_OWN, &facts::NOT_UNIQUE];
        static OF_PEOPLE: [&Fact; 1] = [&facts::JOINERS];
        static OF_CODES: [&Fact; 1] = [&facts::ODS_SHAPES];
        static OF_LOCATIONS: [&Fact; 1] = [&facts::LOCATION_ID];
        match self {
            AcrossRule::RowsDisagree => &OF_SITES,
            AcrossRule::SameEmail | AcrossRule::SameMobile => &OF_CONTACTS,
            AcrossRule::SamePerson => &OF_PEOPLE,
            AcrossRule::SameOdsCode | AcrossRule::HeadOfficeCode => &OF_CODES,
            AcrossRule::SameLocationId => &OF_LOCATIONS,
        }
    }

    fn label(self) -> &'static str {
        match self {
            AcrossRule::RowsDisagree => "Rows of one site disagree",
            AcrossRule::SameEmail => "Same email address at two sites",
            AcrossRule::SameMobile => "Same mobile number at two sites",
            AcrossRule::SamePerson => "Same person at several sites",
            AcrossRule::SameOdsCode => "Same ODS code for two sites",
            AcrossRule::HeadOfficeCode => "Head office’s ODS code",
            AcrossRule::SameLocationId => "Same Location ID for two sites",
        }
    }
}

/// What the problems that a rule finds are called, by the rule's id.
const LABELS: [(&str, &str); 28] = [
    ("unanswered", "Question not answered"),
    ("already_has_nhsmail", "May have NHSmail already"),
    ("kind_of_service", "Another route for this service"),
    ("cqc_registration", "CQC registration"),
    ("public_funding", "Public funding"),
    ("dspt_published", "DSPT not published"),
    ("dspt_in_date", "DSPT out of date"),
    ("dspt_approaching", "DSPT at Approaching Standards"),
    ("dspt_head_office", "DSPT published by the head office"),
    ("proof_of_site", "No manager’s ID or passcode"),
    ("passcode_route", "Passcode by email"),
    ("passcode_in_time", "Passcode out of date"),
    ("site_name", "Site name missing"),
    ("location_id", "Location ID"),
    ("postcode", "Postcode"),
    ("ods_code", "ODS code"),
    ("number_of_people", "Too few or too many people"),
    ("person_name", "Name"),
    ("email_address", "Email address"),
    ("mobile_number", "Mobile number"),
    ("mailbox_role", "Owner or member not chosen"),
    ("mailbox_owner", "No owner of the shared mailbox"),
    ("same_email", "Same email address at one site"),
    ("same_mobile", "Same mobile number at one site"),
    ("same_name", "Same name at one site"),
    ("same_person", "Same person twice at one site"),
    ("works_at_site", "People of the head office"),
    ("organisation_email", "The home’s own email address"),
];

impl Problem {
    /// The problem that the rule `id` finds.
    pub fn of_rule(id: &str) -> Self {
        let place = RULES.iter().position(|rule| rule.id == id).unwrap_or_default();
        Problem::Rule(u8::try_from(place).unwrap_or_default())
    }

    /// Every problem there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let rules = (0..RULES.len()).filter_map(|place| u8::try_from(place).ok()).map(Problem::Rule);
        rules.chain([Problem::Reading]).chain(AcrossRule::ALL.map(Problem::Across))
    }

    /// The id of its rule, as reports name it.
    pub fn id(self) -> &'static str {
        match self {
            Problem::Rule(place) => RULES.get(usize::from(place)).map_or("", |rule| rule.id),
            Problem::Reading => "reading",
            Problem::Across(AcrossRule::RowsDisagree) => "rows_disagree",
            Problem::Across(AcrossRule::SameEmail) => "same_email_at_two_sites",
            Problem::Across(AcrossRule::SameMobile) => "same_mobile_at_two_sites",
            Problem::Across(AcrossRule::SamePerson) => "person_at_several_sites",
            Problem::Across(AcrossRule::SameOdsCode) => "same_ods_code",
            Problem::Across(AcrossRule::HeadOfficeCode) => "head_office_code",
            Problem::Across(AcrossRule::SameLocationId) => "same_location_id",
        }
    }

    /// What it is called on screen.
    pub fn label(self) -> &'static str {
        match self {
            Problem::Rule(_) => {
                let id = self.id();
                LABELS.iter().find(|(rule, _)| *rule == id).map_or(id, |(_, label)| label)
            }
            Problem::Reading => "How a row was read",
            Problem::Across(rule) => rule.label(),
        }
    }

    /// Its place in a [`ProblemSet`].
    pub(super) fn index(self) -> usize {
        match self {
            Problem::Rule(place) => usize::from(place) % OF_RULES,
            Problem::Reading => OF_RULES,
            Problem::Across(rule) => OF_RULES + 1 + rule as usize,
        }
    }
}

/// How many places there are for rules of one application.
const OF_RULES: usize = 48;

/// How many places there are for problems.
pub(super) const PROBLEMS: usize = 64;

/// Kinds of problems, as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ProblemSet(u64);

impl ProblemSet {
    pub fn add(&mut self, problem: Problem) {
        self.0 |= 1 << problem.index();
    }

    pub fn has(self, problem: Problem) -> bool {
        self.0 & (1 << problem.index()) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_problem_has_a_place_an_id_and_a_label_of_its_own() {
        let all: Vec<Problem> = Problem::all().collect();
        let places: HashSet<usize> = all.iter().map(|problem| problem.index()).collect();
        let ids: HashSet<&str> = all.iter().map(|problem| problem.id()).collect();
        let labels: HashSet<&str> = all.iter().map(|problem| problem.label()).collect();
        assert_eq!((places.len(), ids.len(), labels.len()), (all.len(), all.len(), all.len()));
        assert!(places.iter().all(|place| *place < PROBLEMS));
        assert!(RULES.len() < OF_RULES);
        for rule in RULES {
            assert_eq!(Problem::of_rule(rule.id).id(), rule.id);
            assert!(LABELS.iter().any(|(id, _)| *id == rule.id), "{} has a label", rule.id);
        }
    }
}
