//! The worker that opens what strangers made. It holds no one's answers, and can be ended at any time.

use caremail::intake::desk::Desk;
use caremail::worker::{Parcel, serve};

fn main() {
    // A browser compiles a program as it runs, and well only what has run before: the part that every
    // list goes through has its first run while the person still looks for theirs.
    let warm_up: String =
        (0..4_000).map(|n| format!("Anna,Smith,Carer,anna{n}@example.org,7700{n:06},01/02/2020\n")).collect();
    let _ = Desk::default().open(warm_up.as_bytes());

    let mut desk = Desk::default();
    serve(move |wanted, parcel| match (wanted, parcel) {
        ("open", Parcel::Bytes(bytes)) => desk.open(&bytes).map(Parcel::Text),
        ("open", Parcel::Text(pasted)) => desk.open(pasted.as_bytes()).map(Parcel::Text),
        ("look", Parcel::Text(wanted)) => Ok(Parcel::Text(desk.look(&wanted))),
        ("check", Parcel::Text(wanted)) => Ok(Parcel::Text(desk.check(&wanted))),
        ("take", Parcel::Text(wanted)) => Ok(Parcel::Text(desk.take(&wanted))),
        ("book", _) => Ok(Parcel::Text(desk.book())),
        ("back", _) => Ok(Parcel::Bytes(desk.back())),
        _ => Err("Load this page again, then choose the file once more.".to_owned()),
    });
}
