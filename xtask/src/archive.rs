//! A folder as a zip that is the same, byte for byte, whenever and wherever it is made.

use crate::{Outcome, project};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The folder's files below a folder called `name`: sorted, each dated 1 January 1980 (the first
/// date a zip can hold) and readable by all.
pub fn zip(folder: &Path, name: &str) -> Outcome<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let fault = |error: &dyn std::fmt::Display| format!("The archive was not made: {error}.");

    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in project::files_below(folder)? {
        zip.start_file(format!("{name}/{file}"), options)
            .map_err(|error| fault(&error))?;
        zip.write_all(&project::read_bytes(&folder.join(&file))?)
            .map_err(|error| fault(&error))?;
    }
    zip.finish()
        .map(Cursor::into_inner)
        .map_err(|error| fault(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::tests::folder;
    use std::io::Read;

    #[test]
    fn the_same_files_make_the_same_archive_in_whatever_order_they_were_written() {
        let one = folder(
            "zip-one",
            &[("b.txt", "B"), ("a/deep.txt", "deep"), ("a.txt", "A")],
        );
        std::thread::sleep(std::time::Duration::from_millis(20));
        let other = folder(
            "zip-other",
            &[("a.txt", "A"), ("a/deep.txt", "deep"), ("b.txt", "B")],
        );
        assert_eq!(zip(&one, "site"), zip(&other, "site"));
    }

    #[test]
    fn the_archive_opens_and_holds_each_file_in_one_folder() {
        let made = zip(
            &folder("zip-open", &[("a/deep.txt", "deep"), ("a.txt", "A")]),
            "site",
        );
        let mut made = zip::ZipArchive::new(Cursor::new(made.expect("made"))).expect("opens");
        let names: Vec<String> = made
            .file_names()
            .map(|name| name.expect("reads").into_owned())
            .collect();
        assert_eq!(names, ["site/a.txt", "site/a/deep.txt"]);
        let mut text = String::new();
        made.by_name("site/a/deep.txt")
            .expect("is there")
            .read_to_string(&mut text)
            .expect("reads");
        assert_eq!(text, "deep");
    }
}
