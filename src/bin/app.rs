//! The checker in the browser.
fn main() {}
