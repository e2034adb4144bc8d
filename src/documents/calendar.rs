//! `nhsmail-reminders.ics`: the days not to miss, for any calendar (RFC 5545).
//!
//! Written by hand: the crates that write calendars bring a clock and random names, and this is one
//! kind of event.

use time::Date;

use crate::application::{Answer, Application, Edition, Question};
use crate::day::after;
use crate::documents::checklist::warning;
use crate::rules::Report;
use crate::settings::Settings;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-reminders.ics";

/// The name of the reminder to publish the toolkit.
const TOOLKIT: &str = "toolkit";

/// A day not to miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The day.
    pub day: Date,
    /// What there is to do on it.
    pub what: String,
    /// Its name within the file: the same reminder keeps it from one file to the next, so that a
    /// calendar moves it rather than adding a second.
    name: &'static str,
}

/// The days not to miss from `today` on, in order: those of the passcode, of the toolkit, of the
/// first sign-in.
pub fn dates(application: &Application, settings: &Settings, today: Date) -> Vec<Reminder> {
    let answers = &application.answers;
    let mut dates: Vec<Reminder> = Vec::new();
    let mut add = |day, name, what: String| {
        if day >= today {
            let place = dates.partition_point(|before| before.day <= day);
            dates.insert(place, Reminder { day, what, name });
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
            add(after(issued, latest), "letter", what);
        }
        let warning = after(issued, settings.passcode_warning_days);
        add(
            warning,
            "passcode-soon",
            "Apply for NHSmail now: the one-time passcode is about to end.".to_owned(),
        );
        let last = after(issued, settings.passcode_days);
        add(
            last,
            "passcode-ends",
            "The one-time passcode ends. After this day, ask for a new one, by post.".to_owned(),
        );
    }
    if Question::DsptStatus.is_asked(answers) {
        let next = match answers.to(Question::DsptEdition) {
            Some(Answer::Edition(edition)) if *edition >= Edition::open_on(today) => edition.last_day(),
            _ => Edition::open_on(today).deadline(),
        };
        add(next, TOOLKIT, "Publish the Data Security and Protection Toolkit again by this day.".to_owned());
    }
    if !matches!(answers.to(Question::Service), Some(Answer::Hospice)) {
        let what = format!(
            "If NHSmail accounts have been created, each person should have signed in and accepted the Acceptable Use Policy: there are {} days for it.",
            settings.policy_days
        );
        add(after(today, settings.policy_days), "first-sign-in", what);
    }
    dates
}

/// The file. While something is outstanding, its first event, on the day it is made, says so.
pub fn ics(application: &Application, report: &Report, settings: &Settings, today: Date) -> Vec<u8> {
    let site = application.site.name.trim();
    let place = if site.is_empty() { String::new() } else { format!("{site}: ") };
    let mut reminders = dates(application, settings, today);
    if let Some(what) = warning(report) {
        reminders.insert(0, Reminder { day: today, what, name: "outstanding" });
    }

    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Caremail checker//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    for Reminder { day, what, name } in &reminders {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{name}-{:016x}@caremail.invalid", fingerprint(application)),
            format!("DTSTAMP:{}T000000Z", stamp(today)),
            format!("DTSTART;VALUE=DATE:{}", stamp(*day)),
            format!("DTEND;VALUE=DATE:{}", stamp(after(*day, 1))),
            format!("SUMMARY:{}", escaped(&format!("{place}{what}"))),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(what)),
            // At nine in the morning; four weeks ahead of what takes weeks.
            format!("TRIGGER:{}", if *name == TOOLKIT { "-P28D" } else { "PT9H" }),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect::<String>().into_bytes()
}

/// A number that tells one site's reminders from another's (FNV-1a over what names the site).
fn fingerprint(application: &Application) -> u64 {
    let site = &application.site;
    let bytes = site.location_id.bytes().chain(site.name.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn stamp(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), u8::from(day.month()), day.day())
}

/// `text` with what has a meaning of its own in a calendar escaped, and control characters out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// One line as the format wants it: never over 75 bytes, what is longer going on behind a space, and
/// no character parted.
fn folded(line: &str) -> String {
    const LONGEST: usize = 75;
    let mut folded = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{TypedDay, in_words};
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today};

    fn with_passcode() -> Application {
        let mut application = ready();
        application.answers.set(Question::Proof, Answer::Passcode);
        application.answers.set(Question::PasscodeRoute, Answer::Post);
        application.answers.set(Question::PasscodeIssued, Answer::Day(TypedDay::of(today())));
        application
    }

    #[test]
    fn a_passcode_has_its_three_days() {
        let dates = dates(&with_passcode(), &Settings::default(), today());
        let day = |name: &str| in_words(dates.iter().find(|reminder| reminder.name == name).unwrap().day);
        assert_eq!(day("letter"), "30 November 2026");
        assert_eq!(day("passcode-soon"), "19 December 2026");
        assert_eq!(day("passcode-ends"), "21 December 2026");
        assert_eq!(day("toolkit"), "30 June 2027");
        assert_eq!(day("first-sign-in"), "23 December 2026");
    }

    #[test]
    fn a_toolkit_published_for_the_open_year_is_due_a_year_later() {
        let mut application = ready();
        application.answers.set(Question::DsptEdition, Answer::Edition("2026-27".parse().unwrap()));
        let dates = dates(&application, &Settings::default(), today());
        let toolkit = dates.iter().find(|reminder| reminder.name == "toolkit").unwrap();
        assert_eq!(in_words(toolkit.day), "30 June 2028");
    }

    #[test]
    fn what_takes_weeks_is_told_weeks_ahead() {
        let report = check(&ready(), &Settings::default(), today());
        let text = String::from_utf8(ics(&ready(), &report, &Settings::default(), today())).unwrap();
        let toolkit = text.split("BEGIN:VEVENT").find(|event| event.contains("UID:toolkit")).unwrap();
        assert!(toolkit.contains("TRIGGER:-P28D"), "{toolkit}");
        assert_eq!(text.matches("TRIGGER:PT9H").count(), 1, "{text}");
    }

    #[test]
    fn no_line_is_longer_than_the_format_allows_and_no_character_is_parted() {
        let mut application = with_passcode();
        application.site.name = "Дом престарелых «Ольха»; the \\ oak, and the 橡树 ".repeat(4);
        let report = check(&application, &Settings::default(), today());
        let text = String::from_utf8(ics(&application, &report, &Settings::default(), today())).unwrap();
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("«Ольха»\\; the \\\\ oak\\, and the 橡树"), "{unfolded}");
    }
}
