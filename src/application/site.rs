//! The home or branch the accounts are for.

/// One site, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
