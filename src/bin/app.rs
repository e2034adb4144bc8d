//! The checker in the browser.

fn main() {
    caremail::app::start();
}
