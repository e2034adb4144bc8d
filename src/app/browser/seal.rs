//! Sealing a saved file with a password, and opening one: WebCrypto, which browsers have over https only.
//! What the file says is `documents::save::sealed`.

use gloo::utils::window;
use js_sys::{Array, ArrayBuffer, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use crate::documents::save::LoadError;
use crate::documents::save::sealed::SealedFile;

/// Whether this browser seals and opens here. Over http it does not.
pub fn is_available() -> bool {
    window().is_secure_context() && crypto().is_some()
}

/// `text` sealed with `password`; `None` where the browser will not.
pub async fn seal(text: &str, password: &str) -> Option<SealedFile> {
    let (mut salt, mut iv) = ([0; 16], [0; 12]);
    let crypto = crypto()?;
    crypto.get_random_values_with_u8_array(&mut salt).ok()?;
    crypto.get_random_values_with_u8_array(&mut iv).ok()?;
    let subtle = crypto.subtle();
    let mut file = SealedFile::new(to_base64(&salt)?, to_base64(&iv)?, String::new());
    let key = key(&subtle, password, &salt, file.iterations).await?;
    let bytes = Uint8Array::from(text.as_bytes());
    file.sealed = to_base64(
        &bytes_of(subtle.encrypt_with_object_and_buffer_source(&aes(&iv), &key, &bytes).ok()?).await?,
    )?;
    file.checksum = checksum(&subtle, &file).await?;
    Some(file)
}

/// Whether `file` is as it was saved, byte by byte.
pub async fn is_unchanged(file: &SealedFile) -> bool {
    match crypto() {
        Some(crypto) => checksum(&crypto.subtle(), file).await.as_ref() == Some(&file.checksum),
        None => false,
    }
}

/// The text that `file` holds, which [`is_unchanged`].
///
/// # Errors
/// [`LoadError::WrongPassword`] where it does not open with `password`.
pub async fn open(file: &SealedFile, password: &str) -> Result<String, LoadError> {
    let subtle = crypto().ok_or(LoadError::Changed)?.subtle();
    let bytes = |text: &str| from_base64(text).ok_or(LoadError::Changed);
    let (salt, iv, sealed) = (bytes(&file.salt)?, bytes(&file.iv)?, bytes(&file.sealed)?);
    let opened = async {
        let key = key(&subtle, password, &salt, file.iterations).await?;
        let sealed = Uint8Array::from(sealed.as_slice());
        bytes_of(subtle.decrypt_with_object_and_buffer_source(&aes(&iv), &key, &sealed).ok()?).await
    };
    let text = opened.await.ok_or(LoadError::WrongPassword)?;
    String::from_utf8(text).map_err(|_| LoadError::Changed)
}

fn crypto() -> Option<Crypto> {
    let crypto = window().crypto().ok()?;
    // Over http there is a `crypto` without it.
    let has_subtle = Reflect::get(&crypto, &"subtle".into()).is_ok_and(|subtle| subtle.is_object());
    has_subtle.then_some(crypto)
}

async fn key(subtle: &SubtleCrypto, password: &str, salt: &[u8], iterations: usize) -> Option<CryptoKey> {
    // One character may be typed in two ways that look alike: as one, or as a letter and its accent.
    let password = String::from(JsString::from(password).normalize("NFC"));
    let bytes = Uint8Array::from(password.as_bytes());
    let usages = Array::of1(&"deriveKey".into());
    let base = subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages).ok()?;
    let base: CryptoKey = JsFuture::from(base).await.ok()?.unchecked_into();
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", JsValue::from_f64(iterations as f64)),
    ]);
    let derived = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key_with_object_and_object(&derivation, &base, &derived, false, &usages).ok()?;
    Some(JsFuture::from(key).await.ok()?.unchecked_into())
}

async fn checksum(subtle: &SubtleCrypto, file: &SealedFile) -> Option<String> {
    let bytes = Uint8Array::from(file.summed().as_bytes());
    to_base64(&bytes_of(subtle.digest_with_str_and_buffer_source("SHA-256", &bytes).ok()?).await?)
}

fn aes(iv: &[u8]) -> Object {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(iv).into())])
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

async fn bytes_of(promise: Promise) -> Option<Vec<u8>> {
    let buffer: ArrayBuffer = JsFuture::from(promise).await.ok()?.unchecked_into();
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The browser writes Base64 of texts whose characters stand for a byte each.
fn to_base64(bytes: &[u8]) -> Option<String> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().btoa(&text).ok()
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    window().atob(text).ok()?.chars().map(|byte| u8::try_from(byte).ok()).collect()
}
