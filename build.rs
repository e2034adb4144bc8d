//! Bounds the memory of the workers that open what strangers made.

/// What one unit of [`MEMORY`] is, in bytes.
const GB: u64 = 1024 * 1024 * 1024;

/// The most that each worker's module may ask of the browser, in GB: a file that wants more ends the worker, and not
/// the tab. The list of all sites may be ten times as long as any other.
const MEMORY: [(&str, u64); 2] = [("reader", 1), ("sites", 2)];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Of the target, and not of the machine that builds.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        for (worker, most) in MEMORY {
            println!("cargo::rustc-link-arg-bin={worker}=--max-memory={}", most * GB);
        }
    }
}
