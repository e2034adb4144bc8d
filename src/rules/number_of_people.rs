use super::found::Found;
use super::{Case, Rule};
use crate::facts;
use crate::rules::finding::Place;

pub(super) const ID: &str = "number_of_people";

pub(super) static RULE: Rule = Rule {
    id: ID,
    says: "{fewest_accounts} to {most_accounts} people are listed for a site.",
    basis: &[&facts::HOW_MANY, &facts::MORE_LATER, &facts::THINK_NOW],
};

pub(super) fn check(case: &Case, found: &mut Found) {
    let (fewest, most) = (case.settings.fewest_accounts, case.settings.most_accounts);
    let listed = case.application.people.len();
    if !case.is_for_the_portal() {
        return;
    }
    if listed == 0 {
        found.missing(Place::People, format!("Add at least {fewest} people."));
    } else if listed < fewest {
        let message = match fewest - listed {
            1 => format!("Add one more person. A site needs at least {fewest}."),
            more => format!("Add {more} more people. A site needs at least {fewest}."),
        };
        found.blocker(Place::People, message);
    } else if listed > most {
        let message = format!(
            "Choose {most} people and remove the others. A site can ask for up to {most} accounts now, and for more later from the NHS helpdesk. You have listed {listed}."
        );
        found.blocker(Place::People, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Answer, Question};
    use crate::rules::finding::Severity;
    use crate::rules::fixtures::{found, severities};

    fn listed(count: usize) -> Vec<Severity> {
        severities(ID, |application| {
            let person = application.people[0].clone();
            application.people = vec![person; count];
        })
    }

    #[test]
    fn fires_below_two_and_above_ten() {
        assert_eq!(listed(0), [Severity::Missing]);
        assert_eq!(listed(1), [Severity::Blocker]);
        assert_eq!(listed(11), [Severity::Blocker]);
    }

    #[test]
    fn is_silent_from_two_to_ten() {
        assert_eq!(listed(2), []);
        assert_eq!(listed(10), []);
    }

    #[test]
    fn is_silent_when_the_helpdesk_is_asked_instead() {
        let findings = found(ID, |application| {
            application.answers.set(Question::AlreadyHas, Answer::Yes);
            application.people.truncate(1);
        });
        assert_eq!(findings, []);
    }
}
