//! What stands on a page in one piece, and how it is parted where no page is high enough.

use super::face::{Faces, Style};

/// How wide a page's text is, in points: A4 less 18 mm on either side.
pub const WIDTH: f32 = 493.0;

/// A part of the document that stands on one page whole, where it can. Heights are from its top
/// downwards, in points.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece {
    /// How high it is.
    pub height: f32,
    /// What is drawn of it, from its top downwards.
    pub drawings: Vec<Drawing>,
    /// Whether the next piece has to begin on the same page, as what stands under a heading does.
    pub keeps_next: bool,
    /// Whether the next piece has to begin another page.
    pub ends_page: bool,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// A line of text.
    Text {
        /// From the left.
        x: f32,
        /// The line its letters stand on.
        y: f32,
        /// How it is set.
        style: Style,
        /// What it says.
        text: String,
        /// Which leaf of the document's structure it belongs to.
        leaf: usize,
    },
    /// A line across, from `x` on: one thin and grey, or one that opens a part.
    Rule {
        /// From the left, and as much from the right.
        x: f32,
        /// From the top.
        y: f32,
        /// Whether it opens a part.
        opens: bool,
    },
    /// A square to tick.
    Tick {
        /// Its upper edge.
        y: f32,
    },
    /// A line all around, over the whole width.
    Frame {
        /// Its upper edge.
        top: f32,
        /// Its lower edge.
        bottom: f32,
    },
}

impl Piece {
    /// A piece with nothing on it but this much space.
    pub fn space(height: f32) -> Piece {
        Piece { height, ..Piece::default() }
    }

    /// Writes `text` from `top` downwards, between `x` and `x + width`. Returns where it ends.
    pub fn write(
        &mut self,
        faces: &Faces,
        (x, top): (f32, f32),
        width: f32,
        style: Style,
        text: &str,
        leaf: usize,
    ) -> f32 {
        let lines = faces.of(style).lines(text, style.size, width);
        let mut bottom = top;
        for text in lines {
            // Letters stand in the middle of their line.
            let y = bottom + (style.leading + style.size * 0.72) / 2.0;
            self.drawings.push(Drawing::Text { x, y, style, text, leaf });
            bottom += style.leading;
        }
        self.height = self.height.max(bottom);
        bottom
    }

    /// Puts `piece` below this one.
    pub fn append(&mut self, piece: Piece) {
        self.drawings.extend(piece.drawings.into_iter().map(|drawing| drawing.lowered(self.height)));
        self.height += piece.height;
    }

    /// The part of the piece that stands above `height`, and the rest. No line of text is cut.
    pub fn parted(self, height: f32) -> (Piece, Piece) {
        let is_above = |drawing: &Drawing| match drawing {
            Drawing::Text { y, style, .. } => y + style.size / 2.0 <= height,
            Drawing::Rule { y, .. } | Drawing::Tick { y } => *y <= height,
            Drawing::Frame { .. } => true,
        };
        let (above, below): (Vec<Drawing>, Vec<Drawing>) = self.drawings.into_iter().partition(is_above);
        let top_of = |drawing: &Drawing| match drawing {
            Drawing::Text { y, style, .. } => y - style.leading,
            Drawing::Rule { y, .. } | Drawing::Tick { y } => *y,
            Drawing::Frame { top, .. } => *top,
        };
        let cut = below.iter().map(top_of).fold(self.height, f32::min);
        let rest = self.height - cut;
        let mut upper = Piece { height, ..Piece::default() };
        let mut lower = Piece { height: rest, drawings: Vec::new(), ..self };
        for drawing in above {
            if let Drawing::Frame { top, bottom } = drawing {
                upper.drawings.push(Drawing::Frame { top, bottom: bottom.min(height) });
                lower.drawings.push(Drawing::Frame { top: 0.0, bottom: bottom - cut });
            } else {
                upper.drawings.push(drawing);
            }
        }
        lower.drawings.extend(below.into_iter().map(|drawing| drawing.lowered(-cut)));
        (upper, lower)
    }
}

impl Drawing {
    fn lowered(mut self, by: f32) -> Drawing {
        match &mut self {
            Drawing::Text { y, .. } | Drawing::Rule { y, .. } | Drawing::Tick { y } => *y += by,
            Drawing::Frame { top, bottom } => {
                *top += by;
                *bottom += by;
            }
        }
        self
    }
}

/// The pieces on pages of `height`, each with how far it is from the page's top.
pub fn on_pages(pieces: Vec<Piece>, height: f32) -> Vec<Vec<(f32, Piece)>> {
    let mut pages = vec![Vec::new()];
    let mut filled = 0.0;
    let needs = needs(&pieces);
    for (mut piece, need) in pieces.into_iter().zip(needs) {
        if filled > 0.0 && filled + need.min(height) > height {
            pages.push(Vec::new());
            filled = 0.0;
        }
        while filled + piece.height > height {
            let (upper, lower) = piece.parted(height - filled);
            pages.last_mut().into_iter().for_each(|page| page.push((filled, upper.clone())));
            pages.push(Vec::new());
            filled = 0.0;
            piece = lower;
        }
        // Past the end of any page, where this one ends.
        let below = if piece.ends_page { f32::MAX } else { filled + piece.height };
        pages.last_mut().into_iter().for_each(|page| page.push((filled, piece.clone())));
        filled = below;
    }
    pages
}

/// How much room each of `pieces` needs, with what has to stand on the same page.
fn needs(pieces: &[Piece]) -> Vec<f32> {
    let mut need = 0.0;
    let mut needs: Vec<f32> = Vec::new();
    for piece in pieces.iter().rev() {
        need = piece.height + if piece.keeps_next { need } else { 0.0 };
        needs.push(need);
    }
    needs.reverse();
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f32, keeps_next: bool) -> Piece {
        Piece { height, drawings: vec![Drawing::Tick { y: 0.0 }], keeps_next, ends_page: false }
    }

    fn tops(pages: &[Vec<(f32, Piece)>]) -> Vec<Vec<f32>> {
        pages.iter().map(|page| page.iter().map(|(top, _)| *top).collect()).collect()
    }

    #[test]
    fn a_piece_that_does_not_fit_begins_the_next_page() {
        let pieces = vec![piece(40.0, false), piece(40.0, false), piece(40.0, false)];
        assert_eq!(tops(&on_pages(pieces, 100.0)), [vec![0.0, 40.0], vec![0.0]]);
    }

    #[test]
    fn a_piece_that_ends_its_page_has_nothing_behind_it() {
        let end = Piece { ends_page: true, ..Piece::default() };
        let pieces = vec![piece(40.0, false), end, piece(40.0, false), piece(40.0, false)];
        assert_eq!(tops(&on_pages(pieces, 100.0)), [vec![0.0, 40.0], vec![0.0, 40.0]]);
    }

    #[test]
    fn a_heading_stands_with_what_it_is_for() {
        let pieces = vec![piece(60.0, false), piece(20.0, true), piece(40.0, false)];
        assert_eq!(tops(&on_pages(pieces, 100.0)), [vec![0.0], vec![0.0, 20.0]]);
    }

    #[test]
    fn what_no_page_holds_is_parted_and_no_line_of_it_is_lost() {
        let faces = Faces::read().unwrap();
        let text = "every word of a long text ".repeat(100);
        let mut long = Piece::default();
        let bottom = long.write(&faces, (0.0, 0.0), 100.0, Style::PLAIN, &text, 0);
        long.drawings.push(Drawing::Frame { top: 0.0, bottom });
        let pages = on_pages(vec![piece(50.0, false), long], 200.0);
        assert!(pages.len() > 3);
        let mut read = String::new();
        for page in &pages {
            for (top, piece) in page {
                assert!(top + piece.height <= 200.01, "{top} {}", piece.height);
                for drawing in &piece.drawings {
                    if let Drawing::Text { text, y, .. } = drawing {
                        read.push_str(text);
                        assert!(*y <= 200.0);
                    }
                }
            }
        }
        assert_eq!(read, text.trim());
    }
}
