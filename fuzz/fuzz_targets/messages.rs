#![no_main]
//! See `properties::messages`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| caremail_fuzz::properties::messages(bytes));
