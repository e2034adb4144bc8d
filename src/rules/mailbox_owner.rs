use super::found::Found;
use super::{Case, Rule};
use crate::application::MailboxRole;
use crate::facts;
use crate::rules::finding::Place;

pub(super) const ID: &str = "mailbox_owner";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "The shared mailbox has an owner, and better two.",
    basis: &[&facts::OWNER, &facts::TWO_OWNERS],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let people = &case.application.people;
    if people.is_empty() || people.iter().any(|person| person.role.is_none()) {
        return;
    }
    match people.iter().filter(|person| person.role == Some(MailboxRole::Owner)).count() {
        0 => {
            let message = "Make at least one person an owner of the shared mailbox. Two are better.";
            found.blocker(Place::People, message);
        }
        1 if people.len() > 1 => {
            let message = "Think about a second owner of the shared mailbox: if the only owner leaves, the site is locked out.";
            found.hint(Place::People, message);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::severities;

    fn roles(first: Option<MailboxRole>, second: Option<MailboxRole>) -> Vec<Severity> {
        severities(ID, |application| {
            application.people.truncate(2);
            application.people[0].role = first;
            application.people[1].role = second;
        })
    }

    #[test]
    fn fires_without_an_owner_and_hints_at_a_second() {
        let (owner, member) = (Some(MailboxRole::Owner), Some(MailboxRole::Member));
        assert_eq!(roles(member, member), [Severity::Blocker]);
        assert_eq!(roles(owner, member), [Severity::Hint]);
    }

    #[test]
    fn is_silent_with_two_owners_and_while_roles_are_still_open() {
        let owner = Some(MailboxRole::Owner);
        assert_eq!(roles(owner, owner), []);
        assert_eq!(roles(Some(MailboxRole::Member), None), []);
    }
}
