//! `_headers`: what Netlify, Cloudflare Pages and their like send with each file.
//!
//! Other hosts ignore it, and so does every host when the site is not in its topmost folder; the
//! page then still has its policy, in its head.

use super::names::Named;

/// The file's text. Files named after their content are kept for a year, all others asked for again.
pub fn headers(policy: &str, named: &[Named]) -> String {
    let mut text = format!(
        "/*\n  \
         Content-Security-Policy: {policy}; frame-ancestors 'self'\n  \
         X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n"
    );
    // Each file by its name: where two rules fit one file, a host sends both values.
    for page in ["/", "/index.html"] {
        text.push_str(&format!("{page}\n  Cache-Control: no-cache\n"));
    }
    for Named(file) in named {
        text.push_str(&format!(
            "/{file}\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_one_rule_for_its_keeping() {
        assert_eq!(
            headers("default-src 'none'", &[Named("app-1.js".into())]),
            "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'self'\n  \
             X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n\
             /\n  Cache-Control: no-cache\n\
             /index.html\n  Cache-Control: no-cache\n\
             /app-1.js\n  Cache-Control: public, max-age=31536000, immutable\n"
        );
    }
}
