//! `nhsmail-reminders.ics`: the days not to miss, for any calendar (RFC 5545).
//!
//! Written by hand: the crates that write calendars bring a clock and random names, and this is one
//! kind of event.

use time::Date;

use super::reminders::{Occasion, Reminder, reminders, sign_in_days};
use super::summary::warning;
use crate::application::{Application, SiteBox};
use crate::day::{between, working_day_before, working_day_from};
use crate::rules::Report;
use crate::settings::Settings;

/// The name the file is offered under.
pub const FILE_NAME: &str = "nhsmail-reminders.ics";

/// The file. While something is outstanding, its first event, on the day it is made or the Monday after, says so.
/// Each event stands at nine in the morning of its day, in England, and rings then; that of a Saturday or a
/// Sunday rings on the Friday before.
pub fn ics(application: &Application, report: &Report, settings: &Settings, today: Date) -> Vec<u8> {
    let site = application.site.shown_name();
    let site = site.as_str();
    let place = if site.is_empty() { String::new() } else { format!("{site}: ") };
    let fingerprint = fingerprint(application);
    let event = |name: &str, day: Date, title: &str, what: &str, trigger: &str, repeats: Option<u16>| {
        let mut event = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{name}-{fingerprint:016x}@caremail.invalid"),
            format!("DTSTAMP:{}T000000Z", stamp(today)),
            // A calendar that has the event already takes the later file's.
            format!("SEQUENCE:{}", today.to_julian_day()),
            format!("DTSTART;TZID={ZONE}:{}T090000", stamp(day)),
            format!("DTEND;TZID={ZONE}:{}T093000", stamp(day)),
        ];
        event.extend(repeats.map(|days| format!("RRULE:FREQ=DAILY;INTERVAL={days}")));
        event.extend([
            format!("SUMMARY:{}", escaped(&format!("{place}{title}"))),
            format!("DESCRIPTION:{}", escaped(what)),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(title)),
            format!("TRIGGER:{trigger}"),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
        event
    };

    let mut lines: Vec<String> = OPENING.iter().map(|line| (*line).to_owned()).collect();
    if let Some(what) = warning(report) {
        lines.extend(event("outstanding", working_day_from(today), &what, &what, AT_ONCE, None));
    }
    for Reminder { day, title, what, occasion } in reminders(application, settings, today) {
        // For what takes weeks to do, weeks ahead.
        let ahead = if occasion == Occasion::Toolkit { 28 } else { 0 };
        let days = ahead + between(working_day_before(day), day);
        let trigger = if days == 0 { AT_ONCE.to_owned() } else { format!("-P{days}D") };
        let repeats = (occasion == Occasion::SignIn).then(|| sign_in_days(settings));
        lines.extend(event(name(occasion), day, title, &what, &trigger, repeats));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect::<String>().into_bytes()
}

/// When the event begins.
const AT_ONCE: &str = "PT0S";

/// The time that the events are told in.
const ZONE: &str = "Europe/London";

/// What stands above the events: the format, and when the clocks of [`ZONE`] change.
const OPENING: [&str; 22] = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Caremail checker//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T010000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// What an event is known by: it stays from one file to the next, so that a calendar moves the event rather
/// than adding a second.
fn name(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Letter => "letter",
        Occasion::PasscodeSoonEnds => "passcode-soon",
        Occasion::PasscodeEnds => "passcode-ends",
        Occasion::Reply => "reply",
        Occasion::Policy => "policy",
        Occasion::SignIn => "sign-in",
        Occasion::Toolkit => "toolkit",
    }
}

/// A number that tells one site's reminders from another's (FNV-1a): of its Location ID, or else its ODS code, or
/// else its postcode, as CQC or NHS England write it. A name is no part of it: one that is corrected leaves the
/// events what they are.
fn fingerprint(application: &Application) -> u64 {
    let of = [SiteBox::LocationId, SiteBox::OdsCode, SiteBox::Postcode];
    let known = of.into_iter().map(|site_box| application.site.value(site_box));
    let known = known.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    known
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
    use crate::application::AfterBox;
    use crate::day::TypedDay;
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today, with_passcode};

    fn text_of(application: &Application) -> String {
        let report = check(application, &Settings::default(), today());
        String::from_utf8(ics(application, &report, &Settings::default(), today())).unwrap()
    }

    fn event<'a>(text: &'a str, name: &str) -> &'a str {
        text.split("BEGIN:VEVENT").find(|event| event.contains(&format!("UID:{name}-"))).unwrap()
    }

    fn applied_on(day: &str) -> Application {
        let mut application = ready();
        application.afterwards.set_day(AfterBox::Applied, &TypedDay::from_line(day));
        application
    }

    #[test]
    fn what_takes_weeks_is_told_weeks_ahead_and_a_weekends_day_on_the_friday_before() {
        let text = text_of(&with_passcode());
        // 30 June 2027 is a Wednesday, 19 December 2026 a Saturday, 21 December a Monday.
        for (name, trigger) in
            [("toolkit", "-P28D"), ("passcode-soon", "-P1D"), ("passcode-ends", "PT0S"), ("letter", "PT0S")]
        {
            let event = event(&text, name);
            assert!(event.contains(&format!("TRIGGER:{trigger}\r\n")), "{event}");
            assert!(event.contains("T090000\r\n") && event.contains("T093000\r\n"), "{event}");
        }
    }

    #[test]
    fn only_the_sign_in_repeats() {
        let text = text_of(&applied_on("20/11/2026"));
        assert!(event(&text, "sign-in").contains("RRULE:FREQ=DAILY;INTERVAL=28\r\n"), "{text}");
        assert_eq!(text.matches("INTERVAL").count(), 1, "{text}");
    }

    #[test]
    fn an_event_stays_the_same_when_a_name_is_corrected_and_another_sites_is_another() {
        let uids = |application: &Application| -> Vec<String> {
            text_of(application).lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
        };
        let mut application = applied_on("20/11/2026");
        let before = uids(&application);
        assert_eq!(before.len(), 4);
        application.site.name = "Oak House".into();
        application.site.location_id = " 1-2624556588 ".into();
        assert_eq!(uids(&application), before);
        application.site.location_id = "1-2624556589".into();
        assert!(uids(&application).iter().all(|uid| !before.contains(uid)));
    }

    #[test]
    fn no_line_is_longer_than_the_format_allows_and_no_character_is_parted() {
        let mut application = with_passcode();
        application.site.name = "Дом престарелых «Ольха»; the \\ oak, and the 橡树 ".repeat(4);
        let text = text_of(&application);
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("«Ольха»\\; the \\\\ oak\\, and the 橡树"), "{unfolded}");
    }
}
