//! What a provider takes away, as the bytes of files.
//!
//! Each document is made from the application and its report, and holds no manager's ID and no
//! passcode: the application has no place for either. What several documents say is worked out once, in
//! [`summary`], [`reminders`] and [`next_steps`](next_steps()).
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

pub mod accounts;
pub mod book;
pub mod calendar;
pub mod checklist;
pub mod csv_text;
mod evidence;
pub mod file_name;
pub mod hand_over;
pub mod help;
pub mod html;
pub mod letters;
mod next_steps;
#[cfg(feature = "writer")]
pub mod pdf;
#[cfg(feature = "writer")]
pub mod people_form;
pub mod portal;
pub mod reminders;
pub mod save;
pub mod slips;
pub mod summary;
#[cfg(feature = "writer")]
pub mod workbook;

pub use next_steps::{next_steps, opens_mailbox};

/// The name the blank form to send round is offered under.
pub const FORM_NAME: &str = "nhsmail-people-form.xlsx";
