//! Files that come in pieces.

use std::collections::BTreeMap;

use super::check::{Counts, SitesCheck};
use super::grouping::Grouping;
use super::view::FilePiece;
use crate::intake::limits;
use crate::intake::list_in_pieces::ListInPieces;
use crate::intake::preview::LeftOutReason;
use crate::intake::site_list::STREAMED_FROM;
use crate::json::Json;

/// A file of which pieces are still to come.
#[derive(Default)]
pub(super) enum Incoming {
    /// There is none.
    #[default]
    Nothing,
    /// One that has to be whole before it is read.
    Bytes(Vec<u8>),
    /// A long list, which is read as it comes.
    List(Box<IncomingList>),
}

/// A list that is read as it comes.
pub(super) struct IncomingList {
    list: ListInPieces,
    grouping: Grouping,
    before: Before,
}

/// What there was before a file came.
struct Before {
    sites: usize,
    people: usize,
    found: Counts,
    left_out: BTreeMap<LeftOutReason, usize>,
}

impl SitesCheck {
    /// Adds a piece of a file; with the last, the file is added as [`add_file`](SitesCheck::add_file) adds one that is
    /// whole. `progress` hears how much of the file is read, of how much.
    pub fn add_piece<J: Json>(
        &mut self,
        piece: &FilePiece,
        mut bytes: Vec<u8>,
        progress: &mut dyn FnMut(usize, usize),
    ) {
        match std::mem::take(&mut self.incoming) {
            Incoming::Nothing if !piece.is_last && piece.size >= STREAMED_FROM => {
                let size = piece.size.min(limits::SITES_TEXT_BYTES);
                bytes.reserve_exact(size.saturating_sub(bytes.len()));
                match ListInPieces::begin(bytes) {
                    Ok(list) => {
                        let incoming = self.begin(list, &piece.name);
                        self.go_on::<J>(incoming, piece, progress);
                    }
                    Err(bytes) => self.incoming = Incoming::Bytes(bytes),
                }
            }
            Incoming::Nothing => self.add_bytes::<J>(piece, bytes, progress),
            Incoming::Bytes(mut before) => {
                before.extend_from_slice(&bytes);
                drop(bytes);
                self.add_bytes::<J>(piece, before, progress);
            }
            Incoming::List(mut incoming) => {
                if incoming.list.push(&bytes) {
                    drop(bytes);
                    self.go_on::<J>(incoming, piece, progress);
                } else {
                    self.take_back::<J>(*incoming, piece, progress);
                }
            }
        }
    }

    fn add_bytes<J: Json>(
        &mut self,
        piece: &FilePiece,
        bytes: Vec<u8>,
        progress: &mut dyn FnMut(usize, usize),
    ) {
        if piece.is_last {
            self.add_file::<J>(&piece.name, bytes, progress);
        } else {
            self.incoming = Incoming::Bytes(bytes);
        }
    }

    fn begin(&mut self, mut list: ListInPieces, name: &str) -> Box<IncomingList> {
        list.choose_columns(&self.chosen_columns);
        let before = Before {
            sites: self.sites.len(),
            people: self.people.len(),
            found: self.found.clone(),
            left_out: self.left_out.clone(),
        };
        let grouping = Grouping::new(list.list(), name, self.next_file());
        Box::new(IncomingList { list, grouping, before })
    }

    /// Reads what has come.
    fn go_on<J: Json>(
        &mut self,
        mut incoming: Box<IncomingList>,
        piece: &FilePiece,
        progress: &mut dyn FnMut(usize, usize),
    ) {
        let IncomingList { list, grouping, before } = incoming.as_mut();
        let (settings, mut taking) = self.taking(grouping);
        if !list.read(settings, |row| taking.take(&row), piece.is_last) {
            return self.take_back::<J>(*incoming, piece, progress);
        }
        progress(list.list().bytes(), piece.size);
        if piece.is_last {
            let list = incoming.list.into_list();
            self.keep_list(&piece.name, list);
            return;
        }
        self.make_room(before, list.list().bytes(), piece.size);
        self.incoming = Incoming::List(incoming);
    }

    /// Makes room for as many people and sites as the file has, by what has come of it: what grows step by step is
    /// copied at each, and there are two of it meanwhile.
    fn make_room(&mut self, before: &Before, come: usize, size: usize) {
        let left = |count: usize| {
            let all = count.saturating_mul(size / 1024).checked_div(come / 1024).unwrap_or(count);
            // A little more: rows are not all as long.
            (all + all / 50).saturating_sub(count)
        };
        let people = left(self.people.len().saturating_sub(before.people));
        let sites = left(self.sites.len().saturating_sub(before.sites));
        if self.people.capacity() - self.people.len() < people / 2 {
            self.people.reserve_exact(people);
        }
        if self.sites.capacity() - self.sites.len() < sites / 2 {
            self.sites.reserve_exact(sites);
        }
    }

    /// Forgets what was read of a list that has to be whole to be read, and keeps its bytes.
    fn take_back<J: Json>(
        &mut self,
        incoming: IncomingList,
        piece: &FilePiece,
        progress: &mut dyn FnMut(usize, usize),
    ) {
        let IncomingList { list, before, .. } = incoming;
        self.sites.truncate(before.sites);
        self.people.truncate(before.people);
        (self.found, self.left_out) = (before.found, before.left_out);
        self.add_bytes::<J>(piece, list.into_bytes(), progress);
    }
}
