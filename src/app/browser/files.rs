//! Files that go out to the user's disk, and come in from it.

use gloo::file::futures::read_as_text;
use gloo::file::{Blob, BlobContents, File};
use gloo::utils::document;
use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlAnchorElement, HtmlInputElement, Url};

/// The browser would not make a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DownloadRefused;

/// What to say of [`DownloadRefused`].
pub const NOT_MADE: &str = "Your browser would not make the file. Your answers are still here. Close other tabs and programs, then try again, or try another browser.";

/// Offers `contents` to the user as a file called `name`. Whether it then reaches the disk, the browser does not
/// tell.
///
/// # Errors
/// Where the browser says at once that it will not.
pub fn download(name: &str, mime: &str, contents: impl BlobContents) -> Result<(), DownloadRefused> {
    let blob = Blob::new_with_options(contents, Some(mime));
    // By web-sys: gloo's panics where the browser refuses.
    let address = Url::create_object_url_with_blob(blob.as_ref()).map_err(|_| DownloadRefused)?;
    let link = document().create_element("a").map_err(|_| DownloadRefused)?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).map_err(|_| DownloadRefused)
}

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than was asked for.
    TooLarge,
    /// It is not there any more, or may not be read.
    Unreadable,
}

/// What to say of [`ReadError::Unreadable`].
pub const UNREADABLE: &str = "Your browser could not read that file. Choose it again.";

/// The text of the file chosen in the box that `event` came from, if one was chosen; nothing is read of
/// one with more than `largest` bytes. Characters that are not UTF-8 become U+FFFD.
pub async fn chosen_text(event: &Event, largest: usize) -> Option<Result<String, ReadError>> {
    Some(match chosen(event, largest)? {
        Ok(file) => read_as_text(&File::from(file)).await.map_err(|_| ReadError::Unreadable),
        Err(error) => Err(error),
    })
}

/// The bytes of the file chosen in the box that `event` came from, if one was chosen; nothing is read of
/// one with more than `largest` bytes. They are the browser's own: gloo would copy them into this
/// program's memory, and they are on their way to a worker's.
pub async fn chosen_bytes(event: &Event, largest: usize) -> Option<Result<ArrayBuffer, ReadError>> {
    let file = match chosen(event, largest)? {
        Ok(file) => file,
        Err(error) => return Some(Err(error)),
    };
    let buffer = JsFuture::from(file.array_buffer()).await;
    Some(buffer.map(JsCast::unchecked_into).map_err(|_| ReadError::Unreadable))
}

/// A file that was chosen among others. Nothing is read of it yet.
#[derive(Debug, Clone)]
pub struct ChosenFile(web_sys::File);

impl ChosenFile {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        // Sizes are whole, and none is negative.
        self.0.size() as usize
    }

    /// Its bytes from `start` up to `end`: they are fetched at once, whoever waits for them.
    pub fn piece(
        &self,
        start: usize,
        end: usize,
    ) -> impl Future<Output = Result<ArrayBuffer, ReadError>> + use<> {
        let piece = self.0.slice_with_f64_and_f64(start as f64, end as f64);
        let reading = piece.map(|piece| JsFuture::from(piece.array_buffer()));
        async move {
            let buffer = reading.map_err(|_| ReadError::Unreadable)?.await;
            buffer.map(JsCast::unchecked_into).map_err(|_| ReadError::Unreadable)
        }
    }
}

/// Every file chosen in the box that `event` came from, in the order of their names.
pub fn all_chosen(event: &Event) -> Vec<ChosenFile> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = input.files();
    let files = (0..files.as_ref().map_or(0, |files| files.length()))
        .filter_map(|index| files.as_ref().and_then(|files| files.get(index)));
    let mut files: Vec<ChosenFile> = files.map(ChosenFile).collect();
    files.sort_by_key(ChosenFile::name);
    input.set_value("");
    files
}

fn chosen(event: &Event, largest: usize) -> Option<Result<web_sys::File, ReadError>> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    // The same file can be chosen again, after it was mended.
    input.set_value("");
    Some(if file.size() > largest as f64 { Err(ReadError::TooLarge) } else { Ok(file) })
}
