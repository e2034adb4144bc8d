//! What the page and its workers say to each other.
//!
//! A message is a header, one of the enums below, and sometimes a body of bytes: a file, a table. The body is
//! transferred and not copied. The page opens with [`ToWorker::Start`]; after that each request carries an id,
//! and whatever the worker says about it carries the same one, so that an answer nobody waits for any more
//! can be told from the one that is wanted.
//!
//! The two ends are `app::browser::worker` and `worker`.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

use serde::{Deserialize, Serialize};
use time::Date;

use crate::application::Application;
use crate::intake::named_columns::NamedColumn;
pub use crate::intake::preview::Progress;
use crate::intake::preview::{Preview, PreviewRequest, TakenPerson};
use crate::settings::Settings;
use crate::sites::view::{FilePiece, SiteDetail, SitesPage, SitesQuery, SitesSummary, UnreadFile};

/// Tells one request of a page from another.
pub type RequestId = u32;

/// From the page to a worker that answers requests of the type `R`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToWorker<R> {
    /// The host's settings: the first message, before any request.
    Start(Box<Settings>),
    /// Something to do.
    Request {
        /// Comes back with everything that is said about it.
        id: RequestId,
        /// What to do.
        request: R,
    },
}

/// From a worker, whose responses are of the type `R`, to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromWorker<R> {
    /// The program is loaded, and waits for [`ToWorker::Start`].
    Ready,
    /// How far a request is.
    Progress {
        /// The request.
        id: RequestId,
        /// How far it is.
        progress: Progress,
    },
    /// A request is done.
    Done {
        /// The request.
        id: RequestId,
        /// What came of it.
        response: R,
    },
    /// A request cannot be done.
    Failed {
        /// The request.
        id: RequestId,
        /// A sentence that says what to do.
        why: String,
    },
}

/// What the page asks of the reader, the worker that opens lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ReaderRequest {
    /// Open the file in the body in place of any other: [`ReaderResponse::Preview`].
    Open,
    /// Show the list in this way: [`ReaderResponse::Preview`].
    Preview(PreviewRequest),
    /// The same, once every row is read and compared with the others.
    Check(PreviewRequest),
    /// Hand over the people in these rows: [`ReaderResponse::People`].
    Take(PreviewRequest),
    /// The whole sheet with its results as a CSV file: [`ReaderResponse::Bytes`].
    ExportCsv(PreviewRequest),
    /// The same as a table for [`WriterRequest::AnnotatedWorkbook`]: [`ReaderResponse::Bytes`].
    ExportTable(PreviewRequest),
}

/// What the reader answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ReaderResponse {
    /// What there is to see of the list.
    Preview(Preview),
    /// People of the list, as they are to be added.
    People(Vec<TakenPerson>),
    /// What was asked for is in the body.
    Bytes,
}

/// What the page asks of the worker that checks many sites.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SitesRequest {
    /// Begin anew, judging for this day, and taking these columns for what a person says they are:
    /// [`SitesResponse::Added`].
    Start(Date, Vec<NamedColumn>),
    /// Add the file that the body is a piece of: [`SitesResponse::Added`]. One that cannot be opened is told of in the
    /// summary.
    Add(FilePiece),
    /// Tell in the summary of a file that nobody could open: [`SitesResponse::Added`].
    AddUnread(UnreadFile),
    /// Check every site that was added: [`SitesResponse::Summary`].
    Finish,
    /// Show some of them: [`SitesResponse::Page`].
    Page(SitesQuery),
    /// Open one: [`SitesResponse::Detail`].
    Detail(u32),
    /// Everything there is to do, as a CSV file, with what stands in the rows or without: [`SitesResponse::Bytes`].
    ReportCsv(bool),
    /// The same as a table for [`WriterRequest::AnnotatedWorkbook`]: [`SitesResponse::Bytes`].
    ReportTable(bool),
    /// The lists as they came, with corrected values and results, as a CSV file: [`SitesResponse::Bytes`].
    Returned,
    /// A zip with an account list and a checklist of each site: [`SitesResponse::Bytes`].
    SiteFiles,
}

/// What it answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SitesResponse {
    /// It is done.
    Added,
    /// All sites in numbers.
    Summary(Box<SitesSummary>),
    /// Some of them.
    Page(SitesPage),
    /// One of them; nothing where there is none.
    Detail(Option<Box<SiteDetail>>),
    /// What was asked for is in the body.
    Bytes,
}

/// What the page asks of the writer, the worker that makes documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum WriterRequest {
    /// Which words of this application the PDF cannot show: [`WriterResponse::Sentence`].
    Unshown(Box<Job>),
    /// The checklist as a PDF: [`WriterResponse::File`].
    ChecklistPdf(Box<Job>),
    /// The account list as a workbook: [`WriterResponse::File`].
    AccountsWorkbook(Box<Job>),
    /// The account list as CSV: [`WriterResponse::File`].
    AccountsCsv(Box<Job>),
    /// The days not to miss, for a calendar: [`WriterResponse::File`].
    Calendar(Box<Job>),
    /// The hand-over sheet: [`WriterResponse::File`].
    HandOver(Box<Job>, SheetForm),
    /// A page for each person: [`WriterResponse::File`].
    Slips(Box<Job>, SheetForm),
    /// The blank form for people to fill in: [`WriterResponse::File`].
    PeopleForm,
    /// The table in the body, which the reader made, as a workbook: [`WriterResponse::File`].
    AnnotatedWorkbook,
}

/// What a sheet is wanted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetForm {
    /// A PDF.
    Pdf,
    /// A web page, which shows every name.
    WebPage,
}

/// What a document is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// What was entered.
    pub application: Application,
    /// The day it is made on.
    pub today: Date,
}

/// What the writer answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WriterResponse {
    /// A sentence for the person; empty where there is nothing to say.
    Sentence(String),
    /// The file is in the body.
    File,
}

/// A table of text as bytes, for one worker to make and another to read; `None` when there is no memory left
/// for it.
pub fn encode_table(rows: &[Vec<String>]) -> Option<Vec<u8>> {
    postcard::to_allocvec(rows).ok()
}

/// The table that [`encode_table`] made `bytes` of; `None` for any other bytes.
pub fn decode_table(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{ready, today};
    use proptest::prelude::*;
    use serde::de::DeserializeOwned;
    use std::fmt::Debug;

    #[track_caller]
    fn arrives<T: Serialize + DeserializeOwned + PartialEq + Debug>(message: &T) {
        let sent = serde_json::to_string(message).unwrap();
        assert_eq!(serde_json::from_str::<T>(&sent).unwrap(), *message);
    }

    #[test]
    fn an_application_arrives_whole() {
        let mut application = ready();
        application.people[0].first_name = "محمد \"\\\n".into();
        application.site.location_id = "CON1-1234567890".into();
        let job = Box::new(Job { application, today: today() });
        arrives(&ToWorker::Request { id: 7, request: WriterRequest::ChecklistPdf(job) });
        arrives(&ToWorker::<WriterRequest>::Start(Box::default()));
    }

    #[test]
    fn what_a_worker_says_arrives_whole() {
        let taken = ready().people.into_iter().map(|person| TakenPerson { sheet: 0, number: 2, person });
        let people = ReaderResponse::People(taken.collect());
        arrives(&FromWorker::Done { id: 1, response: people });
        arrives(&FromWorker::Done { id: 2, response: ReaderResponse::Preview(Preview::default()) });
        arrives(&FromWorker::<WriterResponse>::Failed { id: 3, why: "Try again.".into() });
        arrives(&FromWorker::<WriterResponse>::Progress { id: 4, progress: Progress { done: 1, total: 2 } });
    }

    proptest! {
        #[test]
        fn a_table_arrives_as_it_was_sent(
            rows in prop::collection::vec(prop::collection::vec(any::<String>(), 0..4), 0..6),
        ) {
            prop_assert_eq!(decode_table(&encode_table(&rows).unwrap()), Some(rows));
        }

        #[test]
        fn any_other_bytes_are_no_table_and_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode_table(&bytes);
        }
    }
}
