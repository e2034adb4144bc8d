//! Bounds the memory of the worker that opens what strangers made.

/// The most that its module may ask of the browser: a file that wants more ends the worker, and not the tab.
const READER_MEMORY: u32 = 1024 * 1024 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Of the target, and not of the machine that builds.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=reader=--max-memory={READER_MEMORY}");
    }
}
