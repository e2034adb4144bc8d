//! Addresses that several people read, by what stands before the @.

use super::work_words::{NAMES_ALONE, POST_ENDINGS, POSTS, WORK_WORDS};

/// Whether the part before @nhs.net names a shared mailbox. A care site's is normally `care.` and its
/// ODS code; a person's is the first and the last name.
pub(super) fn is_site_mailbox(local: &str) -> bool {
    local.starts_with("care.") || looks_shared(local)
}

/// Whether the part before the @ names a post or a shared mailbox rather than a person.
pub(super) fn looks_shared(local: &str) -> bool {
    let base = local.split('+').next().unwrap_or(local);
    let words: Vec<&str> = base.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()).collect();
    match words.as_slice() {
        [] => false,
        [word] if lists(NAMES_ALONE, word) => false,
        [_, .., "team"] => true,
        words if words.windows(2).any(|pair| matches!(pair, ["care" | "nursing", "home"])) => true,
        words if words.iter().any(|word| names_post(word)) => true,
        words => words.iter().all(|word| is_made_of_work_words(word)),
    }
}

/// Whether the word, alone or among others as plain, makes no address a shared one.
pub(super) fn is_plain_word(word: &str) -> bool {
    word != "team" && !names_post(word) && !is_made_of_work_words(word)
}

fn names_post(word: &str) -> bool {
    let has_more = |part: &&&str| word.len() > part.len();
    lists(POSTS, word)
        || POST_ENDINGS.iter().filter(has_more).any(|end| word.ends_with(end))
        || ["carehome", "manager", "reception"].iter().any(|start| word.starts_with(start))
}

/// Whether the word is one of the work words, or several of them run together: `nightstaff`. Parts
/// of less than four letters are not looked for inside a word, where they turn up by chance, but for
/// a "the" that begins it: `thecarers`.
fn is_made_of_work_words(word: &str) -> bool {
    if lists(WORK_WORDS, word) {
        return true;
    }
    let parts = |ending: &str| {
        let parts = beginning_like(WORK_WORDS, ending).iter().chain(beginning_like(POSTS, ending));
        parts.copied().filter(|part| part.len() >= 4)
    };
    let begins = |ending: &str| parts(ending).any(|part| ending.starts_with(part));
    if !begins(word) && !word.strip_prefix("the").is_some_and(begins) {
        return false;
    }
    // Endings of the word that stand behind nothing but work words. Each is looked at once.
    let mut endings: Vec<&str> = [word].into_iter().chain(word.strip_prefix("the")).collect();
    let mut seen = endings.clone();
    while let Some(ending) = endings.pop() {
        for part in parts(ending) {
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

/// Whether the word is one of the list, which is in order.
fn lists(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// The words of the list, which is in order, that begin with the same letter as `word`.
fn beginning_like<'l>(list: &'l [&'l str], word: &str) -> &'l [&'l str] {
    let Some(first) = word.as_bytes().first() else { return &[] };
    let from = list.partition_point(|known| known.as_bytes().first() < Some(first));
    let to = list.partition_point(|known| known.as_bytes().first() <= Some(first));
    list.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for list in [POSTS, WORK_WORDS, NAMES_ALONE, POST_ENDINGS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

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
