//! `nhsmail-reminders.ics`: the days not to miss, for any calendar (RFC 5545).
//!
//! Written by hand: the crates that write calendars bring a clock and random names, and this is one
//! kind of event.

use time::Date;

use super::reminders::{Occasion, Reminder, reminders};
use super::summary::warning;
use crate::application::{Application, SiteBox};
use crate::day::after;
use crate::rules::Report;
use crate::settings::Settings;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-reminders.ics";

/// The file. While something is outstanding, its first event, on the day it is made, says so.
pub fn ics(application: &Application, report: &Report, settings: &Settings, today: Date) -> Vec<u8> {
    let site = application.site.value(SiteBox::Name);
    let site = site.as_str();
    let place = if site.is_empty() { String::new() } else { format!("{site}: ") };
    let fingerprint = fingerprint(application);
    let event = |name: &str, day: Date, what: &str, trigger: &str| {
        [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{name}-{fingerprint:016x}@caremail.invalid"),
            format!("DTSTAMP:{}T000000Z", stamp(today)),
            format!("DTSTART;VALUE=DATE:{}", stamp(day)),
            format!("DTEND;VALUE=DATE:{}", stamp(after(day, 1))),
            format!("SUMMARY:{}", escaped(&format!("{place}{what}"))),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(what)),
            format!("TRIGGER:{trigger}"),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]
    };

    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Caremail checker//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    if let Some(what) = warning(report) {
        lines.extend(event("outstanding", today, &what, AT_NINE));
    }
    for Reminder { day, what, occasion } in reminders(application, settings, today) {
        let trigger = if occasion == Occasion::Toolkit { FOUR_WEEKS_AHEAD } else { AT_NINE };
        lines.extend(event(name(occasion), day, &what, trigger));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect::<String>().into_bytes()
}

/// At nine in the morning of the day.
const AT_NINE: &str = "PT9H";
/// For what takes weeks to do.
const FOUR_WEEKS_AHEAD: &str = "-P28D";

/// What an event is known by: it stays from one file to the next, so that a calendar moves the event rather
/// than adding a second.
fn name(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Letter => "letter",
        Occasion::PasscodeSoonEnds => "passcode-soon",
        Occasion::PasscodeEnds => "passcode-ends",
        Occasion::Toolkit => "toolkit",
        Occasion::FirstSignIn => "first-sign-in",
    }
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
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today, with_passcode};

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
