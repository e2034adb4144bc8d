//! A dry run of an application for NHSmail.
#![deny(missing_docs)]

pub mod fields;
pub mod text;
