//! Pieces of screens, in the markup of nhsuk-frontend; one file a part.

mod buttons;
mod checkbox;
mod details;
mod error_summary;
mod heading;
mod notes;
mod notice;
mod prose;
mod radios;
mod summary_list;
mod text_box;

pub use buttons::{button, continue_button, link_button, main_button, text_button};
pub use checkbox::checkbox;
pub use details::details;
pub use error_summary::{Form, problems};
pub use heading::{back_link, heading};
pub use notes::{notes, said};
pub use notice::{notice, problem_notice};
pub use prose::{body, hidden, link, strong, subheading};
pub use radios::{RadioOption, Radios, radios};
pub use summary_list::{Row, summary_list};
pub use text_box::{TextBox, error_messages, errors_at, group_class, text_box};
