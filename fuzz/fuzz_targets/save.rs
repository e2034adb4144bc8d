#![no_main]
//! See `properties::save`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| caremail_fuzz::properties::save(bytes));
