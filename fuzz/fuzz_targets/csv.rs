#![no_main]
//! See `properties::csv`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| caremail_fuzz::properties::csv(bytes));
