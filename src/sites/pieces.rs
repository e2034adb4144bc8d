//! Files that come in pieces.

use super::check::SitesCheck;
use super::grouping::Grouping;
use super::incoming::{Before, Incoming, IncomingList};
use super::view::FilePiece;
use crate::intake::limits;
use crate::intake::list_in_pieces::ListInPieces;
use crate::intake::site_list::STREAMED_FROM;
use crate::json::Json;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::testing::BrowserJson;
    use crate::rules::fixtures::today;
    use crate::settings::Settings;
    use crate::sites::view::{SitesQuery, SitesSummary};
    use std::fmt::Write as _;

    const ROWS: usize = 210;

    /// A list of more than [`STREAMED_FROM`] bytes, in which not every row is plain.
    fn list() -> String {
        let mut text =
            "Home,Postcode,ODS code,Location ID,First name,Last name,Email,Mobile,Notes\n".to_owned();
        let note = "no matter ".repeat(500);
        for n in 0..ROWS {
            let site = n / 10;
            let home = match site % 4 {
                0 => format!("\"Oak, {site}\""),
                1 => format!("\"The \"\"Elm\"\" {site}\""),
                _ => format!("Ash House {site}"),
            };
            let (first, mobile) = match n % 30 {
                7 => ("Zoë", "01522 546321".to_owned()),
                8 => ("Night", format!("07300 {:06}", n)),
                _ => ("Anna", format!("07300{:06}", n)),
            };
            let _ = writeln!(
                text,
                "{home},LN1 1AA,VLLWV,1-{},{first},Nowak,anna.nowak{n}@example.org,{mobile},\"a long note,\n on two lines, of {note}\"",
                125_000_000 + site
            );
        }
        text
    }

    fn empty() -> SitesCheck {
        SitesCheck::new(Settings::default(), today())
    }

    /// All that was made of a file, in words.
    fn told(mut check: SitesCheck) -> (SitesSummary, String, String) {
        let mut summary = check.finish();
        summary.memory = 0;
        let page = format!("{:?}", check.page(&SitesQuery::default()));
        (summary, page, String::from_utf8(check.report_csv(true, &mut |_, _| ())).unwrap())
    }

    fn whole(bytes: &[u8]) -> (SitesSummary, String, String) {
        let mut check = empty();
        check.add_file::<BrowserJson>("homes.csv", bytes.to_vec(), &mut |_, _| ());
        told(check)
    }

    /// The same of pieces with so many bytes; and whether it was read as it came, to the last.
    fn in_pieces(bytes: &[u8], of: usize) -> ((SitesSummary, String, String), bool) {
        let mut check = empty();
        let mut is_read = true;
        let count = bytes.len().div_ceil(of);
        for (index, piece) in bytes.chunks(of).enumerate() {
            let is_last = index + 1 == count;
            is_read &= index == 0 || matches!(check.incoming, Incoming::List(_));
            let said = FilePiece { name: "homes.csv".into(), size: bytes.len(), is_last };
            check.add_piece::<BrowserJson>(&said, piece.to_vec(), &mut |_, _| ());
        }
        (told(check), is_read)
    }

    #[test]
    fn a_list_that_comes_in_pieces_is_read_as_it_comes_and_comes_to_the_same() {
        let text = list();
        assert!(text.len() > STREAMED_FROM);
        let marked = format!("\u{feff}{text}");
        for text in [text.clone(), marked, text.replace('\n', "\r\n")] {
            let expected = whole(text.as_bytes());
            assert!(expected.0.people == ROWS && expected.0.problems.len() > 2, "{:?}", expected.0);
            for of in [300_001, 700_000] {
                let (told, is_read) = in_pieces(text.as_bytes(), of);
                assert!(is_read);
                assert_eq!(told, expected);
            }
        }
        // One whose lines end as those of old Macs do, one that is shorter, and one that comes whole.
        let of_mac = text.replace('\n', "\r");
        assert_eq!(in_pieces(of_mac.as_bytes(), 300_001), (whole(of_mac.as_bytes()), false));
        let short = &text[..500_000];
        assert_eq!(in_pieces(short.as_bytes(), 300_000), (whole(short.as_bytes()), false));
        assert_eq!(in_pieces(text.as_bytes(), usize::MAX).0, whole(text.as_bytes()));
    }

    #[test]
    fn a_list_that_turns_out_to_need_all_of_it_comes_to_the_same_too() {
        let text = list();
        let at = text.len() - 200_000;
        let at = at + text[at..].find("Anna").unwrap();
        for odd in [&b"Ren\xe9e"[..], b"A\0nna", b"\"Anna\" S", b"\"Anna", "\u{1f600}".as_bytes()] {
            let bytes = [&text.as_bytes()[..at], odd, &text.as_bytes()[at + 4..]].concat();
            let expected = whole(&bytes);
            for of in [300_001, 600_000] {
                assert_eq!(in_pieces(&bytes, of).0, expected, "{odd:?}");
            }
        }
    }

    #[test]
    fn what_was_there_before_a_list_that_had_to_be_taken_back_is_still_there() {
        let first = "Home,First name,Last name,Email,Mobile\nElm,Ben,Jones,b.jones@example.org,07300123451\n";
        let bytes = [list().as_bytes(), b"Elm,LN1 1AA,,,\"Ren\xe9e,,,\n"].concat();
        let mut check = empty();
        check.add_file::<BrowserJson>("first.csv", first.into(), &mut |_, _| ());
        for (index, piece) in bytes.chunks(600_000).enumerate() {
            let is_last = (index + 1) * 600_000 >= bytes.len();
            let said = FilePiece { name: "homes.csv".into(), size: bytes.len(), is_last };
            check.add_piece::<BrowserJson>(&said, piece.to_vec(), &mut |_, _| ());
        }
        let mut expected = empty();
        expected.add_file::<BrowserJson>("first.csv", first.into(), &mut |_, _| ());
        expected.add_file::<BrowserJson>("homes.csv", bytes, &mut |_, _| ());
        assert_eq!(told(check), told(expected));
    }
}
