//! What cannot be right in the boxes of the day after.

use time::Date;

use super::{AfterBox, Afterwards, Letter, LetterBox};
use crate::day::DayError;
use crate::fields::email::EmailError;
use crate::fields::{Email, Mobile};
use crate::text::lowercase;

/// Something to mend in one box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AfterProblem {
    /// The box.
    pub after_box: AfterBox,
    /// What to do, as it stands at the box.
    pub message: String,
    /// The same where it stands alone: "The day you applied: Enter a real date, like 27 3 2026."
    pub summary: String,
}

/// What to mend in `boxes`, each of which comes with what it is called. An empty box is nothing to mend: the day may
/// not have come yet.
pub fn after_problems(
    boxes: impl IntoIterator<Item = (AfterBox, &'static str)>,
    afterwards: &Afterwards,
    today: Date,
) -> Vec<AfterProblem> {
    let problem = |(after_box, name)| {
        let at_once = || wrong_today(after_box, afterwards, today).map(str::to_owned);
        let message = wrong_in(after_box, afterwards).or_else(at_once)?;
        Some(AfterProblem { after_box, summary: format!("{name}: {message}"), message })
    };
    boxes.into_iter().filter_map(problem).collect()
}

/// What is wrong with what `after_box` holds, on whatever day; `None` where it can be right, or nothing is there.
pub fn wrong_in(after_box: AfterBox, afterwards: &Afterwards) -> Option<String> {
    let text = afterwards.value(after_box).trim();
    if text.is_empty() {
        return None;
    }
    if after_box.is_day() {
        let error = afterwards.typed_day(after_box).parse().err();
        return error.filter(|error| *error != DayError::Empty).map(|error| error.to_string());
    }
    let email = || text.parse::<Email>();
    let is_nhs = || matches!(email(), Err(EmailError::AlreadyNhsMail { .. } | EmailError::SharedNhsMail));
    let message = match after_box {
        AfterBox::Mailbox if !is_nhs() => "Enter an address that ends in @nhs.net, like care.v1234@nhs.net.",
        AfterBox::Of(_, LetterBox::NhsEmail) if !is_nhs() => {
            "Enter an address that ends in @nhs.net, like anna.smith@nhs.net."
        }
        AfterBox::Of(_, LetterBox::OwnEmail) => return email().err().map(|error| error.to_string()),
        AfterBox::Of(_, LetterBox::Mobile) => {
            return text.parse::<Mobile>().err().map(|error| error.to_string());
        }
        AfterBox::YourEmail if email().is_err() && !is_nhs() => {
            "Enter an email address, like anna@example.org."
        }
        AfterBox::YourTelephone if text.chars().filter(char::is_ascii_digit).count() < 10 => {
            "Enter the whole number, with its area code."
        }
        AfterBox::Of(letter, LetterBox::NextOwner)
            if lowercase(text)
                == lowercase(afterwards.value(AfterBox::Of(letter, LetterBox::Name)).trim()) =>
        {
            "Enter the name of somebody who stays."
        }
        _ => return None,
    };
    Some(message.to_owned())
}

/// What is wrong with the day in `after_box`, beside today and the other days.
fn wrong_today(after_box: AfterBox, afterwards: &Afterwards, today: Date) -> Option<&'static str> {
    let day = afterwards.day(after_box)?;
    let is_before = |other| afterwards.day(other).is_some_and(|other| day < other);
    let has_been = match after_box {
        AfterBox::Of(letter, _) => letter == Letter::Restore,
        _ => true,
    };
    match after_box {
        _ if has_been && day > today => Some("Enter a date that is not in the future."),
        AfterBox::AccountsCame if is_before(AfterBox::Applied) => {
            Some("Enter a date that is not before you applied.")
        }
        AfterBox::Of(letter, LetterBox::Until) if is_before(AfterBox::Of(letter, LetterBox::From)) => {
            Some("Enter a date that is not before their first day away.")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::today;

    const DAYS: [(AfterBox, &str); 3] = [
        (AfterBox::Applied, "Applied"),
        (AfterBox::AccountsCame, "Came"),
        (AfterBox::ToolkitPublished, "Published"),
    ];

    fn said(boxes: &[(AfterBox, &str)], asked: &[(AfterBox, &'static str)]) -> Vec<String> {
        let mut afterwards = Afterwards::default();
        for (after_box, text) in boxes {
            afterwards.set(*after_box, (*text).to_owned());
        }
        let problems = after_problems(asked.iter().copied(), &afterwards, today());
        problems.into_iter().map(|problem| problem.summary).collect()
    }

    #[track_caller]
    fn check(boxes: &[(AfterBox, &str)], expected: &[&str]) {
        assert_eq!(said(boxes, &DAYS), expected);
    }

    #[test]
    fn days_that_can_be_are_taken_and_so_is_none() {
        check(&[], &[]);
        check(&[(AfterBox::Applied, "23/11/2026"), (AfterBox::AccountsCame, "23/11/2026")], &[]);
        check(&[(AfterBox::AccountsCame, "1/1/2020"), (AfterBox::ToolkitPublished, "1/Sept/2026")], &[]);
    }

    #[test]
    fn what_cannot_be_a_day_says_what_to_enter() {
        check(
            &[(AfterBox::Applied, "23/11/26"), (AfterBox::AccountsCame, "5//2026")],
            &[
                "Applied: Enter the year with four digits, like 2026.",
                "Came: Enter the day, the month and the year.",
            ],
        );
        check(
            &[(AfterBox::Applied, "24/11/2026"), (AfterBox::AccountsCame, "1/11/2026")],
            &[
                "Applied: Enter a date that is not in the future.",
                "Came: Enter a date that is not before you applied.",
            ],
        );
    }

    #[test]
    fn a_day_of_a_letter_is_a_day_and_may_be_to_come() {
        let day = AfterBox::Of(Letter::LongLeave, LetterBox::From);
        let back = AfterBox::Of(Letter::LongLeave, LetterBox::Until);
        let deleted = AfterBox::Of(Letter::Restore, LetterBox::From);
        let asked = [(day, "Day"), (back, "Back"), (deleted, "Deleted")];
        assert_eq!(said(&[(day, "4/1/2027"), (back, "4/1/2027"), (deleted, "23/11/2026")], &asked), [""; 0]);
        assert_eq!(said(&[(day, "4 January 2027")], &asked), [""; 0]);
        assert_eq!(said(&[(day, "31/09/2026")], &asked), ["Day: Enter a real date, like 27 3 2026."]);
        assert_eq!(said(&[(day, "next friday")], &asked), ["Day: Enter the day, the month and the year."]);
        assert_eq!(
            said(&[(day, "4/1/2027"), (back, "3/1/2027"), (deleted, "24/11/2026")], &asked),
            [
                "Back: Enter a date that is not before their first day away.",
                "Deleted: Enter a date that is not in the future.",
            ]
        );
    }

    #[test]
    fn each_box_takes_what_belongs_into_it_and_says_what_to_enter_for_anything_else() {
        let of = |letter_box| AfterBox::Of(Letter::Leaver, letter_box);
        for (after_box, right, wrong, says) in [
            (AfterBox::Mailbox, "care.vllwv@nhs.net", "care@example.org", "ends in @nhs.net"),
            (of(LetterBox::NhsEmail), "anna.smith@nhs.net", "anna@example.org", "ends in @nhs.net"),
            (of(LetterBox::OwnEmail), "anna@example.org", "anna", "@"),
            (of(LetterBox::Mobile), "07700 900123", "07700 90012", "11 digits"),
            (AfterBox::YourEmail, "ruth.okoro@nhs.net", "ruth", "Enter an email address"),
            (AfterBox::YourTelephone, "01522 900123", "01522", "area code"),
        ] {
            assert_eq!(said(&[(after_box, right)], &[(after_box, "Box")]), [""; 0]);
            let said = said(&[(after_box, wrong)], &[(after_box, "Box")]);
            assert!(said.len() == 1 && said[0].contains(says), "{said:?}");
        }
        let (name, next) = (of(LetterBox::Name), of(LetterBox::NextOwner));
        assert_eq!(said(&[(name, "Anna Smith"), (next, "Ben Jones")], &[(next, "Next")]), [""; 0]);
        assert_eq!(
            said(&[(name, "Anna Smith"), (next, "anna smith ")], &[(next, "Next")]),
            ["Next: Enter the name of somebody who stays."]
        );
    }
}
