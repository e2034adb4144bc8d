#![no_main]
//! See `properties::fields`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| caremail_fuzz::properties::fields(bytes));
