//! A composed document on pages of A4, as the bytes of a file.

use std::collections::HashMap;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb::Color;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, TagGroup, TagTree};

use super::compose::{Bookmark, Branch, Composed};
use super::face::{Faces, Style};
use super::piece::{Drawing, Piece, WIDTH, on_pages};

/// A4, in points.
const PAGE: (f32, f32) = (595.28, 841.89);
/// 18 mm, in points.
const MARGIN: f32 = 51.0;
/// How high a page's text is, in points: the line at the foot stands below it.
const HEIGHT: f32 = PAGE.1 - 2.0 * MARGIN - 12.0;
/// The language of every word but names.
const LANGUAGE: &str = "en-GB";

/// Red, green and blue.
type Colour = [u8; 3];

const INK: Colour = [0x1d, 0x2a, 0x2b];
const GREY: Colour = [0x5b, 0x6b, 0x6c];
const PALE: Colour = [0xc3, 0xcc, 0xcc];

/// Renders `composed` under `title`, with rules of the colour `brand`. `None` when the result would not keep to
/// PDF/UA-1, which krilla checks as it writes.
pub fn render(composed: Composed, title: &str, brand: Colour, faces: &Faces) -> Option<Vec<u8>> {
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().ok()?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let metadata = Metadata::new().title(title.to_owned()).language(LANGUAGE.to_owned());
    document.set_metadata(metadata);

    let pages = on_pages(composed.pieces, HEIGHT);
    let count = pages.len();
    let mut places = Places::new();
    // A site's name of many lines would not fit at the foot of a page.
    let title_lines = faces.of(Style::FOOT).lines(title, Style::FOOT.size, WIDTH * 0.8);
    let short_title = title_lines.first().map_or("", |line| line.trim_end());
    for (number, pieces) in pages.into_iter().enumerate() {
        let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1)?);
        let mut surface = page.surface();
        for (top, piece) in &pieces {
            draw(&mut surface, (faces, brand), number, *top, piece, &mut places);
        }
        let foot = format!("{short_title} · page {} of {count}", number + 1);
        draw_foot(&mut surface, faces, &foot);
        surface.finish();
        page.finish();
    }

    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    composed.structure.iter().flat_map(|branch| nodes(branch, &places)).for_each(|node| tree.push(node));
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    composed
        .bookmarks
        .iter()
        .filter_map(|mark| entry(mark, &places))
        .for_each(|mark| outline.push_child(mark));
    document.set_outline(outline);
    document.finish().ok()
}

/// Where each leaf of the structure was drawn, line by line.
type Places = HashMap<usize, Vec<Place>>;

/// A line drawn.
struct Place {
    /// What the file calls it.
    identifier: Identifier,
    page: usize,
    /// Its upper edge.
    top: f32,
}

fn draw(
    surface: &mut Surface,
    (faces, brand): (&Faces, Colour),
    page: usize,
    top: f32,
    piece: &Piece,
    places: &mut Places,
) {
    let top = MARGIN + top;
    for drawing in &piece.drawings {
        match drawing {
            Drawing::Text { x, y, style, text, leaf } => {
                let identifier = surface.start_tagged(ContentTag::Other);
                let place = Point::from_xy(MARGIN + x, top + y);
                draw_text(surface, faces, place, *style, INK, text);
                surface.end_tagged();
                let top = top + y - style.leading;
                places.entry(*leaf).or_default().push(Place { identifier, page, top });
            }
            Drawing::Rule { x, y, opens } => {
                let (colour, height) = if *opens { (brand, 1.5) } else { (PALE, 0.5) };
                let rule = Rect::from_xywh(MARGIN + x, top + y, WIDTH - 2.0 * x, height);
                draw_rect(surface, rule, Some(colour));
            }
            Drawing::Tick { y } => {
                draw_rect(surface, Rect::from_xywh(MARGIN + 1.0, top + y, 10.0, 10.0), None)
            }
            Drawing::Frame { top: upper, bottom } => {
                draw_rect(surface, Rect::from_xywh(MARGIN, top + upper, WIDTH, bottom - upper), None);
            }
        }
    }
}

fn draw_foot(surface: &mut Surface, faces: &Faces, text: &str) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    draw_text(surface, faces, Point::from_xy(MARGIN, PAGE.1 - MARGIN), Style::FOOT, GREY, text);
    surface.end_tagged();
}

fn draw_text(surface: &mut Surface, faces: &Faces, at: Point, style: Style, ink: Colour, text: &str) {
    let face = faces.of(style);
    surface.set_stroke(None);
    surface.set_fill(Some(fill(ink)));
    surface.draw_glyphs(at, &face.glyphs(text), face.font(), text, style.size, false);
}

/// Draws a rectangle that is filled with a colour, or else has a line around it.
fn draw_rect(surface: &mut Surface, rect: Option<Rect>, colour: Option<Colour>) {
    let mut path = PathBuilder::new();
    rect.into_iter().for_each(|rect| path.push_rect(rect));
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_fill(colour.map(fill));
    let line = Stroke { paint: paint(GREY).into(), width: 0.8, ..Stroke::default() };
    surface.set_stroke(colour.is_none().then_some(line));
    surface.draw_path(&path);
    surface.end_tagged();
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: paint(colour).into(), ..Fill::default() }
}

fn paint([red, green, blue]: Colour) -> Color {
    Color::new(red, green, blue)
}

/// The branch as krilla has it.
fn nodes(branch: &Branch, places: &Places) -> Vec<Node> {
    match branch {
        Branch::Leaf(leaf) => {
            let drawn = places.get(leaf).into_iter().flatten();
            drawn.map(|place| place.identifier.into()).collect()
        }
        Branch::Group(tag, within) => {
            let mut group = TagGroup::new(tag.clone());
            within.iter().flat_map(|branch| nodes(branch, places)).for_each(|node| group.push(node));
            vec![group.into()]
        }
    }
}

fn entry(mark: &Bookmark, places: &Places) -> Option<OutlineNode> {
    let first = places.get(&mark.leaf)?.first()?;
    let place = XyzDestination::new(first.page, Point::from_xy(MARGIN, first.top));
    let mut node = OutlineNode::new(mark.text.clone(), place).with_open(true);
    mark.within.iter().filter_map(|mark| entry(mark, places)).for_each(|mark| node.push_child(mark));
    Some(node)
}
