//! Many sites at once: from one group's workbook to the whole of England.
//!
//! ```text
//! files ─ SiteList (intake) ─▶ rows, each with its site and its person ─ grouping ─▶ what is kept of each
//!                                                                                        │ verdict: each site
//!                                                                                        │ across: sites beside each other
//!                                                                                        ▼
//!                                                        counts, a page of the table at a time, a site opened, reports
//! ```
//!
//! [`SitesCheck`] takes files one by one: lists with a row a person, or a row a site with its people beside each other,
//! and saved applications. How a list is read, and what is said of each row, is what one list is told: the columns, the
//! repairs and the rows left out are [`intake`](crate::intake)'s, the judgement is that of [`rules`](crate::rules).
//!
//! | what is decided | where |
//! |---|---|
//! | which columns tell of sites, and how a file's rows are streamed | [`intake::site_list`](crate::intake::site_list) |
//! | what becomes of a file that comes in pieces | `pieces` |
//! | which site a row is of | `grouping` |
//! | what is kept of a person and of a site | `kept` |
//! | what a site comes to as a whole | `verdict` |
//! | what sites have to do with each other | `across` |
//! | what kinds of problems there are | [`problem`] |
//! | what is shown, and what the page asks | [`view`] |
//! | a site opened, with every sentence | `detail` |
//! | a report, an email for a manager | `report` |
//! | lists returned, the files of each site | `handed_back` |
//!
//! # Speed
//!
//! A row in which nothing is out of order is told from its bytes: a mobile by its digits, an address by its shape, and
//! names, words and domains by what the fields said of them when they were first seen. Whatever else there is, is read
//! and judged in full. So the fields and the rules decide, and most rows do not wait for them: tests hold that a row
//! taken so would have been read as the same person, with nothing to say.
//!
//! # Memory
//!
//! A file's rows are kept once: of a text, its bytes. Beside them each person takes 48 bytes (hashes of the name and
//! the address, the mobile as a number, where the row is) and each site some 250. No finding is kept: a site that is
//! opened, or a report, reads the rows again.
//!
//! # What a list cannot say
//!
//! A list answers no readiness question, so a site of a list is ready when its list is: its codes, its people, its
//! mailbox where a column names the owners. A saved application is judged whole.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod across;
mod check;
mod counts;
mod detail;
mod grouping;
#[cfg(feature = "reader")]
mod handed_back;
mod incoming;
mod kept;
mod pieces;
pub mod problem;
mod report;
mod verdict;
pub mod view;

pub use check::SitesCheck;
