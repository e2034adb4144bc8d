//! The worker that opens what strangers made. It holds no one's answers, and can be ended at any time.

use caremail::documents::csv_text;
use caremail::intake::import_session::ImportSession;
use caremail::intake::preview::PreviewRequest;
use caremail::protocol::{ReaderRequest, ReaderResponse, encode_table};
use caremail::worker::{Context, Reply, serve};

fn main() {
    let mut session: Option<ImportSession> = None;
    serve(move |request, context| answer(&mut session, request, context));
}

fn answer(
    session: &mut Option<ImportSession>,
    request: ReaderRequest,
    Context { settings, body, progress }: Context,
) -> Reply<ReaderResponse> {
    if request == ReaderRequest::Open {
        *session = Some(ImportSession::open(&body, settings.clone()).map_err(|error| error.to_string())?);
    }
    let session = session.as_mut().ok_or("Choose the file once more.")?;
    Ok(match request {
        ReaderRequest::Open => (ReaderResponse::Preview(session.preview(&PreviewRequest::default())), None),
        ReaderRequest::Preview(request) => (ReaderResponse::Preview(session.preview(&request)), None),
        ReaderRequest::Check(request) => (ReaderResponse::Preview(session.check(&request, progress)), None),
        ReaderRequest::Take(request) => (ReaderResponse::People(session.take(&request)), None),
        ReaderRequest::ExportCsv(request) => {
            (ReaderResponse::Bytes, Some(csv_text::file(&session.annotated(&request, progress))))
        }
        ReaderRequest::ExportTable(request) => {
            let table = encode_table(&session.annotated(&request, progress));
            (ReaderResponse::Bytes, Some(table.ok_or("This list is too long to be made.")?))
        }
    })
}
