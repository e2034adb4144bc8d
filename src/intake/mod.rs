//! What people bring: from the bytes of any spreadsheet to people, with what is to be said of each.
//!
//! ```text
//! bytes ─ open ─▶ Table ─ matching ─▶ Matching ─ people ─▶ people, each with findings
//! ```
//!
//! Nothing here panics on what a user brings, and nothing fails on part of it: what could be read is
//! returned, with findings for the rest.

pub mod columns;
mod decode;
mod delimited;
mod headings;
pub mod limits;
pub mod look;
pub mod table;
