//! What a host may change: who it is, whom to ask, its colour, and the values that NHS England may move.
//!
//! A host writes them as JSON into a block of `index.html`, which page and workers go by. The build writes
//! the built-in ones there, [`Settings::default`].
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use std::error::Error;
use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use crate::application::MOST_PEOPLE;
use crate::facts;
use crate::fields::Email;
use crate::fields::email::EmailError;
use crate::json::Json;

/// One host's settings, handed down as an argument to everything that needs one of them. What is left out of
/// a block is as built in; a name that is none of these is an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The care association that offers the checker.
    pub association: Association,
    /// What the checker looks like.
    pub colours: Colours,
    /// The site whose pages show the checker in a frame and are told how high it is, as `https://www.example.org`;
    /// empty where none does.
    pub embedded_in: String,
    /// The NHS helpdesk's telephone, as it is to be written.
    pub helpdesk_telephone: String,
    /// The NHS helpdesk's email address; empty where the telephone is the surer way.
    pub helpdesk_email: String,
    /// Fewest accounts a site may ask for.
    pub fewest_accounts: usize,
    /// Most accounts a site may ask for at once.
    pub most_accounts: usize,
    /// Days a one-time passcode is valid, counted from the day of issue.
    pub passcode_days: u16,
    /// Days after the day of issue from which to warn that the passcode is about to end.
    pub passcode_warning_days: u16,
    /// Days a passcode letter takes at the least and at the most.
    pub letter_days: (u16, u16),
    /// Hours a reply to an application may take.
    pub reply_hours: u16,
    /// Days within which to accept the Acceptable Use Policy.
    pub policy_days: u16,
    /// Days without signing in or sending after which an account becomes inactive.
    pub idle_days: u16,
    /// The NHS.net Connect feedback team's email address.
    pub feedback_email: String,
    /// Where to go.
    pub links: Links,
}

/// The care association that offers the checker, and the person to ask there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Association {
    /// Its name.
    pub name: String,
    /// Its page about NHSmail.
    pub page: String,
    /// The person to ask.
    pub contact_name: String,
    /// That person's post.
    pub contact_post: String,
    /// That person's email address.
    pub contact_email: String,
}

/// What the checker and its documents look like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Colours {
    /// The colour of the bar at the top, of links and of rules between parts, as `#rrggbb`. White is written
    /// on it, and it on white.
    pub brand: String,
}

/// Pages the checker sends people to. Following one is the person's own doing: the checker itself
/// asks nothing of any of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Links {
    /// The NHS Portal, or the page that leads to its form for social care.
    pub portal: String,
    /// The toolkit's public search. An ODS code can be added after a slash.
    pub dspt_search: String,
    /// Help with the toolkit.
    pub dspt_help: String,
    /// Where to find the ODS code.
    pub ods_help: String,
    /// Where to find a location's page on the CQC website.
    pub cqc_search: String,
    /// The secure email standard, for those who keep their own email.
    pub own_email: String,
    /// The third-party route.
    pub third_party: String,
    /// What a site does once it has accounts, and how more are asked for.
    pub starter_guide: String,
}

impl Default for Settings {
    /// The association whose page the checker grew from, and the facts as last checked.
    fn default() -> Self {
        Settings {
            association: Association::default(),
            colours: Colours::default(),
            embedded_in: String::new(),
            helpdesk_telephone: facts::HELPDESK_TELEPHONE.into(),
            helpdesk_email: String::new(),
            fewest_accounts: facts::FEWEST_ACCOUNTS,
            most_accounts: facts::MOST_ACCOUNTS,
            passcode_days: facts::PASSCODE_DAYS,
            passcode_warning_days: facts::PASSCODE_WARNING_DAYS,
            letter_days: facts::LETTER_DAYS,
            reply_hours: facts::REPLY_HOURS,
            policy_days: facts::POLICY_DAYS,
            idle_days: facts::IDLE_DAYS,
            feedback_email: facts::FEEDBACK_EMAIL.into(),
            links: Links::default(),
        }
    }
}

impl Default for Association {
    fn default() -> Self {
        Association {
            name: "Lincolnshire Care Association".into(),
            page: facts::ASSOCIATION_PAGE.address.into(),
            contact_name: "Damon Habbin".into(),
            contact_post: "Digital Project Officer".into(),
            contact_email: "damon.habbin@nhs.net".into(),
        }
    }
}

/// A deep teal, which is no colour of the NHS.
const TEAL: [u8; 3] = [0x0f, 0x52, 0x57];

impl Default for Colours {
    fn default() -> Self {
        Colours { brand: in_hex(TEAL) }
    }
}

impl Default for Links {
    fn default() -> Self {
        Links {
            portal: facts::REGISTERING.address.into(),
            dspt_search: facts::TOOLKIT.address.into(),
            dspt_help: facts::PUBLISHING_DSPT.address.into(),
            ods_help: facts::FINDING_ODS.address.into(),
            cqc_search: "https://www.cqc.org.uk/search/all".into(),
            own_email: facts::OWN_EMAIL.address.into(),
            third_party: facts::THIRD_PARTY.address.into(),
            starter_guide: facts::STARTER_GUIDE.address.into(),
        }
    }
}

/// The names that a block may hold, each with what it stands within. Of a list, each place has a name.
const NAMES: [&str; 31] = [
    "association",
    "association.name",
    "association.page",
    "association.contact_name",
    "association.contact_post",
    "association.contact_email",
    "colours",
    "colours.brand",
    "embedded_in",
    "helpdesk_telephone",
    "helpdesk_email",
    "fewest_accounts",
    "most_accounts",
    "passcode_days",
    "passcode_warning_days",
    "letter_days",
    "letter_days.0",
    "letter_days.1",
    "reply_hours",
    "policy_days",
    "idle_days",
    "feedback_email",
    "links",
    "links.portal",
    "links.dspt_search",
    "links.dspt_help",
    "links.ods_help",
    "links.cqc_search",
    "links.own_email",
    "links.third_party",
    "links.starter_guide",
];

/// Why settings cannot be gone by. [`Display`] tells a host what to change.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingsError {
    /// The block is not JSON.
    NotJson,
    /// This name in the block is none of the settings.
    UnknownName(String),
    /// A value is of another kind: the parser's words.
    NotSettings(String),
    /// The text of this name is empty.
    Empty(&'static str),
    /// The text of this name is no email address.
    NotAnEmail(&'static str),
    /// The number of this name is out of this range.
    OutOfRange(&'static str, usize, usize),
    /// The first of these two numbers is larger than the second.
    WrongOrder(&'static str, &'static str),
    /// The text of this name is no address that begins with https.
    NotALink(&'static str),
    /// The text of this name is no address of a whole site.
    NotASite(&'static str),
    /// The text of this name is no colour written `#rrggbb`.
    NotAColour(&'static str),
    /// The colour of this name is hard to read on white, and white on it: their contrast, of 21.
    LowContrast(&'static str, f64),
}

impl Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettingsError::NotJson => f.write_str(
                "The settings in index.html are not JSON. Look for a comma or a quotation mark that is missing, or one too many.",
            ),
            SettingsError::UnknownName(name) => {
                write!(f, "There is no setting called {name}. Check how it is spelt in the settings in index.html.")
            }
            SettingsError::NotSettings(why) => write!(f, "Check the values of the settings in index.html: {why}."),
            SettingsError::Empty(name) => write!(f, "Give {name} a value in the settings in index.html."),
            SettingsError::NotAnEmail(name) => {
                write!(f, "Write one email address for {name} in the settings in index.html, like anna@example.org.")
            }
            SettingsError::OutOfRange(name, least, most) => {
                write!(f, "Write a number from {least} to {most} for {name} in the settings in index.html.")
            }
            SettingsError::WrongOrder(lower, upper) => {
                write!(f, "Make {lower} no more than {upper} in the settings in index.html.")
            }
            SettingsError::NotALink(name) => {
                write!(f, "Write a web address that begins with https:// for {name} in the settings in index.html.")
            }
            SettingsError::NotASite(name) => {
                write!(f, "Write {name} in the settings in index.html as the address of a site alone, like https://www.example.org. Or leave it empty.")
            }
            SettingsError::NotAColour(name) => {
                write!(f, "Write {name} in the settings in index.html as a # and six digits or letters a to f, like {}.", in_hex(TEAL))
            }
            SettingsError::LowContrast(name, contrast) => {
                write!(f, "Choose a darker colour for {name} in the settings in index.html: its contrast with white is {contrast:.1} to 1, and has to be {LEAST_CONTRAST} to 1.")
            }
        }
    }
}

impl Error for SettingsError {}

/// The address that phones `telephone`.
pub fn tel(telephone: &str) -> String {
    format!("tel:{}", telephone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
}

impl Settings {
    /// The settings in the block of `index.html` whose text is `text`, parsed by `J`.
    ///
    /// # Errors
    /// Says what a host has to change in the block.
    pub fn from_block<J: Json>(text: &str) -> Result<Settings, SettingsError> {
        let block = J::parse(text).ok_or(SettingsError::NotJson)?;
        // A parser may look for the names of a struct's fields only, and pass over one that is misspelt.
        if let Some(name) = block.names().into_iter().find(|name| !NAMES.contains(&name.as_str())) {
            return Err(SettingsError::UnknownName(name));
        }
        let settings: Settings = block.read().map_err(SettingsError::NotSettings)?;
        settings.check()?;
        Ok(settings)
    }

    /// Whether each value makes sense, by itself and beside the others.
    ///
    /// # Errors
    /// The first that does not.
    pub fn check(&self) -> Result<(), SettingsError> {
        let Settings { association, colours, links, .. } = self;
        for (name, text) in [
            ("association.name", &association.name),
            ("association.contact_name", &association.contact_name),
            ("association.contact_post", &association.contact_post),
            ("helpdesk_telephone", &self.helpdesk_telephone),
        ] {
            if text.trim().is_empty() {
                return Err(SettingsError::Empty(name));
            }
        }
        if !is_email(&association.contact_email) {
            return Err(SettingsError::NotAnEmail("association.contact_email"));
        }
        if !self.helpdesk_email.is_empty() && !is_email(&self.helpdesk_email) {
            return Err(SettingsError::NotAnEmail("helpdesk_email"));
        }
        self.check_numbers()?;
        if !is_email(&self.feedback_email) {
            return Err(SettingsError::NotAnEmail("feedback_email"));
        }
        for (name, address) in [
            ("association.page", &association.page),
            ("links.portal", &links.portal),
            ("links.dspt_search", &links.dspt_search),
            ("links.dspt_help", &links.dspt_help),
            ("links.ods_help", &links.ods_help),
            ("links.cqc_search", &links.cqc_search),
            ("links.own_email", &links.own_email),
            ("links.third_party", &links.third_party),
            ("links.starter_guide", &links.starter_guide),
        ] {
            if !is_link(address) {
                return Err(SettingsError::NotALink(name));
            }
        }
        if !self.embedded_in.is_empty() && !is_site(&self.embedded_in) {
            return Err(SettingsError::NotASite("embedded_in"));
        }
        colours.check()
    }

    fn check_numbers(&self) -> Result<(), SettingsError> {
        const YEAR: usize = 366;
        let (soonest, latest) = self.letter_days;
        for (name, number, most) in [
            ("fewest_accounts", self.fewest_accounts, MOST_PEOPLE),
            ("most_accounts", self.most_accounts, MOST_PEOPLE),
            ("passcode_days", self.passcode_days.into(), YEAR),
            ("passcode_warning_days", self.passcode_warning_days.into(), YEAR),
            ("the first of letter_days", soonest.into(), YEAR),
            ("the second of letter_days", latest.into(), YEAR),
            ("reply_hours", self.reply_hours.into(), 24 * YEAR),
            ("policy_days", self.policy_days.into(), YEAR),
            ("idle_days", self.idle_days.into(), YEAR),
        ] {
            if !(1..=most).contains(&number) {
                return Err(SettingsError::OutOfRange(name, 1, most));
            }
        }
        for (lower, upper, is_ordered) in [
            ("fewest_accounts", "most_accounts", self.fewest_accounts <= self.most_accounts),
            ("passcode_warning_days", "passcode_days", self.passcode_warning_days <= self.passcode_days),
            ("the first of letter_days", "the second", soonest <= latest),
        ] {
            if !is_ordered {
                return Err(SettingsError::WrongOrder(lower, upper));
            }
        }
        Ok(())
    }
}

impl Colours {
    /// The brand colour as red, green and blue; the built-in one in place of what is no colour.
    pub fn brand_rgb(&self) -> [u8; 3] {
        from_hex(&self.brand).unwrap_or(TEAL)
    }

    fn check(&self) -> Result<(), SettingsError> {
        const NAME: &str = "colours.brand";
        let brand = from_hex(&self.brand).ok_or(SettingsError::NotAColour(NAME))?;
        let contrast = contrast_with_white(brand);
        if contrast < LEAST_CONTRAST { Err(SettingsError::LowContrast(NAME, contrast)) } else { Ok(()) }
    }
}

/// The least contrast that text may have: WCAG 2.2, success criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

/// How a colour stands out from white, from 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance".
fn contrast_with_white(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/// A colour as `#rrggbb`.
pub(crate) fn in_hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn from_hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

/// Whether the text is one email address and nothing else; at nhs.net too, where a person's own may not be.
fn is_email(text: &str) -> bool {
    let is_apart = |c: char| c.is_whitespace() || "<>()[]?&:,;\"".contains(c);
    let is_address = match text.parse::<Email>() {
        Ok(_) | Err(EmailError::AlreadyNhsMail { .. } | EmailError::SharedNhsMail) => true,
        Err(_) => false,
    };
    is_address && !text.contains(is_apart)
}

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://");
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) && !text.contains(char::is_whitespace)
}

/// Whether the text is a site's address with no path; one on this very machine, to try it, need not be https.
fn is_site(text: &str) -> bool {
    let host = ["https://", "http://localhost:", "http://127.0.0.1:"]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    host.is_some_and(|host| {
        host.starts_with(char::is_alphanumeric) && !host.contains(['/', '?', '#', ' ', '*'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::testing::BrowserJson;
    use serde_json::{Value, json};

    fn of_block(block: &Value) -> Result<Settings, SettingsError> {
        Settings::from_block::<BrowserJson>(&block.to_string())
    }

    #[test]
    fn the_built_in_settings_make_sense_and_are_read_back_from_their_block() {
        let built_in = Settings::default();
        assert_eq!(built_in.check(), Ok(()));
        assert_eq!(of_block(&serde_json::to_value(&built_in).unwrap()), Ok(built_in));
    }

    #[test]
    fn what_a_block_leaves_out_is_as_built_in() {
        assert_eq!(of_block(&json!({})), Ok(Settings::default()));
        let settings =
            of_block(&json!({ "most_accounts": 12, "association": { "name": "Surrey Care" } })).unwrap();
        assert_eq!(settings.most_accounts, 12);
        assert_eq!(settings.association.name, "Surrey Care");
        assert_eq!(settings.association.contact_name, Settings::default().association.contact_name);
    }

    #[test]
    fn a_misspelt_name_is_told_at_every_level() {
        for block in [
            json!({ "most_acounts": 12 }),
            json!({ "association": { "nmae": "Surrey Care" } }),
            json!({ "colours": { "brnad": "#000000" } }),
            json!({ "links": { "portla": "https://example.org" } }),
        ] {
            let said = of_block(&block).unwrap_err().to_string();
            assert!(said.starts_with("There is no setting called"), "{said}");
        }
    }

    #[test]
    fn a_list_in_place_of_names_and_values_is_told() {
        for block in [json!(["Surrey Care"]), json!({ "association": ["Surrey Care"] })] {
            assert!(matches!(of_block(&block), Err(SettingsError::UnknownName(_))), "{block}");
        }
    }

    #[test]
    fn every_setting_is_among_the_names() {
        let block = serde_json::to_string(&Settings::default()).unwrap();
        let mut names = BrowserJson::parse(&block).unwrap().names();
        let mut expected = NAMES.map(str::to_owned).to_vec();
        names.sort();
        expected.sort();
        assert_eq!(names, expected);
    }

    #[test]
    fn a_value_of_another_kind_is_told() {
        for block in [
            json!({ "most_accounts": "12" }),
            json!({ "most_accounts": 1.5 }),
            json!({ "most_accounts": -1 }),
            json!({ "passcode_days": 100_000 }),
            json!({ "letter_days": [5] }),
            json!({ "association": "Surrey Care" }),
            json!(null),
        ] {
            assert!(matches!(of_block(&block), Err(SettingsError::NotSettings(_))), "{block}");
        }
        assert_eq!(
            Settings::from_block::<BrowserJson>("{\"most_accounts\": 12,}"),
            Err(SettingsError::NotJson)
        );
    }

    #[test]
    fn a_value_that_makes_no_sense_is_named_with_what_to_write() {
        for (block, name) in [
            (json!({ "association": { "name": " " } }), "association.name"),
            (json!({ "association": { "contact_email": "Damon Habbin" } }), "association.contact_email"),
            (
                json!({ "association": { "contact_email": "anna@example.org?cc=b@example.org" } }),
                "contact_email",
            ),
            (json!({ "association": { "page": "www.example.org" } }), "association.page"),
            (json!({ "embedded_in": "https://www.example.org/nhsmail" }), "embedded_in"),
            (json!({ "embedded_in": "*" }), "embedded_in"),
            (json!({ "helpdesk_telephone": "" }), "helpdesk_telephone"),
            (json!({ "helpdesk_email": "the helpdesk" }), "helpdesk_email"),
            (json!({ "feedback_email": "feedback" }), "feedback_email"),
            (json!({ "fewest_accounts": 0 }), "fewest_accounts"),
            (json!({ "fewest_accounts": 11 }), "fewest_accounts no more than most_accounts"),
            (json!({ "most_accounts": 501 }), "from 1 to 500 for most_accounts"),
            (json!({ "passcode_days": 0 }), "passcode_days"),
            (json!({ "passcode_days": 20 }), "passcode_warning_days no more than passcode_days"),
            (json!({ "letter_days": [7, 5] }), "the first of letter_days no more than the second"),
            (json!({ "idle_days": 0 }), "idle_days"),
            (json!({ "links": { "portal": "http://example.org" } }), "links.portal"),
            (json!({ "links": { "own_email": "javascript:alert(1)" } }), "links.own_email"),
            (json!({ "colours": { "brand": "teal" } }), "colours.brand"),
            (json!({ "colours": { "brand": "#0f525" } }), "colours.brand"),
            (json!({ "colours": { "brand": "#+f5257" } }), "colours.brand"),
            (json!({ "colours": { "brand": "#ffd700" } }), "darker colour for colours.brand"),
        ] {
            let said = of_block(&block).unwrap_err().to_string();
            assert!(said.contains(name) && said.ends_with('.'), "{block}: {said}");
        }
    }

    #[test]
    fn the_contact_may_have_an_address_of_any_kind() {
        for email in
            ["anna@example.org", "Anna.Smith@nhs.net", "nhsmail@surreycare.org.uk", "care.vllwv@nhs.net"]
        {
            assert!(of_block(&json!({ "association": { "contact_email": email } })).is_ok(), "{email}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        for (colour, contrast) in
            [([0xff; 3], 1.0), ([0; 3], 21.0), ([0x76; 3], 4.54), ([0x77; 3], 4.48), ([0xff, 0, 0], 4.0)]
        {
            let found = contrast_with_white(colour);
            assert!((found - contrast).abs() < 0.005, "{colour:?}: {found}");
        }
    }
}
