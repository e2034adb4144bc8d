//! A person's own email address, to which the username is sent.

use super::{Doubt, FieldError, Mend, Repair, field};
use crate::text::{self, Draft};
use std::error::Error;
use std::fmt::{self, Display};
use std::str::FromStr;

/// An email address in small letters, of at most 254 characters.
///
/// The rule is GOV.UK Notify's (notifications-utils, `recipient_validation/email_address.py`): before
/// the @ any of ``A–Z a–z 0–9 . ! # $ % & ' * + / = ? ^ _ ` { | } ~ -``; after it at least two parts
/// of at most 63 letters, digits and inner hyphens, the last of two letters or more; nowhere two dots
/// in a row. A domain in letters of another script is kept as it was typed. Its length is counted in
/// those letters, not as it is encoded, so a few that are too long once encoded are let through.
///
/// An apostrophe that begins the address, and is the only one before the @, is taken for a
/// spreadsheet's mark and off.
///
/// Small letters are Notify's habit too: no mail system in use tells `Anna@` from `anna@`.
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
        draft.replace(text::small(draft.text()), Mend::Case);

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

/// Why a box holds no email address that can be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailError {
    /// Nothing was typed.
    Empty,
    /// There is no @.
    NoAt,
    /// There is more than one @ in a single address.
    TwoAts,
    /// More than one address in the box.
    TwoAddresses,
    /// Spaces inside that may stand for anything.
    Spaces,
    /// Nothing before the @.
    NothingBefore,
    /// Nothing after the @.
    NothingAfter,
    /// A character that cannot stand where it is.
    Character(char),
    /// Two dots in a row.
    TwoDots,
    /// The part after the @ has no dot.
    NoDot,
    /// The part after the @ has an empty part, or one with a hyphen at its end, or too long a one.
    Domain,
    /// The address does not end in letters, such as .com.
    Ending,
    /// More than [`MOST_CHARACTERS`].
    TooLong,
    /// The person already has an NHSmail account: it must be joined to the site, not made again.
    AlreadyNhsMail {
        /// The address, in small letters.
        address: String,
    },
    /// An NHSmail address that is a site's shared mailbox: no one's account, nor a way to reach one.
    SharedNhsMail,
}

impl Display for EmailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter an email address, like anna@example.org.",
            Self::NoAt => "Enter a whole email address with an @, like anna@example.org.",
            Self::TwoAts => "This address has more than one @. Check it.",
            Self::TwoAddresses => "There is more than one address in this box. Give one.",
            Self::Spaces => "Take the spaces out of this address, and any words around it.",
            Self::NothingBefore => "The part before the @ is missing. Enter the whole address.",
            Self::NothingAfter => "The part after the @ is missing. Enter the whole address.",
            Self::Character(c) => {
                return write!(f, "An email address cannot have “{c}” here. Check it.");
            }
            Self::TwoDots => "This address has two dots in a row. Take one out.",
            Self::NoDot => "The part after the @ has no dot. Enter the whole address, like anna@example.org.",
            Self::Domain => "Check the part after the @. It should look like example.org.",
            Self::Ending => "Check the end of this address. It should be letters, like .com or .org.uk.",
            Self::TooLong => "An email address has at most 254 characters. Check this one.",
            Self::AlreadyNhsMail { .. } => {
                "This person already has an NHSmail account. \
                 Ask the NHS helpdesk to join it to the site, and take this person off the list."
            }
            Self::SharedNhsMail => {
                "This is a shared NHSmail mailbox, not a person's account. Enter the person's own \
                 address; if the mailbox is your site's, check your answer to the first question."
            }
        })
    }
}

impl Error for EmailError {}

impl FieldError for EmailError {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What only a person can say about an email address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailDoubt {
    /// It looks like a post's or a shared mailbox, where NHSmail wants each person's own.
    Shared,
    /// The domain is nearly that of a large mail provider.
    Typo {
        /// The address that was probably meant.
        meant: String,
    },
}

impl Display for EmailDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shared => f.write_str(
                "This looks like an address that several people read. \
                 Check that only this person uses it, or give their own.",
            ),
            Self::Typo { meant } => write!(f, "Check the part after the @. Did you mean {meant}?"),
        }
    }
}

impl Doubt for EmailDoubt {
    fn id(&self) -> &'static str {
        match self {
            Self::Shared => "shared-address",
            Self::Typo { .. } => "domain-typo",
        }
    }

    fn suggestion(&self) -> Option<String> {
        match self {
            Self::Shared => None,
            Self::Typo { meant } => Some(meant.clone()),
        }
    }
}

fn parts(address: &str) -> (&str, &str) {
    address.split_once('@').unwrap_or((address, ""))
}

/// Takes one layer off what is around an address. Each layer makes the text shorter.
fn peel(text: &str) -> Option<(&str, Mend)> {
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        return Some((trimmed, Mend::Layout));
    }
    if let Some(link) = without_scheme(text) {
        return Some((link.split('?').next().unwrap_or(link), Mend::PastedAddress));
    }
    if let Some(rest) = without_label(text) {
        return Some((rest, Mend::SurroundingText));
    }
    if let Some(rest) = text.strip_suffix(['.', ',', ';', ':']) {
        return Some((rest, Mend::TrailingPunctuation));
    }
    if let Some(inner) = without_quotes(text) {
        return Some((inner, Mend::Quotes));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return Some((inner, Mend::Layout));
        }
    }
    if let Some(address) = repeated(text) {
        return Some((address, Mend::SurroundingText));
    }
    // `Anna Smith <anna@example.org>`, as mail programs write it.
    let (name, link) = text::cut(text, text::find_last(text, "<")?);
    let inner = link.strip_prefix('<')?.strip_suffix('>')?;
    (!text::holds(name, "@")).then_some((inner, Mend::SurroundingText))
}

fn without_scheme(text: &str) -> Option<&str> {
    let link = text::strip_prefix_any_case(text, "mailto:")?;
    Some(link.strip_prefix("//").unwrap_or(link))
}

/// The address, of a text that holds one several times and nothing else, as programs write links:
/// `[anna@example.org](mailto:anna@example.org)`.
fn repeated(text: &str) -> Option<&str> {
    let (mut address, mut times) = ("", 0);
    for piece in text.split(separates) {
        let piece = without_scheme(piece).unwrap_or(piece);
        if times == 0 {
            address = piece;
        } else if !piece.is_empty() && !piece.eq_ignore_ascii_case(address) {
            return None;
        }
        times += usize::from(!piece.is_empty());
    }
    (times > 1).then_some(address)
}

/// Whether addresses in one box may stand on either side of the character.
fn separates(c: char) -> bool {
    matches!(c, ' ' | ',' | ';' | '/' | '|' | '&' | '<' | '>' | '(' | ')' | '[' | ']')
}

fn without_label(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    ["email", "e-mail", "email address", "e-mail address", "mail", "e"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(label.trim()))
        .then_some(rest)
}

fn without_quotes(text: &str) -> Option<&str> {
    let is_quote = |c: char| text::is_double_quote(c) || text::is_apostrophe(c) && c != '`';
    if let Some(inner) = text.strip_prefix(is_quote).and_then(|rest| rest.strip_suffix(is_quote)) {
        return Some(inner);
    }
    // A curly or double mark at one end has lost its fellow. A straight ' may begin an address, but
    // is more likely a spreadsheet's, which so marks text.
    let is_stray = |c: char| is_quote(c) && c != '\'';
    let is_mark = matches!(text.as_bytes(), [b'\'' | b'`', b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9', ..]);
    let rest = text::cut(text, 1).1;
    if is_mark && !parts(rest).0.chars().any(text::is_apostrophe) {
        return Some(rest);
    }
    text.strip_prefix(is_stray).or_else(|| text.strip_suffix(is_stray))
}

/// One @, or the reason why there is another number of them.
fn check_single(text: &str) -> Result<(), EmailError> {
    let is_address = |part: &&str| {
        let (local, domain) = parts(part);
        !local.is_empty() && !domain.is_empty() && !text::holds(domain, "@")
    };
    match text.bytes().filter(|byte| *byte == b'@').count() {
        0 => Err(EmailError::NoAt),
        1 => Ok(()),
        _ if text.split(separates).filter(is_address).count() >= 2 => Err(EmailError::TwoAddresses),
        _ => Err(EmailError::TwoAts),
    }
}

/// Takes out the spaces beside an @ or a dot. A space between other characters may stand for
/// anything, and one before a capital more likely ends a sentence: `anna@example.org. Thanks`.
fn close_gaps(draft: &mut Draft) -> Result<(), EmailError> {
    let letters: Vec<char> = draft.text().chars().collect();
    let closes = |at: usize| {
        let before = at.checked_sub(1).and_then(|i| letters.get(i));
        let after = letters.get(at + 1);
        let joins = |c: Option<&char>| matches!(c, Some('@' | '.'));
        letters[at] == ' '
            && (joins(before) || joins(after))
            && !(before == Some(&'.') && after.is_some_and(|c| c.is_uppercase()))
    };
    let closed = (0..letters.len()).filter(|&at| !closes(at)).map(|at| letters[at]).collect();
    draft.replace(closed, Mend::InnerSpaces);
    match text::holds(draft.text(), " ") {
        true => Err(EmailError::Spaces),
        false => Ok(()),
    }
}

fn check_shape(address: &str) -> Result<(), EmailError> {
    let (local, domain) = parts(address);
    if local.is_empty() {
        return Err(EmailError::NothingBefore);
    }
    if domain.is_empty() {
        return Err(EmailError::NothingAfter);
    }
    if address.chars().count() > MOST_CHARACTERS {
        return Err(EmailError::TooLong);
    }
    let odd = local.chars().find(|&c| !stands_before_at(c));
    if let Some(c) = odd.or_else(|| domain.chars().find(|&c| !stands_after_at(c))) {
        return Err(EmailError::Character(c));
    }
    if text::holds(address, "..") {
        return Err(EmailError::TwoDots);
    }
    let dot = text::find_last(domain, ".").ok_or(EmailError::NoDot)?;
    let last = text::cut(domain, dot + 1).1;
    if !domain.split('.').all(is_domain_part) {
        return Err(EmailError::Domain);
    }
    let is_encoded = last.starts_with("xn--");
    let is_letters = last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    match is_encoded || is_letters || !last.is_ascii() {
        true => Ok(()),
        false => Err(EmailError::Ending),
    }
}

fn stands_before_at(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".chars().any(|known| known == c)
}

/// Letters of any script, and marks such as vowel signs, which `std` has no test for: so whatever
/// is not ASCII counts, but for the blocks of signs and punctuation.
fn stands_after_at(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || matches!(c, '.' | '-'),
        'ª' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' => false,
        '\u{3008}'..='\u{3020}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff65}' => false,
        _ => !c.is_whitespace(),
    }
}

/// Notify's pattern for one part of a host name, which lets two hyphens stand together, not three.
fn is_domain_part(part: &str) -> bool {
    let most = if part.is_ascii() { 63 } else { 59 };
    !part.is_empty()
        && part.chars().count() <= most
        && !part.starts_with('-')
        && !part.ends_with('-')
        && !text::holds(part, "---")
}

fn doubts(address: &str) -> Vec<EmailDoubt> {
    let (local, domain) = parts(address);
    let typo = meant_domain(domain).map(|meant| EmailDoubt::Typo { meant: format!("{local}@{meant}") });
    let shared = looks_shared(local).then_some(EmailDoubt::Shared);
    shared.into_iter().chain(typo).collect()
}

/// Whether the part before @nhs.net names a shared mailbox. A care site's is normally `care.` and its
/// ODS code; a person's is the first and the last name.
fn is_site_mailbox(local: &str) -> bool {
    local.starts_with("care.") || looks_shared(local)
}

/// Words that name a post or a place of work and no one's family: one is enough, whatever stands
/// beside it (`manager.oakview@`); `ordinator` is what is left of a co-ordinator.
const POSTS: &str = "\
    accounts admin administration administrator administrators admissions allstaff bookings \
    carehome caremanager careoffice carers careteam contactus coordinators customerservice daycare \
    daycentre daystaff donotreply dutymanager enquiries enquiry frontdesk headofcare headoffice \
    headofnursing helpdesk homecare homemanager housekeeping info information inquiries itsupport \
    management manager managers noreply nurseincharge nurses nursesstation nursestation \
    nursinghome ordinator ordinators payroll postmaster reception receptionist recruitment \
    referrals registeredmanager residentialhome safeguarding seniorcarer seniors teamleader \
    teamleaders vacancies webmaster";

/// Words that count only when nothing but such words, and digits, make up the whole: each is also
/// part of people's names, or of a name they chose. Among them the trees that many homes are named
/// after: `limes.office@`.
const WORK_WORDS: &str = "\
    activities activity agency all area assistant bank beeches branch business call care careers \
    carer catering cedars centre charge chef cleaner clerk clinical complaints compliance contact \
    coordinator cover customer data day dementia deputy desk director domestic domiciliary duty \
    elms email everyone extra facilities feedback finance firs first floor front general generic \
    ground group handyman head health hello help hollies home homes hospital house housekeeper hr \
    hub in inbox invoices it jobs kitchen laundry laurels lead leader limes living mail mailbox \
    main maintenance maples marketing matron medication meds nhs night nights no nurse nursing \
    oaks of office officer on oncall operations orders our owner people personnel pharmacy physio \
    pines poplars post private protection quality region regional registered reply residential \
    residents resource respite room rota rotas sales secretary senior service services shared \
    shift sister site social staff station stores supervisor support supported team the training \
    treatment unit us user volunteers wages ward willows work worker workers";

/// Single words of [`WORK_WORDS`], or made of them, that are a surname or a chosen name when they stand alone.
const NAMES_ALONE: &str = "\
    bankhead beeches cedars clerk day elms firs first ground head hollies house in laurels limes \
    living main maples no oaks of on pines poplars private room ward willows work";

/// Whether the part before the @ names a post or a shared mailbox rather than a person.
fn looks_shared(local: &str) -> bool {
    let base = local.split('+').next().unwrap_or(local);
    let words: Vec<&str> = base.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()).collect();
    match words.as_slice() {
        [] => false,
        [word] if text::lists(NAMES_ALONE, word) => false,
        [_, .., "team"] => true,
        words if words.windows(2).any(|pair| matches!(pair, ["care" | "nursing", "home"])) => true,
        words if words.iter().any(|word| names_post(word)) => true,
        words => words.iter().all(|word| is_made_of_work_words(word)),
    }
}

fn names_post(word: &str) -> bool {
    let has_more = |part: &&str| word.len() > part.len();
    text::lists(POSTS, word)
        || POST_ENDINGS.split_ascii_whitespace().filter(has_more).any(|end| word.ends_with(end))
        || ["carehome", "manager", "reception"].iter().any(|start| word.starts_with(start))
}

/// Words that name a post or a place of work behind the name of a home: `oakviewcarehome`.
const POST_ENDINGS: &str =
    "admin carehome enquiries homecare manager nurses nursinghome office reception residentialhome";

/// Whether the word is one of the work words, or several of them run together: `nightstaff`. Parts
/// of less than four letters are not looked for inside a word, where they turn up by chance, but for
/// a "the" that begins it: `thecarers`.
fn is_made_of_work_words(word: &str) -> bool {
    if text::lists(WORK_WORDS, word) {
        return true;
    }
    // ends[n]: whether the first n letters are work words.
    let mut ends = vec![false; word.len() + 1];
    ends[0] = true;
    if word.starts_with("the") {
        ends[3] = true;
    }
    for from in 0..word.len() {
        if ends[from] {
            let parts = [WORK_WORDS, POSTS].into_iter().flat_map(str::split_ascii_whitespace);
            for part in parts.filter(|part| part.len() >= 4) {
                if text::cut(word, from).1.starts_with(part) {
                    ends[from + part.len()] = true;
                }
            }
        }
    }
    ends[word.len()]
}

/// A large mail provider of people in the UK, by the name before the first dot of its domains.
struct Provider {
    name: &'static str,
    /// What stands after the name, the commonest first.
    endings: &'static [&'static str],
    /// Whether any other ending is a slip. Not so where the provider has one domain a country.
    no_others: bool,
}

const fn only(name: &'static str, endings: &'static [&'static str]) -> Provider {
    Provider { name, endings, no_others: true }
}

const fn many(name: &'static str, endings: &'static [&'static str]) -> Provider {
    Provider { name, endings, no_others: false }
}

const PROVIDERS: &[Provider] = &[
    only("gmail", &["com"]),
    only("googlemail", &["com", "co.uk"]),
    many("hotmail", &["com", "co.uk"]),
    many("outlook", &["com", "co.uk"]),
    many("live", &["co.uk", "com"]),
    many("msn", &["com"]),
    many("yahoo", &["co.uk", "com"]),
    many("ymail", &["com"]),
    many("rocketmail", &["com"]),
    many("aol", &["com", "co.uk"]),
    only("icloud", &["com", "com.cn"]),
    many("sky", &["com", "uk"]),
    many("me", &["com"]),
    only("btinternet", &["com"]),
    many("btopenworld", &["com"]),
    many("btconnect", &["com"]),
    only("virginmedia", &["com", "co.uk"]),
    only("ntlworld", &["com"]),
    only("blueyonder", &["co.uk", "com"]),
    many("talktalk", &["net", "co.uk"]),
    many("tiscali", &["co.uk", "it"]),
    many("protonmail", &["com", "ch"]),
    many("nhs", &["net"]),
];

/// Real mail domains that lie so near a provider's that they would be taken for a slip.
const NEIGHBOURS: &str = "\
    cloud.com email.com fmail.com gmx.com grail.com hmail.com mail.com rogers.com wahoo.com";

/// Slips that are too short to be found by their distance, or too far: each row begins with what it
/// stands for. What begins with a dot ends no real domain, and so is a slip behind any name.
const SLIPS: &str = "\
    nhs.net: hns.net nhs.co.uk nhs.com nhs.con nhs.net.uk nhs.org nhsnet.com nhss.net nsh.net \
    gmail.com: gmailcom.com www.gmail.com \
    btinternet.com: btinternetcom.com \
    hotmail.co.uk: hotmail.co.uk.com \
    aol.com: aoll.com aool.com \
    sky.com: skyy.com \
    live.co.uk: livee.co.uk \
    msn.com: mns.com \
    proton.me: proton.con \
    .com: .cmo .comm .con .coom .cpm .ocm .vom .xom \
    .co.uk: .c.uk .co.ku .co.ukk .co.ul .couk \
    .org.uk: .ogr.uk .org.ku .orguk \
    .gov.uk: .gov.ukk .govuk";

/// The domain that was probably meant, unless this one is right as it is.
fn meant_domain(domain: &str) -> Option<String> {
    if let Some((name, ending)) = meant_provider(domain) {
        return Some(format!("{name}.{ending}"));
    }
    let mut meant = "";
    for slip in SLIPS.split_ascii_whitespace() {
        match (slip.strip_suffix(':'), domain.strip_suffix(slip)) {
            (Some(known), _) => meant = known,
            (_, Some(name)) if name.is_empty() != slip.starts_with('.') => {
                return Some(format!("{name}{meant}"));
            }
            _ => {}
        }
    }
    None
}

/// The provider's domain that was probably meant, as name and ending, unless this is one, or none.
fn meant_provider(domain: &str) -> Option<(&'static str, &'static str)> {
    let (name, ending) = domain.split_once('.')?;
    let is_known = |provider: &Provider| provider.name == name && provider.endings.contains(&ending);
    if text::lists(NEIGHBOURS, domain) || PROVIDERS.iter().any(is_known) {
        return None;
    }
    if let Some(provider) = PROVIDERS.iter().find(|provider| provider.name == name) {
        let meant = meant_ending(provider, ending)
            .or_else(|| provider.no_others.then(|| provider.endings[0]))
            .or_else(|| (ending == "uk" && provider.endings.contains(&"co.uk")).then_some("co.uk"))?;
        return Some((provider.name, meant));
    }
    let by_name = PROVIDERS.iter().find_map(|provider| {
        if !is_near(name, provider.name) {
            return None;
        }
        let meant = provider.endings.iter().copied().find(|known| *known == ending);
        Some((provider.name, meant.or_else(|| meant_ending(provider, ending))?))
    });
    // A dot lost or moved: `hotmailco.uk`, `gmailc.om`.
    let by_whole = || {
        PROVIDERS.iter().filter(|provider| provider.name.len() >= 5).find_map(|provider| {
            let is_near = |known: &&str| {
                let apart = domain.len().abs_diff(provider.name.len() + 1 + known.len());
                apart <= 1 && strsim::osa_distance(domain, &[provider.name, known].join(".")) == 1
            };
            provider.endings.iter().copied().find(is_near).map(|known| (provider.name, known))
        })
    };
    by_name.or_else(by_whole)
}

/// Whether `name` is the provider's with a slip or two in it: the longer the name, the more.
fn is_near(name: &str, known: &str) -> bool {
    // The distance is costly, and no less than the difference in length.
    if known.len() <= 4 || name.len().abs_diff(known.len()) > 2 {
        return false;
    }
    let slips = strsim::osa_distance(name, known);
    match known.len() {
        5 => slips <= 1,
        6 | 7 => slips <= 1 || slips == 2 && has_same_letters(name, known),
        _ => slips <= 2,
    }
}

/// Whether one is the other with its letters in another order: `icould` for `icloud`.
fn has_same_letters(one: &str, other: &str) -> bool {
    let count = |name: &str, letter: char| name.chars().filter(|c| *c == letter).count();
    one.len() == other.len() && one.chars().all(|c| count(one, c) == count(other, c))
}

/// The provider's ending that is one slip away. Two-letter endings are countries, where a
/// provider may well have a domain, but for those that are `com` or `co.uk` cut short.
fn meant_ending(provider: &Provider, ending: &str) -> Option<&'static str> {
    let near = provider.endings.iter().copied().find(|known| strsim::osa_distance(known, ending) == 1);
    near.filter(|known| known.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;
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

    #[track_caller]
    fn meant(domain: &str, expected: Option<&str>) {
        assert_eq!(meant_domain(domain).as_deref(), expected, "{domain:?}");
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
            "anna@bücher.example",
            "anna@例え.テスト",
            "anna@उदाहरण.परीक्षा",
            ".anna.@example.org",
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
        check("anna..smith@example.org", Err(E::TwoDots));
        check("anna@example..org", Err(E::TwoDots));
        check("anna@.example.org", Err(E::Domain));
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
    fn an_address_of_a_post_is_a_doubt() {
        const LOCALS: &str = "\
            info manager office reception nurses.station admin nurses care home enquiries \
            team hr accounts staff matron deputy deputy.manager nurse-in-charge care.home \
            home.manager homemanager nightstaff night_staff care.office2 manager1 \
            registered.manager manager.oakview oakview.manager oakviewcarehome oakviewoffice \
            oakviewadmin it oakview.reception info+nhs hello contact contactus thecarehome \
            senior.carer seniorcarers duty oncall on.call the.team careteam mail kitchen \
            house.manager hr.team enquiry nursing oakviewmanager no-reply \
            headofcare head.of.care headofnursing nurseincharge bank bank.staff bankstaff daystaff \
            staffroom staff.room agencystaff co-ordinator care.co-ordinator care.coordinators \
            coordinators administrators teamleaders inbox thehome thecarers itsupport \
            customer.care customerservices housekeeper cleaner catering physio admissions \
            vacancies marketing volunteers dementiaunit treatmentroom firstfloor ground.floor \
            wardclerk data.protection supportedliving rota rota.limes limes.staff limesstaff \
            limes.team the.limes oakview.team office.limes limes.office limes-care-home \
            limes.nursing.home rosedale.care.home thelimes.office willows.nursing limescare \
            officelimes limesnursing allstaff daycare";
        for local in LOCALS.split_ascii_whitespace() {
            doubt_ids(&format!("{local}@example.org"), &["shared-address"]);
        }
    }

    #[test]
    fn an_address_of_a_person_is_none() {
        const LOCALS: &str = "\
            anna anna.smith asmith office.smith smith.office anna.ward j.house ward house \
            homer anna.nurse nurse.anna annacare carey staffordj h.r.smith carolinehome \
            d.head teamgb.fan helpfulheidi 12345 ___ anna+info mainwaring jobson sales.j day \
            caremark.jane holmes matronita leadbetter \
            cook anna.cook cook.anna j.wagstaff wagstaff jlongstaff bickerstaff.anna falstaff \
            biggerstaff langstaffm a.pinkstaff jamie.staff staff.jamie anna.room room roomj \
            first anna.first clerk anna.clerk clerkj anna.bank bankj banks tony.banks anna.ground \
            anna.living anna.data limes anna.oaks oaks.b firsova elms m.elms willows \
            anna.willows j.maples l.rota rota.lesha theresa theo thelma thea.house \
            danny.care anna.home team.anna jvolunteers bankhead living";
        for local in LOCALS.split_ascii_whitespace() {
            doubt_ids(&format!("{local}@example.org"), &[]);
        }
    }

    #[test]
    fn a_slip_in_a_providers_domain_is_a_doubt_with_the_likely_one() {
        for (typed, expected) in [
            ("gmial.com", "gmail.com"),
            ("gamil.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.cm", "gmail.com"),
            ("gmail.co.uk", "gmail.com"),
            ("gmail.uk", "gmail.com"),
            ("gmial.con", "gmail.com"),
            ("googlemail.con", "googlemail.com"),
            ("goglemail.com", "googlemail.com"),
            ("hotmail.con", "hotmail.com"),
            ("hotmail.co", "hotmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmal.co.uk", "hotmail.co.uk"),
            ("hotmail.couk", "hotmail.co.uk"),
            ("hotmail.co.u", "hotmail.co.uk"),
            ("hotmail.co.ul", "hotmail.co.uk"),
            ("hotmail.uk", "hotmail.co.uk"),
            ("hotmailco.uk", "hotmail.co.uk"),
            ("homtail.com", "hotmail.com"),
            ("outlok.com", "outlook.com"),
            ("outloook.com", "outlook.com"),
            ("yaho.com", "yahoo.com"),
            ("yahooo.co.uk", "yahoo.co.uk"),
            ("yahoo.con", "yahoo.com"),
            ("iclould.com", "icloud.com"),
            ("icould.com", "icloud.com"),
            ("icloud.co.uk", "icloud.com"),
            ("btinternet.co.uk", "btinternet.com"),
            ("btintenet.com", "btinternet.com"),
            ("virginmedia.con", "virginmedia.com"),
            ("virgimedia.com", "virginmedia.com"),
            ("aol.con", "aol.com"),
            ("live.con", "live.com"),
            ("talktalk.ne", "talktalk.net"),
            ("nhs.met", "nhs.net"),
        ] {
            meant(typed, Some(expected));
        }
        doubt_ids("anna@gmial.com", &["domain-typo"]);
        doubt_ids("info@gmial.com", &["shared-address", "domain-typo"]);
    }

    #[test]
    fn a_slip_that_no_distance_finds_is_known_by_itself() {
        for (meant_domain, slips) in [
            (
                "nhs.net",
                "nsh.net hns.net nhss.net nhs.co.uk nhs.com nhs.org nhs.net.uk nhsnet.com nhs.con nhs.ent",
            ),
            ("gmail.com", "gmailcom.com www.gmail.com"),
            ("btinternet.com", "btinternetcom.com"),
            ("hotmail.co.uk", "hotmail.co.uk.com hotmail.c.uk hotmail.co.ku"),
            ("aol.com", "aool.com aoll.com"),
            ("sky.com", "skyy.com"),
            ("live.co.uk", "livee.co.uk"),
            ("msn.com", "mns.com"),
            ("proton.me", "proton.con"),
            ("mac.com", "mac.con"),
        ] {
            for slip in slips.split_ascii_whitespace() {
                meant(slip, Some(meant_domain));
            }
        }
    }

    #[test]
    fn an_ending_that_no_domain_has_is_a_doubt_on_any() {
        for (meant_ending, slips) in [
            ("com", "con cmo vom xom comm"),
            ("co.uk", "couk co.ul co.ku co.ukk c.uk"),
            ("org.uk", "ogr.uk org.ku"),
            ("gov.uk", "gov.ukk"),
        ] {
            for slip in slips.split_ascii_whitespace() {
                meant(&format!("oakview.{slip}"), Some(&format!("oakview.{meant_ending}")));
                meant(&format!("mail.oakview.{slip}"), Some(&format!("mail.oakview.{meant_ending}")));
            }
        }
        const REAL: &str = "\
            oakview.co oakview.cm oakview.om oakview.company oakview.community oakview.cz oakview.uk \
            oakview.org oakview.coop oakview.cam oakview.comsec oakview.net oakview.care oakview.com.co \
            ogr.uk c.uk falcon.com falcon.org beacon.co.uk oakview.me.uk oakview.ltd.uk oakview.nhs.uk \
            oakview.gov.uk oakview.cn oakview.contact";
        for domain in REAL.split_ascii_whitespace() {
            meant(domain, None);
        }
    }

    #[test]
    fn real_domains_are_left_alone() {
        const DOMAINS: &str = "\
            gmail.com googlemail.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de \
            hotmail.it hotmail.es outlook.com outlook.fr outlook.ie live.co.uk live.com \
            live.ie live.fr msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.ie yahoo.ca \
            yahoo.com.au yahoo.co.in ymail.com rocketmail.com mail.com email.com gmx.com \
            gmx.co.uk gmx.de aol.com aol.co.uk icloud.com me.com mac.com sky.com sky.uk \
            sly.com btinternet.com btopenworld.com btconnect.com virginmedia.com \
            virginmedia.co.uk virgin.net ntlworld.com blueyonder.co.uk talktalk.net \
            talk21.com tiscali.co.uk o2.co.uk fsmail.net proton.me protonmail.com pm.me \
            fastmail.com hushmail.com zoho.com cloud.com grail.com ao.com all.com max.com \
            love.com nhs.uk nhs.scot trust.nhs.uk rhs.org.uk plus.com plusnet.com \
            supanet.com lineone.net freeserve.co.uk orange.net wanadoo.fr example.org \
            carehome.co.uk outdoor.com outdoor.co.uk lincolnshire.gov.uk jersey.je gov.je \
            web.de orange.fr nhs.uk trust.nhs.scot nhs.wales cvuhb.nhs.wales nhs.net.example.org \
            nhsbsa.nhs.uk mail.proton.me proton.com";
        for domain in DOMAINS.split_ascii_whitespace() {
            meant(domain, None);
        }
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
