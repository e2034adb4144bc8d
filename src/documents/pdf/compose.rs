//! The checklist as pieces to put on pages, with its structure beside them: what a screen reader goes by.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag, TagKind};

use super::face::{Faces, Style};
use super::piece::{Drawing, Piece, WIDTH};
use crate::documents::checklist::{Block, Card, Checklist, INDEPENDENCE, Part};
use crate::documents::summary::Action;

/// A document, ready to be put on pages.
#[derive(Default)]
pub struct Composed {
    /// What is drawn, in order.
    pub pieces: Vec<Piece>,
    /// What it means, in the same order.
    pub structure: Vec<Branch>,
    /// The headings below the title, each with its leaf, and those within it.
    pub bookmarks: Vec<Bookmark>,
    /// The words that the type cannot show.
    pub unshown: Vec<String>,
}

/// A part of the document's structure.
pub enum Branch {
    /// One that holds others.
    Group(TagKind, Vec<Branch>),
    /// Text: the drawings of this number.
    Leaf(usize),
}

/// A heading to go to.
pub struct Bookmark {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub leaf: usize,
    /// The headings within.
    pub within: Vec<Bookmark>,
}

/// From the frame of a card to what stands in it.
const INSET: f32 = 10.0;
/// From a list's edge to its text.
const INDENT: f32 = 22.0;
/// Where values begin, as a part of the width.
const VALUES: f32 = 0.42;

/// Composes the document that `checklist` is.
pub fn compose(checklist: &Checklist, faces: &Faces) -> Composed {
    let mut composer = Composer { faces, leaves: 0, done: Composed::default() };
    composer.checklist(checklist);
    composer.done
}

struct Composer<'a> {
    faces: &'a Faces,
    leaves: usize,
    done: Composed,
}

impl Composer<'_> {
    fn checklist(&mut self, checklist: &Checklist) {
        self.heading(1, &checklist.title);
        self.paragraph(Style::PLAIN, &format!("Made on {}", checklist.made_on));
        if let Some(warning) = &checklist.warning {
            let mut framed = Piece::space(6.0);
            let branch = self.write(&mut framed, (INSET, 6.0), Style::STRONG, warning, Tag::P);
            self.frame(framed);
            self.done.structure.push(branch);
        }
        self.paragraph(Style::VERDICT, &checklist.verdict);
        if let Some(deadline) = &checklist.deadline {
            self.paragraph(Style::STRONG, deadline);
        }
        for part in &checklist.parts {
            self.part(part);
        }
        self.done.pieces.push(Piece {
            height: 24.0,
            drawings: vec![Drawing::Rule { x: 0.0, y: 18.0, opens: false }],
            keeps_next: true,
            ends_page: false,
        });
        self.paragraph(Style::PLAIN, INDEPENDENCE);
    }

    fn part(&mut self, part: &Part) {
        self.done.pieces.push(Piece {
            height: 20.0,
            drawings: vec![Drawing::Rule { x: 0.0, y: 14.0, opens: true }],
            keeps_next: true,
            ends_page: false,
        });
        self.heading(2, &part.heading);
        for block in &part.blocks {
            match block {
                Block::Sentence(sentence) => self.paragraph(Style::PLAIN, sentence),
                Block::Actions(actions) => self.actions(actions),
                Block::Steps(steps) => self.steps(steps),
                Block::Pairs(pairs) => {
                    let (rows, table) = self.pairs(pairs, 0.0);
                    self.done.pieces.extend(rows);
                    self.done.structure.push(table);
                }
                Block::Card(card) => self.card(card),
                Block::NewPage => self.done.pieces.push(Piece { ends_page: true, ..Piece::default() }),
            }
        }
    }

    fn heading(&mut self, level: u16, text: &str) {
        let style = if level == 1 { Style::TITLE } else { Style::HEADING };
        let mut piece = Piece { keeps_next: true, ..Piece::default() };
        let leaf = self.leaves;
        let branch = self.write(&mut piece, (0.0, 0.0), style, text, heading_tag(level, text));
        self.done.pieces.push(piece);
        self.done.structure.push(branch);
        if level > 1 {
            self.done.bookmarks.push(Bookmark { text: text.to_owned(), leaf, within: Vec::new() });
        }
    }

    fn paragraph(&mut self, style: Style, text: &str) {
        let mut piece = Piece::default();
        let branch = self.write(&mut piece, (0.0, 4.0), style, text, Tag::P);
        piece.height += 4.0;
        self.done.pieces.push(piece);
        self.done.structure.push(branch);
    }

    /// Things to do: a square to tick, what it is about, what to do, whom to ask.
    fn actions(&mut self, actions: &[Action]) {
        let mut items = Vec::new();
        for action in actions {
            let mut piece = Piece { drawings: vec![Drawing::Tick { y: 7.0 }], ..Piece::space(4.0) };
            let mut said =
                vec![self.write_below(&mut piece, INDENT, Style::STRONG, &action.about, Tag::P.into())];
            said.push(self.write_below(&mut piece, INDENT, Style::PLAIN, &action.message, Tag::P.into()));
            if let Some(ask) = &action.ask {
                let ask = format!("Ask: {ask}");
                said.push(self.write_below(&mut piece, INDENT, Style::PLAIN, &ask, Tag::P.into()));
            }
            piece.height += 4.0;
            self.done.pieces.push(piece);
            items.push(group(Tag::LI, vec![group(Tag::LBody, said)]));
        }
        self.done.structure.push(group(Tag::L(ListNumbering::None), items));
    }

    fn steps(&mut self, steps: &[String]) {
        let mut items = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let (piece, item) = self.item(&format!("{}.", index + 1), step, 0.0);
            self.done.pieces.push(piece);
            items.push(item);
        }
        self.done.structure.push(group(Tag::L(ListNumbering::Decimal), items));
    }

    fn item(&mut self, label: &str, text: &str, x: f32) -> (Piece, Branch) {
        let mut piece = Piece::space(3.0);
        let label = self.write(&mut piece, (x, 3.0), Style::PLAIN, label, Tag::Lbl);
        let body = self.write(&mut piece, (x + INDENT, 3.0), Style::PLAIN, text, Tag::LBody);
        piece.height += 3.0;
        (piece, group(Tag::LI, vec![label, body]))
    }

    /// Names and their values, as rows that begin with their heading.
    fn pairs(&mut self, pairs: &[(String, String)], x: f32) -> (Vec<Piece>, Branch) {
        let mut pieces = Vec::new();
        let mut rows = Vec::new();
        let value_at = x + (WIDTH - 2.0 * x) * VALUES;
        for (name, value) in pairs {
            let mut piece = Piece::space(4.0);
            let leaf = self.leaf();
            self.note_unshown(name, Style::STRONG);
            piece.write(self.faces, (x, 4.0), value_at - x - INSET, Style::STRONG, name, leaf);
            let name = group(Tag::TH(TableHeaderScope::Row), vec![Branch::Leaf(leaf)]);
            let value = self.write(&mut piece, (value_at, 4.0), Style::PLAIN, value, Tag::TD);
            piece.height += 4.0;
            piece.drawings.push(Drawing::Rule { x, y: piece.height, opens: false });
            pieces.push(piece);
            rows.push(group(Tag::TR, vec![name, value]));
        }
        (pieces, group(Tag::Table, rows))
    }

    /// One person, in a frame.
    fn card(&mut self, card: &Card) {
        let mut piece = Piece::space(8.0);
        let leaf = self.leaves;
        let name =
            self.write(&mut piece, (INSET, 8.0), Style::STRONG, &card.name, heading_tag(3, &card.name));
        let (mut rows, table) = self.pairs(&card.pairs, INSET);
        // The frame closes the last row.
        rows.last_mut().and_then(|row| row.drawings.pop());
        rows.into_iter().for_each(|row| piece.append(row));
        let mut within = vec![name, table];
        let mut items = Vec::new();
        for note in &card.notes {
            let (note, item) = self.item("•", note, INSET);
            piece.append(note);
            items.push(item);
        }
        if !items.is_empty() {
            within.push(group(Tag::L(ListNumbering::Disc), items));
        }
        self.frame(piece);
        self.done.structure.push(group(Tag::Section, within));
        if let Some(part) = self.done.bookmarks.last_mut() {
            part.within.push(Bookmark { text: card.name.clone(), leaf, within: Vec::new() });
        }
    }

    /// Puts a frame around what stands in `piece`, and space behind it.
    fn frame(&mut self, mut piece: Piece) {
        let bottom = piece.height + 6.0;
        piece.drawings.push(Drawing::Frame { top: 2.0, bottom });
        piece.height = bottom + 6.0;
        self.done.pieces.push(piece);
    }

    /// Writes `text` below what stands in `piece`.
    fn write_below(&mut self, piece: &mut Piece, x: f32, style: Style, text: &str, tag: TagKind) -> Branch {
        let top = piece.height;
        self.write(piece, (x, top), style, text, tag)
    }

    /// Writes `text` from `place` to the right edge: as far from it as a card's or list's text is
    /// from the left one.
    fn write(
        &mut self,
        piece: &mut Piece,
        place: (f32, f32),
        style: Style,
        text: &str,
        tag: impl Into<TagKind>,
    ) -> Branch {
        self.note_unshown(text, style);
        let leaf = self.leaf();
        piece.write(self.faces, place, WIDTH - INSET - place.0, style, text, leaf);
        group(tag, vec![Branch::Leaf(leaf)])
    }

    fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    fn note_unshown(&mut self, text: &str, style: Style) {
        for word in text.split_whitespace().map(|word| word.trim_matches(['“', '”', ',', '.', ':'])) {
            let is_told = self.done.unshown.iter().any(|told| told == word);
            if !is_told && !self.faces.of(style).can_show(word) {
                self.done.unshown.push(word.to_owned());
            }
        }
    }
}

fn group(tag: impl Into<TagKind>, within: Vec<Branch>) -> Branch {
    Branch::Group(tag.into(), within)
}

/// A heading, which the standard wants named once more in the structure.
fn heading_tag(level: u16, text: &str) -> TagKind {
    Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(text.to_owned())).into()
}
