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

mod check;
mod error;

use serde::{Deserialize, Serialize};

pub use self::error::SettingsError;
use crate::facts;
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

/// The least contrast that text may have: WCAG 2.2, success criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

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
}

impl Colours {
    /// The brand colour as red, green and blue; the built-in one in place of what is no colour.
    pub fn brand_rgb(&self) -> [u8; 3] {
        from_hex(&self.brand).unwrap_or(TEAL)
    }
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
}
