//! A dry run of an English care provider's application for NHSmail.
//!
//! # The house
//!
//! Data flows one way: what was typed is held as it is by [`application`], read by [`fields`],
//! judged by [`rules`], and written by [`documents`]. The screens, in `app`, call down and are
//! called by nothing. A list that a stranger made is opened by [`intake`], in a worker that holds no
//! one's answers and can be ended; another checks [many sites](sites) at once; a third makes the documents. What the page and its workers say to each
//! other is [`protocol`]; what a host may change is [`settings`], read from `index.html` when the page starts.
//!
//! | to add | write | and name it in |
//! |---|---|---|
//! | a rule | `src/rules/<rule>.rs` | [`rules::RULES`] |
//! | a field | `src/fields/<field>/mod.rs`, a type that is a [`fields::Field`] | [`fields`] |
//! | a question | a variant of [`application::Question`], and its entry in the same place | [`application::QUESTIONS`] |
//! | a document | `src/documents/<document>.rs` | [`protocol::WriterRequest`], `src/bin/writer.rs`, and the button on the result screen |
//! | a letter to the helpdesk | a variant of [`application::Letter`] | `src/documents/letters/table.rs` |
//! | something a worker is asked | a variant | [`protocol`], and the worker in `src/bin/` |
//! | a kind of file to bring lists in | `src/intake/<kind>.rs` | `intake::file_kind` |
//! | a name people give a column | a word | `src/intake/heading_names.rs` |
//! | a way a text lists people | `src/intake/layouts/<layout>.rs` | `intake::layouts` |
//! | a rule across sites | a variant of [`sites::problem::AcrossRule`] | `src/sites/across.rs`, `detail.rs` |
//! | a reason why a row is nobody | a variant of [`intake::preview::LeftOutReason`] | `src/intake/rows.rs` |
//! | a staff list that is read wrongly | the file and what is right | `tests/cases/more_lists/cases.json` |
//! | something a saved file holds | a member of the types in `src/documents/save/file.rs`, under a new version | a file of that version in `tests/cases/saves/` |
//! | a page that helps with what is left to do | a variant of [`documents::help::Help`] | `documents::help::helps` |
//! | a fact, with its source | an item | [`facts`] |
//! | something a host may change | a value, and what makes sense of it | [`settings::Settings`]; where `index.html` shows it, [`static_pages`] |
//! | a screen | `src/app/pages/<screen>.rs`, a component | `app::router::Page`, and `Screen` in `app::pages` |
//! | a piece of screens | `src/app/components/<piece>.rs`, a component | `app::components` |
//! | something the screens share | a field of `app::store::AppState` | |
//! | a screen that needs no checker | a section of `index.html` | `src/boot.js`; its facts in [`static_pages`] |
//!
//! # What always holds
//!
//! Each of these is held by a test; `tests/house.rs` has those that are about the whole house.
//!
//! 1. Everything but `app` builds and passes with `--no-default-features`: it knows no browser, no
//!    clock and no chance. Today's date is an argument.
//! 2. Reading never panics, and never fails without a sentence that says what to do. A library that a
//!    damaged workbook brings down takes the reader with it, and nothing else.
//! 3. Every rule has a source, a test that fires it, a test that does not, and a row on the rules
//!    screen.
//! 4. Every document opens again in another program, with every character of every name.
//! 5. Only `app::browser`, and `worker` at the other end, name `web_sys`.
//! 6. The built site makes no request to another origin, and none once it is loaded but
//!    for the workers' own files.
//! 7. Whatever fails, the answers typed so far are still there, and can be saved.
//! 8. A manager's ID and a passcode are held nowhere: no type has a place for them, and one typed
//!    into the wrong box goes no further.
#![deny(missing_docs)]

#[cfg(feature = "app")]
pub mod app;
pub mod application;
#[cfg(any(feature = "app", feature = "worker"))]
pub mod browser_json;
pub mod day;
pub mod documents;
pub mod facts;
pub mod fields;
pub mod intake;
pub mod json;
pub mod protocol;
pub mod rules;
pub mod settings;
pub mod sites;
pub mod static_pages;
pub mod text;
#[cfg(feature = "worker")]
pub mod worker;

/// The memory of each program in the browser.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
