//! The worker that opens what strangers made. It holds no one's answers, and can be ended at any time.

use caremail::intake::desk::Desk;
use caremail::worker::{Parcel, serve};

fn main() {
    let mut desk = Desk::default();
    serve(move |wanted, parcel| match (wanted, parcel) {
        ("open", Parcel::Bytes(bytes)) => desk.open(&bytes).map(Parcel::Text),
        ("open", Parcel::Text(pasted)) => desk.open(pasted.as_bytes()).map(Parcel::Text),
        ("look", Parcel::Text(wanted)) => Ok(Parcel::Text(desk.look(&wanted))),
        ("check", _) => Ok(Parcel::Text(desk.check())),
        ("take", Parcel::Text(wanted)) => Ok(Parcel::Text(desk.take(&wanted))),
        ("book", _) => Ok(Parcel::Text(desk.book())),
        ("back", _) => Ok(Parcel::Bytes(desk.back())),
        _ => Err("Load this page again, then choose the file once more.".to_owned()),
    });
}
