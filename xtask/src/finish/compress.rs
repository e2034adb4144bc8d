//! Smaller files: the styles and scripts without what only people read, and copies for hosts that send
//! compressed ones.

use crate::steps::run;
use crate::{Outcome, project};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// Makes the style sheet of the build again from its source, without spaces and comments.
///
/// Trunk would have Sass do so only along with the minifier for scripts, which is turned off. From
/// the source, because Sass does not read all that it writes: nhsuk-frontend has a `screen\0` in it.
pub fn styles(folder: &Path) -> Outcome {
    let files = project::files_below(folder)?;
    let Some(sheet) = files.iter().find(|file| file.ends_with(".css")) else {
        return Ok(());
    };
    let compressed =
        run(Command::new("sass").args(["--no-source-map", "--style", "compressed", "style/main.scss"]))?;
    project::write(&folder.join(sheet), compressed)
}

/// Makes each script of the build smaller, by terser: a quarter less to send.
///
/// Names at the top of a script are kept unless it is a module, whose names are its own: a worker's
/// script is called by them.
pub fn scripts(folder: &Path) -> Outcome {
    for script in project::files_below(folder)?.iter().filter(|file| file.ends_with(".js")) {
        let file = folder.join(script);
        let mut terser = Command::new("terser");
        terser.args(["--compress", "--mangle", "--ecma", "2020"]);
        if project::read(&file)?.contains("\nexport ") {
            terser.arg("--module");
        }
        run(terser.arg("--output").arg(&file).arg("--").arg(&file))?;
    }
    Ok(())
}

/// Writes the file's `.br` and `.gz` beside it.
///
/// Only for files named after their content: a host may change a word of the page, and a
/// compressed copy would go on saying the old one.
pub fn beside(file: &Path) -> Outcome {
    let bytes = project::read_bytes(file)?;
    let copy = |end: &str| {
        file.with_file_name(format!("{}.{end}", file.file_name().unwrap_or_default().to_string_lossy()))
    };
    project::write(&copy("br"), brotli(&bytes))?;
    project::write(&copy("gz"), gzip(&bytes))
}

/// The bytes in brotli, at its highest quality.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        // Left to itself, this encoder takes larger blocks than the reference one, and 2 % more for code.
        lgblock: 16,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings)
        .expect("memory takes what is written to it");
    compressed
}

/// The bytes in gzip, without a name or a date, so that the same bytes give the same file.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes what is written to it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compressed_copies_open_again() {
        let text = "the same words, ".repeat(200);
        let mut opened = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(text.as_bytes())[..], &mut opened).expect("opens");
        assert_eq!(opened, text.as_bytes());
        assert!(brotli(text.as_bytes()).len() < 60);

        let mut opened = String::new();
        flate2::read::GzDecoder::new(&gzip(text.as_bytes())[..]).read_to_string(&mut opened).expect("opens");
        assert_eq!(opened, text);
    }
}
