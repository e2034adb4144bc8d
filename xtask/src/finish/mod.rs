//! `cargo xtask finish`: the end of a build, called by Trunk before it puts the build in place.
//!
//! In order: a release's styles and scripts are made smaller ([`compress`]); the page is made to start the
//! app by its own script ([`start`]); a release's files are named after what they hold ([`names`]); words
//! are put into the page ([`placeholders`]), the page's own scripts are hashed and the content policy
//! written ([`policy`]); a release is given its [`notices`], what [`hosts`] are told, its
//! compressed copies and its checksums.

pub mod compress;
mod hosts;
mod names;
mod page;
mod policy;
mod start;

use crate::{Outcome, digest, notices, project};
use caremail::settings::Settings;
use caremail::static_pages;
use names::Named;
use std::env;
use std::path::Path;

/// The words that the library puts into `index.html`, by the name of their placeholder: `{{name}}`
/// in the page, as HTML.
fn placeholders() -> Outcome<Vec<(&'static str, String)>> {
    let settings = Settings::default();
    settings.check().map_err(|error| format!("The built-in settings cannot be: {error}"))?;
    let mut words = static_pages::words(&settings);
    words.push(("settings", page::settings_block(&settings)?));
    Ok(words)
}

/// Finishes the build in the folder that Trunk names.
pub fn finish() -> Outcome {
    let told = |name| {
        env::var(name).map_err(|_| {
            format!("{name} is not set: Trunk calls this command. Run cargo xtask serve or cargo xtask dist.")
        })
    };
    let staging = told("TRUNK_STAGING_DIR")?;
    let release = told("TRUNK_PROFILE")? == "release";
    let staging = Path::new(&staging);
    if release {
        compress::styles(staging)?;
        compress::scripts(staging)?;
    }
    if release {
        project::write(&staging.join(notices::FILE), notices::notices()?)?;
    }
    finish_folder(staging, &placeholders()?, release)
}

fn finish_folder(staging: &Path, words: &[(&'static str, String)], release: bool) -> Outcome {
    let page_file = staging.join("index.html");
    let page = page::settle_reload_script(&project::read(&page_file)?);
    let mut page = start::by_own_script(&page)?;

    let mut named = Vec::new();
    if release {
        named = names::by_content(staging, &mut page)?;
    }
    let page = page::fill(&page, words)?;
    let policy = policy::policy(&page, release);
    let page = page::fill_policy(&page, &policy)?;
    page::nothing_left_to_fill(&page)?;
    project::write(&page_file, &page)?;

    if release {
        project::write(&staging.join(hosts::HEADERS), hosts::headers(&policy, &named))?;
        project::write(&staging.join(hosts::HTACCESS), hosts::htaccess(&policy))?;
        project::write(&staging.join(hosts::NGINX), hosts::nginx(&policy))?;
        for Named(file) in &named {
            compress::beside(&staging.join(file))?;
        }
        checksums(staging)?;
    }
    Ok(())
}

/// `SHA256SUMS`, which `sha256sum --check` reads: each file but itself, and `index.html`, where a host
/// changes the settings.
fn checksums(folder: &Path) -> Outcome {
    let mut lines = String::new();
    for file in project::files_below(folder)?.into_iter().filter(|file| file != "index.html") {
        let digest = digest::sha256_hex(&project::read_bytes(&folder.join(&file))?);
        lines.push_str(&format!("{digest}  {file}\n"));
    }
    project::write(&folder.join("SHA256SUMS"), lines)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;

    /// A new folder that holds these files.
    pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = env::temp_dir().join(format!("caremail-xtask-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (file, text) in files {
            let file = folder.join(file);
            fs::create_dir_all(file.parent().expect("is in a folder")).expect("can be made");
            fs::write(file, text).expect("can be written");
        }
        folder
    }

    const PAGE: &str = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{content-policy}}\">\
        <title>{{title}}</title><script>boot()</script>\
        <script>import('{{app-script}}'); fetch('{{app-module}}')</script></head><body>\
        <script type=\"module\">import init from './app-1f.js'; init({ module_or_path: './app-1f_bg.wasm' }); \
        dispatchEvent(new CustomEvent('TrunkApplicationStarted'))</script></body></html>";

    #[test]
    fn a_release_is_named_hashed_compressed_and_summed() {
        let site = folder(
            "finish",
            &[("index.html", PAGE), ("app-1f.js", "export {}"), ("app-1f_bg.wasm", "module")],
        );
        finish_folder(&site, &[("title", "Sites &amp; people".into())], true).expect("finishes");

        let page = fs::read_to_string(site.join("index.html")).expect("is there");
        assert!(page.contains("<title>Sites &amp; people</title>"));
        assert!(page.contains(&format!("'{}'", digest::policy_hash("boot()"))));
        assert!(!page.contains("app-1f"), "{page}");

        let files = project::files_below(&site).expect("lists");
        let wasm = files.iter().find(|file| file.ends_with(".wasm")).expect("is there");
        for end in [".br", ".gz"] {
            assert!(files.contains(&format!("{wasm}{end}")));
        }
        let sums = fs::read_to_string(site.join("SHA256SUMS")).expect("is there");
        assert_eq!(sums.lines().count(), files.len() - 2);
        assert!(!sums.contains("index.html") && !sums.contains("SHA256SUMS"), "{sums}");
        let headers = fs::read_to_string(site.join("_headers")).expect("is there");
        assert!(
            headers.contains(&format!("/{wasm}\n  Cache-Control: public, max-age=31536000, immutable\n"))
        );
    }

    /// The project's own page, with its words and its settings.
    fn built_page() -> String {
        let page = project::read(&project::root().join("index.html")).expect("is there");
        page::fill(&page, &placeholders().expect("the settings make sense")).expect("fills")
    }

    /// The text of the settings' block.
    fn block(page: &str) -> &str {
        let (_, rest) =
            page.split_once("<script type=\"application/json\" id=\"settings\">").expect("has one");
        rest.split_once("</script>").expect("which ends").0
    }

    #[test]
    fn the_page_holds_the_built_in_settings_as_a_block_that_reads_back() {
        let page = built_page();
        assert_eq!(page.matches("id=\"settings\"").count(), 1);
        assert_eq!(serde_json::from_str(block(&page)).ok(), Some(Settings::default()));
    }

    #[test]
    fn no_change_of_the_settings_changes_the_content_policy() {
        let page = built_page();
        let edited = page.replace(block(&page), "{ \"most_accounts\": 12 }");
        assert_ne!(page, edited);
        assert_eq!(policy::policy(&page, true), policy::policy(&edited, true));
    }

    #[test]
    fn every_setting_that_the_page_shows_says_which_it_is() {
        let page = built_page();
        let settings = Settings::default();
        let shown = page.split_once("</head>").expect("has a body").1;
        for text in [
            &settings.association.name,
            &settings.association.contact_name,
            &settings.association.contact_post,
            &settings.association.contact_email,
            &settings.helpdesk_telephone,
        ] {
            let marked = shown.matches(&format!(">{text}<")).count();
            let in_an_address = shown.matches(&format!("href=\"mailto:{text}\"")).count();
            // The source of a fact has the association's name too: it stays whoever hosts the page.
            let in_a_source = shown.matches(&format!(">{text}, “NHSmail”")).count();
            assert!(marked > 0, "{text}");
            assert_eq!(shown.matches(text.as_str()).count(), marked + in_an_address + in_a_source, "{text}");
        }
    }

    #[test]
    fn a_page_with_a_placeholder_that_nobody_fills_is_no_page() {
        let site = folder("unfilled", &[("index.html", PAGE)]);
        let said = finish_folder(&site, &[], false).expect_err("title is not filled");
        assert!(said.contains("{{title}}"), "{said}");
    }
}
