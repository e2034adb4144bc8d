//! placeholder
/// m
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Meaning {
    FirstName,
    LastName,
    FullName,
    Email,
    Mobile,
    Role,
    Ignored,
}
impl Meaning {
    /// all
    pub const ALL: [Meaning; 7] = [
        Meaning::FirstName,
        Meaning::LastName,
        Meaning::FullName,
        Meaning::Email,
        Meaning::Mobile,
        Meaning::Role,
        Meaning::Ignored,
    ];
    /// key
    pub fn key(self) -> &'static str {
        ["first-name", "last-name", "full-name", "email", "mobile", "role", "ignored"][self as usize]
    }
    /// from
    pub fn from_key(key: &str) -> Option<Self> {
        Meaning::ALL.into_iter().find(|m| m.key() == key)
    }
    /// label
    pub fn label(self) -> &'static str {
        [
            "First name",
            "Last name",
            "Whole name",
            "Email address",
            "Mobile number",
            "Owner or member",
            "Leave out",
        ][self as usize]
    }
}
