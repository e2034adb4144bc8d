//! What an application comes to, in a sentence, and what there is still to do: the same in every document.

use time::Date;

use crate::application::{AfterBox, Application};
use crate::day::{between, in_words};
use crate::rules::finding::{AlternativeRoute, Finding, Place, Severity};
use crate::rules::{Eligibility, Outcome, Report, passcode_ends};
use crate::settings::Settings;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it is about.
    pub about: String,
    /// What to do.
    pub message: String,
    /// Whom to ask, and how to reach them.
    pub ask: Option<String>,
}

/// What the report comes to, in one sentence.
pub fn verdict(report: &Report) -> String {
    match report.outcome {
        Outcome::Ready => "You are ready to apply for NHSmail on the NHS Portal.".to_owned(),
        Outcome::ReadyOnceDone if report.eligibility == Eligibility::CannotTell => {
            "We cannot tell yet whether you can apply.".to_owned()
        }
        Outcome::ReadyOnceDone => match report.outstanding().count() {
            1 => "You can apply once one thing is done.".to_owned(),
            count => format!("You can apply once {count} things are done."),
        },
        Outcome::AnotherRoute(AlternativeRoute::Helpdesk) => {
            "Ask the NHS helpdesk for your accounts: the NHS Portal is for sites new to NHSmail.".to_owned()
        }
        Outcome::AnotherRoute(AlternativeRoute::Feedback) => {
            "Hospices take another route to NHSmail: write to the NHS.net Connect feedback team.".to_owned()
        }
        Outcome::AnotherRoute(AlternativeRoute::ThirdParty) => {
            "Sites that are not registered with CQC take another route to NHSmail.".to_owned()
        }
    }
}

/// The day by which to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub day: Date,
    /// Whether it is so near that a letter with a new passcode might not come before it.
    pub is_near: bool,
}

impl Deadline {
    /// The deadline in a sentence.
    pub fn in_words(self) -> String {
        format!("Your passcode ends on {}: apply by then.", in_words(self.day))
    }
}

/// The deadline at `today`: `None` where there is no passcode, it has ended and the rules ask for another, or the
/// application is sent.
pub fn deadline(application: &Application, settings: &Settings, today: Date) -> Option<Deadline> {
    let afterwards = &application.afterwards;
    if [AfterBox::Applied, AfterBox::AccountsCame].iter().any(|sent| afterwards.day(*sent).is_some()) {
        return None;
    }
    let day = passcode_ends(&application.answers, settings)?;
    let left = between(today, day);
    let (_, letter) = settings.letter_days;
    let is_issued = left <= i64::from(settings.passcode_days);
    (left >= 0 && is_issued).then_some(Deadline { day, is_near: left <= i64::from(letter) })
}

/// What `finding` asks for, as a thing to do. A question says what to select only on its own page.
pub fn to_do(finding: &Finding) -> &str {
    match (finding.severity, finding.place) {
        (Severity::Missing, Place::Question(_)) => "Answer this question.",
        _ => &finding.message,
    }
}

/// What is still to do before the application, or the request to the helpdesk, can be sent. That
/// the portal is not for this provider is nothing to do: the verdict says so.
pub fn left(report: &Report) -> Vec<&Finding> {
    let is_sent = !matches!(
        report.outcome,
        Outcome::AnotherRoute(AlternativeRoute::Feedback | AlternativeRoute::ThirdParty)
    );
    report.outstanding().filter(|finding| is_sent && finding.route.is_none()).collect()
}

/// The line that stands at the top of every download while something is outstanding.
pub fn warning(report: &Report) -> Option<String> {
    match left(report).len() {
        0 => None,
        1 => Some("Not ready yet: 1 thing is still to do.".to_owned()),
        count => Some(format!("Not ready yet: {count} things are still to do.")),
    }
}

/// The findings that ask for something, as things to do, in the order of the journey.
pub fn actions(application: &Application, report: &Report, settings: &Settings) -> Vec<Action> {
    let action = |finding: &Finding| Action {
        about: finding.place.name(application),
        message: to_do(finding).to_owned(),
        ask: finding.ask.in_words(settings),
    };
    left(report).into_iter().map(action).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Answer, Question};
    use crate::day::TypedDay;
    use crate::documents::reminders::Occasion;
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today, with_passcode};

    fn issued_days_ago(days: i64) -> Option<Deadline> {
        let mut application = with_passcode();
        let day = TypedDay::of(today() - time::Duration::days(days));
        application.answers.set(Question::PasscodeIssued, Answer::Day(day));
        deadline(&application, &Settings::default(), today())
    }

    #[test]
    fn a_deadline_is_near_while_a_new_letter_might_come_too_late() {
        assert!(!issued_days_ago(20).unwrap().is_near);
        assert!(issued_days_ago(21).unwrap().is_near);
        assert!(issued_days_ago(28).unwrap().is_near);
        assert_eq!(
            issued_days_ago(20).unwrap().in_words(),
            "Your passcode ends on 1 December 2026: apply by then."
        );
    }

    #[test]
    fn there_is_no_deadline_without_a_passcode_that_holds() {
        for days in [29, -1] {
            assert_eq!(issued_days_ago(days), None, "{days}");
        }
        assert_eq!(deadline(&ready(), &Settings::default(), today()), None);
    }

    #[test]
    fn whoever_has_applied_has_no_deadline() {
        let mut application = with_passcode();
        application.afterwards.set_day(AfterBox::Applied, &TypedDay::of(today()));
        assert_eq!(deadline(&application, &Settings::default(), today()), None);
    }

    #[test]
    fn result_checklist_and_calendar_have_one_deadline() {
        let (application, settings) = (with_passcode(), Settings::default());
        let deadline = deadline(&application, &settings, today()).unwrap();
        let report = check(&application, &settings, today());
        let checklist = super::super::checklist::checklist(&application, &report, &settings, today());
        assert_eq!(checklist.deadline, Some(deadline.in_words()));
        let reminders = super::super::reminders::reminders(&application, &settings, today());
        let ends = reminders.iter().find(|reminder| reminder.occasion == Occasion::PasscodeEnds).unwrap();
        assert_eq!(ends.day, deadline.day);
    }

    #[test]
    fn nothing_is_promised_to_whoever_has_answered_nothing() {
        let application = Application::default();
        let report = check(&application, &Settings::default(), today());
        assert_eq!(verdict(&report), "We cannot tell yet whether you can apply.");
        let actions = actions(&application, &report, &Settings::default());
        assert_eq!(actions[0].message, "Answer this question.");
    }
}
