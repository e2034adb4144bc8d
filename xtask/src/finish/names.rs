//! Files named after what they hold, so that a browser may keep them for good.
//!
//! Trunk's own names are not enough: it names the app after the module as the compiler left it, so
//! that a new wasm-opt changes the file and not the name; and workers it does not rename at all.

use crate::{Outcome, digest, project};
use std::fs;
use std::path::Path;

/// A file whose name is given by its content; another content has another name.
#[derive(Debug, PartialEq, Eq)]
pub struct Named(pub String);

/// Renames the scripts, modules and style sheets that the page names, and the workers' files, and
/// puts the new names in the page.
///
/// A worker `reader` is `reader_loader.js`, `reader.js` and `reader_bg.wasm`, the way Trunk writes
/// `data-type="worker" data-loader-shim`. The page must name its loader, which is how the app knows
/// the new name: `<meta name="reader" content="./reader_loader.js">`.
pub fn by_content(folder: &Path, page: &mut String) -> Outcome<Vec<Named>> {
    let files = project::files_below(folder)?;
    let mut named = Vec::new();
    for loader in files.iter().filter(|file| !file.contains('/') && file.ends_with("_loader.js")) {
        let worker = loader.trim_end_matches("_loader.js");
        let mut script = loader_script(worker);
        for part in [format!("{worker}.js"), format!("{worker}_bg.wasm")] {
            named.push(rename(folder, &part, &mut script)?);
        }
        project::write(&folder.join(loader), &script)?;
        if !page.contains(&format!("/{loader}")) {
            return Err(format!(
                "index.html does not name {loader}, so the app cannot find it. Add <meta name=\"{worker}\" \
                 content=\"./{loader}\">."
            ));
        }
        named.push(rename(folder, loader, page)?);
    }
    for file in &files {
        let kind = [".js", ".wasm", ".css"].iter().any(|end| file.ends_with(end));
        if kind && !file.contains('/') && folder.join(file).is_file() && page.contains(&format!("/{file}")) {
            named.push(rename(folder, file, page)?);
        }
    }
    Ok(named)
}

/// The script that starts a worker, without what only people read.
fn loader_script(worker: &str) -> String {
    let script = include_str!("../../../src/worker_loader.js").replace("{{worker}}", worker);
    let code = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// Renames one file, and says so in the text that names it.
fn rename(folder: &Path, file: &str, text: &mut String) -> Outcome<Named> {
    let bytes = project::read_bytes(&folder.join(file))?;
    let name = name(file, &digest::sha256_hex(&bytes)[..16]);
    fs::rename(folder.join(file), folder.join(&name))
        .map_err(|error| format!("{file} cannot be renamed: {error}."))?;
    *text = text.replace(&format!("/{file}"), &format!("/{name}"));
    Ok(Named(name))
}

/// `app-2a3b_bg.wasm` → `app-<hash>.wasm`.
fn name(file: &str, hash: &str) -> String {
    let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
    let stem = stem.trim_end_matches("_bg");
    let is_hash = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_hexdigit());
    let stem = stem.rsplit_once('-').filter(|(_, word)| is_hash(word)).map_or(stem, |(stem, _)| stem);
    format!("{stem}-{hash}.{end}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::tests::folder;

    #[test]
    fn a_name_holds_one_hash() {
        assert_eq!(name("app-2a3b_bg.wasm", "ff"), "app-ff.wasm");
        assert_eq!(name("app-2a3b.js", "ff"), "app-ff.js");
        assert_eq!(name("reader_loader.js", "ff"), "reader_loader-ff.js");
        assert_eq!(name("main-page.css", "ff"), "main-page-ff.css");
    }

    #[test]
    fn a_change_in_a_worker_s_module_changes_every_name_that_leads_to_it() {
        let built = |module: &str| {
            let files = [
                ("reader.js", "self"),
                ("reader_bg.wasm", module),
                ("reader_loader.js", "importScripts(\"./reader.js\");wasm_bindgen(\"./reader_bg.wasm\");"),
            ];
            let folder = folder("names", &files);
            let mut page = "<meta name=\"reader\" content=\"./reader_loader.js\">".to_owned();
            let named = by_content(&folder, &mut page).expect("renames");
            let loader = project::read(&folder.join(&named[2].0)).expect("is there");
            assert!(loader.contains(&named[0].0) && loader.contains(&named[1].0), "{loader}");
            assert!(page.contains(&named[2].0), "{page}");
            page
        };
        assert_ne!(built("one"), built("two"));
        assert_eq!(built("one"), built("one"));
    }

    #[test]
    fn a_worker_that_the_page_does_not_name_is_refused() {
        let files = [("reader.js", ""), ("reader_bg.wasm", ""), ("reader_loader.js", "")];
        assert!(by_content(&folder("unnamed", &files), &mut String::new()).is_err());
    }

    #[test]
    fn files_that_the_page_does_not_name_keep_their_names() {
        let folder = folder("kept", &[("settings.js", "x"), ("snippets/a/inline0.js", "y")]);
        assert_eq!(by_content(&folder, &mut "<p>settings</p>".to_owned()), Ok(vec![]));
        assert!(folder.join("settings.js").is_file());
    }
}
