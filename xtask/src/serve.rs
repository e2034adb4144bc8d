//! `cargo xtask serve`: the site while it is being worked on.

use crate::{Outcome, site};

/// Builds and serves the site, and reloads it in the browser when a file changes. Ends when stopped.
pub fn serve() -> Outcome {
    let tools = site::ready()?;
    println!("  The site will be at http://127.0.0.1:8080/ once it is built. Stop it with Ctrl-C.\n");
    let ended = site::trunk(&tools)
        // Not in dist/, where the checks and `cargo xtask dist` put the release build meanwhile.
        .args(["serve", "--dist", "target/serve"])
        .status()
        .map_err(|error| format!("Trunk did not start: {error}."))?;
    if ended.success() || ended.code().is_none() {
        Ok(())
    } else {
        Err("Trunk stopped. What it printed above says why; if port 8080 is in use, stop the other program."
            .into())
    }
}
