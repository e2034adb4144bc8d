use super::found::Found;
use super::{Case, Rule};
use crate::application::{Answer, Question};
use crate::facts;
use crate::rules::finding::{Ask, Place};

pub(super) const ID: &str = "works_at_site";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "Where a site has NHSmail already, everyone on the list works at the site, and not in a head office.",
    basis: &[&facts::NOT_TRANSFERRED],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let has_nhsmail = case.answers().are(Question::AlreadyHas, Answer::Yes);
    if has_nhsmail && case.application.people.iter().any(|person| !person.is_empty()) {
        let message = "Check that everyone on the list works at this site. Accounts of head office or HR staff are refused when accounts are moved: ask before you list them.";
        found.confirm(Place::People, ("head-office-staff", ""), message).ask(Ask::Helpdesk);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{answered, severities};

    #[test]
    fn fires_once_where_the_site_has_nhsmail() {
        assert_eq!(answered(ID, Question::AlreadyHas, Answer::Yes), [Severity::Confirm]);
    }

    #[test]
    fn is_silent_on_the_portal_and_without_people() {
        assert_eq!(answered(ID, Question::AlreadyHas, Answer::No), []);
        let without_people = severities(ID, |application| {
            application.answers.set(Question::AlreadyHas, Answer::Yes);
            application.people.clear();
        });
        assert_eq!(without_people, []);
    }
}
