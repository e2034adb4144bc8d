//! The readiness questions, in the order of a provider's journey: a table, with a predicate each
//! that says when it is asked. Nothing jumps: the next question is the next one asked.

use serde::{Deserialize, Serialize};
use time::Date;

use super::{Answer, Edition};

/// A readiness question. The order is the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Question {
    /// Whether the organisation has, or had, NHSmail.
    AlreadyHas,
    /// Whether somebody can open the shared mailbox it has.
    OpensMailbox,
    /// What the site provides.
    Service,
    /// Whether it is registered with CQC.
    Registered,
    /// Whether any of its care is publicly funded.
    Funding,
    /// The toolkit status.
    DsptStatus,
    /// The year of that status.
    DsptEdition,
    /// Who published the toolkit.
    DsptPublisher,
    /// How the applicant shows that they act for the site.
    Proof,
    /// How the one-time passcode is sent.
    PasscodeRoute,
    /// When the one-time passcode was issued.
    PasscodeIssued,
}

/// What a person reads on a question's page.
#[derive(Debug, Clone, Copy)]
pub struct Wording {
    /// The name in the page's address and in saved files. It never changes.
    pub key: &'static str,
    /// The question itself.
    pub asks: &'static str,
    /// A sentence that helps to answer it; may be empty.
    pub hint: &'static str,
    /// What to say when Continue is pressed without an answer.
    pub missing: &'static str,
    /// What can be answered.
    pub choices: Choices,
}

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

const fn choice(answer: Answer, label: &'static str) -> Choice {
    Choice { answer, label, hint: "" }
}

const fn hinted(answer: Answer, label: &'static str, hint: &'static str) -> Choice {
    Choice { answer, label, hint }
}

const NOT_SURE: Choice = choice(Answer::NotSure, "I’m not sure");

impl Question {
    /// Every question, in order.
    pub const ALL: [Question; 11] = [
        Question::AlreadyHas,
        Question::OpensMailbox,
        Question::Service,
        Question::Registered,
        Question::Funding,
        Question::DsptStatus,
        Question::DsptEdition,
        Question::DsptPublisher,
        Question::Proof,
        Question::PasscodeRoute,
        Question::PasscodeIssued,
    ];

    /// The question whose key is `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Question::ALL.into_iter().find(|question| question.wording().key == key)
    }

    /// What a person reads on the question's page.
    pub const fn wording(self) -> Wording {
        match self {
            Question::AlreadyHas => Wording {
                key: "already-have-nhsmail",
                asks: "Does your organisation have NHSmail, or has it had it before?",
                hint: "An NHSmail address ends in @nhs.net. A manager who has left may have had one.",
                missing: "Select yes if your organisation has NHSmail, or has had it before.",
                choices: Choices::OneOf(
                    const {
                        &[
                            hinted(Answer::Yes, "Yes", "It has NHSmail now, or had it in the past"),
                            choice(Answer::No, "No"),
                            NOT_SURE,
                        ]
                    },
                ),
            },
            Question::OpensMailbox => Wording {
                key: "shared-mailbox",
                asks: "Can anyone at your site open its NHSmail shared mailbox?",
                hint: "The shared mailbox is the one your site’s users share. It is normally care. followed by your ODS code, then @nhs.net.",
                missing: "Select yes if anyone at your site can open its shared mailbox.",
                choices: Choices::OneOf(
                    const { &[choice(Answer::Yes, "Yes"), choice(Answer::No, "No, nobody can"), NOT_SURE] },
                ),
            },
            Question::Service => Wording {
                key: "kind-of-service",
                asks: "What does your site provide?",
                hint: "",
                missing: "Select what your site provides.",
                choices: Choices::OneOf(
                    const {
                        &[
                            choice(Answer::CareHome, "A care home, with or without nursing"),
                            hinted(Answer::HomeCare, "Home care", "Also called domiciliary care"),
                            choice(Answer::CouncilService, "A care service the council runs itself"),
                            choice(Answer::Hospice, "A hospice"),
                            hinted(
                                Answer::OtherService,
                                "Another kind of care",
                                "For example supported living or extra care",
                            ),
                        ]
                    },
                ),
            },
            Question::Registered => Wording {
                key: "registered-with-cqc",
                asks: "Is your site registered with the Care Quality Commission (CQC)?",
                hint: "A registered site has a page of its own on the CQC website.",
                missing: "Select yes if your site is registered with CQC.",
                choices: Choices::OneOf(
                    const { &[choice(Answer::Yes, "Yes"), choice(Answer::No, "No"), NOT_SURE] },
                ),
            },
            Question::Funding => Wording {
                key: "publicly-funded-care",
                asks: "Does your site deliver any publicly funded care?",
                hint: "For example, care that a council or the NHS pays for, for even one person.",
                missing: "Select yes if your site delivers any publicly funded care.",
                choices: Choices::OneOf(
                    const {
                        &[
                            choice(Answer::Yes, "Yes"),
                            hinted(Answer::No, "No", "Everyone pays for their own care"),
                            NOT_SURE,
                        ]
                    },
                ),
            },
            Question::DsptStatus => Wording {
                key: "dspt-status",
                asks: "What is your Data Security and Protection Toolkit (DSPT) status?",
                hint: "It is shown when you sign in to the toolkit, and in its public search.",
                missing: "Select your DSPT status.",
                choices: Choices::OneOf(
                    const {
                        &[
                            choice(Answer::Exceeded, "Standards Exceeded"),
                            choice(Answer::Met, "Standards Met"),
                            choice(Answer::Approaching, "Approaching Standards"),
                            choice(Answer::NotMet, "Standards Not Met"),
                            hinted(
                                Answer::NotPublished,
                                "Not Published",
                                "Not started, or started and not published yet",
                            ),
                            NOT_SURE,
                        ]
                    },
                ),
            },
            Question::DsptEdition => Wording {
                key: "dspt-year",
                asks: "Which year is that DSPT status for?",
                hint: "The year is part of the status, for example 2025-26 Standards Met.",
                missing: "Select the year of your DSPT status.",
                choices: Choices::Editions,
            },
            Question::DsptPublisher => Wording {
                key: "dspt-published-by",
                asks: "Who published the DSPT?",
                hint: "",
                missing: "Select who published the DSPT.",
                choices: Choices::OneOf(
                    const {
                        &[
                            choice(Answer::ThisSite, "This site"),
                            choice(Answer::HeadOffice, "Our head office, for several sites"),
                            NOT_SURE,
                        ]
                    },
                ),
            },
            Question::Proof => Wording {
                key: "managers-id-or-passcode",
                asks: "What will you use to show that you act for your site?",
                hint: "The NHS Portal asks the person who applies for one of these. Never enter the ID or the passcode in this checker’s pages or files.",
                missing: "Select what you will use to show that you act for your site.",
                choices: Choices::OneOf(
                    const {
                        &[
                            hinted(
                                Answer::ManagersId,
                                "The CQC manager’s ID",
                                "It is on the registered manager’s registration details. It is also called the contact ID",
                            ),
                            hinted(
                                Answer::Passcode,
                                "A one-time passcode we have asked for",
                                "Choose this if it has come, or is on its way",
                            ),
                            choice(Answer::Neither, "We have neither yet"),
                            NOT_SURE,
                        ]
                    },
                ),
            },
            Question::PasscodeRoute => Wording {
                key: "passcode-sent-by",
                asks: "How is the one-time passcode sent to you?",
                hint: "",
                missing: "Select how the passcode is sent to you.",
                choices: Choices::OneOf(
                    const {
                        &[
                            hinted(Answer::Post, "By post", "A letter to the site"),
                            hinted(Answer::Email, "By email", "To the mailbox registered with CQC"),
                            NOT_SURE,
                        ]
                    },
                ),
            },
            Question::PasscodeIssued => Wording {
                key: "passcode-issued",
                asks: "When was the one-time passcode issued?",
                hint: "Use the date on the letter or the email. If it has not come yet, use the day you asked for it.",
                missing: "Enter the date the passcode was issued, or select that you are not sure.",
                choices: Choices::Day,
            },
        }
    }

    /// The answers offered at `today`, in order. Empty for a day, which is typed.
    pub fn offers(self, today: Date) -> Vec<(Answer, String, &'static str)> {
        match self.wording().choices {
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

    /// `answer` to this question, in the words it was offered in.
    pub fn in_words(self, answer: &Answer, today: Date) -> String {
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

    /// Whether `answer` is one that this question can have, on any day.
    pub fn can_be(self, answer: &Answer) -> bool {
        match self.wording().choices {
            Choices::OneOf(choices) => choices.iter().any(|choice| choice.answer == *answer),
            Choices::Editions => matches!(answer, Answer::Edition(_) | Answer::NotSure),
            Choices::Day => matches!(answer, Answer::Day(_) | Answer::NotSure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_a_key_of_its_own_and_says_what_to_do_when_empty() {
        for (index, question) in Question::ALL.into_iter().enumerate() {
            assert_eq!(question as usize, index, "ALL is in order");
            assert_eq!(Question::from_key(question.wording().key), Some(question));
            assert!(!question.wording().missing.is_empty());
        }
    }
}
