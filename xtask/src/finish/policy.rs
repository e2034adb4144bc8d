//! The content policy: what the page may run and whom it may speak to.

use super::page::{inline_scripts, inline_styles};
use crate::digest::policy_hash;

/// The policy for this page. Its inline scripts and styles are trusted by their hashes and nothing else is:
/// no `unsafe-inline`, no other origin.
///
/// In development the page may also speak to the server that tells it to reload.
pub fn policy(page: &str, release: bool) -> String {
    let hashes = |texts: Vec<&str>| -> String {
        texts.into_iter().map(|text| format!(" '{}'", policy_hash(text))).collect()
    };
    let (scripts, styles) = (hashes(inline_scripts(page)), hashes(inline_styles(page)));
    let reload = if release { "" } else { " ws:" };
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self'{scripts} 'wasm-unsafe-eval'"),
        format!("style-src 'self'{styles}"),
        "img-src 'self' data:".to_owned(),
        format!("connect-src 'self'{reload}"),
        "worker-src 'self'".to_owned(),
        "form-action 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_trusts_its_own_scripts_and_speaks_to_no_one() {
        assert_eq!(
            policy("<script>alert('Hello, world.');</script>", true),
            "default-src 'none'; \
             script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'wasm-unsafe-eval'; \
             style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; \
             form-action 'none'; base-uri 'none'"
        );
    }

    #[test]
    fn a_style_in_the_page_is_trusted_by_what_it_holds() {
        let held = policy("<style type=\"text/css\">p{color:red}</style>", true);
        assert!(held.contains(&format!("style-src 'self' '{}';", policy_hash("p{color:red}"))), "{held}");
    }

    #[test]
    fn development_differs_by_the_reload_connection_alone() {
        let page = "<script>a()</script>";
        assert_eq!(policy(page, false).replace(" ws:", ""), policy(page, true));
    }
}
