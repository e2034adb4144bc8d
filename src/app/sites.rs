//! Many sites: what the screen asks of their worker, and what becomes of its answers.

use std::sync::Arc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::files::{self, ChosenFile};
use super::browser::focus;
use super::downloads;
use super::store::{AppContext, AppStateStoreFields, Status};
use super::workers::{REPLACED, Reply, WorkerError};
use crate::intake::limits;
use crate::intake::named_columns::NamedColumn;
use crate::protocol::{Progress, SitesRequest, SitesResponse, WriterRequest};
use crate::sites::view::{FilePiece, SiteDetail, SitesPage, SitesQuery, SitesSummary, UnreadFile};

/// How long one file, or one report, may take in seconds.
const SECONDS: u32 = 120;

/// Many sites, as the screen shows them: handed down by context while it is open. Nothing is kept.
#[derive(Clone, Copy)]
pub struct SitesState {
    /// How far it is.
    pub phase: RwSignal<SitesPhase>,
    /// All sites in numbers.
    pub summary: RwSignal<Arc<SitesSummary>>,
    /// Which sites are shown.
    pub query: RwSignal<SitesQuery>,
    /// Those sites.
    pub page: RwSignal<SitesPage>,
    /// The site that is open.
    pub detail: RwSignal<Option<Arc<SiteDetail>>>,
    /// The files that were chosen.
    files: StoredValue<Vec<ChosenFile>, LocalStorage>,
    /// What a person says that their columns are.
    columns: StoredValue<Vec<NamedColumn>>,
    /// Counts what was brought: what is still said of earlier files is nobody's.
    round: RwSignal<u32>,
}

/// How far many sites are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SitesPhase {
    /// There are none yet.
    Empty,
    /// They are being read.
    Reading {
        /// The file.
        name: String,
        /// Its place among the files, counted from 1, and how many there are.
        file: (usize, usize),
        /// How much of it is read, in hundredths.
        hundredths: usize,
    },
    /// They are shown.
    Shown,
}

impl SitesState {
    /// No sites yet.
    pub fn new() -> Self {
        SitesState {
            phase: RwSignal::new(SitesPhase::Empty),
            summary: RwSignal::new(Arc::default()),
            query: RwSignal::new(SitesQuery::default()),
            page: RwSignal::new(SitesPage::default()),
            detail: RwSignal::new(None),
            files: StoredValue::new_local(Vec::new()),
            columns: StoredValue::new(Vec::new()),
            round: RwSignal::new(0),
        }
    }
}

/// Fetches the worker, for whoever has come to bring sites.
pub fn prefetch(app: AppContext) {
    app.workers.with_value(|workers| workers.sites.prefetch());
}

/// Lets go of what was brought, and of whatever is at work on it.
pub fn close(app: AppContext, sites: SitesState) {
    app.workers.with_value(|workers| workers.sites.end());
    sites.files.try_set_value(Vec::new());
    sites.columns.try_set_value(Vec::new());
    forget(sites);
}

fn forget(sites: SitesState) {
    sites.round.try_update(|round| *round += 1);
    sites.phase.try_set(SitesPhase::Empty);
    sites.detail.try_set(None);
}

/// Checks these files in place of any others.
pub fn bring(app: AppContext, sites: SitesState, chosen: Vec<ChosenFile>) {
    if chosen.is_empty() {
        return;
    }
    sites.files.set_value(chosen);
    sites.columns.set_value(Vec::new());
    check(app, sites);
}

/// Checks the files again, with these columns taken for what a person says they are.
pub fn check_again(app: AppContext, sites: SitesState, changed: Vec<NamedColumn>) {
    sites.columns.update_value(|columns| {
        columns.retain(|column| changed.iter().all(|changed| changed.heading != column.heading));
        columns.extend(changed);
    });
    check(app, sites);
}

fn check(app: AppContext, sites: SitesState) {
    let chosen = sites.files.get_value();
    // The worker that was fetched while the files were being chosen is the one that reads them.
    app.workers.with_value(|workers| workers.sites.renew());
    forget(sites);
    app.store.status().set(None);
    sites.query.set(SitesQuery::default());
    let round = sites.round.get_untracked();
    show_reading(sites, &chosen, 0, 0);
    focus::focus_element("reading");
    spawn_local(async move {
        match read(app, sites, round, &chosen).await {
            Ok(summary) if sites.round.try_get_untracked() == Some(round) => {
                sites.summary.set(Arc::new(summary));
                sites.phase.set(SitesPhase::Shown);
                focus::focus_element("sites-ready");
            }
            Err(why) if sites.round.try_get_untracked() == Some(round) => {
                close(app, sites);
                app.show_status(Status::Problem(why));
            }
            _ => {}
        }
    });
}

fn show_reading(sites: SitesState, chosen: &[ChosenFile], index: usize, hundredths: usize) {
    let name = chosen.get(index).map(ChosenFile::name).unwrap_or_default();
    sites.phase.try_set(SitesPhase::Reading { name, file: (index + 1, chosen.len()), hundredths });
}

/// Has each file read, and the sites checked. A file that brings the worker down is left out, and the others are
/// brought to a new one.
async fn read(
    app: AppContext,
    sites: SitesState,
    round: u32,
    chosen: &[ChosenFile],
) -> Result<SitesSummary, String> {
    let mut broken: Vec<usize> = Vec::new();
    'anew: loop {
        let today = app.store.today().get_untracked();
        let start = SitesRequest::Start(today, sites.columns.try_get_value().unwrap_or_default());
        ask(app, &start, None).await.map_err(why_not)?;
        for (index, file) in chosen.iter().enumerate() {
            if sites.round.try_get_untracked() != Some(round) {
                return Err(String::new());
            }
            show_reading(sites, chosen, index, 0);
            let is_broken = broken.contains(&index);
            match add(app, sites, (index, chosen.len()), file, is_broken).await {
                Ok(()) => {}
                Err(WorkerError::Ended) if sites.round.try_get_untracked() == Some(round) => {
                    broken.push(index);
                    continue 'anew;
                }
                Err(error) => return Err(why_not(error)),
            }
        }
        let summary = match ask(app, &SitesRequest::Finish, None).await.map_err(why_not)? {
            (SitesResponse::Summary(summary), _) => *summary,
            _ => return Err(why_not(WorkerError::Ended)),
        };
        if let Ok((SitesResponse::Page(page), _)) =
            ask(app, &SitesRequest::Page(SitesQuery::default()), None).await
        {
            sites.page.try_set(page);
        }
        return Ok(summary);
    }
}

/// How many bytes of a file are sent to the worker at a time.
const PIECE: usize = 2 * 1024 * 1024;

/// Has the file added, piece by piece: while the worker reads one, the next is fetched.
async fn add(
    app: AppContext,
    sites: SitesState,
    (index, count): (usize, usize),
    file: &ChosenFile,
    is_broken: bool,
) -> Result<(), WorkerError> {
    let (name, size) = (file.name(), file.size());
    let why = if is_broken {
        "This file is damaged, or made to do harm: it was left out. Save it anew in the program that made it."
    } else if size > limits::SITES_TEXT_BYTES {
        "This file is too large. Cut it into smaller ones."
    } else {
        let mut end = PIECE.min(size);
        let mut piece = file.piece(0, end);
        loop {
            let Ok(bytes) = piece.await else { break files::UNREADABLE };
            let is_last = end == size;
            let next = (end + PIECE).min(size);
            piece = file.piece(end, next);
            end = next;
            let name = name.clone();
            let request = SitesRequest::Add(FilePiece { name: name.clone(), size, is_last });
            let on_progress = move |progress: Progress| {
                let hundredths = progress.done * 100 / progress.total.max(1);
                let name = name.clone();
                sites.phase.try_set(SitesPhase::Reading { name, file: (index + 1, count), hundredths });
            };
            ask_telling(app, &request, Some(bytes), on_progress).await?;
            if is_last {
                return Ok(());
            }
        }
    };
    let unread = SitesRequest::AddUnread(UnreadFile { name, why: why.to_owned() });
    ask(app, &unread, None).await.map(drop)
}

/// Shows the sites that `query` asks for.
pub fn show(app: AppContext, sites: SitesState, query: SitesQuery, focused: &'static str) {
    sites.query.set(query.clone());
    spawn_local(async move {
        match ask(app, &SitesRequest::Page(query), None).await {
            Ok((SitesResponse::Page(page), _)) => {
                sites.page.try_set(page);
                focus::focus_element(focused);
            }
            Ok(_) => {}
            Err(error) => fail(app, error),
        }
    });
}

/// Opens a site.
pub fn open(app: AppContext, sites: SitesState, site: u32) {
    spawn_local(async move {
        match ask(app, &SitesRequest::Detail(site), None).await {
            Ok((SitesResponse::Detail(Some(detail)), _)) => {
                sites.detail.try_set(Some(Arc::new(*detail)));
                focus::focus_element("site-open");
            }
            Ok(_) => {}
            Err(error) => fail(app, error),
        }
    });
}

/// Offers what the worker makes of `request` as `file`.
pub fn download(app: AppContext, request: SitesRequest, file: &'static str) {
    if !app.start_making(file) {
        return;
    }
    spawn_local(async move {
        let on_progress = move |progress| {
            app.store.making().update(|making| {
                for made in making.iter_mut().filter(|made| made.file == file) {
                    made.progress = Some(progress);
                }
            });
        };
        let made = ask_telling(app, &request, None, on_progress).await;
        app.stop_making(file);
        match made {
            Ok((_, Some(bytes))) if matches!(request, SitesRequest::ReportTable(_)) => {
                downloads::make(app, WriterRequest::AnnotatedWorkbook, Some(bytes), file);
            }
            Ok((_, Some(bytes))) => downloads::offer(app, file, "application/octet-stream", bytes),
            Ok(_) => {}
            Err(error) => fail(app, error),
        }
    });
}

fn fail(app: AppContext, error: WorkerError) {
    if error != WorkerError::Abandoned {
        app.show_status(Status::Problem(why_not(error)));
    }
}

async fn ask(app: AppContext, request: &SitesRequest, body: Option<ArrayBuffer>) -> Reply<SitesResponse> {
    ask_telling(app, request, body, |_| ()).await
}

async fn ask_telling(
    app: AppContext,
    request: &SitesRequest,
    body: Option<ArrayBuffer>,
    on_progress: impl Fn(Progress) + 'static,
) -> Reply<SitesResponse> {
    let worker = app.workers.with_value(|workers| workers.sites.clone());
    worker.ask(request, body, SECONDS, on_progress).await
}

fn why_not(error: WorkerError) -> String {
    match error {
        WorkerError::Failed(sentence) => sentence,
        WorkerError::NotFetched => {
            "The part of this page that checks many sites did not load. Check your connection, then choose the files again.".to_owned()
        }
        WorkerError::Replaced => REPLACED.to_owned(),
        WorkerError::Ended | WorkerError::Abandoned => {
            "This took too long, or there was no room for it. Choose fewer files at a time.".to_owned()
        }
    }
}
