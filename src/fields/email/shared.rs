//! Addresses that several people read, by what stands before the @.

/// Whether the part before @nhs.net names a shared mailbox. A care site's is normally `care.` and its
/// ODS code; a person's is the first and the last name.
pub(super) fn is_site_mailbox(local: &str) -> bool {
    local.starts_with("care.") || looks_shared(local)
}

/// Words that name a post or a place of work and no one's family: one is enough, whatever stands
/// beside it (`manager.oakview@`); `ordinator` is what is left of a co-ordinator.
const POSTS: &[&str] = &[
    "accounts",
    "admin",
    "administration",
    "administrator",
    "administrators",
    "admissions",
    "allstaff",
    "bookings",
    "carehome",
    "caremanager",
    "careoffice",
    "carers",
    "careteam",
    "contactus",
    "coordinators",
    "customerservice",
    "daycare",
    "daycentre",
    "daystaff",
    "donotreply",
    "dutymanager",
    "enquiries",
    "enquiry",
    "frontdesk",
    "headofcare",
    "headoffice",
    "headofnursing",
    "helpdesk",
    "homecare",
    "homemanager",
    "housekeeping",
    "info",
    "information",
    "inquiries",
    "itsupport",
    "management",
    "manager",
    "managers",
    "noreply",
    "nurseincharge",
    "nurses",
    "nursesstation",
    "nursestation",
    "nursinghome",
    "ordinator",
    "ordinators",
    "payroll",
    "postmaster",
    "reception",
    "receptionist",
    "recruitment",
    "referrals",
    "registeredmanager",
    "residentialhome",
    "safeguarding",
    "seniorcarer",
    "seniors",
    "teamleader",
    "teamleaders",
    "vacancies",
    "webmaster",
];

/// Words that count only when nothing but such words, and digits, make up the whole: each is also
/// part of people's names, or of a name they chose. Among them the trees that many homes are named
/// after: `limes.office@`.
const WORK_WORDS: &[&str] = &[
    "activities",
    "activity",
    "agency",
    "all",
    "area",
    "assistant",
    "bank",
    "beeches",
    "branch",
    "business",
    "call",
    "care",
    "careers",
    "carer",
    "catering",
    "cedars",
    "centre",
    "charge",
    "chef",
    "cleaner",
    "clerk",
    "clinical",
    "complaints",
    "compliance",
    "contact",
    "coordinator",
    "cover",
    "customer",
    "data",
    "day",
    "dementia",
    "deputy",
    "desk",
    "director",
    "domestic",
    "domiciliary",
    "duty",
    "elms",
    "email",
    "everyone",
    "extra",
    "facilities",
    "feedback",
    "finance",
    "firs",
    "first",
    "floor",
    "front",
    "general",
    "generic",
    "ground",
    "group",
    "handyman",
    "head",
    "health",
    "hello",
    "help",
    "hollies",
    "home",
    "homes",
    "hospital",
    "house",
    "housekeeper",
    "hr",
    "hub",
    "in",
    "inbox",
    "invoices",
    "it",
    "jobs",
    "kitchen",
    "laundry",
    "laurels",
    "lead",
    "leader",
    "limes",
    "living",
    "mail",
    "mailbox",
    "main",
    "maintenance",
    "maples",
    "marketing",
    "matron",
    "medication",
    "meds",
    "nhs",
    "night",
    "nights",
    "no",
    "nurse",
    "nursing",
    "oaks",
    "of",
    "office",
    "officer",
    "on",
    "oncall",
    "operations",
    "orders",
    "our",
    "owner",
    "people",
    "personnel",
    "pharmacy",
    "physio",
    "pines",
    "poplars",
    "post",
    "private",
    "protection",
    "quality",
    "region",
    "regional",
    "registered",
    "reply",
    "residential",
    "residents",
    "resource",
    "respite",
    "room",
    "rota",
    "rotas",
    "sales",
    "secretary",
    "senior",
    "service",
    "services",
    "shared",
    "shift",
    "sister",
    "site",
    "social",
    "staff",
    "station",
    "stores",
    "supervisor",
    "support",
    "supported",
    "team",
    "the",
    "training",
    "treatment",
    "unit",
    "us",
    "user",
    "volunteers",
    "wages",
    "ward",
    "willows",
    "work",
    "worker",
    "workers",
];

/// Single words of [`WORK_WORDS`], or made of them, that are a surname or a chosen name when they stand alone.
const NAMES_ALONE: &[&str] = &[
    "bankhead", "beeches", "cedars", "clerk", "day", "elms", "firs", "first", "ground", "head", "hollies",
    "house", "in", "laurels", "limes", "living", "main", "maples", "no", "oaks", "of", "on", "pines",
    "poplars", "private", "room", "ward", "willows", "work",
];

/// Whether the part before the @ names a post or a shared mailbox rather than a person.
pub(super) fn looks_shared(local: &str) -> bool {
    let base = local.split('+').next().unwrap_or(local);
    let words: Vec<&str> = base.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()).collect();
    match words.as_slice() {
        [] => false,
        [word] if NAMES_ALONE.contains(word) => false,
        [_, .., "team"] => true,
        words if words.windows(2).any(|pair| matches!(pair, ["care" | "nursing", "home"])) => true,
        words if words.iter().any(|word| names_post(word)) => true,
        words => words.iter().all(|word| is_made_of_work_words(word)),
    }
}

fn names_post(word: &str) -> bool {
    let has_more = |part: &&&str| word.len() > part.len();
    POSTS.contains(&word)
        || POST_ENDINGS.iter().filter(has_more).any(|end| word.ends_with(end))
        || ["carehome", "manager", "reception"].iter().any(|start| word.starts_with(start))
}

/// Words that name a post or a place of work behind the name of a home: `oakviewcarehome`.
const POST_ENDINGS: &[&str] = &[
    "admin",
    "carehome",
    "enquiries",
    "homecare",
    "manager",
    "nurses",
    "nursinghome",
    "office",
    "reception",
    "residentialhome",
];

/// Whether the word is one of the work words, or several of them run together: `nightstaff`. Parts
/// of less than four letters are not looked for inside a word, where they turn up by chance, but for
/// a "the" that begins it: `thecarers`.
fn is_made_of_work_words(word: &str) -> bool {
    if WORK_WORDS.contains(&word) {
        return true;
    }
    // Endings of the word that stand behind nothing but work words. Each is looked at once.
    let mut endings: Vec<&str> = [word].into_iter().chain(word.strip_prefix("the")).collect();
    let mut seen = endings.clone();
    while let Some(ending) = endings.pop() {
        for part in WORK_WORDS.iter().chain(POSTS).filter(|part| part.len() >= 4) {
            match ending.strip_prefix(part) {
                Some("") => return true,
                Some(rest) if !seen.contains(&rest) => {
                    seen.push(rest);
                    endings.push(rest);
                }
                _ => {}
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert!(looks_shared(local), "{local}");
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
            assert!(!looks_shared(local), "{local}");
        }
    }
}
