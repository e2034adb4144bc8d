//! The type the PDF is set in: Noto Sans, and how far it reaches.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Whether its letters are bold.
    pub bold: bool,
    /// Height of its letters, in points.
    pub size: f32,
    /// From one line to the next, in points.
    pub leading: f32,
}

impl Style {
    /// What the document is called.
    pub const TITLE: Style = Style { bold: true, size: 20.0, leading: 26.0 };
    /// A part's heading.
    pub const HEADING: Style = Style { bold: true, size: 14.0, leading: 19.0 };
    /// What it comes to.
    pub const VERDICT: Style = Style { bold: true, size: 13.0, leading: 18.0 };
    /// A name, or what a value is.
    pub const STRONG: Style = Style { bold: true, size: 10.5, leading: 15.0 };
    /// Everything else.
    pub const PLAIN: Style = Style { bold: false, size: 10.5, leading: 15.0 };
    /// The line at the foot of a page.
    pub const FOOT: Style = Style { bold: false, size: 8.5, leading: 12.0 };
}

/// Both weights of the type.
pub struct Faces {
    plain: Face,
    bold: Face,
}

impl Faces {
    /// The type, read from the program itself. `None` only if what was built in is no type.
    pub fn read() -> Option<Faces> {
        Some(Faces { plain: Face::read(notosans::REGULAR_TTF)?, bold: Face::read(notosans::BOLD_TTF)? })
    }

    /// The weight that `style` asks for.
    pub fn of(&self, style: Style) -> &Face {
        if style.bold { &self.bold } else { &self.plain }
    }
}

/// One weight of the type.
pub struct Face {
    font: Font,
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Face> {
        let tables = FontRef::new(bytes).ok()?;
        let font = Font::new(bytes.into(), 0)?;
        Some(Face {
            letters: tables.charmap(),
            metrics: tables.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: font.units_per_em(),
            font,
        })
    }

    /// The font to draw with.
    pub fn font(&self) -> Font {
        self.font.clone()
    }

    /// Whether the type has every letter of `text`.
    pub fn can_show(&self, text: &str) -> bool {
        text.chars().all(|c| self.letter(c).is_some())
    }

    /// The width of `text` in points, in letters of `size`.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.advance(c)).sum::<f32>() * size
    }

    /// The letters of `text`, each where the one before it ends. Those the type does not have are
    /// left out: see [`Face::can_show`].
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, c): (usize, char)| {
            let range = at..at + c.len_utf8();
            Some(KrillaGlyph::new(self.letter(c)?, self.advance(c), 0.0, 0.0, 0.0, range, None))
        };
        text.char_indices().filter_map(glyph).collect()
    }

    /// `text` in lines of at most `width` points. A word that is wider is parted. Each line but the
    /// last ends with the space that parts it from the next, so that a reader of the text finds it.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&longer, size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(format!("{line} "));
                line.clear();
            }
            for c in word.chars() {
                if !line.is_empty() && self.width(&line, size) + self.advance(c) * size > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// How far it is to the letter behind `c`, as a part of the letters' size.
    fn advance(&self, c: char) -> f32 {
        let width = self.letters.map(c).and_then(|letter| self.metrics.advance_width(letter));
        width.unwrap_or(0.0) / self.units
    }

    fn letter(&self, c: char) -> Option<GlyphId> {
        // The standard bars these from a document's text, though a type may have a shape for them.
        let is_barred = c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}');
        let letter = self.letters.map(c).filter(|letter| letter.to_u32() != 0 && !is_barred)?;
        Some(GlyphId::new(letter.to_u32()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_latin_greek_and_cyrillic_are_there_in_both_weights() {
        let faces = Faces::read().unwrap();
        for text in [
            "Zoë Łucja Ştefan Șerban Đặng Nguyễn Ọlọ́run Ṣadé Ɗan Ƙwaya Ɛfua Ɔkyere Gūnay Þóra",
            "Αθανάσιος Ολένα Київ Ђорђе Ԥ Ғани",
            "‘quoted’ “twice” – — … → • £ € 07700 900123 @",
        ] {
            for style in [Style::PLAIN, Style::STRONG] {
                for word in text.split(' ') {
                    assert!(faces.of(style).can_show(word), "{word}");
                }
            }
        }
        for word in ["محمد", "王", "नमस्ते", "a\u{1}", "\u{feff}"] {
            assert!(!faces.of(Style::PLAIN).can_show(word), "{word}");
        }
    }

    #[test]
    fn lines_hold_every_letter_and_keep_to_the_width() {
        let faces = Faces::read().unwrap();
        let face = faces.of(Style::PLAIN);
        let long = "averylongname".repeat(20);
        for text in ["", "one", "one two  three\nfour", &long, &format!("{long} and {long}")] {
            let lines = face.lines(text, 10.0, 60.0);
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(lines.concat(), words.join(" "));
            assert!(lines.iter().all(|line| face.width(line.trim_end(), 10.0) <= 60.0), "{lines:?}");
        }
    }
}
