//! How screens are written down: elements, what they hold, and what in them is live.
//!
//! Leptos's own `view!` makes a type of every element, and code of every type: written with it, the
//! module was twice what a slow line can bear. Here every element is of one type, drawn by Leptos's
//! renderer (`tachys`) as any other view.
//!
//! ```ignore
//! el("p").class("nhsuk-body").with("Ask ").with(el("a").attr("href", "#/site").with("your site"))
//! ```

use any_spawner::Executor;
use reactive_graph::owner::Owner;
use tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use tachys::html::attribute::custom::custom_attribute;
use tachys::html::element::{ElementChild, custom};
use tachys::html::event::{Custom, on};
use tachys::html::property::prop;
use tachys::prelude::*;
use tachys::view::any_view::{AnyView, IntoAny};
use tachys::view::{Mountable, Render};

use super::browser::{Event, Node};

/// Something drawn: the one type of every part and screen. A pointer, so that handing it on costs
/// next to nothing.
pub struct View(Box<AnyView>);

/// An element being written down.
pub struct Element(Box<Written>);

struct Written {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    content: Vec<AnyView>,
}

/// What can stand in an element.
pub trait Content {
    /// The content, drawn.
    fn view(self) -> View;
}

/// An element with nothing in it yet.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Written { tag, attributes: Vec::new(), content: Vec::new() }))
}

/// Draws what `draw` returns in `place`, for as long as the page is open.
pub fn mount(place: &Node, draw: impl FnOnce() -> View) {
    // An error only says that it is done already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let mut drawn = owner.with(|| (*draw().0).build());
    drawn.mount(place, None);
    std::mem::forget((owner, drawn));
}

/// Nothing at all.
pub fn nothing() -> View {
    drawn(())
}

/// Several things, one after another.
pub fn all(views: Vec<View>) -> View {
    drawn(views.into_iter().map(|view| *view.0).collect::<Vec<AnyView>>())
}

/// What `draw` returns, drawn anew whenever something it read has changed.
pub fn live(draw: impl Fn() -> View + Send + 'static) -> View {
    live_boxed(Box::new(draw))
}

#[inline(never)]
fn live_boxed(draw: Box<dyn Fn() -> View + Send>) -> View {
    drawn(move || *draw().0)
}

fn drawn(view: impl IntoAny) -> View {
    View(Box::new(view.into_any()))
}

// What is not generic below is kept out of line: it is in the module once, and not at every use.

impl Element {
    /// With the attribute `name`.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.attribute(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// With these classes.
    #[inline(never)]
    pub fn class(self, classes: &str) -> Self {
        self.attr("class", classes)
    }

    /// With the attribute `name` as long as `value` returns one.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.live_attr_boxed(name, Box::new(value))
    }

    #[inline(never)]
    fn live_attr_boxed(self, name: &'static str, value: Box<dyn Fn() -> Option<String> + Send>) -> Self {
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    /// With the text a box holds, which follows `value`.
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.attribute(prop("value", value).into_any_attr())
    }

    /// Ticked or not, which follows `checked`.
    pub fn live_checked(self, checked: Box<dyn Fn() -> bool + Send>) -> Self {
        self.attribute(prop("checked", checked).into_any_attr())
    }

    /// Doing `act` on every `event`.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(act))
    }

    #[inline(never)]
    fn on_boxed(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.attribute(on(Custom::<Event>::new(event), act).into_any_attr())
    }

    /// With `content` after what stands in it already.
    #[inline(never)]
    pub fn with(mut self, content: impl Content) -> Self {
        self.0.content.push(*content.view().0);
        self
    }

    #[inline(never)]
    fn attribute(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }
}

impl Content for Element {
    #[inline(never)]
    fn view(self) -> View {
        let Written { tag, attributes, content } = *self.0;
        drawn(custom(tag).child(content).add_any_attr(attributes))
    }
}

impl Content for View {
    fn view(self) -> View {
        self
    }
}

impl Content for String {
    #[inline(never)]
    fn view(self) -> View {
        drawn(self)
    }
}

impl Content for &str {
    #[inline(never)]
    fn view(self) -> View {
        drawn(self.to_owned())
    }
}

impl<C: Content> Content for Option<C> {
    #[inline(never)]
    fn view(self) -> View {
        self.map_or_else(nothing, Content::view)
    }
}

impl<C: Content> Content for Vec<C> {
    #[inline(never)]
    fn view(self) -> View {
        all(self.into_iter().map(Content::view).collect())
    }
}
