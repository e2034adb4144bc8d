//! A person's own email address, to which the username is sent.

mod meant_domain;
mod message;
mod plain;
mod punycode;
mod shape;
mod shared;
mod surroundings;
mod work_words;

pub use message::{EmailDoubt, EmailError};
pub use plain::{is_plain_domain, is_plain_word, plain_shape};

use self::meant_domain::meant_domain;
use self::shape::check_shape;
use self::shared::{is_site_mailbox, looks_shared};
use self::surroundings::{peel, separates};
use super::{Mend, Repair, field};
use crate::text::{self, Draft};
use std::str::FromStr;

/// An email address in lower case, of at most 254 characters.
///
/// The rule is GOV.UK Notify's (notifications-utils, `recipient_validation/email_address.py`): before
/// the @ any of ``A–Z a–z 0–9 . ! # $ % & ' * + / = ? ^ _ ` { | } ~ -``; after it at least two parts
/// of at most 63 letters, digits and inner hyphens, the last of two letters or more; nowhere two dots
/// in a row. A domain in letters of another script is kept as it was typed, and measured as it travels: encoded.
/// Notify lets the part before the @ begin or end with a dot; RFC 5321 does not, so that is asked about.
///
/// An apostrophe that begins the address, and is the only one before the @, is removed: spreadsheets mark
/// text with one.
///
/// Notify writes addresses in lower case too: no mail system in use tells `Anna@` from `anna@`.
///
/// An address at nhs.net is no `Email` but [`EmailError::AlreadyNhsMail`]: that person has an account;
/// or, where it is a site's shared mailbox, [`EmailError::SharedNhsMail`].
///
/// ```
/// use caremail::fields::{Doubt, Email, Field};
///
/// let email: Email = "mailto:Anna.Smith@gmial.com".parse()?;
/// assert_eq!(email.as_str(), "anna.smith@gmial.com");
/// assert_eq!(email.doubts()[0].suggestion().as_deref(), Some("anna.smith@gmail.com"));
/// # Ok::<(), caremail::fields::email::EmailError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    address: String,
    repair: Option<Repair>,
    doubts: Vec<EmailDoubt>,
}

/// The most characters an address may have (RFC 5321, with erratum 1690).
pub const MOST_CHARACTERS: usize = 254;

/// Text of more bytes is not searched for an address: it is no slip, but a page pasted by mistake.
const MOST_TYPED: usize = 4_000;

impl Email {
    /// The address as it is shown: `anna@example.org`.
    pub fn as_str(&self) -> &str {
        &self.address
    }

    /// The part before the @.
    pub fn local(&self) -> &str {
        parts(&self.address).0
    }

    /// The part after the @.
    pub fn domain(&self) -> &str {
        parts(&self.address).1
    }

    /// The same for two addresses that reach one mailbox: googlemail.com is gmail.com. Dots and
    /// what follows a + count, since elsewhere than at Google they name other mailboxes.
    pub fn comparison_key(&self) -> String {
        match parts(&self.address) {
            (local, "googlemail.com") => format!("{local}@gmail.com"),
            _ => self.address.clone(),
        }
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(typed: &str) -> Result<Self, EmailError> {
        let mut draft = Draft::new(typed);
        draft.remove_invisible();
        draft.plain_width();
        draft.single_spaces();
        if draft.text().is_empty() {
            return Err(EmailError::Empty);
        }
        if draft.text().len() > MOST_TYPED {
            return Err(EmailError::TooLong);
        }
        while let Some((inner, mend)) = peel(draft.text()) {
            let inner = inner.to_owned();
            draft.replace(inner, mend);
        }
        check_single(draft.text())?;
        close_gaps(&mut draft)?;
        draft.map(Mend::Quotes, |c| Some(if text::is_apostrophe(c) && c != '`' { '\'' } else { c }));
        draft.plain_dashes();
        draft.map(Mend::FullWidth, |c| Some(if matches!(c, '。' | '｡') { '.' } else { c }));
        if draft.text().bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
            draft.replace(text::lowercase(draft.text()), Mend::Case);
        }

        let address = draft.text().to_owned();
        check_shape(&address)?;
        match parts(&address) {
            (local, "nhs.net") if is_site_mailbox(local) => Err(EmailError::SharedNhsMail),
            (_, "nhs.net") => Err(EmailError::AlreadyNhsMail { address }),
            _ => Ok(Email { doubts: doubts(&address), repair: draft.into_repair(&address), address }),
        }
    }
}

field!(Email, kept: address, doubts: EmailDoubt);

/// The parts of an address before and after its @.
fn parts(address: &str) -> (&str, &str) {
    address.split_once('@').unwrap_or((address, ""))
}

/// One @, or the reason why there is another number of them.
fn check_single(text: &str) -> Result<(), EmailError> {
    let is_address = |part: &&str| {
        let (local, domain) = parts(part);
        !local.is_empty() && !domain.is_empty() && !domain.contains('@')
    };
    match text.bytes().filter(|byte| *byte == b'@').count() {
        0 => Err(EmailError::NoAt),
        1 => Ok(()),
        _ if text.split(separates).filter(is_address).count() >= 2 => Err(EmailError::TwoAddresses),
        _ => Err(EmailError::TwoAts),
    }
}

/// Removes the spaces beside an @ or a dot. A space between other characters may stand for
/// anything, and one before a capital more likely ends a sentence: `anna@example.org. Thanks`.
fn close_gaps(draft: &mut Draft) -> Result<(), EmailError> {
    if !draft.text().contains(' ') {
        return Ok(());
    }
    let letters: Vec<char> = draft.text().chars().collect();
    let closes = |at: usize, c: char| {
        let before = at.checked_sub(1).and_then(|i| letters.get(i));
        let after = letters.get(at + 1);
        let joins = |c: Option<&char>| matches!(c, Some('@' | '.'));
        c == ' '
            && (joins(before) || joins(after))
            && !(before == Some(&'.') && after.is_some_and(|c| c.is_uppercase()))
    };
    let closed = letters.iter().enumerate().filter(|&(at, &c)| !closes(at, c)).map(|(_, c)| c).collect();
    draft.replace(closed, Mend::InnerSpaces);
    match draft.text().contains(' ') {
        true => Err(EmailError::Spaces),
        false => Ok(()),
    }
}

fn doubts(address: &str) -> Vec<EmailDoubt> {
    let (local, domain) = parts(address);
    let typo = meant_domain(domain).map(|meant| EmailDoubt::Typo { meant: format!("{local}@{meant}") });
    let shared = looks_shared(local).then_some(EmailDoubt::Shared);
    let inner = local.trim_matches('.');
    let dot = (inner != local && !inner.is_empty())
        .then(|| EmailDoubt::DotAtEnd { meant: format!("{inner}@{domain}") });
    dot.into_iter().chain(shared).chain(typo).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Doubt, Field};
    use EmailError as E;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, EmailError>) {
        let read = typed.parse::<Email>();
        assert_eq!(read.as_ref().map(Email::as_str), expected.as_ref().copied(), "{typed:?}");
    }

    #[track_caller]
    fn mends(typed: &str, expected: &[Mend]) {
        let email: Email = typed.parse().unwrap();
        assert_eq!(email.repair().map_or(&[][..], |r| &r.mends), expected, "{typed:?}");
    }

    #[track_caller]
    fn doubt_ids(typed: &str, expected: &[&str]) {
        let email: Email = typed.parse().unwrap();
        let ids: Vec<_> = email.doubts().iter().map(Doubt::id).collect();
        assert_eq!(ids, expected, "{typed:?}");
    }

    #[test]
    fn what_notify_accepts_is_accepted_as_typed() {
        for typed in [
            "anna@example.org",
            "anna.smith@example.co.uk",
            "anna.o'neil@example.org",
            "anna+nhs@example.org",
            "1234567890@example.org",
            "_______@example.org",
            "a!#$%&'*+/=?^_`{|}~-b@example.org",
            "anna@sub.domain.example.org",
            "anna@two--hyphens.org",
            "anna@x.name",
            "anna@x.verylongendingofadomain",
            "anna@example.je",
            "anna@xn--bcher-kva.example",
            "anna@example.xn--p1ai",
            "anna@example.рф",
            "anna@bücher.example",
            "anna@例え.テスト",
            "anna@उदाहरण.परीक्षा",
            "-@a.bc",
        ] {
            check(typed, Ok(typed));
            mends(typed, &[]);
        }
    }

    #[test]
    fn what_can_be_mended_is_mended() {
        for typed in [
            " anna@example.org ",
            "anna@example.org\n",
            "\u{200b}anna@example.org\u{feff}",
            "anna\u{a0}@ example.org",
            "anna @ example . org",
            "anna@example.org.",
            "anna@example.org,",
            "anna@example.org;",
            "mailto:anna@example.org",
            "MAILTO:Anna@Example.org?subject=Hello",
            "<anna@example.org>",
            "<mailto:anna@example.org>",
            "Anna Smith <anna@example.org>",
            "\"Smith, Anna\" <anna@example.org>;",
            "anna@example.org <anna@example.org>",
            "anna@example.org<mailto:anna@example.org>",
            "“anna@example.org”",
            "‘anna@example.org’",
            "'anna@example.org'",
            "\"anna@example.org\"",
            "anna@example.org”",
            "(anna@example.org)",
            "'anna@example.org",
            "`anna@example.org",
            "<'anna@example.org>",
            "mailto://anna@example.org",
            "anna@example.org anna@example.org",
            "anna@example.org, Anna@Example.org",
            "anna@example.org / anna@example.org",
            "[anna@example.org](mailto:anna@example.org)",
            "anna@example.org[mailto:anna@example.org]",
            "anna@example.org (anna@example.org) <mailto:anna@example.org>",
            "Email: anna@example.org",
            "E-mail address: anna@example.org",
            "ANNA@EXAMPLE.ORG",
            "anna＠example．org",
            "anna@example。org",
        ] {
            check(typed, Ok("anna@example.org"));
        }
        check("anna.o’neil@example.org", Ok("anna.o'neil@example.org"));
        check("anna\u{2011}smith@example.org", Ok("anna-smith@example.org"));
    }

    #[test]
    fn each_repair_says_what_was_done() {
        mends("Anna@example.org", &[Mend::Case]);
        mends(" anna@example.org", &[Mend::Layout]);
        mends("anna @example.org", &[Mend::InnerSpaces]);
        mends("mailto:anna@example.org", &[Mend::PastedAddress]);
        mends("anna@example.org.", &[Mend::TrailingPunctuation]);
        mends("o’neil@example.org", &[Mend::Quotes]);
        mends("'anna@example.org", &[Mend::Quotes]);
        mends("`anna@example.org", &[Mend::Quotes]);
        mends("mailto://anna@example.org", &[Mend::PastedAddress]);
        mends("anna@example.org anna@example.org", &[Mend::SurroundingText]);
        mends("[anna@example.org](mailto:anna@example.org)", &[Mend::SurroundingText]);
        mends("Anna <anna@example.org>", &[Mend::SurroundingText]);
    }

    #[test]
    fn an_apostrophe_that_is_no_spreadsheets_mark_is_kept() {
        for typed in ["o'neil@example.org", "'o'neil@example.org", "'@example.org", "'.a@example.org"] {
            check(typed, Ok(typed));
        }
    }

    #[test]
    fn a_wrong_address_is_told_what_is_wrong() {
        check("", Err(E::Empty));
        check(" \u{200b}", Err(E::Empty));
        check("none", Err(E::NoAt));
        check("anna.example.org", Err(E::NoAt));
        check("anna@b@example.org", Err(E::TwoAts));
        check("anna@@example.org", Err(E::TwoAts));
        check("anna@example.org, bob@example.org", Err(E::TwoAddresses));
        check("anna@example.org bob@example.org", Err(E::TwoAddresses));
        check("anna@example.org/bob@example.org", Err(E::TwoAddresses));
        check("anna@example.org anna@example.com", Err(E::TwoAddresses));
        check("[anna@example.org](mailto:bob@example.org)", Err(E::TwoAddresses));
        check("anna smith@example.org", Err(E::Spaces));
        check("anna@exam ple.org", Err(E::Spaces));
        check("anna@example.org (work)", Err(E::Spaces));
        check("anna@example.org. Thanks", Err(E::Spaces));
        check("@example.org", Err(E::NothingBefore));
        check("anna@", Err(E::NothingAfter));
        check("anna@.", Err(E::NothingAfter));
        for typed in [
            "anna@xn--.org",
            "anna@xn--a-.org",
            "anna@xn--99999999999.org",
            "anna@example.xn--zzzzzzzzzzzzzzzzz",
        ] {
            check(typed, Err(E::Domain));
        }
        check("anna@😀.org", Err(E::Character('😀')));
        check("anna@ex€mple.org", Err(E::Character('€')));
        check("anna@exa²mple.org", Err(E::Character('²')));
        check("anna@مثال؟.org", Err(E::Character('؟')));
        check("anna..smith@example.org", Err(E::TwoDots));
        check("anna@example..org", Err(E::TwoDots));
        check("anna@.example.org", Err(E::DomainDot));
        check("anna@-example.org", Err(E::Domain));
        check("anna@example-.org", Err(E::Domain));
        check("anna@xn---example.org", Err(E::Domain));
        check("anna@gmail", Err(E::NoDot));
        check("anna@123.123.123.123", Err(E::Ending));
        check("anna@example.c", Err(E::Ending));
        check("anna@example.c0m", Err(E::Ending));
        check("zoë@example.org", Err(E::Character('ë')));
        check("anna@ex_ample.org", Err(E::Character('_')));
        check("anna@exa,mple.org", Err(E::Character(',')));
        check(";anna@example.org", Err(E::Character(';')));
        check("an\"na@example.org", Err(E::Character('"')));
        check("pound£@example.org", Err(E::Character('£')));
        check("anna@example.org|x", Err(E::Character('|')));
        check("anna@[127.0.0.1]", Err(E::Character('[')));
    }

    #[test]
    fn two_hundred_and_fifty_four_characters_are_the_most() {
        let of = |length: usize| format!("{}@example.org", "a".repeat(length - 12));
        check(&of(254), Ok(&of(254)));
        check(&of(255), Err(E::TooLong));
    }

    #[test]
    fn sixty_three_characters_are_the_most_between_dots() {
        let of = |length: usize| format!("anna@{}.org", "a".repeat(length));
        check(&of(63), Ok(&of(63)));
        check(&of(64), Err(E::Domain));
        // As it travels: xn-- and what it is encoded to.
        check(&format!("anna@{}.org", "ä".repeat(58)), Err(E::Domain));
        check("anna@münchen.de", Ok("anna@münchen.de"));
    }

    #[test]
    fn an_nhs_net_address_is_an_account_already() {
        for typed in ["Anna.Smith@nhs.net", "<anna.smith@NHS.NET>.", "anna.smith @nhs.net"] {
            check(typed, Err(E::AlreadyNhsMail { address: "anna.smith@nhs.net".into() }));
        }
        doubt_ids("anna.smith@trust.nhs.uk", &[]);
        check("anna@nhs.network", Ok("anna@nhs.network"));
    }

    #[test]
    fn a_shared_mailbox_at_nhs_net_is_no_ones_account() {
        for typed in ["care.vllwv@nhs.net", "Care.G7H8J@NHS.net", "info.limes@nhs.net", "manager@nhs.net"] {
            check(typed, Err(E::SharedNhsMail));
        }
        for typed in ["anna.care@nhs.net", "carey.smith@nhs.net", "a.ward1@nhs.net"] {
            check(typed, Err(E::AlreadyNhsMail { address: typed.into() }));
        }
    }

    #[test]
    fn each_doubt_is_told_apart() {
        doubt_ids("anna@example.org", &[]);
        doubt_ids("info@example.org", &["shared-address"]);
        doubt_ids("anna@gmial.com", &["domain-typo"]);
        doubt_ids("info@gmial.com", &["shared-address", "domain-typo"]);
        doubt_ids(".anna@example.org", &["dot-at-end"]);
        doubt_ids("anna.@example.org", &["dot-at-end"]);
        let email: Email = ".anna.@example.org".parse().unwrap();
        assert_eq!(email.doubts()[0].suggestion().as_deref(), Some("anna@example.org"));
    }

    #[test]
    fn the_comparison_key_knows_google_and_nothing_else() {
        let key = |typed: &str| typed.parse::<Email>().unwrap().comparison_key();
        assert_eq!(key("Anna@GoogleMail.com"), key("anna@gmail.com"));
        assert_ne!(key("a.nna@gmail.com"), key("anna@gmail.com"));
        assert_ne!(key("anna+x@gmail.com"), key("anna@gmail.com"));
    }

    #[test]
    fn its_parts_can_be_asked_for() {
        let email: Email = "anna@example.org".parse().unwrap();
        assert_eq!((email.local(), email.domain()), ("anna", "example.org"));
    }
}
