//! Letters to the NHS helpdesk, filled in from what is known, with a mark where something is still to fill in.
//!
//! [`draft`] makes the letters of [`Letter`], to be sent from the site's shared mailbox once it has one, as [`table`] has
//! them. [`new_accounts`] and [`locked_out`] are for a site that has NHSmail already.

mod leaver;
pub mod locked_out;
pub mod new_accounts;
mod table;

use std::fmt::Write;

pub use self::table::{Asked, LetterEntry, entry};
use crate::application::{
    AfterBox, AfterProblem, Afterwards, Application, Letter, LetterBox, SiteBox, after_problems, wrong_in,
};
use crate::day::in_words;
use crate::fields::LocationId;
use crate::fields::location_id::LocationIdError;
use time::Date;

/// A letter as far as it can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterDraft {
    /// Its subject: one line.
    pub subject: String,
    /// Its text. What is not known is marked there with [`MARK`].
    pub text: String,
    /// What is still to fill in or to look at, in the order of the text.
    pub to_do: Vec<ToDo>,
}

/// Something that a draft still needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// What it is: "Their last day at your site".
    pub label: &'static str,
    /// Where it is typed.
    pub place: LetterPlace,
    /// Whether something stands there that does not look right.
    pub is_there: bool,
}

/// Where a value of a letter is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterPlace {
    /// On the letter's own screen.
    After(AfterBox),
    /// On the site's screen.
    Site(SiteBox),
}

/// What every mark in a draft begins with.
pub const MARK: &str = "[";

/// The boxes about whoever writes, with their labels. The helpdesk answers and calls back there.
pub const REQUESTER: [(AfterBox, &str); 3] = [
    (AfterBox::YourName, "Your name"),
    (AfterBox::YourEmail, "Your email address"),
    (AfterBox::YourTelephone, "Your telephone number"),
];

/// The label of the shared mailbox.
pub const MAILBOX: &str = "Shared mailbox";

/// The draft of `letter`.
pub fn draft(letter: Letter, application: &Application) -> LetterDraft {
    let entry = entry(letter);
    // What works as a password goes into no letter.
    let application = &application.without_secrets();
    let owned = leaver::owned(letter, application).map(|sentence| format!(" {sentence}")).unwrap_or_default();
    let mut drafting =
        Drafting { application, text: format!("Hello,\n\n{}{owned}\n", entry.says), to_do: Vec::new() };
    drafting.heading("About the person");
    let stay = leaver::other_owners(letter, application);
    for asked in entry.asks {
        let source = LetterPlace::After(AfterBox::Of(letter, asked.letter_box));
        // A mailbox that nobody owns locks its site out.
        let leaves_nobody =
            asked.letter_box == LetterBox::NextOwner && stay.as_ref().is_some_and(Vec::is_empty);
        drafting.line(asked.in_letter, asked.name(), source, asked.is_needed || leaves_nobody);
    }
    drafting.heading("Our site");
    for site_box in SiteBox::ALL {
        drafting.line(site_box.label(), site_box.label(), LetterPlace::Site(site_box), true);
    }
    drafting.line(MAILBOX, MAILBOX, LetterPlace::After(AfterBox::Mailbox), true);
    drafting.heading("Who is asking");
    for ((after_box, label), in_letter) in
        REQUESTER.into_iter().zip(["Name", "Email address", "Telephone number"])
    {
        drafting.line(in_letter, label, LetterPlace::After(after_box), true);
    }
    drafting.text.push_str("\nThank you\n");
    let site = in_one_line(&application.site.shown_name());
    let subject =
        if site.is_empty() { entry.subject.to_owned() } else { format!("{}: {site}", entry.subject) };
    LetterDraft { subject, text: drafting.text, to_do: drafting.to_do }
}

/// What cannot be right in the boxes of `letter`, in the order of its screen.
pub fn letter_problems(letter: Letter, afterwards: &Afterwards, today: Date) -> Vec<AfterProblem> {
    let asked = entry(letter).asks.iter().map(|asked| (AfterBox::Of(letter, asked.letter_box), asked.name()));
    let boxes = asked.chain(REQUESTER).chain([(AfterBox::Mailbox, MAILBOX)]);
    after_problems(boxes, afterwards, today)
}

/// `text` with one space for every run of white space, line breaks and other control characters.
pub(super) fn in_one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A link that opens the letter in the person's own mail program, addressed to `to` (RFC 6068).
pub fn mailto(to: &str, draft: &LetterDraft) -> String {
    let text = draft.text.replace('\n', "\r\n");
    format!("mailto:{}?subject={}&body={}", encoded(to, "@"), encoded(&draft.subject, ""), encoded(&text, ""))
}

struct Drafting<'a> {
    application: &'a Application,
    text: String,
    to_do: Vec<ToDo>,
}

/// What is known of a value.
enum Known {
    Nothing,
    Doubtful(String),
    Sure(String),
}

impl Drafting<'_> {
    fn heading(&mut self, text: &str) {
        let _ = write!(self.text, "\n{text}\n");
    }

    fn line(&mut self, in_letter: &str, label: &'static str, place: LetterPlace, is_needed: bool) {
        let (value, is_there) = match self.known(place) {
            Known::Sure(value) => {
                let _ = writeln!(self.text, "{in_letter}: {value}");
                return;
            }
            Known::Nothing if !is_needed => return,
            Known::Nothing => (format!("{MARK}fill this in]"), false),
            Known::Doubtful(value) => (format!("{value} {MARK}check this]"), true),
        };
        let _ = writeln!(self.text, "{in_letter}: {value}");
        self.to_do.push(ToDo { label, place, is_there });
    }

    fn known(&self, place: LetterPlace) -> Known {
        let Application { site, afterwards, .. } = self.application;
        let typed = match place {
            LetterPlace::Site(site_box) => site.value(site_box),
            LetterPlace::After(after_box) if after_box.is_day() => match afterwards.day(after_box) {
                Some(day) => in_words(day),
                None => afterwards.value(after_box).replace('/', " "),
            },
            LetterPlace::After(after_box) => afterwards.value(after_box).to_owned(),
        };
        let typed = in_one_line(&typed);
        // It works as a password, and goes no further than the box.
        if typed.parse::<LocationId>() == Err(LocationIdError::ManagerId) {
            return Known::Nothing;
        }
        match place {
            LetterPlace::After(AfterBox::Mailbox) if typed.is_empty() => {
                site.likely_mailbox().map_or(Known::Nothing, Known::Doubtful)
            }
            _ if typed.is_empty() => Known::Nothing,
            LetterPlace::After(after_box) if wrong_in(after_box, afterwards).is_some() => {
                Known::Doubtful(typed)
            }
            _ => Known::Sure(typed),
        }
    }
}

/// `text` as part of an address: all but letters, digits, `-._~` and what is in `also` by their bytes.
fn encoded(text: &str, also: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || also.contains(c) {
            encoded.push(c);
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;
    use crate::settings::Settings;

    fn known(letter: Letter) -> Application {
        let mut application = ready();
        let mut set = |after_box, text: &str| application.afterwards.set(after_box, text.into());
        set(AfterBox::Mailbox, "care.vllwv@nhs.net");
        set(AfterBox::YourName, "Ruth Okoro");
        set(AfterBox::YourEmail, "ruth.okoro@nhs.net");
        set(AfterBox::YourTelephone, "01522 900123");
        for asked in entry(letter).asks {
            let text = match asked.letter_box {
                LetterBox::NhsEmail => "anna.smith@nhs.net",
                LetterBox::OwnEmail => "anna@example.org",
                LetterBox::Mobile => "07700 900123",
                LetterBox::From | LetterBox::Until => "4 December 2026",
                LetterBox::Name | LetterBox::OwnerBefore => "Anna Smith",
                LetterBox::NextOwner => "Ben Jones",
            };
            set(AfterBox::Of(letter, asked.letter_box), text);
        }
        application
    }

    #[test]
    fn every_letter_says_what_the_helpdesk_needs_and_leaves_nothing_to_fill_in() {
        for letter in Letter::ALL {
            let LetterDraft { subject, text, to_do } = draft(letter, &known(letter));
            assert_eq!(to_do, [], "{text}");
            assert!(!text.contains(MARK), "{text}");
            assert!(subject.ends_with(": Oak House Care Home"), "{subject}");
            for told in [
                "ODS code: VLLWV",
                "CQC Location ID: 1-2624556588",
                "Shared mailbox: care.vllwv@nhs.net",
                "Name: Anna Smith",
                "Name: Ruth Okoro",
                "Email address: ruth.okoro@nhs.net",
                "Telephone number: 01522 900123",
            ] {
                assert!(text.contains(told), "{letter:?} {told}: {text}");
            }
        }
    }

    #[test]
    fn the_days_of_the_host_stand_where_a_letter_says_days() {
        let settings = Settings { idle_days: 45, ..Settings::default() };
        assert!(entry(Letter::Restore).when(&settings).starts_with("Within 45 days of"));
        assert!(Letter::ALL.iter().all(|letter| !entry(*letter).when(&settings).contains(['{', '}'])));
    }

    #[test]
    fn what_is_not_known_is_marked_and_listed() {
        for letter in Letter::ALL {
            let LetterDraft { text, to_do, .. } = draft(letter, &Application::default());
            assert_eq!(text.matches("[fill this in]").count(), to_do.len(), "{text}");
            let needed = entry(letter).asks.iter().filter(|asked| asked.is_needed).count();
            assert_eq!(to_do.len(), needed + 4 + 1 + 3, "{to_do:?}");
        }
    }

    #[test]
    fn a_likely_mailbox_and_what_does_not_look_right_are_to_be_checked() {
        let mut application = known(Letter::Leaver);
        application.afterwards.set(AfterBox::Mailbox, String::new());
        application.afterwards.set(AfterBox::YourTelephone, "01522".into());
        let nhs = AfterBox::Of(Letter::Leaver, LetterBox::NhsEmail);
        application.afterwards.set(nhs, "anna@example.org".into());
        let LetterDraft { text, to_do, .. } = draft(Letter::Leaver, &application);
        for marked in
            ["care.vllwv@nhs.net [check this]", "01522 [check this]", "anna@example.org [check this]"]
        {
            assert!(text.contains(marked), "{text}");
        }
        assert!(to_do.iter().all(|to_do| to_do.is_there) && to_do.len() == 3, "{to_do:?}");
    }

    #[test]
    fn a_day_is_written_in_words_and_one_that_is_none_is_to_be_checked() {
        let mut application = known(Letter::Leaver);
        let last = AfterBox::Of(Letter::Leaver, LetterBox::From);
        application.afterwards.set(last, "4/12/2026".into());
        let text = draft(Letter::Leaver, &application).text;
        assert!(text.contains("Last day at our site: 4 December 2026\n"), "{text}");
        application.afterwards.set(last, "31/09/2026".into());
        let LetterDraft { text, to_do, .. } = draft(Letter::Leaver, &application);
        assert!(text.contains("Last day at our site: 31 09 2026 [check this]"), "{text}");
        assert_eq!(to_do[0].label, "Their last day at your site");
        let told = letter_problems(Letter::Leaver, &application.afterwards, crate::rules::fixtures::today());
        let told: Vec<&str> = told.iter().map(|problem| problem.summary.as_str()).collect();
        assert_eq!(told, ["Their last day at your site: Enter a real date, like 27 3 2026."]);
    }

    #[test]
    fn what_is_typed_stays_one_line_of_the_letter_and_of_the_link() {
        let mut application = known(Letter::Joiner);
        application.site.name = "Oak\r\nBcc: evil@example.org".into();
        let name = AfterBox::Of(Letter::Joiner, LetterBox::Name);
        application.afterwards.set(name, "Anna\u{2028}\nBcc: evil@example.org & Co?".into());
        let draft = draft(Letter::Joiner, &application);
        assert!(!draft.text.lines().any(|line| line.starts_with("Bcc")), "{}", draft.text);
        assert_eq!(draft.subject.lines().count(), 1);
        let link = mailto("help+desk@example.org", &draft);
        let (to, rest) = link.split_once('?').unwrap();
        assert_eq!(to, "mailto:help%2Bdesk@example.org");
        assert!(
            rest.starts_with("subject=") && rest.matches(['&', '?', '=', '\n', ' ']).count() == 3,
            "{rest}"
        );
        assert!(rest.contains("%26%20Co%3F%0D%0A"), "{rest}");
    }

    #[test]
    fn a_managers_id_goes_into_no_letter() {
        let mut application = known(Letter::Leaver);
        application.site.location_id = "CON1-1234567890".into();
        application.afterwards.set(AfterBox::YourName, "CON1-1234567890".into());
        let LetterDraft { text, to_do, .. } = draft(Letter::Leaver, &application);
        assert!(!text.contains("1234567890"), "{text}");
        assert_eq!(to_do.len(), 2);
    }
}
