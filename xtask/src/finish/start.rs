//! How the page starts the app: by `src/load.js`, in place of what Trunk writes for it.
//!
//! Trunk has the app's script and module fetched ahead of everything else, so that on a slow line they compete
//! with what the page needs for its first paint.

use crate::Outcome;

/// The placeholders of `src/load.js`, which is in the page already.
const SCRIPT: &str = "{{app-script}}";
const MODULE: &str = "{{app-module}}";

/// Takes Trunk's own script and its links for fetching ahead out of the page, and gives the names of the two
/// files to `src/load.js`.
pub fn by_own_script(page: &str) -> Outcome<String> {
    if !page.contains(SCRIPT) || !page.contains(MODULE) {
        return Err(
            "index.html must hold src/load.js, which starts the app: <link data-trunk rel=\"inline\" \
                    type=\"js\" href=\"src/load.js\">."
                .into(),
        );
    }
    let (rest, trunks) = trunks_script(page).ok_or(
        "Trunk has put no script into index.html that starts the app. Is its version the pinned one?",
    )?;
    let name = |before| quoted_after(trunks, before);
    let (Some(script), Some(module)) = (name(" from "), name("module_or_path: ")) else {
        return Err(format!("Trunk's script does not name the app's files as it used to:\n{trunks}"));
    };
    Ok(without_preloads(&rest).replace(SCRIPT, script).replace(MODULE, module))
}

/// The page without Trunk's script, and what the script holds.
fn trunks_script(page: &str) -> Option<(String, &str)> {
    const OPEN: &str = "<script type=\"module\">";
    const CLOSE: &str = "</script>";
    page.match_indices(OPEN).find_map(|(start, _)| {
        let (before, rest) = page.split_at(start);
        let (script, after) = rest.strip_prefix(OPEN)?.split_once(CLOSE)?;
        script.contains("TrunkApplicationStarted").then(|| (format!("{before}{after}"), script))
    })
}

/// What stands in single quotes behind `before`.
fn quoted_after<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.strip_prefix('\'')?.split_once('\'').map(|(name, _)| name)
}

/// The page without `<link rel="modulepreload">` and `<link rel="preload">`.
fn without_preloads(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some(start) = ["<link rel=\"modulepreload\"", "<link rel=\"preload\""]
        .iter()
        .filter_map(|link| rest.find(link))
        .min()
    {
        kept.push_str(&rest[..start]);
        rest = rest[start..].split_once('>').map_or("", |(_, rest)| rest);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page as Trunk 0.21.14 writes it.
    const PAGE: &str = "<head><script>import('{{app-script}}'); fetch('{{app-module}}')</script>\
        <link rel=\"stylesheet\" href=\"./main.css\"/>\
        <link rel=\"modulepreload\" href=\"./app-1f.js\" crossorigin=\"anonymous\">\
        <link rel=\"preload\" href=\"./app-1f_bg.wasm\" crossorigin=\"anonymous\" as=\"fetch\" \
        type=\"application/wasm\"></head><body>\n<script type=\"module\">\n\
        import init from './app-1f.js';\nconst wasm = await init({ module_or_path: './app-1f_bg.wasm' });\n\n\
        dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {detail: {wasm}}));\n\n</script></body>";

    #[test]
    fn nothing_of_the_app_is_fetched_before_the_page_s_own_script_says_so() {
        assert_eq!(
            by_own_script(PAGE),
            Ok("<head><script>import('./app-1f.js'); fetch('./app-1f_bg.wasm')</script>\
                <link rel=\"stylesheet\" href=\"./main.css\"/></head><body>\n</body>"
                .into())
        );
    }

    #[test]
    fn the_script_by_which_the_development_server_reloads_the_page_stays() {
        let reload = "<script>\"use strict\"; new WebSocket(address)</script>";
        let page = PAGE.replace("</body>", &format!("{reload}</body>"));
        assert!(by_own_script(&page).expect("starts").contains(reload));
    }

    #[test]
    fn a_page_that_could_not_start_the_app_is_refused() {
        assert!(by_own_script(&PAGE.replace("{{app-module}}", "")).is_err());
        assert!(by_own_script(&PAGE.replace("TrunkApplicationStarted", "Started")).is_err());
        assert!(by_own_script(&PAGE.replace("module_or_path", "module")).is_err());
    }
}
