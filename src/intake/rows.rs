//! Which rows of a list are people, and why the others are none.

use super::columns::{Matching, is_header};
use super::letters::without_accents;
use super::meaning::Meaning;
use super::people::typed;
use super::preview::LeftOutReason;
use super::status::{has_left, is_leaver, needs_none};
use super::table::{Row, Sheet};
use crate::application::Person;
use crate::fields::person_name::looks_like_post;
use crate::fields::{Email, Field, Mobile, email::EmailDoubt};
use crate::text::{holds, lists, small};

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
struct List<'a> {
    matching: &'a Matching,
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
    fn of(sheet: &'a Sheet, matching: &'a Matching) -> Self {
        let columns = matching.columns.iter().copied().enumerate();
        let has = |meaning| matching.columns.contains(&meaning);
        List {
            matching,
            headings: matching.header.and_then(|header| sheet.rows.get(header)),
            has_contacts: has(Meaning::Email) || has(Meaning::Mobile),
            titles: sheet.rows.iter().take(matching.header.unwrap_or(0)).map(squeezed).collect(),
            has_ticks: has_ticks(sheet, matching),
            columns: columns.filter(|(_, meaning)| *meaning != Meaning::Ignored).collect(),
        }
    }

    /// Why the row is not one that is proposed; `None` where it is.
    fn reason(&self, row: &Row) -> Option<LeftOutReason> {
        let is_empty = |column: usize| row.text(column).trim().is_empty();
        if row.is_hidden {
            return Some(LeftOutReason::Hidden);
        }
        if row.is_struck {
            return Some(LeftOutReason::StruckOut);
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
        let person = typed(row, self.matching).person;
        self.is_no_person(row, &person).or_else(|| self.is_not_meant(row))
    }

    fn repeats_headings(&self, row: &Row) -> bool {
        let filled = || row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        let is_same = |headings: &Row| {
            filled().count() > 1
                && filled()
                    .all(|(column, cell)| small(cell.text.trim()) == small(headings.text(column).trim()))
        };
        self.headings.is_some_and(is_same) || self.titles.contains(&squeezed(row)) || is_header(row)
    }

    /// Why the row is about no person.
    fn is_no_person(&self, row: &Row, person: &Person) -> Option<LeftOutReason> {
        let filled: Vec<&str> =
            row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        let text = filled.first().copied().unwrap_or_default();
        let email = person.email.parse::<Email>();
        let has_contact = person.email.contains('@') || person.mobile.parse::<Mobile>().is_ok();
        let name = person.full_name();
        if is_example(&name, text) {
            return Some(LeftOutReason::Example);
        }
        if !has_contact && !filled.is_empty() && filled.iter().all(|text| is_hint(text)) {
            return Some(LeftOutReason::Hint);
        }
        if is_firm(&name) {
            return Some(LeftOutReason::Firm);
        }
        let is_post = looks_like_post(&person.first_name, &person.last_name);
        let is_shared = email.as_ref().is_ok_and(|email| email.doubts().contains(&EmailDoubt::Shared));
        if is_post && has_contact && (is_shared || !person.email.contains('@')) {
            return Some(LeftOutReason::Shared);
        }
        if has_contact || !self.has_contacts {
            return is_total(text).then_some(LeftOutReason::Total).filter(|_| !has_contact);
        }
        let without_digits = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        match () {
            () if is_total(text) => Some(LeftOutReason::Total),
            () if is_note(text) => Some(LeftOutReason::Note),
            () if is_post => Some(LeftOutReason::Section),
            () if filled.len() == 1 && is_section(text) => Some(LeftOutReason::Section),
            () if is_one_of_a_kind(&name) => Some(LeftOutReason::Section),
            () if without_digits(&name) == 0 && person.mobile.is_empty() && person.email.is_empty() => {
                Some(LeftOutReason::NothingInColumns)
            }
            () => None,
        }
    }

    /// Why somebody is not meant to have an account.
    fn is_not_meant(&self, row: &Row) -> Option<LeftOutReason> {
        let heading =
            |column| self.headings.map(|headings: &Row| small(headings.text(column))).unwrap_or_default();
        self.columns.iter().find_map(|(column, meaning)| {
            let value = small(row.text(*column).trim());
            match meaning {
                Meaning::LeavingDate if has_left(&value) => Some(LeftOutReason::Left),
                Meaning::Status if is_leaver(&heading(*column), &value) => Some(LeftOutReason::Left),
                Meaning::NeedsAccount if self.has_ticks && value.is_empty() => {
                    Some(LeftOutReason::NoAccountWanted)
                }
                Meaning::NeedsAccount => needs_none(&value),
                _ => None,
            }
        })
    }
}

/// What stands in a row, for comparing it.
fn squeezed(row: &Row) -> String {
    row.cells.iter().map(|cell| small(cell.text.trim())).collect()
}

/// Whether the column of who needs an account is ticked for some, and says no of nobody.
fn has_ticks(sheet: &Sheet, matching: &Matching) -> bool {
    let Some(column) = matching.columns.iter().position(|meaning| *meaning == Meaning::NeedsAccount) else {
        return false;
    };
    let answers = || sheet.rows.iter().skip(matching.first).map(|row| small(row.text(column).trim()));
    answers().any(|answer| !answer.is_empty()) && answers().all(|answer| needs_none(&answer).is_none())
}

/// "e.g. Jane", "Example: Joe Bloggs", "A N Other".
fn is_example(name: &str, text: &str) -> bool {
    let [name, text] = [name, text].map(|text| small(text.trim_start_matches(['(', '[', '"', '\'']).trim()));
    let begins = |start: &str| name.starts_with(start) || text.starts_with(start);
    ["e.g", "eg ", "eg:", "example", "sample", "for example", "np. ", "ex. ", "ex: ", "z. b.", "z.b."]
        .iter()
        .any(|start| begins(start))
        || matches!(
            name.as_str(),
            "joe bloggs"
                | "jane bloggs"
                | "fred bloggs"
                | "john doe"
                | "jane doe"
                | "a n other"
                | "a.n. other"
                | "an other"
                | "jan kowalski (przykład)"
        )
}

/// "(as on ID)", "11 digits", "personal, not shared", "Required".
fn is_hint(text: &str) -> bool {
    let text = small(text);
    let is_in_brackets = text.starts_with(['(', '[', '<', '{']) && text.ends_with([')', ']', '>', '}']);
    let says = [
        "required",
        "optional",
        "digits",
        "dd/mm",
        "as on ",
        "select ",
        "choose ",
        "drop down",
        "dropdown",
        "enter ",
        "format",
        "mandatory",
        "must be",
        "not shared",
        "text",
        "max ",
    ];
    is_in_brackets || says.iter().any(|word| holds(&text, word))
}

/// "Bright Agency Ltd", "Oakview Surgery".
fn is_firm(name: &str) -> bool {
    let name = small(name);
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.len() > 1
        && words.iter().any(|word| {
            lists("ltd limited plc llp surgery pharmacy pharmacies hospital recruitment solutions plumbing plumbers catering electrical council", word)
        })
}

/// "Total staff: 3", "Total", "Headcount".
fn is_total(text: &str) -> bool {
    let text = without_accents(&small(text));
    [
        "total",
        "grand total",
        "sub total",
        "subtotal",
        "sum of",
        "headcount",
        "head count",
        "number of staff",
        "count:",
        "no of staff",
        "no. of staff",
        "razem",
        "suma",
        "staff total",
        "average",
    ]
    .iter()
    .any(|start| text.starts_with(start))
}

/// A sentence, a remark, a signature.
fn is_note(text: &str) -> bool {
    let lower = small(text);
    let begins = [
        "note",
        "n.b",
        "nb:",
        "nb ",
        "please",
        "signed",
        "signature",
        "date:",
        "date ",
        "printed",
        "prepared by",
        "last updated",
        "updated",
        "page ",
        "confidential",
        "source",
        "©",
        "key:",
        "end of",
        "version",
        "see ",
        "contact ",
        "exported",
        "generated",
        "report",
        "this list",
        "if ",
    ];
    text.starts_with(['*', '†', '•', '#'])
        || begins.iter().any(|start| lower.starts_with(start))
        || text.split_whitespace().count() > 6
        || text
            .split_whitespace()
            .filter(|word| lists("the are is for with and of to by on in not all be from", &small(word)))
            .count()
            > 1
        || (text.ends_with('.') && text.split_whitespace().count() > 3)
}

/// "DAYS", "Night staff:", "Kitchen". A single cell that reads like a person's whole name is none.
fn is_section(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_capital = !text.chars().any(char::is_lowercase);
    words == 1
        || text.ends_with(':')
        || is_capital
        || text.chars().any(|c| c.is_ascii_digit())
        || looks_like_post(text, "")
}

/// "AGENCY", "VACANT": one word in capitals, where no address and no number says that it is somebody.
fn is_one_of_a_kind(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capital =
        !name.chars().any(char::is_lowercase) && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    words.len() == 1 && (is_capital || lists("agency vacant vacancy tbc bank cover relief", &small(name)))
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
            "Name,Email\nFront Desk,reception@example.org\nBright Recruitment Ltd,bookings@example.org\nAnna Cook,a@example.org\nMark House,m@example.org",
            &[4, 5],
            &[(2, Reason::Shared), (3, Reason::Firm)],
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
