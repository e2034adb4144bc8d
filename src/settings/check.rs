//! Whether settings make sense.

use super::error::SettingsError;
use super::{Colours, LEAST_CONTRAST, Settings, from_hex};
use crate::application::MOST_PEOPLE;
use crate::fields::Email;
use crate::fields::email::EmailError;

impl Settings {
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
    fn check(&self) -> Result<(), SettingsError> {
        const NAME: &str = "colours.brand";
        let brand = from_hex(&self.brand).ok_or(SettingsError::NotAColour(NAME))?;
        let contrast = contrast_with_white(brand);
        if contrast < LEAST_CONTRAST { Err(SettingsError::LowContrast(NAME, contrast)) } else { Ok(()) }
    }
}

/// How a colour stands out from white, from 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance".
fn contrast_with_white(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
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
