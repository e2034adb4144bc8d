//! Files that go out to the user's disk, and come in from it.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::document;

/// Offers `bytes` to the user as a file called `name`.
pub fn download(name: &str, mime: &str, bytes: &[u8]) {
    download_buffer(name, mime, &js_sys::Uint8Array::from(bytes));
}

/// Offers an `ArrayBuffer`, or a view of one, to the user as a file called `name`.
pub fn download_buffer(name: &str, mime: &str, buffer: &JsValue) {
    let _ = try_download(name, mime, buffer);
}

fn try_download(name: &str, mime: &str, buffer: &JsValue) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(buffer);
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than was asked for.
    TooLarge,
    /// It is not there any more, or may not be read.
    Unreadable,
}

/// The text of the file chosen in the box that `event` came from, if one was chosen; at most
/// `largest` bytes of it are read into memory. Characters that are not UTF-8 become U+FFFD.
pub async fn chosen_text(event: Event, largest: usize) -> Option<Result<String, ReadError>> {
    let read = match chosen(&event, largest)? {
        Ok(file) => JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()),
        Err(error) => return Some(Err(error)),
    };
    Some(read.ok_or(ReadError::Unreadable))
}

/// The bytes of the file chosen in the box that `event` came from, as an `ArrayBuffer`, if one was
/// chosen; nothing is read of one with more than `largest` bytes.
pub async fn chosen_bytes(event: Event, largest: usize) -> Option<Result<JsValue, ReadError>> {
    let read = match chosen(&event, largest)? {
        Ok(file) => JsFuture::from(file.array_buffer()).await,
        Err(error) => return Some(Err(error)),
    };
    Some(read.map_err(|_| ReadError::Unreadable))
}

fn chosen(event: &Event, largest: usize) -> Option<Result<File, ReadError>> {
    let input: HtmlInputElement = event.target()?.unchecked_into();
    let file = input.files()?.get(0)?;
    // The same file can be chosen again, after it was mended.
    input.set_value("");
    Some(if file.size() > largest as f64 { Err(ReadError::TooLarge) } else { Ok(file) })
}
