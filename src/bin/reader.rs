//! The worker that opens what strangers made. It holds no one's answers, and can be ended at any time.

use caremail::intake::desk::Desk;
use caremail::worker::{Parcel, serve};

fn main() {
    let mut desk = Desk::default();
    serve(move |wanted, parcel| match (wanted, parcel) {
        ("open", Parcel::Bytes(bytes)) => desk.open(&bytes).map(Parcel::Text),
        ("open", Parcel::Text(pasted)) => desk.open(pasted.as_bytes()).map(Parcel::Text),
        ("look", Parcel::Text(wanted)) => desk.look(&wanted).map(Parcel::Text),
        ("take", Parcel::Text(wanted)) => desk.take(&wanted).map(Parcel::Text),
        ("back", _) => desk.back().map(Parcel::Bytes),
        _ => Err("Load this page again, then choose the file once more.".to_owned()),
    });
}
