//! How screens are written down: elements, what they hold, and what in them is live.
//!
//! Leptos keeps watch over what a screen draws from; what is drawn are the browser's own nodes, at
//! once. Leptos's renderer, and `view!` above it, would keep a picture of them in types of their own,
//! to compare: with it the module was twice what a slow line can bear.
//!
//! ```ignore
//! el("p").class("nhsuk-body").with("Ask ").with(el("a").attr("href", "#/site").with("your site"))
//! ```

use std::cell::RefCell;
use std::rc::Rc;

use any_spawner::Executor;
use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{Owner, on_cleanup};
use wasm_bindgen::JsValue;

use super::browser::dom;
use super::browser::{Event, Node};
use super::watched::Watched;

/// Something drawn: the one type of every part and screen.
pub struct View(Vec<Node>);

/// An element being written down.
pub struct Element(super::browser::Element);

/// What can stand in an element.
pub trait Content {
    /// The content, drawn.
    fn view(self) -> View;
}

/// Draws what `draw` returns in `place`, for as long as the page is open.
pub fn mount(place: &Node, draw: impl FnOnce() -> View) {
    // An error only says that it is done already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    for node in owner.with(draw).0 {
        dom::append(place, &node);
    }
    std::mem::forget(owner);
}

/// An element with nothing in it yet.
pub fn el(tag: &str) -> Element {
    Element(dom::element(tag))
}

/// Nothing at all.
pub fn nothing() -> View {
    View(Vec::new())
}

/// Several things, one after another.
pub fn all(views: Vec<View>) -> View {
    View(views.into_iter().flat_map(|view| view.0).collect())
}

/// What `draw` returns, drawn anew whenever something it read has changed.
pub fn live(draw: impl Fn() -> View + 'static) -> View {
    live_boxed(Box::new(draw))
}

#[inline(never)]
fn live_boxed(draw: Box<dyn Fn() -> View>) -> View {
    let (first, last) = (dom::mark(), dom::mark());
    // Until the marks have a place, what stands between them is handed out with them.
    let mut begun = vec![first.clone()];
    let drawn = Rc::new(RefCell::new(None));
    let place = last.clone();
    let begins = Rc::clone(&drawn);
    whenever(move || {
        let nodes = draw().0;
        match first.parent_node() {
            Some(_) => dom::replace_between(&first, &place, &nodes),
            None => *begins.borrow_mut() = Some(nodes),
        }
    });
    begun.extend(drawn.take().into_iter().flatten());
    begun.push(last);
    View(begun)
}

/// What `draw` makes of what `read` returns, drawn anew when that is no longer the same: what a
/// screen reader speaks is not spoken twice, and what has the keyboard keeps it.
pub fn live_of<T: PartialEq + 'static>(
    read: impl Fn() -> T + 'static,
    draw: impl Fn(&T) -> View + 'static,
) -> View {
    let seen = Watched::new(read());
    let heard = seen.clone();
    whenever(move || {
        let now = read();
        if heard.with_unwatched(|before| *before != now) {
            heard.set(now);
        }
    });
    live(move || seen.with(&draw))
}

/// Does `act` now, and again whenever something it read has changed, for as long as what is being
/// drawn is there.
pub fn whenever(act: impl FnMut() + 'static) {
    whenever_boxed(Box::new(act));
}

#[inline(never)]
fn whenever_boxed(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    // It ends when it is dropped: with whatever is drawn now.
    on_cleanup(move || drop(effect));
}

// What is not generic below is kept out of line: it is in the module once, and not at every use.

impl Element {
    /// With the attribute `name`.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        dom::set_attribute(&self.0, name, Some(value));
        self
    }

    /// With these classes.
    #[inline(never)]
    pub fn class(self, classes: &str) -> Self {
        self.attr("class", classes)
    }

    /// With the class or other attribute `name` that follows `value`.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        whenever(move || dom::set_attribute(&element, name, Some(&value())));
        self
    }

    /// With the text a box holds, which follows `value`.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        whenever(move || dom::set_property(&element, "value", &JsValue::from(value())));
        self
    }

    /// Ticked or not, which follows `checked`.
    pub fn live_checked(self, checked: Box<dyn Fn() -> bool>) -> Self {
        let element = self.0.clone();
        whenever(move || dom::set_property(&element, "checked", &JsValue::from(checked())));
        self
    }

    /// Doing `act` on every `event`.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        dom::listen(&self.0, event, Box::new(act));
        self
    }

    /// With `content` after what stands in it already.
    pub fn with(self, content: impl Content) -> Self {
        self.with_view(content.view())
    }

    #[inline(never)]
    fn with_view(self, view: View) -> Self {
        for node in view.0 {
            dom::append(&self.0, &node);
        }
        self
    }
}

impl Content for Element {
    fn view(self) -> View {
        View(vec![self.0.into()])
    }
}

impl Content for View {
    fn view(self) -> View {
        self
    }
}

impl Content for String {
    fn view(self) -> View {
        self.as_str().view()
    }
}

impl Content for &str {
    #[inline(never)]
    fn view(self) -> View {
        View(vec![dom::text(self)])
    }
}

impl<C: Content> Content for Option<C> {
    fn view(self) -> View {
        self.map_or_else(nothing, Content::view)
    }
}

impl<C: Content> Content for Vec<C> {
    fn view(self) -> View {
        all(self.into_iter().map(Content::view).collect())
    }
}
