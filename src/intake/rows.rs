//! Which rows of a list are people, and why the others are none.

use super::columns::Matching;
use super::header_row::is_header;
use super::headings::words;
use super::meaning::Meaning;
use super::nobody::{is_example, is_firm, is_hint, is_note, is_one_of_a_kind, is_section, is_total};
use super::preview::LeftOutReason;
use super::status::{has_left, is_leaver, needs_none};
use super::table::{Row, Sheet};
use super::words::lists;
use crate::fields::person_name::looks_like_post;
use crate::fields::{Email, Field, email::EmailDoubt};
use crate::text::{lowercase, strip_prefix_any_case};

/// The rows of a list, sorted into people and others, by their places in [`Sheet::rows`].
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// Those that are people, in the order of the list.
    pub people: Vec<usize>,
    /// The others, in the order of the list, each with its reason.
    pub left_out: Vec<(usize, LeftOutReason)>,
}

/// Sorts the rows behind the headings. Those in `added` are people, whatever speaks against it.
pub(super) fn sorted(sheet: &Sheet, matching: &Matching, added: &[usize]) -> Sorted {
    let mut sorted = Sorted::default();
    let list = List::of(sheet, matching);
    for (index, row) in sheet.rows.iter().enumerate().skip(matching.first) {
        match list.reason(row).filter(|_| !added.contains(&index)) {
            None => sorted.people.push(index),
            Some(reason) => sorted.left_out.push((index, reason)),
        }
    }
    sorted
}

/// What there is to know of a list to judge one of its rows.
pub(super) struct List<'a> {
    headings: Option<&'a Row>,
    /// Whether most rows have an address or a number: then one without either is the odder.
    has_contacts: bool,
    /// What stands above the headings: on every page of some prints, it comes again.
    titles: Vec<String>,
    /// Whether the answers to who needs an account are ticks: then no answer is a no.
    has_ticks: bool,
    columns: Vec<(usize, Meaning)>,
}

impl<'a> List<'a> {
    pub(super) fn of(sheet: &'a Sheet, matching: &'a Matching) -> Self {
        let columns = matching.columns.iter().copied().enumerate();
        let has = |meaning| matching.columns.contains(&meaning);
        List {
            headings: matching.header.and_then(|header| sheet.rows.get(header)),
            has_contacts: has(Meaning::Email) || has(Meaning::Mobile),
            titles: sheet.rows.iter().take(matching.header.unwrap_or(0)).map(squeezed).collect(),
            has_ticks: has_ticks(sheet, matching),
            columns: columns.filter(|(_, meaning)| *meaning != Meaning::Ignored).collect(),
        }
    }

    /// Why the row is not one that is proposed; `None` where it is.
    pub(super) fn reason(&self, row: &Row) -> Option<LeftOutReason> {
        let is_empty = |column: usize| row.text(column).trim().is_empty();
        if row.is_hidden {
            return Some(LeftOutReason::Hidden);
        }
        if row.is_struck {
            return Some(LeftOutReason::StruckOut);
        }
        if row.is_other_text {
            return Some(LeftOutReason::OtherText);
        }
        if self.repeats_headings(row) {
            return Some(LeftOutReason::Headings);
        }
        if self.columns.iter().all(|(column, meaning)| is_empty(*column) || !meaning.is_of_person()) {
            let has_choice =
                self.columns.iter().any(|(column, meaning)| *meaning == Meaning::Role && !is_empty(*column));
            return Some(if has_choice {
                LeftOutReason::OnlyAChoice
            } else {
                LeftOutReason::NothingInColumns
            });
        }
        self.is_no_person(row).or_else(|| self.is_not_meant(row))
    }

    fn repeats_headings(&self, row: &Row) -> bool {
        // A row with an address or a number is none, and most have one.
        if row.cells.iter().any(|cell| cell.text.contains('@') || is_number(&cell.text)) {
            return false;
        }
        let filled = || row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        let is_same = |headings: &Row| {
            filled().count() > 1
                && filled().all(|(column, cell)| {
                    lowercase(cell.text.trim()) == lowercase(headings.text(column).trim())
                })
        };
        self.headings.is_some_and(is_same) || self.titles.contains(&squeezed(row)) || is_header(row)
    }

    /// The text of the row's cells in columns of these meanings.
    fn texts<'r>(&'r self, row: &'r Row, meanings: &'r [Meaning]) -> impl Iterator<Item = &'r str> {
        let columns = self.columns.iter().filter(|(_, meaning)| meanings.contains(meaning));
        columns.map(|(column, _)| row.text(*column).trim()).filter(|text| !text.is_empty())
    }

    /// Whether the row has neither an address nor a number, where most have.
    fn is_bare(&self, row: &Row) -> bool {
        self.has_contacts && !row.cells.iter().any(|cell| cell.text.contains('@') || is_number(&cell.text))
    }

    /// Why the row is about no person.
    fn is_no_person(&self, row: &Row) -> Option<LeftOutReason> {
        const NAMES: [Meaning; 4] =
            [Meaning::FullName, Meaning::FirstName, Meaning::LastName, Meaning::PreferredName];
        const EMAILS: [Meaning; 3] = [Meaning::Email, Meaning::SecondEmail, Meaning::Mobile];
        const NUMBERS: [Meaning; 3] = [Meaning::Mobile, Meaning::SecondMobile, Meaning::Email];
        let name = self.texts(row, &NAMES).collect::<Vec<_>>().join(" ");
        let email = self.texts(row, &EMAILS).find(|text| text.contains('@'));
        let has_contact = email.is_some() || self.texts(row, &NUMBERS).any(is_number);
        let text =
            row.cells.iter().map(|cell| cell.text.trim()).find(|text| !text.is_empty()).unwrap_or_default();
        if is_example(&name) || is_example(text) {
            return Some(LeftOutReason::Example);
        }
        let is_shared = |text: &str| {
            text.parse::<Email>().is_ok_and(|email| email.doubts().contains(&EmailDoubt::Shared))
        };
        if has_contact && (is_firm(&name) || name.is_empty() && self.names_organisation(row)) {
            return Some(LeftOutReason::Firm);
        }
        if row.cells.iter().any(|cell| is_kind_of_mailbox(&cell.text)) {
            return Some(LeftOutReason::Shared);
        }
        if has_contact {
            // An address with the name in it is the person's: most are, and need no closer look.
            let is_post = looks_like_post(&name, "");
            let is_named =
                email.is_some_and(|email| names_person(email, &name) && !(is_post && is_shared(email)));
            let is_of_several = is_post && email.is_none_or(is_shared);
            // "Office", with office@: one word or none, in a list of names, and the address is nobody's.
            let has_names = self.columns.iter().any(|(_, meaning)| NAMES.contains(meaning));
            let is_mailbox = has_names && name.split_whitespace().count() < 2 && email.is_some_and(is_shared);
            return (!is_named && (is_of_several || is_mailbox)).then_some(LeftOutReason::Shared);
        }
        let filled: Vec<&str> =
            row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        if filled.iter().all(|text| is_hint(text)) {
            return Some(LeftOutReason::Hint);
        }
        if !self.has_contacts {
            return is_total(text).then_some(LeftOutReason::Total);
        }
        match () {
            () if is_total(text) => Some(LeftOutReason::Total),
            () if filled.iter().any(|text| is_page_number(text)) => Some(LeftOutReason::Note),
            () if is_note(text) => Some(LeftOutReason::Note),
            () if is_firm(&name) => Some(LeftOutReason::Firm),
            () if looks_like_post(&name, "") => Some(LeftOutReason::Section),
            () if filled.len() == 1 && is_section(text) => Some(LeftOutReason::Section),
            () if is_one_of_a_kind(&name) => Some(LeftOutReason::Section),
            () if !name.contains(char::is_alphabetic) => Some(LeftOutReason::NothingInColumns),
            () => None,
        }
    }

    /// Whether the row of nobody names an organisation.
    fn names_organisation(&self, row: &Row) -> bool {
        let Some(headings) = self.headings else { return false };
        let mut columns = row.cells.iter().enumerate();
        columns.any(|(column, cell)| {
            !cell.text.trim().is_empty()
                && words(headings.text(column))
                    .iter()
                    .any(|word| lists("company organisation organization", word))
        })
    }

    /// Why somebody is not meant to have an account.
    fn is_not_meant(&self, row: &Row) -> Option<LeftOutReason> {
        let heading =
            |column| self.headings.map(|headings: &Row| lowercase(headings.text(column))).unwrap_or_default();
        self.columns.iter().find_map(|(column, meaning)| {
            let value = || lowercase(row.text(*column).trim());
            match meaning {
                Meaning::LeavingDate if has_left(&value()) => Some(LeftOutReason::Left),
                Meaning::Status if is_leaver(&heading(*column), &value()) => Some(LeftOutReason::Left),
                // No answer, where the others have one: nobody has entered anything to make an account of either.
                Meaning::NeedsAccount if value().is_empty() && (self.has_ticks || self.is_bare(row)) => {
                    Some(LeftOutReason::NoAccountWanted)
                }
                Meaning::NeedsAccount => needs_none(&value()),
                _ => None,
            }
        })
    }
}

/// Whether a word of the name stands in the address before the @.
fn names_person(email: &str, name: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default().as_bytes();
    const WORK: [&str; 14] = [
        "night",
        "nights",
        "day",
        "staff",
        "manager",
        "care",
        "carers",
        "home",
        "office",
        "team",
        "nurse",
        "nurses",
        "reception",
        "admin",
    ];
    let is_of_work = |word: &str| WORK.iter().any(|work| work.eq_ignore_ascii_case(word));
    let words = name.split(' ').filter(|word| word.len() > 2 && !is_of_work(word)).map(str::as_bytes);
    words.into_iter().any(|word| local.windows(word.len()).any(|here| here.eq_ignore_ascii_case(word)))
}

/// "SharedMailbox", "RoomMailbox": the kinds of mailboxes that Exchange names, but for a person's.
fn is_kind_of_mailbox(text: &str) -> bool {
    text.ends_with("Mailbox")
        && ["Shared", "Room", "Equipment", "Scheduling", "Discovery", "Group", "Legacy"]
            .iter()
            .any(|kind| text.strip_suffix("Mailbox") == Some(kind))
}

/// "Page 2", "Page 2 of 3": the head or the foot of a printed page.
fn is_page_number(text: &str) -> bool {
    let rest = strip_prefix_any_case(text, "page ");
    rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether there are digits enough for a telephone number.
fn is_number(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 9 || text.contains("E+")
}

/// What stands in a row, for comparing it.
fn squeezed(row: &Row) -> String {
    row.cells.iter().map(|cell| lowercase(cell.text.trim())).collect()
}

/// Whether the column of who needs an account is ticked for some, and says no of nobody.
fn has_ticks(sheet: &Sheet, matching: &Matching) -> bool {
    let Some(column) = matching.columns.iter().position(|meaning| *meaning == Meaning::NeedsAccount) else {
        return false;
    };
    let answers = || sheet.rows.iter().skip(matching.first).map(|row| lowercase(row.text(column).trim()));
    answers().any(|answer| !answer.is_empty()) && answers().all(|answer| needs_none(&answer).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{columns, delimited};
    use LeftOutReason as Reason;

    /// The numbers of the rows that are people, and of the others with their reasons.
    #[track_caller]
    fn check(text: &str, people: &[u32], left_out: &[(u32, LeftOutReason)]) {
        let sheet = delimited::read(text);
        let matching = columns::matching(&sheet);
        let sorted = sorted(&sheet, &matching, &[]);
        let number = |index: usize| sheet.rows[index].number;
        assert_eq!(sorted.people.iter().map(|index| number(*index)).collect::<Vec<_>>(), people, "{text}");
        let others: Vec<(u32, Reason)> =
            sorted.left_out.iter().map(|(index, reason)| (number(*index), *reason)).collect();
        assert_eq!(others, left_out, "{text}");
    }

    #[test]
    fn sections_totals_and_notes_are_nobody() {
        check(
            "Name,Job,Tel,Email\nDAYS,,,\nAnna Nowak,Carer,07700 900761,a@example.org\nName,Job,Tel,Email\nNight staff:,,,\nGrace Mensah,Carer,,\nTotal staff: 3,,,\n* agency staff not listed,,,",
            &[3, 6],
            &[
                (2, Reason::Section),
                (4, Reason::Headings),
                (5, Reason::Section),
                (7, Reason::Total),
                (8, Reason::Note),
            ],
        );
    }

    #[test]
    fn examples_and_hints_are_nobody() {
        check(
            "First name,Last name,Email,Mobile\n(as on ID),(as on ID),(personal),(11 digits)\ne.g. Jane,e.g. Smith,j@example.com,07700 900000\nAnna,Nowak,a@example.org,07700 900711",
            &[4],
            &[(2, Reason::Hint), (3, Reason::Example)],
        );
    }

    #[test]
    fn leavers_and_those_who_need_no_account_are_not_proposed() {
        check(
            "Name,Status,Email\nAnna Nowak,Current,a@example.org\nBen Jones,Left 2024,b@example.org\nCleo Ward,On maternity leave,c@example.org\nDan Poe,Not active,d@example.org",
            &[2, 4],
            &[(3, Reason::Left), (5, Reason::Left)],
        );
        check(
            "Name,NHSmail needed?,Email\nAnna Nowak,Y,a@example.org\nBen Jones,N,b@example.org\nCleo Ward,already has,c@example.org\nDan Poe,,d@example.org",
            &[2, 5],
            &[(3, Reason::NoAccountWanted), (4, Reason::HasAccount)],
        );
        check(
            "Name,Email,Date left\nAnna Nowak,a@example.org,\nBen Jones,b@example.org,01/02/2024",
            &[2],
            &[(3, Reason::Left)],
        );
    }

    #[test]
    fn where_some_are_ticked_the_others_need_no_account() {
        check(
            "Name,NHSmail account needed,Email\nAnna Nowak,✓,a@example.org\nBen Jones,,b@example.org",
            &[2],
            &[(3, Reason::NoAccountWanted)],
        );
    }

    #[test]
    fn a_title_that_comes_again_on_the_next_page_is_nobody() {
        check(
            "Staff list,\nName,Email\nAnna Nowak,a@example.org\nPage 1 of 2,\nStaff list,\nName,Email\nBen Jones,b@example.org",
            &[3, 7],
            &[(4, Reason::Note), (5, Reason::Headings), (6, Reason::Headings)],
        );
    }

    #[test]
    fn shared_mailboxes_and_firms_are_no_people() {
        check(
            "Name,Email\nFront Desk,reception@example.org\nSocial care duty desk,duty@example.org\nBright Recruitment Ltd,bookings@example.org\nAnna Cook,a@example.org\nMark House,m@example.org",
            &[5, 6],
            &[(2, Reason::Shared), (3, Reason::Shared), (4, Reason::Firm)],
        );
    }

    #[test]
    fn a_row_with_nothing_but_a_choice_is_nobody() {
        check(
            "Name,Email,Shared mailbox,Notes\nAnna Nowak,a@example.org,Owner,\n,,Member,\n,,,left in May",
            &[2],
            &[(3, Reason::OnlyAChoice), (4, Reason::NothingInColumns)],
        );
    }

    #[test]
    fn a_row_that_is_added_is_a_person() {
        let sheet = delimited::read("Name,Status,Email\nAnna Nowak,Left,a@example.org");
        let matching = columns::matching(&sheet);
        assert_eq!(sorted(&sheet, &matching, &[1]).people, [1]);
    }
}
