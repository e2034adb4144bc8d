#![no_main]
//! See `properties::columns`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| caremail_fuzz::properties::columns(bytes));
