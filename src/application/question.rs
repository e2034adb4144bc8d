//! The readiness questions, by name. [`QUESTIONS`](super::QUESTIONS) says what each asks, and when.

use serde::{Deserialize, Serialize};

/// A readiness question. The order is the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Question {
    /// Whether the organisation has, or had, NHSmail.
    AlreadyHas,
    /// Whether somebody can open the shared mailbox it has.
    OpensMailbox,
    /// What the site provides.
    Service,
    /// Whether it is registered with CQC.
    Registered,
    /// Whether any of its care is publicly funded.
    Funding,
    /// The toolkit status.
    DsptStatus,
    /// The year of that status.
    DsptEdition,
    /// Who published the toolkit.
    DsptPublisher,
    /// How the applicant shows that they act for the site.
    Proof,
    /// How the one-time passcode is sent.
    PasscodeRoute,
    /// When the one-time passcode was issued.
    PasscodeIssued,
}
