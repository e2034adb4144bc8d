//! The programs that run beside the page: the reader, which opens lists that strangers made, the one that checks
//! many sites, and the writer, which makes documents.

use super::browser::worker::WorkerClient;
pub use super::browser::worker::{Reply, WorkerError};
use crate::protocol::{
    ReaderRequest, ReaderResponse, SitesRequest, SitesResponse, WriterRequest, WriterResponse,
};
use crate::settings::Settings;

/// What to do when a worker is [`WorkerError::Replaced`].
pub const REPLACED: &str =
    "There is a new version of this page. Save your answers to a file, then load this page again.";

/// The workers; none is fetched before it is needed.
pub struct Workers {
    /// Opens lists.
    pub reader: WorkerClient<ReaderRequest, ReaderResponse>,
    /// Checks many sites.
    pub sites: WorkerClient<SitesRequest, SitesResponse>,
    /// Makes documents.
    pub writer: WorkerClient<WriterRequest, WriterResponse>,
}

impl Workers {
    /// Workers that will be told the host's settings.
    pub fn new(settings: &Settings) -> Self {
        Workers {
            reader: WorkerClient::new("reader", settings.clone()),
            sites: WorkerClient::new("sites", settings.clone()),
            writer: WorkerClient::new("writer", settings.clone()),
        }
    }
}
