//! What the rules have found so far.

use crate::application::Confirmation;
use crate::fields::Entered;
use crate::rules::finding::{Ask, Finding, Place, Severity};

/// The findings, and the rule that is looking now: what it adds carries its name.
pub(super) struct Found {
    pub rule: &'static str,
    /// How the values that are looked at were entered.
    pub entered: Entered,
    pub findings: Vec<Finding>,
}

impl Found {
    pub fn new(entered: Entered) -> Self {
        Found { rule: "", entered, findings: Vec::new() }
    }

    /// The form would be refused.
    pub fn blocker(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.add(Severity::Blocker, place, message.into())
    }

    /// Nothing is entered yet.
    pub fn missing(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.add(Severity::Missing, place, message.into())
    }

    /// Good to know.
    pub fn hint(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.add(Severity::Hint, place, message.into())
    }

    /// Only a person can say whether `value` is right; `doubt` names what is asked about it.
    pub fn confirm(
        &mut self,
        place: Place,
        (doubt, value): (&str, &str),
        message: impl Into<String>,
    ) -> &mut Finding {
        let word =
            Confirmation { rule: self.rule.to_owned(), doubt: doubt.to_owned(), value: value.to_owned() };
        let finding = self.add(Severity::Confirm, place, message.into());
        finding.confirmation = Some(word);
        finding
    }

    fn add(&mut self, severity: Severity, place: Place, message: String) -> &mut Finding {
        self.findings.push_mut(Finding {
            rule: self.rule.into(),
            severity,
            place,
            message,
            ask: Ask::Yourself,
            route: None,
            repair: None,
            suggestion: None,
            confirmation: None,
            confirmed: false,
            holds_form: !matches!(place, Place::Question(_)),
        })
    }
}
