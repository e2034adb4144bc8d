//! What can be answered to a question, and in which words.

use time::Date;

use super::{Answer, Edition};

/// What can be answered to a question.
#[derive(Debug, Clone, Copy)]
pub enum Choices {
    /// One of these.
    OneOf(&'static [Choice]),
    /// A year of the toolkit, or "I'm not sure".
    Editions,
    /// A day, or "I'm not sure".
    Day,
}

/// One of the answers offered.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The answer it gives.
    pub answer: Answer,
    /// Its label.
    pub label: &'static str,
    /// A sentence under the label; may be empty.
    pub hint: &'static str,
}

/// The choice `answer`, called `label`.
pub(super) const fn choice(answer: Answer, label: &'static str) -> Choice {
    Choice { answer, label, hint: "" }
}

/// The choice `answer`, called `label`, with `hint` under it.
pub(super) const fn hinted(answer: Answer, label: &'static str, hint: &'static str) -> Choice {
    Choice { answer, label, hint }
}

/// The choice not to know.
pub(super) const NOT_SURE: Choice = choice(Answer::NotSure, "I’m not sure");

impl Choices {
    /// The answers offered at `today`, in order. Empty for a day, which is typed.
    pub fn offers(&self, today: Date) -> Vec<(Answer, String, &'static str)> {
        match self {
            Choices::OneOf(choices) => {
                choices.iter().map(|c| (c.answer.clone(), c.label.to_owned(), c.hint)).collect()
            }
            Choices::Editions => {
                let open = Edition::open_on(today);
                let [last, earlier] = [open.before(), open.before().before()];
                vec![
                    (Answer::Edition(open), open.to_string(), ""),
                    (Answer::Edition(last), last.to_string(), ""),
                    (Answer::Edition(earlier), format!("{earlier} or earlier"), ""),
                    (Answer::NotSure, NOT_SURE.label.to_owned(), ""),
                ]
            }
            Choices::Day => Vec::new(),
        }
    }

    /// `answer` in the words it was offered in.
    pub fn in_words(&self, answer: &Answer, today: Date) -> String {
        match answer {
            Answer::Day(day) => day.parse().map(crate::day::in_words).unwrap_or_else(|_| day.to_line()),
            Answer::NotSure => NOT_SURE.label.to_owned(),
            _ => {
                let offers = self.offers(today);
                let offered = offers.into_iter().find(|(offered, ..)| offered == answer);
                offered.map_or_else(|| answer.key(), |(_, label, _)| label)
            }
        }
    }

    /// Whether `answer` is one of these, on any day.
    pub fn can_be(&self, answer: &Answer) -> bool {
        match self {
            Choices::OneOf(choices) => choices.iter().any(|choice| choice.answer == *answer),
            Choices::Editions => matches!(answer, Answer::Edition(_) | Answer::NotSure),
            Choices::Day => matches!(answer, Answer::Day(_) | Answer::NotSure),
        }
    }
}
