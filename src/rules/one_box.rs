//! What follows from reading one box, the same for every field.

use crate::fields::{Doubt, Field, FieldError};
use crate::finding::{Finding, Place};

/// The value in a box, if there is one, and what is to be said about it under the name of `rule`.
pub(super) fn read<F: Field>(rule: &'static str, place: Place, typed: &str) -> (Option<F>, Vec<Finding>) {
    match typed.parse::<F>() {
        Err(error) if error.is_empty() => (None, vec![Finding::missing(rule, place, error.to_string())]),
        Err(error) => (None, vec![Finding::blocker(rule, place, error.to_string())]),
        Ok(value) => {
            let findings = of_value(rule, place, &value);
            (Some(value), findings)
        }
    }
}

fn of_value<F: Field>(rule: &'static str, place: Place, value: &F) -> Vec<Finding> {
    let canonical = value.to_string();
    let mut findings = Vec::new();
    for doubt in value.doubts() {
        let finding = Finding::confirm(rule, place, (doubt.id(), &canonical), doubt.to_string());
        findings.push(Finding { suggestion: doubt.suggestion(), ..finding });
    }
    if let Some(repair) = value.repair().filter(|repair| !repair.is_only_layout()) {
        let finding = Finding::hint(rule, place, repair.to_string());
        findings.push(Finding { repair: Some(repair.clone()), ..finding });
    }
    if let Some(better) = value.suggestion() {
        let message = format!("You may prefer “{better}” to “{canonical}”.");
        findings.push(Finding { suggestion: Some(better), ..Finding::hint(rule, place, message) });
    }
    findings
}
