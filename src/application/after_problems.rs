//! What cannot be right about the days after the application.

use time::Date;

use super::{AfterBox, Afterwards};
use crate::day::DayError;

/// What to mend, by box, each in a sentence that stands alone. An empty box is nothing to mend: the day may not
/// have come yet.
pub fn after_problems(afterwards: &Afterwards, today: Date) -> Vec<(AfterBox, String)> {
    let mut problems = Vec::new();
    for (after_box, name) in [
        (AfterBox::Applied, "The day you applied"),
        (AfterBox::AccountsCame, "The day the accounts came"),
        (AfterBox::ToolkitPublished, "The day the toolkit was published"),
    ] {
        match afterwards.typed_day(after_box).parse() {
            Err(DayError::Empty) => {}
            Err(DayError::Incomplete) => {
                problems.push((after_box, format!("{name}: enter the day, the month and the year.")));
            }
            Err(DayError::ShortYear) => {
                problems.push((after_box, format!("{name}: enter the year with four digits, like 2026.")));
            }
            Err(DayError::NoSuchDay) => {
                problems.push((after_box, format!("{name}: enter a real date, like 27 3 2026.")));
            }
            Ok(day) if day > today => {
                problems.push((after_box, format!("{name}: enter a date that is not in the future.")));
            }
            Ok(day) if after_box == AfterBox::AccountsCame => {
                if afterwards.day(AfterBox::Applied).is_some_and(|applied| day < applied) {
                    problems
                        .push((after_box, format!("{name}: enter a date that is not before you applied.")));
                }
            }
            Ok(_) => {}
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use crate::rules::fixtures::today;

    #[track_caller]
    fn check(boxes: &[(AfterBox, &str)], expected: &[&str]) {
        let mut afterwards = Afterwards::default();
        for (after_box, day) in boxes {
            afterwards.set_day(*after_box, &TypedDay::from_line(day));
        }
        let said: Vec<String> =
            after_problems(&afterwards, today()).into_iter().map(|(_, said)| said).collect();
        assert_eq!(said, expected);
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
                "The day you applied: enter the year with four digits, like 2026.",
                "The day the accounts came: enter the day, the month and the year.",
            ],
        );
        check(
            &[(AfterBox::Applied, "24/11/2026"), (AfterBox::AccountsCame, "1/11/2026")],
            &[
                "The day you applied: enter a date that is not in the future.",
                "The day the accounts came: enter a date that is not before you applied.",
            ],
        );
    }
}
