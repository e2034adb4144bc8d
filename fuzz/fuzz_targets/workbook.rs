#![no_main]
//! See `properties::workbook`. A panic in a library is passed over: it ends the reader, which the page is ready for.
//! With CAREMAIL_FUZZ_LIBRARIES set, it is a finding too.

use std::panic;

libfuzzer_sys::fuzz_target!(init: {
    if std::env::var_os("CAREMAIL_FUZZ_LIBRARIES").is_none() {
        let of_the_fuzzer = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !info.location().is_some_and(|at| at.file().contains("/registry/")) {
                of_the_fuzzer(info);
            }
        }));
    }
}, |bytes: &[u8]| {
    let _ = panic::catch_unwind(|| caremail_fuzz::properties::workbook(bytes));
});
