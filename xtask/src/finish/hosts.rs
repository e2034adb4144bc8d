//! What hosts are told: types, caching, compression and headers, in each one's own words. The site works without;
//! with it, it loads sooner, is never half old and half new, and cannot be shown inside another's page.

use super::names::Named;

/// How the file is called that Netlify, Cloudflare Pages and their like read.
pub const HEADERS: &str = "_headers";
/// How the file is called that Apache reads in each folder, where it is let.
pub const HTACCESS: &str = ".htaccess";
/// How the file is called that an nginx's own settings may include.
pub const NGINX: &str = "caremail.nginx.conf";

/// Kept for a year: files named after their content.
const KEPT: &str = "public, max-age=31536000, immutable";
/// Asked for again each time: the page, which names the others.
const ASKED_AGAIN: &str = "no-cache";
/// Which files are named after their content.
const NAMED: &str = "-[0-9a-f]{16}\\.(css|js|wasm)$";

/// Headers that go with every file.
fn of_every_file(policy: &str) -> [(&'static str, String); 3] {
    [
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'self'")),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "no-referrer".into()),
    ]
}

/// [`HEADERS`]. Where the site is not in the host's topmost folder it is passed over; the page then still has its
/// policy, in its head.
pub fn headers(policy: &str, named: &[Named]) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in of_every_file(policy) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    // Each file by its name: where two rules fit one file, a host sends both values.
    for page in ["/", "/index.html"] {
        text.push_str(&format!("{page}\n  Cache-Control: {ASKED_AGAIN}\n"));
    }
    for Named(file) in named {
        text.push_str(&format!("/{file}\n  Cache-Control: {KEPT}\n"));
    }
    text
}

/// [`HTACCESS`], for Apache 2.4. Each part is passed over where the host has not loaded what it needs.
pub fn htaccess(policy: &str) -> String {
    let mut text = "# For Apache 2.4. The page works without; see docs/hosting.md.\n\
        <IfModule mod_mime.c>\n  \
        AddType application/wasm .wasm\n  \
        AddType text/javascript .js\n  \
        AddCharset utf-8 .html .css .js\n\
        </IfModule>\n\
        <IfModule mod_headers.c>\n"
        .to_owned();
    for (name, value) in of_every_file(policy) {
        text.push_str(&format!("  Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!(
        "  Header set Cache-Control \"{ASKED_AGAIN}\"\n  \
         <FilesMatch \"{NAMED}\">\n    \
         Header set Cache-Control \"{KEPT}\"\n  \
         </FilesMatch>\n\
         </IfModule>\n\
         <IfModule mod_filter.c>\n  \
         <IfModule mod_deflate.c>\n    \
         AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/wasm\n  \
         </IfModule>\n\
         </IfModule>\n"
    ));
    text
}

/// [`NGINX`], to stand inside the `location` of the folder.
pub fn nginx(policy: &str) -> String {
    let mut text = format!(
        "# For nginx. In the server block, with your folder's own names:\n\
         #   location /nhsmail/ {{ include /var/www/html/nhsmail/{NGINX}; }}\n\
         # The page works without; see docs/hosting.md.\n\
         types {{\n  \
         text/html html;\n  \
         text/css css;\n  \
         text/javascript js;\n  \
         application/wasm wasm;\n  \
         text/plain txt conf;\n\
         }}\n\
         charset utf-8;\n\
         charset_types text/html text/css text/javascript;\n\
         index index.html;\n\
         gzip_static on;\n\
         set $caremail_keep \"{ASKED_AGAIN}\";\n\
         if ($uri ~ \"{NAMED}\") {{ set $caremail_keep \"{KEPT}\"; }}\n\
         add_header Cache-Control $caremail_keep;\n"
    );
    for (name, value) in of_every_file(policy) {
        text.push_str(&format!("add_header {name} \"{value}\" always;\n"));
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

    #[test]
    fn the_policy_stands_in_quotation_marks_that_it_does_not_end() {
        let policy = crate::finish::policy::policy("<script>boot()</script>", true);
        assert!(!policy.contains(['"', '\\', '$', '\n']), "{policy}");
        let line = format!("\"{policy}; frame-ancestors 'self'\"");
        assert!(htaccess(&policy).contains(&line) && nginx(&policy).contains(&line));
    }
}
