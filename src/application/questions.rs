//! The readiness questions as one table, in the order of a provider's journey. Nothing jumps: each says by a
//! predicate when it is asked, and the next question is the next one asked.

use super::choices::{NOT_SURE, choice, hinted};
use super::{Answer, Answers, Choices, Question};
use time::Date;

/// One question: when it is asked, and what a person reads on its page.
#[derive(Debug)]
pub struct Entry {
    /// Its name in the program.
    pub question: Question,
    /// Whether the answers so far lead to it. It looks at earlier questions only.
    pub is_asked: fn(&Answers) -> bool,
    /// Its name in the page's address and in saved files. It never changes.
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

/// Every question, in the order in which they are asked: that of [`Question`].
pub static QUESTIONS: [Entry; 11] = [
    Entry {
        question: Question::AlreadyHas,
        is_asked: |_| true,
        key: "already-have-nhsmail",
        asks: "Does this site have NHSmail, or has it had it before?",
        hint: "An NHSmail address ends in @nhs.net. A manager who has left may have had one. Only this site counts, not another home or branch of yours.",
        missing: "Select yes if this site has NHSmail, or has had it before.",
        choices: Choices::OneOf(&[
            hinted(Answer::Yes, "Yes", "It has NHSmail now, or had it in the past"),
            choice(Answer::No, "No"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::OpensMailbox,
        is_asked: |answers| answers.are(Question::AlreadyHas, Answer::Yes),
        key: "shared-mailbox",
        asks: "Can anyone at this site open its NHSmail shared mailbox?",
        hint: "Several people can open a shared mailbox. Its address is normally care. followed by your ODS code, then @nhs.net.",
        missing: "Select yes if anyone at this site can open its shared mailbox.",
        choices: Choices::OneOf(&[
            choice(Answer::Yes, "Yes"),
            choice(Answer::No, "No, nobody can"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::Service,
        is_asked: |answers| answers.lead_past(Question::AlreadyHas, Answer::Yes),
        key: "kind-of-service",
        asks: "What does this site provide?",
        hint: "",
        missing: "Select what this site provides.",
        choices: Choices::OneOf(&[
            choice(Answer::CareHome, "A care home, with or without nursing"),
            hinted(Answer::HomeCare, "Home care", "Care in people’s own homes"),
            choice(Answer::CouncilService, "A care service the council runs itself"),
            choice(Answer::Hospice, "A hospice"),
            hinted(
                Answer::OtherService,
                "Another kind of care",
                "For example supported living or extra care",
            ),
        ]),
    },
    Entry {
        question: Question::Registered,
        is_asked: |answers| answers.lead_past(Question::Service, Answer::Hospice),
        key: "registered-with-cqc",
        asks: "Is this site registered with the Care Quality Commission (CQC)?",
        hint: "A registered site has a page of its own on the CQC website.",
        missing: "Select yes if this site is registered with CQC.",
        choices: Choices::OneOf(&[choice(Answer::Yes, "Yes"), choice(Answer::No, "No"), NOT_SURE]),
    },
    Entry {
        question: Question::Funding,
        is_asked: |answers| answers.lead_past(Question::Registered, Answer::No),
        key: "publicly-funded-care",
        asks: "Does this site give any publicly funded care?",
        hint: "Care that a council or the NHS pays for. One person is enough.",
        missing: "Select yes if this site gives any publicly funded care.",
        choices: Choices::OneOf(&[
            choice(Answer::Yes, "Yes"),
            hinted(Answer::No, "No", "Everyone pays for their own care"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::DsptStatus,
        is_asked: |answers| answers.lead_past(Question::Registered, Answer::No),
        key: "dspt-status",
        asks: "What is this site’s Data Security and Protection Toolkit (DSPT) status?",
        hint: "It is shown when you sign in to the toolkit, and in its public search.",
        missing: "Select the DSPT status.",
        choices: Choices::OneOf(&[
            choice(Answer::Exceeded, "Standards Exceeded"),
            choice(Answer::Met, "Standards Met"),
            choice(Answer::Approaching, "Approaching Standards"),
            choice(Answer::NotMet, "Standards Not Met"),
            hinted(Answer::NotPublished, "Not Published", "Not started, or started and not published yet"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::DsptEdition,
        is_asked: |answers| {
            answers.are_one_of(Question::DsptStatus, &[Answer::Exceeded, Answer::Met, Answer::Approaching])
        },
        key: "dspt-year",
        asks: "Which year is that DSPT status for?",
        hint: "The year is part of the status, for example 2025-26 Standards Met.",
        missing: "Select the year of the DSPT status.",
        choices: Choices::Editions,
    },
    Entry {
        question: Question::DsptPublisher,
        is_asked: |answers| {
            answers.are_one_of(Question::DsptStatus, &[Answer::Exceeded, Answer::Met, Answer::Approaching])
        },
        key: "dspt-published-by",
        asks: "Who published the DSPT?",
        hint: "",
        missing: "Select who published the DSPT.",
        choices: Choices::OneOf(&[
            choice(Answer::ThisSite, "This site"),
            choice(Answer::HeadOffice, "Our head office, for several sites"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::Proof,
        is_asked: |answers| answers.lead_past(Question::Registered, Answer::No),
        key: "managers-id-or-passcode",
        asks: "Do you have the CQC manager’s ID, or a one-time passcode?",
        hint: "The NHS Portal asks for one of these. Keep both to yourself: never type them into this checker.",
        missing: "Select whether you have the manager’s ID, a passcode or neither.",
        choices: Choices::OneOf(&[
            hinted(
                Answer::ManagersId,
                "The CQC manager’s ID",
                "It is on the manager’s registration details, and in the CQC Provider Portal. It is also called the contact ID",
            ),
            hinted(
                Answer::Passcode,
                "A one-time passcode we have asked for",
                "It has come, or is on its way. It is for those who lack the manager’s ID, the Location ID or the postcode",
            ),
            choice(Answer::Neither, "We have neither yet"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::PasscodeRoute,
        is_asked: |answers| answers.are(Question::Proof, Answer::Passcode),
        key: "passcode-sent-by",
        asks: "How is the one-time passcode sent to you?",
        hint: "",
        missing: "Select how the passcode is sent to you.",
        choices: Choices::OneOf(&[
            hinted(Answer::Post, "By post", "A letter to the site"),
            hinted(Answer::Email, "By email", "To the mailbox registered with CQC"),
            NOT_SURE,
        ]),
    },
    Entry {
        question: Question::PasscodeIssued,
        is_asked: |answers| answers.are(Question::Proof, Answer::Passcode),
        key: "passcode-issued",
        asks: "When was the one-time passcode issued?",
        hint: "Use the date on the letter or the email. If it has not come yet, use the day you asked for it.",
        missing: "Enter the date the passcode was issued, or select that you are not sure.",
        choices: Choices::Day,
    },
];

impl Question {
    /// Every question, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        QUESTIONS.iter().map(|entry| entry.question)
    }

    /// The question whose key is `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        QUESTIONS.iter().find(|entry| entry.key == key).map(|entry| entry.question)
    }

    /// What the table says of it.
    #[allow(clippy::indexing_slicing, reason = "the table has an entry for each question, in order")]
    pub fn entry(self) -> &'static Entry {
        &QUESTIONS[self as usize]
    }

    /// Whether `answers` lead to this question.
    pub fn is_asked(self, answers: &Answers) -> bool {
        (self.entry().is_asked)(answers)
    }

    /// The answers offered at `today`, in order. Empty for a day, which is typed.
    pub fn offers(self, today: Date) -> Vec<(Answer, String, &'static str)> {
        self.entry().choices.offers(today)
    }

    /// `answer` to this question, in the words it was offered in.
    pub fn in_words(self, answer: &Answer, today: Date) -> String {
        self.entry().choices.in_words(answer, today)
    }

    /// Whether `answer` is one that this question can have, on any day.
    pub fn can_be(self, answer: &Answer) -> bool {
        self.entry().choices.can_be(answer)
    }
}

impl Answers {
    /// The answer to `question`, if it is asked and has one.
    pub fn to(&self, question: Question) -> Option<&Answer> {
        self.kept(question).filter(|_| question.is_asked(self))
    }

    /// Whether `question` is asked, and answered with `answer`.
    pub fn are(&self, question: Question, answer: Answer) -> bool {
        self.to(question) == Some(&answer)
    }

    /// The questions that these answers lead to, in order, answered or not.
    pub fn asked(&self) -> impl Iterator<Item = Question> + '_ {
        Question::all().filter(|question| question.is_asked(self))
    }

    /// The first question asked that has no answer yet; a day that cannot be read is none.
    pub fn next_open(&self) -> Option<Question> {
        self.asked().find(|question| !self.is_answered(*question))
    }

    /// Whether `question` has an answer that can be used.
    pub fn is_answered(&self, question: Question) -> bool {
        match self.to(question) {
            Some(Answer::Day(day)) => day.parse().is_ok(),
            answer => answer.is_some(),
        }
    }

    /// Whether `question` is asked, and answered with one of `answers`.
    fn are_one_of(&self, question: Question, answers: &[Answer]) -> bool {
        self.to(question).is_some_and(|answer| answers.contains(answer))
    }

    /// Whether `question` is asked, and not answered with `end`, the answer after which nothing that hangs on
    /// it is asked.
    fn lead_past(&self, question: Question, end: Answer) -> bool {
        question.is_asked(self) && !self.are(question, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TypedDay;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;
    use time::Month;

    /// The questions asked when `given` has been answered.
    fn asked(given: &[(Question, Answer)]) -> Vec<Question> {
        let mut answers = Answers::default();
        for (question, answer) in given {
            answers.set(*question, answer.clone());
        }
        answers.asked().collect()
    }

    #[test]
    fn every_question_has_an_entry_in_order_with_a_key_of_its_own_and_words_for_no_answer() {
        for (index, entry) in QUESTIONS.iter().enumerate() {
            assert_eq!(entry.question as usize, index, "{:?} is in order", entry.question);
            assert_eq!(Question::from_key(entry.key), Some(entry.question));
            assert!(!entry.asks.is_empty() && !entry.missing.is_empty(), "{:?}", entry.question);
        }
    }

    #[test]
    fn a_provider_new_to_nhsmail_is_asked_the_whole_journey() {
        assert_eq!(
            asked(&[(Question::AlreadyHas, Answer::No)]),
            [
                Question::AlreadyHas,
                Question::Service,
                Question::Registered,
                Question::Funding,
                Question::DsptStatus,
                Question::Proof
            ]
        );
    }

    #[test]
    fn a_provider_with_nhsmail_is_asked_only_about_its_mailbox() {
        let journey = asked(&[(Question::AlreadyHas, Answer::Yes)]);
        assert_eq!(journey, [Question::AlreadyHas, Question::OpensMailbox]);
    }

    #[test]
    fn a_hospice_is_asked_no_further() {
        let journey = asked(&[(Question::AlreadyHas, Answer::No), (Question::Service, Answer::Hospice)]);
        assert_eq!(journey, [Question::AlreadyHas, Question::Service]);
    }

    #[test]
    fn a_site_that_cqc_does_not_know_is_asked_no_further() {
        let journey = asked(&[(Question::Registered, Answer::No)]);
        assert_eq!(journey, [Question::AlreadyHas, Question::Service, Question::Registered]);
    }

    #[test]
    fn a_dspt_status_to_apply_with_leads_to_its_year_and_its_publisher() {
        let follow_up = [Question::DsptEdition, Question::DsptPublisher];
        for status in [Answer::Exceeded, Answer::Met, Answer::Approaching] {
            let journey = asked(&[(Question::DsptStatus, status)]);
            assert!(follow_up.iter().all(|question| journey.contains(question)), "{journey:?}");
        }
        for status in [Answer::NotMet, Answer::NotPublished, Answer::NotSure] {
            let journey = asked(&[(Question::DsptStatus, status)]);
            assert!(!follow_up.iter().any(|question| journey.contains(question)), "{journey:?}");
        }
    }

    #[test]
    fn only_a_passcode_leads_to_how_it_is_sent_and_when_it_was_issued() {
        let follow_up = [Question::PasscodeRoute, Question::PasscodeIssued];
        let journey = asked(&[(Question::Proof, Answer::Passcode)]);
        assert!(journey.ends_with(&follow_up), "{journey:?}");
        for proof in [Answer::ManagersId, Answer::Neither, Answer::NotSure] {
            let journey = asked(&[(Question::Proof, proof)]);
            assert!(!follow_up.iter().any(|question| journey.contains(question)), "{journey:?}");
        }
    }

    /// Any answers that can be given, to any of the questions.
    fn any_answers() -> impl Strategy<Value = Answers> {
        let today = Date::from_calendar_date(2026, Month::November, 23).unwrap();
        let to_each: Vec<_> = Question::all()
            .map(|question| {
                let mut offers: Vec<_> =
                    question.offers(today).into_iter().map(|(answer, ..)| answer).collect();
                if offers.is_empty() {
                    offers = vec![Answer::Day(TypedDay::from_line("20/11/2026")), Answer::NotSure];
                }
                option::of(select(offers))
            })
            .collect();
        to_each.prop_map(|given| {
            let mut answers = Answers::default();
            for (question, answer) in Question::all().zip(given) {
                if let Some(answer) = answer {
                    answers.set(question, answer);
                }
            }
            answers
        })
    }

    proptest! {
        #[test]
        fn no_question_hangs_on_a_later_one(answers in any_answers()) {
            for question in Question::all() {
                let mut earlier = Answers::default();
                for (answered, answer) in answers.all().filter(|(answered, _)| *answered < question) {
                    earlier.set(answered, answer.clone());
                }
                prop_assert_eq!(question.is_asked(&answers), question.is_asked(&earlier), "{:?}", question);
            }
        }
    }

    #[test]
    fn not_being_sure_is_never_the_end() {
        for question in Question::all() {
            let before = asked(&[]);
            let after = asked(&[(question, Answer::NotSure)]);
            assert!(after.len() >= before.len(), "{question:?}");
        }
    }

    #[test]
    fn changing_an_earlier_answer_keeps_the_later_ones() {
        let mut answers = Answers::default();
        answers.set(Question::AlreadyHas, Answer::No);
        answers.set(Question::Proof, Answer::Passcode);
        answers.set(Question::PasscodeRoute, Answer::Post);
        answers.set(Question::Proof, Answer::ManagersId);
        assert_eq!(answers.to(Question::PasscodeRoute), None);
        answers.set(Question::Proof, Answer::Passcode);
        assert_eq!(answers.to(Question::PasscodeRoute), Some(&Answer::Post));
    }
}
