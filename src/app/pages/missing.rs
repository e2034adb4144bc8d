//! No screen stands at this address.

use crate::app::markup::{View, all};
use crate::app::page::Page;
use crate::app::parts::{body, heading, link};

pub const TITLE: &str = "There is no page here";

pub fn missing() -> View {
    all(vec![
        heading("", TITLE),
        body("Your answers are safe. Check the address, or go on from one of these."),
        body(link(Page::Tasks.href(), "The task list")),
        body(link(Page::Start.href(), "The start page")),
    ])
}
