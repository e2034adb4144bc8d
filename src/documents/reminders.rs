//! The days not to miss, once they are known.

use time::Date;

use crate::application::{AfterBox, Answer, Answers, Application, Edition, Question};
use crate::day::{after, between, working_day_before, working_day_from};
use crate::rules::passcode_ends;
use crate::settings::Settings;

/// A day not to miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The day.
    pub day: Date,
    /// What it is called in a calendar, in a few words.
    pub title: &'static str,
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
    /// The reply to the application is due.
    Reply,
    /// Everyone should have accepted the Acceptable Use Policy.
    Policy,
    /// Everyone signs in, again and again: see [`sign_in_days`].
    SignIn,
    /// The toolkit has to be published again.
    Toolkit,
}

/// From one sign-in to the next, in days: whole weeks within the days after which an account is idle, so that
/// it stays on a working day.
pub fn sign_in_days(settings: &Settings) -> u16 {
    match settings.idle_days / 7 * 7 {
        0 => settings.idle_days.max(1),
        weeks => weeks,
    }
}

/// The days not to miss from `today` on, in order.
pub fn reminders(application: &Application, settings: &Settings, today: Date) -> Vec<Reminder> {
    let mut reminders = timeline(application, settings, today);
    reminders.retain(|reminder| reminder.day >= today);
    reminders
}

/// Every day that is known, in order, those that are over too: of the passcode until the application is sent,
/// of the reply until the accounts are there, of the accounts and of the toolkit.
pub fn timeline(application: &Application, settings: &Settings, today: Date) -> Vec<Reminder> {
    let mut reminders = Vec::new();
    let mut add = |occasion, day, title, what| {
        let place = reminders.partition_point(|before: &Reminder| before.day <= day);
        reminders.insert(place, Reminder { day, title, what, occasion });
    };
    let afterwards = &application.afterwards;
    let (applied, came) = (afterwards.day(AfterBox::Applied), afterwards.day(AfterBox::AccountsCame));

    if let Some(issued) = passcode_issued(application)
        && applied.or(came).is_none()
    {
        let (soonest, latest) = settings.letter_days;
        if application.answers.are(Question::PasscodeRoute, Answer::Post) {
            let what = format!(
                "The letter with the one-time passcode should have come: it takes {soonest} to {latest} days. If it has not, ask the NHS helpdesk on {}.",
                settings.helpdesk_telephone
            );
            let day = working_day_from(after(issued, latest));
            add(Occasion::Letter, day, "Has the passcode letter come?", what);
        }
        add(
            Occasion::PasscodeSoonEnds,
            after(issued, settings.passcode_warning_days),
            "Apply for NHSmail now",
            "Apply for NHSmail now: the one-time passcode is about to end.".to_owned(),
        );
        if let Some(last) = passcode_ends(&application.answers, settings) {
            add(
                Occasion::PasscodeEnds,
                last,
                "The one-time passcode ends",
                "The one-time passcode ends. After this day, ask for a new one, by post.".to_owned(),
            );
        }
    }

    let reply = applied.map(|applied| after(applied, settings.reply_hours.div_ceil(24)));
    if let (Some(reply), None) = (reply, came) {
        let what = format!(
            "The reply to your application should have come: it takes up to {} hours. If it has not, phone the NHS helpdesk on {}.",
            settings.reply_hours, settings.helpdesk_telephone
        );
        add(Occasion::Reply, working_day_from(reply), "Has the reply about NHSmail come?", what);
    }
    // Until the accounts come, they are taken to come with the reply.
    if let Some(start) = came.or(reply) {
        let days = settings.policy_days;
        let what = format!(
            "The last day for each person to sign in and accept the Acceptable Use Policy: there are {days} days for it."
        );
        add(Occasion::Policy, after(start, days), "Last day to accept the NHSmail policy", what);
        let (step, idle) = (sign_in_days(settings), settings.idle_days);
        let what = format!(
            "Each person signs in to NHSmail or sends an email, and somebody sends one from the shared mailbox. An account not used for {idle} days becomes inactive. This comes round every {step} days."
        );
        add(Occasion::SignIn, next_sign_in(start, step, today), "Sign in to NHSmail", what);
    }

    let published = afterwards.day(AfterBox::ToolkitPublished);
    if let Some(due) = toolkit_due(&application.answers, published, today) {
        let what = "Publish the Data Security and Protection Toolkit again by this day, or look up that your status still counts.";
        add(Occasion::Toolkit, due, "Publish the toolkit (DSPT) again", what.to_owned());
    }
    reminders
}

fn passcode_issued(application: &Application) -> Option<Date> {
    match application.answers.to(Question::PasscodeIssued)? {
        Answer::Day(day) => day.parse().ok(),
        _ => None,
    }
}

/// The first sign-in from `today` on, of those that come round every `step` days from `start` on.
fn next_sign_in(start: Date, step: u16, today: Date) -> Date {
    let first = working_day_before(after(start, step));
    let late = u64::try_from(between(first, today)).unwrap_or(0);
    let days = late.div_ceil(step.into()).saturating_mul(step.into());
    first.checked_add(time::Duration::days(i64::try_from(days).unwrap_or(0))).unwrap_or(first)
}

/// The day the toolkit is due again: a year after it was published, or the last day of its status, whichever comes
/// first. Sources disagree on which of them ends a status. `None` where there is no status to keep up: the rules say
/// then what to publish before applying.
fn toolkit_due(answers: &Answers, published: Option<Date>, today: Date) -> Option<Date> {
    if !Question::DsptStatus.is_asked(answers)
        || answers.are(Question::DsptStatus, Answer::NotPublished)
        || answers.are(Question::DsptStatus, Answer::NotMet)
    {
        return None;
    }
    let last_day = match answers.to(Question::DsptEdition) {
        Some(Answer::Edition(edition)) if edition.last_day() < today => return None,
        Some(Answer::Edition(edition)) => edition.last_day(),
        _ => Edition::next_deadline(published.map_or(today, |published| published.max(today))),
    };
    Some(published.map_or(last_day, |published| a_year_after(published).min(last_day)))
}

fn a_year_after(day: Date) -> Date {
    // A year after 29 February is 28 February.
    day.replace_year(day.year() + 1).unwrap_or_else(|_| after(day, 365))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{TypedDay, in_words};
    use crate::rules::fixtures::{ready, today, with_passcode};
    use time::Month;

    fn days(application: &Application) -> Vec<(Occasion, String)> {
        let all = timeline(application, &Settings::default(), today());
        all.into_iter().map(|reminder| (reminder.occasion, in_words(reminder.day))).collect()
    }

    fn after_typing(boxes: &[(AfterBox, &str)]) -> Application {
        let mut application = with_passcode();
        for (after_box, day) in boxes {
            application.afterwards.set_day(*after_box, &TypedDay::from_line(day));
        }
        application
    }

    #[track_caller]
    fn check(boxes: &[(AfterBox, &str)], expected: &[(Occasion, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(occasion, day)| (*occasion, (*day).to_owned())).collect();
        assert_eq!(days(&after_typing(boxes)), expected);
    }

    #[test]
    fn a_passcode_has_its_three_days_until_the_application_is_sent() {
        check(
            &[],
            &[
                (Occasion::Letter, "30 November 2026"),
                (Occasion::PasscodeSoonEnds, "19 December 2026"),
                (Occasion::PasscodeEnds, "21 December 2026"),
                (Occasion::Toolkit, "30 June 2027"),
            ],
        );
    }

    #[test]
    fn the_day_of_applying_gives_the_days_of_the_reply_and_of_the_accounts() {
        // A Friday: the reply is asked for on the Monday.
        check(
            &[(AfterBox::Applied, "20/11/2026")],
            &[
                (Occasion::Reply, "23 November 2026"),
                (Occasion::SignIn, "18 December 2026"),
                (Occasion::Policy, "22 December 2026"),
                (Occasion::Toolkit, "30 June 2027"),
            ],
        );
    }

    #[test]
    fn the_day_the_accounts_came_counts_for_more() {
        check(
            &[(AfterBox::Applied, "16/11/2026"), (AfterBox::AccountsCame, "19/11/2026")],
            &[
                (Occasion::SignIn, "17 December 2026"),
                (Occasion::Policy, "19 December 2026"),
                (Occasion::Toolkit, "30 June 2027"),
            ],
        );
    }

    #[test]
    fn long_after_the_accounts_came_the_next_sign_in_is_told_and_what_is_over_stays_in_the_timeline() {
        let application = after_typing(&[(AfterBox::AccountsCame, "5/1/2026")]);
        assert_eq!(days(&application)[0], (Occasion::Policy, "4 February 2026".into()));
        assert_eq!(days(&application)[1], (Occasion::SignIn, "7 December 2026".into()));
        let ahead = reminders(&application, &Settings::default(), today());
        assert!(ahead.iter().all(|reminder| reminder.day >= today()) && ahead.len() == 2, "{ahead:?}");
    }

    #[test]
    fn a_toolkit_is_due_a_year_after_it_was_published_or_on_30_june_whichever_comes_first() {
        let due = |published: &str| {
            let days = days(&after_typing(&[(AfterBox::ToolkitPublished, published)]));
            days.into_iter().find(|(occasion, _)| *occasion == Occasion::Toolkit).unwrap().1
        };
        assert_eq!(due("20/9/2026"), "30 June 2027");
        assert_eq!(due("12/3/2026"), "12 March 2027");
        assert_eq!(due("12/3/2025"), "12 March 2026");
        assert_eq!(due("31/2/2026"), "30 June 2027");
        let of_no_year = toolkit_due(&Answers::default(), Some(leap_day()), leap_day());
        assert_eq!(of_no_year.map(in_words).as_deref(), Some("30 June 2028"));
        assert_eq!(in_words(a_year_after(leap_day())), "28 February 2029");
    }

    #[track_caller]
    fn check_toolkit(today: (i32, Month, u8), answer: (Question, Answer), expected: Option<&str>) {
        let mut application = ready();
        application.answers.set(answer.0, answer.1);
        let today = Date::from_calendar_date(today.0, today.1, today.2).unwrap();
        let due = toolkit_due(&application.answers, None, today).map(in_words);
        assert_eq!(due.as_deref(), expected);
    }

    #[test]
    fn a_toolkit_is_due_by_the_last_day_of_the_status_the_rule_goes_by() {
        let edition = |edition: &str| (Question::DsptEdition, Answer::Edition(edition.parse().unwrap()));
        check_toolkit((2026, Month::June, 30), edition("2024-25"), Some("30 June 2026"));
        check_toolkit((2026, Month::August, 1), edition("2025-26"), Some("30 June 2027"));
        check_toolkit((2026, Month::November, 23), edition("2026-27"), Some("30 June 2028"));
        check_toolkit(
            (2026, Month::August, 1),
            (Question::DsptEdition, Answer::NotSure),
            Some("30 June 2027"),
        );
    }

    #[test]
    fn nobody_is_reminded_to_keep_up_a_status_that_has_ended_or_was_never_reached() {
        let ended = Answer::Edition("2024-25".parse().unwrap());
        check_toolkit((2026, Month::July, 1), (Question::DsptEdition, ended), None);
        for status in [Answer::NotPublished, Answer::NotMet] {
            check_toolkit((2026, Month::August, 1), (Question::DsptStatus, status), None);
        }
    }

    fn leap_day() -> Date {
        Date::from_calendar_date(2028, Month::February, 29).unwrap()
    }

    #[test]
    fn sign_ins_come_round_in_whole_weeks_within_the_days_that_make_an_account_idle() {
        let with = |idle_days| sign_in_days(&Settings { idle_days, ..Settings::default() });
        assert_eq!([1, 6, 7, 29, 30, 60].map(with), [1, 6, 7, 28, 28, 56]);
    }

    #[test]
    fn nothing_is_promised_of_accounts_before_the_day_of_applying_is_known() {
        assert_eq!(days(&ready()), [(Occasion::Toolkit, "30 June 2027".into())]);
    }
}
