//! The days not to miss, once they are known.

use time::Date;

use crate::application::{Answer, Application, Edition, Question};
use crate::day::after;
use crate::settings::Settings;

/// A day not to miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The day.
    pub day: Date,
    /// What there is to do on it.
    pub what: String,
    /// What it is for.
    pub occasion: Occasion,
}

/// What a reminder is for. There is at most one reminder for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The letter with the one-time passcode is due.
    Letter,
    /// The one-time passcode is about to end.
    PasscodeSoonEnds,
    /// The one-time passcode ends.
    PasscodeEnds,
    /// The toolkit has to be published again.
    Toolkit,
    /// Everyone should have signed in.
    FirstSignIn,
}

/// The days not to miss from `today` on, in order: those of the passcode, of the toolkit, of the
/// first sign-in.
pub fn reminders(application: &Application, settings: &Settings, today: Date) -> Vec<Reminder> {
    let answers = &application.answers;
    let mut reminders: Vec<Reminder> = Vec::new();
    let mut add = |day, occasion, what: String| {
        if day >= today {
            let place = reminders.partition_point(|before| before.day <= day);
            reminders.insert(place, Reminder { day, what, occasion });
        }
    };

    if let Some(Answer::Day(day)) = answers.to(Question::PasscodeIssued)
        && let Ok(issued) = day.parse()
    {
        let (soonest, latest) = settings.letter_days;
        if answers.are(Question::PasscodeRoute, Answer::Post) {
            let what = format!(
                "The letter with the one-time passcode should have come: it takes {soonest} to {latest} days. If it has not, ask the NHS helpdesk on {}.",
                settings.helpdesk_telephone
            );
            add(after(issued, latest), Occasion::Letter, what);
        }
        let warning = after(issued, settings.passcode_warning_days);
        add(
            warning,
            Occasion::PasscodeSoonEnds,
            "Apply for NHSmail now: the one-time passcode is about to end.".to_owned(),
        );
        let last = after(issued, settings.passcode_days);
        add(
            last,
            Occasion::PasscodeEnds,
            "The one-time passcode ends. After this day, ask for a new one, by post.".to_owned(),
        );
    }
    if Question::DsptStatus.is_asked(answers) {
        let next = match answers.to(Question::DsptEdition) {
            Some(Answer::Edition(edition)) if *edition >= Edition::open_on(today) => edition.last_day(),
            _ => Edition::open_on(today).deadline(),
        };
        add(
            next,
            Occasion::Toolkit,
            "Publish the Data Security and Protection Toolkit again by this day.".to_owned(),
        );
    }
    if !matches!(answers.to(Question::Service), Some(Answer::Hospice)) {
        let what = format!(
            "If NHSmail accounts have been created, each person should have signed in and accepted the Acceptable Use Policy: there are {} days for it.",
            settings.policy_days
        );
        add(after(today, settings.policy_days), Occasion::FirstSignIn, what);
    }
    reminders
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::in_words;
    use crate::rules::fixtures::{ready, today, with_passcode};

    fn on(reminders: &[Reminder], occasion: Occasion) -> &Reminder {
        reminders.iter().find(|reminder| reminder.occasion == occasion).unwrap()
    }

    #[test]
    fn a_passcode_has_its_three_days() {
        let reminders = reminders(&with_passcode(), &Settings::default(), today());
        let day = |occasion| in_words(on(&reminders, occasion).day);
        assert_eq!(day(Occasion::Letter), "30 November 2026");
        assert_eq!(day(Occasion::PasscodeSoonEnds), "19 December 2026");
        assert_eq!(day(Occasion::PasscodeEnds), "21 December 2026");
        assert_eq!(day(Occasion::Toolkit), "30 June 2027");
        assert_eq!(day(Occasion::FirstSignIn), "23 December 2026");
    }

    #[test]
    fn a_toolkit_published_for_the_open_year_is_due_a_year_later() {
        let mut application = ready();
        application.answers.set(Question::DsptEdition, Answer::Edition("2026-27".parse().unwrap()));
        let reminders = reminders(&application, &Settings::default(), today());
        assert_eq!(in_words(on(&reminders, Occasion::Toolkit).day), "30 June 2028");
    }
}
