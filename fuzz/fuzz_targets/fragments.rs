#![no_main]
//! See `properties::fragments`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| caremail_fuzz::properties::fragments(bytes));
