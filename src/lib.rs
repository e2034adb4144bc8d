//! A dry run of an application for NHSmail.
#![deny(missing_docs)]

pub mod application;
pub mod day;
pub mod fields;
pub mod text;
