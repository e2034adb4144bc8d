//! What stands in the matched columns of a row, as a person, and how it was found there.

use super::columns::Matching;
use super::headings;
use super::letters;
use super::meaning::Meaning;
use super::names::{self, NameDoubt};
use super::preview::Note;
use super::table::{CellKind, Row};
use super::values::{self, Found};
use crate::application::{Person, PersonBox};
use crate::fields::Mobile;
use crate::fields::person_name::is_initials;
use crate::rules::finding::Mark;

/// What stands in the matched columns of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// The person, as typed.
    pub person: Person,
    /// The boxes for which a spreadsheet keeps something else than words or a number.
    pub odd: Vec<(PersonBox, CellKind)>,
    /// How the values were found.
    pub notes: Vec<Note>,
    /// What one of the notes asks about the whole name.
    pub name_doubt: Option<NameDoubt>,
}

/// What stands in the matched columns of a row.
pub(super) fn typed(row: &Row, matching: &Matching) -> Typed {
    let mut typed = Typed::default();
    let of_row = |mark, message: &str| Note { mark, boxes: Vec::new(), message: message.to_owned() };
    if row.is_mended {
        let message = "A comma had cut a cell of this row in two: it was put together again.";
        typed.notes.push(of_row(Mark::Repaired, message));
    }
    if row.is_too_wide {
        let message = "This row has a cell too many. Check what stands where.";
        typed.notes.push(of_row(Mark::ToCheck, message));
    }
    let mut preferred = String::new();
    let mut full_name = None;
    let (mut emails, mut mobiles) = (Vec::new(), Vec::new());
    for (cell, meaning) in row.cells.iter().zip(&matching.columns) {
        let text = cell.text.trim();
        let person_box = match meaning {
            Meaning::FirstName | Meaning::FullName => PersonBox::FirstName,
            Meaning::LastName => PersonBox::LastName,
            Meaning::Email => PersonBox::Email,
            Meaning::Mobile => PersonBox::Mobile,
            Meaning::PreferredName => {
                text.clone_into(&mut preferred);
                continue;
            }
            Meaning::SecondEmail => {
                emails.push(text);
                continue;
            }
            Meaning::SecondMobile => {
                mobiles.push(text);
                continue;
            }
            Meaning::Role => {
                typed.person.role = headings::role(text);
                continue;
            }
            Meaning::Status | Meaning::LeavingDate | Meaning::NeedsAccount | Meaning::Ignored => continue,
        };
        if matches!(cell.kind, CellKind::Date | CellKind::Error) {
            typed.odd.push((person_box, cell.kind));
        }
        match meaning {
            // An error is no name.
            _ if cell.kind == CellKind::Error => {}
            Meaning::FullName => full_name = Some(text),
            Meaning::Email => typed.put_email(text),
            Meaning::Mobile => typed.put_mobile(text),
            _ => typed.put_name_part(person_box, text),
        }
    }
    if typed.person.email.is_empty()
        && let Some(email) = emails.into_iter().find(|text| text.contains('@'))
    {
        typed.put_email(email);
        typed.note(
            Mark::GoodToKnow,
            &[PersonBox::Email],
            "This stands in another column of addresses.".to_owned(),
        );
    }
    let is_mobile = |text: &&&str| values::mobile(text).text.parse::<Mobile>().is_ok();
    // A landline in the first column is no use where the second has a mobile.
    let has_better = !typed.person.mobile.is_empty()
        && typed.person.mobile.parse::<Mobile>().is_err()
        && mobiles.iter().any(|text| is_mobile(&text));
    if has_better {
        typed.person.mobile.clear();
        typed.notes.retain(|note| !note.boxes.contains(&PersonBox::Mobile));
        typed.odd.retain(|(person_box, _)| *person_box != PersonBox::Mobile);
    }
    if typed.person.mobile.is_empty()
        && let Some(mobile) =
            mobiles.iter().find(is_mobile).or_else(|| mobiles.iter().find(|text| !text.is_empty()))
    {
        typed.put_mobile(mobile);
        typed.note(
            Mark::GoodToKnow,
            &[PersonBox::Mobile],
            "This stands in another column of numbers.".to_owned(),
        );
    }
    // One cell may hold both: "07700 900123 anna@example.org".
    let contacts = || {
        let cells = row.cells.iter().zip(&matching.columns);
        cells
            .filter(|(_, meaning)| matches!(meaning, Meaning::Email | Meaning::Mobile))
            .map(|(cell, _)| cell.text.trim())
    };
    if typed.person.email.is_empty()
        && let Some(email) = contacts().find(|text| text.contains('@'))
    {
        typed.put_email(email);
    }
    if typed.person.mobile.is_empty()
        && let Some(mobile) = contacts().find(|text| values::mobile(text).found == Found::Among)
    {
        typed.put_mobile(mobile);
    }
    if let Some(text) = full_name {
        typed.put_full_name(text, matching);
    }
    if matching.is_swapped && !(full_name.is_some() && matching.is_order_unknown) {
        let person = &mut typed.person;
        std::mem::swap(&mut person.first_name, &mut person.last_name);
    }
    typed.prefer(&preferred);
    typed.name_by_address();
    typed
}

impl Typed {
    fn note(&mut self, mark: Mark, boxes: &[PersonBox], message: String) {
        self.notes.push(Note { mark, boxes: boxes.to_vec(), message });
    }

    fn put_email(&mut self, text: &str) {
        let value = values::email(text);
        if value.found != Found::Alone {
            let message =
                format!("{} → {}: the rest of the cell was left out.", on_one_line(text), value.text);
            self.note(Mark::Repaired, &[PersonBox::Email], message);
        }
        self.person.email = value.text;
    }

    fn put_mobile(&mut self, text: &str) {
        let value = values::mobile(text);
        match value.found {
            Found::Alone => {}
            Found::Among => {
                let message =
                    format!("{} → {}: the rest of the cell was left out.", on_one_line(text), value.text);
                self.note(Mark::Repaired, &[PersonBox::Mobile], message);
            }
            Found::Guessed => {
                let message =
                    format!("{text} → {}: letters stood in place of digits. Check the number.", value.text);
                self.note(Mark::ToCheck, &[PersonBox::Mobile], message);
            }
        }
        self.person.mobile = value.text;
    }

    /// The text with letters that were spoilt put right, and what there is to say about that.
    fn put_right(&mut self, text: &str, boxes: &[PersonBox]) -> String {
        if let Some(right) = letters::reread(text) {
            let message = format!("{text} → {right}: another program spoilt the letters. Check the name.");
            self.note(Mark::ToCheck, boxes, message);
            return right;
        }
        if letters::oddities(text) > 0 {
            let message = format!("Check the letters of “{text}”: another program may have spoilt them.");
            self.note(Mark::ToCheck, boxes, message);
        }
        text.to_owned()
    }

    fn put_name_part(&mut self, person_box: PersonBox, text: &str) {
        let text = self.put_right(text, &[person_box]);
        let (name, left_out) = names::part(&text);
        self.say_what_was_left_out(person_box, &left_out);
        self.person.set(person_box, name);
    }

    fn put_full_name(&mut self, text: &str, matching: &Matching) {
        const BOTH: [PersonBox; 2] = [PersonBox::FirstName, PersonBox::LastName];
        let text = self.put_right(text, &BOTH);
        // Turned the other way round, a name of three words is cut in another place.
        let is_turned = matching.is_swapped && matching.is_order_unknown;
        let order = if is_turned { matching.order.turned() } else { matching.order };
        let name = names::split(&text, order, &self.person.email);
        self.say_what_was_left_out(PersonBox::FirstName, &name.left_out);
        let message = match name.doubt {
            None => None,
            Some(NameDoubt::OneName) => {
                Some(format!("“{text}” is one name. Enter the first and the last name."))
            }
            Some(NameDoubt::WhereLastBegins) => Some(format!(
                "Check where the last name begins: first “{}”, last “{}”.",
                name.first, name.last
            )),
            Some(NameDoubt::TwoPeople) => {
                Some(format!("“{text}” looks like two people. Give each a place of their own in the list."))
            }
        };
        if let Some(message) = message {
            self.note(Mark::ToCheck, &BOTH, message);
        }
        self.name_doubt = name.doubt;
        self.person.first_name = name.first;
        self.person.last_name = name.last;
    }

    fn say_what_was_left_out(&mut self, person_box: PersonBox, left_out: &[String]) {
        if !left_out.is_empty() {
            let message = format!("“{}” was left out of the name.", left_out.join("”, “"));
            self.note(Mark::Repaired, &[person_box], message);
        }
    }

    /// Takes the name from the address, "anna.nowak@", where there is none, which is asked about.
    fn name_by_address(&mut self) {
        if !(self.person.first_name.is_empty() && self.person.last_name.is_empty()) {
            return;
        }
        let Some([first, last]) = names::in_address(&self.person.email) else { return };
        let message = "The name was read in the address. Check it.".to_owned();
        self.note(Mark::ToCheck, &[PersonBox::FirstName, PersonBox::LastName], message);
        (self.person.first_name, self.person.last_name) = (first, last);
    }

    /// Takes the preferred name where the first one is missing or no more than an initial, which is asked about.
    fn prefer(&mut self, preferred: &str) {
        let first = &self.person.first_name;
        if preferred.is_empty() || !(first.is_empty() || is_initials(first)) {
            return;
        }
        let message = format!("“{preferred}” is the preferred name. Check that the account is to have it.");
        self.note(Mark::ToCheck, &[PersonBox::FirstName], message);
        preferred.clone_into(&mut self.person.first_name);
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
