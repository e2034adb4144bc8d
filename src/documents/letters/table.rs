//! What each letter says and asks for.

use crate::application::{Letter, LetterBox};
use crate::settings::Settings;

/// One letter.
#[derive(Debug, PartialEq, Eq)]
pub struct LetterEntry {
    /// What its screen is called.
    pub title: &'static str,
    /// When to send it, and what happens then; the days of the settings stand between { and }.
    when: &'static str,
    /// Its subject, before the site's name.
    pub subject: &'static str,
    /// What it asks the helpdesk to do.
    pub says: &'static str,
    /// What it tells about the person, in order.
    pub asks: &'static [Asked],
}

/// One thing that a letter tells.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    /// Where it is typed.
    pub letter_box: LetterBox,
    /// The label of that box.
    pub label: &'static str,
    /// The line under the label; may be empty.
    pub hint: &'static str,
    /// What it is called in the letter.
    pub in_letter: &'static str,
    /// Whether the helpdesk can do nothing without it.
    pub is_needed: bool,
}

impl Asked {
    /// What it is called where it is told what to mend: the label without its "if you know it".
    pub fn name(&self) -> &'static str {
        self.label.split_once(',').map_or(self.label, |(name, _)| name)
    }
}

impl LetterEntry {
    /// When to send it, and what happens then.
    pub fn when(&self, settings: &Settings) -> String {
        self.when.replace("{idle_days}", &settings.idle_days.to_string())
    }
}

/// The entry of `letter`.
pub fn entry(letter: Letter) -> &'static LetterEntry {
    match letter {
        Letter::NewAccount => &NEW_ACCOUNT,
        Letter::Joiner => &JOINER,
        Letter::Leaver => &LEAVER,
        Letter::NewOwner => &NEW_OWNER,
        Letter::LongLeave => &LONG_LEAVE,
        Letter::Restore => &RESTORE,
    }
}

const fn needed(
    letter_box: LetterBox,
    label: &'static str,
    hint: &'static str,
    in_letter: &'static str,
) -> Asked {
    Asked { letter_box, label, hint, in_letter, is_needed: true }
}

const fn if_known(
    letter_box: LetterBox,
    label: &'static str,
    hint: &'static str,
    in_letter: &'static str,
) -> Asked {
    Asked { letter_box, label, hint, in_letter, is_needed: false }
}

const NAME: Asked = needed(LetterBox::Name, "Their first and last name", "", "Name");
const NHS_EMAIL: Asked =
    needed(LetterBox::NhsEmail, "Their NHSmail address", "It ends in @nhs.net", "NHSmail address");

static NEW_ACCOUNT: LetterEntry = LetterEntry {
    title: "Ask for a new account",
    when: "For somebody who works at your site and has never had NHSmail.",
    subject: "New NHSmail account",
    says: "Please make an NHSmail account for the person below, and add them to our shared mailbox.",
    asks: &[
        NAME,
        needed(
            LetterBox::OwnEmail,
            "Their own email address",
            "The username is sent there. Nobody else may have the same one.",
            "Their own email address, for the username",
        ),
        needed(
            LetterBox::Mobile,
            "Their own UK mobile number",
            "The temporary password is sent there. Nobody else may have the same one.",
            "Their own mobile number, for the temporary password",
        ),
    ],
};

static JOINER: LetterEntry = LetterEntry {
    title: "Add somebody who has NHSmail from another job",
    when: "They keep the account they have. It is joined to your site, so ask for no second one. This is the way too for somebody who works at two sites.",
    subject: "Joiner",
    says: "The person below works at our site and already has an NHSmail account. Please make that account a joiner at our site, and add it to our shared mailbox.",
    asks: &[
        NAME,
        NHS_EMAIL,
        if_known(
            LetterBox::From,
            "Their first day at your site, if you know it",
            "For example, 4 1 2027.",
            "First day at our site",
        ),
    ],
};

static LEAVER: LetterEntry = LetterEntry {
    title: "Report somebody who leaves",
    when: "As soon as you know their last day. Their account may go with them to the next job, so do not let anybody else use it.",
    subject: "Leaver",
    says: "The person below is leaving our site. Please make their account a leaver, and take them off our shared mailbox.",
    asks: &[
        NAME,
        NHS_EMAIL,
        needed(
            LetterBox::From,
            "Their last day at your site",
            "For example, 4 1 2027.",
            "Last day at our site",
        ),
        if_known(
            LetterBox::NextOwner,
            "Who is to own the shared mailbox after them, if they own it",
            "First and last name. You can leave it empty where somebody else owns it too.",
            "To own our shared mailbox after them",
        ),
    ],
};

static NEW_OWNER: LetterEntry = LetterEntry {
    title: "Ask for a new owner of the shared mailbox",
    when: "Before an owner leaves, or when there is only one. A site whose only owner has left is locked out of its mailbox.",
    subject: "New owner of our shared mailbox",
    says: "Please make the person below an owner of our shared mailbox.",
    asks: &[
        NAME,
        NHS_EMAIL,
        if_known(
            LetterBox::OwnerBefore,
            "The owner who leaves or has left, if there is one",
            "Their first and last name",
            "Owner who leaves or has left",
        ),
    ],
};

static LONG_LEAVE: LetterEntry = LetterEntry {
    title: "Disable an account for long leave",
    when: "For somebody who will be away so long that they cannot sign in every month. A disabled account is there when they are back. One that is only left idle is deleted.",
    subject: "Account to be disabled for long leave",
    says: "The person below is going on long leave. Please disable their account while they are away, so that it is not deleted.",
    asks: &[
        NAME,
        NHS_EMAIL,
        needed(LetterBox::From, "Their first day away", "For example, 4 1 2027.", "First day away"),
        if_known(
            LetterBox::Until,
            "The day they are back, if you know it",
            "For example, 30 9 2027.",
            "Back on",
        ),
    ],
};

static RESTORE: LetterEntry = LetterEntry {
    title: "Ask for a deleted account back",
    when: "Within {idle_days} days of the day it was deleted: after that it is gone. Phone first, and send this letter the same day.",
    subject: "Deleted account to be restored",
    says: "The account of the person below was deleted because it was not used. They still work at our site. Please restore it.",
    asks: &[
        NAME,
        NHS_EMAIL,
        if_known(
            LetterBox::From,
            "The day it was deleted, if you know it",
            "For example, 4 1 2027.",
            "Deleted on",
        ),
    ],
};
