//! A file that comes in pieces, as far as it has come.

use std::collections::BTreeMap;

use super::counts::Counts;
use super::grouping::Grouping;
use crate::intake::list_in_pieces::ListInPieces;
use crate::intake::preview::LeftOutReason;

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
    pub list: ListInPieces,
    pub grouping: Grouping,
    pub before: Before,
}

/// What there was before a file came.
pub(super) struct Before {
    pub sites: usize,
    pub people: usize,
    pub found: Counts,
    pub left_out: BTreeMap<LeftOutReason, usize>,
}
