//! The home or branch the accounts are for.

use super::person::canonical;
use crate::fields::location_id::LocationIdError;
use crate::fields::secret::{Secret, secret_in, secret_in_location_id};
use crate::fields::title_case::{NameKind, in_title_case};
use crate::fields::{LocationId, OdsCode, Postcode};
use crate::text::visible;
use serde::{Deserialize, Serialize};

/// One site, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "app", derive(reactive_stores::Store))]
pub struct Site {
    /// What the site is called.
    pub name: String,
    /// CQC Location ID.
    pub location_id: String,
    /// The postcode registered with CQC.
    pub postcode: String,
    /// The site's ODS code.
    pub ods_code: String,
    /// Whether "I don't know it" was chosen for the ODS code.
    pub ods_unknown: bool,
}

/// One box of the site's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SiteBox {
    /// What the site is called.
    Name,
    /// CQC Location ID.
    LocationId,
    /// Postcode.
    Postcode,
    /// ODS code.
    OdsCode,
}

impl SiteBox {
    /// Every box, in the order they are asked.
    pub const ALL: [SiteBox; 4] = [SiteBox::Name, SiteBox::LocationId, SiteBox::Postcode, SiteBox::OdsCode];

    /// The box's label.
    pub fn label(self) -> &'static str {
        match self {
            SiteBox::Name => "Name of the home or branch",
            SiteBox::LocationId => "CQC Location ID",
            SiteBox::Postcode => "Postcode registered with CQC",
            SiteBox::OdsCode => "ODS code",
        }
    }
}

impl Site {
    /// The text in `site_box`, as typed.
    pub fn typed(&self, site_box: SiteBox) -> &str {
        match site_box {
            SiteBox::Name => &self.name,
            SiteBox::LocationId => &self.location_id,
            SiteBox::Postcode => &self.postcode,
            SiteBox::OdsCode => &self.ods_code,
        }
    }

    /// Puts `text` into `site_box`.
    pub fn set(&mut self, site_box: SiteBox, text: String) {
        match site_box {
            SiteBox::Name => self.name = text,
            SiteBox::LocationId => self.location_id = text,
            SiteBox::Postcode => self.postcode = text,
            SiteBox::OdsCode => self.ods_code = text,
        }
    }

    /// What `site_box` comes to: the canonical form, or the typed text where it cannot be read.
    /// Empty for an ODS code that is not known, and in place of a [secret](Site::secret).
    pub fn value(&self, site_box: SiteBox) -> String {
        let typed = self.typed(site_box);
        match site_box {
            _ if self.secret(site_box).is_some() => String::new(),
            SiteBox::Name => visible(typed.trim()),
            SiteBox::LocationId => canonical::<LocationId>(typed),
            SiteBox::Postcode => canonical::<Postcode>(typed),
            SiteBox::OdsCode if self.ods_unknown => String::new(),
            SiteBox::OdsCode => canonical::<OdsCode>(typed),
        }
    }

    /// The site's name as it goes into documents and the names of files: what `SiteBox::Name` comes to.
    pub fn shown_name(&self) -> String {
        self.value(SiteBox::Name)
    }

    /// The site's name in title case, where it is all in capitals or all in small letters.
    pub fn better_name(&self) -> Option<String> {
        in_title_case(&self.value(SiteBox::Name), NameKind::Site)
    }

    /// What was typed into `site_box` and works as a password. It goes no further than the box, into no file and
    /// no document.
    pub fn secret(&self, site_box: SiteBox) -> Option<Secret> {
        let typed = self.typed(site_box);
        match site_box {
            SiteBox::LocationId => {
                secret_in_location_id(typed).or_else(|| match typed.parse::<LocationId>() {
                    Err(LocationIdError::ManagerId) => Some(Secret::ManagersId),
                    // Shorter than any Location ID, and as long as the published example of a manager's.
                    Err(LocationIdError::WrongLength { digits: 5..=7 }) => Some(Secret::CqcId),
                    _ => None,
                })
            }
            SiteBox::Name | SiteBox::Postcode | SiteBox::OdsCode => secret_in(typed),
        }
    }

    /// The address the shared mailbox will probably have. It is certain only once NHS England has
    /// issued it.
    pub fn likely_mailbox(&self) -> Option<String> {
        let code: OdsCode =
            self.ods_code.parse().ok().filter(|code: &OdsCode| code.is_site() && !self.ods_unknown)?;
        Some(format!("care.{}@nhs.net", code.to_string().to_ascii_lowercase()))
    }
}
