//! Every number and statement taken from somebody else: what it says, where it was read, and when.
//! Nothing else in the project states a fact of NHSmail, CQC or the toolkit.
//!
//! A host's own details and the values a host may change are in [`settings`](crate::settings),
//! whose defaults come from here.
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

use time::{Date, Month};

use crate::day::in_words;

/// A statement read in a public page.
#[derive(Debug)]
pub struct Fact {
    /// What the page says, in our words.
    pub says: &'static str,
    /// Where it was read, and when.
    pub source: &'static Source,
    /// Whether the source leaves room for doubt, which the page then says.
    pub unsure: bool,
}

/// A public page.
#[derive(Debug)]
pub struct Source {
    /// Who says it, and in which page.
    pub title: &'static str,
    /// The page's address.
    pub address: &'static str,
    /// When it was read, as published then; the month is what counts.
    pub read: Date,
}

impl Source {
    /// The month it was read in: "August 2026". What it said on one day holds for longer.
    pub fn read_in(&self) -> String {
        let day = in_words(self.read);
        day.split_once(' ').map_or_else(|| day.clone(), |(_, month)| month.to_owned())
    }
}

/// The day on which the first of the pages below were read. No release is older: a clock that says an earlier day is
/// wrong.
pub const FIRST_READ: Date = day(2026, Month::August, 28);

/// The day on which the pages were read that have been added since.
const ADDED: Date = day(2026, Month::November, 25);

const fn day(year: i32, month: Month, day: u8) -> Date {
    match Date::from_calendar_date(year, month, day) {
        Ok(day) => day,
        // None of those above: the tests read both.
        Err(_) => Date::MIN,
    }
}

const fn sure(says: &'static str, source: &'static Source) -> Fact {
    Fact { says, source, unsure: false }
}

const fn unsure(says: &'static str, source: &'static Source) -> Fact {
    Fact { says, source, unsure: true }
}

// Sources.

/// The page this checker grew from.
pub static ASSOCIATION_PAGE: Source = Source {
    title: "Lincolnshire Care Association, “NHSmail”",
    address: "https://www.linca.org.uk/NHSMail.asp",
    read: FIRST_READ,
};
/// NHS England's guide for social care.
pub static SIGNING_UP: Source = Source {
    title: "NHS England, “Signing up for NHSmail”",
    address: "https://www.england.nhs.uk/ourwork/clinical-policy/ordering-medication-using-proxy-access/getting-a-secure-email-account-a-guide-for-social-care-organisations/signing-up-for-nhsmail/",
    read: FIRST_READ,
};
/// How a social care organisation registers.
pub static REGISTERING: Source = Source {
    title: "NHS.net Connect support, “Registering a social care organisation”",
    address: "https://support.nhs.net/knowledge-base/registering-a-social-care-organisation-e-g-a-care-provider-or-care-home-service/",
    read: FIRST_READ,
};
/// What a social care provider does once it has accounts.
pub static STARTER_GUIDE: Source = Source {
    title: "NHS.net Connect support, “Starter guide for social care providers”",
    address: "https://support.nhs.net/knowledge-base/starter-guide-for-social-care-providers",
    read: FIRST_READ,
};
/// Owners and members of a shared mailbox.
pub static SHARED_MAILBOX: Source = Source {
    title: "NHS.net Connect support, “Getting the most from your shared mailbox”",
    address: "https://support.nhs.net/knowledge-base/getting-the-most-from-your-shared-mailbox",
    read: FIRST_READ,
};
/// Local NHS advice on owners of shared mailboxes.
pub static TWO_OWNERS_PAGE: Source = Source {
    title: "Suffolk and North East Essex, “Shared mailboxes: owners and members responsibilities”",
    address: "https://clinicalsystems.snee.nhs.uk/support/solutions/articles/103000302624-shared-mailboxes-owners-members-responsibilities",
    read: FIRST_READ,
};
/// Why application forms come back.
pub static REJECTED_FORMS: Source = Source {
    title: "Nottinghamshire care IG, “NHSmail”",
    address: "https://notts-care-ig.net/nhs-mail/",
    read: FIRST_READ,
};
/// The toolkit for social care.
pub static PUBLISHING_DSPT: Source = Source {
    title: "Digital Care Hub, “Publish and share your DSPT”",
    address: "https://www.digitalcarehub.co.uk/dspt-2/publish-and-share-your-dspt/",
    read: FIRST_READ,
};
/// How to look a toolkit status up.
pub static CHECKING_DSPT: Source = Source {
    title: "Digital Care Hub, “Check DSPT status”",
    address: "https://www.digitalcarehub.co.uk/dspt/check-dspt-status/",
    read: FIRST_READ,
};
/// The toolkit itself.
pub static TOOLKIT: Source = Source {
    title: "Data Security and Protection Toolkit",
    address: "https://www.dsptoolkit.nhs.uk/OrganisationSearch",
    read: FIRST_READ,
};
/// Finding an ODS code.
pub static FINDING_ODS: Source = Source {
    title: "Digital Care Hub, “How to find your ODS code”",
    address: "https://www.digitalcarehub.co.uk/dspt/how-to-find-your-ods-code",
    read: FIRST_READ,
};
/// The service that issues ODS codes.
pub static ODS: Source = Source {
    title: "NHS England, “Organisation Data Service”",
    address: "https://digital.nhs.uk/services/organisation-data-service",
    read: FIRST_READ,
};
/// CQC's own lists of locations and providers.
pub static CQC_DATA: Source = Source {
    title: "Care Quality Commission, “Using CQC data”",
    address: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
    read: FIRST_READ,
};
/// When an account that is not used ends, and by when the policy is accepted.
pub static IDLE_PAGE: Source = Source {
    title: "NHSmail support, “LA communication, 24 November 2022”",
    address: "https://support.nhs.net/knowledge-base/la-communication-24-november-2022/",
    read: ADDED,
};
/// What is asked for with each new account.
pub static CREATING_ACCOUNT: Source = Source {
    title: "NHSmail support, “Create user account”",
    address: "https://support.nhs.net/knowledge-base/create-user-account/",
    read: ADDED,
};
/// How a username and a password come.
pub static PHARMACY_NHSMAIL: Source = Source {
    title: "Community Pharmacy England, “NHSmail”",
    address: "https://archive.psnc.org.uk/contract-it/pharmacy-it/nhs-mail/",
    read: ADDED,
};
/// Who is refused when accounts move to the national helpdesk.
pub static TRANSFERS: Source = Source {
    title: "NHSmail support, “Local organisation to National Administration Service (NAS) transfer process”",
    address: "https://support.nhs.net/knowledge-base/local-organisation-to-national-administration-service-nas-transfer-process/",
    read: ADDED,
};
/// A trust's word on shared mailboxes.
pub static SILENT_MAILBOX_TRUST: Source = Source {
    title: "Croydon Health Services, “NHSmail shared mailbox information for owners”",
    address: "https://croydonhealth.freshservice.com/support/announcements/50000023618",
    read: ADDED,
};
/// A pharmacy committee's word on shared mailboxes.
pub static SILENT_MAILBOX_LPC: Source = Source {
    title: "Middlesex LPCs, “NHSmail changes: keeping your account active”",
    address: "https://www.middlesexlpcs.org.uk/nhsmail-changes-keeping-your-account-active/",
    read: ADDED,
};
/// How accounts of social care are closed.
pub static CLOSING_ACCOUNTS: Source = Source {
    title: "Digital Social Care, “How to close your NHSmail account”",
    address: "https://www.digitalsocialcare.co.uk/social-care-technology/nhsx-care-home-ipads/how-to-use-nhsmail-on-your-ipad/how-to-close-your-nhsmail-account/",
    read: ADDED,
};
/// What is often asked about the portal.
pub static PORTAL_QUESTIONS: Source = Source {
    title: "NHSmail Portal, “NHSmail FAQs”",
    address: "https://portal.nhs.net/help/faq",
    read: ADDED,
};
/// The care homes of Devon, Somerset and around, as CQC gave them in April 2021.
pub static CARE_HOMES_2021: Source = Source {
    title: "Care Quality Commission, care homes of April 2021, as copied on GitHub",
    address: "https://github.com/PhilPearson83/CQC_carehome_data_extraction",
    read: ADDED,
};
/// The other way to secure email.
pub static OWN_EMAIL: Source = Source {
    title: "NHS England, “The secure email standard”",
    address: "https://digital.nhs.uk/services/nhsmail/the-secure-email-standard",
    read: FIRST_READ,
};
/// The route of services that are not registered with CQC.
pub static THIRD_PARTY: Source = Source {
    title: "Digital Social Care, “NHSmail”",
    address: "https://www.digitalsocialcare.co.uk/sharing-care-records-via-email/how-to-get-secure-email/nhsmail/",
    read: FIRST_READ,
};
/// What an email address, and a postcode, may look like.
pub static NOTIFY: Source = Source {
    title: "GOV.UK Notify, rules for recipients",
    address: "https://github.com/alphagov/notifications-utils",
    read: FIRST_READ,
};
/// What a name may look like.
pub static NAMES: Source = Source {
    title: "W3C, “Personal names around the world”",
    address: "https://www.w3.org/International/questions/qa-personal-names",
    read: FIRST_READ,
};
/// Which numbers are mobiles.
pub static LIBPHONENUMBER: Source = Source {
    title: "libphonenumber, numbering plan of the United Kingdom",
    address: "https://github.com/google/libphonenumber",
    read: FIRST_READ,
};

// Values that rules compute with. A host may change most of them: see `settings`.

/// Fewest accounts a site may ask for.
pub const FEWEST_ACCOUNTS: usize = 2;
/// Most accounts a site may ask for at once.
pub const MOST_ACCOUNTS: usize = 10;
/// Days a one-time passcode is valid, counted from the day of issue.
pub const PASSCODE_DAYS: u16 = 28;
/// Days after the day of issue from which to warn, because it is not known whether that day counts.
pub const PASSCODE_WARNING_DAYS: u16 = 26;
/// Days a passcode letter takes at the least and at the most.
pub const LETTER_DAYS: (u16, u16) = (5, 7);
/// Hours a reply to an application may take.
pub const REPLY_HOURS: u16 = 48;
/// Days within which to accept the Acceptable Use Policy.
pub const POLICY_DAYS: u16 = 30;
/// Days without signing in or sending after which an account becomes inactive.
pub const IDLE_DAYS: u16 = 30;
/// The NHS helpdesk's telephone.
pub const HELPDESK_TELEPHONE: &str = "0333 200 1133";

// Facts, in the order of a provider's journey.

/// Who asks the helpdesk and not the portal.
pub static PORTAL_IS_FOR_NEW_PROVIDERS: Fact = sure(
    "Only a provider that does not have NHSmail uses the NHS Portal. Others ask the NHS helpdesk for new accounts.",
    &ASSOCIATION_PAGE,
);
/// How the helpdesk is asked.
pub static HELPDESK_REQUEST: Fact = sure(
    "New accounts are asked for by email from the site’s shared mailbox, or by telephone from the number registered with CQC.",
    &STARTER_GUIDE,
);
/// Somebody who has an account already.
pub static JOINERS: Fact = sure(
    "Somebody who already has an NHSmail account is joined to the site, not registered again.",
    &STARTER_GUIDE,
);
/// CQC registration comes first.
pub static CQC_FIRST: Fact = sure(
    "A CQC-registered provider applies through the NHS Portal; a service without CQC registration takes the third-party route.",
    &THIRD_PARTY,
);
/// Hospices take another route.
pub static HOSPICES: Fact = sure("Hospices write to the NHS.net Connect feedback team.", &REGISTERING);
/// How a service is paid for does not decide.
pub static FUNDING: Fact = sure(
    "Care homes and home care may apply. It does not matter whether a council, the NHS or the people themselves pay.",
    &REGISTERING,
);
/// What the association's page says of funding.
pub static COMMISSIONED: Fact = sure(
    "NHSmail is for services that the NHS or a council pays to give health or social care.",
    &ASSOCIATION_PAGE,
);
/// The toolkit comes first.
pub static DSPT_FIRST: Fact = sure(
    "Since 1 July 2021 the toolkit must be published at Approaching Standards or better before applying.",
    &ASSOCIATION_PAGE,
);
/// The portal is the only way in.
pub static NO_FAST_TRACK: Fact = sure(
    "All fast-track routes ended on 31 July 2021: the NHS Portal is the only way in.",
    &ASSOCIATION_PAGE,
);
/// The toolkit is published every year.
pub static DSPT_YEARLY: Fact =
    sure("Publish the toolkit by 30 June each year, and at least once in twelve months.", &PUBLISHING_DSPT);
/// How long a toolkit status lasts.
pub static DSPT_ENDS: Fact = unsure(
    "A status may end twelve months after the day it was published, or on 30 June of the next year. One example of 2022-23 ended on 30 June 2024.",
    &TOOLKIT,
);
/// When a new year of the toolkit opens.
pub static DSPT_OPENS: Fact = unsure(
    "A new year of the toolkit opens in September or so: in 2025 it was 18 September.",
    &PUBLISHING_DSPT,
);
/// Approaching Standards is for the first time only.
pub static APPROACHING_ONCE: Fact = sure(
    "Approaching Standards can be published once only. After that, Standards Met is needed.",
    &PUBLISHING_DSPT,
);
/// A head office chooses its branches.
pub static HEAD_OFFICE_DSPT: Fact = sure(
    "A head office that publishes for more than one site chooses which sites are in it.",
    &PUBLISHING_DSPT,
);
/// How a status is looked up.
pub static DSPT_SEARCH: Fact =
    sure("Anyone can look up a provider’s status by its name or ODS code.", &CHECKING_DSPT);
/// The applicant shows that they act for the site.
pub static PROOF: Fact = sure(
    "The person who applies needs the CQC manager’s ID, or else a one-time passcode.",
    &ASSOCIATION_PAGE,
);
/// What a manager's ID looks like.
pub static MANAGERS_ID: Fact =
    unsure("A manager’s ID, also called contact ID, looks like 1-xxxxxx or CON1-xxxxxx.", &REGISTERING);
/// Where a manager's ID is found.
pub static MANAGERS_ID_PLACES: Fact = sure(
    "The manager’s ID is on the manager’s registration details. Those who can sign in find it in the CQC Provider Portal too.",
    &ASSOCIATION_PAGE,
);
/// A new manager's ID may not be known.
pub static NEW_MANAGER: Fact = sure(
    "If the manager changed a short time ago, it may be better to ask for a passcode by post.",
    &ASSOCIATION_PAGE,
);
/// Post is the surer way.
pub static PASSCODE_BY_POST: Fact = sure(
    "Ask for the passcode by post: the email goes to the mailbox registered with CQC.",
    &ASSOCIATION_PAGE,
);
/// How long a passcode lasts.
pub static PASSCODE_LASTS: Fact = unsure(
    "A passcode is valid for 28 days from issue, and its letter can take 5 to 7 days. Whether the day of issue counts is not said.",
    &ASSOCIATION_PAGE,
);
/// What a Location ID looks like.
pub static LOCATION_ID: Fact = unsure(
    "A CQC Location ID is 1- and 9 to 11 digits. No rule says so: all in CQC’s own list are like that.",
    &CQC_DATA,
);
/// Where a Location ID is found.
pub static LOCATION_ID_PLACE: Fact = sure(
    "The Location ID is at the end of the address of the location’s page on the CQC website.",
    &ASSOCIATION_PAGE,
);
/// The postcode leads to the ODS code.
pub static POSTCODE_FINDS_ODS: Fact = sure(
    "The postcode registered with CQC brings up the site’s ODS code. If it does not, the site may already have accounts: ask the NHS helpdesk.",
    &ASSOCIATION_PAGE,
);
/// What a postcode looks like.
pub static POSTCODE_SHAPE: Fact = sure("The shapes a UK postcode can have.", &NOTIFY);
/// Site codes and head-office codes.
pub static ODS_SHAPES: Fact = sure(
    "A site’s code is normally V and 4 letters or digits. A code of 4 that starts with A or C is a head office. Codes that start with 8 are not used for NHSmail.",
    &FINDING_ODS,
);
/// The codes of care homes in CQC's data.
pub static ODS_LETTERS: Fact = unsure(
    "In one list of 728 care homes, of April 2021, each code is V, then L, M or N, then three more. None of the three is B, I, O, S, U or Z. No rule says so.",
    &CARE_HOMES_2021,
);
/// New codes since 2020.
pub static ODS_NEW_SHAPE: Fact = unsure(
    "Since April 2020 a new code may be letter, digit, letter, digit, letter, such as G7H8J. Their shape no longer tells a site from a head office.",
    &ODS,
);
/// How many accounts.
pub static HOW_MANY: Fact = sure("A site asks for 2 to 10 accounts.", &ASSOCIATION_PAGE);
/// Accounts are for individuals.
pub static INDIVIDUALS: Fact =
    sure("Accounts are for individuals. Generic accounts are not allowed.", &ASSOCIATION_PAGE);
/// One email and one mobile a person.
pub static OF_THEIR_OWN: Fact = sure(
    "Each person needs an email address and a mobile number of their own. Personal ones will do.",
    &ASSOCIATION_PAGE,
);
/// What the details are for.
pub static ONLY_FOR_ACCOUNTS: Fact = sure(
    "Each person’s email and mobile are used only to create the account, and to check later who they are.",
    &ASSOCIATION_PAGE,
);
/// Think of everyone now.
pub static THINK_NOW: Fact = sure(
    "More accounts can be asked for later, but it may be better to think now about who will need one.",
    &ASSOCIATION_PAGE,
);
/// What NHSmail is accredited for.
pub static ACCREDITED: Fact = sure(
    "NHSmail is accredited for sharing sensitive information, and details that tell who a patient is.",
    &ASSOCIATION_PAGE,
);
/// Forms that came back.
pub static NOT_UNIQUE: Fact = sure(
    "Forms were rejected because emails or mobiles were not unique to each person, or were the organisation’s.",
    &REJECTED_FORMS,
);
/// Mobiles are of the UK.
pub static UK_MOBILES: Fact = unsure(
    "Mobile numbers used to register must be UK based. Whether Jersey, Guernsey and Isle of Man numbers are taken is not said.",
    &CREATING_ACCOUNT,
);
/// Which numbers are mobiles.
pub static MOBILE_RANGES: Fact = sure("The ranges of numbers that are UK mobiles.", &LIBPHONENUMBER);
/// What an email address looks like.
pub static EMAIL_SHAPE: Fact = sure("The email addresses that mail systems accept.", &NOTIFY);
/// What a name looks like.
pub static NAME_SHAPES: Fact = sure("Names come in every script, length and shape.", &NAMES);
/// The mailbox needs an owner.
pub static OWNER: Fact =
    sure("A shared mailbox has owners, who decide who may use it, and members.", &SHARED_MAILBOX);
/// Two owners are better than one.
pub static TWO_OWNERS: Fact = sure(
    "Never have fewer than two owners: a site whose only owner leaves is locked out of its own mailbox.",
    &TWO_OWNERS_PAGE,
);
/// The likely address.
pub static LIKELY_MAILBOX: Fact =
    sure("The shared mailbox is normally care.ODScode@nhs.net.", &ASSOCIATION_PAGE);
/// When an answer comes.
pub static REPLY: Fact = sure("A reply takes up to 48 hours.", &SIGNING_UP);
/// What comes to whom.
pub static CREDENTIALS: Fact = sure(
    "Usernames go to the email address given, temporary passwords by text to the mobile number given.",
    &PHARMACY_NHSMAIL,
);
/// The policy must be accepted.
pub static POLICY: Fact = sure(
    "A new account becomes inactive if the Acceptable Use Policy is not accepted within 30 days.",
    &IDLE_PAGE,
);
/// Idle accounts end.
pub static IDLE: Fact = sure(
    "Since 1 December 2022 an account that is not used for 30 days is switched off. 30 days later it is deleted. It can be restored for 30 days more.",
    &IDLE_PAGE,
);
/// Some say that a silent shared mailbox is deleted.
pub static SILENT_MAILBOX: Fact = unsure(
    "One trust says that a shared mailbox may be deleted if nothing is sent from it for six months. Send something from it once a month.",
    &SILENT_MAILBOX_TRUST,
);
/// Others say that it is not.
pub static SILENT_MAILBOX_KEPT: Fact = unsure(
    "A group of pharmacists says that shared mailboxes are kept, and that only people’s own accounts are deleted.",
    &SILENT_MAILBOX_LPC,
);
/// Not every site is looked after by the national helpdesk.
pub static LOCAL_ADMINISTRATOR: Fact = sure(
    "Some sites are looked after by a Local Administrator of their own organisation, and not by the NHS helpdesk.",
    &STARTER_GUIDE,
);
/// Who is refused when accounts are moved.
pub static NOT_TRANSFERRED: Fact = sure(
    "When accounts move to the NHS helpdesk, these are refused: staff of a head office or of HR, names that are no person’s, people without a UK mobile, sites without the toolkit.",
    &TRANSFERS,
);
/// Later accounts.
pub static MORE_LATER: Fact =
    sure("More accounts can be asked for later, from the NHS helpdesk.", &ASSOCIATION_PAGE);
/// Own email instead of NHSmail.
pub static ALTERNATIVE: Fact = sure(
    "In place of NHSmail, an organisation can have its own email, if it is accredited. The rule for that is called DCB1596.",
    &OWN_EMAIL,
);
/// What the service is called today.
pub static NEW_NAME: Fact = sure("NHSmail is now called NHS.net Connect.", &FINDING_ODS);
/// What a passcode is for.
pub static PASSCODE_STANDS_IN: Fact = sure(
    "If you lack the Location ID, the manager’s ID or the postcode, the portal lets you ask for a one-time passcode.",
    &ASSOCIATION_PAGE,
);
/// What the support pages ask for all the same.
pub static LOCATION_ID_ASKED: Fact = unsure(
    "The support pages ask every site for its Location ID, and do not say that a passcode can stand in for it.",
    &REGISTERING,
);
/// What to say when nobody can open the mailbox.
pub static LOCKED_OUT: Fact = sure(
    "If nobody can open the shared mailbox, phone from the telephone registered with CQC. Say so, and who is to be added as its owner.",
    &STARTER_GUIDE,
);
/// Where the helpdesk's email goes.
pub static HELPDESK_ADDRESS: Fact = unsure(
    "The helpdesk for social care used to have the address careadmin@nhs.net. Newer pages give none: ask by telephone.",
    &CLOSING_ACCOUNTS,
);
/// Where the feedback team's email goes.
pub static FEEDBACK_ADDRESS: Fact =
    unsure("The feedback team had the address feedback@nhs.net. Check it by telephone.", &PORTAL_QUESTIONS);
/// The feedback team's email address, as a page gives it.
pub const FEEDBACK_EMAIL: &str = "feedback@nhs.net";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_says_the_month_in_which_it_was_read() {
        assert_eq!(ASSOCIATION_PAGE.read_in(), "August 2026");
        assert_eq!(TRANSFERS.read_in(), "November 2026");
    }
}
